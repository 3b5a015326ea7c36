"""The 468-point face mesh: landmarks and a face score from a rotated square around a face."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from au_studio.face.align import warp
from au_studio.face.landmarks import MESH
from au_studio.face.model import Picture, Points
from au_studio.face.networks import Network

INPUT_SIZE = 192
ENLARGE = 1.5
"""The square's side relative to the longer side of the box or of the last mesh."""


@dataclass(frozen=True, eq=False)
class RotatedSquare:
    """A square in the picture, turned so that the eyes are level in it.

    Attributes
    ----------
    centre : float32[2]
        Middle in pixels.
    side : float
        Side in pixels.
    angle : float
        Direction from the right to the left eye in the picture, in radians, clockwise positive.
    """

    centre: NDArray[np.float32]
    side: float
    angle: float

    def to_input(self) -> NDArray[np.float32]:
        """Return the transform from picture pixels to network-input pixels, float32 ``[2, 3]``."""
        scale = INPUT_SIZE / self.side
        cos, sin = scale * math.cos(self.angle), scale * math.sin(self.angle)
        middle = (INPUT_SIZE - 1) / 2
        x, y = float(self.centre[0]), float(self.centre[1])
        return np.array(
            [[cos, sin, middle - cos * x - sin * y], [-sin, cos, middle + sin * x - cos * y]],
            dtype=np.float32,
        )


def square_around(
    points: Points, right_eye: NDArray[np.float32], left_eye: NDArray[np.float32]
) -> RotatedSquare:
    """Return the square for the mesh network around points (corners of a box, or a mesh).

    Parameters
    ----------
    points : float32[N, 2]
        What shall lie inside, in pixels.
    right_eye, left_eye : float32[2]
        Eyes of the subject, in pixels; the square is turned to make them level.
    """
    across = left_eye - right_eye
    angle = math.atan2(float(across[1]), float(across[0]))
    axes = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]], np.float32)
    upright = points @ axes.T
    low, high = upright.min(axis=0), upright.max(axis=0)
    centre = ((low + high) / 2) @ axes
    return RotatedSquare(centre.astype(np.float32), float((high - low).max()) * ENLARGE, angle)


class FaceMesh:
    """The landmark network; not thread safe.

    Parameters
    ----------
    file : Path
        ``face_landmark.tflite``.

    Raises
    ------
    FaceModelError
        If the file is missing, altered or not loadable.
    """

    def __init__(self, file: Path) -> None:
        self._network = Network(file, ("conv2d_21", "conv2d_31"))
        self._picture = np.empty((1, INPUT_SIZE, INPUT_SIZE, 3), np.float32)

    def __call__(self, image: Picture, square: RotatedSquare) -> tuple[Points, float]:
        """Fit the mesh inside a square (about 1.5 ms).

        Parameters
        ----------
        image : uint8[H, W, 3] or Planar
            RGB picture, or its planes.
        square : RotatedSquare
            Where the face is.

        Returns
        -------
        landmarks : float32[468, 2]
            In pixels of the picture.
        score : float
            How sure the network is that a face is there, 0 to 1.
        """
        landmarks, score = self.solid(image, square)
        return landmarks[:, :2].copy(), score

    def solid(self, image: Picture, square: RotatedSquare) -> tuple[NDArray[np.float32], float]:
        """Fit the mesh with its depth: float32 ``[468, 3]`` in pixels of the picture, and the score.

        Depth is the network's guess, smaller nearer to the camera, in the unit of x and y.
        """
        matrix = square.to_input()
        crop = warp(image, matrix, INPUT_SIZE)
        np.divide(crop, np.float32(255), out=self._picture[0], dtype=np.float32)
        found = self._network(self._picture)
        raw, logit = found["conv2d_21"], found["conv2d_31"]
        raw = raw.reshape(MESH.n_landmarks, 3).astype(np.float64)
        linear, shift = matrix[:, :2].astype(np.float64), matrix[:, 2].astype(np.float64)
        flat = (raw[:, :2] - shift) @ np.linalg.inv(linear).T
        landmarks = np.column_stack([flat, raw[:, 2] * square.side / INPUT_SIZE])
        score = 1.0 / (1.0 + math.exp(-min(max(float(logit.reshape(-1)[0]), -50.0), 50.0)))
        return landmarks.astype(np.float32), score
