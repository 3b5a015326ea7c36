"""A coder's session without a window: what is told, what is written, and what can be undone."""

from __future__ import annotations

import pytest

from au_studio.controllers.code.coding import CodingController
from au_studio.controllers.code.state import Situation


@pytest.fixture
def coding(sampled):
    made = CodingController(sampled)
    yield made
    made.close()


@pytest.fixture
def ab(coding):
    """AB is coding."""
    coding.add_coder("AB")
    return coding


@pytest.fixture
def states(coding):
    heard = []
    coding.state_changed.connect(heard.append)
    return heard


def written(coding, sampled):
    return {(r.au, r.value) for r in sampled.study.ratings(coding.state.coder_id)}


def test_what_is_missing_is_said_before_anything_can_be_rated(coding, sampled):
    assert coding.state.situation is Situation.NO_CODER
    coding.rate(3)
    assert sampled.study.coders() == []
    sampled.close_study()
    assert coding.state.situation is Situation.NO_STUDY


def test_every_state_is_told_once(ab, states):
    ab.step(-1)
    ab.step(-1)
    assert [state.message for state in states] == ["This is the first frame."]
    assert states[-1] == ab.state


def test_a_rating_is_written_and_the_next_action_unit_has_the_focus(ab, sampled, qtbot):
    first, second = ab.state.aus[:2]
    with qtbot.waitSignal(ab.rated):
        ab.rate(3)
    ab.repeat_last()
    assert written(ab, sampled) == {(first, 3), (second, 3)}
    assert ab.state.focus == 2
    assert [cell.value for cell in ab.state.cells[:2]] == [3, 3]


def test_undo_and_redo_go_to_the_frame_that_they_change(ab, sampled):
    frame = ab.state.frame
    ab.rate(2)
    ab.step(1)
    assert ab.state.frame != frame
    ab.undo()
    assert (ab.state.frame, ab.state.cells[0]) == (frame, None)
    assert ab.state.message.startswith("Undone")
    ab.redo()
    assert ab.state.cells[0].value == 2
    assert written(ab, sampled) == {(ab.state.aus[0], 2)}


def test_the_rest_of_a_frame_is_rated_0_and_copied_to_the_next(ab):
    ab.rate(4)
    ab.zero_the_rest()
    assert ab.state.frame_complete
    ab.zero_the_rest()
    assert "rated already" in ab.state.message
    ab.copy_previous()
    assert "first frame" in ab.state.message
    ab.step(1)
    ab.copy_previous()
    assert [cell.value for cell in ab.state.cells] == [4] + [0] * (len(ab.state.aus) - 1)


def test_what_cannot_be_marked_is_said(ab):
    ab.repeat_last()
    assert "no rating to repeat" in ab.state.message
    ab.toggle_unsure()
    assert "Rate an action unit first" in ab.state.message
    ab.toggle_side("L")
    assert "Rate an action unit 1 to 5 first" in ab.state.message
    ab.go_to_next_unsure()
    assert "marked as unsure" in ab.state.message


def test_a_note_is_kept_and_can_be_taken_back(ab):
    ab.set_note("  a hand ")
    assert (ab.state.note, ab.state.message) == ("a hand", "Note saved.")
    ab.set_note("a hand")
    ab.undo()
    assert ab.state.note == ""


def test_two_coders_do_not_see_each_other(ab):
    ab.rate(5)
    ab.add_coder("CD")
    assert ab.state.cells[0] is None
    ab.choose_coder(ab.state.coders[0][0])
    assert ab.state.cells[0].value == 5
    assert ab.state.undo_text == "", "nobody undoes what was done before somebody else went on"


def test_a_visibility_code_makes_what_it_hides_not_codable(ab):
    ab.set_not_visible(73)
    assert any(cell is not None and cell.value is None for cell in ab.state.cells)
    ab.set_not_visible(73)
    assert "Nothing changes" in ab.state.message
