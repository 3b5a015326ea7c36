"""An action unit in full: the pairs of ratings, how often each, and the limits of agreement."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from au_studio.agreement.tables import PairedValues
from au_studio.coding.session import SampleFrame
from au_studio.controllers.agree.state import AgreementState, Situation, unit_detail

FIRST = np.array([[0, 1], [2, 3], [5, np.nan]], float)
SECOND = np.array([[1, 1], [2, 5], [5, np.nan]], float)


@pytest.fixture
def comparison():
    frames = tuple(SampleFrame("r", pts) for pts in range(3))
    return SimpleNamespace(paired=PairedValues(frames, (4, 12), FIRST, SECOND), rows=())


def test_pairs_and_counts_are_those_of_the_frames_that_both_rated(comparison):
    detail = unit_detail(comparison, 12)
    np.testing.assert_array_equal(detail.first, [1, 3])
    np.testing.assert_array_equal(detail.second, [1, 5])
    assert detail.counts.sum() == 2
    assert (detail.counts[1, 1], detail.counts[3, 5]) == (1, 1)
    assert unit_detail(comparison, 4).limits.value == pytest.approx(1 / 3)


def test_what_the_two_did_not_both_rate_has_no_detail(comparison):
    assert unit_detail(comparison, 25) is None
    assert unit_detail(comparison, None) is None


def test_states_that_show_the_same_are_the_same(comparison):
    one, two = (AgreementState(Situation.READY, comparison=comparison, consensus={}) for _ in range(2))
    assert one == two
    assert one != AgreementState(Situation.READY, comparison=comparison, consensus={}, message="Undone")
    assert not one.can_export, "there is no row to write"
