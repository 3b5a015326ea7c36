"""A study's recordings as a batch: several at once, into the study, with a record and a log of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

import numpy as np

from au_studio.analysis.models import ModelEntry
from au_studio.analysis.of_study import StudyAnalyses
from au_studio.analysis.rest_of_study import rest_of
from au_studio.analysis.store import AnalysisFileError, load_analysis
from au_studio.errors import AUStudioError
from au_studio.jobs.batch import Batch
from au_studio.jobs.batch_record import Item
from au_studio.jobs.console import Console
from au_studio.jobs.earlier import Earlier
from au_studio.jobs.job import AnalyzeJob
from au_studio.study.errors import VideoMissingError
from au_studio.study.records import Recording
from au_studio.study.study import Study

FOLDER = "analysis"
"""Where record and log lie in a study, beside the analyses."""


def job_of(
    study: Study, recording: Recording, model: ModelEntry, *, backend: str, device: str = "auto"
) -> AnalyzeJob:
    """Return the job that analyses a recording into its study, as the window would.

    Raises
    ------
    VideoMissingError
        If its video is not where it was.
    """
    options = study.reading_options(recording.id)
    return AnalyzeJob(
        video=str(study.locate(recording)),
        model=str(model.path),
        tracks=str(study.tracks_path(recording.id)),
        output_h5=str(study.analysis_path(recording.id, model.id)),
        backend=backend,
        target_person=recording.target_person,
        rest=str(rest_of(study, recording.id)),
        device=device,
        stream=options.stream,
        deinterlace=options.deinterlace,
    )


class StudyBatch(Batch):
    """The recordings of a study that a command wants analysed.

    What the study has already is skipped, whoever made it; what is there but would be made otherwise now is
    made anew, as in the window.

    Parameters
    ----------
    study : Study
        Open for writing: nobody else may write there meanwhile.
    held : StudyAnalyses
        Its analyses.
    recordings : sequence of Recording
        What is wanted; at least one.
    model : ModelEntry
        With which model.
    console : Console
        Where people read how it goes.
    device : str
        Where to compute.
    workers, threads : int
        How many recordings at once, and threads for each.
    each : int, optional
        Threads that work on one recording; by default those that are quickest.
    """

    def __init__(
        self,
        study: Study,
        held: StudyAnalyses,
        recordings: Sequence[Recording],
        model: ModelEntry,
        console: Console,
        *,
        device: str = "auto",
        workers: int = 1,
        threads: int = 1,
        each: int | None = None,
    ) -> None:
        self._held, self._model, self._recordings = held, model, list(recordings)
        self._missing: dict[int, AUStudioError] = {}
        jobs = []
        for number, recording in enumerate(recordings):
            try:
                job = job_of(study, recording, model, backend=held.backend, device=device)
            except VideoMissingError as error:
                # Its analysis may be there all the same; if not, this is why.
                self._missing[number] = error
                job = AnalyzeJob(str(recording.absolute_path), str(model.path), backend=held.backend)
            jobs.append(dataclasses.replace(job, threads=each))
        super().__init__(
            jobs,
            str(model.card.get("sha256", "")),
            console,
            workers=workers,
            threads=threads,
            folder=study.path / FOLDER,
        )
        for item, recording in zip(self.items, recordings, strict=True):
            item.label, item.size, item.content_hash = recording.name, recording.size, recording.content_hash
            # The study says what holds; what does not is made anew.
            item.job = dataclasses.replace(item.job, reuse=False)

    def look_at(self, item: Item, known: dict[str, Any] | None) -> None:
        """Look whether the study has the analysis of a recording, or lacks its video."""
        number = self.items.index(item)
        if not self.skip(item, known) and number in self._missing:
            self.end(number, self._missing[number])

    def find(self, item: Item) -> Earlier | None:
        """Return the finished analysis that the study holds of a recording, if it would be made so now."""
        recording = self._recordings[self.items.index(item)]
        if not self._held.has_analysis(recording.id, self._model.id):
            return None
        try:
            analysis = load_analysis(self._held.analysis_path(recording.id, self._model.id))
        except AnalysisFileError:
            return None
        made, times = analysis.provenance, analysis.times
        return Earlier(
            rows=len(times),
            rows_with_face=int(np.count_nonzero(analysis.success)),
            first=float(times[0]) if len(times) else None,
            last=float(times[-1]) if len(times) else None,
            complete=bool(made.get("complete", True)),
            notices=tuple(made.get("notices") or ()),
        )

    def tell_of_all(self) -> None:
        """Write nothing: ``au-studio export`` writes a study's tables."""
