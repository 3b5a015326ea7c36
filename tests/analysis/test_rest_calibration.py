"""A person's face at rest becomes 0, the top stays 5, and what the baseline rests on is said."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from au_studio.analysis.rest_calibration import (
    MOST,
    RestCalibration,
    RestCalibrationError,
    calibration_by_calm,
    calibration_by_mark,
)

AUS = (1, 12)


def test_what_the_model_reads_at_rest_is_taken_off():
    rng = np.random.default_rng(0)
    rest = np.array([0.8, 0.1]) + rng.normal(0, 0.03, (300, 2))
    rest[100:160, 1] += 3  # a smile
    baseline = calibration_by_calm(AUS, rest)
    assert baseline.values == pytest.approx((0.77, 0.06), abs=0.04)
    assert baseline.apply(rest)[:100].mean(axis=0) == pytest.approx((0.05, 0.05), abs=0.05)
    assert baseline.apply(rest)[120, 1] > 2.9
    assert "300 frames" in baseline.method


def test_frames_without_a_face_do_not_count_and_stay_without_values():
    values = np.full((200, 2), 1.0)
    values[::2] = np.nan
    baseline = calibration_by_calm(AUS, values)
    assert baseline.values == (1.0, 1.0)
    assert np.isnan(baseline.apply(values)[::2]).all()


def test_a_marked_frame_counts_with_its_neighbours():
    times = np.arange(100) / 25
    values = np.column_stack([np.where(times < 2, 0.5, 3.0), np.zeros(100)])
    values[25, 0] = 4.0  # one bad frame
    baseline = calibration_by_mark(AUS, values, times, 1.0)
    assert baseline.values == pytest.approx((0.5, 0.0))
    assert "1.000 s" in baseline.method


def test_too_little_to_go_by_is_said():
    with pytest.raises(RestCalibrationError, match="Only 20 frames"):
        calibration_by_calm(AUS, np.zeros((20, 2)))
    with pytest.raises(RestCalibrationError, match=r"No face was found at 7\.00 s"):
        calibration_by_mark(AUS, np.full((10, 2), np.nan), np.arange(10), 7.0)


@given(st.floats(0, MOST), st.floats(0, 5), st.floats(0, 5))
def test_the_order_of_intensities_and_the_ends_of_the_scale_stay(rest, one, other):
    baseline = RestCalibration((12,), (rest,), "")
    low, high = baseline.apply([[min(one, other)], [max(one, other)]]).ravel()
    assert 0 <= low <= high <= 5
    top, bottom = baseline.apply([[5.0], [rest]]).ravel()
    assert top == pytest.approx(5, abs=1e-5)
    assert bottom == pytest.approx(0, abs=1e-5)
