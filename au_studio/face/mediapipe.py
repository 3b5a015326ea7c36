"""The embedded face backend: BlazeFace and the 468-point mesh of MediaPipe, on the CPU."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from au_studio import resources
from au_studio.face.blazeface import BlazeFace, Detection, Region, tiles, whole
from au_studio.face.landmarks import MESH
from au_studio.face.mesh import FaceMesh, RotatedSquare, square_around
from au_studio.face.model import Face, Picture, extent, overlap

MIN_SCORE = 0.5
"""Least score of the mesh network for a face to be followed."""

SAME_FACE_OVERLAP = 0.4
"""Two meshes whose boxes overlap more than this (intersection over union) are the same face."""

PADDING = 0.25
"""How much of a picture's side is added around it to find a face that fills it."""

TILE_PART, SMALL_TILE_PART = 0.7, 0.4
"""Sides of the tiles in which smaller faces are looked for, relative to the picture's shorter side."""

MIN_JOINT_SCORE = 0.45
"""Least product of detector and mesh score for a face to be found anew.

Measured on real recordings: faces at least .75 (hands in the face included), other things at most .33.
"""


SETTLE_FITS, SETTLED = 5, 0.01
"""A new face is fitted up to so many times more, until its anchors move less than this part of the distance
between the eyes."""


class MediaPipeBackend:
    """Detector and landmarks that ship with AU Studio and need no download; not thread safe.

    Parameters
    ----------
    folder : Path, optional
        Folder with the two ``.tflite`` files; the shipped ones by default.

    Raises
    ------
    FaceModelError
        If a file is missing, altered or not loadable.
    """

    name = "mediapipe"
    n_landmarks = MESH.n_landmarks

    def __init__(self, folder: Path | None = None) -> None:
        folder = folder or resources.path("face")
        self._detector = BlazeFace(folder / "face_detection_short_range.tflite")
        self._mesh = FaceMesh(folder / "face_landmark.tflite")

    def detect(self, image: Picture, *, thorough: bool = True, known: Sequence[Face] = ()) -> list[Face]:
        """Find the faces in a picture, surest first, as `FaceBackend.detect` says.

        Thorough: in 6 to 8 tiles too, and if there is none at all, in a padded picture and in smaller tiles
        (about 10 ms and 40 ms). Without it only in the whole picture (1.5 ms), where faces smaller than a
        sixth of the longer side are often missed. 3 to 9 ms more for every new face.
        """
        found = self._faces(image, [whole(image)], known)
        if thorough:
            found += self._faces(image, tiles(image, TILE_PART), [*known, *found])
            if not found and not known:
                found = self._faces(image, [whole(image, PADDING)])
            if not found and not known:
                found = self._faces(image, tiles(image, SMALL_TILE_PART))
        return sorted(found, key=lambda face: -face.score)

    def follow(self, image: Picture, previous: Face) -> Face | None:
        """Find the face again near where it was one frame before (about 1.5 ms).

        None when no face is there any more: the score is low or the mesh is not shaped like a face.
        """
        face = self._fit(image, _square(previous))
        if face is None or not 0.5 < face.area / max(previous.area, 1e-6) < 2.0:
            return None
        return face

    def _faces(self, image: Picture, regions: list[Region], known: Sequence[Face] = ()) -> list[Face]:
        """Find the faces in regions of a picture that are none of those known already."""
        found: list[Face] = []
        for detection in self._detector.detect(image, regions):
            if any(covers(face, detection) for face in [*known, *found]):
                continue
            face = self._fit(image, _square_of_detection(detection))
            if face is None or detection.score * face.score < MIN_JOINT_SCORE:
                continue
            face = self._settle(image, face)
            others = [*known, *found]
            if face is not None and all(overlap(face.box, f.box) < SAME_FACE_OVERLAP for f in others):
                found.append(face)
        return found

    def _settle(self, image: Picture, face: Face) -> Face | None:
        """Fit again around the mesh until it rests: a photograph and a followed face are then seen alike."""
        for _ in range(SETTLE_FITS):
            again = self._fit(image, _square(face))
            if again is None:
                return None
            moved = float(np.abs(again.anchors - face.anchors).max())
            face = again
            if moved < SETTLED * float(np.linalg.norm(face.anchors[1] - face.anchors[0])):
                break
        return face

    def _fit(self, image: Picture, square: RotatedSquare) -> Face | None:
        landmarks, score = self._mesh(image, square)
        if score < MIN_SCORE:
            return None
        face = Face(extent(landmarks), landmarks, MESH.anchors(landmarks), score)
        return face if is_plausible(face, image) else None


def is_plausible(face: Face, image: Picture) -> bool:
    """Tell whether a mesh is shaped like a face that lies (for the most part) in the picture.

    The eyes must be at least 4 px apart, the base of the nose below the line between them by 0.25 to 3 times
    their distance (foreshortened by turning or nodding), and half of the box inside the picture.
    """
    right, left, nose = face.anchors.astype(np.float64)
    across = left - right
    distance = float(np.hypot(*across))
    if not np.isfinite(face.landmarks).all() or distance < 4.0:
        return False
    down = np.array([-across[1], across[0]]) / distance
    drop = float((nose - (right + left) / 2) @ down) / distance
    if not 0.25 < drop < 3.0:
        return False
    height, width = image.shape[:2]
    inside_x = min(face.box[2], width) - max(face.box[0], 0)
    inside_y = min(face.box[3], height) - max(face.box[1], 0)
    return bool(inside_x > 0 and inside_y > 0 and inside_x * inside_y > 0.5 * face.area)


def _square(face: Face) -> RotatedSquare:
    return square_around(face.landmarks, face.anchors[0], face.anchors[1])


def _square_of_detection(detection: Detection) -> RotatedSquare:
    """Return the square around a detection; the box has no rotation, so its size is taken as it is."""
    x0, y0, x1, y1 = detection.box
    square = square_around(detection.keypoints, detection.keypoints[0], detection.keypoints[1])
    centre = np.array([(x0 + x1) / 2, (y0 + y1) / 2], dtype=np.float32)
    return RotatedSquare(centre, 1.5 * float(max(x1 - x0, y1 - y0)), square.angle)


def covers(face: Face, detection: Detection) -> bool:
    """Tell whether a detection is a face that is known already: eyes and nose lie inside its box."""
    x0, y0, x1, y1 = face.box
    middle = detection.keypoints[:3].mean(axis=0)
    return bool(x0 <= middle[0] <= x1 and y0 <= middle[1] <= y1)
