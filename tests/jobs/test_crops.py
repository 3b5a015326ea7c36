"""Crops on disk serve only what they were cut for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from au_studio.analysis.tracks import write_tracks
from au_studio.face.model import Face, TrackedFace
from au_studio.jobs.control import Control
from au_studio.jobs.crops import CropRequest, crops
from au_studio.learn.clips import Clip


def write_faces(path: Path, x: float, person: int = 0) -> None:
    box = np.array([x, 0, x + 20, 20], np.float32)
    anchors = np.array([[x + 5, 8], [x + 15, 8], [x + 10, 14]], np.float32)
    face = TrackedFace(person, Face(box, np.zeros((4, 2), np.float32), anchors, 0.9), new_track=False)
    with write_tracks(path, backend="mediapipe", n_landmarks=4, video_hash="v") as writer:
        for pts in range(3):
            writer.append(pts, [face])


@pytest.fixture
def request_(tmp_path) -> CropRequest:
    (tmp_path / "v.mp4").write_bytes(b"a recording")
    write_faces(tmp_path / "faces.h5", 10)
    return CropRequest(tmp_path / "v.mp4", tmp_path / "faces.h5", [0, 1], 0, 0, "mediapipe", None, (12,))


@pytest.fixture
def cut(monkeypatch, request_, tmp_path):
    """Get crops, and return whether they had to be cut."""
    clip = Clip(
        crops=np.zeros((2, 8, 8, 3), np.uint8),
        intensities=np.full((2, 1), np.nan, np.float32),
        times=np.arange(2.0),
        pts=np.array([0, 1]),
        restart=np.array([True, False]),
        group="",
        source="",
    )
    cuts = []

    def extract(*_, **__):
        cuts.append(1)
        return [clip]

    monkeypatch.setattr("au_studio.jobs.crops.extract_windows", extract)

    def get(request: CropRequest = request_) -> bool:
        before = len(cuts)
        crops(request, tmp_path / "crops.h5", lambda event: None, Control())
        return len(cuts) > before

    return get


def test_crops_are_cut_once(cut):
    assert cut()
    assert not cut()


def test_faces_found_anew_in_other_places_or_as_other_persons_are_cut_again(cut, tmp_path):
    cut()
    write_faces(tmp_path / "faces.h5", 11)
    assert cut()
    write_faces(tmp_path / "faces.h5", 11, person=1)
    assert cut()


def test_the_same_faces_in_a_file_written_anew_serve_as_before(cut, tmp_path):
    cut()
    write_faces(tmp_path / "faces.h5", 10)
    assert not cut()


def test_another_target_person_is_cut_again(cut, request_):
    cut()
    assert cut(replace(request_, target_person=1))
