"""The agreement page as it looks: who is compared, the table, the plots, the disagreements."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from au_studio.agreement.comparison import Comparison
from au_studio.agreement.raters import Rater
from au_studio.controllers.agree.state import AgreementState, Situation
from au_studio.texts import listed, mark, shown, tr, tr_n
from au_studio.ui.agree.bland_altman_plot import BlandAltmanPlot
from au_studio.ui.agree.confusion_view import ConfusionView
from au_studio.ui.agree.disagreement_list import SHOWN, DisagreementList
from au_studio.ui.agree.figures_table import FiguresTable
from au_studio.ui.agree.reconcile_panel import ReconcilePanel
from au_studio.ui.choice_box import ChoiceBox
from au_studio.ui.fields import wrapped
from au_studio.ui.fitting import ElidedLabel
from au_studio.ui.panels import PanelArea
from au_studio.ui.theme import MARGIN, SPACING, tabular, theme_of

_EMPTY = {
    Situation.NO_STUDY: (
        mark("Nothing to compare yet"),
        mark(
            "Open a study first. When two coders have rated the same frames, this page says how well they "
            "agree."
        ),
    ),
    Situation.NO_CODER: (
        mark("Nobody has rated yet"),
        mark(
            "Rate some frames on the Code page. A coder can then be compared with another coder, or with a "
            "model."
        ),
    ),
    Situation.ALONE: (
        mark("There is nobody to compare with"),
        mark(
            "Let a second coder rate the same frames on the Code page, or analyse the recordings with a "
            "model on "
            "the Watch page."
        ),
    ),
}


class AgreementView(QWidget):
    """Shows an `AgreementState`, and emits what the user wants."""

    first_chosen = Signal(str)
    """Key of the coder at the left."""
    second_chosen = Signal(str)
    """Key of the coder or model at the right."""
    with_trained_chosen = Signal(bool)
    """Take in frames that trained the model, or not."""
    definitions_requested = Signal()
    """Say what the figures mean."""
    export_requested = Signal()
    """Write the table."""
    adopt_requested = Signal()
    """Take what both rated alike into the consensus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: AgreementState | None = None
        self.firsts = ChoiceBox(tr("Coder to compare"), self)
        self.seconds = ChoiceBox(tr("Coder or model to compare with"), self)
        self.with_trained = QCheckBox(tr("Also frames that &trained it"), self)
        self.with_trained.setToolTip(
            tr("A model remembers the frames that it has learned from: with them, the figures are too good.")
        )
        self.counts = QLabel(self)
        self.counts.setFont(tabular(self.font()))
        self.adopt = QPushButton(tr("Adopt what &both agree on"), self)
        self.definitions = QPushButton(tr("What do these &mean?"), self)
        self.export = QPushButton(tr("E&xport table…"), self)
        self.warnings = wrapped(parent=self)
        self.table = FiguresTable(self)
        self.confusion = ConfusionView(self)
        self.bland_altman = BlandAltmanPlot(self)
        self.heading = ElidedLabel("", self)
        self.disagreements = DisagreementList(self)
        self.reconcile = ReconcilePanel(self)
        self.message = QLabel(self)
        self.panels = PanelArea("agree", self)
        self._build()
        self._connect()

    # ---- building

    def _build(self) -> None:
        for box in (self.firsts, self.seconds):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMaximumWidth(260)
        self.adopt.setToolTip(
            tr(
                "Enter every rating on which both coders agree exactly as consensus, so that only the "
                "differences are left to settle."
            )
        )
        for button in (self.adopt, self.definitions, self.export):
            button.setAutoDefault(False)
        self._make_panels()
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        column.addLayout(self._choices())
        column.addWidget(self.warnings)
        column.addWidget(self.panels, 1)
        self._title, self._text = QLabel(self), QLabel(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._empty_panel())
        self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def _make_panels(self) -> None:
        """Put the figures over the disagreements and how they are settled, the plots beside them."""
        panels = self.panels
        area = Qt.DockWidgetArea.LeftDockWidgetArea
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        figures = panels.add("figures", tr("Figures per action unit"), self.table, area)
        matrix = panels.add("matrix", tr("Confusion matrix"), self.confusion, area)
        differing = panels.add("disagreements", tr("Disagreements"), self._disagreement_area(), area)
        settled = panels.add("consensus", tr("Consensus"), self.reconcile, area)
        differences = panels.add("differences", tr("Bland–Altman plot"), self.bland_altman, area)
        panels.splitDockWidget(figures, matrix, across)
        panels.splitDockWidget(figures, differing, down)
        panels.splitDockWidget(differing, settled, across)
        panels.splitDockWidget(matrix, differences, down)

        def arrange() -> None:
            width = panels.width()
            panels.resizeDocks([figures, matrix], [width * 3 // 4, width // 4], across)
            panels.resizeDocks([differing, settled], [width * 9 // 20, width * 6 // 20], across)
            panels.resizeDocks([figures, differing], [self.table.comfortable_height(), 320], down)
            panels.resizeDocks([matrix, differences], [340, 300], down)

        panels.finish(arrange)

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        for text, box in ((tr("&Compare"), self.firsts), (tr("&with"), self.seconds)):
            label = QLabel(text, self)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
        row.addSpacing(SPACING)
        row.addWidget(self.with_trained)
        row.addSpacing(SPACING)
        row.addWidget(self.counts)
        row.addStretch(1)
        row.addWidget(self.definitions)
        row.addWidget(self.export)
        return row

    def _disagreement_area(self) -> QWidget:
        area = QWidget(self)
        column = QVBoxLayout(area)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.adopt)
        column.addLayout(head)
        column.addWidget(self.disagreements, 1)
        column.addWidget(self.message)
        return area

    def _empty_panel(self) -> QWidget:
        panel = QWidget(self)
        column = QVBoxLayout(panel)
        column.setSpacing(2 * SPACING)
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        self._title.setFont(font)
        self._text.setWordWrap(True)
        self._text.setFixedWidth(520)
        self._text.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        column.addStretch(2)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        return panel

    def _connect(self) -> None:
        self.firsts.activated.connect(lambda row: self.first_chosen.emit(self.firsts.itemData(row)))
        self.seconds.activated.connect(lambda row: self.second_chosen.emit(self.seconds.itemData(row)))
        self.with_trained.clicked.connect(self.with_trained_chosen)
        self.definitions.clicked.connect(self.definitions_requested)
        self.export.clicked.connect(self.export_requested)
        self.adopt.clicked.connect(self.adopt_requested)

    # ---- state in

    def set_state(self, state: AgreementState) -> None:
        """Show the state of the comparison."""
        self._state = state
        self._stack.setCurrentIndex(int(state.situation is Situation.READY))
        if state.situation is not Situation.READY:
            title, text = (tr(part) for part in _EMPTY[state.situation])
            self._title.setText(title)
            self._text.setText(text)
        _fill(self.firsts, state.firsts, state.first)
        _fill(self.seconds, state.seconds, state.second)
        comparison = state.comparison
        self._set_summary(state, comparison)
        names = (comparison.first.name, comparison.second.name) if comparison is not None else ("", "")
        self.table.set_comparison(comparison)
        self.table.select_au(state.detail.au if state.detail is not None else None)
        self.confusion.set_detail(state.detail, names)
        self.bland_altman.set_detail(state.detail, names)
        self.disagreements.set_comparison(comparison)
        self.disagreements.set_consensus(state.consensus or {})
        self.disagreements.select(state.disagreement)
        self.reconcile.set_state(state)
        self.message.setText(state.message)
        self.message.setVisible(bool(state.message))
        self.adopt.setVisible(state.second is not None and state.second.kind == "coder")
        self.adopt.setEnabled(state.to_adopt > 0)
        self.export.setEnabled(state.can_export)

    def hasHeightForWidth(self) -> bool:
        """Return False: the panels take what room there is, and need not be as high as they would like.

        Otherwise the warnings, whose lines break, let the page scroll where everything would fit.
        """
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Colour the warnings anew when the look changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._state is not None:
            self._set_summary(self._state, self._state.comparison)

    def _set_summary(self, state: AgreementState, comparison: Comparison | None) -> None:
        is_model = state.second is not None and state.second.kind == "model"
        self.with_trained.setVisible(is_model and comparison is not None and comparison.trained > 0)
        self.with_trained.setChecked(state.with_trained)
        lines = [shown(text) for text in comparison.warnings] if comparison is not None else []
        if comparison is None:
            self.counts.setText(tr("computing…") if state.busy else "")
            self.heading.setText(tr("Largest disagreements"))
        else:
            frames = comparison.n_frames
            whose = _whose(comparison)
            text = (
                tr_n("{n} frame compared, of {whose}", "{n} frames compared, of {whose}", frames, whose=whose)
                if is_model
                else tr_n(
                    "{n} frame rated by both, of {whose}",
                    "{n} frames rated by both, of {whose}",
                    frames,
                    whose=whose,
                )
            )
            self.counts.setText(tr("{text}  ·  computing…", text=text) if state.busy else text)
            if not frames and not comparison.trained and not comparison.disagreements:
                lines.append(
                    tr(
                        "“{name}” and “{name2}” have no frame in common. Both "
                        "must rate the same frames of the sample.",
                        name=comparison.first.name,
                        name2=comparison.second.name,
                    )
                )
            found = sum(d.difference is not None for d in comparison.disagreements)
            one_sided = len(comparison.disagreements) - found
            settled = sum((d.frame, d.au) in (state.consensus or {}) for d in comparison.disagreements)
            parts = [tr_n("{n} differs by one step or more", "{n} differ by one step or more", found)]
            parts += [tr("the largest {most} listed", most=SHOWN)] if found > SHOWN else []
            one_only = tr_n("{n} codable to one only", "{n} codable to one only", one_sided)
            parts += [one_only] if one_sided else []
            self.heading.setText(f"{', '.join(parts)}  ·  {tr('{settled} settled', settled=f'{settled:,}')}")
        color = theme_of(self.palette()).warning
        self.warnings.setText(
            "<br>".join(f"<span style='color:{color}'>⚠</span> {_escaped(t)}" for t in lines)
        )
        self.warnings.setVisible(bool(lines))


def _whose(comparison: Comparison) -> str:
    """Say of how many persons the frames are; a recording without a person's name is not one."""
    named = comparison.persons - comparison.unnamed
    parts = [tr_n("{n} person", "{n} persons", named)] if named or not comparison.unnamed else []
    if comparison.unnamed:
        parts.append(
            tr_n(
                "{n} recording without a person’s name",
                "{n} recordings without a person’s name",
                comparison.unnamed,
            )
        )
    return listed(parts)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _fill(combo: QComboBox, raters: tuple[Rater, ...], chosen: Rater | None) -> None:
    wanted = [
        (rater.key, rater.name if rater.kind == "coder" else tr("model: {name}", name=rater.name))
        for rater in raters
    ]
    if [(combo.itemData(i), combo.itemText(i)) for i in range(combo.count())] != wanted:
        combo.clear()
        for key, name in wanted:
            combo.addItem(name, key)
    combo.setCurrentIndex(combo.findData(chosen.key) if chosen is not None else -1)
