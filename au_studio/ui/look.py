"""A look at the window by the program itself: whether it opens here, and its analysis child answers."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtGui import QImage

from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.texts import tr
from au_studio.ui import language
from au_studio.ui.app import make_application, make_window
from au_studio.ui.demo_tour import use_settings_in
from au_studio.ui.manual.manual_window import ManualWindow
from au_studio.ui.theme import ThemeMode, apply_theme

_FEWEST_COLOURS = 30
"""A window with a picture of a face, curves and texts has many more; an empty one a handful."""


class LookError(AUStudioError):
    """The window does not open as it should."""


def look_at_window(folder: Path, study: Path, patience: float) -> str:
    """Open a study in the window, wait until the analysis child has read some frames, and look at the window.

    Parameters
    ----------
    folder : Path
        Where settings and other files of this look may be written.
    study : Path
        The study to open.
    patience : float
        Seconds after which it has failed.

    Returns
    -------
    str
        What was seen.

    Raises
    ------
    LookError
        If the study does not open, the child does not answer, or nothing is painted.
    """
    use_settings_in(folder)
    began = time.monotonic()
    apply_theme(make_application(), ThemeMode.LIGHT)
    workspace = Workspace(home=folder)
    problems: list[str] = []
    workspace.problem.connect(lambda error: problems.append(str(error)))
    window = make_window(workspace)
    window.resize(1280, 720)
    window.show()
    opened = time.monotonic() - began
    live = window.watch.controller.live
    try:
        workspace.open_study(study)
        _wait(lambda: bool(workspace.recordings()), problems, patience)
        if workspace.current is None:
            workspace.open_recording(workspace.recordings()[0].id)
        _wait(lambda: live.exact is not None and bool(live.covered.any()), problems, patience)
        _wait(lambda: False, problems, 0.5, must=False)
        colours = _colours(window.grab().toImage())
        if colours < _FEWEST_COLOURS:
            raise LookError(f"The window opened, and there is nothing in it ({colours} colours).")
        read = f"{colours} colours, {_chapters()} chapters, {', '.join(_languages())}"
        return f"shown after {opened:.1f} s, its child reads, {read}"
    finally:
        window.close()
        workspace.close()


def _chapters() -> int:
    """Return how many chapters the manual has, all of whose pictures are there."""
    manual = ManualWindow()
    try:
        lost = manual.text.lost_pictures()
        if lost or not manual.chapters.count():
            raise LookError(f"The manual lacks {', '.join(lost) or 'its text'}.")
        return manual.chapters.count()
    finally:
        manual.deleteLater()


def _languages() -> list[str]:
    """Return the languages that the window can speak, after each has spoken; Qt's own texts, too."""
    app = make_application()
    try:
        for code in language.available():
            language.speak(app, code)
            said = {"Study": tr("Study"), "Cancel": QCoreApplication.translate("QPlatformTheme", "Cancel")}
            wrong = [text for text, in_it in said.items() if (text == in_it) != (code == language.ENGLISH)]
            if wrong:
                raise LookError(f"The window does not speak “{code}”: {', '.join(wrong)}.")
        return list(language.available())
    finally:
        language.speak(app, language.wanted())


def _wait(until: Callable[[], bool], problems: list[str], seconds: float, *, must: bool = True) -> None:
    loop, end, timer = QEventLoop(), time.monotonic() + seconds, QTimer()
    timer.timeout.connect(lambda: loop.quit() if until() or problems or time.monotonic() > end else None)
    timer.start(50)
    loop.exec()
    timer.stop()
    if problems:
        raise LookError(problems[0])
    if must and not until():
        raise LookError(f"The window’s analysis child gave nothing in {seconds:.0f} s.")


def _colours(image: QImage) -> int:
    """Return how many colours there are in a picture, looking at every fourth pixel of every fourth line."""
    places = ((x, y) for y in range(0, image.height(), 4) for x in range(0, image.width(), 4))
    return len({image.pixel(x, y) for x, y in places})
