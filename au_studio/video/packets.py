"""The first pass over a recording: every packet's timestamps, without decoding a picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from au_studio.errors import Stopped
from au_studio.video.announcements import announcement
from au_studio.video.source import Damage, VideoSource

_POLL_EVERY = 256


@dataclass
class PacketTable:
    """What the packets of the picture stream say about its frames.

    Attributes
    ----------
    pts : list of (int or None)
        Presentation timestamps of the packets whose picture is shown, in the file's order.
    dts : list of (int or None)
        Decoding timestamps of the same packets.
    keys : list of (int or None, int or None)
        Presentation and decoding timestamp of the pictures at which decoding can start, in the file's order.
    seek_by_dts : bool
        The format has no table of contents: seeking finds a packet by its decoding timestamp.
    changes : list of (int or None)
        Presentation timestamps of the key frames that announce another size or orientation than the one
        before.
    n_corrupt : int
        Packets that the container itself knows to be damaged.
    end : float
        Seconds (container time) at which the last packet of any stream ends.
    ended : str
        The library's message if the file ended with an error; empty otherwise.
    """

    pts: list[int | None] = field(default_factory=list)
    dts: list[int | None] = field(default_factory=list)
    keys: list[tuple[int | None, int | None]] = field(default_factory=list)
    seek_by_dts: bool = False
    changes: list[int | None] = field(default_factory=list)
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

    def seek_stamps(self) -> dict[int, int]:
        """Return, by the presentation timestamp of a key frame, the timestamp that a seek to it needs."""
        return {
            pts: dts if self.seek_by_dts and dts is not None else pts
            for pts, dts in self.keys
            if pts is not None
        }


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
    table = PacketTable(seek_by_dts=source.format_name in ("mpeg", "mpegts"))
    damage = Damage()
    codec = source.stream.codec_context.codec.canonical_name
    announced = b""
    shown = source.stream.index
    # In ticks: two hours have half a million packets, and a fraction for each costs more than reading it.
    ends: dict[int, int] = {}
    for number, packet in enumerate(source.all_packets(damage)):
        if should_stop is not None and number % _POLL_EVERY == 0 and should_stop():
            raise Stopped(f"Reading “{source.path.name}” was stopped.")
        pts, of = packet.pts, packet.stream_index
        moment = pts if pts is not None else packet.dts
        if moment is not None:
            end = moment + (packet.duration or 0)
            if end > ends.get(of, 0):
                ends[of] = end
        if of != shown:
            continue
        table.n_corrupt += packet.is_corrupt
        if packet.is_keyframe:
            table.keys.append((packet.pts, packet.dts))
            announces = announcement(packet, codec)
            if announces and announced and announces != announced:
                table.changes.append(packet.pts)
            announced = announces or announced
        if not packet.is_discard and not (codec == "vp8" and _hidden_vp8(packet)):
            table.pts.append(pts)
            table.dts.append(packet.dts)
    bases = {stream.index: stream.time_base for stream in source.container.streams}
    table.end = max((float(end * bases[of]) for of, end in ends.items()), default=0.0)
    table.ended = damage.ended
    return table


def _hidden_vp8(packet: object) -> bool:
    """Tell whether a VP8 packet only prepares later pictures (RFC 6386, 9.1: the show_frame bit)."""
    return not memoryview(packet)[0] & 0x10  # type: ignore[arg-type]
