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
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from au_studio.coding.drawing import Amount, DrawPlan, Pool, preview
from au_studio.coding.pace import estimate_text
from au_studio.texts import mark, shown, tr, tr_n
from au_studio.ui.fields import dialog_column
from au_studio.ui.fitting import fit_on_screen
from au_studio.ui.focus import walk_as_laid_out
from au_studio.ui.theme import SPACING, tabular

DEFAULT_PERCENT = 2.0
_COLUMNS = (mark("Recording"), mark("Frames"), mark("Can be drawn"), mark("Drawn before"), mark("New"))
_FACES = mark("Where faces have been tracked, only frames with the target person's face are drawn.")
_ANY = mark(
    "Faces have not been tracked in {names} yet (watch or analyse first), so any frame may be drawn, "
    "also one without a face: rate such a frame as not codable."
)
_EACH = mark("Each gives its own share or number.")
_POOLED = mark("One draw: every frame has the same chance, so long recordings give more.")
_SPACED = mark("Frames close to each other look alike; fewer may be drawn than asked for.")


def _room_text(pools: Sequence[Pool], new: Sequence[int]) -> str:
    """Say how much room the stored pictures take: about a byte per pixel, measured on filmed faces."""
    size = sum(count * pool.index.width * pool.index.height for pool, count in zip(pools, new, strict=True))
    room = f"{size / 1e9:.1f} GB" if size >= 1e9 else f"{max(size / 1e6, 1):.0f} MB"
    return (
        tr("Stored without loss, the frames take about {room} in the study’s folder.", room=room)
        if size
        else ""
    )


def _decimal(name: str, value: float, least: float, suffix: str) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setDecimals(1)
    box.setRange(least, 100.0)
    box.setSingleStep(0.5)
    box.setValue(value)
    box.setSuffix(suffix)
    box.setAccessibleName(name)
    return box


def _choice(*options: tuple[str, object]) -> QComboBox:
    box = QComboBox()
    for text, data in options:
        box.addItem(text, data)
    return box


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

    draw_requested = Signal(object, object)
    """(recording ids, DrawPlan)"""

    def __init__(
        self, seed: int, pace: float | None, current: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Draw the random sample"))
        self._pace = pace
        self._current = current
        self._pools: tuple[Pool, ...] = ()
        self._loading = True
        self._went_on = False
        self.percent = _decimal(tr("Share of the frames in percent"), DEFAULT_PERCENT, 0.1, " %")
        self.count = QSpinBox()
        self.count.setRange(1, 100_000)
        self.count.setValue(50)
        self.count.setAccessibleName(tr("Number of frames"))
        self.seed = QSpinBox()
        self.seed.setRange(0, 2_147_483_647)
        self.seed.setValue(seed)
        self.spacing = _decimal(tr("Least distance of two frames in seconds"), 0.0, 0.0, " s")
        self.spacing.setSpecialValueText(tr("none"))
        self.overlap = _decimal(tr("Share for a second coder in percent"), 0.0, 0.0, " %")
        self.overlap.setSpecialValueText(tr("nothing"))
        self.scope = _choice((tr("all recordings"), False), (tr("the open recording only"), True))
        self.pooled = _choice(
            (tr("from each recording by itself"), False), (tr("from all recordings together"), True)
        )
        self.by_percent = QRadioButton(tr("&Share of the frames"))
        self.by_count = QRadioButton(tr("&Number of frames"))
        self.by_percent.setChecked(True)
        self.table = QTableWidget(0, len(_COLUMNS))
        self.summary = QLabel()
        self.estimate = QLabel()
        self.explanation = QLabel()
        self._notes = {name: QLabel() for name in ("pooled", "seed", "spacing", "overlap")}
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.draw_button: QPushButton = self._buttons.addButton(
            tr("Draw"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._build()
        self._connect()
        self._refresh()
        walk_as_laid_out(self)
        self.percent.setFocus()
        self.percent.selectAll()

    def _connect(self) -> None:
        for box in (self.percent, self.spacing, self.overlap, self.count, self.seed):
            box.valueChanged.connect(self._refresh)
        for choice in (self.scope, self.pooled):
            choice.currentIndexChanged.connect(self._refresh)
        self.by_percent.toggled.connect(self._refresh)
        self._buttons.rejected.connect(self.reject)
        self.draw_button.clicked.connect(self._on_draw)

    def _build(self) -> None:
        self._style_table()
        self.summary.setFont(tabular(self.font(), 1.2))
        for label in (self.summary, self.estimate, self.explanation, *self._notes.values()):
            label.setWordWrap(True)
        self.explanation.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = dialog_column(self)
        column.addLayout(self._form())
        column.addWidget(self.table, 1)
        column.addWidget(self.summary)
        column.addWidget(self.estimate)
        column.addWidget(self.explanation)
        column.addWidget(self._buttons)
        fit_on_screen(self, 760, 640)

    def _form(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACING)
        grid.setVerticalSpacing(SPACING)
        rows: tuple[tuple[QWidget | str, QWidget, str], ...] = (
            (self.by_percent, self.percent, ""),
            (self.by_count, self.count, ""),
            (tr("&From"), self.scope, ""),
            (tr("&Draw"), self.pooled, "pooled"),
            (tr("S&eed"), self.seed, "seed"),
            (tr("&Least distance"), self.spacing, "spacing"),
            (tr("Se&cond coder"), self.overlap, "overlap"),
        )
        for row, (title, field, note) in enumerate(rows):
            if isinstance(title, str):
                label = QLabel(title)
                label.setBuddy(field)
                field.setAccessibleName(field.accessibleName() or title.replace("&", ""))
                grid.addWidget(label, row, 0)
            else:
                grid.addWidget(title, row, 0)
            grid.addWidget(field, row, 1)
            if note:
                grid.addWidget(self._notes[note], row, 2)
        grid.setColumnStretch(2, 1)
        return grid

    def _style_table(self) -> None:
        for column, title in enumerate(map(tr, _COLUMNS)):
            item = QTableWidgetItem(f" {title} ")
            item.setTextAlignment(_alignment(column))
            self.table.setHorizontalHeaderItem(column, item)
        self.table.verticalHeader().hide()
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # to scroll where there are many recordings
        self.table.setTabKeyNavigation(False)
        self.table.setAccessibleName(tr("What can be drawn, per recording"))
        self.table.setShowGrid(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)

    @property
    def plan(self) -> DrawPlan:
        """What is asked for."""
        by_share = self.by_percent.isChecked()
        return DrawPlan(
            Amount(fraction=self.percent.value() / 100) if by_share else Amount(count=self.count.value()),
            seed=self.seed.value(),
            pooled=bool(self.pooled.currentData()),
            spacing=self.spacing.value(),
            overlap=self.overlap.value() / 100,
        )

    def set_pools(self, pools: Sequence[Pool]) -> None:
        """Show what can be drawn from each recording."""
        self._pools = tuple(pools)
        self._refresh()

    def set_loading(self, done: int, total: int) -> None:
        """Say how many recordings have been looked at."""
        self._loading = done < total
        self._refresh()
        if self._loading:
            self.summary.setText(
                tr("Reading the timestamps of recording {done} of {total}…", done=done + 1, total=total)
            )

    def _chosen(self) -> list[Pool]:
        only_current = bool(self.scope.currentData())
        return [pool for pool in self._pools if not only_current or pool.recording_id == self._current]

    def _refresh(self) -> None:
        self.percent.setEnabled(self.by_percent.isChecked())
        self.count.setEnabled(self.by_count.isChecked())
        pools = self._chosen()
        self._take_over(pools)
        plan = self.plan
        new = preview(pools, plan)
        before = sum(pool.drawn for pool in pools)
        self.draw_button.setText(tr("Extend the sample") if before else tr("Draw the sample"))
        self._fill_table(pools, new)
        recordings = tr_n("{n} recording", "{n} recordings", len(pools))
        text = (
            tr_n(
                "<b>about {n} new frame</b> from {recordings}",
                "<b>about {n} new frames</b> from {recordings}",
                sum(new),
                recordings=recordings,
            )
            if plan.spacing
            else tr_n(
                "<b>{n} new frame</b> from {recordings}",
                "<b>{n} new frames</b> from {recordings}",
                sum(new),
                recordings=recordings,
            )
        )
        if before:
            text += tr(
                ", beside the {before} frames drawn before, which stay as they are", before=f"{before:,}"
            )
        self.summary.setText(text + ".")
        self.estimate.setText(
            f"{shown(estimate_text(sum(new), self._pace))} {_room_text(pools, new)}".strip()
        )
        self._explain(pools, plan, sum(new) + before)
        self.draw_button.setEnabled(sum(new) > 0 and not self._loading)

    def _take_over(self, pools: Sequence[Pool]) -> None:
        """Show the seed and distance of the sample that is extended; they cannot change any more."""
        samples = [pool.sample for pool in pools if pool.sample is not None]
        settled = bool(pools) and len(samples) == len(pools)
        for box in (self.seed, self.spacing):
            box.setEnabled(not settled)
        if settled:
            self.seed.setValue(samples[0].seed)
            self.spacing.setValue(pools[0].spacing)
        if samples and not self._went_on:
            self._went_on = True
            self.pooled.setCurrentIndex(int(samples[0].pooled))
            self.overlap.setValue(100 * samples[0].overlap)

    def _explain(self, pools: Sequence[Pool], plan: DrawPlan, total: int) -> None:
        seeds = sorted({pool.sample.seed for pool in pools if pool.sample is not None})
        self._notes["pooled"].setText(tr(_POOLED if plan.pooled else _EACH))
        self._notes["seed"].setText(
            tr(
                "Drawn before with seed {seeds}; the draw goes on where it ended.",
                seeds=", ".join(map(str, seeds)),
            )
            if seeds
            else tr("The same seed and video give the same frames on every computer.")
        )
        self._notes["spacing"].setText(tr(_SPACED) if plan.spacing else "")
        self._notes["overlap"].setText(
            tr(
                "About {overlap} frames for coders who rate the double-coded part.",
                overlap=f"{round(plan.overlap * total):,}",
            )
            if plan.overlap
            else tr("A share that two coders rate shows how well they agree.")
        )
        unseen = [pool.name for pool in pools if pool.eligible is None]
        names = ", ".join(unseen[:3]) + (tr(" and {n} more", n=len(unseen) - 3) if len(unseen) > 3 else "")
        self.explanation.setText(tr(_ANY, names=names) if unseen else tr(_FACES))

    def _fill_table(self, pools: Sequence[Pool], new: Sequence[int]) -> None:
        self.table.setRowCount(len(pools))
        for row, pool in enumerate(pools):
            numbers = (pool.index.n_frames, pool.codable, pool.drawn, new[row])
            for place, text in enumerate((pool.name, *(f"{number:,} " for number in numbers))):
                item = QTableWidgetItem(text)
                item.setTextAlignment(_alignment(place))
                self.table.setItem(row, place, item)

    def _on_draw(self) -> None:
        self.draw_requested.emit([p.recording_id for p in self._chosen()], self.plan)
        self.accept()
