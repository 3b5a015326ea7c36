"""Which rows of curves are shown, in which order and how high: as people arranged them, without widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.study.errors import StudyReadOnlyError

SOUND, RATINGS = "sound", "ratings"
"""Names of the rows that are no action unit's; they stay below the curves, whatever is scrolled."""
STRIPS = (SOUND, RATINGS)
ROWS = "watch.rows"
"""Setting of a study."""
LOWEST, HIGHEST = 12, 600
"""Least and greatest height of a row, px."""


def row_of(au: int) -> str:
    """Return the name of an action unit's row."""
    return f"AU{au:02d}"


@dataclass(frozen=True)
class RowChoices:
    """What people chose; rows that they said nothing of are as usual.

    Attributes
    ----------
    order : tuple of str
        Names of rows from top to bottom, as far as they were ordered.
    hidden : frozenset of str
        Rows that are not shown.
    heights : mapping of str to int
        Heights in px of rows that were resized.
    big : str
        The row that is shown alone; empty for none.
    """

    order: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    heights: Mapping[str, int] = field(default_factory=dict)
    big: str = ""

    def arranged(self, rows: Sequence[str]) -> tuple[str, ...]:
        """Return all of some rows, in their order; a row without a place follows its usual neighbour."""
        placed = [row for row in self.order if row in rows]
        for place, row in enumerate(rows):
            if row not in placed:
                before = rows[place - 1] if place else None
                placed.insert(placed.index(before) + 1 if before is not None else 0, row)
        return tuple(placed)

    def shown(self, rows: Sequence[str]) -> tuple[str, ...]:
        """Return the rows that are to be seen, in their order."""
        if self.big in rows:
            return (self.big,)
        return tuple(row for row in self.arranged(rows) if row not in self.hidden)

    def moved(self, rows: Sequence[str], row: str, place: int) -> RowChoices:
        """Return the choices with a row at another place, counted among the rows that are shown."""
        others = [name for name in self.arranged(rows) if name != row]
        seen = [name for name in others if name not in self.hidden]
        if place < len(seen):
            others.insert(others.index(seen[max(place, 0)]), row)
        else:
            others.append(row)
        elsewhere = [name for name in self.order if name not in rows]
        return replace(self, order=(*others, *elsewhere))

    def with_hidden(self, row: str, hidden: bool = True) -> RowChoices:
        """Return the choices with a row hidden, or shown again; what is hidden is not big."""
        rows = self.hidden | {row} if hidden else self.hidden - {row}
        return replace(self, hidden=rows, big="" if hidden and self.big == row else self.big)

    def with_height(self, row: str, height: int | None) -> RowChoices:
        """Return the choices with another height of a row, px; None gives it its usual share."""
        heights = {name: px for name, px in self.heights.items() if name != row}
        if height is not None:
            heights[row] = _limited(height)
        return replace(self, heights=heights)

    def with_big(self, row: str) -> RowChoices:
        """Return the choices with one row shown alone; with all of them again if it was."""
        return replace(self, big="" if row == self.big else row, hidden=self.hidden - {row})

    def as_json(self) -> dict[str, Any]:
        """Return what is stored in a study."""
        return {
            "order": list(self.order),
            "hidden": sorted(self.hidden),
            "heights": dict(self.heights),
            "big": self.big,
        }

    @classmethod
    def from_json(cls, stored: object) -> RowChoices:
        """Return what was stored; the usual rows where that cannot be read."""
        if not isinstance(stored, Mapping):
            return cls()
        heights = stored.get("heights")
        pairs = heights.items() if isinstance(heights, Mapping) else ()
        return cls(
            tuple(str(row) for row in _list(stored.get("order"))),
            frozenset(str(row) for row in _list(stored.get("hidden"))),
            {str(row): _limited(px) for row, px in pairs if isinstance(px, int | float)},
            str(stored.get("big") or ""),
        )


class RowsController(QObject):
    """Keeps the rows of the open study: in the study, or until it is closed where that cannot be written.

    Signals
    -------
    changed(RowChoices)
        Show the rows so.
    """

    changed = Signal(object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.choices = RowChoices()
        workspace.study_changed.connect(self._on_study_changed)
        self._on_study_changed()

    def choose(self, choices: RowChoices) -> None:
        """Show the rows in this way from now on."""
        if choices == self.choices:
            return
        self.choices = choices
        study = self._workspace.study
        if study is not None:
            try:
                study.set_setting(ROWS, choices.as_json())
            except StudyReadOnlyError:
                pass  # it only says how to look at the curves: it holds until the study is closed
            except AUStudioError as error:
                self._workspace.report(error)
        self.changed.emit(choices)

    def change(self, how: Callable[[RowChoices], RowChoices]) -> None:
        """Show the rows as they become by `how`."""
        self.choose(how(self.choices))

    def _on_study_changed(self) -> None:
        study = self._workspace.study
        self.choices = RowChoices.from_json(study.setting(ROWS)) if study is not None else RowChoices()
        self.changed.emit(self.choices)


def _limited(height: float) -> int:
    return min(max(int(height), LOWEST), HIGHEST)


def _list(stored: object) -> Sequence[object]:
    return stored if isinstance(stored, list | tuple) else ()
