"""Small recordings whose frames carry their own number, so that a test can read which frame it got."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).parent))

WIDTH, HEIGHT, BLOCK = 64, 48, 16
SOUND_RATE = 48000


def picture(number: int) -> np.ndarray:
    """Draw a frame number as 12 black or white blocks, most significant bit first, row by row."""
    bits = [(number >> (11 - k)) & 1 for k in range(12)]
    blocks = np.array(bits, np.uint8).reshape(3, 4) * 200 + 28
    return np.repeat(np.kron(blocks, np.ones((BLOCK, BLOCK), np.uint8))[..., None], 3, axis=2)


def number_in(image: np.ndarray) -> int:
    """Read the frame number back from a decoded picture."""
    blocks = image.mean(axis=2).reshape(3, BLOCK, 4, BLOCK).mean(axis=(1, 3))
    return int("".join("1" if level > 128 else "0" for level in blocks.ravel()), 2)


def write_clip(
    path: Path,
    *,
    n_frames: int = 40,
    codec: str = "libx264",
    pts: Sequence[int] | None = None,
    time_base: Fraction = Fraction(1, 25),
    gop: int = 12,
    b_frames: int = 2,
    rotation: int = 0,
    pixel_aspect: Fraction = Fraction(0),
    sound: np.ndarray | None = None,
    sound_codec: str = "pcm_s16le",
    sound_start: float = 0.0,
    sound_gaps: Sequence[tuple[float, float]] = (),
    codec_options: dict[str, str] | None = None,
    muxer_options: dict[str, str] | None = None,
) -> Path:
    """Write a clip with PyAV; frame k shows number k and has timestamp ``pts[k] * time_base``.

    `sound` is mono int16 at 48 kHz; samples inside a gap (from, to, in seconds of the sound) are left out
    of the file while the timestamps go on.
    """
    rate = Fraction(25) if pts is not None else 1 / time_base
    with av.open(str(path), "w", options=muxer_options or {}) as container:
        stream = container.add_stream(codec, rate=rate, options=codec_options or {})
        stream.width, stream.height = WIDTH, HEIGHT
        stream.pix_fmt = "yuvj420p" if codec == "mjpeg" else "rgb24" if codec == "png" else "yuv420p"
        context = stream.codec_context
        context.time_base = time_base
        context.gop_size = gop
        context.thread_count = 1
        if codec not in ("mjpeg", "png"):
            context.max_b_frames = b_frames
            context.bit_rate = 400_000
        if pixel_aspect:
            context.sample_aspect_ratio = pixel_aspect
        if rotation:
            stream.set_display_rotation(rotation)
        audio = (
            container.add_stream(sound_codec, rate=SOUND_RATE, layout="mono") if sound is not None else None
        )
        for number in range(n_frames):
            frame = av.VideoFrame.from_ndarray(picture(number), format="rgb24")
            frame.pts = number if pts is None else pts[number]
            frame.time_base = time_base
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
        if audio is not None:
            _write_sound(container, audio, sound, sound_start, sound_gaps)
    return path


def _write_sound(container, stream, sound, start, gaps) -> None:
    step = stream.codec_context.frame_size or 1024
    for first in range(0, len(sound), step):
        if any(a * SOUND_RATE <= first < b * SOUND_RATE for a, b in gaps):
            continue
        frame = av.AudioFrame.from_ndarray(sound[None, first : first + step], format="s16", layout="mono")
        frame.sample_rate = SOUND_RATE
        frame.time_base = Fraction(1, SOUND_RATE)
        frame.pts = round(start * SOUND_RATE) + first
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))


def decoded_times(path: Path) -> list[float]:
    """Return what a plain decode of the whole file says: every frame's time in seconds, in order."""
    times = []
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        for packet in container.demux(stream):
            try:
                times += [float(frame.pts * frame.time_base) for frame in stream.codec_context.decode(packet)]
            except av.error.FFmpegError:
                continue
    return times


@pytest.fixture
def clip(tmp_path: Path) -> Callable[..., Path]:
    """Write a clip into the test's folder: ``clip("a.mp4", n_frames=40, …)``."""

    def make(name: str = "clip.mp4", **options: object) -> Path:
        return write_clip(tmp_path / name, **options)

    return make


@pytest.fixture(scope="module")
def module_clip(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Like `clip`, for clips that several tests (or examples of one) read and none changes."""
    folder = tmp_path_factory.mktemp("clips")

    def make(name: str = "clip.mp4", **options: object) -> Path:
        path = folder / name
        return path if path.exists() else write_clip(path, **options)

    return make


@pytest.fixture(scope="session")
def read_number() -> Callable[[np.ndarray], int]:
    """Read the frame number that a decoded picture shows."""
    return number_in


@pytest.fixture(scope="session")
def plain_decode() -> Callable[[Path], list[float]]:
    """Decode a file without any of our code and return the frames' times."""
    return decoded_times


@pytest.fixture(scope="session")
def draw_number() -> Callable[[int], np.ndarray]:
    """Draw a frame number, uint8[48, 64, 3]."""
    return picture
