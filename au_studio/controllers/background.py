"""One piece of work at a time in a thread of its own; the newest counts, older answers are dropped."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from au_studio.errors import AUStudioError, Stopped
from au_studio.texts import tr

Work = Callable[[Callable[[], bool]], object]
"""Gets a function that says whether to stop, and returns the result."""


class Background(QObject):
    """Runs work in a thread; `done` and `failed` come in the thread of this object.

    Parameters
    ----------
    name : str
        Name of the thread.
    failure : str
        What is said of an error that nobody foresaw.

    Signals
    -------
    done(object)
        What the newest work returned.
    failed(AUStudioError)
        How the newest work failed; one that is not ours is wrapped.
    """

    done = Signal(object)
    failed = Signal(object)
    _ended = Signal(int, object)

    def __init__(self, name: str, parent: QObject | None = None, *, failure: str = "") -> None:
        super().__init__(parent)
        self._name = name
        self._failure = failure
        self._generation = 0
        self._thread: threading.Thread | None = None
        self._working_on = 0
        self._waiting: Work | None = None
        self._ended.connect(self._on_ended)

    @property
    def busy(self) -> bool:
        """Whether the answer of the newest work is still to come."""
        current = self._thread is not None and self._working_on == self._generation
        return current or self._waiting is not None

    def run(self, work: Work) -> None:
        """Do this next; whatever is going on is told to stop, and its answer is dropped."""
        self._generation += 1
        self._waiting = work
        if self._thread is None:
            self._start()

    def stop(self) -> None:
        """Tell what is going on to stop; nothing will be heard of it."""
        self._generation += 1
        self._waiting = None

    def close(self) -> None:
        """Stop, and wait for the end."""
        self.stop()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _start(self) -> None:
        work, self._waiting, self._working_on = self._waiting, None, self._generation
        assert work is not None
        self._thread = threading.Thread(
            target=self._work, args=(work, self._generation), name=self._name, daemon=True
        )
        self._thread.start()

    def _work(self, work: Work, generation: int) -> None:
        result: object
        try:
            result = work(lambda: generation != self._generation)
        except AUStudioError as error:
            result = error
        except Exception as error:
            result = AUStudioError(
                self._failure or tr("Something went wrong."), details=f"{type(error).__name__}: {error}"
            )
        self._ended.emit(generation, result)

    def _on_ended(self, generation: int, result: object) -> None:
        if self._thread is None or generation != self._working_on:
            return  # closed meanwhile
        self._thread.join()
        self._thread = None
        if self._waiting is not None:
            self._start()
        elif generation == self._generation and not isinstance(result, Stopped):
            (self.failed if isinstance(result, AUStudioError) else self.done).emit(result)
