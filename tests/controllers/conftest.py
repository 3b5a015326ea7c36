"""Small videos whose frames all differ, made on the spot, and an untrained model."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parent))

from window_fixtures import make_video, sampled, untrained_model, workspace

__all__ = ["make_video", "sampled", "untrained_model", "workspace"]
