"""Figures of a stretch."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.controllers.stretch import stretch_rows

TIMES = np.arange(100) / 10


def test_only_what_lies_in_the_stretch_counts():
    values = np.zeros((100, 2), np.float32)
    values[20:30, 0] = 4
    values[50:60, 0] = 1.5
    values[:, 1] = np.nan
    whole, nothing = stretch_rows(TIMES, values, (12, 6), (0.0, 9.9))
    assert (whole.au, whole.peak, whole.episodes) == (12, 4.0, 2)
    assert whole.mean == pytest.approx(0.55)
    assert whole.shares == (0.2, 0.1, 0.1)
    assert (nothing.mean, nothing.peak, nothing.shares, nothing.episodes) == (None, None, (), 0)
    (part, _) = stretch_rows(TIMES, values, (12, 6), (5.0, 5.9))
    assert (part.mean, part.peak, part.shares, part.episodes) == (1.5, 1.5, (1.0, 0.0, 0.0), 1)
    assert stretch_rows(TIMES, values, (12, 6), (20.0, 30.0))[0].mean is None
