"""Whose face coders see enlarged: the chosen person, or the one who fills most of the recording."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.analysis.tracks import FaceTracks
from au_studio.controllers.coding_faces import target_person_of


def tracks_of(*sizes: tuple[int, int, int]) -> FaceTracks:
    """One frame with a face for each (person, width, height)."""
    n = len(sizes)
    return FaceTracks(
        backend="mediapipe",
        video_hash="",
        pts=np.array([0]),
        offsets=np.array([0, n]),
        person=np.array([person for person, _, _ in sizes], np.int16),
        boxes=np.array([(5, 5, 5 + w, 5 + h) for _, w, h in sizes], np.float32).reshape(n, 4),
        anchors=np.zeros((n, 3, 2), np.float32),
        scores=np.ones(n, np.float32),
        new_track=np.ones(n, np.bool_),
    )


@pytest.mark.parametrize(
    ("sizes", "chosen", "expected"),
    [
        ([(0, 50, 40), (1, 45, 60)], None, 1),
        ([(0, 50, 40), (1, 45, 30), (1, 45, 30)], None, 1),
        ([(0, 50, 40), (1, 45, 60)], 0, 0),
        ([], None, None),
    ],
)
def test_the_largest_sum_of_boxes_is_coded_unless_somebody_is_chosen(sizes, chosen, expected):
    assert target_person_of(tracks_of(*sizes), chosen) == expected
