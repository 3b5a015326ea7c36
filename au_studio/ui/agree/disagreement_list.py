"""The list of the largest disagreements."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QTableWidget, QWidget

from au_studio.agreement.comparison import Comparison
from au_studio.agreement.tables import Disagreement
from au_studio.coding.session import SampleFrame
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.texts import mark, tr
from au_studio.ui.lines_table import Cell, put_line, select_line, selected_line, set_titles, show_lines

SHOWN = 300
"""Longest list: who works through more than this had better code anew."""

_RECORDING, _FIRST, _SECOND, _CONSENSUS = 1, 3, 4, 6
_TITLES = ("AU", *map(mark, ("recording", "time")), "", "", *map(mark, ("difference", "consensus")))

Consensus = dict[tuple[SampleFrame, int], int | None]


def clock_text(seconds: float | None) -> str:
    """Return a time as ``m:ss.mmm``, with hours where there are any; a dash when it is not known."""
    if seconds is None:
        return "–"
    thousandths = round(seconds * 1000)
    minutes, rest = divmod(thousandths, 60_000)
    hours, minutes = divmod(minutes, 60)
    tail = f"{rest // 1000:02d}.{rest % 1000:03d}"
    return f"{hours}:{minutes:02d}:{tail}" if hours else f"{minutes}:{tail}"


def value_text(value: float | None) -> str:
    """Return a level as it is, a model's value with one decimal, and X where it was not codable."""
    if value is None:
        return "X"
    return f"{value:.0f}" if value == int(value) else f"{value:.1f}"


def difference_text(difference: float | None) -> str:
    """Return a difference with its sign, whole steps as they are, others with one decimal; – for none."""
    if difference is None:
        return "–"
    decimals = 0 if difference == int(difference) else 1
    return f"{difference:+.{decimals}f}".replace("-", "−")


class DisagreementList(QTableWidget):
    """One line per disagreement, the largest first.

    Signals
    -------
    chosen(Disagreement)
        A line was gone to: show its frame.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_TITLES), parent)
        self._comparison: Comparison | None = None
        self._shown: tuple[Disagreement, ...] = ()
        self._consensus: Consensus = {}
        show_lines(self, tr("Largest disagreements"))
        self.setWordWrap(False)
        self._set_titles((tr("first"), tr("second")))
        self.itemSelectionChanged.connect(self._on_selection_changed)
        self.cellClicked.connect(lambda _row, _column: self._on_selection_changed())

    @property
    def shown(self) -> tuple[Disagreement, ...]:
        """The disagreements in the list."""
        return self._shown

    def set_comparison(self, comparison: Comparison | None) -> None:
        """List the disagreements of a comparison."""
        if comparison is self._comparison:
            return
        self._comparison = comparison
        self._shown = _listed(comparison.disagreements) if comparison is not None else ()
        self._fill()

    def set_consensus(self, consensus: Consensus) -> None:
        """Show the reconciled values."""
        self._consensus = consensus
        for row, disagreement in enumerate(self._shown):
            text = f" {self._consensus_text(disagreement)} "
            item = self.item(row, _CONSENSUS)
            if item is not None and item.text() != text:
                item.setText(text)

    def select(self, disagreement: Disagreement | None) -> None:
        """Select a line without telling anybody."""
        known = disagreement is not None and disagreement in self._shown
        select_line(self, self._shown.index(disagreement) if known else None)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_shown"):
            self._fill()

    def _set_titles(self, names: tuple[str, str]) -> None:
        titles = [Cell(tr(title)) for title in _TITLES]
        titles[_FIRST], titles[_SECOND] = (Cell(n if len(n) <= 12 else f"{n[:11]}…", n) for n in names)
        set_titles(self, titles, stretched=_RECORDING)

    def _fill(self) -> None:
        comparison, row = self._comparison, self.currentRow()
        with QSignalBlocker(self):
            if comparison is not None:
                self._set_titles((comparison.first.name, comparison.second.name))
            self.setRowCount(len(self._shown))
            for place, found in enumerate(self._shown):
                assert comparison is not None
                name = comparison.recordings.get(found.frame.recording_id, "")
                cells = (
                    Cell(ACTION_UNITS[found.au].label),
                    Cell(name, name),
                    Cell(clock_text(comparison.seconds.get(found.frame))),
                    Cell(value_text(found.first)),
                    Cell(value_text(found.second)),
                    Cell(difference_text(found.difference)),
                    Cell(self._consensus_text(found), role="good"),
                )
                put_line(self, place, cells, stretched=_RECORDING)
            if 0 <= row < len(self._shown):
                self.setCurrentCell(row, 0)
            else:
                self.setCurrentCell(-1, -1)
                self.clearSelection()

    def _consensus_text(self, found: Disagreement) -> str:
        key = (found.frame, found.au)
        if key not in self._consensus:
            return ""
        value = self._consensus[key]
        return tr("✓ not codable") if value is None else f"✓ {value}"

    def _on_selection_changed(self) -> None:
        row = selected_line(self)
        if row is not None:
            self.chosen.emit(self._shown[row])


def _listed(found: Sequence[Disagreement]) -> tuple[Disagreement, ...]:
    """Return the largest disagreements, and behind them those about what can be coded at all."""
    sized = [one for one in found if one.difference is not None]
    one_sided = [one for one in found if one.difference is None]
    return (*sized[:SHOWN], *one_sided[:SHOWN])
