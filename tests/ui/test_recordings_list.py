"""The list of recordings."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from au_studio.study.recording_list import RecordingItem, Status
from au_studio.ui.recordings_list import RecordingsList, status_text

A = RecordingItem("a", "a.mp4", Path("/videos/a.mp4"), 63.0, 1890, Status.READY)
B = RecordingItem("b", "b.mp4", Path("/videos/b.mp4"), 5.0, 150, Status.PROBLEM, message="It is cut short.")


@pytest.fixture
def listed(qtbot) -> RecordingsList:
    made = RecordingsList()
    qtbot.addWidget(made)
    made.set_recordings([A, B])
    return made


def test_a_choice_by_the_user_is_told_and_one_by_the_program_is_not(listed, qtbot):
    chosen = []
    listed.chosen.connect(chosen.append)
    listed.set_current("b")
    assert chosen == []
    assert listed.current_id() == "b"
    listed.setCurrentIndex(listed.model().index(0))
    assert chosen == ["a"]


def test_the_marked_line_can_be_chosen_again_and_a_click_on_another_one_chooses_once(listed, qtbot):
    chosen = []
    listed.chosen.connect(chosen.append)
    listed.resize(220, 300)
    for line, expected in ((0, ["a"]), (0, ["a", "a"]), (1, ["a", "a", "b"])):
        place = listed.visualRect(listed.model().index(line)).center()
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert chosen == expected
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert chosen == ["a", "a", "b", "b"]


def test_progress_keeps_the_choice(listed):
    listed.set_current("a")
    listed.set_recordings([replace(A, status=Status.ANALYSING, fraction=0.431), B])
    assert listed.current_id() == "a"
    assert status_text(listed.model().index(0).data(Qt.ItemDataRole.UserRole)) == "analysing 43 %"


def test_screen_readers_hear_name_length_and_status(listed):
    texts = [listed.model().index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert "a.mp4, 1:03, not analysed yet" in texts[0]
    assert "It is cut short." in texts[1]


def test_every_status_is_painted_in_its_own_way(listed):
    items = [replace(A, id=s.value, status=s, fraction=0.5, message="note") for s in Status]
    listed.set_recordings(items)
    listed.resize(220, 500)
    image = listed.grab().toImage()
    model, place = listed.model(), listed.viewport().pos()
    lines = [
        image.copy(listed.visualRect(model.index(row, 0)).translated(place)) for row in range(len(items))
    ]
    assert all(line.height() > 10 for line in lines)
    assert all(a != b for a, b in itertools.combinations(lines, 2))


def test_the_progress_of_one_recording_touches_its_line_only(listed, qtbot):
    changed = []
    listed.set_current("b")
    listed.model().dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    now = replace(A, status=Status.ANALYSING, fraction=0.5)
    listed.show_progress(now)
    listed.show_progress(now)
    listed.show_progress(replace(A, id="of another study"))
    assert changed == [(0, 0)]
    assert "analysing 50 %" in listed.model().index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert listed.current_id() == "b"
