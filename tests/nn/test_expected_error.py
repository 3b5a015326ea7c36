"""Expected errors follow the predicted intensity; bands stay within the scale; a card keeps them."""

import itertools
import json

import numpy as np
import pytest

from au_studio.nn.expected_error import KNOTS, LEVELS, ExpectedErrors, expected_errors_in

MODEL = ExpectedErrors(
    (12, 25),
    (tuple(0.1 + 0.1 * k for k in KNOTS), (0.5,) * len(KNOTS)),
    ((0.7, 1.0, 1.3, 1.6, 2.0),) * 2,
    "made up",
)


def test_the_expected_error_is_interpolated_by_unit_and_intensity():
    error = MODEL.expected_error([[0.0, 3.0], [2.5, 0.0], [9.0, 1.0]])
    np.testing.assert_allclose(error, [[0.1, 0.5], [0.35, 0.5], [0.6, 0.5]], rtol=1e-6)


def test_without_a_face_there_is_no_expected_error():
    error = MODEL.expected_error([[np.nan, np.nan], [1.0, np.nan]])
    assert np.isnan(error[0]).all()
    assert np.isfinite(error[1, 0])


def test_a_band_widens_with_its_level_and_stays_within_the_scale():
    predicted = np.float32([[0.1, 4.9], [2.5, 2.5]])
    error = MODEL.expected_error(predicted)
    bands = [MODEL.band(predicted, error, level) for level in LEVELS]
    for (low, high), (wider_low, wider_high) in itertools.pairwise(bands):
        assert (wider_low <= low).all()
        assert (high <= wider_high).all()
    assert min(low.min() for low, _ in bands) == 0
    assert max(high.max() for _, high in bands) == 5


def test_a_band_lies_evenly_about_the_intensity():
    low, high = MODEL.band(np.float32([[2.5, 2.5]]), np.float32([[0.35, 0.5]]), LEVELS[3])
    np.testing.assert_allclose(low, [[1.94, 1.7]], rtol=1e-6)
    np.testing.assert_allclose(high, [[3.06, 3.3]], rtol=1e-6)


def test_it_comes_back_from_a_card():
    card = json.loads(json.dumps({"error_model": {"model": MODEL.to_json(), "examined": {}}}))
    assert expected_errors_in(card) == MODEL


@pytest.mark.parametrize(
    "damaged",
    [{}, {"error_model": {}}, {"error_model": {"model": {**MODEL.to_json(), "levels": [0.5]}}},
     {"error_model": {"model": {**MODEL.to_json(), "sd": [[1.0]]}}}, {"error_model": None}],
)  # fmt: skip
def test_a_card_without_a_usable_one_has_none(damaged):
    assert expected_errors_in(damaged) is None
