"""The bar above the coding page: who rates, in which order, where in the sample, and a larger sample."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from au_studio.coding.pictures import FramePictures
from au_studio.controllers.code.state import CodingState
from au_studio.texts import tr
from au_studio.ui.fields import choice
from au_studio.ui.theme import SPACING, tabular

_ADD_CODER = object()


class CodingBar(QWidget):
    """Shows these of a `CodingState`, and emits what is chosen."""

    coder_chosen = Signal(str)
    """Id of the coder who is rating now."""
    add_coder_requested = Signal()
    """A new coder wants to be added."""
    order_chosen = Signal(str)
    """"random" or "chronological"."""
    draw_requested = Signal()
    """Draw or extend the sample."""
    left = Signal()
    """Something was chosen: the keyboard belongs to the page again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.coders = choice(tr("Coder"))
        self.orders = choice(tr("Order of the frames"))
        self.where = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        for combo in (self.coders, self.orders):
            combo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.coders.setMinimumWidth(150)
        self.orders.addItem(tr("random order"), "random")
        self.orders.addItem(tr("order of time"), "chronological")
        self.orders.setToolTip(tr("Random order keeps neighbouring frames from influencing each other."))
        self._draw = QPushButton(tr("Draw the random sample…"))
        self._draw.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        coder_label, order_label = QLabel(tr("C&oder")), QLabel(tr("Frames in"))
        coder_label.setBuddy(self.coders)
        order_label.setBuddy(self.orders)
        self.where.setFont(tabular(self.font()))
        for widget in (coder_label, self.coders):
            row.addWidget(widget)
        row.addSpacing(2 * SPACING)
        for widget in (order_label, self.orders):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.where)
        row.addStretch(1)
        row.addWidget(self._draw)
        self.coders.activated.connect(self._on_coder_activated)
        self.orders.activated.connect(self._on_order_activated)
        self._draw.clicked.connect(self.draw_requested)

    def set_choices(self, state: CodingState) -> None:
        """Show who can rate and who does, and the order of the frames."""
        wanted = [*((name, key) for key, name in state.coders), (tr("Add a coder…"), _ADD_CODER)]
        shown = [(self.coders.itemText(i), self.coders.itemData(i)) for i in range(self.coders.count())]
        if shown != wanted:
            self.coders.clear()
            for name, key in wanted:
                self.coders.addItem(name, key)
        self.coders.setCurrentIndex(self.coders.findData(state.coder_id))
        self.orders.setCurrentIndex(self.orders.findData(state.order))

    def set_where(self, state: CodingState, pictures: FramePictures | None) -> None:
        """Say which frame of the sample is rated; `pictures` are its own, None while they are decoded."""
        self._draw.setText(tr("Extend the sample…"))
        moment = ""
        if pictures is not None:
            minutes, seconds = divmod(pictures.time, 60)
            moment = tr(
                "  ·  {int}:{seconds}  ·  frame {position}",
                int=int(minutes),
                seconds=f"{seconds:06.3f}",
                position=f"{pictures.position + 1:,}",
            )
        self.where.setText(
            tr(
                "<b>{place} of {frames}</b>  ·  {recording_name}{moment}",
                place=state.place + 1,
                frames=state.progress.frames,
                recording_name=state.recording_name,
                moment=moment,
            )
        )

    def _on_coder_activated(self, row: int) -> None:
        data = self.coders.itemData(row)
        if data is _ADD_CODER:
            self.add_coder_requested.emit()
        else:
            self.coder_chosen.emit(data)
        self.left.emit()

    def _on_order_activated(self, row: int) -> None:
        self.order_chosen.emit(self.orders.itemData(row))
        self.left.emit()
