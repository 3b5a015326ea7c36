"""The list of the largest disagreements."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from au_studio.controllers.agreement_comparison import Comparison
from au_studio.controllers.agreement_tables import Disagreement
from au_studio.controllers.coding_session import SampleFrame
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.ui.lines_table import show_lines
from au_studio.ui.theme import tabular, theme_of

SHOWN = 300
"""Longest list: who works through more than this had better code anew."""

_RECORDING, _FIRST, _SECOND, _CONSENSUS = 1, 3, 4, 6
_TITLES = ("AU", "recording", "time", "", "", "difference", "consensus")

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


def value_text(value: float) -> str:
    """Return a level as it is, and a model's value with one decimal."""
    return f"{value:.0f}" if value == int(value) else f"{value:.1f}"


def difference_text(difference: float) -> str:
    """Return a difference with its sign: whole steps as they are, others with one decimal."""
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
        show_lines(self, "Largest disagreements")
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_RECORDING, QHeaderView.ResizeMode.Stretch)
        self._set_titles(("first", "second"))
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
        self._shown = comparison.disagreements[:SHOWN] if comparison is not None else ()
        self._fill()

    def set_consensus(self, consensus: Consensus) -> None:
        """Show the reconciled values."""
        self._consensus = consensus
        for row, disagreement in enumerate(self._shown):
            text = self._consensus_text(disagreement)
            item = self.item(row, _CONSENSUS)
            if item is not None and item.text() != text:
                item.setText(text)

    def select(self, disagreement: Disagreement | None) -> None:
        """Select a line without telling anybody."""
        self.blockSignals(True)
        if disagreement is None or disagreement not in self._shown:
            self.clearSelection()
        else:
            row = self._shown.index(disagreement)
            if row != self.currentRow() or not self.selectedItems():
                self.selectRow(row)
                self.scrollTo(self.model().index(row, 0))
        self.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_shown"):
            self._fill()

    def _set_titles(self, names: tuple[str, str]) -> None:
        titles = [*_TITLES]
        titles[_FIRST], titles[_SECOND] = (n if len(n) <= 12 else f"{n[:11]}…" for n in names)
        for column, title in enumerate(titles):
            item = QTableWidgetItem(f" {title} ")
            item.setTextAlignment(_side(column))
            item.setToolTip(names[column - _FIRST] if column in {_FIRST, _SECOND} else "")
            self.setHorizontalHeaderItem(column, item)

    def _fill(self) -> None:
        comparison = self._comparison
        self.blockSignals(True)
        row = self.currentRow()
        if comparison is not None:
            self._set_titles((comparison.first.name, comparison.second.name))
        self.setRowCount(len(self._shown))
        font, theme = tabular(self.font()), theme_of(self.palette())
        for place, found in enumerate(self._shown):
            assert comparison is not None
            texts = (
                ACTION_UNITS[found.au].label,
                comparison.recordings.get(found.frame.recording_id, ""),
                clock_text(comparison.seconds.get(found.frame)),
                value_text(found.first),
                value_text(found.second),
                difference_text(found.difference),
                self._consensus_text(found),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setFont(font)
                item.setTextAlignment(_side(column))
                if column == _CONSENSUS:
                    item.setForeground(theme.color("good"))
                if column == _RECORDING:
                    item.setToolTip(text)
                self.setItem(place, column, item)
        if 0 <= row < len(self._shown):
            self.setCurrentCell(row, 0)
        else:
            self.setCurrentCell(-1, -1)
            self.clearSelection()
        self.blockSignals(False)

    def _consensus_text(self, found: Disagreement) -> str:
        key = (found.frame, found.au)
        if key not in self._consensus:
            return ""
        value = self._consensus[key]
        return "✓ not codable" if value is None else f"✓ {value}"

    def _on_selection_changed(self) -> None:
        row = self.currentRow()
        if self.selectedItems() and 0 <= row < len(self._shown):
            self.chosen.emit(self._shown[row])


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column <= _RECORDING else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
