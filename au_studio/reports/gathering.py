"""Gathers what a report says of a recording, or of all recordings of a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from au_studio import __version__
from au_studio.conditions.measures import MEASURES, tally
from au_studio.conditions.readings import ReadingRequest, Readings, ReadRecording, read_study
from au_studio.errors import Stopped
from au_studio.export.markers_csv import place_marker
from au_studio.export.methods import held_out_text, model_text
from au_studio.export.methods_facts import ModelFacts
from au_studio.figures.curves import draw_curves
from au_studio.figures.words import about_readings
from au_studio.reports.content import (
    EpisodeLine,
    MarkerLine,
    RecordingReport,
    ReportContent,
    ReportError,
    UnitSummary,
)
from au_studio.reports.peaks import PICTURES, find_peaks, with_pictures
from au_studio.stats.episodes import find_episodes, frame_ends
from au_studio.study.folder import study_folder
from au_studio.study.study import Study
from au_studio.texts import sentence

MOST_EPISODES = 40
_ROW = 0.35
"""Inches of an action unit's curve: fifteen fill what is left of a page below the pictures."""
_SHORT = 30.0
"""Seconds below which figures per minute rest on too little."""

_HIDDEN = {
    "mesh": "Pictures show the mesh of the face only; who knows a face well may know its shape, too.",
    "blur": "Faces in pictures are blurred; hair and clothes can still tell who somebody is.",
}
_CAUTIONS = (
    "Intensities are estimates of a model, not codings by a certified FACS coder. They say how strongly a "
    "face moves, not what a person feels.",
    "Faces differ at rest, and a model reads some of that as action: compare within one person, and compare "
    "persons with care.",
    "Peaks and short episodes can be noise of a few frames: look at the video before you rely on one.",
)


@dataclass(frozen=True)
class ReportRequest:
    """A report that is wanted.

    Attributes
    ----------
    reading : ReadingRequest
        Which readings of which study.
    recording, person : str
        Name or id of a recording, or name of a person; one of the two.
    pictures : str
        How peaks are shown, a key of `au_studio.reports.peaks.PICTURES`.
    aus : tuple of int
        Action units; all by default.
    """

    reading: ReadingRequest
    recording: str = ""
    person: str = ""
    pictures: str = "mesh"
    aus: tuple[int, ...] = ()


def gather(
    request: ReportRequest,
    *,
    on_progress: Callable[[int, int, str], None] = lambda _done, _total, _name: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> ReportContent:
    """Gather a report.

    Parameters
    ----------
    request : ReportRequest
        What is wanted.
    on_progress : callable
        Hears (recordings done, recordings, name of the one at work).
    should_stop : callable
        Asked now and then.

    Raises
    ------
    ReportError
        If it is not said of whom, or the study knows no such person.
    au_studio.errors.AUStudioError
        If what it needs cannot be read; `Stopped` when it was asked to stop.
    """
    if request.pictures not in PICTURES:
        raise ReportError(
            sentence("A report has no pictures “{pictures}”.", pictures=request.pictures),
            next_step=sentence("Choose one of: {names}.", names=", ".join(PICTURES)),
        )
    readings = read_study(replace(request.reading, only=_wanted(request)), should_stop=should_stop)
    cautions = list(_CAUTIONS)
    reports = []
    for number, read in enumerate(readings.recordings):
        if should_stop():
            raise Stopped("The report was stopped.")
        on_progress(number, len(readings.recordings), read.recording.name)
        report, lacking = _of_recording(readings, read, request, should_stop)
        reports.append(report)
        cautions += [text for text in (lacking, *_told_of(read)) if text]
    short = [r.recording for r in readings.recordings if r.recording.duration < _SHORT]
    if short:
        names = ", ".join(f"{r.name} ({r.duration:.1f} s)" for r in short)
        cautions.append(
            sentence("Episodes per minute rest on few moments in short recordings: {names}.", names=names)
        )
    if readings.missing:
        cautions.append(
            sentence(
                "Left out, because “{name}” has not analysed them: {names}.",
                name=readings.model.name,
                names=", ".join(readings.missing),
            )
        )
    cautions += readings.notices
    pictured = any(peak.picture for report in reports for peak in report.peaks)
    how = about_readings(readings)
    facts = ModelFacts(readings.model.name, readings.model.card)
    agreement = held_out_text(facts)
    return ReportContent(
        title=request.person or readings.recordings[0].recording.name,
        study=readings.study,
        made=f"{how['created'][:10]}, AU Studio {__version__}",
        shows_face=pictured and request.pictures == "faces",
        hidden=_HIDDEN.get(request.pictures, "") if pictured else "",
        recordings=tuple(reports),
        model=(model_text([facts]),),
        agreement=(agreement or "Its card holds no held-out agreement: how far to trust it is not known.",),
        rest=tuple(_rest_of(readings)),
        cautions=tuple(cautions),
        how={**how, "pictures": request.pictures, "shows_face": pictured and request.pictures == "faces"},
    )


def _wanted(request: ReportRequest) -> tuple[str, ...]:
    """Return the recordings that a report is of."""
    if bool(request.recording) == bool(request.person):
        raise ReportError("A report is of one recording or of one person.", next_step="Name one of the two.")
    if request.recording:
        return (request.recording,)
    with Study.open(study_folder(request.reading.study), read_only=True) as study:
        recordings = study.recordings()
    found = tuple(r.id for r in recordings if r.person == request.person)
    if not found:
        names = sorted({r.person for r in recordings if r.person})
        raise ReportError(
            sentence("No recording of the study is of “{person}”.", person=request.person),
            next_step=sentence("There are: {names}.", names=", ".join(names))
            if names
            else "Say who is in the recordings under Recording > Persons and conditions.",
        )
    return found


def _of_recording(
    readings: Readings, read: ReadRecording, request: ReportRequest, should_stop: Callable[[], bool]
) -> tuple[RecordingReport, str]:
    """Return what is said of one recording, and why it has no pictures if it should have some."""
    aus = request.aus or read.analysis.aus
    curves = draw_curves(readings, read, aus, row=_ROW)  # first, because it refuses unknown action units
    peaks, lacking = with_pictures(read, find_peaks(read, aus), request.pictures, should_stop)
    episodes = _episodes(read, aus)
    strongest = sorted(sorted(episodes, key=lambda e: -e.peak)[:MOST_EPISODES], key=lambda e: e.onset)
    report = RecordingReport(
        read.recording.name,
        _facts(read),
        peaks,
        curves,
        _units(read, aus),
        tuple(strongest),
        len(episodes) - len(strongest),
        _markers(read),
    )
    return report, lacking


def _facts(read: ReadRecording) -> tuple[tuple[str, str], ...]:
    recording, analysis = read.recording, read.analysis
    video = analysis.provenance.get("video") or {}
    seen = 100 * float(analysis.success.mean()) if len(analysis.success) else 0.0
    facts = [
        ("Person", recording.person or "not named"),
        ("Group", recording.group or ""),
        ("Condition", recording.condition or ""),
        ("Length", f"{recording.duration:.1f} s, {len(analysis.pts)} frames"),
        ("Picture", f"{video['width']} x {video['height']}" if video.get("width") else ""),
        ("Face found", f"in {seen:.1f} % of the frames"),
        ("Note", recording.note),
    ]
    return tuple((name, text) for name, text in facts if text)


def _units(read: ReadRecording, aus: tuple[int, ...]) -> tuple[UnitSummary, ...]:
    counted = tally(read.analysis)
    values = counted.values()
    place = {name: number for number, name in enumerate(MEASURES)}
    found = []
    for au in aus:
        column = read.analysis.aus.index(au)
        curve = read.analysis.intensities[:, column].astype(np.float64)
        known = curve[np.isfinite(curve)]
        row = values[column]
        found.append(
            UnitSummary(
                au,
                float(row[place["mean"]]),
                float(known.std(ddof=1)) if len(known) > 1 else float("nan"),
                float(row[place["peak"]]),
                float(read.times[int(np.nanargmax(curve))]) if len(known) else float("nan"),
                (float(row[place["pct_ge_1"]]), float(row[place["pct_ge_2"]]), float(row[place["pct_ge_3"]])),
                int(counted.episodes[column]),
                float(row[place["episodes_per_min"]]),
            )
        )
    return tuple(found)


def _episodes(read: ReadRecording, aus: tuple[int, ...]) -> list[EpisodeLine]:
    return [
        EpisodeLine(au, e.onset, e.apex, e.offset, e.peak, e.cut_off)
        for au in aus
        for e in find_episodes(read.times, read.analysis.intensities[:, read.analysis.aus.index(au)])
    ]


def _markers(read: ReadRecording) -> tuple[MarkerLine, ...]:
    ends = frame_ends(read.times)
    found = []
    for marker in read.markers:
        first, last = place_marker(read.analysis.pts, marker)
        stop = None if last is None else float(ends[last])
        found.append(MarkerLine(marker.name, float(read.times[first]), stop, marker.note))
    return tuple(found)


def _told_of(read: ReadRecording) -> list[str]:
    """Return what people should know of one recording's analysis."""
    made = read.analysis.provenance
    name = read.recording.name
    found = [text if name in text else f"{name}: {text}" for text in made.get("notices") or ()]
    if made.get("complete") is False and not found:
        found.append(f"{name} could not be read to its end.")
    seen = float(read.analysis.success.mean()) if len(read.analysis.success) else 0.0
    if seen < 0.9:
        found.append(
            f"{name}: a face was found in {100 * seen:.0f} % of the frames only; nothing is known of the "
            "others."
        )
    return found


def _rest_of(readings: Readings) -> list[str]:
    """Say what was taken for the face at rest, and whether the values are calibrated."""
    found = []
    rests = {str((r.analysis.provenance.get("model") or {}).get("rest") or "") for r in readings.recordings}
    found += [f"What the model takes for the face at rest: {text}." for text in sorted(rests - {""})]
    if not readings.calibrated:
        found.append("The intensities are as the model reads them, not calibrated to the person.")
        return found
    for read in readings.recordings:
        done: dict[str, Any] = read.analysis.provenance.get("processing") or {}
        if why := done.get("not_calibrated"):
            found.append(f"{read.recording.name} is not calibrated: {why}")
        elif shift := done.get("shift_to_ratings"):
            found.append(
                f"{read.recording.name} is calibrated to the person by the ratings of "
                f"{shift.get('coder') or 'a coder'}."
            )
        elif base := done.get("neutral_baseline"):
            found.append(f"{read.recording.name} is calibrated to the person: {base.get('method', '')}.")
    return found
