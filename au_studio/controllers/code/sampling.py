"""Drawing the sample: what can be drawn from each recording, and the draw itself."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from au_studio.analysis.targets import target_rows
from au_studio.analysis.tracks import TracksError, load_tracks
from au_studio.controllers.background import Background
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError, Stopped
from au_studio.study import sampling
from au_studio.study.recording_list import Status
from au_studio.study.records import Sample
from au_studio.study.samples import DrawRequest
from au_studio.study.sampling import count_for
from au_studio.video.index import VideoIndex, index_video


@dataclass(frozen=True)
class Amount:
    """How much to draw: a share of the frames, or a number of them."""

    fraction: float | None = None
    count: int | None = None

    def of(self, n_frames: int) -> int:
        """Return how many frames that is out of `n_frames` that can be coded."""
        if self.count is not None:
            return min(self.count, n_frames)
        return count_for(self.fraction or 0.02, n_frames) if n_frames else 0


@dataclass(frozen=True)
class DrawPlan:
    """What the dialog asks for.

    Attributes
    ----------
    amount : Amount
        How much: of each recording, or of all together when `pooled`.
    seed : int
        Seed of recordings that have no sample yet.
    pooled : bool
        One draw over all recordings.
    spacing : float
        Least distance of two frames in seconds, for recordings that have no sample yet.
    overlap : float
        Share of the sample (0 to 1) that a second coder rates, too.
    """

    amount: Amount
    seed: int
    pooled: bool = False
    spacing: float = 0.0
    overlap: float = 0.0


@dataclass(frozen=True, eq=False)
class Pool:
    """What can be drawn from one recording.

    Attributes
    ----------
    recording_id, name, content_hash : str
        The recording.
    index : VideoIndex
        Its timestamps.
    eligible : bool[T] or None
        Frames with the target person's face; None while nobody has looked (every frame may be drawn then).
    sample : Sample or None
        What was drawn before.
    """

    recording_id: str
    name: str
    content_hash: str
    index: VideoIndex
    eligible: NDArray[np.bool_] | None
    sample: Sample | None

    @property
    def drawn(self) -> int:
        """Frames drawn before."""
        return len(self.sample.pts) if self.sample else 0

    @property
    def codable(self) -> int:
        """Frames that may be drawn, those drawn before included."""
        return self.index.n_frames if self.eligible is None else int(np.count_nonzero(self.eligible))

    @property
    def spacing(self) -> float:
        """Least distance of two frames of the sample, in seconds; 0 without a sample."""
        return self.sample.spacing * float(self.index.time_base) if self.sample else 0.0

    def would_add(self, amount: Amount) -> int:
        """Return how many new frames a draw from this recording alone would add."""
        return min(amount.of(self.codable), len(self.free))

    @functools.cached_property
    def free(self) -> NDArray[np.int64]:
        """Positions of the frames that can still be drawn, int64[F]."""
        free = np.ones(self.index.n_frames, dtype=np.bool_) if self.eligible is None else self.eligible.copy()
        if self.sample is not None:
            free[np.searchsorted(self.index.pts, self.sample.pts)] = False
        return np.flatnonzero(free)

    def numbers(self, seed: int) -> NDArray[np.uint64]:
        """Return the random number of every frame, uint64[T]; a sample keeps its seed and rule."""
        method = self.sample.method if self.sample else sampling.METHOD
        source = sampling.Source(self.index.digest(), self.content_hash, method)
        return _numbers(self.index, self.sample.seed if self.sample else seed, source)

    def request(self, plan: DrawPlan) -> DrawRequest:
        """Return what the study needs to know to draw from it."""
        spacing = math.ceil(plan.spacing / float(self.index.time_base)) if plan.spacing else 0
        return DrawRequest(self.recording_id, self.index.digest(), self.index.pts, self.eligible, spacing)


def preview(pools: Sequence[Pool], plan: DrawPlan) -> tuple[int, ...]:
    """Return how many new frames each recording would give; with a least distance it may be fewer."""
    if not plan.pooled:
        return tuple(pool.would_add(plan.amount) for pool in pools)
    if not pools:
        return ()
    wanted = plan.amount.of(sum(pool.codable for pool in pools))
    drawn = [pool.numbers(plan.seed)[pool.free] for pool in pools]
    together = np.concatenate(drawn)
    if wanted >= len(together):
        return tuple(len(numbers) for numbers in drawn)
    limit = np.partition(together, wanted)[wanted]
    return tuple(int(np.count_nonzero(numbers < limit)) for numbers in drawn)


@functools.lru_cache(maxsize=64)
def _numbers(index: VideoIndex, seed: int, source: sampling.Source) -> NDArray[np.uint64]:
    return sampling.numbers(index.n_frames, seed, source)


@dataclass(frozen=True)
class _Source:
    recording_id: str
    name: str
    path: Path
    index: VideoIndex | None
    tracks: Path | None
    target: int | None


class SamplingController(QObject):
    """Finds out in a worker thread what can be drawn, and draws.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.

    Signals
    -------
    pools_changed(tuple of Pool)
        Another recording has been looked at.
    loading_changed(int, int)
        So many of so many recordings have been looked at.
    drawn()
        The sample was drawn or extended.
    drawn_from(DrawnState, DrawnState)
        The same, with the samples of these recordings before and after.
    """

    pools_changed = Signal(object)
    loading_changed = Signal(int, int)
    drawn = Signal()
    drawn_from = Signal(object, object)
    _found = Signal(int, object, object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._pools: dict[str, Pool] = {}
        self._generation = 0
        self._total = 0
        self._looked = 0
        self._background = Background("sampling", self)
        self._background.failed.connect(workspace.report)
        self._found.connect(self._on_found)

    @property
    def pools(self) -> tuple[Pool, ...]:
        """The recordings looked at so far, in the order of the study."""
        return tuple(self._pools.values())

    def load(self) -> None:
        """Look at every recording of the study: timestamps, faces if they were tracked, earlier draws."""
        self.close()
        study = self._workspace.study
        usable = [
            item
            for item in self._workspace.recordings()
            if item.status not in {Status.CHECKING, Status.PROBLEM}
        ]
        self._pools, self._looked, self._total = {}, 0, len(usable)
        sources = [
            _Source(
                item.id,
                item.name,
                Path(item.path),
                self._workspace.index_of(item.id),
                self._workspace.tracks_path(item.id),
                self._workspace.target_person(item.id),
            )
            for item in usable
            if study is not None
        ]
        generation = self._generation
        self._background.run(lambda stop: self._look(sources, generation, stop))

    def close(self) -> None:
        """Stop looking."""
        self._generation += 1
        self._background.close()

    def draw(self, recording_ids: Sequence[str], plan: DrawPlan) -> int:
        """Draw the sample of some recordings, or extend it where there is one: all of them or none.

        Parameters
        ----------
        recording_ids : sequence of str
            The recordings.
        plan : DrawPlan
            How much, and how.

        Returns
        -------
        int
            Number of new frames.
        """
        study = self._workspace.study
        pools = [self._pools[key] for key in recording_ids if key in self._pools]
        pools = [pool for pool in pools if plan.pooled or pool.would_add(plan.amount)]
        if study is None or not pools:
            return 0
        drawn = [pool.recording_id for pool in pools]
        try:
            before = study.drawn_state(drawn)
            samples = study.draw(
                [pool.request(plan) for pool in pools],
                seed=plan.seed,
                fraction=plan.amount.fraction,
                count=plan.amount.count,
                pooled=plan.pooled,
                overlap=plan.overlap,
            )
        except AUStudioError as error:
            self._workspace.report(error)
            return 0
        for pool, sample in zip(pools, samples, strict=True):
            self._pools[pool.recording_id] = replace(pool, sample=sample)
        self.pools_changed.emit(self.pools)
        self.drawn_from.emit(before, study.drawn_state(drawn))
        self.drawn.emit()
        return sum(len(s.pts) for s in samples) - sum(pool.drawn for pool in pools)

    # ---- the worker thread

    def _look(self, sources: Sequence[_Source], generation: int, stale: Callable[[], bool]) -> None:
        for source in sources:
            if stale():
                return
            found: tuple[VideoIndex, NDArray[np.bool_] | None] | AUStudioError
            try:
                index = source.index or index_video(source.path, should_stop=stale)
                found = index, _eligible(index, source.tracks, source.target)
            except Stopped:
                return
            except AUStudioError as error:
                found = error
            self._found.emit(generation, source, found)

    def _on_found(
        self,
        generation: int,
        source: _Source,
        found: tuple[VideoIndex, NDArray[np.bool_] | None] | AUStudioError,
    ) -> None:
        study = self._workspace.study
        if generation != self._generation or study is None:
            return
        self._looked += 1
        if isinstance(found, AUStudioError):
            self._workspace.report(found)
        else:
            samples = study.samples(source.recording_id)
            self._pools[source.recording_id] = Pool(
                source.recording_id,
                source.name,
                study.recording(source.recording_id).content_hash,
                found[0],
                found[1],
                samples[0] if samples else None,
            )
            self.pools_changed.emit(self.pools)
        self.loading_changed.emit(self._looked, self._total)


def _eligible(index: VideoIndex, tracks_path: Path | None, target: int | None) -> NDArray[np.bool_] | None:
    """Return which frames show the target person; None when the faces were not tracked (all of them)."""
    if tracks_path is None or not tracks_path.is_file():
        return None
    try:
        tracks = load_tracks(tracks_path)
    except TracksError:
        return None
    if not np.array_equal(tracks.pts, index.pts):
        return None
    return target_rows(tracks, target) >= 0
