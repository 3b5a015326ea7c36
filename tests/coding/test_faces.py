"""Whose face coders see enlarged: that of the person who is read, and nobody else's."""

from __future__ import annotations

import numpy as np
import pytest
from made_tracks import store_tracks

from au_studio.coding import faces as coding_faces
from au_studio.coding.faces import TargetFaceFinder
from au_studio.face.model import Face

PICTURE = np.zeros((100, 100, 3), np.uint8)
EARLY, LATE = (0, 0, 20, False), (1, 60, 30, False)
FRAMES = [[EARLY]] * 5 + [[LATE]] * 20 + [[]]


class SeesOne:
    """Stands for a face backend: sees one large face in every picture."""

    def detect(self, image):
        points = np.zeros((3, 2), np.float32)
        return [Face(np.array([0, 0, 90, 90], np.float32), points, points, 1.0)]


@pytest.fixture
def find(tmp_path, monkeypatch):
    """Find the face in a frame of a recording with an early and a late person; of a backend."""
    monkeypatch.setattr(coding_faces, "create_backend", lambda name: (SeesOne(), ()))
    path = tmp_path / "faces.h5"
    store_tracks(path, FRAMES)
    finder = TargetFaceFinder()

    def find(position, chosen=None, backend="mediapipe"):
        finder.set_tracks({"a": (path, chosen)}, backend)
        face = finder.find("a", position * 10, PICTURE)
        return None if face is None else float(face.box[2])

    return find


def test_the_face_that_the_analysis_reads_is_shown_though_another_fills_more_of_the_recording(find):
    assert find(2) == 20.0
    assert find(24) == 90.0 == LATE[1] + LATE[2]


def test_who_is_chosen_is_shown(find):
    assert find(24, chosen=1) == 90.0
    assert find(2, chosen=0) == 20.0


def test_nobody_is_shown_where_only_somebody_else_is(find):
    assert find(2, chosen=1) is None
    assert find(2, chosen=1, backend="face-alignment") is None


def test_a_frame_in_which_no_face_was_found_is_looked_at_again(find):
    assert find(25) == 90.0


def test_a_frame_of_before_the_tracks_is_looked_at(find):
    assert find(77) == 90.0
