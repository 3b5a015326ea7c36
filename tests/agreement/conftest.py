"""Small videos whose frames all differ, made on the spot, an untrained model, and a workspace."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from window_fixtures import make_video, untrained_model, workspace

__all__ = ["make_video", "untrained_model", "workspace"]
