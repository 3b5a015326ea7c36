"""The files of an export: what was asked for, which files that makes, and the writing itself; no Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import AnalysisFileError, load_analysis
from au_studio.coding.calibrations import Calibrator, KnownOfPerson
from au_studio.errors import AUStudioError, Stopped
from au_studio.export import (
    elan_eaf,
    events_csv,
    hdf5_copy,
    markers_csv,
    methods,
    mne_annotations,
    openface_csv,
    sidecar,
    summary_csv,
    tidy_csv,
)
from au_studio.export.bids_study import BidsExport
from au_studio.export.errors import ExportError
from au_studio.export.markers_csv import MarkerRow
from au_studio.export.methods import Methods
from au_studio.export.methods_facts import RecordingFacts, StudyFacts
from au_studio.export.names import OF_ALL, OF_EACH
from au_studio.export.summary_csv import SummarySource
from au_studio.export.values import ValueChoices, processed
from au_studio.files import together
from au_studio.stats.episodes import DEFAULT_RULE
from au_studio.study.records import Rating
from au_studio.texts import mark, sentence

FORMATS: dict[str, str] = {
    "openface": mark("Per frame, columns as in OpenFace (.csv)"),
    "tidy": mark("Long: a row per frame, source, unit (.tidy.csv)"),
    "events": mark("Events: onset, apex, offset (.events.csv)"),
    "markers": mark("Markers: a row per event marker (.markers.csv)"),
    "summary": mark("Summary of each recording (summary.csv)"),
    "elan": mark("ELAN: episodes and markers as tiers (.eaf)"),
    "hdf5": mark("HDF5: the values of every frame (.h5)"),
    "mne": mark("MNE: episodes and markers as annotations (.mne.txt)"),
    "bids": mark("BIDS: samples and events, as a data set (bids)"),
    "methods": mark("Methods: a text for a paper (methods.txt)"),
}
"""What to choose from, the default first."""

EXPLAINED: dict[str, str] = {
    "openface": mark("One row per frame, for scripts that read OpenFace's tables."),
    "tidy": mark("One row per frame, source (model or coder) and action unit, for R and mixed models."),
    "events": mark("One row per episode of an action unit: onset, apex, offset, duration and peak."),
    "markers": mark("One row per event marker, with person, group and condition."),
    "summary": mark(
        "One row per recording and action unit: mean, sd, median, peak, share of frames, episodes."
    ),
    "elan": mark(
        "A file that ELAN opens with the video: a tier for each action unit and each kind of marker. The "
        "episodes are those of the event table."
    ),
    "hdf5": mark(
        "What the study stores of each frame, as arrays for Python, R or MATLAB; calibrated and smoothed "
        "if you choose that. No ratings, no expected errors."
    ),
    "mne": mark("Episodes and markers as annotations for MNE-Python: mne.read_annotations reads them."),
    "bids": mark(
        "A BIDS data set in the folder “bids”: samples and events of each recording, and who is in it. "
        "It is a Frictionless data package, too. No ratings, no expected errors."
    ),
    "methods": mark(
        "What was measured and how, from what the study holds: recordings, model, sample, coders, "
        "agreement, and the references."
    ),
}
"""What each of them is, in a sentence."""

WITH_RATINGS = frozenset(("openface", "tidy"))
"""Tables that hold coders' ratings."""

Columns = dict[str, dict[int, NDArray[np.float64]]]
"""By coder's name and action unit: levels [T], NaN where not rated or not codable."""


@dataclass(frozen=True)
class ExportSource:
    """One recording to export.

    Attributes
    ----------
    recording_id, name : str
        The recording and its file's name.
    stem : str
        How its tables are named; no two sources share it.
    analysis : Path
        Its stored intensities.
    person, condition, group : str
        Who it is of, its condition, and the person's group; empty when not known.
    ratings : mapping of str to tuple of Rating
        By coder's name: the ratings to put beside the model's values.
    markers : tuple of MarkerRow
        Event markers, in the order of time.
    known : KnownOfPerson
        What the study knows of the person that says how to calibrate.
    video : Path or None
        The video file, for programs that open it together with a file.
    """

    recording_id: str
    name: str
    stem: str
    analysis: Path
    person: str = ""
    condition: str = ""
    ratings: Mapping[str, tuple[Rating, ...]] = field(default_factory=dict)
    markers: tuple[MarkerRow, ...] = ()
    group: str = ""
    known: KnownOfPerson = field(default_factory=KnownOfPerson)
    video: Path | None = None


@dataclass(frozen=True)
class ExportPlan:
    """What to export.

    Attributes
    ----------
    sources : tuple of ExportSource
        The recordings.
    formats : tuple of str
        Keys of `FORMATS`.
    model : str
        Name of the model.
    folder : Path
        Where the tables go.
    agreement : mapping or None
        The model's held-out agreement, for the sidecars.
    values : ValueChoices
        What is done to the values before they are written.
    notices : tuple of str
        What people should know of what is left out.
    facts : StudyFacts or None
        What the study says of models, samples and coders; the methods text needs it.
    """

    sources: tuple[ExportSource, ...]
    formats: tuple[str, ...]
    model: str
    folder: Path
    agreement: Mapping[str, Any] | None = None
    values: ValueChoices = field(default_factory=ValueChoices)
    notices: tuple[str, ...] = ()
    facts: StudyFacts | None = None

    def file(self, source: ExportSource, kind: str) -> Path:
        """Return one file of one recording."""
        return self.folder / f"{source.stem}{OF_EACH[kind]}"

    def files(self) -> list[Path]:
        """Return every file that the export writes (each gets a sidecar, too)."""
        kinds = [kind for kind in self.formats if kind in OF_EACH]
        files = [self.file(source, kind) for source in self.sources for kind in kinds]
        files += BidsExport(self).files()
        return [*files, *(self.folder / OF_ALL[kind] for kind in self.formats if kind in OF_ALL)]


def coder_columns(
    ratings: Mapping[str, Sequence[Rating]], pts: NDArray[np.int64]
) -> tuple[Columns, dict[str, dict[int, NDArray[np.bool_]]]]:
    """Spread ratings over the frames of a recording.

    Parameters
    ----------
    ratings : mapping of str to sequence of Rating
        By coder's name.
    pts : int64[T]
        Timestamps of the frames, rising.

    Returns
    -------
    tuple
        Levels float64[T] (NaN = none) and marks of "not codable" bool[T], by coder's name and action unit.
    """
    values: Columns = {}
    marks: dict[str, dict[int, NDArray[np.bool_]]] = {}
    for coder, given in ratings.items():
        values[coder], marks[coder] = {}, {}
        for rating in given:
            position = int(np.searchsorted(pts, rating.pts))
            if position >= len(pts) or int(pts[position]) != rating.pts:
                continue
            levels = values[coder].setdefault(rating.au, np.full(len(pts), np.nan))
            missing = marks[coder].setdefault(rating.au, np.zeros(len(pts), dtype=np.bool_))
            if rating.value is None:
                missing[position] = True
            else:
                levels[position] = float(rating.value)
    return values, marks


def without_frame(ratings: Mapping[str, Sequence[Rating]], pts: NDArray[np.int64]) -> dict[str, int]:
    """Count the ratings that have no place in a table, because their frame is not in the analysis.

    Parameters
    ----------
    ratings : mapping of str to sequence of Rating
        By coder's name.
    pts : int64[T]
        Timestamps of the frames.

    Returns
    -------
    dict of str to int
        By coder's name; coders without such ratings are left out.
    """
    stamps = set(pts.tolist())
    counts = {coder: sum(r.pts not in stamps for r in given) for coder, given in ratings.items()}
    return {coder: count for coder, count in counts.items() if count}


def write_tables(
    plan: ExportPlan,
    on_progress: Callable[[int, int, str], None],
    should_stop: Callable[[], bool],
    on_notice: Callable[[str], None],
) -> list[Path]:
    """Write every file and its sidecar; each appears only when it is whole.

    A recording whose analysis cannot be read is left out, and named; the others are written.

    Parameters
    ----------
    plan : ExportPlan
        What to write.
    on_progress : callable
        Hears (recordings done, recordings, name of the one being written).
    should_stop : callable
        Asked between recordings.
    on_notice : callable
        Hears sentences that people should know, such as which ratings are in no table.

    Returns
    -------
    list of Path
        The files written, without sidecars.

    Raises
    ------
    Stopped
        If it was asked to; what is written stays.
    au_studio.errors.AUStudioError
        If no analysis can be read or a file cannot be written.
    """
    for notice in plan.notices:
        on_notice(notice)
    written: list[Path] = []
    done: list[tuple[ExportSource, RecordingAnalysis]] = []
    calibrator, data_set = Calibrator(), BidsExport(plan)
    refused: AUStudioError | None = None
    for number, source in enumerate(plan.sources):
        if should_stop():
            raise Stopped("The export was stopped.")
        on_progress(number, len(plan.sources), source.name)
        try:
            stored = load_analysis(source.analysis)
        except AnalysisFileError as error:
            refused = error
            on_notice(sentence("{name} is left out: {reason}", name=source.name, reason=error))
            continue
        analysis = processed(
            stored,
            source.recording_id,
            source.name,
            plan.values,
            known=source.known,
            calibrator=calibrator,
            on_notice=on_notice,
        )
        try:
            _write_recording(plan, source, analysis, written, on_notice)
            written += data_set.write(number, analysis, _settings(plan))
        except ExportError as error:  # its values contradict themselves; a disk that is full stops everything
            refused = error
            on_notice(sentence("{name} is left out: {reason}", name=source.name, reason=error))
            continue
        if not analysis.success.any():
            on_notice(sentence("{name}: no frame shows the face, so its values are empty.", name=source.name))
        done.append((source, analysis))
    if refused is not None and not done:
        raise refused
    written += [*_write_of_all(plan, done), *data_set.finish()]
    on_progress(len(plan.sources), len(plan.sources), "")
    return written


def _write_of_all(plan: ExportPlan, done: Sequence[tuple[ExportSource, RecordingAnalysis]]) -> list[Path]:
    """Write the files that tell of all recordings together."""
    if not done:
        return []
    summary = [SummarySource(s.name, plan.model, a, s.person, s.condition, s.group) for s, a in done]
    recordings = tuple(RecordingFacts(s.recording_id, s.person, a) for s, a in done)
    writers: dict[str, Callable[[Path], int]] = {"summary": lambda path: summary_csv.write(path, summary)}
    if plan.facts is not None:
        told = Methods(plan.facts, recordings, plan.formats)
        writers["methods"] = lambda path: methods.write(path, told)
    # Frames, times and provenance are of one recording each: these files tell of several.
    single = {"frames", "time", "provenance"}
    several = {
        "complete": all(a.provenance.get("complete") is not False for _, a in done),
        "recordings": {s.name: a.provenance for s, a in done},
    }
    written = []
    for kind in plan.formats:
        if kind not in writers:
            continue
        path = plan.folder / OF_ALL[kind]
        content = sidecar.describe(path, done[-1][1], settings=_settings(plan), agreement=plan.agreement)
        about = {k: v for k, v in content.items() if k not in single} | several
        _write_both(path, writers[kind], about)
        written.append(path)
    return written


def _write_recording(
    plan: ExportPlan,
    source: ExportSource,
    analysis: RecordingAnalysis,
    written: list[Path],
    on_notice: Callable[[str], None],
) -> None:
    """Write the files of one recording, and add each to `written` when it is whole."""
    values, marks = coder_columns(source.ratings, analysis.pts)
    lost = without_frame(source.ratings, analysis.pts)
    if lost and WITH_RATINGS & set(plan.formats):
        counts = ", ".join(f"{count} by {coder}" for coder, count in lost.items())
        on_notice(
            sentence(
                "Ratings of {name} that are in no table: {counts}. "
                "Their frames are not among those that were analysed.",
                name=source.name,
                counts=counts,
            )
        )
    models = {plan.model: analysis}
    writers: dict[str, Callable[[Path], int]] = {
        "openface": lambda path: openface_csv.write(path, analysis, values),
        "tidy": lambda path: tidy_csv.write(path, source.name, models, values, marks),
        "events": lambda path: events_csv.write(path, source.name, models),
        "markers": lambda path: _write_markers(path, source, analysis),
        "hdf5": lambda path: hdf5_copy.write(path, analysis),
        "mne": lambda path: mne_annotations.write(path, analysis, source.markers),
        "elan": lambda path: elan_eaf.write(
            path, source.video, plan.model, analysis, source.markers, person=source.person
        ),
    }
    for kind in plan.formats:
        if kind not in writers:
            continue
        path = plan.file(source, kind)
        coders = list(source.ratings) if kind in WITH_RATINGS else []
        content = sidecar.describe(
            path, analysis, settings=_settings(plan), coders=coders, agreement=plan.agreement
        )
        if kind in WITH_RATINGS:
            content["ratings_without_frame"] = lost
        _write_both(path, writers[kind], content)
        written.append(path)


def _write_both(path: Path, write: Callable[[Path], int], content: Mapping[str, Any]) -> None:
    """Write a file and its sidecar; where the disk is full between them, neither stands there new."""
    about = sidecar.path_for(path)
    with together((path, about)):
        write(path)
        sidecar.write(about, content)


def _write_markers(path: Path, source: ExportSource, analysis: RecordingAnalysis) -> int:
    return markers_csv.write(
        path,
        source.name,
        analysis.pts,
        analysis.times,
        source.markers,
        person=source.person,
        condition=source.condition,
        group=source.group,
    )


def _settings(plan: ExportPlan) -> dict[str, Any]:
    return {"formats": list(plan.formats), "model": plan.model, "episodes": asdict(DEFAULT_RULE)}
