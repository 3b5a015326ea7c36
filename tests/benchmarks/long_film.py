"""A recording of hours, made in a minute: packets of twenty seconds are repeated with new timestamps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from au_studio import resources
from au_studio.face.opencv import cv2
from au_studio.files import atomic_path
from au_studio.video.index import index_video
from au_studio.video.reader import FrameReader

RATE = 30
PIECE_SECONDS = 20
# A piece of sound at this rate is a whole number of AAC's packets (of 1,024 samples each).
SOUND_RATE = 32_000
_GRAIN = 2.5


def make_long(folder: Path, *, minutes: int, size: tuple[int, int], keys: int, source: Path | None) -> Path:
    """Return a recording of so many minutes; it is made if it is not in the folder yet.

    Parameters
    ----------
    folder : Path
        Where it is kept.
    minutes : int
        How long.
    size : (int, int)
        Width and height of the picture.
    keys : int
        Frames from one key frame to the next: 30 as phones do, 300 as common converters do.
    source : Path or None
        The recording that is enlarged and repeated; by default the demo's first.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{size[0]}x{size[1]}_{keys}"
    film = folder / f"{stem}_{minutes}min.mp4"
    piece = folder / f"{stem}_piece.mp4"
    if not film.exists():
        if not piece.exists():
            with atomic_path(piece) as part:
                _encode(part, size, keys, source or resources.path("demo/person_a.mp4"))
        with atomic_path(film) as part:
            _repeat(piece, part, minutes)
    return film


def _encode(path: Path, size: tuple[int, int], keys: int, source: Path) -> None:
    """Write one piece of pictures with the grain of a camera, and of sound."""
    with av.open(str(path), "w", format="mp4") as container:
        video = container.add_stream("libx264", rate=RATE, options={"preset": "veryfast", "crf": "23"})
        video.width, video.height, video.pix_fmt = size[0], size[1], "yuv420p"
        video.codec_context.gop_size = keys
        video.codec_context.options = {**video.codec_context.options, "maxrate": "4M", "bufsize": "8M"}
        sound = container.add_stream("aac", rate=SOUND_RATE, layout="mono")
        for picture in _pictures(source, size):
            container.mux(video.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(video.encode(None))
        moments = np.arange(PIECE_SECONDS * SOUND_RATE) / SOUND_RATE
        loud = 0.3 * np.sin(2 * np.pi * 220 * moments) * np.sin(np.pi * moments / 2) ** 2
        for start in range(0, len(loud), 1024):
            frame = av.AudioFrame.from_ndarray(
                loud[None, start : start + 1024].astype(np.float32), format="fltp", layout="mono"
            )
            frame.sample_rate, frame.pts = SOUND_RATE, start
            container.mux(sound.encode(frame))
        container.mux(sound.encode(None))


def _pictures(source: Path, size: tuple[int, int]) -> Iterator[NDArray[np.uint8]]:
    """Yield the pictures of a piece: the source's, forwards and backwards so that nothing jumps."""
    index = index_video(source)
    with FrameReader(index) as reader:
        small = [frame.image for frame in reader.frames()]
    rng = np.random.default_rng(0)
    grain = rng.normal(0, _GRAIN, (size[1] + 64, size[0] + 64, 1)).astype(np.int16)
    turn = 2 * len(small) - 2
    for number in range(PIECE_SECONDS * RATE):
        place = number % turn
        image = cv2.resize(small[min(place, turn - place)], size, interpolation=cv2.INTER_CUBIC)
        top, left = rng.integers(64, size=2)
        noisy = image.astype(np.int16) + grain[top : top + size[1], left : left + size[0]]
        yield np.clip(noisy, 0, 255).astype(np.uint8)


def _repeat(piece: Path, path: Path, minutes: int) -> None:
    """Write the packets of a piece again and again, each time later."""
    with av.open(str(piece)) as container, av.open(str(path), "w", format="mp4") as out:
        streams = {stream.index: out.add_stream_from_template(stream) for stream in container.streams}
        packets = [
            (p.stream_index, bytes(p), p.pts, p.dts, p.duration, p.is_keyframe, p.time_base)
            for p in container.demux()
            if p.size and p.pts is not None and p.pts * p.time_base < PIECE_SECONDS
        ]
        # AAC begins with a packet before the first sound: every piece but the first would overlap the last.
        packets = [p for p in packets if p[2] >= 0]
        for number in range(minutes * 60 // PIECE_SECONDS):
            for index, data, pts, dts, duration, key, time_base in packets:
                packet = av.Packet(data)
                later = round(number * PIECE_SECONDS / time_base)
                packet.stream, packet.time_base = streams[index], time_base
                packet.pts, packet.dts, packet.duration = pts + later, dts + later, duration
                packet.is_keyframe = key
                out.mux(packet)
