"""Managing coders in the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from au_studio.controllers.study.coder_list import CoderListController
from au_studio.ui.study.coders_dialog import CodersDialog


@pytest.fixture
def dialog(two_recordings, qtbot):
    study = two_recordings.study
    coder = study.add_coder("AB")
    for recording in study.recordings():
        index = two_recordings.index_of(recording.id)
        sample = study.draw_sample(
            recording.id, seed=1, index_digest=index.digest(), pts=index.pts, count=10, overlap=0.2
        )
        study.rate(coder.id, recording.id, sample.pts[0], 12, 3)
    study.add_coder("film", kind="imported")
    made = CodersDialog(CoderListController(two_recordings))
    qtbot.addWidget(made)
    return made


def texts(dialog, row):
    return [dialog.table.item(row, column).text() for column in (0, 2, 3)]


def test_coders_are_listed_with_how_far_they_are(dialog):
    assert texts(dialog, 0) == ["AB", "2 of 20", "2"]
    assert texts(dialog, 1) == ["film", "–", "0"]
    assert dialog.table.item(1, 1).text() == "imported"


def test_a_second_coder_gets_the_double_coded_part(dialog, two_recordings):
    dialog.name.setText(" CD ")
    dialog.part.setCurrentIndex(1)
    QTest.mouseClick(dialog.add_button, Qt.MouseButton.LeftButton)
    assert texts(dialog, 2) == ["CD", "0 of 4", "0"]
    box = dialog.table.cellWidget(2, 1)
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert texts(dialog, 2) == ["CD", "0 of 20", "0"]
    assert [c.part for c in two_recordings.study.coders()] == ["all", "all", "all"]


def test_a_name_is_changed_in_place_and_one_that_is_taken_is_refused(dialog, two_recordings):
    told = []
    two_recordings.problem.connect(lambda error: told.append(str(error)))
    dialog.table.item(0, 0).setText("Anna")
    assert [c.name for c in two_recordings.study.coders()] == ["Anna", "film"]
    dialog.table.item(0, 0).setText("FILM")
    assert "There is a coder named FILM already" in told[0]
    assert dialog.table.item(0, 0).text() == "Anna"
    dialog.table.item(0, 0).setText("")
    assert [c.name for c in two_recordings.study.coders()] == ["Anna", "film"]


def test_a_removed_coder_comes_back_with_the_ratings(dialog, two_recordings):
    dialog.table.cellWidget(0, 5).click()
    assert [c.name for c in two_recordings.study.coders()] == ["film"]
    assert texts(dialog, 1) == ["AB", "2 of 20", "2"]
    assert dialog.table.cellWidget(1, 5).text() == "Bring back"
    dialog.table.cellWidget(1, 5).click()
    assert [c.name for c in two_recordings.study.coders()] == ["AB", "film"]
