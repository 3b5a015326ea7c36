"""Menus of actions: filling them, and which actions hear their keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu


def add_to(menu: QMenu, action: QAction | None) -> None:
    """Put an action at the end of a menu; None is a separator."""
    if action is None:
        menu.addSeparator()
    else:
        menu.addAction(action)


def let_listen(actions: Sequence[QAction | None], listening: bool) -> None:
    """Let actions hear their keys, or not, without touching whether they are enabled."""
    context = Qt.ShortcutContext.WindowShortcut if listening else Qt.ShortcutContext.WidgetShortcut
    for action in with_submenus(actions):
        action.setShortcutContext(context)


def with_submenus(actions: Iterable[QAction | None]) -> Iterator[QAction]:
    """Go through the actions of a menu, without its separators, and through those of its submenus."""
    for action in actions:
        if action is None or action.isSeparator():
            continue
        yield action
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            yield from with_submenus(submenu.actions())
