"""Smoothing calms single frames, keeps peaks in their place, and crosses no gap."""

import numpy as np
import pytest

from au_studio.analysis.smoothing import smooth

TIMES = np.arange(60) / 30
ONE = np.zeros(60, int)


def test_it_is_the_weighted_mean_of_the_neighbours():
    values = np.random.default_rng(0).uniform(0, 5, (60, 2))
    times = np.sort(np.random.default_rng(1).uniform(0, 2, 60))
    smoothed = smooth(values, times, ONE, 0.1)
    for t in (0, 20, 59):
        weights = np.exp(-0.5 * ((times - times[t]) / 0.1) ** 2) * (np.abs(times - times[t]) <= 0.3)
        np.testing.assert_allclose(smoothed[t], weights @ values / weights.sum(), rtol=1e-5)


def test_noise_falls_and_the_peak_stays():
    clean = 4 * np.exp(-0.5 * ((TIMES - 1) / 0.4) ** 2)[:, None]
    noisy = clean + np.random.default_rng(0).normal(0, 0.3, clean.shape)
    smoothed = smooth(noisy, TIMES, ONE, 0.08)
    assert np.abs(smoothed - clean).mean() < 0.6 * np.abs(noisy - clean).mean()
    assert abs(int(smoothed.argmax()) - 30) <= 2


def test_nothing_crosses_frames_without_a_face_or_goes_into_them():
    values = np.where(np.arange(60) < 30, 0.0, 5.0)[:, None]
    values[28:30] = np.nan
    smoothed = smooth(values, TIMES, ONE, 0.2)
    assert np.isnan(smoothed[28:30]).all()
    np.testing.assert_allclose(smoothed[:28], 0)
    np.testing.assert_allclose(smoothed[30:], 5)


def test_nothing_goes_from_one_person_to_another_or_over_a_hole_in_time():
    values = np.where(np.arange(60) < 30, 0.0, 5.0)[:, None]
    persons = (np.arange(60) >= 30).astype(int)
    np.testing.assert_allclose(smooth(values, TIMES, persons, 0.2), values)
    times = TIMES + np.where(np.arange(60) < 30, 0, 0.6)
    np.testing.assert_allclose(smooth(values, times, ONE, 0.5), values)


@pytest.mark.parametrize("seconds", [0.0, -1.0, float("nan")])
def test_impossible_widths_are_refused(seconds):
    with pytest.raises(ValueError, match="not possible"):
        smooth(np.zeros((3, 1)), np.arange(3), np.zeros(3), seconds)


def test_single_frames_stay_as_they_are():
    np.testing.assert_array_equal(smooth([[1.5]], [0.0], [0], 0.1), [[1.5]])
