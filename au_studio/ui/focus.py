"""The order in which Tab walks: that in which people read, which is that of the layouts.

Qt takes the order in which widgets were made. Where that differs (what is filled in later, panels that come
last and stand first), `walk_as_laid_out` puts it right.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QGridLayout,
    QLayout,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)


def walk_as_laid_out(window: QWidget) -> None:
    """Let Tab walk through a window, or a part of one, in the order of its layouts.

    Parameters
    ----------
    window : QWidget
        What is laid out completely; what is added later comes last until this is called again.
    """
    stops = [w for w in in_reading_order(window) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget and all that it holds: what a layout holds in the layout's order, then the rest."""
    yield widget
    seen: set[int] = set()
    for child in _laid_out(widget):
        seen.add(id(child))
        yield from in_reading_order(child)
    if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QScrollArea):
        return  # its children are its own: view port, scroll bars, headers
    for other in widget.children():
        if isinstance(other, QWidget) and not other.isWindow() and id(other) not in seen:
            yield from in_reading_order(other)


def _laid_out(widget: QWidget) -> list[QWidget]:
    """Return the children that the widget holds in an order of its own."""
    if isinstance(widget, QSplitter | QStackedWidget):
        return [widget.widget(place) for place in range(widget.count())]
    if isinstance(widget, QTabWidget):
        return [widget.tabBar(), *(widget.widget(place) for place in range(widget.count()))]
    if isinstance(widget, QScrollArea):
        return [widget.widget()] if widget.widget() is not None else []
    if isinstance(widget, QMainWindow):
        return [widget.centralWidget()] if widget.centralWidget() is not None else []
    layout = widget.layout()
    return list(_of(layout)) if layout is not None else []


def _of(layout: QLayout) -> Iterator[QWidget]:
    places = range(layout.count())
    if isinstance(layout, QGridLayout):
        grid = layout
        places = sorted(places, key=lambda place: grid.getItemPosition(place)[:2])  # type: ignore[assignment, index]
    for place in places:
        item = layout.itemAt(place)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _of(inner)
