"""The error model is calibrated on persons that it was not fitted on."""

import numpy as np
import pytest

from au_studio.learn.judging.error_fitting import fit_expected_errors
from au_studio.nn.expected_error import LEVELS


def made(n_persons, frames=400, seed=0):
    """Errors grow with the intensity, more for the second unit, and are not normal."""
    rng = np.random.default_rng(seed)
    persons = np.repeat(np.arange(n_persons), frames)
    predicted = np.clip(rng.gamma(1.2, 1.0, (len(persons), 2)), 0, 5)
    scale = (0.1 + 0.2 * predicted) * [1.0, 2.0]
    truth = predicted + rng.laplace(0, 1, predicted.shape) * scale / np.sqrt(2)
    return truth, predicted, persons, scale


def test_bands_cover_what_they_promise_on_other_persons():
    truth, predicted, persons, _ = made(20)
    model = fit_expected_errors(truth, predicted, persons, (12, 25))
    truth, predicted, _, _ = made(20, seed=1)
    error = model.expected_error(predicted)
    for level in LEVELS:
        half = np.array([np.interp(level, LEVELS, row) for row in model.spread]) * error
        assert np.mean(np.abs(truth - predicted) <= half) == pytest.approx(level, abs=0.02)


def test_expected_errors_are_those_that_are_made():
    truth, predicted, persons, scale = made(30)
    model = fit_expected_errors(truth, predicted, persons, (12, 25))
    np.testing.assert_allclose(model.expected_error(predicted), scale, rtol=0.25)


def test_a_person_with_many_frames_does_not_crowd_out_the_others():
    truth, predicted, persons, _ = made(4)
    long_truth, long_predicted, _, _ = made(1, 4000, seed=2)
    long_truth = long_predicted + 3 * (long_truth - long_predicted)
    both = fit_expected_errors(
        np.concatenate([truth, long_truth]),
        np.concatenate([predicted, long_predicted]),
        np.concatenate([persons, np.full(4000, 9)]),
        (12, 25),
    )
    alone = fit_expected_errors(truth, predicted, persons, (12, 25))
    ratio = both.expected_error([[1.0, 1.0]]) / alone.expected_error([[1.0, 1.0]])
    assert (ratio < np.sqrt((4 + 9) / 5) * 1.15).all()


def test_missing_labels_do_not_count_and_a_rare_intensity_borrows_from_the_other_units():
    truth, predicted, persons, _ = made(10)
    truth[predicted[:, 0] > 2, 0] = np.nan
    model = fit_expected_errors(truth, predicted, persons, (12, 25))
    low, high = model.expected_error([[0.5, 0.5], [4.0, 4.0]])
    assert high[0] > 1.5 * low[0], "the other unit's errors grow with the intensity"


def test_without_labels_nothing_can_be_fitted():
    with pytest.raises(ValueError, match="No frame has a label"):
        fit_expected_errors(np.full((3, 2), np.nan), np.zeros((3, 2)), [0, 1, 2], (12, 25))


def test_a_unit_that_nobody_rated_is_as_uncertain_as_the_others():
    truth, predicted, persons, _ = made(10)
    truth[:, 1] = np.nan
    model = fit_expected_errors(truth, predicted, persons, (12, 25))
    known, unknown = model.expected_error([[1.0, 1.0]])[0]
    assert unknown == pytest.approx(known, rel=0.6)
