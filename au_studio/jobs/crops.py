"""Face crops that training reads: cut once around chosen frames, kept on disk, cut again when unfit."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from au_studio.analysis.tracks import FaceTracks, TracksError, load_tracks
from au_studio.analysis.windows import extract_windows
from au_studio.files import write_text
from au_studio.jobs.control import Control
from au_studio.jobs.protocol import Progress, Report
from au_studio.learn.clips import Clip, ClipsError, read_clips, write_clips
from au_studio.video.hashing import content_hash

SCHEMA = 2


@dataclass(frozen=True)
class CropRequest:
    """Which crops are wanted.

    Attributes
    ----------
    video : Path
        The recording.
    tracks : Path or None
        Its face tracks, when they exist.
    pts : sequence of int
        Presentation timestamps around which crops are cut.
    before, after : int
        Frames of context on either side.
    backend : str
        Face backend when there are no tracks.
    target_person : int or None
        Whose face; None takes the one who fills most of the picture.
    aus : sequence of int
        Columns of the clips' intensities, all NaN.
    """

    video: Path
    tracks: Path | None
    pts: Sequence[int]
    before: int
    after: int
    backend: str
    target_person: int | None
    aus: Sequence[int]


@dataclass(frozen=True)
class _Made:
    """How a file of crops was made; it lies beside it. `tracks` is their digest, empty without any."""

    schema: int
    video_hash: str
    tracks: str
    backend: str
    target_person: int | None
    before: int
    after: int
    aus: list[int]
    pts: list[int]

    def serves(self, wanted: _Made) -> bool:
        """Whether the file holds what is wanted: the same, perhaps for more frames."""
        mine, other = asdict(self), asdict(wanted)
        return set(mine.pop("pts")) >= set(other.pop("pts")) and mine == other


def crops(request: CropRequest, path: Path, report: Report, control: Control) -> list[Clip]:
    """Return the crops that are asked for, from `path` when it holds them; otherwise cut and written there.

    Parameters
    ----------
    request : CropRequest
        What is wanted.
    path : Path
        File of crops (HDF5); how it was made is written beside it (``.json``).
    report : callable
        Hears the progress of the cutting.
    control : Control
        Stops the cutting, which leaves no file then.

    Raises
    ------
    au_studio.errors.AUStudioError
        If the recording cannot be read or the file cannot be written.
    """
    tracks = _tracks(request)
    wanted = _Made(
        schema=SCHEMA,
        video_hash=content_hash(request.video),
        tracks="" if tracks is None else tracks.digest(),
        backend=request.backend if tracks is None else tracks.backend,
        target_person=request.target_person,
        before=request.before,
        after=request.after,
        aus=list(request.aus),
        pts=sorted(set(request.pts)),
    )
    note = path.with_suffix(".json")
    stored = _stored(path, note, wanted)
    if stored is not None:
        return stored
    name = request.video.name
    clips = extract_windows(
        request.video,
        tracks,
        wanted.pts,
        before=request.before,
        after=request.after,
        backend=request.backend,
        target_person=request.target_person,
        aus=request.aus,
        on_progress=lambda done, total: report(Progress(done, total, f"Cutting the faces of {name}")),
        should_stop=control.should_stop,
    )
    control.created(path, note)
    note.unlink(missing_ok=True)
    write_clips(path, clips, request.aus)
    write_text(note, json.dumps(asdict(wanted)))
    return clips


def _stored(path: Path, note: Path, wanted: _Made) -> list[Clip] | None:
    try:
        made = _Made(**json.loads(note.read_text(encoding="utf-8")))
        return read_clips(path)[0] if made.serves(wanted) else None
    except (OSError, ValueError, TypeError, ClipsError):
        return None


def _tracks(request: CropRequest) -> FaceTracks | None:
    if request.tracks is None:
        return None
    try:
        return load_tracks(request.tracks)
    except TracksError:
        return None
