"""Small recordings and an untrained model."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "video"))
sys.path.insert(0, str(Path(__file__).parent))

from drawn_fixtures import face_video, model_path

__all__ = ["face_video", "model_path"]
