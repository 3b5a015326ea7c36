"""The outline of a recording's sound: the lowest and highest sample of every hundredth of a second."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from au_studio.files import atomic_path
from au_studio.video.audio import AudioReader

BUCKETS_PER_SECOND = 100
"""Stretches of sound to a second; each becomes two numbers."""
_SAMPLE_RATE = 8000
"""Samples a second that are looked at: more would take longer, and nobody would see it."""
_BLOCK_SECONDS = 20
_FULL = 32768.0
_FORMAT = 1

Outline = npt.NDArray[np.float32]
"""float32 [N, 2]: lowest and highest sample of each bucket, -1 to 1."""


def read_outline(
    path: Path,
    start: float,
    stop: float,
    on_part: Callable[[int, Outline], None],
    should_stop: Callable[[], bool] = lambda: False,
) -> Outline:
    """Decode a recording's sound and return its outline.

    Parameters
    ----------
    path : Path
        The recording.
    start, stop : float
        From and to where, in seconds on the clock of `VideoIndex.times`.
    on_part : callable
        Hears (first bucket, outline float32 [n, 2]) of every 20 seconds as they are decoded.
    should_stop : callable
        Asked every 20 seconds; what is left stays NaN then.

    Returns
    -------
    float32 [N, 2]
        N = buckets from `start` to `stop`.

    Raises
    ------
    NoAudioStreamError
        If the recording is silent.
    UnreadableVideoError
        If the file cannot be opened.
    """
    n_buckets = max(int(np.ceil((stop - start) * BUCKETS_PER_SECOND)), 0)
    outline = np.full((n_buckets, 2), np.nan, dtype=np.float32)
    at_once = _BLOCK_SECONDS * BUCKETS_PER_SECOND
    per_bucket = _SAMPLE_RATE // BUCKETS_PER_SECOND
    with AudioReader(path, _SAMPLE_RATE, 1) as reader:
        reader.seek(start)
        for first in range(0, n_buckets, at_once):
            if should_stop():
                break
            n = min(at_once, n_buckets - first)
            if reader.at_end:
                outline[first:] = 0.0
                on_part(first, outline[first:])
                break
            samples = np.frombuffer(reader.read(n * per_bucket * 2), np.int16).reshape(n, per_bucket)
            outline[first : first + n, 0] = samples.min(axis=1) / _FULL
            outline[first : first + n, 1] = samples.max(axis=1) / _FULL
            on_part(first, outline[first : first + n])
    return outline


def save_outline(path: Path, outline: Outline) -> None:
    """Write an outline in one step, as bytes of 1/127 of the full height: 1.4 MB for two hours.

    Raises
    ------
    au_studio.files.WriteError
        If it cannot be written.
    """
    steps = np.rint(np.clip(outline, -1, 1) * 127).astype(np.int8)
    path.parent.mkdir(parents=True, exist_ok=True)
    with atomic_path(path) as partial, partial.open("wb") as file:
        np.savez_compressed(file, format=np.int64(_FORMAT), rate=np.int64(BUCKETS_PER_SECOND), steps=steps)


def load_outline(path: Path, n_buckets: int) -> Outline | None:
    """Return a stored outline; None where there is none, or one of another length or kind."""
    try:
        with np.load(path, allow_pickle=False) as stored:
            kind = int(stored["format"]), int(stored["rate"])
            steps = stored["steps"]
    except (OSError, ValueError, KeyError, BadZipFile, EOFError):
        return None
    if kind != (_FORMAT, BUCKETS_PER_SECOND) or steps.dtype != np.int8 or steps.shape != (n_buckets, 2):
        return None
    outline: Outline = steps.astype(np.float32) / 127
    return outline
