"""The coding page as it looks: frame, face, neutral reference and the action units with their scales."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from au_studio.coding.pictures import FramePictures
from au_studio.coding.session import SampleFrame
from au_studio.controllers.code.state import CodingState, Situation
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.facs.intensity import LEVELS
from au_studio.texts import mark, tr
from au_studio.ui.actions import key_text, user_keys
from au_studio.ui.code.au_list import AuList
from au_studio.ui.code.coding_bar import CodingBar
from au_studio.ui.code.empty_states import EmptyStates
from au_studio.ui.code.face_stage import FaceStage, face_of
from au_studio.ui.code.key_hints import KeyHints
from au_studio.ui.code.note_line import NoteLine
from au_studio.ui.code.picture_view import PictureView
from au_studio.ui.code.progress_bar import CodingProgressBar
from au_studio.ui.panels import PanelArea
from au_studio.ui.theme import MARGIN, SPACING, theme_of

_FACE_MIN = 280
_SIDE_MIN = 140
_SHORT = tuple(map(mark, ("absent", "trace", "slight", "marked", "severe", "maximum")))
"""What the levels mean, in one word each."""


def _caption(text: str) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 0.9)
    label.setFont(font)
    return label


class CodingView(QWidget):
    """Shows a `CodingState` and its pictures, and emits what the coder does with the mouse.

    It has no place for a model's output or for another coder's ratings: coding is blind.
    """

    coder_chosen = Signal(str)
    """Id of the coder who is rating now."""
    coder_named = Signal(str)
    """Name of a new coder."""
    add_coder_requested = Signal()
    """A new coder wants to be added."""
    order_chosen = Signal(str)
    """"random" or "chronological"."""
    draw_requested = Signal()
    """Draw or extend the sample."""
    open_requested = Signal()
    """Open videos."""
    row_clicked = Signal(int)
    """Focus this action unit."""
    value_clicked = Signal(int, object)
    """(row, 0 to 5 or None = not codable)."""
    note_written = Signal(str)
    """The note on this frame."""
    neutral_requested = Signal()
    """Choose another neutral reference."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Frame to rate: digits rate the action unit in focus"))
        self.bar = CodingBar()
        self.full = PictureView(tr("Whole frame"))
        self.face = FaceStage()
        self.neutral = PictureView(tr("Neutral reference"))
        self._state: CodingState | None = None
        self._reference: FramePictures | None = None
        self.list = AuList()
        self.note = NoteLine()
        self.progress = CodingProgressBar()
        self._described = QLabel()
        self._odd = QLabel()
        self._choose_neutral = QPushButton(tr("Choose…"))
        self._message = QLabel()
        self._empty = EmptyStates()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._work_area())
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        self._connect()

    # ---- building

    def _work_area(self) -> QWidget:
        area = QWidget()
        self.panels = PanelArea("code")
        left = Qt.DockWidgetArea.LeftDockWidgetArea
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        neutral = self.panels.add("neutral", tr("Neutral reference"), self._neutral_area(), left)
        face = self.panels.add("face", tr("Face, upright and enlarged"), self.face, left)
        units = self.panels.add("units", tr("Action units"), self._ratings(), left)
        full = self.panels.add("frame", tr("Whole frame"), self.full, left)
        self.panels.splitDockWidget(neutral, face, across)
        self.panels.splitDockWidget(face, units, across)
        self.panels.splitDockWidget(neutral, full, down)
        self.face.setMinimumSize(_FACE_MIN, _FACE_MIN)
        for picture in (self.neutral, self.full):
            picture.setMinimumSize(_SIDE_MIN, 100)

        def arrange() -> None:
            units_width = units.sizeHint().width()
            rest = max(self.panels.width() - units_width, 400)
            self.panels.resizeDocks(
                [neutral, face, units], [rest * 3 // 8, rest * 5 // 8, units_width], across
            )
            self.panels.resizeDocks([neutral, full], [5, 3], down)

        self.panels.finish(arrange)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._message.setFont(font)
        self._message.setMinimumHeight(self.fontMetrics().lineSpacing() + SPACING)
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        grid = QGridLayout(area)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACING)
        grid.addWidget(self.panels, 0, 0, 1, 2)
        grid.addWidget(self._message, 1, 0)
        grid.addWidget(self.note, 1, 1)
        grid.addWidget(self.progress, 2, 0, 1, 2)
        grid.addWidget(KeyHints(), 3, 0, 1, 2)
        grid.setRowStretch(0, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        return area

    def _neutral_area(self) -> QWidget:
        """Return the neutral reference with the button that chooses another one."""
        self._choose_neutral.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._choose_neutral.setAutoDefault(False)
        self._choose_neutral.setFlat(True)
        self._choose_neutral.setFixedHeight(self.fontMetrics().lineSpacing() + SPACING)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.neutral, 1)
        column.addWidget(self._choose_neutral)
        return side

    def _ratings(self) -> QWidget:
        for label, lines in ((self._described, 2), (self._odd, 1)):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setMinimumHeight(lines * self.fontMetrics().lineSpacing())
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
        scale = _caption(
            "  ".join(
                f"<b>{v.value}</b> {v.letter} {tr(word)}" for v, word in zip(LEVELS, _SHORT, strict=True)
            )
        )
        scale.setTextFormat(Qt.TextFormat.RichText)
        scale.setWordWrap(True)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.list, 1)
        for label in (self._described, self._odd, scale):
            column.addWidget(label)
        return right

    def _connect(self) -> None:
        self.bar.coder_chosen.connect(self.coder_chosen)
        self.bar.add_coder_requested.connect(self.add_coder_requested)
        self.bar.order_chosen.connect(self.order_chosen)
        self.bar.draw_requested.connect(self.draw_requested)
        self.bar.left.connect(self.setFocus)
        self._empty.draw_requested.connect(self.draw_requested)
        self._empty.open_requested.connect(self.open_requested)
        self._empty.coder_named.connect(self.coder_named)
        self.list.row_clicked.connect(self.row_clicked)
        self.list.value_clicked.connect(self.value_clicked)
        self.note.written.connect(self.note_written)
        self.note.left.connect(self.setFocus)
        self._choose_neutral.clicked.connect(self.neutral_requested)
        user_keys().changed.connect(self._on_keys_changed)

    # ---- state in

    def set_state(self, state: CodingState) -> None:
        """Show the state of the coding."""
        self._state = state
        coding = state.situation is Situation.CODING
        self.bar.setVisible(coding)
        self._stack.setCurrentIndex(int(coding))
        self._empty.set_situation(state.situation)
        if state.situation is Situation.NO_CODER:
            self._empty.name_edit.setFocus()
        self.bar.set_choices(state)
        if not coding:
            return
        odd = {au for hint in state.hints for au in hint.aus}
        self.list.set_cells(state.aus, state.cells, state.focus, odd)
        self._set_hints(state)
        self.note.set_note(state.frame, state.note)
        self._set_neutral_words(state)
        unit = ACTION_UNITS[state.aus[state.focus]]
        self._described.setText(f"<b>{unit.label} {tr(unit.name)}.</b> {tr(unit.description)}")
        self.setAccessibleName(tr("Coding: {label} {name}", label=unit.label, name=tr(unit.name)))
        self.progress.set_state(state)
        self._message.setText(state.message or self._standing_message(state))
        self._set_where(state)

    def set_read_by_model(self, aus: tuple[int, ...]) -> None:
        """Say above the list how many of the model's action units (FACS numbers) are rated here."""
        rated = self._state.aus if self._state is not None else ()
        left = [au for au in aus if au not in rated]
        panel = self.panels.panels["units"]
        if not left or not rated:
            panel.setWindowTitle(tr("Action units"))
            return
        panel.setWindowTitle(
            tr("Action units: {n} of the {n2} that the model reads", n=len(aus) - len(left), n2=len(aus))
        )
        names = ", ".join(f"AU{au:02d}" for au in left)
        panel.setToolTip(
            tr(
                "This study does not rate {names}, though the model reads them. "
                "Code > Action units to rate… chooses which are rated.",
                names=names,
            )
        )

    def set_pictures(self, pictures: FramePictures | None) -> None:
        """Show the pictures of a frame; None while they are being decoded."""
        self.face.set_pictures(pictures)
        if pictures is None:
            self.full.set_image(None)
        else:
            self.full.set_image(pictures.full, pictures.outline)
        if self._state is not None:
            self._set_where(self._state)

    def shows(self, frame: SampleFrame | None) -> bool:
        """Whether the pictures of a frame are on the page."""
        return self.face.pictures is not None and self.face.pictures.frame == frame

    def set_reference(self, pictures: FramePictures | None) -> None:
        """Show the neutral reference of this person; None when there is none, or not yet."""
        self.face.set_neutral(pictures)
        self._reference = pictures
        self.neutral.set_image(None if pictures is None else face_of(pictures))
        if self._state is not None:
            self._set_neutral_words(self._state)

    def set_problem(self, text: str) -> None:
        """Say in place of the picture why it cannot be shown."""
        self.face.set_problem(text)

    def set_reference_problem(self, text: str) -> None:
        """Say in place of the neutral reference why it cannot be shown."""
        self.neutral.set_placeholder(text)

    # ---- events

    def hasHeightForWidth(self) -> bool:
        """Whether the height follows from the width: it does not, though labels wrap, so that no bar appears.

        A scroll area gives what says so its preferred height, where here the least height is meant.
        """
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Colour the hints anew when the look changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._state is not None:
            self._set_hints(self._state)

    def _on_keys_changed(self, _action_id: str) -> None:
        self.note.show_key()
        if self._state is not None:
            self.set_state(self._state)

    # ---- helpers

    def _set_hints(self, state: CodingState) -> None:
        color = theme_of(self.palette()).warning
        text = "; ".join(tr(hint.text) for hint in state.hints)
        self._odd.setText(
            tr("<span style='color:{color}'>⚠</span> Look again? {text}.", color=color, text=text)
            if text
            else ""
        )

    def _set_neutral_words(self, state: CodingState) -> None:
        """Say where the neutral reference is from, or how there comes to be one."""
        pictures, key = self._reference, key_text("code.neutral")
        if pictures is not None and state.reference_name:
            minutes, seconds = divmod(pictures.time, 60)
            where = f"{state.reference_name}, {int(minutes)}:{seconds:06.3f}"
            self.neutral.setToolTip(tr("Neutral reference of this person, from {where}", where=where))
            return
        self.neutral.setToolTip("")
        how = (
            tr("Press {key} where the face is at rest, or look for such a moment with “Choose…”.", key=key)
            if key
            else tr("Look for such a moment with “Choose…”.")
        )
        none = tr("No neutral reference of this person yet.")
        self.neutral.set_placeholder(tr("Decoding…") if state.reference_name else f"{none}\n{how}")

    def _set_where(self, state: CodingState) -> None:
        self.bar.set_where(state, self.face.pictures if self.shows(state.frame) else None)

    @staticmethod
    def _standing_message(state: CodingState) -> str:
        if state.finished:
            return tr(
                "Every frame of the sample is rated. You can fine-tune a model now, or extend the sample."
            )
        if state.frame_complete:
            key = key_text("code.next_frame")
            complete = tr("This frame is complete.")
            return f"{complete} {tr('{key} goes on.', key=key)}" if key else complete
        return ""
