"""Recordings with a drawn face that the real face networks find: small, free, and made in a moment."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import torch

from au_studio.face.align import CROP_SIZE
from au_studio.face.opencv import cv2
from au_studio.facs.action_units import DISFA_AUS
from au_studio.nn.checkpoint import ModelCard, save_checkpoint
from au_studio.nn.config import ModelConfig
from au_studio.nn.model import IntensityModel

HEIGHT, WIDTH = 160, 200


def drawn_face(
    size: int = 140, mouth: float = 0.2, skin: tuple[int, int, int] = (214, 170, 145)
) -> np.ndarray:
    """Draw a face, uint8[size, size, 3] RGB; `mouth` 0 (closed) to 1 (open)."""
    image = np.full((size, size, 3), (120, 140, 150), np.uint8)
    s = size / 256

    def ellipse(x, y, a, b, colour, start=0, end=360, thickness=-1):  # noqa: PLR0917
        centre, axes = (int(x * s), int(y * s)), (max(1, int(a * s)), max(1, int(b * s)))
        cv2.ellipse(image, centre, axes, 0, start, end, colour, thickness)

    hair = (60, 40, 30)
    ellipse(128, 150, 90, 105, hair, 180)
    ellipse(128, 140, 68, 92, skin)
    ellipse(128, 70, 70, 32, hair, 180)
    for x in (100, 156):
        ellipse(x, 125, 17, 12, tuple(int(0.88 * c) for c in skin))
        ellipse(x, 125, 13, 6, (245, 240, 238))
        ellipse(x, 125, 6, 6, (50, 35, 30))
        ellipse(x, 112, 18, 6, (70, 45, 35), 190, 350, max(1, int(4 * s)))
    ellipse(128, 160, 14, 9, tuple(int(0.8 * c) for c in skin), 0, 180)
    ellipse(122, 161, 4, 2, (110, 70, 60))
    ellipse(134, 161, 4, 2, (110, 70, 60))
    ellipse(128, 188, 24, 6 + 20 * mouth, (165, 80, 80))
    ellipse(128, 188, 18, 1 + 14 * mouth, (90, 40, 45))
    return cv2.GaussianBlur(image, (0, 0), max(0.5, 1.5 * s))


def empty_picture() -> np.ndarray:
    """Return a picture without a face, uint8[HEIGHT, WIDTH, 3]."""
    ramp = np.linspace(90, 150, WIDTH, dtype=np.uint8)
    return np.repeat(np.repeat(ramp[None, :, None], HEIGHT, axis=0), 3, axis=2).copy()


def picture(x: int = 30, y: int = 10, mouth: float = 0.2, size: int = 140, **look) -> np.ndarray:
    """Return a picture with one face whose top left corner is at (x, y)."""
    image = empty_picture()
    face = drawn_face(size, mouth, **look)[: HEIGHT - y, : WIDTH - x]
    image[y : y + face.shape[0], x : x + face.shape[1]] = face
    return image


def moving_face(n_frames: int, absent: range = range(0)) -> list[np.ndarray]:
    """Return pictures of a face that drifts and opens its mouth, and is not there in `absent` frames."""
    return [
        empty_picture()
        if t in absent
        else picture(
            x=20 + int(10 + 10 * np.sin(t / 8)),
            y=8 + int(4 + 4 * np.cos(t / 9)),
            mouth=0.5 + 0.5 * np.sin(t / 5),
        )
        for t in range(n_frames)
    ]


def write_video(
    path: Path,
    pictures: Sequence[np.ndarray],
    *,
    codec: str = "libx264",
    rate: int = 30,
    pts: Sequence[int] | None = None,
    pixel_aspect: Fraction = Fraction(0),
) -> Path:
    """Write a recording; `pts` in milliseconds makes the frame rate variable."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate)
        stream.height, stream.width = pictures[0].shape[:2]
        stream.pix_fmt = "yuvj420p" if codec == "mjpeg" else "yuv420p"
        stream.time_base = stream.codec_context.time_base = Fraction(1, 1000) if pts else Fraction(1, rate)
        stream.codec_context.gop_size = 12
        if pixel_aspect:
            stream.codec_context.sample_aspect_ratio = pixel_aspect
        for number, image in enumerate(pictures):
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(image), format="rgb24")
            frame.pts = number if pts is None else pts[number]
            frame.time_base = stream.codec_context.time_base
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


def write_model(
    path: Path, seed: int = 0, *, aus: tuple[int, ...] = DISFA_AUS, crop_size: int = CROP_SIZE
) -> Path:
    """Write a small untrained checkpoint whose outputs spread over the scale and follow the picture."""
    torch.manual_seed(seed)
    config = ModelConfig(aus=aus, width=8, features=32, crop_size=crop_size)
    model = IntensityModel(config)
    with torch.no_grad():
        model.regressor.weight.mul_(20)
        model.regressor.bias.fill_(2.5)
    save_checkpoint(model, ModelCard(name="untrained", config=config), path)
    return path
