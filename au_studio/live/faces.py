"""Faces on their way from the analysis child to the picture: packed into arrays, contours only."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from au_studio.face.landmarks import LAYOUTS
from au_studio.face.model import TrackedFace
from au_studio.live.seen_faces import FrameFaces, SeenFace

Lines = NDArray[np.int32]
"""Lines to draw: int32 ``[E, 2]``, pairs of contour point numbers."""


@cache
def _contour_points(n_landmarks: int) -> tuple[NDArray[np.int64], Lines]:
    layout = LAYOUTS.get(n_landmarks)
    if layout is None:
        return np.empty(0, np.int64), np.empty((0, 2), np.int32)
    points, lines = np.unique(layout.edges(), return_inverse=True)
    return points.astype(np.int64), lines.reshape(-1, 2).astype(np.int32)


@cache
def contour_lines(n_points: int) -> Lines:
    """Return the lines between the contour points of the layout that has `n_points` of them."""
    for n_landmarks in LAYOUTS:
        points, lines = _contour_points(n_landmarks)
        if len(points) == n_points:
            return lines
    return np.empty((0, 2), np.int32)


def pack_faces(frames: Sequence[Sequence[TrackedFace]]) -> dict[str, NDArray[Any]]:
    """Return the faces of consecutive frames as arrays: how many in each frame, then all of them."""
    faces = [face for frame in frames for face in frame]
    n_landmarks = len(faces[0].face.landmarks) if faces else 0
    points, _ = _contour_points(n_landmarks)
    contours = [f.face.landmarks[points] for f in faces if len(f.face.landmarks) == n_landmarks]
    contours = contours if len(contours) == len(faces) else [np.empty((0, 2), np.float32)] * len(faces)
    return {
        "face_counts": np.array([len(frame) for frame in frames], dtype=np.int16),
        "face_person": np.array([f.person for f in faces], dtype=np.int16),
        "face_box": np.array([f.face.box for f in faces], dtype=np.float32).reshape(-1, 4),
        "face_contour": np.array(contours, dtype=np.float32).reshape(len(faces), -1, 2)
        if faces
        else np.empty((0, 0, 2), np.float32),
    }


def pack_with_contours(
    frames: Sequence[Sequence[TrackedFace]], pts: NDArray[np.int64], tracks: Path | None
) -> dict[str, NDArray[Any]]:
    """Return what `pack_faces` does, with contours from stored tracks where faces come without landmarks.

    A further model that reads faces which were tracked before needs no landmarks, but people see them.

    Parameters
    ----------
    frames : sequence of sequences of TrackedFace
        The faces of consecutive frames.
    pts : int64[N]
        Timestamps of these frames.
    tracks : Path or None
        The recording's face tracks, if there may be any.
    """
    packed = pack_faces(frames)
    if tracks is None or not packed["face_person"].size or packed["face_contour"].shape[1]:
        return packed
    stored = stored_faces(tracks, int(pts[0]), int(pts[-1]))
    wanted = {"pts": pts, **packed}
    same = stored is not None and all(
        np.array_equal(stored[key], wanted[key]) for key in ("pts", "face_counts", "face_person")
    )
    return stored if stored is not None and same else packed


def unpack_faces(arrays: dict[str, NDArray[Any]], *, provisional: bool) -> list[FrameFaces]:
    """Return the faces of consecutive frames from the arrays of :func:`pack_faces`."""
    frames = []
    row = 0
    for count in arrays["face_counts"].tolist():
        rows = range(row, row + count)
        faces = tuple(
            SeenFace(int(arrays["face_person"][r]), arrays["face_box"][r], arrays["face_contour"][r])
            for r in rows
        )
        frames.append(FrameFaces(faces, provisional))
        row += count
    return frames


def stored_faces(tracks: Path, first: int, last: int) -> dict[str, NDArray[Any]] | None:
    """Read the packed faces of the frames between two timestamps from face tracks; None without them.

    Parameters
    ----------
    tracks : Path
        The recording's face tracks.
    first, last : int
        Timestamps of the first and the last frame, both included.

    Returns
    -------
    dict of str to array, or None
        As of :func:`pack_faces`, and the frames' timestamps ``pts``, int64[N]: frames that could not be
        decoded are not among them.
    """
    import h5py  # noqa: PLC0415  # the window's process never needs it

    from au_studio.analysis.tracks import LANDMARK_UNIT  # noqa: PLC0415

    try:
        with h5py.File(tracks, "r") as file:
            counts = file["counts"][:].astype(np.int64)
            pts = file["pts"][:]
            offsets = np.concatenate([[0], np.cumsum(counts)])
            begin, end = int(np.searchsorted(pts, first)), int(np.searchsorted(pts, last, side="right"))
            rows = slice(int(offsets[begin]), int(offsets[end]))
            landmarks = file["landmarks"][rows].astype(np.float32) * LANDMARK_UNIT
            points, _ = _contour_points(landmarks.shape[1])
            return {
                "pts": pts[begin:end],
                "face_counts": counts[begin:end].astype(np.int16),
                "face_person": file["person"][rows],
                "face_box": file["boxes"][rows],
                "face_contour": landmarks[:, points],
            }
    except (OSError, KeyError):
        return None
