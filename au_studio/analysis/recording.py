"""A whole recording, streamed in bounded memory: decode, find faces, crop, estimate, write."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import torch

from au_studio import __version__
from au_studio.analysis.ahead import Ahead
from au_studio.analysis.analyzer import Analyzer
from au_studio.analysis.located import LocatedFrame
from au_studio.analysis.results import FrameAnalysis, RecordingAnalysis
from au_studio.analysis.rows import RowCollector
from au_studio.analysis.store import save_analysis
from au_studio.analysis.tracks import FaceTracks, TracksError, TrackWriter, load_tracks, write_tracks
from au_studio.errors import AUStudioError, Stopped
from au_studio.nn.checkpoint import ModelCard, load_checkpoint
from au_studio.nn.device import choose_device, describe
from au_studio.video.errors import UndecodableFrameError, VideoError
from au_studio.video.hashing import content_hash
from au_studio.video.index import VideoIndex, index_video
from au_studio.video.reader import FrameReader

BATCH = 16
"""Frames that go through the network at once; more is slower on a CPU (its caches are full)."""

OnProgress = Callable[[int, int, list[FrameAnalysis]], None]


class IncompleteAnalysisError(AUStudioError):
    """The recording could be read only in part; what was read has been analysed and written.

    Attributes
    ----------
    analysis : RecordingAnalysis
        The analysis of the part that could be read; ``provenance["complete"]`` is False.
    """

    def __init__(self, analysis: RecordingAnalysis, cause: AUStudioError) -> None:
        super().__init__(cause.message, next_step=cause.next_step, details=cause.details)
        self.analysis = analysis


class PersonNotSeenError(AUStudioError):
    """The person to analyse appears in no frame, so there is nothing to write."""


def analyze_recording(
    path: Path,
    model_path: Path,
    out_h5: Path | None,
    *,
    tracks_path: Path | None = None,
    backend: str = "mediapipe",
    device: str | torch.device = "auto",
    target_person: int | None = None,
    batch: int = BATCH,
    on_progress: OnProgress | None = None,
    on_notice: Callable[[str], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> RecordingAnalysis:
    """Estimate the intensities of every frame of a recording.

    Parameters
    ----------
    path : Path
        Video, or a single picture.
    model_path : Path
        Checkpoint.
    out_h5 : Path or None
        Where the analysis is written (atomically); None writes nothing.
    tracks_path : Path or None
        Face tracks: reused when they belong to this recording and backend, written otherwise.
    backend : str
        Face backend.
    device : str or torch.device
        ``"auto"`` takes the fastest.
    target_person : int or None
        Person to analyse; None takes the one with the largest summed box area so far.
    batch : int
        Frames that go through the network at once; changes the speed, not the values.
    on_progress : callable, optional
        Hears (frames done, frames in all, their analyses) after every batch.
    on_notice : callable, optional
        Hears sentences that people should know and that stop nothing.
    should_stop : callable, optional
        Asked before every batch; True ends the work and leaves no file.

    Returns
    -------
    RecordingAnalysis
        One row per decoded frame.

    Raises
    ------
    IncompleteAnalysisError
        If the file is cut short: what could be read has been written.
    PersonNotSeenError
        If `target_person` appears in no frame; nothing is written.
    au_studio.video.errors.VideoError
        If nothing can be read.
    au_studio.nn.checkpoint.CheckpointError
        If the model cannot be loaded.
    Stopped
        When `should_stop` said so.
    """
    watch = _Watch(on_progress, on_notice, should_stop)
    index = index_video(path, should_stop=watch.should_stop)
    chosen = choose_device(device) if isinstance(device, str) else device
    model, card = load_checkpoint(model_path, chosen)
    video_hash = content_hash(path)
    stored = usable_tracks(tracks_path, index, video_hash, backend)
    analyzer = Analyzer(model, card, backend, chosen, target_person=target_person, tracks=stored)
    notices = [*index.notices, *analyzer.notices]
    for text in notices:
        watch.on_notice(text)
    wanted = tracks_path if stored is None else None
    rows, problem = _stream(index, analyzer, batch, _track_writer(wanted, analyzer, video_hash), watch)
    provenance = _provenance(index, video_hash, model_path, card)
    analysis = rows.finish(provenance | _manner(analyzer) | _outcome(len(rows), notices, problem))
    if out_h5 is not None:
        save_analysis(out_h5, analysis)
    if problem is not None:
        raise IncompleteAnalysisError(analysis, problem) from problem
    return analysis


class _Watch:
    """Who hears of the work and who may end it; nobody by default."""

    def __init__(
        self,
        on_progress: OnProgress | None,
        on_notice: Callable[[str], None] | None,
        should_stop: Callable[[], bool] | None,
    ) -> None:
        self.on_progress: OnProgress = on_progress or (lambda done, total, results: None)
        self.on_notice: Callable[[str], None] = on_notice or (lambda text: None)
        self.should_stop: Callable[[], bool] = should_stop or (lambda: False)


def _stream(
    index: VideoIndex,
    analyzer: Analyzer,
    batch: int,
    tracks: contextlib.AbstractContextManager[TrackWriter | None],
    watch: _Watch,
) -> tuple[RowCollector, VideoError | None]:
    """Analyse frame after frame; return the rows, and what ended them before their time."""
    rows = RowCollector(analyzer.aus)
    seen: set[int] = set()
    problem: VideoError | None = None
    with tracks as writer, Ahead(lambda: _located(index, analyzer, batch)) as batches:
        try:
            for located in batches:
                if watch.should_stop():
                    raise Stopped(f"The analysis of {index.path.name} was stopped.")
                results = analyzer.infer(located)
                rows.add(located, results)
                seen.update(face.person for frame in located for face in frame.faces)
                if writer is not None:
                    for frame in located:
                        writer.append(frame.pts, frame.faces)
                watch.on_progress(len(rows), index.n_frames, results)
        except VideoError as error:
            if len(rows) == 0:
                raise
            problem = error
        if analyzer.target_person is not None and analyzer.target_person not in seen:
            raise _not_seen(analyzer.target_person, seen, index.path.name)
    return rows, problem


def _not_seen(person: int, seen: set[int], name: str) -> PersonNotSeenError:
    numbers = ", ".join(str(number) for number in sorted(seen))
    return PersonNotSeenError(
        f"Nobody with the face_id {person} was seen in {name}; "
        + (f"seen were: {numbers}." if seen else "no face was seen at all."),
        next_step="Choose one who was seen, or nobody: who fills most of the picture is analysed then."
        if seen
        else "Check that this is the right recording.",
    )


def _track_writer(
    path: Path | None, analyzer: Analyzer, video_hash: str
) -> contextlib.AbstractContextManager[TrackWriter | None]:
    if path is None:
        return contextlib.nullcontext()
    return write_tracks(
        path, backend=analyzer.backend_name, n_landmarks=analyzer.n_landmarks, video_hash=video_hash
    )


def usable_tracks(path: Path | None, index: VideoIndex, video_hash: str, backend: str) -> FaceTracks | None:
    """Return stored face tracks when they belong to this recording and backend; None otherwise.

    Damaged or foreign tracks are no error: they are made again.
    """
    if path is None or not path.is_file():
        return None
    try:
        tracks = load_tracks(path, video=index.path)
    except TracksError:
        return None
    fits = (
        tracks.backend == backend
        and tracks.video_hash == video_hash
        and np.array_equal(tracks.pts, index.pts)
    )
    return tracks if fits else None


def _located(index: VideoIndex, analyzer: Analyzer, batch: int) -> Iterator[list[LocatedFrame]]:
    """Decode and locate in batches; what was decoded before an error comes before the error."""
    waiting: list[LocatedFrame] = []
    with FrameReader(index) as reader:
        try:
            for frame in reader.frames():
                waiting.append(analyzer.locate(frame))
                if len(waiting) == batch:
                    yield waiting
                    waiting = []
            if reader.skipped:
                raise UndecodableFrameError(
                    f"{index.path.name} is damaged: {reader.skipped} of its {index.n_frames} frames could "
                    "not be decoded and have no row.",
                    next_step="Copy the recording again from its source, or leave those moments out.",
                )
        except VideoError:
            if waiting:
                yield waiting
            raise
    if waiting:
        yield waiting


def _provenance(index: VideoIndex, video_hash: str, model_path: Path, card: ModelCard) -> dict[str, Any]:
    """Return what is analysed, by what, and when, in JSON types."""
    return {
        "app": "AU Studio",
        "app_version": __version__,
        "created": datetime.now(UTC).isoformat(timespec="seconds"),
        "model": {"file": model_path.name, "name": card.name, "sha256": card.sha256},
        "video": {
            "file": index.path.name,
            "content_hash": video_hash,
            "codec": index.codec,
            "width": index.width,
            "height": index.height,
            "rotation": index.rotation,
            "pixel_aspect": str(index.pixel_aspect),
            "frames": index.n_frames,
            "duration": index.duration,
            "mean_rate": index.mean_rate,
            "time_base": str(index.time_base),
        },
    }


def _manner(analyzer: Analyzer) -> dict[str, Any]:
    """Return how the faces are found and where the network runs, in JSON types."""
    return {
        "backend": analyzer.backend_name,
        "target_person": analyzer.target_person,
        "device": describe(analyzer.device),
    }


def _outcome(frames_read: int, notices: list[str], problem: VideoError | None) -> dict[str, Any]:
    """Return how far the analysis came and what people should know of it, in JSON types."""
    return {
        "complete": problem is None,
        "frames_read": frames_read,
        "notices": notices + ([str(problem)] if problem else []),
    }
