"""Edits write to the study first, can be undone and made again, and say what they did."""

from __future__ import annotations

import pytest

from au_studio.coding.edit_history import EditHistory
from au_studio.coding.edits import NoteEdit, RatingEdit, edit_text
from au_studio.coding.neutral_references import (
    choose_neutral_reference,
    neutral_edit,
    neutral_reference,
    recordings_of_person,
)
from au_studio.coding.session import Cell, CellChange, CodingSession, SampleFrame
from au_studio.study.errors import StudyWriteError
from au_studio.study.study import Study


class OneStudy:
    """Stands for the workspace: holds a study and keeps what it is told of errors."""

    def __init__(self, study: Study) -> None:
        self.study = study
        self.problems: list[BaseException] = []

    def report(self, error: BaseException) -> None:
        self.problems.append(error)


@pytest.fixture
def work(tmp_path):
    with Study.create(tmp_path / "S.austudio") as study:
        for name in ("one.mp4", "two.mp4"):
            video = tmp_path / name
            video.write_bytes(name.encode())
            study.add_recording(video, duration=2.0, n_frames=50, content_hash=name, person=None)
        study.add_coder("AB")
        yield OneStudy(study)


def frame_of(work: OneStudy, pts: int = 40) -> SampleFrame:
    return SampleFrame(work.study.recordings()[0].id, pts)


def rating(work: OneStudy, session: CodingSession, changes: list[CellChange]) -> RatingEdit:
    coder = work.study.coders()[0].id
    return RatingEdit(coder, changes, edit_text(changes), visible="blind", holder=session)


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ({12: Cell(3)}, "AU12: 3"),
        ({12: Cell(None)}, "AU12: not codable"),
        ({12: Cell(None, code=72)}, "AU12: not codable (72)"),
        ({12: Cell(3, side="L")}, "AU12: 3 left"),
        ({12: Cell(3, unsure=True)}, "AU12: 3, unsure"),
        ({12: None}, "AU12: not rated"),
        ({1: Cell(0), 2: Cell(0)}, "2 action units: 0"),
        ({1: Cell(0), 2: Cell(1)}, "2 action units"),
    ],
)
def test_undo_says_what_it_takes_back(cells, text):
    assert edit_text([CellChange(SampleFrame("a", 1), au, None, cell) for au, cell in cells.items()]) == text


def test_side_and_visibility_code_come_back_with_redo(work):
    frame, history = frame_of(work), EditHistory(work)
    session = CodingSession([frame], (1, 12))
    cells = {1: Cell(None, code=70), 12: Cell(4, unsure=True, side="R")}
    changes = [CellChange(frame, au, None, cell) for au, cell in cells.items()]
    assert history.do(rating(work, session, changes))
    before = {(r.au, r.value, r.code, r.side, r.unsure) for r in work.study.ratings()}
    assert before == {(1, None, 70, None, False), (12, 4, None, "R", True)}
    undone = history.undo()
    assert (undone.affected_frame(), undone.affected_au()) == (frame, 1)
    assert work.study.ratings() == []
    assert session.cells() == (None, None)
    history.redo()
    assert {(r.au, r.value, r.code, r.side, r.unsure) for r in work.study.ratings()} == before
    assert session.cells() == tuple(cells.values())
    assert len(work.study.history()) == 6


def test_a_rating_that_is_taken_away_comes_back_with_undo(work):
    frame, history = frame_of(work), EditHistory(work)
    session = CodingSession([frame], (1,))
    history.do(rating(work, session, [CellChange(frame, 1, None, Cell(2, side="U"))]))
    history.do(rating(work, session, session.clear_focused()))
    assert work.study.ratings() == []
    history.undo()
    assert [(r.value, r.side) for r in work.study.ratings()] == [(2, "U")]


def test_notes_are_undone_and_made_again(work):
    frame, history = frame_of(work), EditHistory(work)
    session, coder = CodingSession([frame], (1,)), work.study.coders()[0].id
    for before, after in (("", "blurred"), ("blurred", "hand over mouth")):
        history.do(NoteEdit(coder, frame, before=before, after=after, take_over=session.apply_note))
    assert history.undo().affected_frame() == frame
    assert (session.note(frame), work.study.notes()[0].text) == ("blurred", "blurred")
    history.undo()
    assert work.study.notes() == []
    history.redo()
    assert session.note(frame) == "blurred"


def test_the_neutral_reference_is_of_the_person_and_can_be_undone(work):
    history = EditHistory(work)
    one, two = work.study.recordings()
    for recording in (one, two):
        work.study.set_person(recording.id, "P01")
    chosen = SampleFrame(two.id, 80)
    history.do(neutral_edit(work.study, SampleFrame(one.id, 40), chosen))
    assert neutral_reference(work.study, one.id) == neutral_reference(work.study, two.id) == chosen
    assert [r.id for r in recordings_of_person(work.study, two.id)] == [two.id, one.id]
    history.undo()
    assert neutral_reference(work.study, one.id) is None
    history.redo()
    history.do(neutral_edit(work.study, SampleFrame(one.id, 40), None))
    assert neutral_reference(work.study, one.id) is None


def test_a_reference_chosen_before_the_person_had_a_name_is_kept(work):
    history, (one, _) = EditHistory(work), work.study.recordings()
    chosen = SampleFrame(one.id, 80)
    history.do(neutral_edit(work.study, SampleFrame(one.id, 40), chosen))
    work.study.set_person(one.id, "P01")
    assert neutral_reference(work.study, one.id) == chosen
    history.do(neutral_edit(work.study, SampleFrame(one.id, 40), None))
    assert neutral_reference(work.study, one.id) is None
    history.undo()
    assert neutral_reference(work.study, one.id) == chosen


def test_the_reference_of_one_face_is_not_that_of_another_in_the_same_recording(work):
    study, (one, two) = work.study, work.study.recordings()
    study.set_target_person(one.id, 0)
    chosen = SampleFrame(one.id, 80)
    EditHistory(work).do(neutral_edit(study, SampleFrame(one.id, 40), chosen))
    study.set_target_person(one.id, 1)
    assert neutral_reference(study, one.id) is None, "the other one need not be at rest at that moment"
    study.set_target_person(one.id, 0)
    assert neutral_reference(study, one.id) == chosen
    study.set_person(one.id, "P01")
    study.set_person(two.id, "P01")
    choose_neutral_reference(study, chosen)
    assert neutral_reference(study, two.id) == chosen
    study.set_target_person(one.id, 1)
    assert neutral_reference(study, two.id) is None


def test_each_of_two_faces_without_names_keeps_its_reference(work):
    study, (one, _) = work.study, work.study.recordings()
    chosen = {None: SampleFrame(one.id, 40), 1: SampleFrame(one.id, 80)}
    choose_neutral_reference(study, chosen[None])
    study.set_target_person(one.id, 1)
    choose_neutral_reference(study, chosen[1])
    for person in (None, 1):
        study.set_target_person(one.id, person)
        assert neutral_reference(study, one.id) == chosen[person]


def test_after_another_edit_nothing_can_be_made_again(work):
    frame, history = frame_of(work), EditHistory(work)
    session = CodingSession([frame], (1,))
    history.do(rating(work, session, [CellChange(frame, 1, None, Cell(2))]))
    history.undo()
    assert history.redo_text == "AU01: 2"
    history.do(rating(work, session, [CellChange(frame, 1, None, Cell(5))]))
    assert history.redo_text == ""
    assert history.redo() is None
    assert session.cells() == (Cell(5),)


def test_an_edit_that_cannot_be_written_leaves_stack_and_screen_as_they_were(work, monkeypatch):
    frame, history = frame_of(work), EditHistory(work)
    session = CodingSession([frame], (1,))
    history.do(rating(work, session, [CellChange(frame, 1, None, Cell(2))]))

    def full_disk(*_args, **_kwargs):
        raise StudyWriteError("The disk is full.")

    monkeypatch.setattr(work.study, "rate_many", full_disk)
    monkeypatch.setattr(work.study, "revert_many", full_disk)
    assert not history.do(rating(work, session, [CellChange(frame, 1, Cell(2), Cell(5))]))
    assert history.undo() is None
    assert len(work.problems) == 2
    assert session.cells() == (Cell(2),)
    assert history.undo_text == "AU01: 2"
