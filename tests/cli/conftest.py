"""Small recordings, an untrained model, and small studies."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "analysis"))
sys.path.insert(0, str(Path(__file__).parent))

from drawn import moving_face, write_video
from drawn_fixtures import face_video, model_path
from studies import add_video, rate, ship

from au_studio.study.study import Study

__all__ = ["face_video", "model_path"]


@pytest.fixture
def shipped(tmp_path, model_path, monkeypatch):
    """Let the small model be the one that ships."""
    ship(model_path, tmp_path / "resources", monkeypatch)


@pytest.fixture
def bare(tmp_path, shipped):
    """A study of two recordings of 12 frames, analysed, of two persons; nobody has rated anything."""
    with Study.create(tmp_path / "Smiles.austudio", "Smiles") as study:
        for first, (name, person) in enumerate((("one", "P1"), ("two", "P2"))):
            video = write_video(tmp_path / f"{name}.mp4", moving_face(12 + first)[first:])
            add_video(study, video, person=person, analysed="base")
        return study.path


@pytest.fixture
def two(bare, tmp_path):
    """The same study, in which AB rated four frames of each recording."""
    with Study.open(bare) as study:
        for recording in study.recordings():
            rate(study, "AB", recording.id, tmp_path / recording.name, {0: 0, 3: 1, 6: 2, 9: 3})
    return bare
