"""Which landmark is what: for the anchors of the crop and for drawing a face.

Two layouts are known: the 468 points of the MediaPipe face mesh (Kartynnik et al. 2019, arXiv:1907.06724)
and the 68 points of the 300-W annotation (Sagonas et al. 2016) that face-alignment gives. "Right" is the
subject's right, which is left in the picture.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from au_studio.face.model import Points

Edges = NDArray[np.int32]
"""Pairs of landmark indices to connect with a line: int32 ``[E, 2]``."""


@dataclass(frozen=True, eq=False)
class Layout:
    """The meaning of one backend's landmarks.

    Attributes
    ----------
    n_landmarks : int
        Number of landmarks.
    right_eye, left_eye : tuple of int
        Corners of each eye; their mean is the eye's centre. Lids, iris and brows are left out: the centre
        must not move with a blink, a glance or a raised brow.
    nose_base : tuple of int
        Points under the nose, where the septum meets the lip; their mean is the nose base.
    contours : dict of str to tuple of (tuple of int, bool)
        Lines to draw: name → (indices in order, whether the line is closed).
    """

    n_landmarks: int
    right_eye: tuple[int, ...]
    left_eye: tuple[int, ...]
    nose_base: tuple[int, ...]
    contours: dict[str, tuple[tuple[int, ...], bool]]

    def anchors(self, landmarks: Points) -> Points:
        """Return the crop's anchors, float32 ``[3, 2]``: right-eye centre, left-eye centre, nose base."""
        groups = (self.right_eye, self.left_eye, self.nose_base)
        return np.stack([landmarks[list(group)].mean(axis=0) for group in groups]).astype(np.float32)

    def edges(self) -> Edges:
        """Return the lines to draw as int32 ``[E, 2]`` pairs of landmark indices."""
        pairs: list[tuple[int, int]] = []
        for points, closed in self.contours.values():
            pairs += list(zip(points, points[1:] + points[:1] if closed else points[1:], strict=False))
        return np.array(pairs, dtype=np.int32)


# fmt: off
_FACE_OVAL = (
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
    152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
)
# fmt: on

MESH = Layout(
    n_landmarks=468,
    right_eye=(33, 133),
    left_eye=(263, 362),
    nose_base=(2, 97, 326),
    contours={
        "face oval": (
            _FACE_OVAL,
            True,
        ),
        "right brow, upper edge": ((70, 63, 105, 66, 107), False),
        "right brow, lower edge": ((46, 53, 52, 65, 55), False),
        "left brow, upper edge": ((300, 293, 334, 296, 336), False),
        "left brow, lower edge": ((276, 283, 282, 295, 285), False),
        "right eye": ((33, 246, 161, 160, 159, 158, 157, 173, 133, 155, 154, 153, 145, 144, 163, 7), True),
        "left eye": ((263, 466, 388, 387, 386, 385, 384, 398, 362, 382, 381, 380, 374, 373, 390, 249), True),
        "nose bridge": ((168, 6, 197, 195, 5, 4, 1, 2), False),
        "nose wings": ((98, 97, 2, 326, 327), False),
        "outer lips": (
            (61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291, 375, 321, 405, 314, 17, 84, 181, 91, 146),
            True,
        ),
        "inner lips": (
            (78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308, 324, 318, 402, 317, 14, 87, 178, 88, 95),
            True,
        ),
    },
)
"""The 468 points of the MediaPipe face mesh."""

POINTS_68 = Layout(
    n_landmarks=68,
    right_eye=(36, 39),
    left_eye=(42, 45),
    nose_base=(32, 33, 34),
    contours={
        "jaw": (tuple(range(17)), False),
        "right brow": (tuple(range(17, 22)), False),
        "left brow": (tuple(range(22, 27)), False),
        "nose bridge": (tuple(range(27, 31)), False),
        "nose wings": (tuple(range(31, 36)), False),
        "right eye": (tuple(range(36, 42)), True),
        "left eye": (tuple(range(42, 48)), True),
        "outer lips": (tuple(range(48, 60)), True),
        "inner lips": (tuple(range(60, 68)), True),
    },
)
"""The 68 points of the 300-W annotation, in its order."""

LAYOUTS: dict[int, Layout] = {layout.n_landmarks: layout for layout in (MESH, POINTS_68)}
"""Layout by number of landmarks, so that stored landmarks can be drawn without knowing their backend."""
