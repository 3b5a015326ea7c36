"""The first pass over a recording: every packet's timestamps, without decoding a picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from au_studio.errors import Stopped
from au_studio.video.source import Damage, VideoSource

_POLL_EVERY = 256


@dataclass
class PacketTable:
    """What the packets of the picture stream say about its frames.

    Attributes
    ----------
    pts : list of (int or None)
        Presentation timestamps of the packets whose picture is shown, in the file's order.
    key_pts : set of int
        Timestamps of the pictures at which decoding can start.
    key_dts : list of (int or None)
        Decoding timestamps of those packets, in the file's order.
    n_corrupt : int
        Packets that the container itself knows to be damaged.
    end : float
        Seconds (container time) at which the last packet of any stream ends.
    ended : str
        The library's message if the file ended with an error; empty otherwise.
    """

    pts: list[int | None] = field(default_factory=list)
    key_pts: set[int] = field(default_factory=set)
    key_dts: list[int | None] = field(default_factory=list)
    n_corrupt: int = 0
    end: float = 0.0
    ended: str = ""

    @property
    def trustworthy(self) -> bool:
        """Whether every shown packet has its own timestamp and none is damaged."""
        return (
            bool(self.pts)
            and None not in self.pts
            and len(set(self.pts)) == len(self.pts)
            and not self.n_corrupt
            and not self.ended
        )


def read_packets(source: VideoSource, should_stop: Callable[[], bool] | None = None) -> PacketTable:
    """Read through a file once and note the timestamps of its packets.

    Parameters
    ----------
    source : VideoSource
        A freshly opened file; it is at its end afterwards.
    should_stop : callable, optional
        Asked now and then; the reading ends when it returns True.

    Returns
    -------
    PacketTable
        One entry per packet that carries a shown picture.

    Raises
    ------
    Stopped
        If `should_stop` returned True.
    """
    table = PacketTable()
    damage = Damage()
    hides_pictures = source.stream.codec_context.name in ("vp8", "libvpx")
    for number, packet in enumerate(source.all_packets(damage)):
        if should_stop is not None and number % _POLL_EVERY == 0 and should_stop():
            raise Stopped(f"Reading “{source.path.name}” was stopped.")
        moment = packet.pts if packet.pts is not None else packet.dts
        if moment is not None:
            table.end = max(table.end, float((moment + (packet.duration or 0)) * packet.time_base))
        if packet.stream_index != source.stream.index:
            continue
        table.n_corrupt += packet.is_corrupt
        if packet.is_keyframe:
            table.key_dts.append(packet.dts)
            if packet.pts is not None:
                table.key_pts.add(packet.pts)
        if not packet.is_discard and not (hides_pictures and _hidden_vp8(packet)):
            table.pts.append(packet.pts)
    table.ended = damage.ended
    return table


def _hidden_vp8(packet: object) -> bool:
    """Tell whether a VP8 packet only prepares later pictures (RFC 6386, 9.1: the show_frame bit)."""
    return not memoryview(packet)[0] & 0x10  # type: ignore[arg-type]
