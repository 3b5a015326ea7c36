"""A key that switches something on: pressed, until it is pressed again; held, as long as it is held."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from au_studio.ui.actions import shortcuts

HOLD_MS = 350
"""A key held down longer than this switches off when it is let go."""


class HoldSwitch(QObject):
    """The state behind such a key.

    Parameters
    ----------
    action_id : str
        The action of the key map whose keys are watched.

    Signals
    -------
    switched(bool)
        It is on now, or off.
    """

    switched = Signal(bool)

    def __init__(self, action_id: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._action_id = action_id
        self._on = False
        self._held = QElapsedTimer()

    @property
    def on(self) -> bool:
        """Whether it is on."""
        return self._on

    def toggle(self) -> None:
        """Switch on, or off."""
        if self._on:
            self.end()
            return
        self._on = True
        self._held.start()
        _application().installEventFilter(self)
        self.switched.emit(True)

    def end(self) -> None:
        """Switch off."""
        if self._on:
            self._on = False
            _application().removeEventFilter(self)
            self.switched.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Switch off when the key was held down and is let go, whatever has the focus."""
        if (
            event.type() == QEvent.Type.KeyRelease
            and isinstance(event, QKeyEvent)
            and not event.isAutoRepeat()
            and self._held.elapsed() >= HOLD_MS
            and QKeySequence(event.keyCombination()) in shortcuts(self._action_id)
        ):
            self.end()
        return super().eventFilter(watched, event)


def _application() -> QCoreApplication:
    application = QCoreApplication.instance()
    assert application is not None
    return application
