"""Random draws of frames that anybody can repeat: the same seed and video give the same frames, anywhere.

Every frame of a recording gets a random number; the frames are taken in the order of these numbers, as far as
they can be coded. So a longer draw begins with the shorter one (a sample is extended, never redrawn), the
frames that a second coder gets, too, are simply the first ones, and a frame that cannot be coded pushes no
other out. Several recordings can be drawn from at once (*pooled*): their frames are then taken in the order
of all their numbers, so that every frame has the same chance, whichever recording it is in, and what each
recording gives is still the beginning of its own order. What the frames show plays no part in it.
"""

from __future__ import annotations

import bisect
import hashlib
import heapq
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt

METHOD = "sha256-pcg64-recording"
"""Name of the drawing rule, stored with every sample; a changed rule needs another name."""
_BY_TIMES = "sha256-pcg64-order"
"""The first rule, which left the recording's content out: recordings of equal length and frame rate got the
same frames. Samples that were drawn by it are still extended by it."""


@dataclass(frozen=True)
class Source:
    """What decides the random numbers of a recording, beside the seed.

    Attributes
    ----------
    index_digest : str
        Digest of the timestamps (`au_studio.video.index.VideoIndex.digest`).
    content_hash : str
        Fingerprint of the file (`au_studio.video.hashing.content_hash`).
    method : str
        Name of the drawing rule.
    """

    index_digest: str
    content_hash: str
    method: str = METHOD

    def text(self, seed: int) -> str:
        """Return what the generator is seeded with the SHA-256 of."""
        words = [self.method, str(int(seed)), self.index_digest]
        return ":".join(words if self.method == _BY_TIMES else [*words, self.content_hash])


@dataclass(frozen=True, eq=False)
class Frames:
    """The frames of one recording, as far as a draw needs to know them.

    Attributes
    ----------
    pts : int64 [T]
        Timestamps, rising.
    seed : int
        The seed that people see and write down.
    source : Source
        Which recording it is.
    eligible : bool [T] or None
        Frames that can be coded (the target person's face is there); None = all.
    spacing : int
        Least distance between any two frames, in units of pts.
    taken : collection of int
        Positions drawn before; they are not drawn again and keep their distance.

    Raises
    ------
    ValueError
        If `spacing` is negative, or `eligible` has another length than `pts`.
    """

    pts: npt.NDArray[np.int64]
    seed: int
    source: Source
    eligible: npt.NDArray[np.bool_] | None = None
    spacing: int = 0
    taken: Collection[int] = ()

    def __post_init__(self) -> None:
        if self.spacing < 0:
            raise ValueError("The distance of frames cannot be negative.")
        if self.eligible is not None and len(self.eligible) != len(self.pts):
            raise ValueError(f"{len(self.eligible)} marks of eligibility for {len(self.pts)} frames.")

    @property
    def n_eligible(self) -> int:
        """How many frames can be coded."""
        return len(self.pts) if self.eligible is None else int(np.count_nonzero(self.eligible))


def numbers(n_frames: int, seed: int, source: Source) -> npt.NDArray[np.uint64]:
    """Return the random number of every frame of a recording.

    The generator is PCG64, seeded with SHA-256 of seed and source; its raw output is taken. NumPy promises
    that raw output never changes between versions and platforms, which it does not for ``permutation``.

    Parameters
    ----------
    n_frames : int
        Frames of the recording.
    seed : int
        The seed.
    source : Source
        The recording.

    Returns
    -------
    uint64 [n_frames]
        Uniform over all 64-bit numbers.
    """
    material = hashlib.sha256(source.text(seed).encode()).digest()
    generator = np.random.PCG64(int.from_bytes(material, "big"))
    return np.atleast_1d(np.asarray(generator.random_raw(n_frames), dtype=np.uint64))


def order(n_frames: int, seed: int, source: Source) -> npt.NDArray[np.int64]:
    """Return all positions of a recording in their random order, int64 [n_frames] (see `numbers`)."""
    return np.argsort(numbers(n_frames, seed, source), kind="stable").astype(np.int64)


def draw_in_order(frames: Frames, count: int) -> npt.NDArray[np.int64]:
    """Draw frames of one recording, in the order of the draw.

    Parameters
    ----------
    frames : Frames
        What to draw from.
    count : int
        New frames wanted.

    Returns
    -------
    int64 [<= count]
        New positions; fewer than `count` when the recording has no more.

    Raises
    ------
    ValueError
        If `count` is negative.
    """
    return np.array([position for _, position in draw_pooled([frames], count)], dtype=np.int64)


def draw_pooled(recordings: Sequence[Frames], count: int) -> list[tuple[int, int]]:
    """Draw frames of several recordings at once, in the order of the draw.

    Parameters
    ----------
    recordings : sequence of Frames
        What to draw from.
    count : int
        New frames wanted from all of them together.

    Returns
    -------
    list of (int, int)
        Place of the recording in `recordings` and position of the frame in it; fewer than `count` when there
        are no more.

    Raises
    ------
    ValueError
        If `count` is negative.
    """
    if count < 0:
        raise ValueError("The number of frames cannot be negative.")
    merged = heapq.merge(*(_candidates(frames, place) for place, frames in enumerate(recordings)))
    return [(place, position) for _, place, position in islice(merged, count)]


def _candidates(frames: Frames, place: int) -> Iterator[tuple[int, int, int]]:
    """Yield (number, place, position) in the order of the numbers, as if all that it yields were drawn."""
    drawn = numbers(len(frames.pts), frames.seed, frames.source)
    taken = set(frames.taken)
    kept_pts = sorted(int(frames.pts[position]) for position in taken)
    for position in np.argsort(drawn, kind="stable").tolist():
        if position in taken or (frames.eligible is not None and not frames.eligible[position]):
            continue
        moment = int(frames.pts[position])
        where = bisect.bisect_left(kept_pts, moment)
        near = kept_pts[max(where - 1, 0) : where + 1]
        if frames.spacing and any(abs(moment - other) < frames.spacing for other in near):
            continue
        kept_pts.insert(where, moment)
        yield int(drawn[position]), place, position


def draw(frames: Frames, count: int) -> npt.NDArray[np.int64]:
    """Draw frames of one recording and return their positions in the order of time (see `draw_in_order`)."""
    return np.sort(draw_in_order(frames, count))


def count_for(fraction: float, n_eligible: int) -> int:
    """Return how many frames a share of the codable frames is: rounded, at least one if there are any.

    Raises
    ------
    ValueError
        If `fraction` is not above 0 and at most 1.
    """
    if not 0 < fraction <= 1:
        raise ValueError(f"A share of the frames is above 0 and at most 1, not {fraction}.")
    return min(n_eligible, max(1, round(fraction * n_eligible)))
