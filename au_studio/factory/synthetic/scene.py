"""Where a head is shown: camera, head pose, light and background."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import cast

import numpy as np
from numpy.typing import NDArray

from au_studio.face.opencv import cv2
from au_studio.factory.synthetic import mesh
from au_studio.factory.synthetic.arrays import Floats, f32
from au_studio.factory.synthetic.identity import TEST, TRAIN, VALIDATION

Colour = tuple[float, float, float]

FACE_WIDTH_CM = 14.0
_PIVOT = f32([0.0, -9.0, -8.5])
_FACE_CENTRE = f32([0.0, -3.5, 0.0])
_LIGHTS = {TRAIN: range(0, 400), VALIDATION: range(400, 450), TEST: range(450, 520)}


@dataclass(frozen=True)
class Light:
    """Two directed lights and a sky; directions point **to** the light, colours are linear RGB."""

    key_direction: Colour
    key_colour: Colour
    fill_direction: Colour
    fill_colour: Colour
    sky: Colour
    ground: Colour
    shadow: float
    """How black the key light's cast shadows are, 0 (none) to 1."""


@dataclass(frozen=True)
class Camera:
    """Where the camera stands and how large the face is in its picture.

    Attributes
    ----------
    distance : float
        From the face, in cm: near cameras distort.
    face_width : float
        Width of the face in pixels (temple to temple, head on).
    centre : tuple of float
        Where the middle of the face lies, in pixels.
    exposure : float
        Factor on all light.
    """

    distance: float
    face_width: float
    centre: tuple[float, float]
    exposure: float = 1.0


@dataclass(frozen=True)
class HeadPose:
    """Rotation of the head in radians (see `mesh.rotation`) and its shift in cm."""

    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    shift: tuple[float, float] = (0.0, 0.0)

    def matrix(self, follow: float = 1.0) -> Floats:
        """Return the model matrix, float32 (4, 4); `follow` < 1 is for the body, which turns less."""
        turn = mesh.rotation(follow * self.yaw, follow * self.pitch, follow * self.roll)
        out = np.eye(4, dtype=np.float32)
        out[:3, :3] = turn
        out[:3, 3] = _PIVOT - turn @ _PIVOT - _FACE_CENTRE
        out[0, 3] += self.shift[0]
        out[1, 3] += self.shift[1]
        return out


@dataclass(frozen=True, eq=False)
class Setting:
    """Where a picture is taken: how the head is held, seen and lit, and before what.

    The background is uint8 (h, w, 3) and is stretched over the whole picture.
    """

    pose: HeadPose
    camera: Camera
    light: Light
    background: NDArray[np.uint8]


def projection(camera: Camera, width: int, height: int) -> Floats:
    """Return the matrix from world (cm, camera at +z) to clip coordinates, float32 (4, 4)."""
    d = camera.distance
    focal = camera.face_width / FACE_WIDTH_CM * d
    near, far = max(d - 45.0, 4.0), d + 60.0
    cx, cy = camera.centre
    out = np.zeros((4, 4), np.float32)
    out[0, 0], out[1, 1] = 2 * focal / width, 2 * focal / height
    out[0, 2], out[1, 2] = -(2 * cx / width - 1), -(1 - 2 * cy / height)
    out[2, 2], out[2, 3] = -(far + near) / (far - near), -2 * far * near / (far - near)
    out[3, 2] = -1.0
    view = np.eye(4, dtype=np.float32)
    view[2, 3] = -d
    return np.asarray(out @ view, np.float32)


def project(points: Floats, pose: HeadPose, camera: Camera, width: int, height: int) -> Floats:
    """Return where points of the head, float32 (n, 3) in cm, lie in the picture, float32 (n, 2) in pixels."""
    homogeneous = np.concatenate([points, np.ones((len(points), 1), np.float32)], axis=1)
    clip = homogeneous @ pose.matrix().T @ projection(camera, width, height).T
    unit = clip[:, :2] / clip[:, 3:]
    # Pixel centres are at whole numbers.
    x = (unit[:, 0] + 1) / 2 * width - 0.5
    y = (1 - unit[:, 1]) / 2 * height - 0.5
    return np.stack([x, y], axis=1).astype(np.float32)


@lru_cache(maxsize=4)
def light_projection(light: Light) -> Floats:
    """Return the orthographic matrix of the key light's shadow map, float32 (4, 4), not to be changed."""
    forward = -np.asarray(light.key_direction, np.float32)
    side = np.cross(forward, [0.0, 1.0, 0.001])
    side /= np.linalg.norm(side)
    up = np.cross(side, forward)
    view = np.eye(4, dtype=np.float32)
    view[:3, :3] = np.stack([side, up, -forward])
    out = np.asarray(np.diag(f32([1 / 19.0, 1 / 19.0, -1 / 40.0, 1.0])) @ view, np.float32)
    out.flags.writeable = False  # the light of a clip stays
    return out


def draw_light(rng: np.random.Generator, split: int) -> Light:
    """Draw a light from the split's own part of a bank of 520: no light is in two parts."""
    bank = _LIGHTS[split]
    own = np.random.default_rng([int(rng.integers(bank.start, bank.stop)), 41])
    kind = own.choice(
        ["soft", "room", "side", "top", "below", "window"], p=[0.28, 0.3, 0.14, 0.1, 0.05, 0.13]
    )
    warm = float(own.normal(0.0, 0.08))
    white = np.exp(np.array([warm, 0.0, -warm]))
    azimuth = {
        "side": own.choice([-1, 1]) * own.uniform(0.9, 1.6),
        "window": own.choice([-1, 1]) * own.uniform(0.6, 1.3),
    }
    elevation = {"top": own.uniform(0.8, 1.3), "below": own.uniform(-0.8, -0.3)}
    key = _direction(azimuth.get(kind, own.normal(0.0, 0.6)), elevation.get(kind, own.uniform(0.05, 0.8)))
    fill = _direction(own.uniform(-1.6, 1.6), own.uniform(-0.3, 0.9))
    power = {
        "soft": (0.45, 0.3, 0.45),
        "room": (0.7, 0.3, 0.3),
        "side": (1.1, 0.12, 0.12),
        "top": (1.0, 0.15, 0.2),
        "below": (0.8, 0.2, 0.2),
        "window": (0.9, 0.12, 0.25),
    }[str(kind)]
    level = own.uniform(0.8, 1.2, 3) * power
    tint = white * np.exp(own.normal(0.0, 0.04, (3, 3)))
    # Soft light casts no shadow worth drawing.
    shadow = float(own.uniform(0.5, 0.95)) if kind not in ("soft", "room") else float(own.uniform(0.3, 0.6))
    if kind in ("soft", "room") and own.random() < 0.6:
        shadow = 0.0
    ground = level[2] * own.uniform(0.25, 0.9) * tint[2]
    return Light(
        key,
        _colour(level[0] * tint[0]),
        fill,
        _colour(level[1] * tint[1]),
        _colour(level[2] * tint[2]),
        _colour(ground),
        shadow,
    )


def _colour(values: NDArray[np.float64]) -> Colour:
    r, g, b = (float(v) for v in values)
    return r, g, b


def _direction(azimuth: float, elevation: float) -> Colour:
    c = np.cos(elevation)
    return float(np.sin(azimuth) * c), float(np.sin(elevation)), float(np.cos(azimuth) * c)


def draw_background(rng: np.random.Generator, size: int = 96) -> NDArray[np.uint8]:
    """Draw a background (a wall, a gradient, furniture out of focus, noise): uint8 (size, size, 3)."""
    base = rng.uniform(10, 235) + rng.normal(0, 12, 3)
    picture = np.ones((size, size, 3), np.float32) * base.astype(np.float32)
    kind = rng.random()
    if kind > 0.15:
        direction = rng.normal(0, 1, 2)
        y, x = np.mgrid[0:size, 0:size] / size - 0.5
        picture += ((x * direction[0] + y * direction[1]) * rng.uniform(10, 90))[..., None] * rng.uniform(
            0.7, 1.0, 3
        )
    if kind > 0.35:
        for _ in range(int(rng.integers(2, 14))):
            colour = np.clip(base + rng.normal(0, 60) + rng.normal(0, 18, 3), 0, 255).tolist()
            corner = rng.integers(-20, size, 2)
            far = corner + rng.integers(4, size, 2)
            if rng.random() < 0.7:
                cv2.rectangle(picture, corner.tolist(), far.tolist(), colour, -1)
            else:
                cv2.circle(picture, corner.tolist(), int(rng.integers(3, size // 2)), colour, -1)
    if kind > 0.75:
        noise = rng.normal(0, rng.uniform(5, 40), (size // 4, size // 4, 1)) * rng.uniform(0.6, 1.0, 3)
        noise = noise.astype(np.float32)
        picture += cv2.resize(noise, (size, size), interpolation=cv2.INTER_CUBIC)
    picture = cv2.GaussianBlur(picture, (0, 0), float(rng.uniform(0.3, 4.0)))
    return cast(NDArray[np.uint8], np.clip(picture, 0, 255).astype(np.uint8))
