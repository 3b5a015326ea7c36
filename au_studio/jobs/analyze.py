"""Run an analysis: intensities to HDF5 and tables; a file cut short leaves its readable part, and fails."""

from __future__ import annotations

import dataclasses
import time
from pathlib import Path
from typing import Any

import numpy as np

from au_studio.analysis.decoding import Decoding, decoded_by
from au_studio.analysis.processing import Processing, with_errors
from au_studio.analysis.recording import IncompleteAnalysisError, analyze_recording
from au_studio.analysis.results import FrameAnalysis, RecordingAnalysis
from au_studio.analysis.store import discard_kept, load_analysis
from au_studio.errors import AUStudioError, Stopped
from au_studio.files import together
from au_studio.jobs.control import Control
from au_studio.jobs.earlier import find_values, settings_of, tables_of
from au_studio.jobs.job import AnalyzeJob
from au_studio.jobs.outputs import output_files, sidecar_path, table_path
from au_studio.jobs.protocol import Notice, Progress, Report
from au_studio.nn.card import read_card
from au_studio.nn.expected_error import ExpectedErrors, expected_errors_in
from au_studio.stats.episodes import DEFAULT_RULE
from au_studio.texts import sentence
from au_studio.video.hashing import content_hash
from au_studio.video.index import VideoIndex, index_video
from au_studio.video.options import ReadingOptions, want_reading

PROGRESS_SECONDS = 0.2
"""Progress is reported at most this often."""


class NoExpectedErrorsError(AUStudioError):
    """Expected errors were asked for of a model that nobody has fitted them for."""


def run(
    job: AnalyzeJob, report: Report, control: Control, *, index: VideoIndex | None = None
) -> dict[str, Any]:
    """Analyse one recording and write what the job asks for.

    Unless it is cancelled, a job that ends early leaves what it has come to beside `output_h5`; the next
    analysis of that recording by that model goes on from there, be it a job or the one for the screen.
    The `index` of the recording is made unless somebody has made it already.

    Returns
    -------
    dict
        ``frames``, ``frames_with_face``, ``seconds``, the paths of the ``files`` written, and whether the
        intensities were there already (``reused``).

    Raises
    ------
    IncompleteAnalysisError
        If the file is cut short; what could be read has been written.
    au_studio.errors.AUStudioError
        If nothing could be analysed or written.
    """
    errors = expected_errors_of(job)
    if "parquet" in job.formats:
        from au_studio.export import parquet  # noqa: PLC0415  its library need not be there

        parquet.require()  # hours of work would end in this error otherwise
    files = output_files(job)
    control.created(*files, *([Path(job.tracks)] if job.tracks else []))
    started = time.monotonic()
    incomplete: IncompleteAnalysisError | None = None
    before = _written(job.output_h5)
    try:
        analysis = intensities(job, report, control, index=index)
    except IncompleteAnalysisError as error:
        incomplete, analysis = error, error.analysis
    control.check()
    with together(path for path in files if str(path) != job.output_h5):
        write_tables(job, analysis, errors, time.monotonic() - started)
    if incomplete is not None:
        raise incomplete
    return {
        "frames": len(analysis.pts),
        "frames_with_face": int(analysis.success.sum()),
        "seconds": round(time.monotonic() - started, 3),
        "files": [str(path) for path in files],
        "reused": before is not None and before == _written(job.output_h5),
    }


def _written(path: str | None) -> tuple[int, int] | None:
    """Return what tells a file from a later one of its name; None where there is none."""
    try:
        found = None if path is None else Path(path).stat()
    except OSError:
        return None
    return None if found is None else (found.st_ino, found.st_mtime_ns)


def intensities(
    job: AnalyzeJob, report: Report, control: Control, *, index: VideoIndex | None = None
) -> RecordingAnalysis:
    """Return the intensities that a job is about, as the model gives them; no table is written.

    They are taken from `output_h5` when `reuse` allows it, and written there otherwise.

    Raises
    ------
    IncompleteAnalysisError
        If the file is cut short; its ``analysis`` is of the part that could be read.
    Stopped
        When `control` said so.
    au_studio.errors.AUStudioError
        If nothing could be analysed or written.
    """
    video = Path(job.video)
    want_reading(video, ReadingOptions(job.stream, job.deinterlace))
    teller = _Teller(video.name, report)
    report(Progress(0, 0, sentence("Reading {video}", video=video.name)))
    incomplete: IncompleteAnalysisError | None = None

    def indexed() -> VideoIndex:
        return index or index_video(video, should_stop=control.should_stop)

    def analyzed(decoding: Decoding, made: VideoIndex | None) -> RecordingAnalysis:
        return analyze_recording(
            video,
            Path(job.model),
            None if job.output_h5 is None else Path(job.output_h5),
            tracks_path=None if job.tracks is None else Path(job.tracks),
            backend=job.backend,
            device=job.device,
            target_person=job.target_person,
            rest=job.rest,
            threads=job.threads,
            on_progress=teller.on_progress,
            on_restored=teller.on_restored,
            on_notice=teller.on_notice,
            should_stop=control.should_stop,
            index=made or index,
            decoding=decoding,
        )

    stored = _stored(job)
    try:
        analysis = stored or decoded_by(job.decoder, indexed, analyzed)
    except IncompleteAnalysisError as error:
        incomplete, analysis = error, error.analysis
    except Stopped:
        if control.cancelled and job.output_h5 is not None:
            discard_kept(Path(job.output_h5))
        raise
    control.check()
    if job.target_person is None:
        _tell_of_several(video, analysis, report)
    if stored is not None and stored.provenance.get("complete") is False:
        incomplete = IncompleteAnalysisError(stored, AUStudioError(stored.provenance["notices"][-1]))
    if incomplete is not None:
        raise incomplete
    return analysis


class _Teller:
    """Reports how far an analysis is, seldom enough, and where it went on."""

    def __init__(self, name: str, report: Report) -> None:
        self._name, self._report = name, report
        self._last, self._restored = 0.0, 0
        self._told: set[str] = set()

    def on_notice(self, text: str) -> None:
        """Hear what people should know; who begins anew says it once more, and it is told once."""
        if text not in self._told:
            self._told.add(text)
            self._report(Notice(text))

    def on_restored(self, done: int, _total: int, _: list[FrameAnalysis]) -> None:
        """Hear how much an earlier run had done; it is told once the work goes on."""
        self._restored = done

    def on_progress(self, done: int, total: int, _: list[FrameAnalysis]) -> None:
        """Hear how far the work is."""
        if self._restored:
            self._report(
                Notice(
                    sentence(
                        "Going on after frame {restored:,} of {name}, where it was interrupted.",
                        restored=self._restored,
                        name=self._name,
                    )
                )
            )
            self._restored = 0
        now = time.monotonic()
        if now - self._last >= PROGRESS_SECONDS or done >= total:
            self._last = now
            self._report(Progress(done, total, sentence("Analysing {name}", name=self._name)))


def _tell_of_several(video: Path, analysis: RecordingAnalysis, report: Report) -> None:
    """Say so when the values of a recording are of more than one person."""
    if len(np.unique(analysis.person[analysis.success])) > 1:
        report(
            Notice(
                sentence(
                    "The values of {video} are of several people, one after the other (column face_id). To "
                    "read one throughout, choose them: --person N here, a click on the face in the window.",
                    video=video.name,
                )
            )
        )


def _stored(job: AnalyzeJob) -> RecordingAnalysis | None:
    """Return what the job would find out, when it is on the disk already and may be taken from there."""
    if not job.reuse or job.output_h5 is None or not Path(job.output_h5).is_file():
        return None
    made = find_values(job, content_hash(Path(job.video)), read_card(Path(job.model)).sha256)
    return None if made is None else load_analysis(Path(job.output_h5))


def expected_errors_of(job: AnalyzeJob) -> ExpectedErrors | None:
    """Return the error model that the job's tables need; None when they need none.

    Raises
    ------
    NoExpectedErrorsError
        If the model has none on its card.
    """
    if not job.expected_errors:
        return None
    found = expected_errors_in(read_card(Path(job.model)).to_json())
    if found is None:
        raise NoExpectedErrorsError(
            sentence("The model {name} has no expected errors on its card.", name=Path(job.model).name),
            next_step="Leave --expected-errors out, or fit them first: au-studio expected-error --help.",
        )
    return found


def as_asked(
    job: AnalyzeJob, analysis: RecordingAnalysis, errors: ExpectedErrors | None = None
) -> RecordingAnalysis:
    """Return what a job's tables hold: calibrated, smoothed, with expected errors, as the job says.

    Raises
    ------
    au_studio.analysis.rest_calibration.RestCalibrationError
        If the person cannot be calibrated.
    """
    if errors is not None:
        analysis = with_errors(analysis, errors)
    return Processing(job.calibrate, job.smooth).apply(analysis)


def write_tables(
    job: AnalyzeJob, analysis: RecordingAnalysis, errors: ExpectedErrors | None, seconds: float
) -> None:
    """Write the tables of a job and the sidecar that says how they were made, and after how many seconds."""
    # What writes tables is loaded when there is something to write: the first frame is analysed sooner.
    from au_studio.export import sidecar  # noqa: PLC0415
    from au_studio.jobs.analysis_tables import write_table  # noqa: PLC0415

    if job.output_csv is None:
        return
    analysis = as_asked(job, analysis, errors)
    csv = Path(job.output_csv)
    made = analysis.provenance
    tables = tables_of(job, made["video"]["content_hash"], made["model"]["sha256"])
    settings = settings_of(job) | {
        "formats": list(tables.all),
        "episodes": dataclasses.asdict(DEFAULT_RULE),
    }
    for name in tables.left:
        write_table(name, job, analysis, settings)
    content = sidecar.describe(table_path(csv, tables.all[0]), analysis, settings=settings)
    # Whoever is killed a moment later finds here, in the next run, how long it took.
    took = {"frames_read": analysis.provenance["frames_read"], "seconds": round(seconds, 3)}
    sidecar.write(sidecar_path(csv), {**took, **content})
