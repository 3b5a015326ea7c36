"""The coding page as it looks: frame, face, neutral reference and the action units with their scales."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from au_studio.controllers.coding_pictures import ContextLoop, FramePictures
from au_studio.controllers.coding_session import SampleFrame
from au_studio.controllers.coding_state import CodingState, Situation
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.facs.intensity import LEVELS
from au_studio.ui.code.au_list import AuList
from au_studio.ui.code.context_player import ContextPlayer
from au_studio.ui.code.empty_states import EmptyStates
from au_studio.ui.code.picture_view import PictureView
from au_studio.ui.code.progress_bar import CodingProgressBar
from au_studio.ui.theme import MARGIN, SPACING, tabular

FACE_MIN = 400
_ADD_CODER = object()
_HINTS = (
    "<b>0–5</b> rate and go on", "<b>X</b> not codable", "<b>U</b> unsure", "<b>.</b> repeat",
    "<b>C</b> copy previous frame", "<b>A</b> all that is left 0", "<b>L</b> context", "<b>N</b> neutral",
    "<b>Space</b> next frame", "<b>Ctrl+Z</b> undo",
)  # fmt: skip
_NO_NEUTRAL = "No neutral reference of this person yet.\nWhen the face is at rest, press N."


def _caption(text: str) -> QLabel:
    label = QLabel(text)
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 0.9)
    label.setFont(font)
    label.setForegroundRole(label.foregroundRole())
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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pictures: FramePictures | None = None
        self._player = ContextPlayer(self)
        self._player.picture_due.connect(self._on_context_picture)
        self.coders = QComboBox()
        self.coders.setAccessibleName("Coder")
        self.orders = QComboBox()
        self.orders.setAccessibleName("Order of the frames")
        self.full = PictureView("Whole frame")
        self.face = PictureView("Face", "Decoding…")
        self.neutral = PictureView("Neutral reference", _NO_NEUTRAL)
        self.list = AuList()
        self.progress = CodingProgressBar()
        self._where = QLabel()
        self._described = QLabel()
        self._message = QLabel()
        self._empty = EmptyStates()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._work_area())
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(SPACING)
        column.addWidget(self._top_bar())
        column.addWidget(self._stack, 1)
        self._connect()

    # ---- building

    def _top_bar(self) -> QWidget:
        self._bar = QWidget()
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        for combo in (self.coders, self.orders):
            combo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.coders.setMinimumWidth(150)
        self.orders.addItem("random order", "random")
        self.orders.addItem("order of time", "chronological")
        self.orders.setToolTip("Random order keeps neighbouring frames from influencing each other.")
        self._draw = QPushButton("Draw the random sample…")
        self._draw.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        coder_label, order_label = QLabel("C&oder"), QLabel("Frames in")
        coder_label.setBuddy(self.coders)
        order_label.setBuddy(self.orders)
        self._where.setFont(tabular(self.font()))
        for widget in (coder_label, self.coders):
            row.addWidget(widget)
        row.addSpacing(2 * SPACING)
        for widget in (order_label, self.orders):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._where)
        row.addStretch(1)
        row.addWidget(self._draw)
        return self._bar

    def _work_area(self) -> QWidget:
        area = QWidget()
        grid = QGridLayout(area)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACING)
        left = QVBoxLayout()
        left.setSpacing(SPACING // 2)
        for caption, picture, share in (
            ("Whole frame", self.full, 4),
            ("Neutral reference", self.neutral, 5),
        ):
            left.addWidget(_caption(caption))
            left.addWidget(picture, share)
            picture.setMinimumSize(180, 120)
        middle = QVBoxLayout()
        middle.setSpacing(SPACING // 2)
        middle.addWidget(_caption("Face, upright and enlarged"))
        middle.addWidget(self.face, 1)
        self.face.setMinimumSize(FACE_MIN, FACE_MIN)
        right = QVBoxLayout()
        right.setSpacing(SPACING)
        right.addWidget(self.list, 1)
        self._described.setWordWrap(True)
        self._described.setTextFormat(Qt.TextFormat.RichText)
        self._described.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self._described.setAlignment(Qt.AlignmentFlag.AlignTop)
        right.addWidget(self._described)
        scale = _caption(
            "  ".join(f"<b>{v.value}</b> {v.letter} {v.meaning.split(' or ')[0]}" for v in LEVELS)
        )
        scale.setTextFormat(Qt.TextFormat.RichText)
        scale.setWordWrap(True)
        right.addWidget(scale)
        grid.addLayout(left, 0, 0)
        grid.addLayout(middle, 0, 1)
        grid.addLayout(right, 0, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 5)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        self._message.setFont(font)
        self._message.setMinimumHeight(self.fontMetrics().lineSpacing() + SPACING)
        hints = _caption("&nbsp;&nbsp; ".join(_HINTS))
        hints.setTextFormat(Qt.TextFormat.RichText)
        hints.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        grid.addWidget(self._message, 1, 0, 1, 2)
        grid.addWidget(self.progress, 2, 0, 1, 3)
        grid.addWidget(hints, 3, 0, 1, 3)
        return area

    def _connect(self) -> None:
        self.coders.activated.connect(self._on_coder_activated)
        self.orders.activated.connect(self._on_order_activated)
        self._draw.clicked.connect(self.draw_requested)
        self._empty.draw_requested.connect(self.draw_requested)
        self._empty.open_requested.connect(self.open_requested)
        self._empty.coder_named.connect(self.coder_named)
        self.list.row_clicked.connect(self.row_clicked)
        self.list.value_clicked.connect(self.value_clicked)

    # ---- state in

    def set_state(self, state: CodingState) -> None:
        """Show the state of the coding."""
        coding = state.situation is Situation.CODING
        self._bar.setVisible(coding)
        self._stack.setCurrentIndex(int(coding))
        self._empty.set_situation(state.situation)
        if state.situation is Situation.NO_CODER:
            self._empty.name_edit.setFocus()
        self._set_coders(state)
        self.orders.setCurrentIndex(self.orders.findData(state.order))
        if not coding:
            return
        self.list.set_cells(state.aus, state.cells, state.focus)
        unit = ACTION_UNITS[state.aus[state.focus]]
        self._described.setText(f"<b>{unit.label} {unit.name}.</b> {unit.description}")
        self.setAccessibleName(f"Coding: {unit.label} {unit.name}")
        self.progress.set_state(state)
        self._message.setText(state.message or self._standing_message(state))
        self._draw.setText("Extend the sample…")
        self._set_where(state)

    def set_pictures(self, pictures: FramePictures | None) -> None:
        """Show the pictures of a frame; None while they are being decoded."""
        self._player.stop()
        self._pictures = pictures
        if pictures is None:
            self.face.set_placeholder("Decoding…")
            self.face.set_image(None)
            self.full.set_image(None)
            return
        self.full.set_image(pictures.full, pictures.outline)
        self._show_face()

    def shows(self, frame: SampleFrame | None) -> bool:
        """Whether the pictures of a frame are on the page."""
        return self._pictures is not None and self._pictures.frame == frame

    def set_reference(self, pictures: FramePictures | None) -> None:
        """Show the neutral reference of this person; None when there is none."""
        self.neutral.set_image(
            None if pictures is None else (pictures.full if pictures.face is None else pictures.face)
        )

    def set_problem(self, text: str) -> None:
        """Say in place of the picture why it cannot be shown."""
        self.face.set_placeholder(text)
        self.face.set_image(None)

    # ---- the context loop

    @property
    def context_pts(self) -> int | None:
        """Timestamp of the context picture on show; None when the context is not playing."""
        return self._player.pts

    @property
    def context_playing(self) -> bool:
        """Whether the context is playing."""
        return self._player.loop is not None

    def announce_context(self) -> None:
        """Say that the context is being decoded."""
        self.face.set_badge("context…")

    def play_context(self, loop: ContextLoop) -> None:
        """Loop the second before and after the frame, in place of the face."""
        self._player.play(loop)

    def stop_context(self) -> None:
        """Show the frame itself again."""
        if self.context_playing:
            self._player.stop()
        self._show_face()

    def _show_face(self) -> None:
        pictures = self._pictures
        if pictures is None:
            self.face.set_badge("")
            return
        self.face.set_image(pictures.full if pictures.face is None else pictures.face)
        self.face.set_badge("No face found: the whole frame is shown" if pictures.face is None else "")

    def _on_context_picture(self, place: int) -> None:
        loop = self._player.loop
        if loop is not None:
            self.face.set_image(loop.pictures[place])
            self.face.set_badge(f"context {loop.offsets[place]:+.2f} s".replace("-", "−"))

    # ---- helpers

    def _set_coders(self, state: CodingState) -> None:
        wanted = [*((name, key) for key, name in state.coders), ("Add a coder…", _ADD_CODER)]
        shown = [(self.coders.itemText(i), self.coders.itemData(i)) for i in range(self.coders.count())]
        if shown != wanted:
            self.coders.clear()
            for name, key in wanted:
                self.coders.addItem(name, key)
        self.coders.setCurrentIndex(self.coders.findData(state.coder_id))

    def _set_where(self, state: CodingState) -> None:
        pictures = self._pictures
        moment = ""
        if pictures is not None and self.shows(state.frame):
            minutes, seconds = divmod(pictures.time, 60)
            moment = f"  ·  {int(minutes)}:{seconds:06.3f}  ·  frame {pictures.position}"
        self._where.setText(
            f"<b>{state.place + 1} of {state.progress.frames}</b>  ·  {state.recording_name}{moment}"
        )

    @staticmethod
    def _standing_message(state: CodingState) -> str:
        if state.finished:
            return "Every frame of the sample is rated. You can fine-tune a model now, or extend the sample."
        if state.frame_complete:
            return "This frame is complete. Space goes on."
        return ""

    def _on_coder_activated(self, row: int) -> None:
        data = self.coders.itemData(row)
        if data is _ADD_CODER:
            self.add_coder_requested.emit()
        else:
            self.coder_chosen.emit(data)
        self.setFocus()

    def _on_order_activated(self, row: int) -> None:
        self.order_chosen.emit(self.orders.itemData(row))
        self.setFocus()
