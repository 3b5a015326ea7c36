"""Face crops on disk: appended clip by clip, mapped into memory, not read; safe against a power cut.

``NAME.u8`` holds the crops, one after the other; ``NAME.jsonl`` says what they are: how they were made in its
first line, one clip in each further one. A clip counts once its line is written, and its line is written
only after its crops are on the disk; whatever lies beyond is overwritten by the next one.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import numpy.typing as npt

from au_studio.files import write_text
from au_studio.learn.material.clips import MARGIN, Clip

FORMAT = "au-studio-crops-1"
SIDE = 128 + 2 * MARGIN
"""Side of a stored crop, px."""
FRAME_BYTES = SIDE * SIDE * 3
_FLUSH_SECONDS = 4.0


@dataclass(frozen=True)
class StoredClip:
    """A run of frames whose face was cut.

    Attributes
    ----------
    start, stop : int
        Positions [start, stop) that were looked at.
    first : int
        Place of the first crop in the file.
    pts, times, restart : list
        One per crop; frames without the face have none.
    """

    start: int
    stop: int
    first: int
    pts: list[int]
    times: list[float]
    restart: list[bool]


class CropStore:
    """The crops of one recording, cut in one way.

    Use it as a context manager while it grows: leaving it writes what is left to write.

    Parameters
    ----------
    path : Path
        Path without ending.
    made : mapping
        How the crops are made, in JSON values. A store that was made otherwise is begun anew.
    """

    def __init__(self, path: Path, made: Mapping[str, Any]) -> None:
        self._crops_path, self._lines_path = path.with_suffix(".u8"), path.with_suffix(".jsonl")
        self._header = json.dumps({"format": FORMAT, "side": SIDE, "made": dict(made)}, sort_keys=True)
        self.clips: list[StoredClip] = []
        self._waiting: list[StoredClip] = []
        self._edges: npt.NDArray[np.int64] = np.zeros((0, 2), dtype=np.int64)
        self._flushed = time.monotonic()
        self._read()

    def __enter__(self) -> CropStore:
        """Return the store."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write what is left to write, whatever happened: the clips that are whole stay."""
        self.flush()

    @property
    def n_frames(self) -> int:
        """Number of crops."""
        last = self.clips[-1] if self.clips else None
        return 0 if last is None else last.first + len(last.pts)

    def clip_around(self, start: int, stop: int) -> int | None:
        """Return the number of the first clip that covers the positions [start, stop), or None."""
        if len(self._edges) != len(self.clips):
            edges = [(clip.start, clip.stop) for clip in self.clips]
            self._edges = np.array(edges, dtype=np.int64).reshape(-1, 2)
        covering = (self._edges[:, 0] <= start) & (stop <= self._edges[:, 1])
        return int(covering.argmax()) if covering.any() else None

    def append(self, start: int, stop: int, clip: Clip | None) -> None:
        """Add the crops of a clip; None says that the face was not there.

        Raises
        ------
        OSError
            If the disk is full or cannot be written.
        """
        stored = StoredClip(start, stop, self.n_frames, [], [], [])
        if clip is not None:
            mode = "r+b" if self._crops_path.exists() else "w+b"
            with self._crops_path.open(mode) as file:
                file.seek(stored.first * FRAME_BYTES)
                file.write(np.ascontiguousarray(clip.crops).data)
            stored = replace(
                stored, pts=clip.pts.tolist(), times=clip.times.tolist(), restart=clip.restart.tolist()
            )
        self.clips.append(stored)
        self._waiting.append(stored)
        if time.monotonic() - self._flushed > _FLUSH_SECONDS:
            self.flush()

    def flush(self) -> None:
        """Write what is left to write, the crops first, down to the disk."""
        self._flushed = time.monotonic()
        if not self._waiting:
            return
        if any(clip.pts for clip in self._waiting):
            with self._crops_path.open("r+b") as file:
                os.fsync(file.fileno())
        with self._lines_path.open("a", encoding="utf-8", newline="\n") as lines:
            lines.writelines(json.dumps(asdict(clip)) + "\n" for clip in self._waiting)
            lines.flush()
            os.fsync(lines.fileno())
        self._waiting.clear()

    def clip(self, number: int, n_aus: int) -> Clip | None:
        """Return a clip's crops, mapped into memory, with no ratings; None when the face was not there."""
        clip = self.clips[number]
        if not clip.pts:
            return None
        return Clip(
            crops=self._mapped(clip.first, len(clip.pts)),
            intensities=np.full((len(clip.pts), n_aus), np.nan, dtype=np.float32),
            times=np.array(clip.times),
            pts=np.array(clip.pts, dtype=np.int64),
            restart=np.array(clip.restart, dtype=bool),
            group="",
            source="",
        )

    def _mapped(self, first: int, count: int) -> npt.NDArray[np.uint8]:
        shape = (count, SIDE, SIDE, 3)
        return np.asarray(np.memmap(self._crops_path, np.uint8, "r", first * FRAME_BYTES, shape))

    def _read(self) -> None:
        """Read the lines; begin anew when there are none, or of crops that were made otherwise."""
        try:
            text = self._lines_path.read_text(encoding="utf-8")
            size = self._crops_path.stat().st_size if self._crops_path.exists() else 0
        except (OSError, UnicodeDecodeError):
            text, size = "", 0
        header, *lines = text.split("\n")
        if header != self._header:
            self._begin()
            return
        for line in lines:
            clip = _parsed(line)
            if clip is None or (clip.first + len(clip.pts)) * FRAME_BYTES > size:
                break
            self.clips.append(clip)
        whole = [header, *(json.dumps(asdict(clip)) for clip in self.clips), ""]
        if text != "\n".join(whole):
            # The end was cut off in the middle of a line, or its crops never reached the disk.
            write_text(self._lines_path, "\n".join(whole))

    def _begin(self) -> None:
        self._crops_path.unlink(missing_ok=True)
        write_text(self._lines_path, self._header + "\n")


def _parsed(line: str) -> StoredClip | None:
    try:
        return StoredClip(**json.loads(line))
    except (ValueError, TypeError):
        return None
