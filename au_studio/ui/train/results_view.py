"""What a training comes to, as it looks: its course, held-out agreement, and what the figures mean."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from au_studio.analysis.verdict_words import OTHER_RECORDINGS, STRANGERS
from au_studio.controllers.train.state import TrainingState
from au_studio.jobs.training_results import Judgement
from au_studio.texts import mark, tr
from au_studio.ui.fields import wrapped
from au_studio.ui.theme import MARGIN, SPACING
from au_studio.ui.train.agreement_table import ICC_HELP, MAE_HELP, AgreementTable
from au_studio.ui.train.judgement_choice import JudgementChoice
from au_studio.ui.train.metric_plot import MetricPlot

PLOT_HEIGHT = 170
"""Least height of a plot with its title and axis, px."""
_HELD_OUT = mark(
    "<b>Held out</b> means: these figures come from frames that did not train the model that is judged on "
    "them. The ratings are split, by person (or recording) or into stretches of time; each part is judged by "
    "a model that learned from the others. The model you get learns from all of them."
)


class TrainingResults(QWidget):
    """Shows the figures of a `TrainingState`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: TrainingState | None = None
        self._roomy = False
        self.loss = MetricPlot(tr("Training loss"), floor=0.0)
        self.icc = MetricPlot(tr("Mean held-out ICC"), floor=0.0, top=1.0)
        self.judged_on = JudgementChoice()
        self.table = AgreementTable()
        self.scheme = wrapped()
        self._build()
        self.judged_on.changed.connect(lambda: self._set_figures(self._state) if self._state else None)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, MARGIN, 0, 0)
        column.setSpacing(SPACING)
        # A widget of its own: a layout whose plots are hidden would still take its share of the height.
        self._course = QWidget()
        self._plots = QHBoxLayout(self._course)
        self._plots.setContentsMargins(0, 0, 0, 0)
        self._plots.setSpacing(SPACING)
        for plot in (self.loss, self.icc):
            self.add_plot(plot)
        column.addWidget(self._course, 2)
        column.addWidget(self.judged_on)
        # The table scrolls by itself: it must not make the page scroll, too.
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.table.setMinimumHeight(160)
        column.addWidget(self.table, 5)
        column.addWidget(self.scheme)
        self._explained = QWidget()
        explained = QVBoxLayout(self._explained)
        explained.setContentsMargins(0, 0, 0, 0)
        held_out = wrapped(tr(_HELD_OUT))
        held_out.setToolTip(f"{tr(ICC_HELP)}\n\n{tr(MAE_HELP)}")
        explained.addWidget(held_out)
        figures = QLabel(
            tr(
                "<b>ICC</b>: how consistently model and coder order the frames, 1 is best. <b>MAE</b>: mean "
                "error in steps of the 0–5 scale, 0 is best. <b>n/a</b>: undefined, because the ratings "
                "never "
                "change. ▲ better than before, ▼ worse: the interval of the difference is clear of 0."
            )
        )
        figures.setWordWrap(True)
        figures.setToolTip(f"{tr(ICC_HELP)}\n\n{tr(MAE_HELP)}")
        explained.addWidget(figures)
        column.addWidget(self._explained)

    def add_plot(self, plot: QWidget) -> None:
        """Put a plot beside the others: they share one row, high enough to read."""
        plot.setMinimumHeight(PLOT_HEIGHT)
        self._plots.addWidget(plot)

    def set_roomy(self, roomy: bool) -> None:
        """Show the explanations beside plots and table, or only with the table: tool tips have them, too."""
        self._roomy = roomy
        self._make_room()

    def _make_room(self) -> None:
        self._explained.setVisible(self._course.isHidden() or self._roomy)

    # ---- state in

    def set_state(self, state: TrainingState) -> None:
        """Show the figures of a training."""
        self._state = state
        # Without gradient steps there is no course to show, and the table needs the room.
        self.loss.setVisible(self.shows_course)
        self.icc.setVisible(self.shows_course)
        self.show_plots()
        self.loss.set_points(state.losses)
        self.icc.set_points([(step, icc) for step, icc, _ in state.held_out], marks=True)
        mean = next((row for row in state.rows if row.au is None), None)
        self.icc.set_reference(mean.base_icc if mean else None)
        self._set_figures(state)

    def show_plots(self) -> None:
        """Show the row of plots if any of them shows something."""
        row = [self._plots.itemAt(place).widget() for place in range(self._plots.count())]
        self._course.setVisible(any(not plot.isHidden() for plot in row if plot is not None))
        self._make_room()

    @property
    def shows_course(self) -> bool:
        """Whether the plots over training steps are shown."""
        state = self._state
        return state is not None and len(state.losses) > 1

    def _set_figures(self, state: TrainingState) -> None:
        """Show the table of what is judged: other frames of who was rated, or strangers."""
        two = bool(state.within.rows) and not state.running
        self.judged_on.setVisible(two)
        self.judged_on.set_persons_known(known=state.persons_known)
        within = two and self.judged_on.within.isChecked()
        judged = state.within if within else Judgement(state.rows, state.scheme, state.n_held_out)
        self.table.set_state(state, judged.rows)
        self.scheme.setVisible(bool(judged.scheme))
        text = (
            tr("{n_frames} rated frames, {scheme}", n_frames=judged.n_frames, scheme=judged.scheme)
            if judged.n_frames
            else judged.scheme
        )
        if self.icc.isVisibleTo(self):
            others = STRANGERS if state.persons_known else OTHER_RECORDINGS
            text += " " + (
                tr("In the curve above, of {others}, the dashed level is the model before.", others=others)
                if two
                else tr("In the curve above, the dashed level is the model before.")
            )
        self.scheme.setText(tr("<b>This evaluation:</b> {text}", text=text))
