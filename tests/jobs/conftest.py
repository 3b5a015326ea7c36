"""Small recordings, an untrained model, and an empty study."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "analysis"))
sys.path.insert(0, str(Path(__file__).parent))

import pytest
from drawn_fixtures import face_video, model_path

from au_studio.study.study import Study

__all__ = ["face_video", "model_path"]


@pytest.fixture
def study(tmp_path: Path):
    """An empty study."""
    made = Study.create(tmp_path / "Lab", "Lab")
    yield made
    made.close()


@pytest.fixture
def add_recording(study, tmp_path):
    """Adds a recording that nobody decodes."""

    def add(name: str, person: str | None = None):
        path = tmp_path / name
        path.write_bytes(name.encode())
        return study.add_recording(path, duration=1.0, n_frames=25, content_hash=name, person=person)

    return add
