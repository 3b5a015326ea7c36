"""Persons, groups, conditions and notes of recordings in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from au_studio.controllers.study.recording_details import RecordingDetailsController
from au_studio.ui.study.details_dialog import DetailsDialog

NAME, PERSON, GROUP, CONDITION, NOTE = range(5)


@pytest.fixture
def dialog(two_recordings, qtbot):
    made = DetailsDialog(RecordingDetailsController(two_recordings))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def details(two_recordings):
    def read():
        return [(r.name, r.person, r.group, r.condition, r.note) for r in two_recordings.study.recordings()]

    return read


def test_what_is_typed_is_saved_at_once(dialog, details, two_recordings):
    dialog.table.item(0, PERSON).setText(" P01 ")
    dialog.table.item(0, GROUP).setText("patients")
    dialog.table.item(1, CONDITION).setText("stress")
    dialog.table.item(1, NOTE).setText("second visit")
    dialog.table.item(1, NAME).setText("visit 2")
    assert details() == [
        ("one.mp4", "P01", "patients", None, ""),
        ("visit 2", None, None, "stress", "second visit"),
    ]
    assert [item.name for item in two_recordings.recordings()] == ["one.mp4", "visit 2"]


def test_selected_lines_are_filled_at_once_and_undone_at_once(dialog, details):
    dialog.table.selectAll()
    dialog.table.item(0, GROUP).setText("controls")
    assert [d[GROUP] for d in details()] == ["controls", "controls"]
    assert dialog.table.item(1, GROUP).text() == "controls"
    QTest.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [d[GROUP] for d in details()] == [None, None]
    QTest.keyClick(dialog, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert [d[GROUP] for d in details()] == ["controls", "controls"]
    QTest.keyClick(dialog, Qt.Key.Key_Delete)
    assert [d[GROUP] for d in details()] == [None, None]


def test_names_are_not_filled_down_nor_emptied(dialog, details):
    dialog.table.selectAll()
    dialog.table.item(0, NAME).setText("first")
    dialog.table.item(1, NAME).setText("  ")
    assert [d[NAME] for d in details()] == ["first", "two.mp4"]
    assert dialog.table.item(1, NAME).text() == "two.mp4"


def test_two_recordings_cannot_have_one_name_because_tables_name_them(dialog, details):
    dialog.table.item(1, NAME).setText("ONE.mp4")
    assert [d[NAME] for d in details()] == ["one.mp4", "two.mp4"]
    assert dialog.table.item(1, NAME).text() == "two.mp4"
    dialog.table.item(1, NAME).setText("Two.mp4")
    assert [d[NAME] for d in details()] == ["one.mp4", "Two.mp4"]


def test_the_name_of_the_person_who_is_read_is_the_one_that_changes(dialog, two_recordings, details):
    study = two_recordings.study
    recording = study.recordings()[0]
    study.set_target_person(recording.id, 1)
    study.name_tracked_person(recording.id, 1, "patient")
    dialog._fill()
    assert dialog.table.item(0, PERSON).text() == "patient"
    dialog.table.item(0, PERSON).setText("P07")
    assert details()[0][PERSON] == "P07"
    assert study.tracked_persons(recording.id) == {1: "P07"}


def test_a_recording_taken_off_the_list_comes_back_with_its_video(dialog, two_recordings, qtbot):
    path = two_recordings.recordings()[1].path
    dialog.table.item(1, PERSON).setText("P02")
    dialog.table.clearSelection()
    dialog.table.setCurrentCell(1, PERSON)
    QTest.mouseClick(dialog.remove_button, Qt.MouseButton.LeftButton)
    assert [item.name for item in two_recordings.recordings()] == ["one.mp4"]
    assert dialog.table.rowCount() == 1
    two_recordings.add_videos([path])
    qtbot.waitUntil(lambda: len(two_recordings.study.recordings()) == 2, timeout=10_000)
    assert two_recordings.study.recordings()[1].person == "P02"
