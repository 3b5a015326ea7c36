"""One piece of work at a time in a thread of its own; the newest counts, older answers are dropped."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from au_studio.errors import AUStudioError, Stopped

Work = Callable[[Callable[[], bool]], object]
"""Gets a function that says whether to stop, and returns the result."""


class Background(QObject):
    """Runs work in a thread; `done` and `failed` come in the thread of this object.

    Signals
    -------
    done(object)
        What the newest work returned.
    failed(AUStudioError)
        How the newest work failed; one that is not ours is wrapped.
    """

    done = Signal(object)
    failed = Signal(object)
    _ended = Signal(int, object, bool)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._generation = 0
        self._threads: list[threading.Thread] = []
        self._ended.connect(self._on_ended)

    @property
    def busy(self) -> bool:
        """Whether the newest work is still going on."""
        return any(thread.is_alive() for thread in self._threads)

    def run(self, work: Work) -> None:
        """Do this now; whatever is going on is told to stop, and its answer is dropped."""
        self._generation += 1
        self._threads = [thread for thread in self._threads if thread.is_alive()]
        thread = threading.Thread(
            target=self._work, args=(work, self._generation), name=self._name, daemon=True
        )
        self._threads.append(thread)
        thread.start()

    def close(self) -> None:
        """Stop, and wait for the end."""
        self._generation += 1
        for thread in self._threads:
            thread.join()
        self._threads = []

    def _work(self, work: Work, generation: int) -> None:
        try:
            result: object = work(lambda: generation != self._generation)
        except Stopped:
            return
        except AUStudioError as error:
            self._ended.emit(generation, error, False)
        except Exception as error:
            wrapped = AUStudioError("Something went wrong.", details=f"{type(error).__name__}: {error}")
            self._ended.emit(generation, wrapped, False)
        else:
            self._ended.emit(generation, result, True)

    def _on_ended(self, generation: int, result: object, good: bool) -> None:
        if generation == self._generation:
            (self.done if good else self.failed).emit(result)
