"""Analysis of a study's recordings by a command: one after the other, in this process, into the study."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from au_studio.analysis.models import ModelEntry
from au_studio.analysis.of_study import StudyAnalyses
from au_studio.analysis.rest_of_study import rest_of
from au_studio.errors import AUStudioError, Stopped
from au_studio.jobs.control import Control
from au_studio.jobs.job import AnalyzeJob
from au_studio.jobs.protocol import Report
from au_studio.jobs.run import execute
from au_studio.study.records import Recording
from au_studio.study.study import Study


@dataclass(frozen=True)
class Refused:
    """A recording that could not be analysed completely.

    Attributes
    ----------
    recording : Recording
    error : AUStudioError
        Why.
    stored : bool
        Whether what could be read of it is stored all the same.
    """

    recording: Recording
    error: AUStudioError
    stored: bool

    def __str__(self) -> str:
        what = " What could be read of it is stored." if self.stored else ""
        return f"{self.recording.name}: {self.error}{what}"


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


def analyse(
    study: Study,
    held: StudyAnalyses,
    recordings: Sequence[Recording],
    model: ModelEntry,
    *,
    device: str,
    report: Report,
    control: Control,
) -> list[Refused]:
    """Analyse those of the recordings that lack the analysis which the model would make now.

    Parameters
    ----------
    study : Study
        Open for writing: nobody else may write there meanwhile.
    held : StudyAnalyses
        Its analyses.
    recordings : sequence of Recording
        What is wanted.
    model : ModelEntry
        With which model.
    device : str
        Where to compute.
    report : callable
        Hears how far it is.
    control : Control
        Says when to end; what is begun goes on when it is asked for again.

    Returns
    -------
    list of Refused
        Those that failed; the others are stored.

    Raises
    ------
    Stopped
        When it was asked to.
    """
    refused = []
    for recording in recordings:
        if held.has_analysis(recording.id, model.id):
            continue
        try:
            execute(job_of(study, recording, model, backend=held.backend, device=device), report, control)
        except Stopped:
            raise
        except AUStudioError as error:
            refused.append(Refused(recording, error, held.has_analysis(recording.id, model.id)))
    return refused
