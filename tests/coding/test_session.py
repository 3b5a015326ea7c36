from __future__ import annotations

import pytest

from au_studio.coding.session import Cell, CellChange, CodingSession, SampleFrame, order_frames

A = [SampleFrame("a", pts) for pts in (40, 10, 30)]
B = [SampleFrame("b", pts) for pts in (5, 25)]
AUS = (1, 2, 4)


def apply_all(session: CodingSession, changes: list[CellChange]) -> None:
    for change in changes:
        session.apply(change)


def rate(session: CodingSession, value: int | None) -> None:
    apply_all(session, session.rate_focused(value))
    session.focus_next()


def test_random_order_is_the_order_of_the_draw_with_recordings_in_turn():
    assert order_frames([A, B], "random") == [A[0], B[0], A[1], B[1], A[2]]


def test_an_extension_comes_behind_what_was_drawn_before():
    before = order_frames([A], "random")
    after = order_frames([[*A, SampleFrame("a", 99)]], "random")
    assert after[: len(before)] == before


def test_chronological_order_goes_through_one_recording_after_the_other():
    assert order_frames([A, B], "chronological") == [A[1], A[2], A[0], B[0], B[1]]


def test_a_frame_that_was_drawn_twice_is_coded_once():
    assert order_frames([[*A, A[0]]], "random") == A
    assert order_frames([[*A, A[0]]], "chronological") == [A[1], A[2], A[0]]


def test_coding_resumes_at_the_first_frame_that_is_not_complete():
    done = [((A[0], au), Cell(1)) for au in AUS] + [((A[1], 1), Cell(0))]
    session = CodingSession(A, AUS, done)
    assert session.frame == A[1]
    assert session.focused_au == 2
    assert (session.frames_done, session.ratings_done) == (1, 4)


def test_rating_moves_down_and_from_the_last_row_back_to_what_was_skipped():
    session = CodingSession(A, AUS)
    session.move_focus(1)
    rate(session, 3)
    rate(session, 0)
    assert session.focused_au == 1
    rate(session, 2)
    assert session.cells() == (Cell(2), Cell(3), Cell(0))
    assert session.is_complete(A[0])


def test_not_codable_counts_as_done_and_is_not_a_zero():
    session = CodingSession(A, AUS)
    for _ in AUS:
        rate(session, None)
    assert session.is_complete(A[0])
    assert session.cells() == (Cell(None),) * 3


def test_unsure_marks_the_rating_given_last_when_the_focused_one_is_empty():
    session = CodingSession(A, AUS)
    rate(session, 4)
    apply_all(session, session.toggle_unsure())
    assert session.cells() == (Cell(4, unsure=True), None, None)
    apply_all(session, session.toggle_unsure())
    assert session.cells()[0] == Cell(4)


def test_unsure_marks_the_focused_rating_when_there_is_one():
    session = CodingSession(A, AUS)
    rate(session, 4)
    rate(session, 5)
    session.move_focus(-2)
    apply_all(session, session.toggle_unsure())
    assert session.cells()[:2] == (Cell(4, unsure=True), Cell(5))


def test_the_rest_becomes_zero_and_what_is_rated_stays():
    session = CodingSession(A, AUS)
    rate(session, 4)
    apply_all(session, session.zero_the_rest())
    assert session.cells() == (Cell(4), Cell(0), Cell(0))
    assert session.zero_the_rest() == []


def test_copying_takes_the_frame_before_in_coding_order():
    session = CodingSession(A, AUS)
    assert session.copy_previous() == []
    rate(session, 4)
    rate(session, None)
    session.step(1)
    apply_all(session, session.copy_previous())
    assert session.cells() == (Cell(4), Cell(None), None)


def test_a_rating_that_changes_nothing_is_no_edit():
    session = CodingSession(A, AUS)
    rate(session, 4)
    session.move_focus(-1)
    assert session.rate_focused(4) == []


def test_reversing_every_change_gives_the_beginning_back():
    session = CodingSession(A, AUS)
    changes = session.zero_the_rest()
    apply_all(session, changes)
    apply_all(session, [change.reversed() for change in changes])
    assert session.cells() == (None, None, None)
    assert session.ratings_done == 0


def test_moving_stops_at_both_ends():
    session = CodingSession(A, AUS)
    assert not session.step(-1)
    assert session.go_to_index(99)
    assert session.index == 2
    assert not session.step(1)
    session.move_focus(99)
    assert session.focused_au == 4


def test_the_next_incomplete_frame_is_looked_for_behind_first_and_then_from_the_start():
    session = CodingSession(A, AUS, [((A[2], au), Cell(0)) for au in AUS])
    session.go_to_index(1)
    assert session.go_to_first_incomplete(after_current=True)
    assert session.frame == A[0]
    full = CodingSession(A, AUS, [((frame, au), Cell(0)) for frame in A for au in AUS])
    assert not full.go_to_first_incomplete(after_current=True)


def test_the_frames_ahead_and_the_one_behind_are_decoded_early():
    session = CodingSession(A, AUS)
    session.step(1)
    assert session.upcoming(4) == (A[2], A[0])


def test_without_a_sample_nothing_happens():
    session = CodingSession((), AUS)
    assert session.frame is None
    assert session.rate_focused(3) == session.toggle_unsure() == session.clear_focused() == []
    assert session.zero_the_rest() == session.copy_previous() == []
    assert not session.go_to_first_incomplete()


def test_a_side_belongs_to_what_was_just_rated_and_goes_with_a_second_press():
    session = CodingSession(A, AUS)
    rate(session, 3)
    apply_all(session, session.toggle_side("L"))
    assert session.cells()[0] == Cell(3, side="L")
    apply_all(session, session.toggle_side("R"))
    assert session.cells()[0] == Cell(3, side="R")
    apply_all(session, session.toggle_side("R"))
    assert session.cells()[0] == Cell(3)


@pytest.mark.parametrize("value", [0, None])
def test_what_is_absent_or_not_codable_has_no_side(value):
    session = CodingSession(A, AUS)
    rate(session, value)
    assert session.toggle_side("U") == []


def test_a_visibility_code_makes_what_it_hides_not_codable_and_leaves_the_rest():
    session = CodingSession(A, (1, 2, 12))
    rate(session, 4)
    apply_all(session, session.not_visible(70))
    assert session.cells() == (Cell(None, code=70), Cell(None, code=70), None)
    assert session.not_visible(70) == []
    assert session.not_visible(71) == []
    apply_all(session, session.not_visible(73))
    assert session.cells() == (Cell(None, code=73),) * 3


def test_unsure_keeps_side_and_code():
    session = CodingSession(A, (1, 2, 12))
    apply_all(session, session.not_visible(70))
    apply_all(session, session.toggle_unsure())
    assert session.cells()[0] == Cell(None, unsure=True, code=70)


def test_a_session_resumes_at_the_frame_rated_last_or_the_first_unfinished_behind_it():
    done = {(A[0], au): Cell(0) for au in AUS} | {(A[2], 1): Cell(2)}
    session = CodingSession(A, AUS, done.items())
    session.resume(A[2])
    assert (session.frame, session.focus) == (A[2], 1)
    session.resume(A[0])
    assert session.frame == A[1]
    session.resume(SampleFrame("gone", 1))
    assert session.frame == A[1]


def test_unsure_ratings_are_found_in_turn():
    unsure = {(A[0], 2): Cell(1, unsure=True), (A[2], 1): Cell(1, unsure=True), (A[1], 1): Cell(1)}
    session = CodingSession(A, AUS, unsure.items())
    session.go_to(A[0], 1)
    found = []
    for _ in range(3):
        assert session.go_to_next_unsure()
        found.append((session.frame, session.focused_au))
    assert found == [(A[0], 2), (A[2], 1), (A[0], 2)]
    assert not CodingSession(A, AUS).go_to_next_unsure()


def test_notes_belong_to_their_frame():
    session = CodingSession(A, AUS, notes=[(A[1], "hand over mouth")])
    assert [session.note(frame) for frame in A] == ["", "hand over mouth", ""]
    session.apply_note(A[1], "")
    assert session.note(A[1]) == ""
