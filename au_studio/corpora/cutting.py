"""Cut the faces of a labelled corpus, once: crops are kept on disk and read from there (memory-mapped).

Of every recording two files lie in the folder: ``NAME.crops``, the bare bytes of its crops, and
``NAME.json``, which says how they were made and is written last: an interrupted cutting goes on.
Labels are joined when crops are read, so that the same crops serve whatever the labels say.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from au_studio.corpora.frames import NumberedFrame, picture_frames, video_frames
from au_studio.corpora.labelled import CorpusError, LabelledCorpus, LabelledRecording, Material
from au_studio.errors import Stopped
from au_studio.face.align import CROP_SIZE, TEMPLATE, crop_face
from au_studio.face.backends import FaceBackend
from au_studio.face.target import TargetPerson
from au_studio.face.tracker import FaceTracker
from au_studio.files import atomic_path, write_text
from au_studio.learn.material.clips import MARGIN, Clip
from au_studio.video.aspect import SQUARE, pixel_aspect_of
from au_studio.video.hashing import content_hash
from au_studio.video.index import index_video
from au_studio.video.reading import first_picture_reading

SCHEMA = 1
SIDE = CROP_SIZE + 2 * MARGIN
MOST_FRAMES_APART = 1
"""Labels and video may differ by this many frames (DISFA's do); with more they do not belong together."""

OnProgress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class _Made:
    """How a file of crops was made, and which frames are in it."""

    schema: int
    source: str
    backend: str
    side: int
    frames: int
    numbers: list[int]
    times: list[float]
    restart: list[int]


def cut_corpus(
    corpus: LabelledCorpus,
    folder: Path,
    backend: FaceBackend,
    *,
    on_progress: OnProgress = lambda done, total, name: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Material:
    """Cut the face of every recording's main person, or read what was cut before.

    Parameters
    ----------
    corpus : LabelledCorpus
        What to cut.
    folder : Path
        Where the crops are kept: 62 kB a frame (8 GB for the whole of DISFA).
    backend : FaceBackend
        Finds the faces.
    on_progress : callable
        Hears (recordings done, recordings, name).
    should_stop : callable
        Asked at every frame.

    Returns
    -------
    Material
        One clip per recording; `restart` marks where the face was lost in between.

    Raises
    ------
    CorpusError
        If labels and frames do not belong together, or no face is found at all.
    Stopped
        If `should_stop` said so; complete recordings stay cut.
    au_studio.video.errors.VideoError
        If a video cannot be read.
    """
    clips: list[Clip] = []
    notices = list(corpus.notices)
    faceless = 0
    for number, recording in enumerate(corpus.recordings):
        on_progress(number, len(corpus.recordings), recording.name)
        made = _cut(recording, folder, backend, should_stop)
        notices += _check(recording, made)
        faceless += len(set(recording.label_numbers.tolist()) - set(made.numbers))
        if made.numbers:
            clips.append(_clip(recording, made, folder))
    on_progress(len(corpus.recordings), len(corpus.recordings), "")
    if not clips:
        raise CorpusError(
            f"No face was found in any recording of {corpus.name}.", next_step="Check the videos in a player."
        )
    return Material(corpus.name, corpus.aus, clips, corpus.protocols, tuple(notices), faceless)


def _check(recording: LabelledRecording, made: _Made) -> list[str]:
    """Return what is odd about labels and frames; raise when they do not belong together."""
    if recording.video is None:
        return []
    apart = int(recording.label_numbers[-1]) - made.frames if len(recording.label_numbers) else 0
    if abs(apart) > MOST_FRAMES_APART:
        raise CorpusError(
            f"{recording.name} has labels up to frame {recording.label_numbers[-1]}, and its video "
            f"{recording.video} has {made.frames} frames: they do not belong together.",
            next_step="Compare both files with the original corpus.",
        )
    if apart:
        more = "more labels than frames" if apart > 0 else "a frame more than labels"
        return [f"{recording.name} has {more}; they are joined by frame number."]
    return []


def _cut(
    recording: LabelledRecording, folder: Path, backend: FaceBackend, should_stop: Callable[[], bool]
) -> _Made:
    note, crops = folder / f"{recording.name}.json", folder / f"{recording.name}.crops"
    source = _fingerprint(recording)
    stored = _stored(note, crops, source, backend.name)
    if stored is not None:
        return stored
    note.unlink(missing_ok=True)
    numbers: list[int] = []
    times: list[float] = []
    restarts: list[int] = []
    n_frames = 0
    tracker, target = FaceTracker(backend), TargetPerson()
    previous: int | None = None
    with atomic_path(crops) as part, part.open("wb") as stream:
        for frame in _frames(recording):
            if should_stop():
                raise Stopped(f"The cutting of {recording.name} was stopped; start it again to go on.")
            n_frames += 1
            found = target.update(tracker.update(frame.image, frame.time))
            if found is None:
                previous = None
                continue
            if found.new_track or found.person != previous or frame.after_gap:
                restarts.append(len(numbers))
            previous = found.person
            stream.write(crop_face(frame.image, found.face, CROP_SIZE, MARGIN).tobytes())
            numbers.append(frame.number)
            times.append(round(frame.time, 6))
    made = _Made(SCHEMA, source, backend.name, SIDE, n_frames, numbers, times, restarts)
    write_text(note, json.dumps(asdict(made)))
    return made


def _frames(recording: LabelledRecording) -> Iterator[NumberedFrame]:
    if recording.video is not None:
        return video_frames(index_video(recording.video))
    return picture_frames(recording.pictures, recording.rate)


def _fingerprint(recording: LabelledRecording) -> str:
    """Return what identifies the frames of a recording, and the template that their crops are aligned to."""
    digest = hashlib.sha256(TEMPLATE.tobytes())
    if recording.video is not None:
        digest.update(content_hash(recording.video).encode())
        aspect = pixel_aspect_of(recording.video)
        if aspect != SQUARE:
            digest.update(f"pixel aspect {aspect}".encode())
        reading = first_picture_reading(recording.video)
        if reading:
            digest.update(f"reading {reading}".encode())
    for number, path in recording.pictures:
        digest.update(f"{number} {path.name} {path.stat().st_size}\n".encode())
    return digest.hexdigest()


def _stored(note: Path, crops: Path, source: str, backend: str) -> _Made | None:
    try:
        content: dict[str, Any] = json.loads(note.read_text(encoding="utf-8"))
        made = _Made(**content)
        whole = crops.stat().st_size == len(made.numbers) * SIDE * SIDE * 3
    except (OSError, ValueError, TypeError):
        return None
    fits = (made.schema, made.source, made.backend, made.side) == (SCHEMA, source, backend, SIDE)
    return made if fits and whole else None


def _clip(recording: LabelledRecording, made: _Made, folder: Path) -> Clip:
    numbers = np.array(made.numbers, dtype=np.int64)
    intensities = np.full((len(numbers), recording.labels.shape[1]), np.nan, dtype=np.float32)
    place = np.searchsorted(recording.label_numbers, numbers)
    place = np.minimum(place, max(0, len(recording.label_numbers) - 1))
    if len(recording.label_numbers):
        known = recording.label_numbers[place] == numbers
        intensities[known] = recording.labels[place[known]]
    restart = np.zeros(len(numbers), dtype=bool)
    restart[made.restart] = True
    crops = np.memmap(folder / f"{recording.name}.crops", np.uint8, "r", shape=(len(numbers), SIDE, SIDE, 3))
    return Clip(
        crops=crops,
        intensities=intensities,
        times=np.array(made.times),
        pts=numbers,
        restart=restart,
        group=recording.subject,
        source=recording.name,
    )
