"""The menu of markers on the Watch page: one entry per kind, end, and the list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from au_studio.controllers.watch.markers import MarkersController, MarkersState
from au_studio.ui.keymap import make_action

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
        super().__init__("Mar&kers", page)
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
            action.setText(f"Mark “{names[digit]}”" if digit in names else f"Mark with kind {digit}")
            action.setVisible(digit in names or digit == 1)  # the first says how to begin
