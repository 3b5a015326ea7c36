"""Playing a recording: which frame is on the screen, and when the next one comes.

The decoding thread decodes, the clock (sound when there is some) says what time it is, and this object,
in the UI thread, only hands over frames that are ready. A slow machine drops frames; it never drifts.
"""

from __future__ import annotations

import time

import numpy as np
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from au_studio.controllers.stored_index import has_pictures
from au_studio.controllers.watch.audio_output import AudioOutput
from au_studio.controllers.watch.clock import PlaybackClock, SoundClock, SteadyClock
from au_studio.controllers.watch.decoding import DecodingThread
from au_studio.errors import AUStudioError
from au_studio.video.index import VideoIndex
from au_studio.video.reader import Frame

SPEEDS = (0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0)
"""Speeds to choose from; sound is played at 1 only."""

_TICK_MS = 4
_SOUND_PATIENCE = 0.8


class Playback(QObject):
    """Plays one recording at a time.

    Signals
    -------
    opened()
        Another recording (or none) is open; its first frame follows.
    frame_shown(Frame)
        The frame to show now.
    position_changed(position)
        The frame that is wanted (at once) or was shown while playing.
    playing_changed(bool), speed_changed(float), loop_changed(bool), muted_changed(bool)
        State of the transport.
    failed(AUStudioError)
        A frame could not be read.
    """

    opened = Signal()
    frame_shown = Signal(object)
    position_changed = Signal(int)
    playing_changed = Signal(bool)
    speed_changed = Signal(float)
    loop_changed = Signal(bool)
    muted_changed = Signal(bool)
    failed = Signal(object)
    _decoded = Signal(int, object)
    _broke = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._decoded.connect(self._on_decoded)
        self._broke.connect(self._on_broke)
        self._decoder = DecodingThread(self._decoded.emit, self._broke.emit)
        self._sound = AudioOutput(self)
        self._index: VideoIndex | None = None
        self._pictures = False
        self._position = 0
        self._least_generation = 0
        self._playing = False
        self._speed = 1.0
        self._loop = False
        self._range: tuple[int, int] | None = None
        self._clock: PlaybackClock | None = None
        self._with_sound = False
        self.dropped = 0
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._present)

    # ---------------------------------------------------------------- state

    @property
    def index(self) -> VideoIndex | None:
        """The open recording's timestamps."""
        return self._index

    @property
    def position(self) -> int:
        """The frame that is wanted or shown, from 0."""
        return self._position

    @property
    def playing(self) -> bool:
        """Whether the recording plays."""
        return self._playing

    @property
    def speed(self) -> float:
        """Seconds of the recording per second."""
        return self._speed

    @property
    def loop(self) -> bool:
        """Whether playing starts again at the end."""
        return self._loop

    @property
    def muted(self) -> bool:
        """Whether sound is silenced."""
        return self._sound.muted

    # ---------------------------------------------------------------- intentions

    def open(self, index: VideoIndex | None, position: int = 0) -> None:
        """Open a recording at a frame; None closes it."""
        self.pause()
        self._index = index
        self._range = None
        self._position = 0
        self._pictures = index is not None and has_pictures(index)
        self._least_generation = self._decoder.open(index if self._pictures else None)
        self.opened.emit()
        if index is not None:
            self.seek(position)

    def close(self) -> None:
        """Stop, and end the threads; the object is not usable afterwards."""
        self.pause()
        self._sound.stop()
        self._decoder.close()

    def toggle(self) -> None:
        """Play or pause."""
        if self._playing:
            self.pause()
        else:
            self.play()

    def play(self) -> None:
        """Play from the current frame; from the beginning when the end is on the screen."""
        if self._index is None or self._playing or not self._pictures:
            return
        first, last = self._bounds()
        if not first <= self._position < last:
            self._position = first
        self._playing = True
        self.playing_changed.emit(True)
        self._run_from(self._position)
        self._tick.start()

    def pause(self) -> None:
        """Stop at the frame on the screen."""
        if not self._playing:
            return
        self._playing = False
        self._tick.stop()
        self._clock = None
        self._sound.stop()
        self._decoder.pause()
        self.playing_changed.emit(False)

    def seek(self, position: int) -> None:
        """Show a frame; while playing, go on from there."""
        if self._index is None:
            return
        position = min(max(position, 0), self._index.n_frames - 1)
        self._position = position
        self.position_changed.emit(position)
        if self._playing:
            first, last = self._bounds()
            if self._range is not None and not first <= position <= last:
                self._range = None
            self._run_from(position)
        elif self._pictures:
            self._decoder.show(position)

    def seek_time(self, seconds: float) -> None:
        """Show the frame of a time, in seconds of the recording."""
        if self._index is not None:
            self.seek(self._index.position_at(seconds))

    def step(self, frames: int) -> None:
        """Go some frames forward (or back) and stay there."""
        self.pause()
        self.seek(self._position + frames)

    def jump(self, seconds: float) -> None:
        """Go some seconds forward or back; playing goes on."""
        if self._index is not None:
            here = float(self._index.times[self._position])
            target = self._index.position_at(here + seconds)
            if target == self._position:
                target += int(np.sign(seconds))
            self.seek(target)

    def first(self) -> None:
        """Go to the first frame."""
        self.seek(0)

    def last(self) -> None:
        """Go to the last frame."""
        if self._index is not None:
            self.pause()
            self.seek(self._index.n_frames - 1)

    def set_speed(self, speed: float) -> None:
        """Play at another speed, 0.1 to 4."""
        speed = min(max(speed, SPEEDS[0]), SPEEDS[-1])
        if speed != self._speed:
            self._speed = speed
            self.speed_changed.emit(speed)
            if self._playing:
                self._run_from(self._position)

    def change_speed(self, steps: int) -> None:
        """Choose the next faster (or slower) speed of :data:`SPEEDS`."""
        place = int(np.argmin(np.abs(np.array(SPEEDS) - self._speed)))
        self.set_speed(SPEEDS[min(max(place + steps, 0), len(SPEEDS) - 1)])

    def set_loop(self, loop: bool) -> None:
        """Start again at the end, or stop there; while playing, at once."""
        self._limit(loop, self._range)
        self.loop_changed.emit(loop)

    def set_range(self, seconds: tuple[float, float] | None) -> None:
        """Limit looping to a part of the recording, in seconds; None is all of it."""
        part = None
        if seconds is not None and self._index is not None:
            part = self._index.position_at(seconds[0]), self._index.position_at(seconds[1])
        self._limit(self._loop, part)

    def set_muted(self, muted: bool) -> None:
        """Silence the sound."""
        self._sound.set_muted(muted)
        self.muted_changed.emit(muted)

    # ---------------------------------------------------------------- inside

    def _bounds(self) -> tuple[int, int]:
        assert self._index is not None
        if self._loop and self._range is not None and self._range[1] > self._range[0]:
            return self._range
        return 0, self._index.n_frames - 1

    def _limit(self, loop: bool, part: tuple[int, int] | None) -> None:
        """Play between other ends; what decodes knows the old ones, and is started anew."""
        before = self._bounds() if self._playing else None
        self._loop, self._range = loop, part
        if before is not None and self._bounds() != before:
            first, last = self._bounds()
            if not first <= self._position <= last:
                self._position = first
            self._run_from(self._position)

    def _run_from(self, position: int) -> None:
        """Start decoding from a frame; the clock starts when the first frame is there."""
        assert self._index is not None
        self._clock = None
        self._started_at = time.perf_counter()
        start = float(self._index.times[position])
        self._with_sound = (
            self._speed == 1.0
            and self._index.audio is not None
            and self._sound.start(self._index.path, start)
        )
        if not self._with_sound:
            self._sound.stop()
        self._least_generation = self._decoder.play(position, self._bounds()[1], lambda: self._now(start))

    def _now(self, start: float) -> float:
        clock = self._clock
        return start if clock is None else clock.now()

    def _start_clock(self) -> bool:
        """Start the clock once the first frame (and the first sound) is there."""
        assert self._index is not None
        if not self._decoder.ready:
            return False
        waited = time.perf_counter() - self._started_at
        if self._with_sound and not self._sound.ready and waited < _SOUND_PATIENCE:
            return False
        start = float(self._index.times[self._position])
        if self._with_sound:
            self._clock = SoundClock(start - self._sound.played(), self._sound.played)
        else:
            self._clock = SteadyClock(start, self._speed)
        return True

    def _present(self) -> None:
        if not self._playing or self._index is None or (self._clock is None and not self._start_clock()):
            return
        assert self._clock is not None
        now = self._clock.now()
        if isinstance(self._clock, SoundClock) and self._clock.silent_for > _SOUND_PATIENCE:
            # The device has stopped asking for sound (unplugged, or a driver without a clock).
            self._sound.stop()
            self._with_sound = False
            self._clock = SteadyClock(now, self._speed)
        frame, due = self._decoder.take(now)
        if frame is not None:
            self.dropped += max(frame.position - self._position - 1, 0)
            self._position = frame.position
            self.frame_shown.emit(frame)
            self.position_changed.emit(frame.position)
        if self._at_gap(now):
            self._position += 1
            self._run_from(self._position)
            return
        last = self._bounds()[1]
        if due is None and self._position >= last and now >= self._end_of(last):
            self._on_end()

    def _at_gap(self, now: float) -> bool:
        """Whether the frame on the screen has been shown for its time, and nothing was recorded after it."""
        index = self._index
        if index is None or self._position not in index.gaps or self._position >= self._bounds()[1]:
            return False
        return now >= float(index.times[self._position]) + 1 / max(index.mean_rate, 1.0)

    def _end_of(self, position: int) -> float:
        """Return when a frame's time is over, in seconds of the recording."""
        assert self._index is not None
        times = self._index.times
        if position + 1 < len(times):
            return float(times[position + 1])
        return float(times[position] + (times[position] - times[position - 1] if position else 0.0))

    def _on_end(self) -> None:
        if self._loop:
            self._position = self._bounds()[0]
            self._run_from(self._position)
        else:
            self.pause()

    def _on_decoded(self, generation: int, frame: Frame) -> None:
        if generation >= self._least_generation and not self._playing:
            self.frame_shown.emit(frame)

    def _on_broke(self, generation: int, error: AUStudioError) -> None:
        self.pause()
        self.failed.emit(error)
