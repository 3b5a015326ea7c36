"""Decoded frames kept in memory, bounded by bytes."""

from __future__ import annotations

import threading
from collections import OrderedDict

from au_studio.video.frame import Frame


class FrameCache:
    """Decoded frames of one recording; the least recently used ones leave first.

    Safe to share between threads, for example between the reader that plays and the one that looks ahead.
    A frame that alone exceeds the bound is not kept.

    Parameters
    ----------
    max_bytes : int
        Upper bound on the pictures' bytes (a 1280x720 frame takes 2.8 MB).
    """

    def __init__(self, max_bytes: int) -> None:
        self.max_bytes = max_bytes
        self._frames: OrderedDict[int, Frame] = OrderedDict()
        self._n_bytes = 0
        self._lock = threading.Lock()

    @property
    def n_bytes(self) -> int:
        """Bytes of the pictures held now."""
        return self._n_bytes

    def __len__(self) -> int:
        return len(self._frames)

    def __contains__(self, position: int) -> bool:
        return position in self._frames

    def get(self, position: int) -> Frame | None:
        """Return the frame at a position of the index and mark it as used, or None if it is not held."""
        with self._lock:
            frame = self._frames.get(position)
            if frame is not None:
                self._frames.move_to_end(position)
            return frame

    def put(self, position: int, frame: Frame) -> None:
        """Keep a frame, and let the least recently used ones go until the bound holds."""
        with self._lock:
            replaced = self._frames.pop(position, None)
            if replaced is not None:
                self._n_bytes -= replaced.shown.nbytes
            if frame.shown.nbytes > self.max_bytes:
                return
            self._frames[position] = frame
            self._n_bytes += frame.shown.nbytes
            while self._n_bytes > self.max_bytes:
                _, oldest = self._frames.popitem(last=False)
                self._n_bytes -= oldest.shown.nbytes

    def clear(self) -> None:
        """Let every frame go."""
        with self._lock:
            self._frames.clear()
            self._n_bytes = 0
