"""A small recording, analysed once with the model that ships, and a study with it and two coders' ratings."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "analysis"))

from drawn import moving_face, write_video
from drawn_fixtures import model_path

import au_studio
from au_studio.study.ratings import RatingInput
from au_studio.study.study import Study
from au_studio.video.hashing import content_hash

__all__ = ["model_path"]


@pytest.fixture(scope="session")
def face_video(tmp_path_factory) -> Path:
    """60 frames at 30/s; the face is away from frame 20 to 27 (counted from 0)."""
    folder = tmp_path_factory.mktemp("video")
    return write_video(folder / "face.mp4", moving_face(60, absent=range(20, 28)))


@pytest.fixture(scope="session")
def levels() -> list[int | None]:
    """What the first coder gives AU12 in every fifth frame; None is not codable."""
    return [0, 1, 3, 2, None, 5, 4, 1]


@pytest.fixture(scope="session")
def shipped_h5(tmp_path_factory, face_video) -> Path:
    """The recording, analysed with the model that ships."""
    path = tmp_path_factory.mktemp("analysis") / "face.h5"
    au_studio.analyze(face_video, output=path, device="cpu")
    return path


@pytest.fixture
def study_path(tmp_path, face_video, shipped_h5, levels) -> Path:
    """Two recordings of one person; the second has no analysis, and its video is gone."""
    analysis = au_studio.load_analysis(shipped_h5)
    gone = tmp_path / "gone.mp4"
    gone.write_bytes(b"no video")
    with Study.create(tmp_path / "Smiles.austudio", "Smiles") as study:
        one = study.add_recording(
            face_video, duration=2.0, n_frames=60, content_hash=content_hash(face_video), person="P1"
        )
        other = study.add_recording(gone, duration=2.0, n_frames=60, content_hash="hash", person="P1")
        stored = study.analysis_path(one.id, "base")
        stored.parent.mkdir(parents=True, exist_ok=True)
        stored.write_bytes(shipped_h5.read_bytes())
        for name, less in (("AB", 0), ("CD", 1)):
            coder = study.add_coder(name)
            study.rate_many(
                coder.id,
                [
                    RatingInput(one.id, int(analysis.pts[5 * n]), 12, None if v is None else max(v - less, 0))
                    for n, v in enumerate(levels)
                ],
            )
            study.rate(coder.id, other.id, 512, 4, 2, unsure=True, side="L")
        study.set_note(study.coders()[0].id, one.id, int(analysis.pts[0]), "laughs")
        study.set_group(one.id, "patients")
    gone.unlink()
    return study.path
