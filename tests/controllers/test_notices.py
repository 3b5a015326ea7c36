"""What people are told: sentences as they are, and every error with a next step."""

from __future__ import annotations

import pytest

from au_studio.controllers.notices import Notices
from au_studio.errors import AUStudioError


@pytest.fixture
def told(qtbot):
    notices = Notices()
    heard: list[tuple] = []
    notices.notice.connect(lambda text, level: heard.append((text, level)))
    notices.notice_settled.connect(lambda text: heard.append((text, "settled")))
    notices.problem.connect(lambda error: heard.append((error, "problem")))
    return notices, heard


def test_a_sentence_comes_with_its_level_and_can_be_taken_back(told):
    notices, heard = told
    notices.say("One")
    notices.say("Two", "warning")
    notices.unsay("Two")
    assert heard == [("One", "info"), ("Two", "warning"), ("Two", "settled")]


def test_an_error_of_ours_is_shown_as_it_is(told):
    notices, heard = told
    error = AUStudioError("It broke.", next_step="Mend it.")
    notices.report(error)
    assert heard == [(error, "problem")]


@pytest.mark.parametrize(("error", "words"), [(ValueError("odd"), "odd"), (KeyError(), "KeyError")])
def test_any_other_error_gets_a_next_step_and_keeps_its_kind_as_details(told, error, words):
    notices, heard = told
    notices.report(error)
    ((shown, _),) = heard
    assert words in shown.message
    assert shown.next_step
    assert type(error).__name__ in shown.details
