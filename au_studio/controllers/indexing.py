"""Checking video files in the background: one worker thread that indexes them one after another."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from au_studio.errors import AUStudioError, Stopped
from au_studio.texts import tr
from au_studio.video.first_picture import first_picture
from au_studio.video.hashing import content_hash
from au_studio.video.index import VideoIndex
from au_studio.video.kept_index import keep_index, kept_or_read, load_index
from au_studio.video.options import options_of

LARGE = 50_000_000
"""Bytes from which on reading a file takes long enough to show its first picture meanwhile."""


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
    kept: Path | None = None


class IndexingWorker(QObject):
    """Reads timestamp indices in one thread; answers arrive in the thread that owns this object.

    Signals
    -------
    indexed(Indexed)
        A file was read.
    glimpsed(key, uint8 [H, W, 3])
        The first picture of a large file that is being read; what else is known of it comes later.
    failed(key, AUStudioError)
        A file can't be used.
    """

    indexed = Signal(object)
    glimpsed = Signal(str, object)
    failed = Signal(str, object)
    _answered = Signal(int, object)
    _seen = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._requests: queue.SimpleQueue[_Request | tuple[Path, VideoIndex] | None] = queue.SimpleQueue()
        self._generation = 0
        self._thread: threading.Thread | None = None
        self._answered.connect(self._deliver)
        self._seen.connect(self._deliver_picture)

    def request(self, key: str, path: Path, *, add: bool, kept: Path | None = None) -> None:
        """Ask for a file's index; `add` also asks for its content hash.

        The index that is `kept` there is given if it holds; else the new one is kept there.
        """
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="video indexing", daemon=True)
            self._thread.start()
        self._requests.put(_Request(self._generation, key, path, add, kept))

    def keep(self, kept: Path, index: VideoIndex) -> None:
        """Write an index to the disk, where the next request finds it."""
        self._requests.put((kept, index))

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
            if isinstance(request, tuple):
                keep_index(*request)
                continue
            generation = request.generation

            def stale(generation: int = generation) -> bool:
                return generation != self._generation

            if stale():
                continue
            answer: Indexed | tuple[str, AUStudioError]
            try:
                index = self._index(request, stale)
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

    def _index(self, request: _Request, stale: Callable[[], bool]) -> VideoIndex:
        options = options_of(request.path)
        known = None if request.kept is None else load_index(request.kept, request.path, options)
        if known is not None:
            return known
        if request.path.is_file() and request.path.stat().st_size >= LARGE:
            picture = first_picture(request.path)
            if picture is not None:
                self._seen.emit(request.generation, (request.key, picture))
        return kept_or_read(request.path, request.kept, options, should_stop=stale)

    def _deliver_picture(self, generation: int, seen: tuple[str, object]) -> None:
        if generation == self._generation:
            self.glimpsed.emit(*seen)

    def _deliver(self, generation: int, answer: Indexed | tuple[str, AUStudioError]) -> None:
        if generation != self._generation:
            return
        if isinstance(answer, Indexed):
            self.indexed.emit(answer)
        else:
            self.failed.emit(*answer)
