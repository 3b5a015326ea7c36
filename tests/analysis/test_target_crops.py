"""Where a model's memory must start anew: at the first face, after a gap, with another track or person."""

from __future__ import annotations

import numpy as np

from au_studio.analysis.target_crops import TargetCropper
from au_studio.face.model import Face, TrackedFace


def tracked(person: int, size: float = 20, new: bool = False) -> TrackedFace:
    points = np.zeros((3, 2), np.float32)
    return TrackedFace(person, Face(np.array([0, 0, size, size], np.float32), points, points, 1.0), new)


def restarts(cropper: TargetCropper, *frames: list[TrackedFace]) -> list[bool]:
    return [cropper.skip(faces)[1] for faces in frames]


def test_time_starts_anew_after_a_frame_without_the_face():
    assert restarts(TargetCropper(), [tracked(0)], [tracked(0)], [], [tracked(0)]) == [
        True,
        False,
        False,
        True,
    ]


def test_time_starts_anew_with_another_track():
    assert restarts(TargetCropper(), [tracked(0)], [tracked(0, new=True)], [tracked(0)]) == [
        True,
        True,
        False,
    ]


def test_time_starts_anew_when_somebody_else_becomes_the_target():
    cropper = TargetCropper()
    assert restarts(cropper, [tracked(0)], *[[tracked(0), tracked(1, 40)]] * 2) == [True, True, False]


def test_after_a_reset_the_next_frame_is_the_first():
    cropper = TargetCropper()
    restarts(cropper, [tracked(0)], [tracked(0)])
    cropper.reset()
    assert restarts(cropper, [tracked(0)]) == [True]
