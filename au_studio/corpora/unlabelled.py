"""Unlabelled clips from any folder of recordings, for stage 1."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from au_studio.errors import AUStudioError
from au_studio.face.align import CROP_SIZE, crop_face
from au_studio.face.backends import FaceBackend
from au_studio.face.tracker import FaceTracker
from au_studio.learn.clips import MARGIN, Clip
from au_studio.video.index import index_video
from au_studio.video.reader import FrameReader

FEWEST_FRAMES = 8


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
    tracker = FaceTracker(backend)
    runs: dict[int, list[tuple[np.ndarray, float, int]]] = {}
    with FrameReader(index_video(path)) as reader:
        for frame in reader.frames():
            seen = tracker.update(frame.image, frame.time)
            ended = (set(runs) - {t.person for t in seen}) | {t.person for t in seen if t.new_track}
            for person in sorted(ended & set(runs)):
                yield from _clip(path, runs.pop(person), n_aus)
            for tracked in seen:
                crop = crop_face(frame.image, tracked.face, CROP_SIZE, MARGIN)
                runs.setdefault(tracked.person, []).append((crop, frame.time, frame.pts))
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
