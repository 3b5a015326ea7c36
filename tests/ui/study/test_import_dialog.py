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
    def read_table(text: str, name: str = "ratings.csv"):
        path = tmp_path / name
        path.write_text(text)
        dialog._read(str(path))
        qtbot.waitUntil(lambda: not dialog._controller.state.working, timeout=10_000)

    return read_table


def press(button, dialog, qtbot):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog._controller.state.working, timeout=10_000)


TABLE = "recording,frame,coder,AU12\none.mp4,1,AB,3\ntwo,2,AB,X\nthree.mp4,1,AB,1\none.mp4,999,AB,1\n"


def test_nothing_is_imported_before_the_button_is_pressed(dialog, read, two_recordings, qtbot):
    assert not dialog.import_button.isEnabled()
    read(TABLE)
    assert "2 new ratings" in dialog.summary.text()
    assert "2 cannot be imported" in dialog._problems_title.text()
    assert "three.mp4: 1 ratings of a recording that is not in the study" in dialog.problems.toPlainText()
    assert "line 5: the recording has no frame 999" in dialog.problems.toPlainText()
    assert two_recordings.study.ratings() == []
    press(dialog.import_button, dialog, qtbot)
    ratings = {r.recording_id: (r.value, r.visible) for r in two_recordings.study.ratings()}
    one, two = two_recordings.study.recordings()
    assert ratings == {one.id: (3, "imported"), two.id: (None, "imported")}
    assert "2 that the study has already" in dialog.summary.text()
    assert not dialog.import_button.isEnabled()


def test_notes_come_with_their_frames_also_where_nothing_is_rated(dialog, read, two_recordings, qtbot):
    read("recording,frame,coder,AU12,note\none.mp4,1,AB,3,smiles\ntwo,2,CD,,who is this?\n")
    assert dialog.import_button.text() == "&Import 1 rating and 2 notes"
    press(dialog.import_button, dialog, qtbot)
    study = two_recordings.study
    assert sorted(note.text for note in study.notes()) == ["smiles", "who is this?"]
    assert [coder.name for coder in study.coders()] == ["AB", "CD"]
    (smiles,) = (note for note in study.notes() if note.text == "smiles")
    study.set_note(smiles.coder_id, smiles.recording_id, smiles.pts, "changed")
    read("recording,frame,coder,AU12,note\none.mp4,1,AB,3,smiles\n")
    assert dialog.import_button.text() == "&Import 1 note"


def test_a_recording_of_another_name_is_chosen_by_hand(dialog, read, two_recordings, qtbot):
    read("recording,frame,coder,AU12\ninterview A,1,AB,3\n")
    assert not dialog.import_button.isEnabled()
    box = dialog.recording_boxes["interview A"]
    assert box.currentText() == "leave out"
    box.setCurrentIndex(2)
    box.activated.emit(2)
    qtbot.waitUntil(dialog.import_button.isEnabled, timeout=10_000)
    press(dialog.import_button, dialog, qtbot)
    (rating,) = two_recordings.study.ratings()
    assert two_recordings.study.recording(rating.recording_id).name == "two.mp4"


def test_a_file_without_coders_is_named_after_itself_or_as_typed(dialog, read, two_recordings, qtbot):
    read("recording,frame,AU12\none.mp4,1,3\n", "dr_miller.csv")
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
    read("recording,frame,coder,AU12\none.mp4,1,AB,3\n")
    assert not dialog.import_button.isEnabled()
    assert dialog.replace.isVisible()
    dialog.replace.setChecked(True)
    press(dialog.import_button, dialog, qtbot)
    assert [r.value for r in study.ratings()] == [3]


def test_an_import_is_taken_back(dialog, read, two_recordings, qtbot):
    read(TABLE)
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
