"""The sound of a recording as plain samples that keep time with its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import av
import numpy as np
import numpy.typing as npt

from au_studio.texts import sentence
from au_studio.video.errors import NoAudioStreamError
from au_studio.video.source import open_media, seek

# Codecs that overlap neighbouring blocks need a run-up before a sample is right.
_RUN_UP = 0.25
# Containers round timestamps (Matroska to 1 ms); only a larger difference is a real gap or overlap.
_JITTER = 0.010
_BYTES_PER_SAMPLE = 2


class AudioReader:
    """Reads the sound from any moment on; a context manager, one per thread.

    Sample k after ``seek(s)`` is what sounds at container time ``s + k / sample_rate``, the clock of
    `VideoIndex.times`. Where the file holds no sound (before it begins, in gaps, after its end) there is
    silence.

    Parameters
    ----------
    path : Path
        The recording.
    sample_rate : int
        Samples per second that `read` gives.
    channels : int
        1 or 2 interleaved channels.

    Raises
    ------
    NoAudioStreamError
        If the recording is silent.
    UnreadableVideoError
        If the file cannot be opened.
    """

    def __init__(self, path: Path, sample_rate: int = 48000, channels: int = 2) -> None:
        self.path = Path(path)
        self.sample_rate = sample_rate
        self.channels = channels
        self._open()
        self.seek(0.0)

    def __enter__(self) -> AudioReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _open(self) -> None:
        self._container: Any = open_media(self.path)
        streams = [s for s in self._container.streams.audio if s.codec_context is not None]
        if not streams:
            self._container.close()
            raise NoAudioStreamError(
                sentence("“{name}” holds no sound.", name=self.path.name),
                next_step="Play it without.",
                details=str(self.path),
            )
        self._stream: Any = streams[0]

    def close(self) -> None:
        """Close the file; the reader cannot be used afterwards."""
        self._chunks: Iterator[tuple[int, npt.NDArray[np.int16]]] = iter(())
        self._container.close()

    @property
    def time(self) -> float:
        """Container time in seconds of the next sample that `read` gives."""
        return self._position / self.sample_rate

    @property
    def at_end(self) -> bool:
        """Whether the sound is over; `read` gives silence from here on."""
        return self._ended and not len(self._pending)

    def seek(self, seconds: float) -> None:
        """Go to a moment, in seconds of container time."""
        self._position = round(seconds * self.sample_rate)
        self._pending = np.zeros((0, self.channels), np.int16)
        self._pending_at = self._position
        self._ended = False
        for run_up in (_RUN_UP, 2.0, 10.0):
            before = int((seconds - run_up) / self._stream.time_base)
            if seek(self._container, self._stream, before) and self._begin() <= self._position:
                return
        # Either the sound begins later than this moment, or the file cannot seek: the start tells.
        self._container.close()
        self._open()
        self._begin()

    def read(self, n_bytes: int) -> bytes:
        """Return the next samples.

        Parameters
        ----------
        n_bytes : int
            How many bytes are wanted; rounded down to whole samples of all channels.

        Returns
        -------
        bytes
            Interleaved signed 16-bit samples in the machine's byte order, exactly as many as asked for.
        """
        n_samples = max(0, n_bytes) // (self.channels * _BYTES_PER_SAMPLE)
        block = np.zeros((n_samples, self.channels), np.int16)
        filled = 0
        while filled < n_samples and not (self._ended and not len(self._pending)):
            if not len(self._pending):
                self._load()
                continue
            now = self._position + filled
            if self._pending_at > now:  # The sound goes on later: what lies between stays silent.
                gap = min(self._pending_at - now, n_samples - filled)
                filled += gap
                continue
            late = min(now - self._pending_at, len(self._pending))
            part = self._pending[late : late + n_samples - filled]
            block[filled : filled + len(part)] = part
            filled += len(part)
            self._drop(late + len(part))
        self._position += n_samples
        return block.tobytes()

    def _begin(self) -> int:
        """Decode the first chunk after a seek and return the sample number at which it starts."""
        self._chunks = self._decoded()
        self._load()
        return self._pending_at if not self._ended else 1 << 62

    def _load(self) -> None:
        chunk = next(self._chunks, None)
        if chunk is None:
            self._ended = True
        else:
            self._ended = False
            self._pending_at, self._pending = chunk

    def _drop(self, n_samples: int) -> None:
        self._pending = self._pending[n_samples:]
        self._pending_at += n_samples

    def _resampler(self) -> Any:
        # A single channel is doubled afterwards: the resampler would make it 3 dB quieter.
        single = self.channels == 1 or self._stream.codec_context.channels == 1
        layout = "mono" if single else "stereo"
        return av.AudioResampler(format="s16", layout=layout, rate=self.sample_rate)

    def _decoded(self) -> Iterator[tuple[int, npt.NDArray[np.int16]]]:
        """Yield (sample number, samples int16[n, channels]) from where the file stands."""
        resampler: Any = None
        expected = start = 0.0  # Seconds: where the input should go on, where this run began.
        given = 0
        for frame in self._frames():
            begin = float(frame.pts * frame.time_base) if frame.pts is not None else expected
            if resampler is None or abs(begin - expected) > _JITTER:
                if resampler is not None:
                    for block in resampler.resample(None):
                        yield round(start * self.sample_rate) + given, self._samples(block)
                        given += block.samples
                resampler, start, expected, given = self._resampler(), begin, begin, 0
            # Timestamps would make the resampler stretch or pad on its own; the counting here is exact.
            frame.pts = None
            expected += frame.samples / frame.sample_rate
            for block in resampler.resample(frame):
                yield round(start * self.sample_rate) + given, self._samples(block)
                given += block.samples
        if resampler is not None:
            for block in resampler.resample(None):
                yield round(start * self.sample_rate) + given, self._samples(block)
                given += block.samples

    def _samples(self, block: Any) -> npt.NDArray[np.int16]:
        samples: npt.NDArray[np.int16] = block.to_ndarray().reshape(block.samples, -1)
        return np.ascontiguousarray(np.broadcast_to(samples, (block.samples, self.channels)))

    def _frames(self) -> Iterator[Any]:
        """Yield decoded audio frames; damaged packets are passed over and heard as silence."""
        packets = self._container.demux(self._stream)
        while True:
            try:
                packet = next(packets)
            except (StopIteration, av.error.FFmpegError):
                break
            at_end = not packet.size and packet.dts is None
            if not packet.size and not at_end:  # An AVI's "nothing new" would read as the end.
                continue
            try:
                yield from self._stream.codec_context.decode(None if at_end else packet)
            except av.error.FFmpegError:
                continue
