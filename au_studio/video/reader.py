"""Frame-exact reading: the frame that was asked for, verified, or an error, never its neighbour."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from types import TracebackType
from typing import Any

import numpy as np

from au_studio.texts import sentence
from au_studio.video.cache import FrameCache
from au_studio.video.errors import TruncatedVideoError, UndecodableFrameError, cut_short, no_picture
from au_studio.video.frame import Frame
from au_studio.video.frame_making import FrameMaker
from au_studio.video.index import VideoIndex
from au_studio.video.interlacing import deinterlaced
from au_studio.video.matching import by_timestamp
from au_studio.video.source import Damage, VideoSource
from au_studio.video.way import Way

__all__ = ["Frame", "FrameReader"]

_OWN_CACHE_BYTES = 64 << 20
# Decoding this many frames further is quicker than seeking to a key frame and decoding from there.
_FORWARD = 8
# A step back of at most this many frames means that more such steps follow.
_STEP_BACK = 64
_MAX_SEEKS = 4
# Steps back that are to find their frames in the cache: two thirds of a second of a key that is held.
STEPS_READY = 20


class _NeedsCareError(Exception):
    """Decoding several pictures at once met damage and may have lost sound neighbours."""


class FrameReader:
    """Reads frames of one recording by their position in its index; a context manager.

    Not thread safe: one reader per thread. The cache may be shared between readers of the same recording.

    Parameters
    ----------
    index : VideoIndex
        The recording.
    cache : FrameCache, optional
        Where decoded frames are kept; by default a small one of the reader's own.
    threads : int, optional
        Threads that decode; by default as many as there are cores, at most four.
    planes : bool
        Give frames in planes where the recording has any, for those who need RGB of a part only.
    source : callable
        Makes what opens the file and decodes it; called as `VideoSource`.

    Attributes
    ----------
    skipped : int
        Frames inside the recording that `frames` passed over because the decoder gave no picture for them.
    """

    def __init__(
        self,
        index: VideoIndex,
        cache: FrameCache | None = None,
        *,
        threads: int | None = None,
        planes: bool = False,
        source: Callable[..., VideoSource] = VideoSource,
    ) -> None:
        self.index = index
        self.skipped = 0
        self._shared = cache is not None
        self._cache = cache if cache is not None else FrameCache(_OWN_CACHE_BYTES)
        self._keys = np.flatnonzero(index.key_frames)
        self._anchors = dict(index.timing.anchors)
        self._threads, self._new_source = threads, source
        self._frame = FrameMaker(index, planes=planes)
        self._frame_bytes = index.width * index.height * 3  # planes take less
        self._open(careful=index.damaged)
        self._last = -1  # The position that was asked for last.

    def _open(self, *, careful: bool) -> None:
        self._careful = careful
        self._damage = Damage()
        self._source = self._new_source(
            self.index.path, threads=self._threads, careful=careful, stream=self.index.stream
        )
        self._decoder: Iterator[tuple[int, Any]] = self._whole(self._from_start(), from_start=True)
        self._next = 0  # The position that the decoder gives next, if the recording is sound.

    def __enter__(self) -> FrameReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; the reader cannot be used afterwards."""
        self._decoder = iter(())
        self._source.close()

    def read(self, position: int, way: Way | None = None) -> Frame:
        """Return one frame.

        Reading on from the last position does not seek; stepping back decodes the frames before it once and
        then serves them from the cache.

        Parameters
        ----------
        position : int
            0 … n_frames − 1.
        way : Way, optional
            What is to happen meanwhile, if the key frame before it is far away.

        Returns
        -------
        Frame
            Exactly that frame; its timestamp was compared with the index.

        Raises
        ------
        IndexError
            If there is no such position.
        TruncatedVideoError
            If the file now ends before that frame.
        UndecodableFrameError
            If the decoder gives no picture for that frame.
        Stopped
            If `way` gave it up.
        """
        if not 0 <= position < self.index.n_frames:
            raise IndexError(f"position {position} is outside 0 … {self.index.n_frames - 1}")
        backwards = 0 < self._last - position <= _STEP_BACK
        self._last = position
        frame = self._cache.get(position)
        if frame is not None:
            return frame
        return self._find_safely(position, self._n_before() if backwards else 0, way)

    def lacks_before(self, position: int) -> int | None:
        """Return the nearest frame before a position that would have to be decoded to step back to it.

        Returns
        -------
        int or None
            None if as many as a person steps through in a moment are in the cache.
        """
        first = max(0, position - min(STEPS_READY, self._n_before()))
        return next((row for row in range(position - 1, first - 1, -1) if row not in self._cache), None)

    def make_ready(self, last: int, should_stop: Callable[[], bool]) -> None:
        """Decode a frame and those before it into the cache, so that steps back find them there.

        Parameters
        ----------
        last : int
            The last frame that is decoded.
        should_stop : callable
            Asked for every picture; what was decoded until then stays.

        Raises
        ------
        Stopped
            If `should_stop` returned True.
        TruncatedVideoError, UndecodableFrameError
            See `read`.
        """
        self._find_safely(last, self._n_before() - 1, Way(should_stop, shown=True))

    def frames(self, start: int = 0, stop: int | None = None) -> Iterator[Frame]:
        """Yield frames in order, decoding forward without seeking in between.

        Parameters
        ----------
        start, stop : int
            Positions, as in `range`; by default the whole recording.

        Yields
        ------
        Frame
            Every frame that can be decoded. One that is damaged inside the recording is passed over, and
            counted in `skipped`.

        Raises
        ------
        TruncatedVideoError
            After the last frame, if the file is cut short and `stop` did not end the reading before.
        """
        last = self.index.n_frames if stop is None else min(stop, self.index.n_frames)
        expected = start
        if start < last:
            frame = self._first_from(start, last)
            while frame is not None:
                self.skipped += frame.position - expected
                expected = frame.position + 1
                yield frame
                frame = self._advance() if expected < last else None
                if frame is not None and frame.position >= last:
                    self._cache.put(frame.position, frame)
                    break
        if stop is None or stop > self.index.n_frames or expected < last:
            self._check_end(expected)

    def _check_end(self, reached: int) -> None:
        """Raise if the reading ended at `reached` because the file did."""
        index = self.index
        if not index.truncated and reached >= index.n_frames:
            return
        if not index.truncated and not self._damage.ended:
            self.skipped += index.n_frames - reached
            return
        raise TruncatedVideoError(
            cut_short(index.path.name, reached, self._seconds(reached)),
            frames_read=reached,
            next_step="Copy the file again from its source; what was read so far can be used as it is.",
            details=f"{index.path}: {'; '.join(index.notices)} {self._damage.ended}".strip(),
        )

    def _seconds(self, n_frames: int) -> float:
        times = self.index.times
        return float(times[n_frames - 1] - times[0]) if n_frames else 0.0

    def _first_from(self, start: int, last: int) -> Frame | None:
        """Return the first frame at or after `start` that can be decoded."""
        for position in range(start, last):
            try:
                return self.read(position)
            except (UndecodableFrameError, TruncatedVideoError):
                continue
        return None

    def _lost(self, position: int) -> UndecodableFrameError | TruncatedVideoError:
        name = self.index.path.name
        details = f"{self.index.path}: {self._damage.packets} packets refused; {self._damage.ended}"
        if self._damage.ended:
            return TruncatedVideoError(
                sentence("“{name}” ends before frame {position}.", name=name, position=position),
                frames_read=self._next,
                next_step="Copy the file again from its source.",
                details=details,
            )
        return UndecodableFrameError(
            no_picture(name, position, float(self.index.times[position])),
            next_step="Go on with the next frame, or copy the file again from its source.",
            details=details,
        )

    def _find_safely(self, position: int, n_kept: int, way: Way | None) -> Frame:
        try:
            return self._find(position, n_kept, way)
        except _NeedsCareError:
            self._take_care()
            return self._find(position, n_kept, way)

    def _find(self, position: int, n_kept: int, way: Way | None) -> Frame:
        first = max(0, position - n_kept)
        try:
            for _ in self._starts(position):
                if self._may_leave_out:
                    self._source.unneeded_before = int(self.index.pts[first])
                found = self._forward_to(position, first, way)
                if found is not None:
                    return found
        finally:
            self._source.unneeded_before = None
        raise self._lost(position)

    @property
    def _may_leave_out(self) -> bool:
        """Whether pictures from which no other is made need not be decoded on the way to a frame."""
        index = self.index
        sound = index.timing.by_timestamp and not self._careful and not index.interlaced
        return sound and index.codec == "h264"

    def _take_care(self) -> None:
        self._source.close()
        self._open(careful=True)

    def _pictures(self, packets: Iterator[Any] | None = None) -> Iterator[Any]:
        for picture in self._source.frames(self._damage, packets):
            if self._damage.packets and not self._careful:
                raise _NeedsCareError
            yield picture
        if self._damage.packets and not self._careful:
            raise _NeedsCareError

    def _n_before(self) -> int:
        """Frames worth keeping when stepping back: half of what the cache holds."""
        return max(1, self._cache.max_bytes // (2 * self._frame_bytes))

    def _starts(self, position: int) -> Iterator[None]:
        """Bring the decoder to ever earlier places from which `position` may be reached."""
        # A frame that is made whole needs the one before it, decoded from a key frame before that one.
        needed = max(0, position - 1) if self.index.deinterlaced else position
        rank = int(np.searchsorted(self._keys, needed, side="right")) - 1
        key = int(self._keys[rank]) if rank >= 0 else 0
        if self._next <= position and (key <= self._next or position - self._next < _FORWARD):
            yield
        for attempt in range(_MAX_SEEKS):
            earlier = rank - (2**attempt - 1)
            if earlier < 0:
                break
            if self._seek(int(self._keys[earlier])):
                yield
        self._source.seek_start()
        self._decoder, self._next = self._whole(self._from_start(), from_start=True), 0
        yield

    def _seek(self, key: int) -> bool:
        """Seek to a key frame; False if the recording's order cannot be picked up there."""
        if key not in self._anchors or not self._source.seek(self._anchors[key]):
            return False
        by_timestamp = self.index.timing.by_timestamp
        decoder = self._by_timestamp(synced=False) if by_timestamp else self._from_anchor()
        self._decoder = self._whole(decoder, from_start=key == 0)
        self._next = key + (self.index.deinterlaced and key > 0)
        return True

    def _whole(self, decoder: Iterator[tuple[int, Any]], *, from_start: bool) -> Iterator[tuple[int, Any]]:
        return deinterlaced(decoder, from_start=from_start) if self.index.deinterlaced else decoder

    def _from_start(self) -> Iterator[tuple[int, Any]]:
        if self.index.timing.by_timestamp:
            return self._by_timestamp(synced=True)
        return enumerate(self._pictures())

    def _by_timestamp(self, *, synced: bool) -> Iterator[tuple[int, Any]]:
        return by_timestamp(self.index, self._pictures(), synced=synced)

    def _from_anchor(self) -> Iterator[tuple[int, Any]]:
        """Count frames from the first key packet after a seek, which its decoding timestamp identifies."""
        packets = self._source.packets(self._damage)
        positions = {dts: row for row, dts in self._anchors.items()}
        for packet in packets:
            if packet.is_keyframe and packet.dts in positions:
                break
        else:
            return
        row = positions[packet.dts]

        def all_packets() -> Iterator[Any]:
            yield packet
            yield from packets

        synced = False
        for frame in self._pictures(all_packets()):
            synced = synced or bool(frame.key_frame)
            if synced:
                yield row, frame
                row += 1

    def _forward_to(self, position: int, first: int, way: Way | None) -> Frame | None:
        """Decode up to a position, keeping all from `first` on; None if the decoder does not come by it."""
        pixels = self.index.width * self.index.height
        for row, picture in self._decoder:
            self._next = row + 1
            if row > position:
                return None
            if row >= first:
                frame = self._keep(row, picture)
                if row == position:
                    return frame
            if way is not None:
                way.passes((position - row) * pixels, partial(self._frame.of, row, picture), position)
        self._next = self.index.n_frames
        return None

    def _advance(self) -> Frame | None:
        """Return the next frame that the decoder gives; None at the end."""
        expected = self._next
        try:
            row, picture = next(self._decoder, (self.index.n_frames, None))
        except _NeedsCareError:
            self._take_care()
            return self._first_from(expected, self.index.n_frames)
        self._next = row + 1
        if picture is None:
            return None
        return self._keep(row, picture) if self._shared else self._frame.of(row, picture)

    def _keep(self, row: int, picture: Any) -> Frame:
        frame = self._frame.of(row, picture)
        self._frame_bytes = frame.shown.nbytes
        self._cache.put(row, frame)
        return frame
