"""An annotated video from the window."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import save_analysis
from au_studio.controllers.exporting_video import VideoExportController
from au_studio.ui.theme import ThemeMode, apply_theme
from au_studio.ui.video_dialog import VideoDialog


@pytest.fixture
def dialog(workspace, make_video, qtbot, monkeypatch):
    """The dialog for a recording of 40 frames whose curves are stored; no face was looked for."""
    workspace.add_videos([make_video("one.mp4", 40)])
    qtbot.waitUntil(lambda: workspace.current is not None, timeout=10_000)
    index, recording = workspace.index, workspace.current.id
    n = index.n_frames
    aus = workspace.model.aus
    values = np.full((n, len(aus)), 2, np.float32)
    made = RecordingAnalysis(
        aus, index.pts, index.times, values, np.ones(n, np.float32), np.ones(n, bool), np.zeros(n, np.int16),
        np.zeros((n, 4), np.float32),
    )  # fmt: skip
    controller = VideoExportController(workspace)
    assert "not analysed to its end" in controller.why_not
    save_analysis(workspace.analysis_path(recording), made)
    monkeypatch.setattr(workspace, "has_analysis", lambda *_: True)
    assert controller.why_not == ""
    shown = VideoDialog(workspace, controller)
    shown.films = controller
    qtbot.addWidget(shown)
    shown.show()
    yield shown
    controller.close()


def choose_target(monkeypatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))


def test_the_video_shows_what_was_chosen(dialog, qtbot, monkeypatch, tmp_path):
    dialog.faces.setCurrentIndex(dialog.faces.findData("none"))
    for row in range(1, dialog.units.count()):
        dialog.units.item(row).setCheckState(Qt.CheckState.Unchecked)
    dialog.curves.setChecked(False)
    choose_target(monkeypatch, tmp_path / "film")
    QTest.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.doing.whole.startswith("Written"), timeout=20_000)
    assert dialog.make.isEnabled()
    with av.open(str(tmp_path / "film.mp4")) as container:
        frames = list(container.decode(video=0))
    assert len(frames) == 40
    assert frames[0].height == 64, "no curves below the picture"
    assert frames[0].width > 96, "bars beside it"


def test_hiding_without_faces_is_refused_in_words_and_takes_the_sound_away(
    dialog, qtbot, monkeypatch, tmp_path
):
    assert dialog.sound.isChecked()
    dialog.hiding.setCurrentIndex(dialog.hiding.findData("blur"))
    assert not dialog.sound.isChecked()
    assert "Look through the result" in dialog.care.text()
    assert dialog.care.isVisible()
    choose_target(monkeypatch, tmp_path / "film.mp4")
    QTest.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "neither marked nor hidden" in dialog.doing.whole, timeout=20_000)
    assert not (tmp_path / "film.mp4").exists()


def test_nothing_chosen_makes_no_video(dialog):
    for row in range(dialog.units.count()):
        dialog.units.item(row).setCheckState(Qt.CheckState.Unchecked)
    QTest.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    assert "at least one action unit" in dialog.doing.whole


def test_how_long_it_still_takes_is_told_beside_the_bar(dialog, qtbot, tmp_path):
    dialog.faces.setCurrentIndex(dialog.faces.findData("none"))
    told = []
    dialog.films.progressed.connect(lambda *_: told.append((dialog.bar.value(), dialog.doing.whole)))
    dialog.start(tmp_path / "film.mp4")
    qtbot.waitUntil(lambda: dialog.doing.whole.startswith("Written"), timeout=20_000)
    assert [done for done, _ in told] == [10, 20, 30, 40]
    assert told[0][1] == "film.mp4", "one step says nothing of the pace"
    assert all(text.startswith("film.mp4  ·  about 1 s") for _, text in told[1:])


def test_a_line_that_is_not_ticked_shows_a_box_in_the_dark_too(dialog, qapp):
    apply_theme(qapp, ThemeMode.DARK)
    try:
        qapp.processEvents()
        background = dialog.units.viewport().grab().toImage().pixelColor(300, 5).lightness()
        assert background < 60, "the dialog is dark now"
        for row in range(dialog.units.count()):
            dialog.units.item(row).setCheckState(Qt.CheckState.Unchecked)
        line = dialog.units.visualItemRect(dialog.units.item(1))
        line.setWidth(14)  # the box alone, no letter of the line
        seen = dialog.units.viewport().grab(line).toImage()
        lights = [
            seen.pixelColor(x, y).lightness() for x in range(seen.width()) for y in range(seen.height())
        ]
        assert max(lights) - min(lights) > 60, "a box that can be told from the list behind it"
    finally:
        apply_theme(qapp, ThemeMode.LIGHT)
