"""Face crops that training reads: cut once around chosen frames, kept on disk, cut again when unfit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from au_studio.analysis.surroundings import cut_surroundings, merged_surroundings, positions_of
from au_studio.analysis.tracks import FaceTracks, TracksError, load_tracks
from au_studio.jobs.control import Control
from au_studio.jobs.protocol import Progress, Report
from au_studio.learn.material.clips import Clip
from au_studio.learn.material.crop_store import CropStore
from au_studio.texts import sentence
from au_studio.video.aspect import SQUARE
from au_studio.video.hashing import content_hash
from au_studio.video.index import VideoIndex, index_video

SCHEMA = 3


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
    n_aus : int
        Columns of the clips' intensities, all NaN.
    pictures : Path or None
        Folder of the frames that were stored when they were sampled.
    """

    video: Path
    tracks: Path | None
    pts: Sequence[int]
    before: int
    after: int
    backend: str
    target_person: int | None
    n_aus: int
    pictures: Path | None = None


@dataclass(frozen=True, eq=False)
class AskedClip:
    """Crops, and which of the asked frames (timestamps) they are there for; no frame is asked for twice."""

    clip: Clip
    asked: frozenset[int]


def crops(request: CropRequest, path: Path, report: Report, control: Control) -> list[AskedClip]:
    """Return the crops that are asked for; those that `path` does not hold yet are cut and added to it.

    What has been cut stays whatever happens, so that neither a killed run nor the next training has to decode
    the recording again.

    Parameters
    ----------
    request : CropRequest
        What is wanted.
    path : Path
        Store of crops, without ending (see `au_studio.learn.material.crop_store`).
    report : callable
        Hears the progress of the cutting.
    control : Control
        Stops the cutting.

    Returns
    -------
    list of AskedClip
        Their crops lie on the disk and are read when they are looked at. Windows without the face are left
        out.

    Raises
    ------
    au_studio.errors.AUStudioError
        If the recording cannot be read or the file cannot be written.
    """
    tracks = _tracks(request)
    index = index_video(request.video, should_stop=control.should_stop)
    positions = positions_of(index, request.pts).tolist()
    with CropStore(path, _how(request, tracks, index)) as store:
        missing = [p for p in positions if store.clip_around(*_context(p, index, request)) is None]
        _cut(missing, index, tracks, request, store, report=report, control=control)
        asked: dict[int, set[int]] = defaultdict(set)
        for position in positions:
            number = store.clip_around(*_context(position, index, request))
            assert number is not None
            asked[number].add(int(index.pts[position]))
        clips = [(store.clip(number, request.n_aus), asked[number]) for number in sorted(asked)]
    return [AskedClip(clip, frozenset(pts)) for clip, pts in clips if clip is not None]


def _cut(
    positions: Sequence[int],
    index: VideoIndex,
    tracks: FaceTracks | None,
    request: CropRequest,
    store: CropStore,
    *,
    report: Report,
    control: Control,
) -> None:
    if not positions:
        return
    text = sentence("Cutting the faces of {video}", video=request.video.name)
    for cut in cut_surroundings(
        index,
        tracks,
        merged_surroundings(positions, index.n_frames, request.before, request.after),
        backend=request.backend,
        target_person=request.target_person,
        n_aus=request.n_aus,
        pictures=request.pictures,
        on_progress=lambda done, total: report(Progress(done, total, text)),
        should_stop=control.should_stop,
    ):
        store.append(cut.start, cut.stop, cut.clip)


def _context(position: int, index: VideoIndex, request: CropRequest) -> tuple[int, int]:
    return max(0, position - request.before), min(index.n_frames, position + request.after + 1)


def _how(request: CropRequest, tracks: FaceTracks | None, index: VideoIndex) -> dict[str, Any]:
    """Return what decides how a crop looks."""
    # Square pixels are not mentioned: crops of them that were cut before still fit.
    oblong = {} if index.pixel_aspect == SQUARE else {"pixel_aspect": str(index.pixel_aspect)}
    corrected = {"reading": index.reading} if index.reading else {}
    return {
        **oblong,
        **corrected,
        "schema": SCHEMA,
        "video_hash": content_hash(request.video),
        "tracks": "" if tracks is None else tracks.digest(),
        "backend": request.backend if tracks is None else tracks.backend,
        "target_person": request.target_person,
    }


def _tracks(request: CropRequest) -> FaceTracks | None:
    if request.tracks is None:
        return None
    try:
        return load_tracks(request.tracks, video=request.video)
    except TracksError:
        return None
