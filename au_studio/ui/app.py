"""Start the window."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QLoggingCategory, QSettings, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from au_studio import __version__
from au_studio.allocation import LARGE_IN_THE_WINDOW, allocate_steadily
from au_studio.controllers.watch.audio_output import warm_up
from au_studio.controllers.workspace import Workspace
from au_studio.study.backup import DATABASE
from au_studio.study.folder import SUFFIX
from au_studio.ui.agree.agreement_page import AgreementPage
from au_studio.ui.code.coding_page import CodingPage
from au_studio.ui.collecting import Collecting
from au_studio.ui.companions import Companions
from au_studio.ui.focus import walk_as_laid_out
from au_studio.ui.icons import icon
from au_studio.ui.jobs.jobs_corner import JobsCorner
from au_studio.ui.language import speak, wanted
from au_studio.ui.main_window import MainWindow
from au_studio.ui.models.models_page import ModelsPage
from au_studio.ui.study.paper_tools import PaperTools
from au_studio.ui.study.study_tools import StudyTools
from au_studio.ui.theme import ThemeMode, apply_theme
from au_studio.ui.train.training_page import TrainingPage

_AFTER_FIRST_SIGHT = 150
"""Milliseconds after which what is needed soon, but not to be seen, is begun."""


class Application(QApplication):
    """The application object; macOS tells it which files were double-clicked."""

    file_opened = Signal(Path)
    """A file or folder is to be opened in the window."""

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.collecting = Collecting(self)

    def event(self, event: QEvent) -> bool:
        """Pass on what the Finder asks for."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_opened.emit(Path(event.file()))
            return True
        return super().event(event)


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """Return the application object, named so that settings find their place."""
    allocate_steadily(LARGE_IN_THE_WINDOW)
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else Application(["au-studio", *arguments])
    app.setApplicationName("AU Studio")
    app.setOrganizationName("AU Studio")
    app.setApplicationVersion(__version__)
    app.setWindowIcon(icon("logo", "#0072b2"))
    if "QT_LOGGING_RULES" not in os.environ:
        # What Qt's sound tried to load and did without is nothing that anybody at a terminal could act on.
        QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    return app


def make_window(workspace: Workspace) -> MainWindow:
    """Return the main window with all its pages, not shown yet."""
    window = MainWindow(workspace, (CodingPage, TrainingPage, AgreementPage, ModelsPage))
    companions = Companions(window)
    JobsCorner(window)
    tools = StudyTools(window)
    # What is taken back, made again or brought in elsewhere may be a first step.
    tools.edits.changed.connect(companions.guide.refresh)
    tools.importer.imported.connect(lambda _count: companions.guide.refresh())
    PaperTools(window)
    walk_as_laid_out(window)
    return window


def whole_study(path: Path) -> Path:
    """Return a study's folder for the database in it, which file managers open where they open no folders.

    Any other path is returned as it is.
    """
    inside = path.name == DATABASE and path.absolute().parent.suffix == SUFFIX
    return path.absolute().parent if inside else path


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
    speak(app, wanted())
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
    if isinstance(app, Application):
        QTimer.singleShot(_AFTER_FIRST_SIGHT, app.collecting.settle)
        app.file_opened.connect(lambda path: workspace.open_paths([whole_study(path)]))
    if paths:
        QTimer.singleShot(0, lambda: workspace.open_paths([whole_study(path) for path in paths]))
    if demo:
        QTimer.singleShot(0, workspace.open_demo)
    code = app.exec()
    breath.stop()
    if isinstance(app, Application):
        app.collecting.close()
    return code


if __name__ == "__main__":
    sys.exit(run([Path(name) for name in sys.argv[1:]]))
