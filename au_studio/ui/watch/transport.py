"""Buttons to play and step, the timeline, the time, and the speed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from au_studio.controllers.watch.playback import SPEEDS
from au_studio.texts import tr
from au_studio.ui.choice_box import ChoiceBox
from au_studio.ui.icons import icon
from au_studio.ui.theme import SPACING, tabular
from au_studio.ui.watch.time_axis import clock_text
from au_studio.ui.watch.timeline import Timeline

_BUTTONS = (
    ("watch.first", "first"),
    ("watch.step_back", "step_back"),
    ("watch.play", "play"),
    ("watch.step_forward", "step_forward"),
    ("watch.last", "last"),
)
_SWITCHES = (("watch.loop", "loop"), ("watch.mute", "sound"), ("watch.fit", "fit"))


class Transport(QWidget):
    """The row under the picture.

    Parameters
    ----------
    actions : mapping of str to QAction
        The Watch page's actions; the buttons trigger them, so keys, menu and buttons are one.

    Signals
    -------
    speed_chosen(float)
        The user chose a speed from the list.
    """

    speed_chosen = Signal(float)

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timeline = Timeline(self)
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACING, 2, SPACING, 2)
        row.setSpacing(2)
        for action_id, name in _BUTTONS:
            row.addWidget(self._button(actions[action_id], name))
        self._time = QLabel(self)
        self._time.setAccessibleName(tr("Time and frame"))
        self._time.setFont(tabular(self.font()))
        self._time.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._time.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        row.addSpacing(SPACING)
        row.addWidget(self._time)
        row.addWidget(self.timeline, 1)
        self._speed = ChoiceBox(tr("Speed; sound is played at 1× only ([ slower, ] faster)"), self)
        for speed in SPEEDS:
            self._speed.addItem(f"{speed:g}×", speed)
        self._speed.activated.connect(
            lambda place: self.speed_chosen.emit(float(self._speed.itemData(place)))
        )
        row.addWidget(self._speed)
        for action_id, name in _SWITCHES:
            row.addWidget(self._button(actions[action_id], name))
        self.set_speed(1.0)
        self._duration = self._n_frames = 0.0
        self.set_recording(0.0, 0)

    def _button(self, action: QAction, name: str) -> QToolButton:
        button = QToolButton(self)
        action.setIcon(icon(name))
        button.setDefaultAction(action)
        button.setIconSize(QSize(18, 18))
        button.setAutoRaise(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text().replace("&", ""))
        self._buttons[action.objectName()] = button
        return button

    def set_playing(self, playing: bool) -> None:
        """Show pause while playing."""
        self._buttons["watch.play"].defaultAction().setIcon(icon("pause" if playing else "play"))

    def set_muted(self, muted: bool) -> None:
        """Show whether sound is silenced."""
        self._buttons["watch.mute"].defaultAction().setIcon(icon("muted" if muted else "sound"))

    def set_speed(self, speed: float) -> None:
        """Show the speed."""
        self._speed.setCurrentIndex(self._speed.findData(speed))

    def set_recording(self, duration: float, n_frames: int) -> None:
        """Set the length of the recording: seconds and frames."""
        self._duration, self._n_frames = duration, n_frames
        widest = tr(
            "{clock_text} / {clock_text2}   frame {n_frames} of {n_frames}",
            clock_text=clock_text(max(duration, 60.0)),
            clock_text2=clock_text(duration),
            n_frames=n_frames,
        )
        self._time.setFixedWidth(int(QFontMetricsF(self._time.font()).horizontalAdvance(widest)) + 12)
        self.set_time(0.0, 0)

    def set_time(self, seconds: float, position: int) -> None:
        """Show the time since the first frame in seconds, and the frame's place (from 0)."""
        if not self._n_frames:
            self._time.setText("")
            return
        self._time.setText(
            tr(
                "{clock_text} / {clock_text2}   frame {position} of {n_frames}",
                clock_text=clock_text(seconds),
                clock_text2=clock_text(self._duration),
                position=position + 1,
                n_frames=self._n_frames,
            )
        )
