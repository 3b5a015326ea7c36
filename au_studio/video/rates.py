"""Frames a second where a file has no clock of its own, or an incomplete one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from au_studio.texts import sentence, sentence_n
from au_studio.video.packets import PacketTable
from au_studio.video.timing import jumps_back

CLOCKLESS = frozenset(
    (
        "h264",
        "hevc",
        "vvc",
        "evc",
        "m4v",
        "mpegvideo",
        "cavsvideo",
        "vc1",
        "obu",
        "mjpeg",
        "h261",
        "h263",
        "dirac",
    )
)
"""libav's names of formats that are a bare stream of pictures: whatever time it gives them is made up."""

_ASSUMED = Fraction(25)
_FASTEST = 1000
_NAMED = 4


@dataclass(frozen=True)
class Rate:
    """Frames a second.

    Attributes
    ----------
    value : Fraction
        The number.
    source : str
        Who says so: ``"the file"``, ``"the stream"``, or empty if nobody does and it is assumed.
    """

    value: Fraction
    source: str

    def words(self) -> str:
        """Say the rate and where it comes from."""
        number = f"{float(self.value):.3f}".rstrip("0").rstrip(".")
        if self.source == "the file":
            return sentence("{number} frames a second, as the file states", number=number)
        if self.source:
            return sentence("{number} frames a second, as the stream states", number=number)
        return sentence("{number} frames a second are assumed, because nothing states a rate", number=number)


def rate_of(stream: Any, format_name: str) -> Rate:
    """Return the rate of a picture stream.

    Parameters
    ----------
    stream : av.video.stream.VideoStream
        After its first pictures were decoded: some codings state the rate inside.
    format_name : str
        libav's name of the format.
    """
    stated = Fraction(stream.codec_context.framerate or 0)
    in_file = Fraction(stream.average_rate or stream.guessed_rate or 0)
    if format_name in CLOCKLESS:
        # libav fills in 25 for the file itself; only what the coding says is somebody's word.
        return Rate(stated, "the stream") if 0 < stated <= _FASTEST else Rate(_ASSUMED, "")
    for value, source in ((in_file, "the file"), (stated, "the stream")):
        if 0 < value <= _FASTEST:
            return Rate(value, source)
    return Rate(_ASSUMED, "")


def best_stamps(
    decoded: Sequence[int | None], packets: PacketTable, format_name: str, *, sound: bool
) -> list[int | None]:
    """Return the timestamps to go by, in presentation order; None where there is none.

    Parameters
    ----------
    decoded : sequence of (int or None)
        What the decoder gave the frames.
    packets : PacketTable
        What the packets say.
    format_name : str
        libav's name of the format.
    sound : bool
        Whether the decoder's are all there and increase.
    """
    if sound:
        return list(decoded)
    if format_name in CLOCKLESS:
        return [None] * len(decoded)
    # Old files in Matroska and AVI note when a picture is decoded, not when it is shown: in order, the times
    # are the same.
    known = [dts for dts in packets.dts if dts is not None]
    if not any(pts is not None for pts in decoded) and len(known) == len(decoded) == len(set(known)):
        ordered: list[int | None] = [*sorted(known)]
        return ordered
    return list(decoded)


def clock_notices(
    stamps: Sequence[int | None],
    times: npt.NDArray[np.float64],
    rate: Rate,
    format_name: str,
    *,
    sound: bool,
) -> list[str]:
    """Say where the times of the frames come from, if not from the file.

    Parameters
    ----------
    stamps, format_name, sound
        See `best_stamps`, and what it returned.
    times : float64[T]
        Seconds of the frames.
    rate : Rate
        Of the recording.
    """
    missing = stamps.count(None)
    if missing:
        which = (
            sentence("the file has none")
            if missing == len(stamps)
            else sentence_n("{n} frame has none", "{n} frames have none", missing)
        )
        return [sentence("timestamps repaired: {which}; {rate}", which=which, rate=rate.words())]
    if not sound:
        back = jumps_back(stamps)
        if back:
            when = ", ".join(f"{times[row] - times[0]:.2f} s" for row in back[:_NAMED])
            return [
                sentence(
                    "timestamps repaired: the clock jumps back at {when}; it goes on where it was", when=when
                )
            ]
        return [sentence("timestamps repaired: they contradict each other")]
    if format_name in CLOCKLESS and len(stamps) > 1:
        # Some codings state a fraction of a second that is no rate; libav's times tell what it made of it.
        made = Fraction(1 / float(np.median(np.diff(times))))  # a lost picture changes no rate
        stated = rate.source or abs(made - _ASSUMED) > 0.01
        words = Rate(made, "the stream" if stated else "").words()
        return [sentence("no clock of its own in the file: {rate}", rate=words)]
    return []
