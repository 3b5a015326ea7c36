"""Unlabelled clips from any folder of recordings, for stage 1."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np

from au_studio.corpora.frames import numbered_pictures, picture_frames
from au_studio.errors import AUStudioError
from au_studio.face.align import CROP_SIZE, crop_face
from au_studio.face.backends import FaceBackend
from au_studio.face.model import Image
from au_studio.face.tracker import FaceTracker
from au_studio.learn.material.clips import MARGIN, Clip
from au_studio.video.index import index_video
from au_studio.video.reader import FrameReader

FEWEST_FRAMES = 8
_PICTURE_RATE = 25.0  # frames a second; only the tracker looks at the times


def face_clips(path: Path, backend: FaceBackend, n_aus: int) -> Iterator[Clip]:
    """Cut the runs of every tracked person's face out of one recording.

    Parameters
    ----------
    path : Path
        Video file.
    backend : FaceBackend
        Finds the faces.
    n_aus : int
        Columns of the (empty) intensities.

    Yields
    ------
    Clip
        Runs of at least `FEWEST_FRAMES` consecutive frames; every intensity is NaN, `group` is the file's
        stem.

    Raises
    ------
    au_studio.video.errors.VideoError
        If the recording cannot be read.
    """
    with FrameReader(index_video(path)) as reader:
        yield from _face_runs(path, ((f.image, f.time, f.pts) for f in reader.frames()), backend, n_aus)


def picture_clips(folder: Path, backend: FaceBackend, n_aus: int, length: int, most: int) -> Iterator[Clip]:
    """Cut the runs of every tracked person's face out of numbered pictures, such as those of Aff-Wild2.

    Parameters
    ----------
    folder : Path
        Pictures whose names end in their number; a gap in the numbers ends a run.
    backend, n_aus
        As in `face_clips`.
    length, most : int
        Of a long sequence, at most so many stretches of so many pictures are read, evenly spread.

    Yields
    ------
    Clip
        As of `face_clips`; `pts` are the pictures' numbers.

    Raises
    ------
    au_studio.corpora.labelled.CorpusError
        If a picture cannot be read.
    """
    pictures = numbered_pictures(folder)
    count = min(most, max(1, len(pictures) // length))
    for start in np.linspace(0, max(0, len(pictures) - length), count).astype(int).tolist():
        part: list[tuple[Image, float, int]] = []
        for frame in picture_frames(pictures[start : start + length], _PICTURE_RATE):
            if frame.after_gap:
                yield from _face_runs(folder, part, backend, n_aus)
                part = []
            part.append((frame.image, frame.time, frame.number))
        yield from _face_runs(folder, part, backend, n_aus)


def _face_runs(
    path: Path, frames: Iterable[tuple[Image, float, int]], backend: FaceBackend, n_aus: int
) -> Iterator[Clip]:
    """Yield the runs of every person's face in frames (picture, seconds, pts) that follow each other."""
    tracker = FaceTracker(backend)
    runs: dict[int, list[tuple[np.ndarray, float, int]]] = {}
    for image, time, pts in frames:
        seen = tracker.update(image, time)
        ended = (set(runs) - {t.person for t in seen}) | {t.person for t in seen if t.new_track}
        for person in sorted(ended & set(runs)):
            yield from _clip(path, runs.pop(person), n_aus)
        for tracked in seen:
            crop = crop_face(image, tracked.face, CROP_SIZE, MARGIN)
            runs.setdefault(tracked.person, []).append((crop, time, pts))
    for run in runs.values():
        yield from _clip(path, run, n_aus)


def folder_clips(
    paths: list[Path], backend: FaceBackend, n_aus: int, on_progress: Callable[[int, int, str], None]
) -> tuple[list[Clip], list[AUStudioError]]:
    """Cut faces out of many recordings; one that cannot be read is reported and does not end the work."""
    clips: list[Clip] = []
    failures: list[AUStudioError] = []
    for number, path in enumerate(paths):
        on_progress(number, len(paths), path.name)
        try:
            clips.extend(face_clips(path, backend, n_aus))
        except AUStudioError as error:
            failures.append(error)
    return clips, failures


def _clip(path: Path, run: list[tuple[np.ndarray, float, int]], n_aus: int) -> Iterator[Clip]:
    if len(run) < FEWEST_FRAMES:
        return
    restart = np.zeros(len(run), dtype=bool)
    restart[0] = True
    yield Clip(
        crops=np.stack([crop for crop, _, _ in run]),
        intensities=np.full((len(run), n_aus), np.nan, dtype=np.float32),
        times=np.array([time for _, time, _ in run]),
        pts=np.array([pts for _, _, pts in run], dtype=np.int64),
        restart=restart,
        group=path.stem,
        source=str(path.name),
    )
