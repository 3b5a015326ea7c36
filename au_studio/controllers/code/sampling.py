"""Drawing the sample from the window: recordings are looked at in a thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from au_studio.coding.drawing import DrawPlan, Pool, draw_from, eligible_frames, pool_of
from au_studio.controllers.background import Background
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError, Stopped
from au_studio.study.recording_list import Status
from au_studio.video.index import VideoIndex, index_video


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
        if study is None:
            return 0
        try:
            drawn = draw_from(study, pools, plan)
        except AUStudioError as error:
            self._workspace.report(error)
            return 0
        if drawn is None:
            return 0
        for sample in drawn.samples:
            self._pools[sample.recording_id] = replace(self._pools[sample.recording_id], sample=sample)
        self.pools_changed.emit(self.pools)
        self.drawn_from.emit(drawn.before, drawn.after)
        self.drawn.emit()
        return drawn.new_frames

    # ---- the worker thread

    def _look(self, sources: Sequence[_Source], generation: int, stale: Callable[[], bool]) -> None:
        for source in sources:
            if stale():
                return
            found: tuple[VideoIndex, NDArray[np.bool_] | None] | AUStudioError
            try:
                index = source.index or index_video(source.path, should_stop=stale)
                found = index, eligible_frames(index, source.tracks, source.target)
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
            recording = study.recording(source.recording_id)
            self._pools[recording.id] = pool_of(study, recording, *found)
            self.pools_changed.emit(self.pools)
        self.loading_changed.emit(self._looked, self._total)
