"""Going back to a backup in the window, and forth again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from au_studio.controllers.study.backups import BackupsController
from au_studio.ui.study.backups_dialog import BackupsDialog


@pytest.fixture
def open_dialog(two_recordings, qtbot):
    """Opens the dialog and waits until it has looked at the backups."""
    controller = BackupsController(two_recordings)

    def make() -> BackupsDialog:
        dialog = BackupsDialog(controller)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: dialog.now.text().startswith("Now:"), timeout=10_000)
        return dialog

    yield make
    controller.close()


@pytest.fixture
def rated(two_recordings):
    """AB's only rating is in a backup; a second one has come since."""
    study = two_recordings.study
    coder = study.add_coder("AB").id
    recording = study.recordings()[0].id
    pts = two_recordings.index_of(recording).pts
    study.rate(coder, recording, int(pts[0]), 12, 3)
    study.backup()
    study.rate(coder, recording, int(pts[1]), 12, 4)
    return two_recordings


def lines(dialog) -> list[list[str]]:
    table = dialog.table
    return [[table.item(r, c).text().strip() for c in range(1, 5)] for r in range(table.rowCount())]


def restore(dialog, ratings: str) -> None:
    dialog.table.selectRow([line[1] for line in lines(dialog)].index(ratings))
    QTest.mouseClick(dialog.restore_button, Qt.MouseButton.LeftButton)


def test_what_each_backup_holds_is_listed_and_nothing_is_chosen(open_dialog, rated):
    dialog = open_dialog()
    assert "<b>2 ratings</b> by AB (2), 2 recordings, 0 models" in dialog.now.text()
    assert lines(dialog)[0] == ["AB (1)", "1", "2", "0"]
    assert not dialog.restore_button.isEnabled()


def test_a_backup_is_restored_and_the_way_back_is_open(open_dialog, rated):
    said = []
    rated.notice.connect(lambda text, _level: said.append(text))
    restore(open_dialog(), "1")
    assert [len(rated.study.ratings()), len(rated.recordings())] == [1, 2]
    assert any("Study > Restore a backup takes you back" in text for text in said)
    dialog = open_dialog()
    assert "2" in [line[1] for line in lines(dialog)]
    restore(dialog, "2")
    assert len(rated.study.ratings()) == 2


def test_a_damaged_backup_cannot_be_chosen(open_dialog, rated):
    for path in (rated.study.path / "backups").iterdir():
        path.write_bytes(b"garbage" * 500)
    dialog = open_dialog()
    assert all("cannot be read" in line[0] for line in lines(dialog))
    dialog.table.selectRow(0)
    assert not dialog.restore_button.isEnabled()
    dialog.reject()


def test_when_it_fails_the_study_is_open_as_it_was(open_dialog, rated, monkeypatch):
    problems = []
    rated.problem.connect(problems.append)
    dialog = open_dialog()
    chosen = dialog._shown[0]
    chosen.path.write_bytes(b"garbage" * 500)
    restore(dialog, "1")
    assert "cannot be read" in problems[0].message
    assert len(rated.study.ratings()) == 2
