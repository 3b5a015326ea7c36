"""Start the window."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from au_studio import __version__
from au_studio.controllers.watch.audio_output import warm_up
from au_studio.controllers.workspace import Workspace
from au_studio.ui.agree.agreement_page import AgreementPage
from au_studio.ui.code.coding_page import CodingPage
from au_studio.ui.companions import Companions
from au_studio.ui.icons import icon
from au_studio.ui.jobs.jobs_corner import JobsCorner
from au_studio.ui.main_window import MainWindow
from au_studio.ui.models.models_page import ModelsPage
from au_studio.ui.study.study_tools import StudyTools
from au_studio.ui.theme import ThemeMode, apply_theme
from au_studio.ui.train.training_page import TrainingPage

_AFTER_FIRST_SIGHT = 150
"""Milliseconds after which what is needed soon, but not to be seen, is begun."""


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """Return the application object, named so that settings find their place."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(["au-studio", *arguments])
    app.setApplicationName("AU Studio")
    app.setOrganizationName("AU Studio")
    app.setApplicationVersion(__version__)
    app.setWindowIcon(icon("logo", "#0072b2"))
    return app


def make_window(workspace: Workspace) -> MainWindow:
    """Return the main window with all its pages, not shown yet."""
    window = MainWindow(workspace, (CodingPage, TrainingPage, AgreementPage, ModelsPage))
    Companions(window)
    JobsCorner(window)
    StudyTools(window)
    return window


def run(paths: Sequence[Path] = (), *, demo: bool = False) -> int:
    """Show the window, with videos, folders or a study opened in it, until it is closed.

    Parameters
    ----------
    paths : sequence of Path
        What to open.
    demo : bool
        Open the demo study.

    Returns
    -------
    int
        Exit code.
    """
    app = make_application()
    mode = ThemeMode(str(QSettings().value("theme", ThemeMode.SYSTEM.value)))
    apply_theme(app, mode)
    workspace = Workspace()
    window = make_window(workspace)
    app.styleHints().colorSchemeChanged.connect(
        lambda _scheme: window.set_theme(ThemeMode(str(QSettings().value("theme", "system"))))
    )
    signal.signal(signal.SIGINT, lambda *_: window.close())
    # Python sees signals only while it runs; this gives it a moment now and then.
    breath = QTimer(app)
    breath.timeout.connect(lambda: None)
    breath.start(300)
    window.show()
    window.activateWindow()
    # Both take the processor and the disk from the window while it is not seen yet.
    QTimer.singleShot(_AFTER_FIRST_SIGHT, window.watch.controller.live.start)
    QTimer.singleShot(_AFTER_FIRST_SIGHT, warm_up)
    if paths:
        QTimer.singleShot(0, lambda: workspace.open_paths(list(paths)))
    if demo:
        QTimer.singleShot(0, workspace.open_demo)
    code = app.exec()
    breath.stop()
    return code


if __name__ == "__main__":
    sys.exit(run([Path(name) for name in sys.argv[1:]]))
