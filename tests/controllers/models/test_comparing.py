"""Two models compared without a window: who is compared, and what is worth a look."""

from __future__ import annotations

import pytest

from au_studio.controllers.models.comparing import ComparingState, ModelComparing


@pytest.fixture
def comparing(study, qtbot):
    made = ModelComparing(study)
    made.activate()
    qtbot.waitUntil(lambda: made.state.comparison is not None, timeout=20_000)
    yield made
    made.close()


def test_nothing_is_computed_before_somebody_looks(study):
    hidden = ModelComparing(study)
    hidden.refresh()
    assert hidden.state.models == (("base", "Untrained"), ("child", "Child"))
    assert not hidden.state.busy
    hidden.close()


def test_a_model_is_compared_with_its_parent_and_the_moment_that_differs_most_is_shown(comparing):
    state = comparing.state
    assert {state.first, state.second} == {"base", "child"}
    assert state.au == 12
    assert state.curves is not None
    assert "“Child” was trained from “Untrained”" in state.verdict
    assert state.missing == ()


def test_choosing_the_other_one_twice_swaps_them(comparing, qtbot):
    first, second = comparing.state.first, comparing.state.second
    comparing.choose_first(second)
    assert (comparing.state.first, comparing.state.second) == (second, first)
    qtbot.waitUntil(lambda: comparing.state.comparison is not None, timeout=20_000)
    comparing.choose_second(second)
    assert (comparing.state.first, comparing.state.second) == (first, second)


def test_without_a_study_there_is_nothing_to_compare(comparing, study):
    study.close_study()
    assert comparing.state.comparison is None
    assert (ComparingState().verdict, ComparingState().missing, ComparingState().curves) == ("", (), None)
