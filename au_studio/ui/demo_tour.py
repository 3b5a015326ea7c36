"""The whole loop in the real window without anybody at it: watch, code, fine-tune, compare, export.

It runs where there is no display, presses what a person would press, and leaves pictures and tables behind.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from au_studio.controllers.train.state import Phase
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.study.demo import CODER, FRACTION, SEED
from au_studio.ui.app import make_application, make_window
from au_studio.ui.code.coding_page import CodingPage
from au_studio.ui.companions import Companions
from au_studio.ui.main_window import MainWindow
from au_studio.ui.theme import ThemeMode
from au_studio.ui.train.training_page import TrainingPage

_WATCH, _CODE, _TRAIN = range(3)
_PATIENCE = 1800.0
_MIDWAY = 0.5
"""How much of the fine-tuning is done in its picture."""


class DemoTourError(AUStudioError):
    """A step of the tour did not come to its end."""


class DemoTour:
    """Walks the demo study through the window.

    Parameters
    ----------
    folder : Path
        Where the demo study, the tables and the pictures go.
    say : callable
        Told each step in words.
    theme : ThemeMode
        Light or dark.
    """

    def __init__(self, folder: Path, say: Callable[[str], None], theme: ThemeMode = ThemeMode.LIGHT) -> None:
        self._folder, self._say = folder, say
        self._app: QApplication = make_application()
        self._problems: list[str] = []
        self._workspace = Workspace(home=folder)
        self._workspace.problem.connect(lambda error: self._problems.append(str(error)))
        self._window: MainWindow = make_window(self._workspace)
        self._window.set_theme(theme)
        self._pictures: list[Path] = []

    def run(self) -> list[Path]:
        """Go through all steps.

        Returns
        -------
        list of Path
            The tables and pictures written.

        Raises
        ------
        DemoTourError
            If a step fails or takes longer than half an hour.
        """
        self._window.resize(1440, 900)
        self._window.show()
        self._window.watch.controller.live.start()
        try:
            self._open()
            self._watch()
            self._code()
            self._train()
            self._compare()
            return [*self._export(), *self._pictures]
        finally:
            self._window.close()
            self._workspace.close()

    # ---- the steps

    def _open(self) -> None:
        self._say("Opening the demo study")
        self._workspace.open_demo()
        self._wait(lambda: self._workspace.index is not None, "opening the first recording")

    def _watch(self) -> None:
        self._say("Reading the recordings")
        for item in self._workspace.recordings():
            self._workspace.open_recording(item.id)
            self._wait(lambda key=item.id: self._workspace.has_analysis(key), f"reading {item.name}")  # type: ignore[misc]
        self._workspace.open_recording(self._workspace.recordings()[0].id)
        self._look()
        self._picture("1-watch")

    def _code(self) -> None:
        page = self._window.pages[_CODE]
        assert isinstance(page, CodingPage)
        self._say("Coding two sampled frames as a second coder")
        self._window.show_page(_CODE)
        page.controller.add_coder("You")
        self._settle()
        for key in "000010300000":
            QTest.keyClick(page.view, Qt.Key(ord(key)))
        QTest.keyClick(page.view, Qt.Key.Key_Space)
        for key in "2200":
            QTest.keyClick(page.view, Qt.Key(ord(key)))
        self._settle()
        self._picture("2-code")

    def _train(self) -> None:
        page = self._window.pages[_TRAIN]
        assert isinstance(page, TrainingPage)
        self._say(f"Fine-tuning on the ratings of coder “{CODER}”: {FRACTION:.0%} of the frames, seed {SEED}")
        self._window.show_page(_TRAIN)
        controller = page.controller
        coders = {name: key for key, name in controller.state.coders}
        controller.choose_coder(coders[CODER])
        page.view.request_start()
        self._wait(
            lambda: controller.state.progress.fraction >= _MIDWAY or not controller.running, "fine-tuning"
        )
        self._picture("3-fine-tuning")
        self._wait(lambda: controller.state.phase not in {Phase.RUNNING, Phase.STOPPING}, "fine-tuning")
        if controller.state.phase is not Phase.DONE:
            raise DemoTourError(f"The fine-tuning failed: {controller.state.outcome}")
        self._settle()
        self._picture("4-held-out")
        self._say(controller.state.outcome)

    def _compare(self) -> None:
        self._say("Reading the recordings with the new model")
        self._window.show_page(_WATCH)
        for item in self._workspace.recordings():
            self._workspace.open_recording(item.id)
            self._wait(lambda key=item.id: self._workspace.has_analysis(key), f"reading {item.name} again")  # type: ignore[misc]
        self._workspace.open_recording(self._workspace.recordings()[0].id)
        self._look()
        self._picture("5-compared")

    def _export(self) -> list[Path]:
        self._say("Exporting")
        companions = self._window.findChild(Companions)
        assert companions is not None
        exporter = companions.exporter
        written: list[Path] = []
        exporter.finished.connect(lambda files: written.extend(Path(file) for file in files))
        model = self._workspace.model
        recordings = [item.id for item in exporter.recordings()]
        coders = [key for key, name in exporter.coders() if name == CODER]
        assert model is not None
        folder = self._folder / "tables"
        plan = exporter.plan(recordings, ("openface", "events", "summary"), model.id, coders, folder)
        assert plan is not None
        exporter.start(plan, model.id)
        self._wait(lambda: bool(written), "exporting")
        return written

    # ---- the hands and eyes

    def _press(self, key: Qt.Key | str) -> None:
        if isinstance(key, str):
            QTest.keySequence(self._window, QKeySequence(key))
        else:
            QTest.keyClick(self._window, key)
        self._settle(0.3)

    def _look(self) -> None:
        """Go to where something happens in the recording that is open."""
        self._settle()
        self._press(Qt.Key.Key_Home)
        for _ in range(4):
            self._press("Shift+Right")

    def _picture(self, name: str) -> None:
        path = self._folder / f"{name}.png"
        self._window.grab().save(str(path))
        self._pictures.append(path)

    def _settle(self, seconds: float = 1.5) -> None:
        end = time.monotonic() + seconds
        self._wait(lambda: time.monotonic() > end, "drawing")

    def _wait(self, until: Callable[[], bool], what: str) -> None:
        """Let the window work until something is so."""
        loop, end = QEventLoop(), time.monotonic() + _PATIENCE
        timer = QTimer()
        timer.timeout.connect(
            lambda: loop.quit() if until() or self._problems or time.monotonic() > end else None
        )
        timer.start(50)
        loop.exec()
        timer.stop()
        if self._problems:
            raise DemoTourError(f"The demo failed while {what}: {self._problems[0]}")
        if not until():
            raise DemoTourError(f"The demo gave up while {what}: it took longer than {_PATIENCE:.0f} s.")


def use_settings_in(folder: Path) -> None:
    """Keep the tour's window settings in its own folder, away from the user's."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder / "settings"))
