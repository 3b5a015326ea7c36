"""On which device the models compute: what there is, what was chosen, and why it is no GPU."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSettings, Signal

from au_studio.texts import shown

AUTOMATIC = "auto"
"""The choice of the fastest device."""

_SETTING = "device"


class DeviceChoice(QObject):
    """The choice of the computing device, kept for this computer.

    What devices there are is known only after the child that analyses has loaded torch, which takes seconds
    and is not done in the window's process. A device that was chosen and is gone counts as the automatic
    choice, and comes back with the device.

    Signals
    -------
    changed()
        Another device is in use, or more is known about the devices.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wish = str(QSettings().value(_SETTING, AUTOMATIC))
        self.known: tuple[tuple[str, str], ...] = ()
        self.why_not_gpu = ""

    @property
    def name(self) -> str:
        """Name for jobs: ``auto``, ``cpu``, ``cuda``, ``mps``."""
        gone = self.known and self._wish not in dict(self.known)
        return AUTOMATIC if gone else self._wish

    def resolve(self, name: str) -> str:
        """Return the device that a name stands for; the automatic choice is the first known device."""
        if name == AUTOMATIC and self.known:
            return self.known[0][0]
        return name

    @property
    def text(self) -> str:
        """The device in use, for people; empty while unknown."""
        return shown(dict(self.known).get(self.resolve(self.name), ""))

    def set_known(self, devices: Sequence[tuple[str, str]], why_not_gpu: str) -> None:
        """Take in which devices there are, (name, description), the fastest first."""
        self.known = tuple((name, text) for name, text in devices)
        self.why_not_gpu = why_not_gpu
        self.changed.emit()

    def choose(self, name: str) -> None:
        """Compute there from now on, and remember it on this computer."""
        if name != self._wish:
            self._wish = name
            QSettings().setValue(_SETTING, name)
            self.changed.emit()
