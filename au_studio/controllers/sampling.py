"""Drawing the sample: what can be drawn from each recording, and the draw itself."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from au_studio.analysis.tracks import TracksError, load_tracks
from au_studio.controllers.coding_faces import target_person_of
from au_studio.controllers.recordings import Status
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError, Stopped
from au_studio.study.records import Sample
from au_studio.study.sampling import count_for
from au_studio.video.index import VideoIndex, index_video


@dataclass(frozen=True)
class Amount:
    """How much to draw from each recording: a share of its frames, or a number of them."""

    fraction: float | None = None
    count: int | None = None

    def of(self, n_frames: int) -> int:
        """Return how many frames that is out of `n_frames` that can be coded."""
        if self.count is not None:
            return min(self.count, n_frames)
        return count_for(self.fraction or 0.02, n_frames) if n_frames else 0


@dataclass(frozen=True, eq=False)
class Pool:
    """What can be drawn from one recording.

    Attributes
    ----------
    recording_id, name : str
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

    def would_add(self, amount: Amount) -> int:
        """Return how many new frames a draw would add."""
        return min(amount.of(self.codable), max(self.codable - self.drawn, 0))


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
    """

    pools_changed = Signal(object)
    loading_changed = Signal(int, int)
    drawn = Signal()
    _found = Signal(int, object, object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._pools: dict[str, Pool] = {}
        self._generation = 0
        self._total = 0
        self._looked = 0
        self._thread: threading.Thread | None = None
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
        self._thread = threading.Thread(
            target=self._look, args=(sources, self._generation), name="sampling", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """Stop looking."""
        self._generation += 1
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def draw(self, recording_ids: Sequence[str], amount: Amount, seed: int) -> int:
        """Draw the sample of some recordings, or extend it where there is one.

        Parameters
        ----------
        recording_ids : sequence of str
            The recordings.
        amount : Amount
            How much to draw from each.
        seed : int
            Seed of new samples; an extension goes on with the seed of the sample that it extends.

        Returns
        -------
        int
            Number of new frames.
        """
        study = self._workspace.study
        added = 0
        for recording_id in recording_ids:
            pool = self._pools.get(recording_id)
            if study is None or pool is None or not pool.would_add(amount):
                continue
            index = pool.index
            try:
                if pool.sample is None:
                    sample = study.draw_sample(
                        recording_id,
                        seed=seed,
                        index_digest=index.digest(),
                        pts=index.pts,
                        eligible=pool.eligible,
                        fraction=amount.fraction,
                        count=amount.count,
                    )
                else:
                    sample = study.extend_sample(
                        pool.sample.id,
                        additional=pool.would_add(amount),
                        index_digest=index.digest(),
                        pts=index.pts,
                        eligible=pool.eligible,
                    )
            except AUStudioError as error:
                self._workspace.report(error)
                continue
            added += len(sample.pts) - pool.drawn
            self._pools[recording_id] = replace(pool, sample=sample)
        if added:
            self.pools_changed.emit(self.pools)
            self.drawn.emit()
        return added

    # ---- the worker thread

    def _look(self, sources: Sequence[_Source], generation: int) -> None:
        def stale() -> bool:
            return generation != self._generation

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
                source.recording_id, source.name, found[0], found[1], samples[0] if samples else None
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
    person = target_person_of(tracks, target)
    eligible = np.zeros(index.n_frames, dtype=np.bool_)
    frame_of = np.repeat(np.arange(tracks.n_frames), np.diff(tracks.offsets))
    eligible[frame_of[tracks.person == person]] = True
    return eligible
