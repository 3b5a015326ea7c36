"""What the main window asks of its pages: Watch, Code, Train and Agree."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtGui import QAction

from au_studio.coding.edit_history import EditHistory


@dataclass(frozen=True)
class Undoing:
    """What undo and redo mean somewhere: the edits, and how they are taken back and made again."""

    history: EditHistory[Any]
    undo: Callable[[], object]
    redo: Callable[[], object]


class Page(Protocol):
    """A QWidget that the main window shows as one of its pages."""

    def menu_actions(self) -> Sequence[QAction | None]:
        """Return the actions of the page's own menu, in order; None is a separator.

        The main window puts them into the menu and enables them only while the page is shown, so the same
        key may mean different things on different pages.
        """
        ...

    def page_shown(self) -> None:
        """Take over: the page has just become visible."""
        ...

    def page_hidden(self) -> None:
        """Let go (stop playback, media): another page is visible now."""
        ...

    def close_page(self) -> None:
        """End threads and child processes; called once, before the window goes."""
        ...
