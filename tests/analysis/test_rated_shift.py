"""What a coder says of a few frames of a person calibrates what a model says of all of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from au_studio.analysis.rated_shift import RatedShift, rated_shift
from au_studio.analysis.rest_calibration import RestCalibration, RestCalibrationError

AUS = (4, 6)
REST = RestCalibration(AUS, (1.0, 2.5), "made up")


def test_what_the_model_reads_too_much_is_taken_off_with_caution():
    shift = rated_shift(AUS, [[1, 2], [3, 4], [2, 4]], [[0, 4], [2, 5], [1, 4]], None)
    assert shift.values == pytest.approx((3 / 4, -3 / 4))
    assert shift.frames == (3, 3)
    np.testing.assert_allclose(shift.apply([[0.5, 4.8], [2, 0]]), [[0, 5], [1.25, 0.75]])
    np.testing.assert_allclose(shift.slope(), 1)


def test_units_with_too_few_rated_frames_are_calibrated_to_rest():
    nan = np.nan
    shift = rated_shift(AUS, [[1, 2], [3, nan], [2, 4]], [[0, 4], [2, 5], [1, nan]], REST)
    assert shift.frames == (3, 0)
    np.testing.assert_allclose(shift.apply([[2, 3.75]]), [[1.25, 2.5]])
    np.testing.assert_allclose(shift.slope(), [1, 2])
    assert shift.to_json()["units_not_rated"]["method"] == "made up"
    alone = rated_shift(AUS, [[1, 2], [3, 1]], [[0, nan], [2, nan]], None)
    np.testing.assert_allclose(alone.apply([[2, 3.75]])[0, 1], 3.75)


@pytest.mark.parametrize("n", [0, 1])
def test_one_rated_frame_says_too_little(n):
    with pytest.raises(RestCalibrationError, match="Fewer than 2"):
        rated_shift(AUS, np.ones((n, 2)), np.zeros((n, 2)), REST)


def test_frames_without_a_face_stay_empty():
    shift = RatedShift(AUS, (0.5, -1.0), (2, 2))
    np.testing.assert_array_equal(
        np.isnan(shift.apply([[np.nan, np.nan], [1, 1]])).all(axis=1), [True, False]
    )


@given(st.integers(0, 2**32 - 1), st.integers(2, 30), st.booleans())
def test_values_shift_in_one_direction_and_stay_on_the_scale(seed, n, with_rest):
    rng = np.random.default_rng(seed)
    rated = rng.integers(0, 6, (n, 2)).astype(float)
    rated[rng.random((n, 2)) < 0.3] = np.nan
    predicted = rng.uniform(0, 5, (n, 2))
    rest = REST if with_rest else None
    try:
        shift = rated_shift(AUS, predicted, rated, rest)
    except RestCalibrationError:
        assert (np.isfinite(rated).sum(axis=0) < 2).all()
        return
    shown = shift.apply(predicted)
    assert shown.min() >= 0
    assert shown.max() <= 5
    for k in range(2):
        if shift.frames[k]:
            over = np.nanmean(predicted[:, k] - rated[:, k])
            inside = (shown[:, k] > 0) & (shown[:, k] < 5)
            taken = (predicted[:, k] - shown[:, k])[inside]
            np.testing.assert_allclose(taken, over * shift.frames[k] / (shift.frames[k] + 1), atol=1e-5)
        elif rest is None:
            np.testing.assert_allclose(shown[:, k], predicted[:, k], atol=1e-6)
