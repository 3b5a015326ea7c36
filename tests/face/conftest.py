"""A drawn face that the real networks take for one, so that these tests need no photographs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import av
import numpy as np
import pytest

from au_studio.face.mediapipe import MediaPipeBackend
from au_studio.face.model import Image
from au_studio.face.opencv import cv2

_BACK, _HAIR, _SKIN, _BROW = (70, 90, 120), (50, 35, 25), (224, 172, 140), (60, 40, 30)


def _draw(
    height: int = 240,
    width: int = 320,
    faces: tuple[tuple[float, float, float], ...] = ((160, 120, 60),),
    tint: tuple[int, int, int] = _BACK,
) -> Image:
    """Draw faces given as (x, y, half height) in pixels on a plain wall."""
    image = np.full((height, width, 3), tint, np.uint8)
    for x, y, size in faces:
        _draw_face(image, x, y, size)
    return np.asarray(cv2.GaussianBlur(image, (0, 0), 0.7), dtype=np.uint8)


def _draw_face(image: Image, cx: float, cy: float, size: float) -> None:
    def ellipse(x: float, y: float, a: float, b: float, colour: tuple[int, int, int]) -> None:
        centre = (round((cx + x * size) * 16), round((cy + y * size) * 16))
        axes = (round(a * size * 16), round(b * size * 16))
        cv2.ellipse(image, centre, axes, 0, 0, 360, colour, -1, cv2.LINE_AA, 4)

    ellipse(0, -0.25, 0.95, 1.2, _HAIR)
    ellipse(0, 1.4, 0.45, 0.5, (200, 150, 120))
    ellipse(0, 0, 0.78, 1.08, _SKIN)
    for side in (-1, 1):
        ellipse(side * 0.33, -0.38, 0.2, 0.045, _BROW)
        ellipse(side * 0.33, -0.18, 0.16, 0.08, (250, 250, 250))
        ellipse(side * 0.33, -0.18, 0.075, 0.075, (50, 30, 20))
    ellipse(0, 0.15, 0.07, 0.28, (236, 186, 155))
    ellipse(0, 0.3, 0.14, 0.09, (214, 160, 130))
    ellipse(0, 0.6, 0.3, 0.09, (170, 80, 80))
    ellipse(0, 0.6, 0.26, 0.02, (110, 50, 50))


@pytest.fixture
def draw() -> Callable[..., Image]:
    """``draw(height, width, faces=((x, y, half height), ...), tint)`` → RGB picture."""
    return _draw


@pytest.fixture(scope="module")
def backend() -> MediaPipeBackend:
    return MediaPipeBackend()


@pytest.fixture
def frames_of(shared_dir: Path) -> Callable[[str], Iterator[Image]]:
    """``frames_of("grid/talker_s2.mpg")`` → its frames as RGB pictures."""

    def read(name: str) -> Iterator[Image]:
        with av.open(str(shared_dir / "videos" / name)) as container:
            for frame in container.decode(video=0):
                yield frame.to_ndarray(format="rgb24")

    return read
