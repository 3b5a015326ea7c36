"""Make the made-up corpora importable."""

import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parents[2] / "corpora"))

# Networks this small lose by a second thread, most of all where other programs run.
torch.set_num_threads(1)
