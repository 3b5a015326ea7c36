"""Importing ratings in the window: seen before it is done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from au_studio.controllers.study.importing_ratings import RatingImportController
from au_studio.ui.study.import_dialog import ImportDialog


@pytest.fixture
def dialog(two_recordings, qtbot):
    controller = RatingImportController(two_recordings)
    made = ImportDialog(controller)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def read(dialog, qtbot, tmp_path):
    def read_table(text: str, name: str = "ratings.csv", counts_from: int | None = None):
        path = tmp_path / name
        path.write_text(text)
        dialog._read(str(path))
        qtbot.waitUntil(lambda: not dialog._controller.state.working, timeout=10_000)
        if counts_from is not None:
            choose_counting(dialog, qtbot, f"Frames count from {counts_from}")

    return read_table


def choose_counting(dialog, qtbot, begins: str):
    texts = [dialog.counting.itemText(place) for place in range(dialog.counting.count())]
    place = next(place for place, text in enumerate(texts) if text.startswith(begins))
    dialog.counting.setCurrentIndex(place)
    dialog.counting.activated.emit(place)
    qtbot.waitUntil(lambda: not dialog._controller.state.working, timeout=10_000)


def press(button, dialog, qtbot):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog._controller.state.working, timeout=10_000)


TABLE = "recording,frame,coder,AU12\none.mp4,1,AB,3\ntwo,2,AB,X\nthree.mp4,1,AB,1\none.mp4,999,AB,1\n"


def test_nothing_is_imported_before_the_button_is_pressed(dialog, read, two_recordings, qtbot):
    assert not dialog.import_button.isEnabled()
    read(TABLE, counts_from=1)
    assert "2 new ratings" in dialog.summary.text()
    assert "2 cannot be imported" in dialog._problems_title.text()
    assert "three.mp4: 1 rating of a recording that is not in the study" in dialog.problems.toPlainText()
    assert "line 5: the recording has no frame 999" in dialog.problems.toPlainText()
    assert two_recordings.study.ratings() == []
    press(dialog.import_button, dialog, qtbot)
    ratings = {r.recording_id: (r.value, r.visible) for r in two_recordings.study.ratings()}
    one, two = two_recordings.study.recordings()
    assert ratings == {one.id: (3, "imported"), two.id: (None, "imported")}
    assert "2 that the study has already" in dialog.summary.text()
    assert not dialog.import_button.isEnabled()


def test_notes_come_with_their_frames_also_where_nothing_is_rated(dialog, read, two_recordings, qtbot):
    read("recording,frame,coder,AU12,note\none.mp4,1,AB,3,smiles\ntwo,2,CD,,who is this?\n", counts_from=1)
    assert dialog.import_button.text() == "&Import 1 rating and 2 notes"
    press(dialog.import_button, dialog, qtbot)
    study = two_recordings.study
    assert sorted(note.text for note in study.notes()) == ["smiles", "who is this?"]
    assert [coder.name for coder in study.coders()] == ["AB", "CD"]
    (smiles,) = (note for note in study.notes() if note.text == "smiles")
    study.set_note(smiles.coder_id, smiles.recording_id, smiles.pts, "changed")
    read("recording,frame,coder,AU12,note\none.mp4,1,AB,3,smiles\n", counts_from=1)
    assert dialog.import_button.text() == "&Import 1 note"


def test_a_recording_of_another_name_is_chosen_by_hand(dialog, read, two_recordings, qtbot):
    read("recording,frame,coder,AU12\ninterview A,1,AB,3\n")
    assert not dialog.import_button.isEnabled()
    box = dialog.recording_boxes["interview A"]
    assert box.currentText() == "leave out"
    box.setCurrentIndex(2)
    box.activated.emit(2)
    qtbot.waitUntil(lambda: not dialog._controller.state.working, timeout=10_000)
    choose_counting(dialog, qtbot, "Frames count from 1")
    press(dialog.import_button, dialog, qtbot)
    (rating,) = two_recordings.study.ratings()
    assert two_recordings.study.recording(rating.recording_id).name == "two.mp4"


def test_a_file_without_coders_is_named_after_itself_or_as_typed(dialog, read, two_recordings, qtbot):
    read("recording,frame,AU12\none.mp4,1,3\n", "dr_miller.csv", counts_from=1)
    box = dialog.coder_boxes[""]
    assert box.currentText() == "dr_miller"
    box.setEditText("Miller")
    box.lineEdit().editingFinished.emit()
    qtbot.waitUntil(dialog.import_button.isEnabled, timeout=10_000)
    press(dialog.import_button, dialog, qtbot)
    assert [(c.name, c.kind) for c in two_recordings.study.coders()] == [("Miller", "imported")]


def test_ratings_that_differ_are_replaced_only_when_ticked(dialog, read, two_recordings, qtbot):
    study = two_recordings.study
    coder = study.add_coder("AB")
    study.rate(coder.id, study.recordings()[0].id, 0, 12, 1)
    read("recording,frame,coder,AU12\none.mp4,1,AB,3\n", counts_from=1)
    assert not dialog.import_button.isEnabled()
    assert dialog.replace.isVisible()
    dialog.replace.setChecked(True)
    press(dialog.import_button, dialog, qtbot)
    assert [r.value for r in study.ratings()] == [3]


def test_an_import_is_taken_back(dialog, read, two_recordings, qtbot):
    read(TABLE, counts_from=1)
    press(dialog.import_button, dialog, qtbot)
    assert "ratings.csv, AB: 2 ratings" in dialog.earlier.currentText()
    press(dialog.take_back_button, dialog, qtbot)
    assert two_recordings.study.ratings() == []
    assert not dialog.take_back_button.isEnabled()


def test_a_file_that_holds_no_ratings_is_said(dialog, read):
    read("a,b\n1,2\n")
    assert "is no table of ratings" in dialog.summary.text()
    assert not dialog.import_button.isEnabled()


def test_a_disfa_folder_is_read(dialog, two_recordings, qtbot, tmp_path):
    folder = tmp_path / "labels" / "one"
    folder.mkdir(parents=True)
    (folder / "one_au12.txt").write_text("1,0\n2,3\n")
    dialog._read(str(tmp_path / "labels"))
    qtbot.waitUntil(dialog.import_button.isEnabled, timeout=10_000)
    press(dialog.import_button, dialog, qtbot)
    pts = two_recordings.index_of(two_recordings.study.recordings()[0].id).pts.tolist()
    assert [(r.pts, r.value) for r in two_recordings.study.ratings()] == [(pts[0], 0), (pts[1], 3)]


def test_what_was_read_is_counted_and_what_was_not_is_named(dialog, read, two_recordings):
    read(
        "Study of smiles\nrecording,frame,timestamp,coder,AU12,AU99,mood\n"
        "one.mp4,1,,AB,3,1,glad\none.mp4,2,,AB,,,\none.mp4,3,,AB,7,,\n"
    )
    said = dialog.read_label.text()
    assert "3 rows read" in said
    assert "1 rating found" in said
    assert "1 row in which nothing is rated" in said
    assert "1 row or cell refused" in said
    assert "AU99 (AU99 is no action unit that AU Studio knows), mood" in said
    assert "1 line stands above the names of the columns" in said
    assert "line 5, AU12: “7” is no rating" in dialog.problems.toPlainText()


def test_people_are_asked_where_a_file_may_count_from_0_or_1(dialog, read, two_recordings, qtbot):
    table = "recording,frame,coder,AU12\none.mp4,2,AB,3\n"
    read(table)
    assert "Choose above how the file counts" in dialog.summary.text()
    assert not dialog.import_button.isEnabled()
    choose_counting(dialog, qtbot, "Frames count from 0")
    press(dialog.import_button, dialog, qtbot)
    one = two_recordings.study.recordings()[0]
    pts = two_recordings.index_of(one.id).pts.tolist()
    assert [r.pts for r in two_recordings.study.ratings()] == [pts[2]]


def test_a_frame_0_says_that_frames_count_from_0(dialog, read, two_recordings, qtbot):
    read("recording,frame,coder,AU12\none.mp4,0,AB,3\none.mp4,1,AB,2\n")
    assert dialog.counting.currentText().startswith("Frames count from 0 (fits 2 of 2)")
    press(dialog.import_button, dialog, qtbot)
    one = two_recordings.study.recordings()[0]
    pts = two_recordings.index_of(one.id).pts.tolist()
    assert {r.pts: r.value for r in two_recordings.study.ratings()} == {pts[0]: 3, pts[1]: 2}


def test_a_missing_video_keeps_no_other_recordings_ratings_out(dialog, read, two_recordings, qtbot):
    one, two = two_recordings.study.recordings()
    two_recordings.item(two.id).path.unlink()
    two_recordings.list._indices.pop(two.id, None)
    read("recording,frame,coder,AU12\none.mp4,0,AB,3\ntwo.mp4,1,AB,3\n")
    assert dialog.import_button.text() == "&Import 1 rating"
    assert "two.mp4: 1 rating of a recording" in dialog.problems.toPlainText()
    assert "two.mp4: “two.mp4” is not there any more" in dialog.problems.toPlainText()
    press(dialog.import_button, dialog, qtbot)
    assert [r.recording_id for r in two_recordings.study.ratings()] == [one.id]
