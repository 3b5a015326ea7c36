"""Sound while playing: a thread that decodes, and a sink that is fed from the UI thread."""

from __future__ import annotations

import threading
from collections import deque
from pathlib import Path

from PySide6.QtCore import QIODevice, QObject, QTimer

from au_studio.errors import AUStudioError
from au_studio.video.audio import AudioReader

SAMPLE_RATE = 48000
CHANNELS = 2
BYTES_PER_SECOND = SAMPLE_RATE * CHANNELS * 2
_BLOCK = BYTES_PER_SECOND // 20
_BLOCKS_AHEAD = 12
_PUMP_MS = 20


class SoundFeeder:
    """Decodes sound ahead in its own thread, from one place in the recording onwards.

    Parameters
    ----------
    path : Path
        The recording.
    start : float
        Where to begin, in seconds of the recording.
    """

    def __init__(self, path: Path, start: float) -> None:
        self._path = path
        self._start = start
        self._blocks: deque[bytes] = deque()
        self._room = threading.Condition()
        self._closing = False
        self.failure: Exception | None = None
        self._thread = threading.Thread(target=self._work, name="sound decoding", daemon=True)
        self._thread.start()

    def take(self, n_bytes: int) -> bytes:
        """Return up to `n_bytes` of interleaved 16-bit sound; empty when none is decoded yet."""
        with self._room:
            parts: list[bytes] = []
            while self._blocks and n_bytes > 0:
                block = self._blocks.popleft()
                if len(block) > n_bytes:
                    self._blocks.appendleft(block[n_bytes:])
                    block = block[:n_bytes]
                parts.append(block)
                n_bytes -= len(block)
            self._room.notify()
        return b"".join(parts)

    @property
    def ready(self) -> bool:
        """Whether some sound is decoded."""
        return bool(self._blocks)

    def close(self) -> None:
        """Stop the thread and wait for it."""
        with self._room:
            self._closing = True
            self._room.notify()
        self._thread.join()

    def _work(self) -> None:
        try:
            reader = AudioReader(self._path, SAMPLE_RATE, CHANNELS)
        except (AUStudioError, OSError, ValueError) as error:
            self.failure = error
            return
        try:
            reader.seek(self._start)
            while True:
                with self._room:
                    while len(self._blocks) >= _BLOCKS_AHEAD and not self._closing:
                        self._room.wait()
                    if self._closing:
                        return
                block = reader.read(_BLOCK)
                with self._room:
                    self._blocks.append(block)
        except (AUStudioError, OSError, ValueError) as error:
            self.failure = error
        finally:
            reader.close()


class AudioOutput(QObject):
    """Plays a recording's sound through the system's default device, if there is one."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feeder: SoundFeeder | None = None
        self._sink: QObject | None = None
        self._device: QIODevice | None = None
        self._rest = b""
        self._muted = False
        self._pump = QTimer(self)
        self._pump.setInterval(_PUMP_MS)
        self._pump.timeout.connect(self._feed)

    @property
    def muted(self) -> bool:
        """Whether sound is silenced."""
        return self._muted

    def set_muted(self, muted: bool) -> None:
        """Silence the sound; the clock goes on."""
        self._muted = muted
        if self._sink is not None:
            self._sink.setVolume(0.0 if muted else 1.0)  # type: ignore[attr-defined]

    def start(self, path: Path, seconds: float) -> bool:
        """Play from a place in the recording; return False when there is no device to play on."""
        self.stop()
        sink = make_sink(self)
        if sink is None:
            return False
        self._sink = sink
        self.set_muted(self._muted)
        self._feeder = SoundFeeder(path, seconds)
        self._device = sink.start()  # type: ignore[attr-defined]
        if self._device is None:
            self.stop()
            return False
        self._pump.start()
        return True

    def played(self) -> float:
        """Return seconds of sound played since :meth:`start`."""
        return 0.0 if self._sink is None else self._sink.processedUSecs() / 1e6  # type: ignore[attr-defined]

    @property
    def ready(self) -> bool:
        """Whether sound is decoded and on its way."""
        return self._feeder is not None and (self._feeder.ready or self._feeder.failure is not None)

    def stop(self) -> None:
        """Fall silent and let go of the device and the file."""
        self._pump.stop()
        self._device = None
        self._rest = b""
        if self._sink is not None:
            self._sink.stop()  # type: ignore[attr-defined]
            self._sink.deleteLater()
            self._sink = None
        if self._feeder is not None:
            self._feeder.close()
            self._feeder = None

    def _feed(self) -> None:
        if self._sink is None or self._feeder is None or self._device is None:
            return
        free = self._sink.bytesFree()  # type: ignore[attr-defined]
        block = self._rest or self._feeder.take(free)
        if block:
            written = max(int(self._device.write(block[:free])), 0)
            self._rest = block[written:]


def warm_up() -> None:
    """Load the sound libraries and find the device, which takes a moment: before the first play."""
    sink = make_sink(None)
    if sink is not None:
        sink.deleteLater()


def make_sink(parent: QObject | None) -> QObject | None:
    """Return what plays sound on the system's default device; None where there is none, or it cannot."""
    try:
        from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices  # noqa: PLC0415
    except ImportError:  # a system without the sound libraries that QtMultimedia needs
        return None
    device = QMediaDevices.defaultAudioOutput()
    if device.isNull():
        return None
    form = QAudioFormat()
    form.setSampleRate(SAMPLE_RATE)
    form.setChannelCount(CHANNELS)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    if not device.isFormatSupported(form):
        return None
    sink = QAudioSink(device, form, parent)
    sink.setBufferSize(BYTES_PER_SECOND // 5)
    return sink
