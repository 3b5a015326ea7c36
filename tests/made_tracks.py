"""Face tracks as tests want them."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from au_studio.analysis.tracks import FaceTracks, write_tracks

Frames = Sequence[Sequence[tuple[int, float, float, bool]]]
"""The faces of every frame: person, left edge and side of the box, whether a track begins."""


def store_tracks(path: Path, frames: Frames) -> None:
    """Write such tracks; frames are 10 ticks apart."""
    tracks = made_tracks(frames)
    points = np.zeros((1, 2), np.float32)
    path.parent.mkdir(parents=True, exist_ok=True)
    with write_tracks(path, backend=tracks.backend, n_landmarks=1, video_hash="") as writer:
        for position, pts in enumerate(tracks.pts.tolist()):
            faces = tracks.faces_at(position)
            whole = [dataclasses.replace(f.face, landmarks=points) for f in faces]
            writer.append(pts, [dataclasses.replace(f, face=w) for f, w in zip(faces, whole, strict=True)])


def made_tracks(frames: Frames) -> FaceTracks:
    """Return tracks with these faces."""
    faces = [face for frame in frames for face in frame]
    boxes = [(left, 0, left + side, side) for _, left, side, _ in faces]
    return FaceTracks(
        backend="mediapipe",
        video_hash="",
        pts=np.arange(len(frames), dtype=np.int64) * 10,
        offsets=np.cumsum([0, *map(len, frames)]).astype(np.int64),
        person=np.array([person for person, *_ in faces], np.int16),
        boxes=np.array(boxes, np.float32).reshape(len(faces), 4),
        anchors=np.zeros((len(faces), 3, 2), np.float32),
        scores=np.ones(len(faces), np.float32),
        new_track=np.array([new for *_, new in faces], np.bool_),
    )
