"""Finds the face to enlarge for the coder: from the face tracks when they exist, else by looking."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from au_studio.analysis.targets import target_rows
from au_studio.analysis.tracks import FaceTracks, TracksError, load_tracks
from au_studio.face.backends import DEFAULT_BACKEND, FaceBackend, create_backend
from au_studio.face.model import Face, Image, overlap

_MAX_LOADED = 3


@dataclass(frozen=True, eq=False)
class _Known:
    """Tracks that were read: of which state of the file, and whose faces are meant (rows; -1: not there)."""

    changed: float
    chosen: int | None
    tracks: FaceTracks
    rows: NDArray[np.int64]


class TargetFaceFinder:
    """Finds the face of the person who is coded; `set_tracks` from any thread, `find` from one worker."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._where: dict[str, tuple[Path, int | None]] = {}
        self._videos: dict[str, Path] = {}
        self._wanted = DEFAULT_BACKEND
        self._loaded: OrderedDict[str, _Known] = OrderedDict()
        self._backend: tuple[str, FaceBackend] | None = None

    def set_tracks(
        self,
        where: Mapping[str, tuple[Path, int | None]],
        backend: str = DEFAULT_BACKEND,
        videos: Mapping[str, Path] | None = None,
    ) -> None:
        """Say where each recording's tracks are (or will be), the person chosen in it; backend and videos."""
        with self._lock:
            self._where = dict(where)
            self._videos = dict(videos or {})
            self._wanted = backend

    def find(self, recording_id: str, pts: int, image: Image) -> Face | None:
        """Return the face of the person who is coded in a frame, or None where it is not there.

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
            backend, video = self._wanted, self._videos.get(recording_id)
        known = self._known(recording_id, path, chosen, video) if path is not None else None
        position = -1 if known is None else int(np.searchsorted(known.tracks.pts, pts))
        if known is None or not (position < known.tracks.n_frames and known.tracks.pts[position] == pts):
            return self._look(image, backend, None)
        faces = known.tracks.faces_at(position)
        row = int(known.rows[position])
        tracked = faces[row - int(known.tracks.offsets[position])].face if row >= 0 else None
        if tracked is None and faces:
            return None  # somebody else's face is no substitute
        if tracked is not None and known.tracks.backend == backend:
            return tracked
        return self._look(image, backend, tracked)

    def _known(self, recording_id: str, path: Path, chosen: int | None, video: Path | None) -> _Known | None:
        try:
            changed = path.stat().st_mtime
        except OSError:
            return None
        known = self._loaded.get(recording_id)
        if known is not None and (known.changed, known.chosen) == (changed, chosen):
            self._loaded.move_to_end(recording_id)
            return known
        try:
            tracks = load_tracks(path, video=video)
        except TracksError:
            return (
                None  # unreadable tracks are told where they are used for analysis; here we can simply look
            )
        known = _Known(changed, chosen, tracks, target_rows(tracks, chosen))
        self._loaded[recording_id] = known
        if len(self._loaded) > _MAX_LOADED:
            self._loaded.popitem(last=False)
        return known

    def _look(self, image: Image, backend: str, tracked: Face | None) -> Face | None:
        """Find the largest face, or the one that another backend has tracked."""
        if self._backend is None or self._backend[0] != backend:
            self._backend = backend, create_backend(backend)[0]
        faces = self._backend[1].detect(image)
        if tracked is None:
            return max(faces, key=lambda face: face.area, default=None)
        nearest = max(faces, key=lambda face: overlap(face.box, tracked.box), default=tracked)
        return nearest if overlap(nearest.box, tracked.box) > 0 else tracked
