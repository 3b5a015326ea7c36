"""Finds the face to enlarge for the coder: from the face tracks when they exist, else by looking."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from au_studio.analysis.tracks import FaceTracks, TracksError, load_tracks
from au_studio.face.backends import DEFAULT_BACKEND, FaceBackend, create_backend
from au_studio.face.model import Face, Image, overlap

_MAX_LOADED = 3


def target_person_of(tracks: FaceTracks, chosen: int | None) -> int | None:
    """Return the person who is coded: the chosen one, else the one whose boxes sum to the largest area.

    Parameters
    ----------
    tracks : FaceTracks
        Faces of the recording.
    chosen : int or None
        Person whom the user chose.

    Returns
    -------
    int or None
        None when there is no face in the whole recording.
    """
    if chosen is not None:
        return chosen
    if not len(tracks.person):
        return None
    sides = np.clip(tracks.boxes[:, 2:] - tracks.boxes[:, :2], 0, None).astype(np.float64)
    areas = np.bincount(tracks.person, weights=sides[:, 0] * sides[:, 1])
    return int(areas.argmax())


class TargetFaceFinder:
    """Finds the face of the person who is coded; `set_tracks` from any thread, `find` from one worker."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._where: dict[str, tuple[Path, int | None]] = {}
        self._wanted = DEFAULT_BACKEND
        self._loaded: OrderedDict[str, tuple[float, FaceTracks]] = OrderedDict()
        self._backend: tuple[str, FaceBackend] | None = None

    def set_tracks(
        self, where: Mapping[str, tuple[Path, int | None]], backend: str = DEFAULT_BACKEND
    ) -> None:
        """Say where each recording's tracks are (or will be), the person chosen in it; and the backend."""
        with self._lock:
            self._where = dict(where)
            self._wanted = backend

    def find(self, recording_id: str, pts: int, image: Image) -> Face | None:
        """Return the face of the person who is coded in a frame, or None.

        Parameters
        ----------
        recording_id : str
            The recording.
        pts : int
            Timestamp of the frame, in the recording's time base.
        image : uint8[H, W, 3]
            The frame, RGB, upright.
        """
        with self._lock:
            path, chosen = self._where.get(recording_id, (None, None))
            backend = self._wanted
        tracks = self._tracks(recording_id, path) if path is not None else None
        tracked: Face | None = None
        if tracks is not None:
            position = int(np.searchsorted(tracks.pts, pts))
            if position < tracks.n_frames and int(tracks.pts[position]) == pts:
                person = target_person_of(tracks, chosen)
                found = [face.face for face in tracks.faces_at(position) if face.person == person]
                tracked = found[0] if found else None
                if tracked is not None and tracks.backend == backend:
                    return tracked
        return self._look(image, backend, tracked)

    def _tracks(self, recording_id: str, path: Path) -> FaceTracks | None:
        try:
            changed = path.stat().st_mtime
        except OSError:
            return None
        known = self._loaded.get(recording_id)
        if known is not None and known[0] == changed:
            self._loaded.move_to_end(recording_id)
            return known[1]
        try:
            tracks = load_tracks(path)
        except TracksError:
            return (
                None  # unreadable tracks are told where they are used for analysis; here we can simply look
            )
        self._loaded[recording_id] = (changed, tracks)
        if len(self._loaded) > _MAX_LOADED:
            self._loaded.popitem(last=False)
        return tracks

    def _look(self, image: Image, backend: str, tracked: Face | None) -> Face | None:
        """Find the largest face, or the one that another backend has tracked."""
        if self._backend is None or self._backend[0] != backend:
            self._backend = backend, create_backend(backend)[0]
        faces = self._backend[1].detect(image)
        if tracked is None:
            return max(faces, key=lambda face: face.area, default=None)
        nearest = max(faces, key=lambda face: overlap(face.box, tracked.box), default=tracked)
        return nearest if overlap(nearest.box, tracked.box) > 0 else tracked
