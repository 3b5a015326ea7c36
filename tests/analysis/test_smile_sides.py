"""Which side of the mouth smiles more."""

import numpy as np
import pytest

from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.smile_sides import smile_sides


def analysis(smile, corners, aus=(6, 12), seconds=6.0):
    n = len(smile)
    intensities = np.zeros((n, len(aus)), np.float32)
    intensities[:, -1] = smile
    return RecordingAnalysis(
        aus=aus, pts=np.arange(n), times=np.arange(n) * seconds / n, intensities=intensities,
        confidence=np.ones(n, np.float32), success=np.isfinite(intensities[:, -1]),
        person=np.zeros(n, np.int16), boxes=np.zeros((n, 4), np.float32),
        corners=None if corners is None else np.asarray(corners, np.float32),
    )  # fmt: skip


def test_frames_with_a_smile_count():
    corners = [[6, 2], [9, 1], [0, 30], [3, 1], [0.4, 0.1], [np.nan, np.nan]]
    found = smile_sides(analysis([2, 3, 0.5, 1, 4, np.nan], corners))
    assert found.frames == 3
    assert found.asymmetry == pytest.approx(0.5)


def test_a_corner_that_sinks_does_not_smile():
    assert smile_sides(analysis([3, 3], [[-4, 8]] * 2)).asymmetry == -1


def test_a_moment_is_not_enough():
    short = smile_sides(analysis([3, 3, 0, 0], [[9, 1]] * 4, seconds=0.8))
    assert short.frames == 2
    assert np.isnan(short.asymmetry)
    assert smile_sides(analysis([3, 3, 0, 0], [[9, 1]] * 4, seconds=1.0)).asymmetry == pytest.approx(0.8)
    assert np.isnan(smile_sides(analysis([3], [[9, 1]])).asymmetry)


def test_nothing_is_said_where_nothing_is_known():
    assert smile_sides(analysis([3], None)) is None
    assert smile_sides(analysis([3], [[5, 5]], aus=(6, 17))) is None
    nobody = smile_sides(analysis([0], [[5, 5]]))
    assert nobody.frames == 0
    assert np.isnan(nobody.asymmetry)
