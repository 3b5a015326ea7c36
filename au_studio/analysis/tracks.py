"""Face tracks on disk: where every face was in every frame, so that another model needs no detection again.

One HDF5 file per recording. Frames × persons is ragged, so faces lie one after the other and ``offsets``
says where each frame's faces begin. Landmarks are the bulk (468 points a face); they are kept as whole
quarter pixels, compressed, and read only on request. Boxes and anchors, which decide the crop, are exact.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import h5py
import numpy as np
from numpy.typing import NDArray

from au_studio.errors import AUStudioError
from au_studio.face.model import Face, TrackedFace
from au_studio.hdf5 import write_hdf5
from au_studio.texts import sentence
from au_studio.video.aspect import SQUARE, pixel_aspect_of
from au_studio.video.index import VideoIndex
from au_studio.video.reading import fits_reading

SCHEMA = 1
LANDMARK_UNIT = 0.25
"""Landmarks are stored in steps of this many pixels (int16: up to 8191 px)."""

_BUFFERED_FRAMES = 256
_READING = "reading"
_SQUARE_PIXELS = "square_pixels"
"""Says of a file that its coordinates are those of the picture as it is shown, whatever shape is stored."""


class TracksError(AUStudioError):
    """A file of face tracks cannot be read."""


@dataclass(eq=False)
class FaceTracks:
    """The faces of a recording; T frames, N faces in all frames together.

    Attributes
    ----------
    backend : str
        Face backend that found them.
    video_hash : str
        Content hash of the recording (``au_studio.video.hashing.content_hash``).
    pts : int64[T]
        Presentation timestamps of the frames looked at.
    offsets : int64[T + 1]
        Faces of frame t are the rows ``offsets[t]:offsets[t + 1]``.
    person : int16[N]
        The person's number in the recording.
    boxes : float32[N, 4]
        x0, y0, x1, y1 in pixels.
    anchors : float32[N, 3, 2]
        Right-eye centre, left-eye centre, nose base in pixels.
    scores : float32[N]
        0 to 1.
    new_track : bool[N]
        True on the first frame of an unbroken run.
    landmarks : int16[N, L, 2] or None
        In steps of `LANDMARK_UNIT` pixels; None when they were not read.
    """

    backend: str
    video_hash: str
    pts: NDArray[np.int64]
    offsets: NDArray[np.int64]
    person: NDArray[np.int16]
    boxes: NDArray[np.float32]
    anchors: NDArray[np.float32]
    scores: NDArray[np.float32]
    new_track: NDArray[np.bool_]
    landmarks: NDArray[np.int16] | None = None

    @property
    def n_frames(self) -> int:
        """Number of frames looked at."""
        return len(self.pts)

    def frames(self) -> NDArray[np.int64]:
        """Return the position of the frame that each face is in: int64[N]."""
        return np.repeat(np.arange(self.n_frames), np.diff(self.offsets))

    def faces_at(self, position: int) -> list[TrackedFace]:
        """Return the faces of one frame (without landmarks when they were not read).

        Parameters
        ----------
        position : int
            The frame's place in the recording, from 0.
        """
        rows = range(int(self.offsets[position]), int(self.offsets[position + 1]))
        return [
            TrackedFace(
                person=int(self.person[row]),
                face=Face(self.boxes[row], self._points(row), self.anchors[row], float(self.scores[row])),
                new_track=bool(self.new_track[row]),
            )
            for row in rows
        ]

    def faces_of(self, pts: int) -> list[TrackedFace]:
        """Return the faces of the frame with a timestamp; none where it was not looked at.

        Frames of a damaged stretch stand in a recording's index, but not here.
        """
        position = int(np.searchsorted(self.pts, pts))
        there = position < self.n_frames and int(self.pts[position]) == pts
        return self.faces_at(position) if there else []

    def persons(self) -> dict[int, int]:
        """Return how many frames show each person."""
        numbers, counts = np.unique(self.person, return_counts=True)
        return dict(zip(numbers.tolist(), counts.tolist(), strict=True))

    def digest(self) -> str:
        """Return the SHA-256 of who is where in which frame: whatever decides which crops are cut."""
        whole = hashlib.sha256(f"{self.backend} {self.video_hash}".encode())
        for array in (self.pts, self.offsets, self.person, self.boxes, self.anchors, self.new_track):
            whole.update(np.ascontiguousarray(array).tobytes())
        return whole.hexdigest()

    def _points(self, row: int) -> NDArray[np.float32]:
        if self.landmarks is None:
            return np.empty((0, 2), dtype=np.float32)
        return np.asarray(self.landmarks[row] * LANDMARK_UNIT, dtype=np.float32)


class TrackWriter:
    """Adds the faces of one frame after the other to a file; memory stays bounded. See `write_tracks`."""

    def __init__(self, file: h5py.Group, n_landmarks: int, check: Callable[[], None] = lambda: None) -> None:
        self._file = file
        self._check = check
        self._buffer: list[tuple[int, Sequence[TrackedFace]]] = []
        self._create("pts", (), np.int64)
        self._create("counts", (), np.int16)
        self._create("person", (), np.int16)
        self._create("boxes", (4,), np.float32)
        self._create("anchors", (3, 2), np.float32)
        self._create("scores", (), np.float32)
        self._create("new_track", (), np.bool_)
        self._create("landmarks", (n_landmarks, 2), np.int16)

    def append(self, pts: int, faces: Sequence[TrackedFace]) -> None:
        """Add the next frame: its timestamp and its faces, none or several, with their landmarks."""
        self._buffer.append((pts, faces))
        if len(self._buffer) >= _BUFFERED_FRAMES:
            self.flush()

    def flush(self) -> None:
        """Hand the frames added so far to the file.

        Raises
        ------
        au_studio.files.WriteError
            If the disk is full.
        """
        self._check()
        faces = [face for _, found in self._buffer for face in found]
        self._extend("pts", [pts for pts, _ in self._buffer])
        self._extend("counts", [len(found) for _, found in self._buffer])
        self._buffer.clear()
        if not faces:
            return
        self._extend("person", [f.person for f in faces])
        self._extend("boxes", [f.face.box for f in faces])
        self._extend("anchors", [f.face.anchors for f in faces])
        self._extend("scores", [f.face.score for f in faces])
        self._extend("new_track", [f.new_track for f in faces])
        self._extend("landmarks", [_quantised(f.face.landmarks) for f in faces])

    def _create(self, name: str, shape: tuple[int, ...], dtype: Any) -> None:
        bulky = name == "landmarks"
        self._file.create_dataset(
            name,
            (0, *shape),
            dtype,
            maxshape=(None, *shape),
            chunks=(64 if bulky else 1024, *shape),
            compression="lzf" if bulky else None,
            shuffle=bulky,
        )

    def _extend(self, name: str, rows: Sequence[Any]) -> None:
        data = self._file[name]
        start = len(data)
        data.resize(start + len(rows), axis=0)
        data[start:] = np.asarray(rows, dtype=data.dtype)


@contextlib.contextmanager
def write_tracks(
    path: Path, *, backend: str, n_landmarks: int, video_hash: str, reading: str = ""
) -> Iterator[TrackWriter]:
    """Write face tracks frame by frame; the file appears when the block ends, and not when it raises.

    Parameters
    ----------
    path : Path
        The file to write or replace.
    backend : str
        Name of the face backend.
    n_landmarks : int
        Landmarks per face.
    video_hash : str
        Content hash of the recording.
    reading : str
        `VideoIndex.reading` of the recording.

    Yields
    ------
    TrackWriter
        Takes the frames in their order.
    """
    with write_hdf5(path) as (file, check):
        file.attrs["schema"] = SCHEMA
        file.attrs["backend"] = backend
        file.attrs["video_hash"] = video_hash
        file.attrs["landmark_unit"] = LANDMARK_UNIT
        file.attrs[_SQUARE_PIXELS] = True
        file.attrs[_READING] = reading
        writer = TrackWriter(file, n_landmarks, check)
        yield writer
        writer.flush()


def tracks_backend(path: Path) -> str | None:
    """Return which face backend found the stored faces; None when there are none that can be read."""
    try:
        with h5py.File(path, "r") as file:
            return str(file.attrs["backend"])
    except (OSError, KeyError):
        return None


def load_tracks(
    path: Path, *, landmarks: bool = False, video: Path | None = None, reading: str | None = None
) -> FaceTracks:
    """Read face tracks.

    Parameters
    ----------
    path : Path
        A file of `TrackWriter`.
    landmarks : bool
        Read the landmarks too (about 2 kB a face).
    video : Path, optional
        The recording in whose pictures the coordinates are going to be used.
    reading : str, optional
        Its `VideoIndex.reading`, if an index is at hand.

    Raises
    ------
    TracksError
        If the file is missing, damaged, or of a newer version, or if its coordinates are not those of the
        pictures as they are shown now.
    """
    try:
        with h5py.File(path, "r") as file:
            if file.attrs["schema"] != SCHEMA:
                raise TracksError(
                    sentence("The face tracks {path} were written by a newer AU Studio.", path=path),
                    next_step="Analyse the recording again, or update AU Studio.",
                )
            oblong = video is not None and not file.attrs.get(_SQUARE_PIXELS, False)
            if oblong and video is not None and pixel_aspect_of(video) != SQUARE:
                raise TracksError(
                    sentence(
                        "The faces of {video} were found before its oblong pixels were shown square.",
                        video=video.name,
                    ),
                    next_step="Analyse the recording again.",
                )
            made = str(file.attrs.get(_READING, ""))
            other = made != reading if reading is not None else bool(video and not fits_reading(video, made))
            if other:
                raise TracksError(
                    sentence(
                        "The faces in {name} were found when the recording was read in another way.",
                        name=path.name,
                    ),
                    next_step="Analyse the recording again.",
                )
            return read_tracks(
                file, str(file.attrs["backend"]), str(file.attrs["video_hash"]), landmarks=landmarks
            )
    except (OSError, KeyError) as error:
        raise TracksError(
            sentence("The face tracks {path} cannot be read.", path=path),
            next_step="Delete the file and analyse the recording again.",
            details=str(error),
        ) from error


def read_tracks(file: h5py.Group, backend: str = "", video_hash: str = "", *, landmarks: bool) -> FaceTracks:
    """Read what a `TrackWriter` wrote from an opened file.

    Raises
    ------
    KeyError
        If something is missing.
    """
    counts = file["counts"][:].astype(np.int64)
    return FaceTracks(
        backend=backend,
        video_hash=video_hash,
        pts=file["pts"][:],
        offsets=np.concatenate([[0], np.cumsum(counts)]).astype(np.int64),
        person=file["person"][:],
        boxes=file["boxes"][:],
        anchors=file["anchors"][:],
        scores=file["scores"][:],
        new_track=file["new_track"][:],
        landmarks=file["landmarks"][:] if landmarks else None,
    )


def _quantised(points: NDArray[np.float32]) -> NDArray[np.int16]:
    steps = np.rint(points / LANDMARK_UNIT)
    limits = np.iinfo(np.int16)
    return np.asarray(np.clip(steps, limits.min, limits.max), dtype=np.int16)


def usable_tracks(path: Path | None, index: VideoIndex, video_hash: str, backend: str) -> FaceTracks | None:
    """Return stored face tracks when they belong to this recording and backend; None otherwise.

    Damaged or foreign tracks are no error: they are made again.
    """
    if path is None or not path.is_file():
        return None
    try:
        tracks = load_tracks(path, video=index.path, reading=index.reading)
    except TracksError:
        return None
    fits = (
        tracks.backend == backend
        and tracks.video_hash == video_hash
        and np.array_equal(tracks.pts, index.pts)
    )
    return tracks if fits else None
