"""Random draws of frames that anybody can repeat: the same seed and video give the same frames, anywhere.

Every frame of a recording gets a random number; the frames are taken in the order of these numbers, as far as
they can be coded. So a longer draw begins with the shorter one (a sample is extended, never redrawn), the
frames that a second coder gets, too, are simply the first ones, and a frame that cannot be coded pushes no
other out. Content plays no part in it.
"""

from __future__ import annotations

import bisect
import hashlib
from collections.abc import Collection

import numpy as np
import numpy.typing as npt

METHOD = "sha256-pcg64-order"
"""Name of the drawing rule, stored with every sample; a changed rule needs another name."""


def order(n_frames: int, seed: int, index_digest: str) -> npt.NDArray[np.int64]:
    """Return all positions of a recording in their random order.

    The generator is PCG64, seeded with SHA-256 of seed and digest; its raw output is sorted. NumPy promises
    that raw output never changes between versions and platforms, which it does not for ``permutation``.

    Parameters
    ----------
    n_frames : int
        Frames of the recording.
    seed : int
        The seed that people see and write down.
    index_digest : str
        Digest of the recording's timestamps (`au_studio.video.index.VideoIndex.digest`).

    Returns
    -------
    int64 [n_frames]
        Positions, a permutation of 0 … n_frames - 1.
    """
    material = hashlib.sha256(f"{METHOD}:{int(seed)}:{index_digest}".encode()).digest()
    generator = np.random.PCG64(int.from_bytes(material, "big"))
    numbers = np.atleast_1d(np.asarray(generator.random_raw(n_frames), dtype=np.uint64))
    return np.argsort(numbers, kind="stable").astype(np.int64)


def draw_in_order(
    pts: npt.NDArray[np.int64],
    eligible: npt.NDArray[np.bool_] | None,
    count: int,
    seed: int,
    index_digest: str,
    *,
    spacing: int = 0,
    taken: Collection[int] = (),
) -> npt.NDArray[np.int64]:
    """Draw frames, in the order of the draw.

    Parameters
    ----------
    pts : int64 [T]
        Timestamps of all frames, rising.
    eligible : bool [T] or None
        Frames that can be coded (the target person's face is there); None = all.
    count : int
        New frames wanted.
    seed : int
        The seed.
    index_digest : str
        Digest of the timestamps.
    spacing : int
        Least distance between any two frames, in units of pts.
    taken : collection of int
        Positions drawn before; they are not drawn again and keep their distance.

    Returns
    -------
    int64 [<= count]
        New positions; fewer than `count` when the recording has no more.

    Raises
    ------
    ValueError
        If `count` or `spacing` is negative, or `eligible` has another length than `pts`.
    """
    if count < 0 or spacing < 0:
        raise ValueError("The number of frames and their distance cannot be negative.")
    if eligible is not None and len(eligible) != len(pts):
        raise ValueError(f"{len(eligible)} marks of eligibility for {len(pts)} frames.")
    before = set(taken)
    chosen_pts = sorted(int(pts[p]) for p in before)
    chosen: list[int] = []
    for position in order(len(pts), seed, index_digest).tolist():
        if len(chosen) == count:
            break
        if position in before or (eligible is not None and not eligible[position]):
            continue
        moment = int(pts[position])
        place = bisect.bisect_left(chosen_pts, moment)
        if spacing and any(
            abs(moment - near) < spacing for near in chosen_pts[max(place - 1, 0) : place + 1]
        ):
            continue
        chosen_pts.insert(place, moment)
        chosen.append(position)
    return np.array(chosen, dtype=np.int64)


def draw(
    pts: npt.NDArray[np.int64],
    eligible: npt.NDArray[np.bool_] | None,
    count: int,
    seed: int,
    index_digest: str,
    *,
    spacing: int = 0,
) -> npt.NDArray[np.int64]:
    """Draw frames and return their positions in the order of time (see `draw_in_order`)."""
    return np.sort(draw_in_order(pts, eligible, count, seed, index_digest, spacing=spacing))


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
