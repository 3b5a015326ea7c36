"""A whole recording, streamed in bounded memory: decode, find faces, crop, estimate, write."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from au_studio.allocation import give_back_unused
from au_studio.analysis.analyzer import Analyzer, Shown
from au_studio.analysis.decoding import BY_SOFTWARE, Decoding
from au_studio.analysis.drawn_ahead import DrawnAhead
from au_studio.analysis.estimators import load_estimator
from au_studio.analysis.hands import Hands
from au_studio.analysis.kept_parts import KeptParts, Remembered
from au_studio.analysis.memory import Memory
from au_studio.analysis.provenance import about, manner, outcome, provenance
from au_studio.analysis.rest import REFINED, RUNNING, RestChoice, RestError, Traces, chosen
from au_studio.analysis.results import FrameAnalysis, RecordingAnalysis
from au_studio.analysis.rows import RowCollector
from au_studio.analysis.store import save_analysis
from au_studio.analysis.target_crops import LocatedFrame
from au_studio.analysis.threads import share, torch_threads
from au_studio.analysis.tracks import TrackWriter, usable_tracks, write_tracks
from au_studio.errors import AUStudioError, Stopped
from au_studio.texts import sentence
from au_studio.video.errors import UndecodableFrameError, VideoError
from au_studio.video.graphics_devices import GraphicsCardError
from au_studio.video.hashing import content_hash
from au_studio.video.index import VideoIndex, index_video
from au_studio.video.options import ReadingOptions
from au_studio.video.reader import Frame, FrameReader

if TYPE_CHECKING:
    import torch

BATCH = 16
"""Frames that go through the network at once; more is slower on a CPU (its caches are full)."""

BATCHES_AHEAD = 2
"""So many may wait for what depends on the frames before; their faces are looked at meanwhile."""
FRAMES_AHEAD = 4
"""A few decoded frames wait, not more: they are whole pictures."""

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
    options: ReadingOptions | None = None,
    rest: str | RestChoice = RUNNING,
    batch: int = BATCH,
    threads: int | None = None,
    on_progress: OnProgress | None = None,
    on_restored: OnProgress | None = None,
    on_notice: Callable[[str], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
    index: VideoIndex | None = None,
    decoding: Decoding = BY_SOFTWARE,
) -> RecordingAnalysis:
    """Estimate the intensities of every frame of a recording.

    One that was stopped or killed left what it had come to beside `out_h5` (`au_studio.analysis.kept_parts`):
    the same analysis then goes on from there, to the very same values.

    Parameters
    ----------
    path, model_path, out_h5 : Path, Path, Path or None
        Video, or a single picture; the checkpoint; where the analysis is written (atomically; None: nowhere).
    tracks_path, backend : Path or None, str
        Face tracks: reused when they belong to this recording and face backend, written otherwise.
    device, target_person : str or torch.device, int or None
        ``"auto"`` takes the fastest; None takes the person with the largest summed box area so far.
    options, index : ReadingOptions, VideoIndex, optional
        How it is read where the file leaves it open (by default as was said last); its index if it was made.
    rest : str or RestChoice
        What is taken for a person's rest (`au_studio.analysis.rest.RestChoice`); `on_progress` hears values
        of the running rest where another one is known only at the end.
    batch, threads, decoding : int, int or None, Decoding
        Frames that go through the network at once, threads (`au_studio.analysis.threads.share`), who decodes.
    on_progress, on_restored : callable, optional
        Hear (frames done, frames in all, their analyses) after every batch, and first of an earlier run's.
    on_notice, should_stop : callable, optional
        Hears what people should know and what stops nothing; is asked before every batch: True ends the work
        and leaves only what is needed to go on.

    Returns
    -------
    RecordingAnalysis
        One row per decoded frame.

    Raises
    ------
    IncompleteAnalysisError, PersonNotSeenError, au_studio.analysis.rest.RestError
        If the file is cut short (what could be read has been written); if who is to be read is in no frame,
        or no face is where it is said to be neutral.
    au_studio.video.errors.VideoError, au_studio.nn.checkpoint.CheckpointError, Stopped, GraphicsCardError
        If nothing of the recording, or not the model, can be read; if `should_stop` said so; if a card fails.
    """
    watch = _Watch(on_progress, on_restored, on_notice, should_stop)
    choice, shared = chosen(rest), share(threads)
    with torch_threads(shared.torch), Hands(shared.more) as hands:
        loading = hands.begin(functools.partial(load_estimator, model_path, device, shared.torch))
        index = index or index_video(path, options=options, should_stop=watch.should_stop)
        span = choice.span(index)
        video_hash = content_hash(path)
        stored = usable_tracks(tracks_path, index, video_hash, backend)
        estimator, card = loading()
        give_back_unused()
        analyzer = Analyzer(estimator, card, backend, target_person=target_person, tracks=stored, rest=choice)
        wanted = tracks_path if stored is None else None
        made = provenance(index, video_hash, model_path, card, rest=choice, span=span) | manner(analyzer)
        deciding = about(made, index, batch, stored)
        landmarks = None if wanted is None else analyzer.n_landmarks
        parts = decoding.parts(lambda told: KeptParts(out_h5, told, analyzer.aus, landmarks), deciding)
        run = _Run(index, analyzer, batch, parts, watch, hands=hands, span=span, decoding=decoding)
        return run.finish(made, out_h5, _track_writer(wanted, analyzer, video_hash, index.reading))


class _Watch:
    """Who hears of the work and who may end it; nobody by default."""

    def __init__(
        self,
        on_progress: OnProgress | None,
        on_restored: OnProgress | None,
        on_notice: Callable[[str], None] | None,
        should_stop: Callable[[], bool] | None,
    ) -> None:
        self.on_progress: OnProgress = on_progress or (lambda done, total, results: None)
        self.on_restored: OnProgress = on_restored or (lambda done, total, results: None)
        self.on_notice: Callable[[str], None] = on_notice or (lambda text: None)
        self.should_stop: Callable[[], bool] = should_stop or (lambda: False)


@dataclass(frozen=True, eq=False)
class _Batch:
    """Located frames, what was begun of their faces, what locating remembers, and how many were skipped."""

    frames: list[LocatedFrame]
    shown: Shown | None
    seen: Memory
    skipped: int


class _Run:
    """Analyses frame after frame, from where an earlier run has come to."""

    def __init__(
        self,
        index: VideoIndex,
        analyzer: Analyzer,
        batch: int,
        kept: KeptParts,
        watch: _Watch,
        *,
        hands: Hands,
        span: tuple[float, float],
        decoding: Decoding,
    ) -> None:
        self._decoding = decoding
        self._index = index
        self._analyzer = analyzer
        self._batch = batch
        self._kept = kept
        self._watch = watch
        self._hands = hands
        self._rows = RowCollector(analyzer.aus)
        self._traces = None
        if analyzer.has_rest and analyzer.rest.later:
            self._traces = Traces(analyzer.rest, span, index.path.name)
        self._persons: set[int] = set()
        self._last: _Batch | None = None
        # Where reading begins, and the first frame that is not done yet.
        self._read_from, self._next = 0, 0

    def finish(
        self,
        made: dict[str, Any],
        out_h5: Path | None,
        tracks: contextlib.AbstractContextManager[TrackWriter | None],
    ) -> RecordingAnalysis:
        """Analyse what is left, and write everything."""
        notices = [*self._index.notices, *self._analyzer.notices, *_no_rest(self._analyzer)]
        notices += self._decoding.why
        for text in notices:
            self._watch.on_notice(text)
        problem = self._stream(tracks)
        for text in self._decoding.notices():
            self._watch.on_notice(text)
            notices.append(text)
        how = outcome(len(self._rows), notices, problem) | self._decoding.outcome()
        analysis = self._rows.finish(made | how)
        if self._traces is not None:
            seen = analysis.success
            analysis.corners = np.full((len(seen), 2), np.nan, dtype=np.float32)
            found = self._traces.read(self._analyzer.estimator)
            analysis.intensities[seen], analysis.corners[seen] = found
        if out_h5 is not None:
            save_analysis(out_h5, analysis)
            self._kept.discard()
        if problem is not None:
            raise IncompleteAnalysisError(analysis, problem) from problem
        return analysis

    def _stream(self, tracks: contextlib.AbstractContextManager[TrackWriter | None]) -> VideoError | None:
        """Analyse what is left; return what ended it before its time."""
        problem: VideoError | None = None
        with tracks as writer:
            self._restore(writer)
            with DrawnAhead(self._located, BATCHES_AHEAD, self._hands) as batches:
                try:
                    for batch in batches:
                        self._stop_if_asked()
                        self._take(batch, writer)
                except (RestError, GraphicsCardError):
                    self._kept.discard()
                    raise
                except VideoError as error:
                    if len(self._rows) == 0:
                        raise
                    problem = error
            wanted = self._analyzer.target_person
            if wanted is not None and wanted not in self._persons:
                self._kept.discard()
                raise _not_seen(wanted, self._persons, self._index.path.name)
        return problem

    def _restore(self, writer: TrackWriter | None) -> None:
        """Take in what an earlier run has saved."""
        for stretch in self._kept.stretches():
            self._stop_if_asked()
            self._rows.restore(stretch.rows)
            if self._traces is not None and stretch.traces is not None:
                seen = stretch.rows.success
                self._traces.add(stretch.traces, stretch.rows.person[seen], stretch.rows.times[seen])
            positions = np.searchsorted(self._index.pts, stretch.rows.pts).tolist()
            faces = [stretch.faces_at(place) for place in range(len(stretch))]
            if writer is not None:
                for pts, found in zip(stretch.rows.pts.tolist(), faces, strict=True):
                    writer.append(pts, found)
            else:
                faces = [list(self._analyzer.known_faces(position)) for position in positions]
            self._next = positions[-1] + 1
            results = stretch.results(positions, faces)
            self._watch.on_restored(len(self._rows), self._index.n_frames, results)
        remembered = self._kept.remembered
        if remembered is None:
            return
        self._analyzer.recall(remembered.seen, remembered.felt)
        self._persons = remembered.persons
        # What a decoder gives after damage depends on everything before it; sound recordings can be entered.
        damaged = self._index.damaged or remembered.skipped
        self._read_from = 0 if damaged else self._next

    def _take(self, batch: _Batch, writer: TrackWriter | None) -> None:
        results = self._analyzer.infer(batch.frames, batch.shown)
        self._rows.add(batch.frames, results)
        self._kept.add(batch.frames, results)
        if self._traces is not None:
            self._traces.add_frames(results)
        self._persons.update(face.person for frame in batch.frames for face in frame.faces)
        self._last = batch
        if writer is not None:
            for frame in batch.frames:
                writer.append(frame.pts, frame.faces)
        if self._kept.due:
            self._save()
        self._watch.on_progress(len(self._rows), self._index.n_frames, results)

    def _save(self) -> None:
        last = self._last
        # The last frames of a recording may be no whole batch: those after them would be cut otherwise.
        if last is not None and len(last.frames) == self._batch:
            felt = self._analyzer.felt
            self._kept.save(Remembered(last.seen, felt, self._persons, last.skipped))

    def _stop_if_asked(self) -> None:
        if self._watch.should_stop():
            self._save()
            raise Stopped(f"The analysis of {self._index.path.name} was stopped.")

    def _located(self) -> Iterator[_Batch]:
        """Decode and locate in batches; what was decoded before an error comes before the error."""
        waiting: list[LocatedFrame] = []
        skipped = 0

        def batch() -> _Batch:
            shown = self._analyzer.ahead(waiting, self._hands.begin)
            return _Batch(waiting, shown, self._analyzer.seen, skipped)

        with DrawnAhead(self._frames, FRAMES_AHEAD, self._hands) as frames:
            try:
                for frame, passed_over in frames:
                    skipped = passed_over
                    waiting.append(self._analyzer.locate(frame))
                    if len(waiting) == self._batch:
                        yield batch()
                        waiting = []
            except VideoError:
                if waiting:
                    yield batch()
                raise
            if waiting:
                yield batch()

    def _frames(self) -> Iterator[tuple[Frame, int]]:
        """Decode; every frame comes with how many were passed over before it."""
        return self._decoding.watched(self._read())

    def _read(self) -> Generator[tuple[Frame, int]]:
        with FrameReader(self._index, threads=1, planes=True, source=self._decoding.source) as reader:
            for frame in reader.frames(self._read_from):
                if frame.position >= self._next:
                    yield frame, reader.skipped
            if reader.skipped:
                raise UndecodableFrameError(
                    sentence(
                        "{name} is damaged: {skipped} of its {n_frames} "
                        "frames could not be decoded and have no row.",
                        name=self._index.path.name,
                        skipped=reader.skipped,
                        n_frames=self._index.n_frames,
                    ),
                    next_step="Copy the recording again from its source, or leave those moments out.",
                )


def _no_rest(analyzer: Analyzer) -> list[str]:
    """Say so when a rest was chosen for a model that knows none; the usual ones are nobody's choice."""
    if analyzer.has_rest or analyzer.rest.kind in (RUNNING, REFINED):
        return []
    return [
        f"The rest “{analyzer.rest.kind}” has no effect: this model measures nothing from a person's rest."
    ]


def _not_seen(person: int, seen: set[int], name: str) -> PersonNotSeenError:
    asked: dict[str, object] = {"person": person, "name": name}
    if not seen:
        return PersonNotSeenError(
            sentence(
                "Nobody with the face_id {person} was seen in {name}; no face was seen at all.", **asked
            ),
            next_step="Check that this is the right recording.",
        )
    asked["numbers"] = ", ".join(str(number) for number in sorted(seen))
    return PersonNotSeenError(
        sentence("Nobody with the face_id {person} was seen in {name}; seen were: {numbers}.", **asked),
        next_step="Choose one who was seen, or nobody: who fills most of the picture is analysed then.",
    )


def _track_writer(
    path: Path | None, analyzer: Analyzer, video_hash: str, reading: str
) -> contextlib.AbstractContextManager[TrackWriter | None]:
    if path is None:
        return contextlib.nullcontext()
    return write_tracks(
        path,
        backend=analyzer.backend_name,
        n_landmarks=analyzer.n_landmarks,
        video_hash=video_hash,
        reading=reading,
    )
