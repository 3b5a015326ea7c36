"""What cameras do to pictures: blur, noise, white balance, compression; and what stands before a face."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

from au_studio.face.opencv import cv2
from au_studio.factory.synthetic.arrays import f32

Image = NDArray[np.uint8]


@dataclass(frozen=True)
class Degradation:
    """How a camera spoils its pictures; one per clip.

    Attributes
    ----------
    blur : float
        Standard deviation of the blur in pixels.
    shrink : float
        The picture is made this much smaller and larger again; 1 leaves it.
    noise : float
        Standard deviation of the sensor noise in grey levels.
    gamma : float
        Exponent on the picture.
    balance : tuple of float
        Gains on red, green and blue.
    saturation : float
        0 grey, 1 as it is.
    quality : int
        JPEG quality, 0 for none. Two rounds stand for what video coding does to a face.
    """

    blur: float = 0.0
    shrink: float = 1.0
    noise: float = 0.0
    gamma: float = 1.0
    balance: tuple[float, float, float] = (1.0, 1.0, 1.0)
    saturation: float = 1.0
    quality: int = 0


def draw_degradation(rng: np.random.Generator) -> Degradation:
    """Draw a camera: about one in three is clean."""
    if rng.random() < 0.35:
        return Degradation()
    gains = np.exp(rng.normal(0.0, 0.045, 3))
    return Degradation(
        blur=float(rng.uniform(0.2, 1.2)) if rng.random() < 0.4 else 0.0,
        shrink=float(rng.uniform(0.5, 1.0)) if rng.random() < 0.25 else 1.0,
        noise=float(min(rng.exponential(4.0), 13.0)) if rng.random() < 0.6 else 0.0,
        gamma=float(np.exp(rng.normal(0.0, 0.18))),
        balance=(float(gains[0]), float(gains[1]), float(gains[2])),
        saturation=0.0 if rng.random() < 0.08 else float(rng.uniform(0.6, 1.25)),
        quality=int(rng.integers(25, 95)) if rng.random() < 0.6 else 0,
    )


def degrade(picture: Image, camera: Degradation, rng: np.random.Generator) -> Image:
    """Return the picture, uint8 (H, W, 3), as that camera would have taken it."""
    out = picture
    height, width = out.shape[:2]
    if camera.shrink < 1.0:
        size = max(int(width * camera.shrink), 8), max(int(height * camera.shrink), 8)
        out = cv2.resize(cv2.resize(out, size, interpolation=cv2.INTER_AREA), (width, height))
    if camera.blur > 0:
        out = cv2.GaussianBlur(out, (0, 0), camera.blur)
    levels = (np.arange(256) / 255.0) ** camera.gamma * 255.0
    table = np.clip(levels[:, None] * np.array(camera.balance), 0, 255)
    values = np.stack([table[out[..., c], c] for c in range(3)], axis=-1).astype(np.float32)
    if camera.saturation != 1.0:
        grey = values @ f32([0.3, 0.59, 0.11])
        values = f32(grey[..., None] + camera.saturation * (values - grey[..., None]))
    if camera.noise > 0:
        values += f32(camera.noise * rng.standard_normal(out.shape, np.float32))
    out = np.clip(values + 0.5, 0, 255).astype(np.uint8)
    for _ in range(2 if 0 < camera.quality < 45 else int(camera.quality > 0)):
        _, coded = cv2.imencode(".jpg", out, [cv2.IMWRITE_JPEG_QUALITY, max(camera.quality, 10)])
        out = cast(Image, cv2.imdecode(coded, cv2.IMREAD_COLOR))
    return cast(Image, np.ascontiguousarray(out))


def occlude(picture: Image, anchors: NDArray[np.float32], rng: np.random.Generator) -> Image:
    """Put a hand, some strands of hair or a plain thing before a part of the face.

    Parameters
    ----------
    picture : uint8 ndarray, shape (H, W, 3)
        Not changed.
    anchors : float32 ndarray, shape (3, 2)
        Right-eye centre, left-eye centre, base of the nose in pixels.
    rng : numpy.random.Generator
        What, where and how large.

    Returns
    -------
    uint8 ndarray, shape (H, W, 3)
    """
    out = picture.copy()
    eyes = float(np.linalg.norm(anchors[1] - anchors[0]))
    middle = anchors.mean(axis=0)
    kind = rng.random()
    layer = out.copy()
    if kind < 0.35:  # strands across the forehead and one eye
        colour = (rng.uniform(5, 90) * np.array([1.0, 0.8, 0.6])).tolist()
        for _ in range(int(rng.integers(4, 25))):
            x = middle[0] + rng.normal(0, 0.8) * eyes
            points = np.array(
                [
                    [x, middle[1] - 2.2 * eyes],
                    [x + rng.normal(0, 0.4) * eyes, middle[1] - eyes],
                    [x + rng.normal(0, 0.6) * eyes, middle[1] + rng.uniform(-0.9, 0.8) * eyes],
                ]
            )
            cv2.polylines(
                layer, [points.astype(np.int32)], False, colour, int(rng.integers(1, 3)), cv2.LINE_AA
            )
    elif kind < 0.75:  # fingers or a fist from below or the side, in the colour of the cheek
        cheek = anchors[2] + f32([0.45 * eyes, -0.1 * eyes])
        x, y = (int(np.clip(c, 0, s - 1)) for c, s in zip(cheek, out.shape[1::-1], strict=True))
        colour = (out[y, x].astype(float) * rng.uniform(0.8, 1.1)).tolist()
        centre = (
            anchors[2] + np.array([rng.choice([-1, 1]) * rng.uniform(0.6, 1.3), rng.uniform(0.6, 1.6)]) * eyes
        )
        for finger in range(int(rng.integers(1, 5))):
            at = (centre + np.array([0.0, 0.28 * finger * eyes])).astype(int).tolist()
            size = [int(eyes * rng.uniform(0.4, 0.7)), max(int(eyes * 0.14), 2)]
            angle = float(rng.normal(0, 18))
            cv2.ellipse(layer, at, size, angle, 0, 360, (np.array(colour) * 0.72).tolist(), -1, cv2.LINE_AA)
            inner = [max(size[0] - 1, 1), max(size[1] - 2, 1)]
            cv2.ellipse(layer, at, inner, angle, 0, 360, colour, -1, cv2.LINE_AA)
    else:  # a cup, a microphone, a telephone at the edge of the face
        centre = (
            middle + rng.choice([-1, 1]) * np.array([rng.uniform(0.9, 1.6), rng.uniform(-0.6, 1.2)]) * eyes
        )
        half = rng.uniform(0.2, 0.6, 2) * eyes
        colour = rng.uniform(10, 240, 3).tolist()
        cv2.rectangle(
            layer, (centre - half).astype(int).tolist(), (centre + half).astype(int).tolist(), colour, -1
        )
    return cast(Image, cv2.GaussianBlur(layer, (3, 3), 0) if rng.random() < 0.5 else layer)
