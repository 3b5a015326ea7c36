"""What people change in a study, edit by edit: written at once, undone and made again.

An edit is written to the study before it counts: writing can fail (a full disk, a lost network drive), and
then neither the history nor the screen has moved. Undoing writes, too: the history of ratings only grows.
"""

from __future__ import annotations

import itertools
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from au_studio.errors import AUStudioError
from au_studio.study.study import Study


class StudyHolder(Protocol):
    """Whoever has the study open in which edits are made: the window's workspace, or a command."""

    @property
    def study(self) -> Study | None:
        """The open study; None when none is."""

    def report(self, error: AUStudioError, /) -> None:
        """Tell people that an edit could not be written."""


class Edit(ABC):
    """An edit that can be taken back and made again.

    Attributes
    ----------
    text : str
        What it does, as the undo menu says it: ``"AU12: 3"``.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @abstractmethod
    def make(self, study: Study) -> None:
        """Write the edit to the study, the first time or again; raises `AUStudioError` if that fails."""

    @abstractmethod
    def take_back(self, study: Study) -> None:
        """Write what held before; raises `AUStudioError` if that fails."""


E = TypeVar("E", bound=Edit)

_clock = itertools.count(1)
"""Tells which of two edits came later, also when they are in different histories."""


class EditHistory(Generic[E]):
    """The edits of a page in their order, to be undone and made again.

    The pages have one each: undo on the Agree page must not lead to a coder's ratings, nor the other way
    round, because coding is blind.

    Parameters
    ----------
    holder : StudyHolder
        Holds the open study; hears of errors.

    Attributes
    ----------
    listeners : list of callables
        Called after every change of the history.
    """

    def __init__(self, holder: StudyHolder) -> None:
        self._holder = holder
        self._made: list[tuple[int, E]] = []
        self._undone: list[tuple[int, E]] = []
        self.listeners: list[Callable[[], object]] = []

    @property
    def undo_text(self) -> str:
        """What undo would take back; empty when there is nothing."""
        return self._made[-1][1].text if self._made else ""

    @property
    def redo_text(self) -> str:
        """What redo would make again; empty when there is nothing."""
        return self._undone[-1][1].text if self._undone else ""

    @property
    def made_last(self) -> int:
        """When the edit was made that undo would take back, to compare with other histories; 0 for none."""
        return self._made[-1][0] if self._made else 0

    @property
    def undone_last(self) -> int:
        """When the edit was undone that redo would make again, as `made_last`; 0 for none."""
        return self._undone[-1][0] if self._undone else 0

    def clear(self) -> None:
        """Forget all edits, as when somebody else goes on; the study keeps what they wrote."""
        self._made, self._undone = [], []
        self._tell()

    def do(self, edit: E) -> bool:
        """Make an edit, after which nothing can be redone; return whether it is written."""
        if not self._write(edit.make):
            return False
        self._made.append((next(_clock), edit))
        self._undone = []
        self._tell()
        return True

    def undo(self) -> E | None:
        """Take the last edit back; return it, or None when there is none or it cannot be written."""
        if not self._made or not self._write(self._made[-1][1].take_back):
            return None
        edit = self._made.pop()[1]
        self._undone.append((next(_clock), edit))
        self._tell()
        return edit

    def redo(self) -> E | None:
        """Make the edit again that was undone last; return it, or None as for `undo`."""
        if not self._undone or not self._write(self._undone[-1][1].make):
            return None
        edit = self._undone.pop()[1]
        self._made.append((next(_clock), edit))
        self._tell()
        return edit

    def _tell(self) -> None:
        for listener in tuple(self.listeners):
            listener()

    def _write(self, action: Callable[[Study], None]) -> bool:
        study = self._holder.study
        if study is None:
            return False
        try:
            action(study)
        except AUStudioError as error:
            self._holder.report(error)
            return False
        return True
