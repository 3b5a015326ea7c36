"""A slim panel that leads through the first steps; it goes away for good when it is closed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSettings, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from au_studio.controllers.guiding import GuideState, Step
from au_studio.texts import mark, tr
from au_studio.ui.fields import wrapped
from au_studio.ui.icons import icon
from au_studio.ui.theme import MARGIN, SPACING, theme_of

_SEEN = "guide/dismissed"
_HINT_LINES = 2
"""Lines that the sentence may take beside the steps; where it needs more it gets a row of its own."""
_TEXTS: dict[Step, tuple[str, str, str]] = {
    Step.OPEN: (
        mark("Open"),
        mark("Open demo study"),
        mark("Open videos, or the demo study to try everything on rendered faces."),
    ),
    Step.WATCH: (
        mark("Watch"),
        mark("Watch"),
        mark("Play the recording: a curve grows for every action unit."),
    ),
    Step.DRAW: (
        mark("Draw"),
        mark("Draw the sample…"),
        mark("Draw a small random part of the frames, to be rated by hand."),
    ),
    Step.CODE: (
        mark("Code"),
        mark("Start rating"),
        mark("Rate the sampled frames with the keys 0 to 5, blind to the model."),
    ),
    Step.TRAIN: (
        mark("Fine-tune"),
        mark("Fine-tune"),
        mark("Let the model learn from the ratings, and see how much better it got."),
    ),
    Step.EXPORT: (
        mark("Export"),
        mark("Export tables…"),
        mark("Write the curves as tables for R, SPSS or Python."),
    ),
}

_OPEN_INTO = (
    mark("Open"),
    mark("Open videos…"),
    mark("The study “STUDY” is empty still: open videos, or drop them here."),
)


class GuidePanel(QFrame):
    """Shows the steps with a tick at each that is done, and a button for the next one.

    Signals
    -------
    step_requested(Step)
        The button of the next step was pressed.
    dismissed()
        The panel was closed.
    """

    step_requested = Signal(object)
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("First steps"))
        self.setAutoFillBackground(True)
        self._state = GuideState()
        self._labels = {step: QLabel() for step in Step}
        self._hint = wrapped()
        self._beside = True
        self.button = QPushButton()
        self.button.clicked.connect(self._on_button)
        close = QToolButton()
        close.setIcon(icon("problem"))
        close.setAutoRaise(True)
        close.setToolTip(tr("Hide the first steps; Help → First steps brings them back"))
        close.setAccessibleName(tr("Hide the first steps"))
        close.clicked.connect(self.dismiss)
        for control in (self.button, close):
            control.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        steps = QHBoxLayout()
        steps.setSpacing(2 * SPACING)
        for label in self._labels.values():
            steps.addWidget(label)
        steps.addSpacing(2 * SPACING)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2 * MARGIN, SPACING, MARGIN, SPACING)
        self._grid.setHorizontalSpacing(2 * SPACING)
        self._grid.setVerticalSpacing(SPACING)
        self._grid.setColumnStretch(1, 1)
        self._grid.addLayout(steps, 0, 0)
        self._grid.addWidget(self._hint, 0, 1)
        self._grid.addWidget(self.button, 0, 2)
        self._grid.addWidget(close, 0, 3)
        self.set_state(GuideState())
        self.setVisible(not self.was_dismissed())

    @staticmethod
    def was_dismissed() -> bool:
        """Whether the user closed the panel, now or in an earlier session."""
        return QSettings().value(_SEEN, False) in {True, "true"}

    def bring_back(self) -> None:
        """Show the panel again."""
        QSettings().setValue(_SEEN, False)
        self.show()

    def dismiss(self) -> None:
        """Hide the panel for good."""
        QSettings().setValue(_SEEN, True)
        self.hide()
        self.dismissed.emit()

    def set_state(self, state: GuideState) -> None:
        """Show which steps are done and what comes next."""
        self._state = state
        for number, (step, label) in enumerate(self._labels.items(), start=1):
            name = tr(_TEXTS[step][0])
            done, here = step in state.done, step is state.next
            label.setText(f"✓ {name}" if done else f"<b>{number} {name}</b>" if here else f"{number} {name}")
            label.setToolTip(tr(_TEXTS[step][2]))
        following = state.next
        self.button.setVisible(following is not None)
        if following is None:
            self._hint.setText(tr("That was the whole way. The same works with your own videos."))
        else:
            texts = _OPEN_INTO if following is Step.OPEN and state.study else _TEXTS[following]
            self.button.setText(tr(texts[1]))
            self._hint.setText(f"{tr(texts[2])} {state.how_far}".strip().replace("STUDY", state.study))
        self._colour()
        self._place_hint()

    def _colour(self) -> None:
        """Let the steps to come stand back, but so that they can be read."""
        color = theme_of(self.palette()).color
        for step, label in self._labels.items():
            now = step in self._state.done or step is self._state.next
            palette = label.palette()
            palette.setColor(label.foregroundRole(), color("text" if now else "muted"))
            label.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_beside"):
            self._colour()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the sentence the place that it needs at this width."""
        super().resizeEvent(event)
        self._place_hint()

    def _place_hint(self) -> None:
        """Put the sentence beside the steps when it fits there in a few lines, else below them."""
        grid = self._grid
        others = [grid.itemAtPosition(0, column) for column in (0, 2, 3)]
        taken = sum(item.sizeHint().width() for item in others if item is not None and not item.isEmpty())
        margins = grid.contentsMargins()
        free = self.width() - taken - margins.left() - margins.right() - 3 * grid.horizontalSpacing()
        hint = self._hint
        most = _HINT_LINES * hint.fontMetrics().lineSpacing()
        fits = free > 0 and hint.heightForWidth(free) <= most
        if fits is not self._beside:
            self._beside = fits
            grid.removeWidget(hint)
            grid.addWidget(hint, *((0, 1) if fits else (1, 0, 1, 4)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the notice background."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme_of(self.palette()).color("notice"))

    def _on_button(self) -> None:
        if self._state.next is not None:
            self.step_requested.emit(self._state.next)
