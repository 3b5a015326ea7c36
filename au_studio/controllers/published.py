"""The base of controllers that windows look at: one frozen state, and a signal when there is another."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

State = TypeVar("State")


class Published(QObject, Generic[State]):
    """Holds what is shown, and tells of every other state once.

    Parameters
    ----------
    first : State
        What is shown before anything happened; a frozen dataclass, as all states are.
    soon_ms : int
        Within how many milliseconds `_publish_soon` tells.

    Signals
    -------
    state_changed(State)
        Show this.
    """

    state_changed = Signal(object)

    def __init__(self, first: State, parent: QObject | None = None, *, soon_ms: int = 100) -> None:
        super().__init__(parent)
        self._state = self._told = first
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(soon_ms)
        self._soon.timeout.connect(self._tell)

    @property
    def state(self) -> State:
        """What is shown now."""
        return self._state

    def _publish(self, state: State) -> None:
        """Show another state now."""
        self._state = state
        self._tell()

    def _publish_soon(self, state: State) -> None:
        """Show another state a little later, together with those that come until then."""
        self._state = state
        if not self._soon.isActive():
            self._soon.start()

    def _publish_anew(self, state: State) -> None:
        """Show a state even if it is the same: what somebody typed in a view gives way to what is so."""
        self._soon.stop()
        self._state = self._told = state
        self.state_changed.emit(state)

    def _tell(self) -> None:
        self._soon.stop()
        if self._state != self._told:
            self._told = self._state
            self.state_changed.emit(self._state)
