"""How frames are told apart: by their timestamps where these are sound, by their order where they are not."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from au_studio.video.packets import PacketTable

# Decoders reorder at most 16 pictures (H.264 and H.265, level limits); a longer way back is a broken clock.
_MAX_REORDER = 16
# Frames that share a timestamp are set apart by a thousandth of a unit each, far less than a millisecond.
_SUBDIVISION = 1000


@dataclass(frozen=True)
class Timing:
    """How a decoded frame finds its row in the index.

    Attributes
    ----------
    by_timestamp : bool
        True: the frame's timestamp is in the index. False: frames are counted from an anchor or the start.
    anchors : tuple of (int, int)
        Where decoding can start: (row of a key frame, timestamp to seek to), in order. For counting, the
        timestamp is the decoding timestamp that identifies the key frame's packet.
    """

    by_timestamp: bool
    anchors: tuple[tuple[int, int], ...] = ()


def make_timing(pts: list[int | None], keys: list[bool], packets: PacketTable) -> Timing:
    """Decide how frames are matched, given the decoder's timestamps in presentation order.

    Parameters
    ----------
    pts : list of (int or None)
        Timestamps of the decoded frames.
    keys : list of bool
        Which of them are key frames.
    packets : PacketTable
        The packets of the same stream.

    Returns
    -------
    Timing
        By timestamp if they are all there and increase; else by order, with anchors where every key packet
        gave exactly one key frame.
    """
    if None not in pts and all(a < b for a, b in pairwise(pts)):  # type: ignore[operator]
        stamps = packets.seek_stamps()
        return Timing(True, tuple((row, stamps[p]) for row, p in enumerate(pts) if p in stamps))
    rows = [row for row, key in enumerate(keys) if key]
    order = [dts for _, dts in packets.keys if dts is not None]
    if len(rows) != len(packets.keys) or len(set(order)) != len(rows):
        return Timing(False)
    return Timing(False, tuple(zip(rows, order, strict=True)))


def spread(
    pts: list[int | None], time_base: Fraction, rate: Fraction
) -> tuple[npt.NDArray[np.int64], Fraction]:
    """Return strictly increasing timestamps for frames in presentation order.

    Sound timestamps come back unchanged. Missing ones are filled at the recording's rate; ones that the
    decoder left in coding order are sorted; a clock that jumps back goes on where it was; equal ones are set
    apart by a thousandth of a unit.

    Parameters
    ----------
    pts : list of (int or None)
        Timestamps of the decoded frames, in units of `time_base`.
    time_base : Fraction
        Seconds per unit.
    rate : Fraction
        Frames per second, for what is missing.

    Returns
    -------
    tuple of (ndarray of int64, Fraction)
        Timestamps and their time base.
    """
    exact = 1 / (rate * time_base)
    step = max(1, round(exact))
    known = _filled(pts, exact)
    if (np.diff(known) > 0).all():
        return known, time_base
    ranks = np.argsort(np.argsort(known, kind="stable"), kind="stable")
    if np.abs(ranks - np.arange(len(known))).max() <= _MAX_REORDER:
        known = np.sort(known)
    else:
        back = np.diff(known, prepend=known[0])
        known = known + np.cumsum(np.where(back < 0, step - back, 0))
    if (np.diff(known) > 0).all():
        return known, time_base
    fine = known * _SUBDIVISION
    for row in range(1, len(fine)):
        fine[row] = max(fine[row], fine[row - 1] + 1)
    return fine, time_base / _SUBDIVISION


def _filled(pts: list[int | None], step: Fraction) -> npt.NDArray[np.int64]:
    """Fill missing timestamps by counting from the known ones before (or, at the beginning, after) them.

    Each is rounded by itself: a step of 33.37 units is not 33 of them a thousand times over.
    """
    first = next((row for row, p in enumerate(pts) if p is not None), 0)
    row_known, known = first, int(pts[first] or 0) if pts else 0
    filled = []
    for row, p in enumerate(pts):
        if p is not None:
            row_known, known = row, p
        filled.append(known + round(step * (row - row_known)))
    return np.array(filled, dtype=np.int64)
