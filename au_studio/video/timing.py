"""How frames are told apart: by their timestamps where these are sound, by their order where they are not."""

from __future__ import annotations

from collections.abc import Sequence
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
_TURN = 1 << 33


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


def without_false_wrap(pts: list[int | None], format_name: str) -> list[int | None]:
    """Undo what libav makes of a clock that jumps back in an MPEG stream.

    Clocks there have 33 bits and wrap after 26.5 hours. libav takes a jump back for such a wrap, and the rest
    of the recording seems to be a day later. Nobody pauses for so long: more than half a turn is a jump back.

    Parameters
    ----------
    pts : list of (int or None)
        Timestamps of the decoded frames, in presentation order, in units of 1/90000 s.
    format_name : str
        libav's name of the format; in others nothing is undone.
    """
    if format_name not in ("mpeg", "mpegts"):
        return pts
    turned, before = 0, None
    straight: list[int | None] = []
    for p in pts:
        if p is not None and before is not None and p - before > _TURN // 2:
            turned += _TURN
        elif p is not None and before is not None and before - p > _TURN // 2:
            turned -= _TURN
        before = p if p is not None else before
        straight.append(p if p is None else p - turned)
    return straight


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
    if not _jumps(known):
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


def jumps_back(pts: Sequence[int | None]) -> list[int]:
    """Return the rows at which the clock is behind the row before, unless frames are only out of order."""
    known = np.array([p for p in pts if p is not None], dtype=np.int64)
    if len(known) < len(pts) or not _jumps(known):
        return []
    return [int(row) for row in np.flatnonzero(np.diff(known) < 0) + 1]


def _jumps(known: npt.NDArray[np.int64]) -> bool:
    """Whether timestamps go back farther than any decoder reorders its pictures."""
    ranks = np.argsort(np.argsort(known, kind="stable"), kind="stable")
    return len(known) > 0 and bool(np.abs(ranks - np.arange(len(known))).max() > _MAX_REORDER)


def _filled(pts: list[int | None], step: Fraction) -> npt.NDArray[np.int64]:
    """Fill missing timestamps by counting from the known ones before (or, at the beginning, after) them.

    Each is rounded by itself: a step of 33.37 units is not 33 of them a thousand times over.
    """
    if None not in pts:
        return np.array(pts, dtype=np.int64)
    first = next((row for row, p in enumerate(pts) if p is not None), 0)
    row_known, known = first, int(pts[first] or 0) if pts else 0
    filled = []
    for row, p in enumerate(pts):
        if p is not None:
            row_known, known = row, p
        filled.append(known + round(step * (row - row_known)))
    return np.array(filled, dtype=np.int64)
