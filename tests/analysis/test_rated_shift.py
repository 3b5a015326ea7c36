"""What a coder says of a few frames of a person calibrates what a model says of all of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from au_studio.analysis.neutral import NeutralBaseline, NeutralError
from au_studio.analysis.rated_shift import RatedShift, rated_shift

AUS = (4, 6)
REST = NeutralBaseline(AUS, (1.0, 2.5), "made up")


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
    with pytest.raises(NeutralError, match="Fewer than 2"):
        rated_shift(AUS, np.ones((n, 2)), np.zeros((n, 2)), REST)


def test_frames_without_a_face_stay_empty():
    shift = RatedShift(AUS, (0.5, -1.0), (2, 2))
    np.testing.assert_array_equal(
        np.isnan(shift.apply([[np.nan, np.nan], [1, 1]])).all(axis=1), [True, False]
    )


@given(st.integers(0, 2**32 - 1), st.integers(2, 30))
def test_the_mean_error_at_the_rated_frames_never_grows(seed, n):
    rng = np.random.default_rng(seed)
    rated = rng.integers(0, 6, (n, 2)).astype(float)
    predicted = np.clip(rated + rng.normal(rng.uniform(-2, 2, 2), 0.3, (n, 2)), 0, 5)
    shift = rated_shift(AUS, predicted, rated, None)
    shifted = predicted - np.array(shift.values)
    before, after = ((given - rated).mean(axis=0) for given in (predicted, shifted))
    assert (np.abs(after) <= np.abs(before) + 1e-9).all()
