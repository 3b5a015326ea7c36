"""Python's collector of reference cycles, kept in the thread of the windows.

Python looks for cycles in whichever thread happens to make objects when it is time to. Windows, menus and
their slots are in cycles, so a thread that decodes or waits for a child could come to destroy a window that
was closed before: Qt then crashes, or waits for ever (both were seen). So the program looks for them itself.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 200
"""How often it is looked whether it is time to, in milliseconds."""


class Collecting(QObject):
    """Collects cycles here and nowhere else, as often as Python would.

    Parameters
    ----------
    parent : QObject, optional
        Owner; `close` gives the work back to Python.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_what_is_due)
        self._timer.start(EVERY_MS)

    def settle(self) -> None:
        """Pass over from now on what the start has made: it stays, and looking through it takes 55 ms."""
        gc.freeze()

    def close(self) -> None:
        """Let Python collect again, in any thread."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()


def collect_what_is_due() -> None:
    """Collect the oldest generation of objects whose time has come, and those younger."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, limit) in enumerate(counts) if count > limit]
    if due:
        gc.collect(due[-1])
