"""Checking video files in the background: one worker thread that indexes them one after another."""

from __future__ import annotations

import queue
import threading
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from au_studio.errors import AUStudioError, Stopped
from au_studio.texts import tr
from au_studio.video.hashing import content_hash
from au_studio.video.index import VideoIndex, index_video


@dataclass(frozen=True)
class Indexed:
    """A file that was read: the key it was asked for with, and what was found.

    ``content_hash`` is empty unless the file is to be added to a study.
    """

    key: str
    path: Path
    add: bool
    index: VideoIndex
    content_hash: str


@dataclass(frozen=True)
class _Request:
    generation: int
    key: str
    path: Path
    add: bool


class IndexingWorker(QObject):
    """Reads timestamp indices in one thread; answers arrive in the thread that owns this object.

    Signals
    -------
    indexed(Indexed)
        A file was read.
    failed(key, AUStudioError)
        A file can't be used.
    """

    indexed = Signal(object)
    failed = Signal(str, object)
    _answered = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requests: queue.SimpleQueue[_Request | None] = queue.SimpleQueue()
        self._generation = 0
        self._thread: threading.Thread | None = None
        self._answered.connect(self._deliver)

    def request(self, key: str, path: Path, *, add: bool) -> None:
        """Ask for a file's index; `add` also asks for its content hash."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="video indexing", daemon=True)
            self._thread.start()
        self._requests.put(_Request(self._generation, key, path, add))

    def cancel_all(self) -> None:
        """Forget every request; no answer to one of them arrives any more."""
        self._generation += 1

    def close(self) -> None:
        """Stop the thread and wait for it."""
        self.cancel_all()
        if self._thread is not None:
            self._requests.put(None)
            self._thread.join()
            self._thread = None

    def _work(self) -> None:
        while (request := self._requests.get()) is not None:
            generation = request.generation

            def stale(generation: int = generation) -> bool:
                return generation != self._generation

            if stale():
                continue
            answer: Indexed | tuple[str, AUStudioError]
            try:
                index = index_video(request.path, should_stop=stale)
                digest = content_hash(request.path) if request.add else ""
                answer = Indexed(request.key, request.path, request.add, index, digest)
            except Stopped:
                continue
            except AUStudioError as error:
                answer = (request.key, error)
            except Exception as error:  # whatever a broken file makes a library raise must reach the list
                answer = (
                    request.key,
                    AUStudioError(
                        tr("{name} could not be read.", name=request.path.name), details=repr(error)
                    ),
                )
            self._answered.emit(generation, answer)

    def _deliver(self, generation: int, answer: Indexed | tuple[str, AUStudioError]) -> None:
        if generation != self._generation:
            return
        if isinstance(answer, Indexed):
            self.indexed.emit(answer)
        else:
            self.failed.emit(*answer)
