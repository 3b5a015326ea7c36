"""The menu of the timeline's rows: what is done with the one that was chosen last."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from au_studio.controllers.watch.row_choices import LOWEST, RowChoices, RowsController
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.texts import tr
from au_studio.ui.actions import make_action
from au_studio.ui.watch.rows_paint import STRIP_NAMES
from au_studio.ui.watch.rows_view import RowsView

_STEP = 12
"""Pixels by which a row grows at a key press."""


class RowMenu(QMenu):
    """Chooses, shows big, moves, resizes and hides rows.

    Parameters
    ----------
    rows : RowsController
        Keeps what is chosen.
    view : RowsView
        Shows the rows.
    page : QWidget
        Owns the actions.
    """

    def __init__(self, rows: RowsController, view: RowsView, page: QWidget) -> None:
        super().__init__(tr("&Rows"), page)
        self._rows, self._view = rows, view
        slots: dict[str, Callable[[], object]] = {
            "watch.row_up": lambda: self._choose(-1),
            "watch.row_down": lambda: self._choose(1),
            "watch.row_big": lambda: self._change(lambda row, now: now.with_big(row), units_only=True),
            "watch.row_hide": lambda: self._change(lambda row, now: now.with_hidden(row)),
            "watch.row_move_up": lambda: self._move(-1),
            "watch.row_move_down": lambda: self._move(1),
            "watch.row_taller": lambda: self._resize(_STEP),
            "watch.row_lower": lambda: self._resize(-_STEP),
            "watch.rows_usual": lambda: rows.choose(RowChoices()),
        }
        self.actions_by_id: dict[str, QAction] = {}
        for name, slot in slots.items():
            if name in {"watch.row_big", "watch.row_move_up", "watch.rows_usual"}:
                self.addSeparator()
            self.actions_by_id[name] = make_action(name, page, slot)
            self.addAction(self.actions_by_id[name])
        self.aboutToShow.connect(self._name_row)

    def _name_row(self) -> None:
        """Say in the menu which row is meant."""
        row = self._row()
        self.setTitle(tr("&Rows ({name_of})", name_of=name_of(row)) if row else tr("&Rows"))

    def _row(self) -> str:
        """Return the row that is meant: the chosen one, else the first that is shown."""
        shown = [row.name for row in self._view.shown_rows()]
        if self._view.row not in shown:
            self._view.row = shown[0] if shown else ""
        return self._view.row

    def _choose(self, step: int) -> None:
        view = self._view
        names = view.all_shown_names()
        if names:
            place = names.index(view.row) + step if view.row in names else 0
            view.choose_row(names[min(max(place, 0), len(names) - 1)])

    def _change(self, how: Callable[[str, RowChoices], RowChoices], *, units_only: bool = False) -> None:
        row = self._row()
        if row and not (units_only and row in STRIP_NAMES):
            self._rows.change(lambda now: how(row, now))

    def _move(self, step: int) -> None:
        row = self._row()
        if row and not self._rows.choices.big:
            group = self._view.group_of(row)
            shown = self._rows.choices.shown(group)
            self._rows.change(lambda now: now.moved(group, row, max(shown.index(row) + step, 0)))

    def _resize(self, by: int) -> None:
        row = self._row()
        height = next((r.rect.height() for r in self._view.shown_rows() if r.name == row), 0.0)
        if row and not self._rows.choices.big:
            self._rows.change(lambda now: now.with_height(row, max(round(height) + by, LOWEST)))


def name_of(row: str) -> str:
    """Return what a row is called."""
    if row in STRIP_NAMES:
        return tr(STRIP_NAMES[row])
    unit = ACTION_UNITS.get(int(row[2:])) if row[2:].isdigit() else None
    return f"{unit.label} {tr(unit.name)}" if unit is not None else row
