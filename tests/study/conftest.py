"""A study with one recording and one coder, as most tests need it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from au_studio.study.records import Coder, Recording
from au_studio.study.study import Study
from au_studio.video.hashing import content_hash


def make_video(path: Path, content: bytes = b"not decoded here") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content * 100)
    return path


@pytest.fixture
def add_video(study: Study):
    """Adds a video file of the given name (and contents) beside the study."""

    def add(name: str = "session.mp4", content: bytes = b"", **words) -> Recording:
        video = make_video(study.root.parent / "videos" / name, content or name.encode())
        return study.add_recording(
            video, duration=40.0, n_frames=1000, content_hash=content_hash(video), **words
        )

    return add


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with Study.create(tmp_path / "Smiles.austudio", "Smiles of 2026") as study:
        yield study


@pytest.fixture
def recording(add_video) -> Recording:
    return add_video()


@pytest.fixture
def coder(study: Study) -> Coder:
    return study.add_coder("AB")
