"""What was done to an analysis is in its provenance; the original stays as the model gave it."""

import json

import numpy as np
import pytest

from au_studio.analysis.processing import Processing, with_errors
from au_studio.analysis.results import RecordingAnalysis
from au_studio.nn.expected_error import KNOTS, LEVELS, ExpectedErrors

ERRORS = ExpectedErrors(
    (1, 12), ((0.5,) * len(KNOTS),) * 2, ((1.0,) * len(LEVELS),) * 2, "900 frames of 9 persons"
)


@pytest.fixture
def analysis():
    n = 120
    times = np.arange(n) / 30
    values = np.column_stack([np.full(n, 0.8), np.where(times > 2, 3.0, 0.2)]).astype(np.float32)
    values[50] = np.nan
    success = np.isfinite(values[:, 0])
    return RecordingAnalysis(
        aus=(1, 12),
        pts=np.arange(n),
        times=times,
        intensities=values,
        confidence=success.astype(np.float32),
        success=success,
        person=np.where(success, 0, -1).astype(np.int16),
        boxes=np.zeros((n, 4), np.float32),
        provenance={"model": {"name": "m"}},
    )


def test_without_a_wish_nothing_changes(analysis):
    assert Processing().apply(analysis) is analysis


def test_calibration_and_smoothing_are_named(analysis):
    before = analysis.intensities.copy()
    done = Processing("auto", 0.1).apply(analysis)
    told = json.loads(json.dumps(done.provenance))["processing"]
    assert told["smoothing"]["sd_seconds"] == 0.1
    assert told["neutral_baseline"]["aus"] == [1, 12]
    assert told["neutral_baseline"]["values"] == pytest.approx([0.8, 0.2], abs=0.01)
    np.testing.assert_array_equal(analysis.intensities, before)
    assert "processing" not in analysis.provenance
    np.testing.assert_allclose(done.intensities[:40], 0, atol=0.02)
    assert np.isnan(done.intensities[50]).all()


def test_a_marked_time_serves_as_the_baseline(analysis):
    done = Processing(1.0).apply(analysis)
    assert "1.000 s" in done.provenance["processing"]["neutral_baseline"]["method"]
    np.testing.assert_allclose(done.intensities[100], [0, (3 - 0.2) * 5 / 4.8], atol=1e-5)


def test_expected_errors_grow_with_the_stretched_scale(analysis):
    raw = with_errors(analysis, ERRORS)
    assert raw.provenance["expected_errors"]["fitted_on"] == "900 frames of 9 persons"
    np.testing.assert_allclose(raw.errors[0], 0.5)
    assert np.isnan(raw.errors[50]).all()
    done = Processing("auto").apply(raw)
    np.testing.assert_allclose(done.errors[0], [0.5 * 5 / 4.2, 0.5 * 5 / 4.8], rtol=1e-5)
