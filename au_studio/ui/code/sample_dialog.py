"""The dialog that draws the random sample: how much, from what, with which seed, and what that costs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from au_studio.controllers.coding_pace import estimate_text
from au_studio.controllers.sampling import Amount, Pool
from au_studio.ui.theme import MARGIN, SPACING, tabular

DEFAULT_PERCENT = 2.0
_COLUMNS = ("Recording", "Frames", "Can be drawn", "Drawn before", "New")
_FACES = "Where faces have been tracked, only frames with the target person's face are drawn."
_ANY = (
    "Faces have not been tracked in {names} yet (watch or analyse first), so any frame may be drawn, "
    "also one without a face: rate such a frame as not codable."
)


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class SampleDialog(QDialog):
    """Asks how much to draw; shows what that means before anything is drawn.

    Parameters
    ----------
    seed : int
        Seed to suggest.
    pace : float or None
        Seconds per frame of the coder, if known.
    current : str or None
        Recording that is open, for the choice "only this recording".
    """

    draw_requested = Signal(object, object, int)
    """(recording ids, Amount, seed)"""

    def __init__(
        self, seed: int, pace: float | None, current: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Draw the random sample")
        self._pace = pace
        self._current = current
        self._pools: tuple[Pool, ...] = ()
        self._loading = True
        self.percent = QDoubleSpinBox()
        self.percent.setRange(0.1, 100.0)
        self.percent.setSingleStep(0.5)
        self.percent.setDecimals(1)
        self.percent.setValue(DEFAULT_PERCENT)
        self.percent.setSuffix(" %")
        self.percent.setAccessibleName("Share of the frames in percent")
        self.count = QSpinBox()
        self.count.setRange(1, 100_000)
        self.count.setValue(50)
        self.count.setAccessibleName("Number of frames per recording")
        self.seed = QSpinBox()
        self.seed.setRange(0, 2_147_483_647)
        self.seed.setValue(seed)
        self.seed.setAccessibleName("Seed")
        self.scope = QComboBox()
        self.scope.addItem("all recordings", False)
        self.scope.addItem("the open recording only", True)
        self.scope.setAccessibleName("Recordings to draw from")
        self.by_percent = QRadioButton("&Share of the frames")
        self.by_count = QRadioButton("&Number of frames per recording")
        self.by_percent.setChecked(True)
        self.table = QTableWidget(0, len(_COLUMNS))
        self.summary = QLabel()
        self.estimate = QLabel()
        self.explanation = QLabel()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.draw_button: QPushButton = self._buttons.addButton(
            "Draw", QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._build()
        for signal in (self.percent.valueChanged, self.count.valueChanged, self.scope.currentIndexChanged):
            signal.connect(self._refresh)
        self.by_percent.toggled.connect(self._refresh)
        self._buttons.rejected.connect(self.reject)
        self.draw_button.clicked.connect(self._on_draw)
        self._refresh()
        self.percent.setFocus()
        self.percent.selectAll()

    def _build(self) -> None:
        self._style_table()
        self.summary.setFont(tabular(self.font(), 1.2))
        for label in (self.summary, self.estimate, self.explanation):
            label.setWordWrap(True)
        self.explanation.setAlignment(Qt.AlignmentFlag.AlignTop)
        seed_label, scope_label = QLabel("S&eed"), QLabel("&From")
        seed_label.setBuddy(self.seed)
        scope_label.setBuddy(self.scope)
        self._seed_note = QLabel()
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACING)
        grid.setVerticalSpacing(SPACING)
        grid.addWidget(self.by_percent, 0, 0)
        grid.addWidget(self.percent, 0, 1)
        grid.addWidget(self.by_count, 1, 0)
        grid.addWidget(self.count, 1, 1)
        grid.addWidget(scope_label, 2, 0)
        grid.addWidget(self.scope, 2, 1)
        grid.addWidget(seed_label, 3, 0)
        seed_row = QHBoxLayout()
        seed_row.setSpacing(2 * SPACING)
        seed_row.addWidget(self.seed)
        seed_row.addWidget(self._seed_note, 1)
        grid.addLayout(seed_row, 3, 1, 1, 2)
        grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, MARGIN)
        column.setSpacing(2 * SPACING)
        column.addLayout(grid)
        column.addWidget(self.table, 1)
        column.addWidget(self.summary)
        column.addWidget(self.estimate)
        column.addWidget(self.explanation)
        column.addWidget(self._buttons)
        self.resize(680, 560)

    def _style_table(self) -> None:
        for column, title in enumerate(_COLUMNS):
            item = QTableWidgetItem(f" {title} ")
            item.setTextAlignment(_alignment(column))
            self.table.setHorizontalHeaderItem(column, item)
        self.table.verticalHeader().hide()
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)

    @property
    def amount(self) -> Amount:
        """How much to draw from each recording."""
        if self.by_percent.isChecked():
            return Amount(fraction=self.percent.value() / 100)
        return Amount(count=self.count.value())

    def set_pools(self, pools: Sequence[Pool]) -> None:
        """Show what can be drawn from each recording."""
        self._pools = tuple(pools)
        self._refresh()

    def set_loading(self, done: int, total: int) -> None:
        """Say how many recordings have been looked at."""
        self._loading = done < total
        self._refresh()
        if self._loading:
            self.summary.setText(f"Reading the timestamps of recording {done + 1} of {total}…")

    def _chosen(self) -> list[Pool]:
        only_current = bool(self.scope.currentData())
        return [pool for pool in self._pools if not only_current or pool.recording_id == self._current]

    def _refresh(self) -> None:
        self.percent.setEnabled(self.by_percent.isChecked())
        self.count.setEnabled(self.by_count.isChecked())
        pools, amount = self._chosen(), self.amount
        extending = any(pool.drawn for pool in pools)
        self.draw_button.setText("Extend the sample" if extending else "Draw the sample")
        fresh = [pool for pool in pools if not pool.drawn]
        self.seed.setEnabled(bool(fresh) or not pools)
        seeds = sorted({pool.sample.seed for pool in pools if pool.sample is not None})
        if seeds and not fresh:
            self.seed.setValue(seeds[0])
        self._seed_note.setText(
            f"Drawn before with seed {', '.join(map(str, seeds))}; the draw goes on where it ended."
            if seeds
            else "The same seed and video give the same frames on every computer."
        )
        self._fill_table(pools, amount)
        new, before = sum(p.would_add(amount) for p in pools), sum(p.drawn for p in pools)
        text = f"<b>{new} new frames</b> from {len(pools)} recording{'s' if len(pools) != 1 else ''}"
        if before:
            text += f", beside the {before} frames drawn before, which stay as they are"
        self.summary.setText(text + ".")
        self.estimate.setText(estimate_text(new, self._pace))
        unseen = [pool.name for pool in pools if pool.eligible is None]
        names = ", ".join(unseen[:3]) + (f" and {len(unseen) - 3} more" if len(unseen) > 3 else "")
        self.explanation.setText(_ANY.format(names=names) if unseen else _FACES)
        self.draw_button.setEnabled(new > 0 and not self._loading)

    def _fill_table(self, pools: Sequence[Pool], amount: Amount) -> None:
        self.table.setRowCount(len(pools))
        for row, pool in enumerate(pools):
            numbers = (pool.index.n_frames, pool.codable, pool.drawn, pool.would_add(amount))
            for place, text in enumerate((pool.name, *(f"{number:,} " for number in numbers))):
                item = QTableWidgetItem(text)
                item.setTextAlignment(_alignment(place))
                self.table.setItem(row, place, item)

    def _on_draw(self) -> None:
        self.draw_requested.emit([p.recording_id for p in self._chosen()], self.amount, self.seed.value())
        self.accept()
