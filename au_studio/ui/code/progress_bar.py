"""How far the coder is, how fast, and how long it will still take."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from au_studio.coding.pace import duration_text
from au_studio.controllers.code.state import CodingProgress, CodingState
from au_studio.texts import tr, tr_n
from au_studio.ui.fields import thin_bar
from au_studio.ui.theme import SPACING, tabular


def progress_text(progress: CodingProgress) -> str:
    """Return the progress in words."""
    parts = [
        tr("{frames_done} of {frames} frames done", frames_done=progress.frames_done, frames=progress.frames),
        tr_n("{n} rating", "{n} ratings", progress.ratings_done),
    ]
    left = progress.seconds_left
    if progress.pace is not None:
        parts.append(tr("{pace} s per frame", pace=f"{progress.pace:.0f}"))
    if left is not None and progress.frames_left:
        parts.append(tr("about {duration_text} left", duration_text=duration_text(left)))
    return "  ·  ".join(parts)


class CodingProgressBar(QWidget):
    """A thin bar with the same in words beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = thin_bar(tr("Frames that are completely rated"))
        self._text = QLabel()
        self._text.setFont(tabular(self.font()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACING)
        row.addWidget(self._bar, 1)
        row.addWidget(self._text)

    def set_state(self, state: CodingState) -> None:
        """Show how far the coder is."""
        self._bar.setMaximum(max(state.progress.frames, 1))
        self._bar.setValue(state.progress.frames_done)
        self._text.setText(progress_text(state.progress))
