"""Conditions, figures and reports in the window, on a study whose values are known."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_study import copy_of, make_study
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from au_studio.controllers.study.drawing_figures import FigureController
from au_studio.controllers.study.reporting import ReportController
from au_studio.reports.words import FACE_WARNING
from au_studio.ui.study.conditions_dialog import ConditionsDialog
from au_studio.ui.study.figure_dialog import FigureDialog
from au_studio.ui.study.report_dialog import ReportDialog


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    return make_study(tmp_path_factory.mktemp("made"))


@pytest.fixture
def opened(workspace, made, tmp_path):
    """The workspace with a copy of the study."""
    assert workspace.open_study(copy_of(made, tmp_path / "copy"))
    return workspace


@pytest.fixture
def controller(opened):
    made = FigureController(opened)
    yield made
    made.close()


def shown(qtbot, dialog, controller):
    """Show a dialog and wait for what it draws."""
    qtbot.addWidget(dialog)
    dialog.show()
    settled(qtbot, controller)
    return dialog


def settled(qtbot, controller) -> None:
    def ready() -> bool:
        return not controller.state.busy and bool(controller.state.picture or controller.state.problem)

    qtbot.waitUntil(ready, timeout=60_000)


def lines(table) -> list[list[str]]:
    cells = [[table.item(r, c) for c in range(table.columnCount())] for r in range(table.rowCount())]
    return [[item.text().strip() if item is not None else "" for item in row] for row in cells]


def click(button) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_conditions_are_compared_at_once_and_saved_as_tables(
    qtbot, controller, opened, tmp_path, monkeypatch
):
    dialog = shown(qtbot, ConditionsDialog(controller), controller)
    found = lines(dialog.table)
    assert found[0][0] == "stress − calm: d_z; 6 pairs, each a person in both"
    assert found[2][0] == "AU12 lip corner puller"
    assert found[2][5:] == [".031", ".031"]
    assert "Unit of analysis: person" in dialog.table.item(2, 5).toolTip()
    assert "with 6 persons" in dialog.notes.text()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "out"))
    with qtbot.waitSignal(controller.saved, timeout=30_000):
        click(dialog.save_tables)
    assert (tmp_path / "out" / "persons.csv").is_file()


def test_what_is_ticked_and_the_order_decide_what_is_compared(qtbot, controller):
    dialog = shown(qtbot, ConditionsDialog(controller), controller)
    dialog.division.by.setCurrentIndex(1)
    settled(qtbot, controller)
    assert "Hedges g; 3 and 3" in lines(dialog.table)[0][0]
    dialog.division.levels.item(0).setCheckState(Qt.CheckState.Unchecked)
    settled(qtbot, controller)
    assert dialog.problem.isVisible()
    assert "only “patients”" in dialog.problem.text()
    assert not dialog.save_tables.isEnabled()
    assert dialog.table.rowCount() == 0


def test_a_study_without_markers_says_where_to_set_them(qtbot, controller):
    dialog = shown(qtbot, ConditionsDialog(controller), controller)
    dialog.division.by.setCurrentIndex(2)
    settled(qtbot, controller)
    assert "Watch page" in dialog.division.hint.text()
    assert not dialog.division.levels.isVisible()


@pytest.mark.parametrize("ending", [".pdf", ".svg"])
def test_a_figure_is_saved_as_it_is_shown(qtbot, controller, tmp_path, monkeypatch, ending):
    dialog = shown(qtbot, FigureDialog(controller), controller)
    (_, first), *_ = controller.recordings()
    assert first in dialog.caption.text()
    path = tmp_path / f"curves{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(controller.saved, timeout=30_000):
        click(dialog.save)
    assert path.is_file()
    assert path.with_name(f"{path.name}.json").is_file()


def test_only_the_fields_of_the_chosen_figure_show(qtbot, controller):
    dialog = shown(qtbot, FigureDialog(controller), controller)
    assert dialog.recording.isVisible()
    assert not dialog.division.isVisible()
    dialog.kind.setCurrentIndex(dialog.kind.findData("icc"))
    settled(qtbot, controller)
    assert dialog.first.isVisible()
    assert not dialog.recording.isVisible()
    assert not dialog.readings.model.isVisible()
    assert dialog.preview.text, "nobody has rated: it says why there is no figure"
    dialog.kind.setCurrentIndex(dialog.kind.findData("values"))
    settled(qtbot, controller)
    assert dialog.division.isVisible()
    assert dialog.measure.isVisible()
    assert not dialog.preview.text


def test_a_report_warns_of_faces_and_is_written(qtbot, controller, opened, tmp_path, monkeypatch):
    reports = ReportController(opened)
    dialog = ReportDialog(controller, reports)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.pictures.currentData() == "mesh", "who it is shows only if somebody says so"
    assert not dialog.warning.isVisible()
    dialog.pictures.setCurrentIndex(dialog.pictures.findData("faces"))
    assert dialog.warning.isVisible()
    assert dialog.warning.text() == FACE_WARNING
    dialog.whose.setCurrentIndex(dialog.whose.findText("Person: P2"))
    path = tmp_path / "P2.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(reports.finished, timeout=60_000):
        click(dialog.save)
    assert "P2-stress.mp4" in path.read_text()
    assert dialog.open_button.isVisible()
    assert str(path) in dialog.doing.text()
    reports.close()


def test_a_report_that_cannot_be_made_says_why(qtbot, controller, opened, tmp_path, monkeypatch):
    reports = ReportController(opened)
    dialog = ReportDialog(controller, reports)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.readings.units.setText("27")
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "such" / "a.pdf"), "")
    )
    with qtbot.waitSignal(reports.failed, timeout=60_000):
        click(dialog.save)
    assert "AU27" in dialog.doing.text()
    assert not dialog.open_button.isVisible()
    reports.close()
