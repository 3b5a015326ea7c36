"""Everything is reached by keyboard, in the order in which people read, and has a name for screen readers."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTabBar,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from walk_windows import PAGES, dialogs, open_in_turn, wait

from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.controllers.workspace import Workspace
from au_studio.ui.app import make_window
from au_studio.ui.focus import walk_as_laid_out
from au_studio.ui.main_window import MainWindow

_CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
_FIELDS = (QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QProgressBar, QTextEdit)
"""What a screen reader reads the content of, so that it needs a name besides."""


@pytest.fixture
def window(qtbot, tmp_path: Path, monkeypatch) -> Iterator[MainWindow]:
    """The window with the demo study in it, and no analysis child."""
    monkeypatch.setattr(LiveAnalysis, "start", lambda _self: None)
    workspace = Workspace(home=tmp_path)
    made = make_window(workspace)
    made.resize(1280, 720)
    made.show()
    workspace.open_demo()
    qtbot.waitUntil(lambda: workspace.index is not None, timeout=60_000)
    yield made
    made.close()
    made.deleteLater()


def _shown(window: QWidget) -> list[QWidget]:
    """Return what is visible of a window, without the parts of which Qt makes its own widgets."""
    return [
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.window() is window and not _is_part(widget)
    ]


def _is_part(widget: QWidget) -> bool:
    owner = widget.parentWidget()
    if isinstance(owner, QAbstractScrollArea) and widget is owner.viewport():
        return True
    return isinstance(owner, QAbstractSpinBox | QComboBox | QTabBar | QLineEdit) or (
        widget.objectName().startswith("qt_") or type(widget).__name__ == "QHeaderView"
    )


def _named(widget: QWidget, labels: set[QWidget]) -> bool:
    if widget.accessibleName() or widget in labels:
        return True
    spoken = QAccessible.queryAccessibleInterface(widget)
    return not isinstance(widget, _FIELDS) and bool(spoken and spoken.text(QAccessible.Text.Name))


def nameless(window: QWidget) -> list[str]:
    """Return what a screen reader would have no name for."""
    labels = {label.buddy() for label in window.findChildren(QLabel) if label.buddy() is not None}
    wanted = [w for w in _shown(window) if isinstance(w, (*_CONTROLS, *_FIELDS)) or w.focusPolicy()]
    wanted = [w for w in wanted if w.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(w, QProgressBar)]
    return [_describe(widget) for widget in wanted if not _named(widget, labels)]


def out_of_reach(window: QWidget) -> list[str]:
    """Return what Tab does not come to: neither the control nor what holds it and hears its keys."""
    return [_describe(w) for w in _shown(window) if isinstance(w, _CONTROLS) and not _is_reached(w)]


def _is_reached(widget: QWidget) -> bool:
    at: QWidget | None = widget
    while at is not None and not at.isWindow():
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return True
        at = at.parentWidget()
    action = getattr(widget, "defaultAction", lambda: None)()
    return action is not None and bool(action.shortcuts())


def backwards(window: QWidget) -> list[str]:
    """Return where Tab jumps up, or to the left in the same line, within what the same widget holds."""
    found, stops = [], _stops(window)
    for before, after in pairwise(stops):
        if before.parentWidget() is not after.parentWidget():
            continue
        first, second = _place(before, window), _place(after, window)
        if (
            second.bottom() < first.top()
            and second.left() <= first.right()
            and first.left() <= second.right()
        ):
            found.append(f"up: {_describe(before)} → {_describe(after)}")
        if second.right() < first.left() and abs(second.center().y() - first.center().y()) < 6:
            found.append(f"left: {_describe(before)} → {_describe(after)}")
    return found


def _stops(window: QWidget) -> list[QWidget]:
    gc.collect()  # or a widget may be taken for an item of a layout that is gone and lay where it lies now
    found, at = [], window.nextInFocusChain()
    while at is not window:
        if at.isVisible() and at.window() is window and at.focusPolicy() & Qt.FocusPolicy.TabFocus:
            found.append(at)
        at = at.nextInFocusChain()
    return found


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def _describe(widget: QWidget) -> str:
    text = getattr(widget, "text", lambda: "")()
    owner = type(widget.parentWidget()).__name__
    return f"{type(widget).__name__} {widget.accessibleName() or text!r} in {owner}"


def test_every_control_has_a_name_a_place_and_an_order(window):
    wrong: dict[str, list[str]] = {}
    seen = []
    for place, name in enumerate(PAGES):
        window.show_page(place)
        wait(60)
        seen.append(name)
        wrong[name] = [*nameless(window), *out_of_reach(window), *backwards(window)]
    for name, dialog in open_in_turn(window):
        seen.append(name)
        wrong[name] = [*nameless(dialog), *out_of_reach(dialog), *backwards(dialog)]
    assert {name: found for name, found in wrong.items() if found} == {}
    assert seen == [*PAGES, *dialogs(window)]


def test_tab_goes_from_the_list_over_the_pages_to_the_page(window):
    window.show_page(0)
    stops = _stops(window)
    places = [
        next(place for place, stop in enumerate(stops) if part in (stop, stop.parentWidget()))
        for part in (window.recordings, window.top_bar, window.watch.transport)
    ]
    assert places == sorted(places)
    assert places[0] == 0


def test_what_is_wrong_is_found(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    field, button, last, silent = QLineEdit(), QPushButton("Go"), QPushButton("Stop"), QPushButton()
    silent.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    column = QVBoxLayout(window)
    for widget in (button, silent, field, last):
        column.addWidget(widget)
    QWidget.setTabOrder(field, button)
    QWidget.setTabOrder(button, last)
    window.show()
    assert nameless(window) == ["QLineEdit '' in QWidget"]
    assert out_of_reach(window) == ["QPushButton '' in QWidget"]
    assert backwards(window) == ["up: QLineEdit '' in QWidget → QPushButton 'Go' in QWidget"]
    walk_as_laid_out(window)
    assert backwards(window) == []
