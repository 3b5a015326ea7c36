"""Small recordings and an untrained model, for the tests of the analysis and of jobs."""

from pathlib import Path

import pytest
from drawn import moving_face, write_model, write_video


@pytest.fixture(scope="session")
def model_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An untrained checkpoint of twelve action units."""
    return write_model(tmp_path_factory.mktemp("model") / "small.safetensors")


@pytest.fixture(scope="session")
def face_video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """60 frames at 30/s; the face is away from frame 20 to 34."""
    folder = tmp_path_factory.mktemp("video")
    return write_video(folder / "face.mp4", moving_face(60, absent=range(20, 35)))
