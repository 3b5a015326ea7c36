"""From a video to its intensities, in one call: the way of ``au-studio analyze``."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path

from au_studio.allocation import give_back
from au_studio.analysis.models import ModelEntry, find_model
from au_studio.analysis.processing import AtRest
from au_studio.analysis.recording import IncompleteAnalysisError as _Incomplete
from au_studio.analysis.rest import REFINED, RestChoice
from au_studio.analysis.results import RecordingAnalysis
from au_studio.api.analysis import Analysis
from au_studio.errors import AUStudioError
from au_studio.files import WriteError
from au_studio.jobs import analyze as job_analyze
from au_studio.jobs.control import Control
from au_studio.jobs.earlier import find_values
from au_studio.jobs.job import AnalyzeJob
from au_studio.jobs.protocol import Event, Notice, Progress
from au_studio.nn.checkpoint import read_card
from au_studio.video.hashing import content_hash
from au_studio.video.options import SOFTWARE, ReadingOptions, want_reading


class IncompleteAnalysisError(AUStudioError):
    """The recording could be read only in part.

    Attributes
    ----------
    analysis : Analysis
        Of what could be read; its `Analysis.complete` is False.
    """

    def __init__(self, analysis: Analysis, cause: AUStudioError) -> None:
        super().__init__(cause.message, next_step=cause.next_step, details=cause.details)
        self.analysis = analysis


def analyze(
    video: str | Path,
    *,
    model: str | Path | ModelEntry | None = None,
    person: int | None = None,
    output: str | Path | None = None,
    overwrite: bool = False,
    calibrate: AtRest = "off",
    smooth: float = 0.0,
    expected_errors: bool = False,
    rest: str | RestChoice = REFINED,
    backend: str = "mediapipe",
    device: str = "auto",
    threads: int | None = None,
    stream: int | None = None,
    deinterlace: bool = True,
    decoder: str = SOFTWARE,
    on_progress: Callable[[int, int], None] | None = None,
    on_notice: Callable[[str], None] | None = None,
) -> Analysis:
    """Estimate the intensities of every frame of a video.

    Parameters
    ----------
    video : str or Path
        The video; it is not changed.
    model : str, Path, ModelEntry or None
        Id, name or path of a model, or one of `au_studio.available_models`; None = the shipped one.
    person : int or None
        Who is read, as in ``face_id``; None = who fills most of the picture.
    output : str or Path, optional
        HDF5 file that keeps the values as the model gives them: the same call reads them there, or goes on.
    overwrite : bool
        Replace an `output` that is of another recording, model, person or rest.
    calibrate, smooth
        Calibrate and smooth what is returned, as `Analysis.processed` does; `output` stays as it is.
    expected_errors : bool
        Say how far off each intensity may be.
    rest : str or RestChoice
        What movement counts from: ``"refined"`` (all calm frames), ``"running"`` (those so far, as live),
        ``"none"``, ``"neutral:12.4"`` or ``"neutral:12.4-13"`` (the face then). Each is another analysis.
    backend, device : str
        Face backend, and where the network runs: ``"auto"``, ``"cpu"``, ``"cuda"`` or ``"mps"``.
    threads, stream, deinterlace, decoder
        Threads (None: what is quickest); number of the video stream among all of the file's, from 0; whether
        interlaced frames are made whole; ``"software"`` or, with its pictures compared, ``"graphics-card"``.
    on_progress, on_notice : callable, optional
        Hear (frames done, frames in all), and what people should know (`warnings` tell it otherwise).

    Returns
    -------
    Analysis
        One row per decoded frame.

    Raises
    ------
    IncompleteAnalysisError
        If the video is cut short; its ``analysis`` is of what could be read.
    au_studio.video.errors.VideoError, au_studio.analysis.models.ModelNotFoundError
        If the video or the model cannot be read.
    au_studio.analysis.rest.RestError, au_studio.files.WriteError
        If no face is where it is said to be neutral; if `output` cannot be written or is something else.
    """
    entry = model if isinstance(model, ModelEntry) else find_model(None if model is None else str(model))
    job = AnalyzeJob(
        video=str(Path(video).absolute()), model=str(entry.path.absolute()),
        output_h5=None if output is None else str(Path(output).absolute()), reuse=not overwrite,
        backend=backend, device=device, threads=threads, stream=stream, rest=str(rest), smooth=smooth,
        deinterlace=deinterlace, decoder=decoder, target_person=person, calibrate=calibrate,
        expected_errors=expected_errors,
    )  # fmt: skip
    errors = job_analyze.expected_errors_of(job)
    want_reading(Path(job.video), ReadingOptions(job.stream, job.deinterlace))
    _keep_what_is_another(job)
    try:
        rows = _intensities(job, _listener(on_progress, on_notice))
    except _Incomplete as error:
        asked = job_analyze.as_asked(job, error.analysis, errors)
        raise IncompleteAnalysisError(Analysis(asked), error) from error
    return Analysis(job_analyze.as_asked(job, rows, errors))


def _intensities(job: AnalyzeJob, hear: Callable[[Event], None]) -> RecordingAnalysis:
    """Analyse; what that has left in memory goes back, because a notebook analyses one after the other."""
    try:
        return job_analyze.intensities(job, hear, Control())
    finally:
        give_back()


def _listener(
    on_progress: Callable[[int, int], None] | None, on_notice: Callable[[str], None] | None
) -> Callable[[Event], None]:
    def warn(text: str) -> None:
        warnings.warn(text, stacklevel=2)

    tell = on_notice or warn

    def hear(event: Event) -> None:
        if isinstance(event, Notice):
            tell(event.text)
        elif isinstance(event, Progress) and event.total and on_progress is not None:
            on_progress(event.done, event.total)

    return hear


def _keep_what_is_another(job: AnalyzeJob) -> None:
    """Refuse to write over a file that is not what this analysis would make, unless that was asked for."""
    if not job.reuse or job.output_h5 is None or not Path(job.output_h5).exists():
        return
    if find_values(job, content_hash(Path(job.video)), read_card(Path(job.model)).sha256) is None:
        raise WriteError(
            f"{job.output_h5} exists already and is of another recording, model, person or rest.",
            next_step="Name another output, or replace it with overwrite=True.",
        )
