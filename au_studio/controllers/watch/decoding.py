"""The thread that decodes frames for the window: shows the newest request, or runs ahead of a clock.

No Qt in here; answers leave through callbacks, called in the decoding thread.
"""

from __future__ import annotations

import contextlib
import threading
from collections import deque
from collections.abc import Callable

from au_studio.errors import AUStudioError
from au_studio.texts import tr
from au_studio.video.cache import FrameCache
from au_studio.video.index import VideoIndex
from au_studio.video.reader import Frame, FrameReader
from au_studio.video.way import Way

CACHE_BYTES = 144 << 20
"""Memory for decoded frames; backward steps and loops come from here. Large ones lie in it as the decoder
gives them, in half of what they take in RGB: 48 of 1920x1080."""

AHEAD_FRAMES = 12
"""Frames decoded ahead of the clock while playing."""

AHEAD_BYTES = 96 << 20
"""Upper bound for the memory of the frames decoded ahead."""

_STEP_BACK = 64
_REST_SECONDS = 0.15
"""When nothing was asked for so long, the frames before the one on the screen are made ready."""

Clock = Callable[[], float]
"""Gives the time that should be on the screen now, in seconds of the recording."""


class DecodingThread:
    """One thread with one reader; a new request replaces the one before it.

    Parameters
    ----------
    on_frame : callable
        Called with (generation, Frame) for a :meth:`show`; if the frame can only be decoded through many
        others, first with one of these, so that there is something to look at.
    on_error : callable
        Called with (generation, AUStudioError) when a frame can't be read.
    """

    def __init__(
        self, on_frame: Callable[[int, Frame], None], on_error: Callable[[int, AUStudioError], None]
    ) -> None:
        self._on_frame = on_frame
        self._on_error = on_error
        self._wake = threading.Condition()
        self._generation = 0
        self._index: VideoIndex | None = None
        self._target: int | None = None
        self._next: int | None = None
        self._last = 0
        self._clock: Clock | None = None
        self._rests_at: int | None = None
        self._shown_at = 0
        self._steps_back = False
        self._ahead: deque[Frame] = deque()
        self._closing = False
        self._thread = threading.Thread(target=self._work, name="video decoding", daemon=True)
        self._thread.start()

    def open(self, index: VideoIndex | None) -> int:
        """Read from this recording from now on; None lets go of the file.

        Returns
        -------
        int
            Answers of an earlier generation are of the recording before.
        """
        with self._wake:
            self._generation += 1
            self._index = index
            self._halt()
            self._target = self._rests_at = None
            self._shown_at = 0
            self._wake.notify()
            return self._generation

    def show(self, position: int) -> int:
        """Ask for one frame; return the generation that its answer will carry."""
        with self._wake:
            self._generation += 1
            self._halt()
            self._steps_back = 0 < self._shown_at - position <= _STEP_BACK
            self._target, self._rests_at, self._shown_at = position, None, position
            self._wake.notify()
            return self._generation

    def play(self, start: int, last: int, clock: Clock) -> int:
        """Decode from `start` to `last` (inclusive), a little ahead of `clock`; see :meth:`take`.

        Frames that the clock has passed before they could be decoded are skipped.
        """
        with self._wake:
            self._generation += 1
            self._target = self._rests_at = None
            self._ahead.clear()
            self._next, self._last, self._clock = start, last, clock
            self._wake.notify()
            return self._generation

    def pause(self) -> None:
        """Stop decoding ahead."""
        with self._wake:
            self._generation += 1
            self._halt()

    @property
    def ready(self) -> bool:
        """Whether a frame decoded ahead is waiting."""
        return bool(self._ahead)

    def take(self, seconds: float) -> tuple[Frame | None, float | None]:
        """Return the frame to show at a time and when the one after it is due.

        Returns
        -------
        frame : Frame or None
            The last decoded frame whose time has come; None when none is due.
        due : float or None
            Time of the next decoded frame, in seconds of the recording; None when it is not decoded yet.
        """
        with self._wake:
            frame = None
            while self._ahead and self._ahead[0].time <= seconds:
                frame = self._ahead.popleft()
            if frame is not None:
                self._wake.notify()
            return frame, self._ahead[0].time if self._ahead else None

    def close(self) -> None:
        """End the thread, wait for it, and close the file."""
        with self._wake:
            self._generation += 1
            self._closing = True
            self._wake.notify()
        self._thread.join()

    def _halt(self) -> None:
        self._ahead.clear()
        self._next = self._clock = None

    def _room_ahead(self) -> bool:
        if not self._ahead:
            return True
        held = len(self._ahead) * self._ahead[0].image.nbytes
        return len(self._ahead) < AHEAD_FRAMES and held < AHEAD_BYTES

    def _idle(self, index: VideoIndex | None) -> bool:
        if self._closing or self._index is not index:
            return False
        return self._target is None and not (self._next is not None and self._room_ahead())

    def _wait(self, index: VideoIndex | None) -> None:
        """Wait until something is wanted, or nothing was for so long that there is time for what may be."""
        while self._idle(index):
            if self._rests_at is None:
                self._wake.wait()
            elif self._steps_back or not self._wake.wait(_REST_SECONDS):
                return

    def _work(self) -> None:
        reader: FrameReader | None = None
        index: VideoIndex | None = None
        try:
            while True:
                with self._wake:
                    self._wait(index)
                    if self._closing:
                        return
                    generation, wanted = self._generation, self._index
                if wanted is not index:
                    if reader is not None:
                        reader.close()
                    reader, index = None, wanted
                if index is None:
                    with self._wake:
                        self._target = self._next = None
                    continue
                try:
                    if reader is None:
                        reader = FrameReader(index, FrameCache(CACHE_BYTES), planes=True)
                    self._serve(generation, index, reader)
                except AUStudioError as error:
                    self._give_up(generation, error)
                except Exception as error:  # a damaged file may make the library raise anything
                    self._give_up(
                        generation,
                        AUStudioError(
                            tr("A frame of {name} could not be read.", name=index.path.name),
                            details=repr(error),
                        ),
                    )
        finally:
            if reader is not None:
                with contextlib.suppress(Exception):
                    reader.close()

    def _give_up(self, generation: int, error: AUStudioError) -> None:
        with self._wake:
            if generation != self._generation:
                return
            self._target = self._next = None
        self._on_error(generation, error)

    def _serve(self, generation: int, index: VideoIndex, reader: FrameReader) -> None:
        with self._wake:
            if generation != self._generation:
                return
            target, following, clock, rests_at = self._target, self._next, self._clock, self._rests_at

        def other_wanted() -> bool:
            return generation != self._generation

        if target is not None:
            # What leaves this thread is RGB: planes are for one thread, and drawing would convert them again.
            way = Way(other_wanted, lambda frame: self._on_frame(generation, frame.in_rgb()))
            frame = reader.read(target, way).in_rgb()
            # Another may be wanted by now: while somebody drags the playhead, late is better than nothing.
            self._on_frame(generation, frame)
            with self._wake:
                if generation == self._generation:
                    self._target, self._rests_at = None, target
        elif following is not None and clock is not None:
            position = min(max(following, index.position_at(clock())), self._last)
            frame = reader.read(position, Way(other_wanted, shown=True)).in_rgb()
            with self._wake:
                if generation != self._generation:
                    return
                self._ahead.append(frame)
                self._next = position + 1 if position < self._last else None
        elif rests_at is not None:
            lacking = reader.lacks_before(rests_at)
            if lacking is not None:
                # What cannot be decoded is told to whoever goes there.
                with contextlib.suppress(AUStudioError):
                    reader.make_ready(lacking, other_wanted)
            with self._wake:
                if generation == self._generation:
                    self._rests_at = None
