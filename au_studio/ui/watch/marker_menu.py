"""The menu of markers on the Watch page: one entry per kind, end, and the list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from au_studio.controllers.watch.markers import MarkersController, MarkersState
from au_studio.study.records import MarkerKind
from au_studio.texts import tr
from au_studio.ui.actions import make_action
from au_studio.ui.theme import theme_of
from au_studio.ui.watch.marker_paint import marker_icon

_DIGITS = range(1, 10)


class MarkerMenu(QMenu):
    """Sets markers by digit; its keys work while `page` or something in it has the focus.

    Parameters
    ----------
    controller : MarkersController
        Does it.
    page : QWidget
        The Watch page.
    """

    def __init__(self, controller: MarkersController, page: QWidget) -> None:
        super().__init__(tr("Mar&kers"), page)
        slots: dict[str, Callable[[], object]] = {
            **{f"watch.mark_{digit}": partial(controller.set_by_key, digit) for digit in _DIGITS},
            "watch.end_marker": controller.end_here,
        }
        self.actions_by_id = {name: make_action(name, page, slot) for name, slot in slots.items()}
        self.actions_by_id["watch.markers"] = make_action("watch.markers", page, checkable=True)
        for action in self.actions_by_id.values():
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.setAutoRepeat(False)
            page.addAction(action)
            self.addAction(action)
        self.insertSeparator(self.actions_by_id["watch.end_marker"])
        self.insertSeparator(self.actions_by_id["watch.markers"])
        self.set_state(controller.state)
        controller.state_changed.connect(self.set_state)

    def set_state(self, state: MarkersState) -> None:
        """Name the kinds that have a digit."""
        names = {kind.key: kind.name for kind in state.kinds}
        for digit in _DIGITS:
            action = self.actions_by_id[f"watch.mark_{digit}"]
            action.setText(
                tr("Mark “{names}”", names=names[digit])
                if digit in names
                else tr("Mark with kind {digit}", digit=digit)
            )
            action.setVisible(digit in names or digit == 1)  # the first says how to begin


class PlaceMenu(QMenu):
    """Sets a marker of any kind at a place of the timeline, or over a stretch of it.

    Parameters
    ----------
    title : str
        What the menu is called.
    controller : MarkersController
        Sets the marker.
    ends : callable
        Returns where it begins and ends, in seconds; no end sets it at a frame, no beginning at none.
    page : QWidget
        The Watch page.
    """

    def __init__(
        self,
        title: str,
        controller: MarkersController,
        ends: Callable[[], tuple[float | None, float | None]],
        page: QWidget,
    ) -> None:
        super().__init__(title, page)
        self._controller, self._ends = controller, ends
        self.set_state(controller.state)
        controller.state_changed.connect(self.set_state)

    def set_state(self, state: MarkersState) -> None:
        """Offer the kinds that there are, and to make one."""
        self.clear()
        theme = theme_of(self.palette())
        for kind in state.kinds:
            action = self.addAction(marker_icon(kind.colour, theme), kind.name)
            action.triggered.connect(lambda _checked=False, kind=kind: self._set(kind))
        self.addSeparator()
        self.addAction(tr("&New kind…")).triggered.connect(self._ask_kind)

    def popup_below(self, widget: QWidget) -> None:
        """Open under a button."""
        self.popup(widget.mapToGlobal(widget.rect().bottomLeft()))

    def _set(self, kind: MarkerKind) -> None:
        start, stop = self._ends()
        if start is not None:
            self._controller.set_at(kind, start, stop)

    def _ask_kind(self) -> None:
        start, stop = self._ends()
        name, accepted = QInputDialog.getText(
            self.parentWidget(), tr("New kind of marker"), tr("What happens there, e.g. question asked")
        )
        known = {kind.id for kind in self._controller.state.kinds}
        if accepted and name.strip() and start is not None:
            self._controller.add_kind(name)
            for kind in self._controller.state.kinds:
                if kind.id not in known:
                    self._controller.set_at(kind, start, stop)
