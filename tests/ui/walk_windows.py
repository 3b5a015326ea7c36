"""Opens every page and every window on a small screen, and writes what does not fit as JSON.

Run by `test_small_screens` in a process of its own: the environment says what screen there is.

    python walk_windows.py HOME
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QPoint, QRect, QSize, QTimer
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QDialog, QWidget
from shiboken6 import isValid

from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.controllers.workspace import Workspace
from au_studio.ui.app import make_application, make_window
from au_studio.ui.companions import Companions
from au_studio.ui.jobs.closing_dialog import ClosingDialog
from au_studio.ui.jobs.jobs_corner import JobsCorner
from au_studio.ui.main_window import MainWindow
from au_studio.ui.study.paper_tools import PaperTools
from au_studio.ui.study.study_tools import StudyTools
from au_studio.ui.theme import ThemeMode, apply_theme
from au_studio.ui.video_dialog import VideoDialog
from au_studio.ui.watch.curves_view import LEAST_LANE

WIDTH, HEIGHT, TITLE_BAR = 1280, 720, 40
PAGES = ("watch", "code", "train", "agree", "models")


def wait(milliseconds: int) -> None:
    """Let Qt work, and other threads: QTest's own waiting keeps them from it."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def too_big(size: QSize) -> bool:
    """Whether a window of this size is cut off by the screen."""
    return size.width() > WIDTH or size.height() > HEIGHT - TITLE_BAR


def cut_off(window: QWidget) -> list[str]:
    """Return what `_cut_off` finds, once what has just changed is laid out."""
    if _cut_off(window):
        wait(300)
    return _cut_off(window)


def _cut_off(window: QWidget) -> list[str]:
    """Return the buttons that lie outside their window or are too narrow, other than in what scrolls."""
    found = []
    for button in window.findChildren(QAbstractButton):
        if not button.isVisible() or button.window() is not window or _scrolls(button, window):
            continue
        place = QRect(button.mapTo(window, QPoint()), button.size())
        if not window.rect().contains(place):
            found.append(f"{button.accessibleName() or button.text()} at {place.getRect()}")
        elif button.text() and button.width() < button.minimumSizeHint().width():
            found.append(f"{button.text()} is {button.width()} px wide")
    return found


def _scrolls(widget: QWidget, window: QWidget) -> bool:
    owner = widget.parentWidget()
    while owner is not None and owner is not window:
        if isinstance(owner, QAbstractScrollArea):
            return True
        owner = owner.parentWidget()
    return False


def walk_pages(window: MainWindow) -> list[str]:
    """Show every page; return what is wrong."""
    wrong = []
    for place, name in enumerate(PAGES):
        window.show_page(place)
        wait(100)
        wrong += [f"page {name}: {text}" for text in cut_off(window)]
        if too_big(window.minimumSizeHint()):
            wrong.append(f"page {name} needs {window.minimumSizeHint().toTuple()}")
        area = window._stack.widget(place)
        if isinstance(area, QAbstractScrollArea) and area.horizontalScrollBar().maximum():
            wrong.append(f"page {name} is too wide by {area.horizontalScrollBar().maximum()}")
    window.show_page(0)
    curves = window.watch.curves
    lane = min(rect.height() for _, _, rect in curves.lanes_in_sight())
    return [*wrong, f"lanes are {lane} px high"] if lane < LEAST_LANE else wrong


def dialogs(window: MainWindow) -> dict[str, tuple[int, Callable[[], object]]]:
    """Return every dialog and further window: its page's place, and what opens it."""
    tools, companions, jobs = (window.findChild(kind) for kind in (StudyTools, Companions, JobsCorner))
    papers = window.findChild(PaperTools)
    code, agree = window.pages[1], window.pages[3]
    return {
        "key map": (0, window.show_keys),
        "about": (0, window.show_about),
        "manual": (0, companions.show_manual),
        "export": (0, companions.show_export),
        "jobs": (0, jobs.show_jobs),
        "import": (0, tools.show_import),
        "coders": (0, tools.show_coders),
        "backups": (0, tools.show_backups),
        "details": (0, tools.show_details),
        "rating export": (0, tools.show_export),
        "conditions": (0, papers.show_conditions),
        "figure": (0, papers.show_figure),
        "report": (0, papers.show_report),
        "sample": (1, code.show_sample_dialog),
        "action units": (1, code._ask_for_aus),
        "neutral": (1, code.show_neutral_dialog),
        "definitions": (3, agree.show_definitions),
        "video": (0, lambda: VideoDialog(window.workspace, companions.films, window).open()),
        "closing": (0, lambda: ClosingDialog((), window).open()),
    }


def open_in_turn(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Open every dialog in turn, and close it when the next one is asked for."""
    manual = window.findChild(Companions)
    for name, (place, show) in dialogs(window).items():
        window.show_page(place)
        show()
        wait(60)
        for shown in QApplication.topLevelWidgets():
            is_one = isValid(shown) and shown.isVisible() and shown is not window
            if is_one and (isinstance(shown, QDialog) or shown is manual.manual):
                yield name, shown
                shown.close()
        wait(10)


def walk_windows(window: MainWindow) -> tuple[list[str], list[str]]:
    """Open every dialog; return which were opened, and what is wrong."""
    opened, wrong = [], []
    for name, shown in open_in_turn(window):
        opened.append(name)
        sizes = (shown.size(), shown.minimumSizeHint())
        wrong += [f"{name}: {size.toTuple()}" for size in sizes if too_big(size)]
        wrong += [f"{name}: {text}" for text in cut_off(shown)]
    return opened, wrong


def walk(home: Path) -> dict[str, Any]:
    """Open everything; return the scale, what was opened, and what is wrong."""
    LiveAnalysis.start = lambda self: None  # type: ignore[method-assign]  # no child process for a look
    app = make_application()
    apply_theme(app, ThemeMode.LIGHT)
    workspace = Workspace(home=home / "documents")
    window = make_window(workspace)
    wrong = [f"the first size is {window.size().toTuple()}"] if too_big(window.size()) else []
    window.show()
    window.resize(WIDTH, HEIGHT - TITLE_BAR)
    workspace.open_demo()
    while workspace.index is None:
        wait(20)
    wrong += walk_pages(window)
    every = list(dialogs(window))
    opened, more = walk_windows(window)
    scale = window.devicePixelRatioF()
    window.close()
    return {"scale": scale, "dialogs": every, "opened": opened, "wrong": [*wrong, *more]}


if __name__ == "__main__":
    Path(sys.argv[1], "found.json").write_text(json.dumps(walk(Path(sys.argv[1]))))
