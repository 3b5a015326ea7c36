"""The list of models: each below the one that it was trained from, with its held-out agreement."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from au_studio.analysis.model_lineage import ModelLine
from au_studio.stats.verdict import Told
from au_studio.texts import mark, tr
from au_studio.ui.theme import tabular, theme_of

_COLUMNS = (
    (mark("Model"), mark("Every model stands below the one that it was trained from")),
    (
        "ICC",
        mark(
            "Mean ICC(3,1) on frames that did not train it: of other persons (or recordings), where several "
            "were "
            "rated"
        ),
    ),
    (mark("before"), mark("The same of the model that it was trained from, on the same frames")),
    ("MAE", mark("Mean absolute error on the same frames, in steps of the 0–5 scale")),
    (mark("rated"), mark("Rated frames that it learned from")),
    (mark("made"), mark("Date")),
)


class ModelTree(QTreeWidget):
    """Shows the library's lines.

    Signals
    -------
    chosen(id)
        A model was gone to.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[ModelLine, ...] = ()
        self.setAccessibleName(tr("Models, each below the one that it was trained from"))
        self.setColumnCount(len(_COLUMNS))
        self.setHeaderLabels([tr(title) for title, _ in _COLUMNS])
        for column, (_, tip) in enumerate(_COLUMNS):
            self.headerItem().setToolTip(column, tr(tip))
            self.headerItem().setTextAlignment(column, _side(column))
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self.setItemsExpandable(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.itemSelectionChanged.connect(self._on_selection_changed)

    @property
    def current_id(self) -> str | None:
        """Id of the selected model."""
        item = self.currentItem()
        return str(item.data(0, Qt.ItemDataRole.UserRole)) if item is not None else None

    def set_lines(self, lines: Sequence[ModelLine], chosen: str | None) -> None:
        """Show these models, one of them selected."""
        self.blockSignals(True)
        if tuple(lines) != self._lines:
            self._lines = tuple(lines)
            self._fill()
        for item in self._items():
            if item.data(0, Qt.ItemDataRole.UserRole) == chosen:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_lines"):
            chosen = self.current_id
            lines, self._lines = self._lines, ()
            self.set_lines(lines, chosen)

    def _fill(self) -> None:
        self.clear()
        above: list[QTreeWidgetItem] = []
        for line in self._lines:
            item = QTreeWidgetItem(_texts(line))
            item.setData(0, Qt.ItemDataRole.UserRole, line.id)
            font = tabular(self.font())
            font.setWeight(QFont.Weight.DemiBold if line.is_shown else QFont.Weight.Normal)
            for column in range(len(_COLUMNS)):
                item.setFont(column, font)
                item.setTextAlignment(column, _side(column))
            item.setSizeHint(0, QSize(0, self.fontMetrics().height() + 8))
            item.setToolTip(0, _tip(line))
            role = {Told.BETTER: "good", Told.WORSE: "problem"}.get(line.told, "text")
            item.setForeground(1, theme_of(self.palette()).color(role))
            del above[line.depth :]
            if above:
                above[-1].addChild(item)
            else:
                self.addTopLevelItem(item)
            above.append(item)
        self.expandAll()

    def _items(self) -> list[QTreeWidgetItem]:
        found = self.findItems("*", Qt.MatchFlag.MatchWildcard | Qt.MatchFlag.MatchRecursive)
        return list(found)

    def _on_selection_changed(self) -> None:
        if self.selectedItems() and self.current_id is not None:
            self.chosen.emit(self.current_id)


def _texts(line: ModelLine) -> list[str]:
    marks = [word for word, there in ((tr("default"), line.is_default), (tr("shown"), line.is_shown),
                                      (tr("compared"), line.is_compared)) if there]  # fmt: skip
    name = f"{line.name}  ({', '.join(marks)})" if marks else line.name
    figures = [figure_text(value) for value in (line.icc, line.base_icc, line.mae)]
    rated = f"{line.rated_frames:,}" if line.rated_frames is not None else ""
    return [name, *figures, rated, line.created]


def figure_text(value: float | None) -> str:
    """Return a figure with two decimals; nothing where the card has none."""
    return "" if value is None else f"{round(value, 2) + 0.0:.2f}".replace("-", "−")


def _tip(line: ModelLine) -> str:
    parts = [f"{line.name}: {tr(line.kind)}"]
    if line.is_default:
        parts.append(tr("The study starts with this model."))
    if line.is_shown:
        parts.append(tr("The Watch page shows its curves."))
    if line.is_compared:
        parts.append(tr("Its curves are dashed on the Watch page."))
    if line.note:
        parts.append(line.note)
    return "\n".join(parts)


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
