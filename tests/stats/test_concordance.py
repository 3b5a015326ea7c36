"""Concordance knows scale and place, which a correlation does not."""

import numpy as np
import pytest

from au_studio.stats.concordance import concordance

SERIES = np.array([0.0, 1.0, 2.0, 5.0, 3.0])


def test_a_series_follows_itself():
    assert concordance(SERIES, SERIES) == pytest.approx(1.0)
    assert concordance(SERIES, -SERIES + 2 * SERIES.mean()) == pytest.approx(-1.0)


def test_another_scale_or_place_costs():
    assert concordance(SERIES, 0.5 * SERIES) < 0.75
    shifted = concordance(SERIES, SERIES + 1)
    assert shifted == pytest.approx(2 * SERIES.var() / (2 * SERIES.var() + 1))


@pytest.mark.parametrize("values", [np.zeros(5), np.full(5, 2.2)])
def test_what_never_varies_follows_nothing(values):
    assert concordance(SERIES, values) == 0
    assert concordance(values, values) == 0
