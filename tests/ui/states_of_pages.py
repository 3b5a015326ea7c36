"""Pages in states that a click or two lead to, for `screenshots`."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from walk_windows import wait

from au_studio.errors import AUStudioError
from au_studio.ui.main_window import MainWindow

_PATIENCE = 60


def settle(dialog: QWidget) -> None:
    """Wait until what a dialog draws in the background is drawn."""
    wait(400)
    controller = getattr(dialog, "_controller", None)
    end = time.monotonic() + _PATIENCE
    while getattr(getattr(controller, "state", None), "busy", False) and time.monotonic() < end:
        wait(100)
    wait(200)


def states(window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Bring pages into states, one after the other."""
    window.show_page(0)
    window.watch.stretch.select((1.0, 2.5))
    window.watch.actions_by_id["watch.stretch_figures"].trigger()
    wait(500)
    yield "watch, a stretch", window
    window.watch.panels.panels["markers"].bring_to_front()
    window.watch.controller.display.set_bands(True)
    wait(500)
    yield "watch, markers and expected errors", window
    window.notices.show_error(
        AUStudioError("“face.mp4” cannot be read.", next_step="Copy it again.", details="moov atom")
    )
    wait(300)
    yield "watch, a problem", window
    window.notices.clear()
    code = window.pages[1]
    window.show_page(1)
    code.controller.add_coder("Contact sheet")
    wait(1500)
    for key in "0030":
        QTest.keyClick(code.view, Qt.Key(ord(key)))
    wait(800)
    yield "code, rating", window
    window.show_page(3)
    wait(1500)
    agree = window.pages[3].view
    if agree.disagreements.rowCount():
        agree.disagreements.selectRow(0)
        wait(2500)
    yield "agree, a disagreement", window
    window.show_page(4)
    window.pages[4].show_comparison()
    wait(500)
    wait(1500)
    yield "models, compared", window
