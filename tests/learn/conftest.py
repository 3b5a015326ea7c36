"""Make the folder's helper module importable."""

import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parent))

# Networks this small lose by a second thread, most of all where other programs run.
torch.set_num_threads(1)
