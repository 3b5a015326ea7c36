"""Values that grow, and their peaks."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from au_studio.live.series import BLOCK, MappedCurves, Series


def _plain_peaks(values, edges):
    low, high = [], []
    for begin, end in itertools.pairwise(edges):
        part = values[begin:end]
        empty = np.full(values.shape[1], np.nan, np.float32)
        low.append(np.fmin.reduce(part) if len(part) else empty)
        high.append(np.fmax.reduce(part) if len(part) else empty)
    return np.array(low), np.array(high)


@pytest.mark.parametrize("columns", [7, 50, 333])
def test_peaks_are_those_of_a_plain_loop(columns):
    rng = np.random.default_rng(columns)
    values = rng.uniform(0, 5, (900, 3)).astype(np.float32)
    values[rng.random(900) < 0.2] = np.nan
    series = Series(900, 3)
    series.put(0, values)
    edges = np.sort(rng.integers(0, 900, columns + 1)).astype(np.int64)
    # Wide bins are rounded to blocks; these bins are narrow.
    edges = np.minimum(edges, edges[0] + 2 * BLOCK * columns)
    for got, expected in zip(series.peaks(edges), _plain_peaks(values, edges), strict=True):
        np.testing.assert_array_equal(got, expected)


def test_no_single_peak_is_lost_in_a_two_hour_recording():
    n_frames = 2 * 3600 * 30
    values = np.zeros((n_frames, 2), np.float32)
    values[123_457, 1] = 4.5
    series = Series(n_frames, 2)
    for start in range(0, n_frames, 5000):
        series.put(start, values[start : start + 5000])
    low, high = series.peaks(np.linspace(0, n_frames, 801).astype(np.int64))
    assert high[:, 1].max() == 4.5
    assert high[:, 0].max() == 0
    assert low.min() == 0


def test_gaps_stay_gaps():
    series = Series(192, 1)
    series.put(0, np.ones((64, 1), np.float32))
    series.put(128, np.ones((64, 1), np.float32))
    low, high = series.peaks(np.arange(0, 193, 32))
    np.testing.assert_array_equal(np.isnan(high[:, 0]), [False, False, True, True, False, False])
    np.testing.assert_array_equal(np.isnan(low), np.isnan(high))


def test_single_frames_are_set_and_those_between_stay_as_they_are():
    series = Series(100, 1)
    series.put(0, np.full((100, 1), 3, np.float32))
    series.put_at(np.array([20, 50]), np.array([[5], [np.nan]], np.float32))
    assert series.values[[19, 20, 21, 49, 51], 0].tolist() == [3, 5, 3, 3, 3]
    assert np.isnan(series.values[50, 0])
    assert series.peaks(np.array([16, 32, 99]))[1].ravel().tolist() == [5, 3]
    series.put_at(np.zeros(0, np.int64), np.zeros((0, 1), np.float32))


def test_values_can_be_taken_back():
    series = Series(100, 1)
    series.put(0, np.full((100, 1), 3, np.float32))
    series.clear(10, 90)
    assert np.isfinite(series.values[:, 0]).sum() == 20
    assert np.isnan(series.peaks(np.array([20, 80]))[1]).all()


def test_changed_curves_have_the_peaks_of_the_changed_values():
    rng = np.random.default_rng(5)
    values = rng.uniform(0, 5, (400, 3)).astype(np.float32)
    values[rng.random(400) < 0.1] = np.nan
    series = Series(400, 3)
    series.put(0, values)

    def change(v):
        return np.clip(v - np.float32([0.5, 1, 2]), 0, 5)

    seen, plain = MappedCurves(series, change), Series(400, 3)
    plain.put(0, change(values))
    edges = np.linspace(3, 390, 40).astype(np.int64)
    for mine, expected in zip(seen.peaks(edges), plain.peaks(edges), strict=True):
        np.testing.assert_array_equal(mine, expected)
    np.testing.assert_array_equal(seen.window(10, 50), plain.window(10, 50))
    assert not seen.empty
    assert MappedCurves(Series(10, 3), change).empty
