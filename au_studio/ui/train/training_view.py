"""The training page as it looks: what to train on, progress, loss, and held-out agreement."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from au_studio.coding.pace import duration_text
from au_studio.controllers.train.state import Phase, TrainingState
from au_studio.jobs.training_data import LabelSummary
from au_studio.texts import mark, shown, tr, tr_n
from au_studio.ui.fields import choice, wrapped
from au_studio.ui.panels import PanelArea
from au_studio.ui.theme import MARGIN, SPACING, tabular, theme_of
from au_studio.ui.train.results_view import TrainingResults

_LEFT_WIDTH = 340
_ROOMY = 760
"""Height above which plots, table and explanations have room at once, px."""
_INTRO = mark(
    "The chosen model learns from this coder's ratings. It takes minutes; you can watch and code meanwhile. "
    "Nothing leaves this computer."
)


class TrainingView(QWidget):
    """Shows a `TrainingState`, and emits what the user wants."""

    base_chosen = Signal(str)
    """Id of the model to start from."""
    coder_chosen = Signal(str)
    """Id of the coder whose ratings train."""
    start_requested = Signal(str, bool)
    """(name of the new model, whether unsure ratings train, too)"""
    stop_requested = Signal()
    """Finish and keep the best."""
    cancel_requested = Signal()
    """Finish and keep nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: TrainingState | None = None
        self._suggested = ""
        self.bases = choice(tr("Model to start from"))
        self.coders = choice(tr("Coder whose ratings train"))
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the new model"))
        self.unsure = QCheckBox(tr("Use ratings marked as unsure, too"))
        self.unsure.setChecked(True)
        self.summary = QLabel()
        self.warnings = QLabel()
        self.start = QPushButton(tr("Start"))
        self.stop = QPushButton(tr("Stop, keep the best"))
        self.cancel = QPushButton(tr("Cancel, discard"))
        self.bar = QProgressBar()
        self.doing = QLabel()
        self.outcome = QLabel()
        self.notices = QLabel()
        self.results = TrainingResults()
        self._build()
        self._connect()

    # ---- building

    def _build(self) -> None:
        texts = (self.summary, self.warnings, self.outcome, self.notices)
        for label in (*texts, self.doing):
            label.setWordWrap(True)
        self.stop.setToolTip(tr("Finishes now. The best state so far becomes the new model."))
        self.cancel.setToolTip(tr("Ends now. Nothing is kept; your ratings are not touched."))
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(2 * SPACING)
        column.addWidget(_heading(tr("Train a model")))
        intro = wrapped(tr(_INTRO))
        column.addWidget(intro)
        for box in (self.bases, self.coders):
            # As wide as the panel, and not as their longest entry in the longest language.
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(SPACING)
        form.addRow(tr("Start &from"), self.bases)
        form.addRow(tr("&Ratings by"), self.coders)
        form.addRow(tr("&Name"), self.name)
        form.addRow("", self.unsure)
        column.addLayout(form)
        column.addWidget(self.summary)
        column.addWidget(self.warnings)
        column.addWidget(self._run_area())
        column.addWidget(self.outcome)
        column.addWidget(self.notices)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(left)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls to whatever in it has the focus
        scroll.setWidgetResizable(True)
        # It scrolls downwards only, and texts are of any length: whatever stands in one line has room.
        scroll.setMinimumWidth(max(_LEFT_WIDTH, left.minimumSizeHint().width()))
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.panels = PanelArea("train", self)
        area, across = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.Orientation.Horizontal
        settings = self.panels.add("settings", tr("Training"), scroll, area)
        results = self.panels.add("results", tr("Results"), self.results, area)
        self.panels.splitDockWidget(settings, results, across)
        self.panels.finish(
            lambda: self.panels.resizeDocks(
                [settings, results], [_LEFT_WIDTH, max(self.width() - _LEFT_WIDTH, 400)], across
            )
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, MARGIN, MARGIN)
        row.addWidget(self.panels)

    def _run_area(self) -> QWidget:
        self.bar.setTextVisible(False)
        self.bar.setMaximumHeight(10)
        self.bar.setMaximum(1000)
        self.bar.setAccessibleName(tr("Progress of the fine-tuning"))
        self.doing.setFont(tabular(self.font()))
        self.start.setMinimumHeight(34)
        self._running = QWidget()
        column = QVBoxLayout(self._running)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.doing)
        column.addWidget(self.bar)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, SPACING, 0, 0)
        buttons.addWidget(self.stop)
        # Far apart: one keeps minutes of work, the other throws them away.
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        column.addLayout(buttons)
        area = QWidget()
        both = QVBoxLayout(area)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(self.start)
        both.addWidget(self._running)
        return area

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give plots and table the room of the explanations where it is short: tool tips have them, too."""
        super().resizeEvent(event)
        self.results.set_roomy(self.height() > _ROOMY)

    def _connect(self) -> None:
        self.bases.activated.connect(lambda row: self.base_chosen.emit(self.bases.itemData(row)))
        self.coders.activated.connect(lambda row: self.coder_chosen.emit(self.coders.itemData(row)))
        self.start.clicked.connect(self.request_start)
        self.name.returnPressed.connect(self.request_start)
        self.stop.clicked.connect(self.stop_requested)
        self.cancel.clicked.connect(self.cancel_requested)

    def request_start(self) -> None:
        """Emit that the fine-tuning is to start, with what is filled in."""
        if self.start.isEnabled():
            self.start_requested.emit(self.name.text().strip() or self._suggested, self.unsure.isChecked())

    # ---- state in

    def set_state(self, state: TrainingState) -> None:
        """Show the state of the training."""
        self._state = state
        _fill(self.bases, state.models, state.base_id)
        _fill(self.coders, state.coders, state.coder_id)
        if not state.running:  # a name that belongs to the run that ends stays until then
            if self.name.text() in {"", self._suggested}:
                self.name.setText(state.suggested_name)
            self._suggested = state.suggested_name
        for widget in (self.bases, self.coders, self.name, self.unsure):
            widget.setEnabled(not state.running and state.phase is not Phase.NO_STUDY)
        self.start.setEnabled(state.can_start)
        self.start.setVisible(not state.running)
        self._running.setVisible(state.running)
        self.stop.setEnabled(state.can_stop)
        self.cancel.setEnabled(state.phase in {Phase.RUNNING, Phase.STOPPING})
        self._set_summary(state)
        self._set_progress(state)
        self._set_outcome(state)
        self.results.set_state(state)

    def _set_summary(self, state: TrainingState) -> None:
        summary = state.summary
        if state.phase is Phase.NO_STUDY:
            self.summary.setText(tr("Open a study or a video first."))
        elif not state.coders:
            self.summary.setText(tr("Nobody has rated anything yet."))
        else:
            self.summary.setText(
                tr(
                    "<b>{frames} rated frames</b>, {ratings} ratings, {of_whom}",
                    frames=f"{summary.frames:,}",
                    ratings=f"{summary.ratings:,}",
                    of_whom=_of_whom(summary),
                )
            )
        warnings = (
            [shown(text) for text in (*summary.warnings(), state.caution) if text] if state.coders else ()
        )
        color = theme_of(self.palette()).warning
        self.warnings.setText(
            "<br>".join(f"<span style='color:{color}'>⚠</span> {text}" for text in warnings)
        )
        self.warnings.setVisible(bool(warnings) and not state.running)

    def changeEvent(self, event: QEvent) -> None:
        """Colour warnings and outcome anew when the look changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._state is not None:
            self._set_summary(self._state)
            self._set_outcome(self._state)

    def _set_progress(self, state: TrainingState) -> None:
        progress = state.progress
        self.bar.setValue(round(progress.fraction * self.bar.maximum()))
        text = {
            Phase.STOPPING: tr("Stopping: the best state is being kept…"),
            Phase.CANCELLING: tr("Cancelling…"),
        }.get(state.phase, progress.message)
        number, parts = state.part
        if parts > 1 and state.running:
            text = tr("Part {number} of {parts}: {text}", number=number, parts=parts, text=text)
        if progress.fraction and state.running:
            text += f"  ·  {int(100 * progress.fraction)} %"
        if progress.seconds_left is not None and state.phase is Phase.RUNNING:
            left = duration_text(progress.seconds_left)
            text += "  ·  " + (
                tr("about {time} left in all", time=left) if parts > 1 else tr("about {time} left", time=left)
            )
        self.doing.setText(text)

    def _set_outcome(self, state: TrainingState) -> None:
        theme = theme_of(self.palette())
        done = {"better": theme.good, "worse": theme.warning, "mixed": theme.warning}.get(
            state.told, theme.text
        )
        color = {Phase.FAILED: theme.problem, Phase.DONE: done}.get(state.phase, theme.text)
        self.outcome.setVisible(bool(state.outcome))
        # What can't be told is not said in bold: only what is clear, or went wrong, is.
        clear = color != theme.text
        text = f"<b>{state.outcome}</b>" if clear else state.outcome
        self.outcome.setText(f"<span style='color:{color}'>{text}</span>")
        lines = [shown(text) for text in dict.fromkeys(state.notices)]
        if state.waiting_analyses:
            waiting = state.waiting_analyses
            lines.append(
                tr_n(
                    "{n} recording is waiting to be analysed: View > Jobs.",
                    "{n} recordings are waiting to be analysed: View > Jobs.",
                    waiting,
                )
            )
        self.notices.setVisible(bool(lines))
        self.notices.setText("<br>".join(lines))


def _of_whom(summary: LabelSummary) -> str:
    """Return ``3 recordings of 2 persons``, or how many recordings are of persons whom nobody named."""
    recordings = tr_n("{n} recording", "{n} recordings", summary.recordings)
    if not summary.persons_known:
        return tr(
            "{recordings}, {unnamed} of them of persons not named",
            recordings=recordings,
            unnamed=summary.unnamed,
        )
    return tr_n(
        "{recordings} of {n} person", "{recordings} of {n} persons", summary.groups, recordings=recordings
    )


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 1.3)
    label.setFont(font)
    return label


def _fill(combo: QComboBox, wanted: tuple[tuple[str, str], ...], chosen: str | None) -> None:
    there = tuple((combo.itemData(i), combo.itemText(i)) for i in range(combo.count()))
    if there != wanted:
        combo.clear()
        for key, name in wanted:
            combo.addItem(name, key)
    combo.setCurrentIndex(combo.findData(chosen))
