"""Tables as BIDS names them: intensities as a continuous recording, episodes and markers as events.

``sub-P01/beh/sub-P01_task-video_recording-face_physio.tsv.gz`` has one row per sample and no header (BIDS
has the columns in the JSON beside it): ``timestamp, frame, face_id, confidence, success, AU01_r, …``; what
is missing is ``n/a``. BIDS takes samples as evenly spaced. A recording at a constant rate has one row per
frame; any other gets the median rate, and each row the frame that was to be seen at that moment:
``timestamp`` and ``frame`` say which. Nothing is interpolated; in a gap of the recording there is no face.

``…_events.tsv`` holds the episodes of the action units and the event markers, in the order of time.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from au_studio.analysis.results import RecordingAnalysis
from au_studio.export import sidecar
from au_studio.export.bids_names import BidsSource, files_of
from au_studio.export.check import check_analysis
from au_studio.export.occurrences import occurrences
from au_studio.export.openface_csv import face_id
from au_studio.export.table import number, seconds
from au_studio.facs.action_units import ACTION_UNITS, csv_column
from au_studio.files import atomic_path, write_text
from au_studio.stats.episodes import DEFAULT_RULE, EpisodeRule
from au_studio.video.gaps import gaps_in

MISSING = "n/a"
LEADING = ("timestamp", "frame", "face_id", "confidence", "success")
EVENTS = ("onset", "duration", "trial_type", "source", "apex", "peak", "cut_off", "note")
ABOUT = "AUStudio"
"""Key of the JSON beside the samples under which it says how they were made, and of whom."""

_EVEN = 0.5
"""A frame that is less than so many steps from its place on an even grid is the sample there."""


def write_recording(
    root: Path,
    source: BidsSource,
    analysis: RecordingAnalysis,
    *,
    rule: EpisodeRule = DEFAULT_RULE,
    settings: dict[str, Any] | None = None,
) -> int:
    """Write the files of one recording; `au_studio.export.bids_dataset` writes those of the whole data set.

    Parameters
    ----------
    root : Path
        Folder of the data set.
    source : BidsSource
        What the recording is called, and of whom it is.
    analysis : RecordingAnalysis
        Its values, T frames.
    rule : EpisodeRule
        What counts as an episode.
    settings : dict, optional
        Choices made for these tables; they go into the JSON.

    Returns
    -------
    int
        Samples written.

    Raises
    ------
    au_studio.export.errors.ExportError
        If the analysis is incomplete or contradicts itself; nothing is written then.
    au_studio.files.WriteError
        If a file cannot be written.
    """
    check_analysis(analysis)
    samples, events, events_json, samples_json = files_of(root, source.entities)
    rate, places = even_samples(analysis.times)
    _write_samples(samples, analysis, places)
    _write_events(events, source, analysis, rule)
    sidecar.write(events_json, {"TaskName": source.entities.task, **_events_columns(source, analysis)})
    about = sidecar.describe(samples, analysis, settings=settings)
    sidecar.write(samples_json, _about_samples(source, analysis, rate, places) | {ABOUT: about})
    return len(places)


def even_samples(times: npt.NDArray[np.float64]) -> tuple[float, npt.NDArray[np.int64]]:
    """Return the rate of evenly spaced samples, and the frame of each.

    Parameters
    ----------
    times : float64[T]
        Seconds of the frames, rising.

    Returns
    -------
    tuple
        Samples per second, and int64[S]: the position of the frame that was to be seen at each sample; -1 in
        a gap. ``S == T`` where the frames are evenly spaced themselves.
    """
    n = len(times)
    if n < 2:
        return 1.0, np.arange(n)
    step = float(times[-1] - times[0]) / (n - 1)
    if np.abs(times - times[0] - np.arange(n) * step).max() < _EVEN * step:
        return 1 / step, np.arange(n)
    step = float(np.median(np.diff(times)))
    moments = times[0] + np.arange(round(float(times[-1] - times[0]) / step) + 1) * step
    # Half a step of grace: timestamps are rounded, and a frame that comes a moment late is still this one.
    places = np.searchsorted(times, moments + _EVEN * step, side="right") - 1
    before_gap = np.isin(places, gaps_in(times)) & (moments >= times[places] + step)
    return 1 / step, np.where(before_gap, -1, places)


def _write_samples(path: Path, analysis: RecordingAnalysis, places: npt.NDArray[np.int64]) -> None:
    usual = face_id(analysis)
    persons = np.where(analysis.person >= 0, analysis.person, usual).tolist()
    confidences = np.where(analysis.success, analysis.confidence, 0.0).tolist()
    intensities, times = analysis.intensities.tolist(), analysis.times.tolist()
    nothing = "\t".join([MISSING, MISSING, MISSING, number(0.0, 3), "0", *([MISSING] * len(analysis.aus))])

    def row(place: int) -> str:
        if place < 0:
            return nothing
        cells = [seconds(times[place]), str(place + 1), str(persons[place]), number(confidences[place], 3)]
        cells.append("1" if analysis.success[place] else "0")
        cells += [number(value, 4) or MISSING for value in intensities[place]]
        return "\t".join(cells)

    # Neither a name nor a time of day goes into it: the same values are the same file.
    with (
        atomic_path(path) as temporary,
        temporary.open("wb") as stream,
        gzip.GzipFile("", "wb", fileobj=stream, mtime=0) as packed,
    ):
        for place in places.tolist():
            packed.write(f"{row(place)}\n".encode("ascii"))


def _write_events(path: Path, source: BidsSource, analysis: RecordingAnalysis, rule: EpisodeRule) -> None:
    rows = [list(EVENTS)]
    for one in occurrences(analysis, source.markers, rule):
        of_episode = ["marker", "", "", ""]
        if one.episode is not None:
            apex, peak = seconds(one.episode.apex), number(one.episode.peak, 4)
            of_episode = [_cell(source.model), apex, peak, str(int(one.episode.cut_off))]
        rows.append(
            [seconds(one.onset), seconds(one.duration), _cell(one.name), *of_episode, _cell(one.note)]
        )
    write_text(path, "".join("\t".join(cell or MISSING for cell in row) + "\n" for row in rows))


def _cell(text: str) -> str:
    """Return a text as a cell: tabs and line ends would begin another one, quotes are read in many ways."""
    return " ".join(text.replace('"', "'").split())


def _about_samples(
    source: BidsSource, analysis: RecordingAnalysis, rate: float, places: npt.NDArray[np.int64]
) -> dict[str, Any]:
    aus = {
        csv_column(au): {
            "Description": f"Estimated intensity of the {ACTION_UNITS[au].name}, 0 (absent) to 5 (maximum)",
            "Units": "FACS intensity",
        }
        for au in analysis.aus
    }
    shown = len(np.unique(places[places >= 0]))
    told = {
        "recording": source.recording,
        "person": source.person,
        "condition": source.condition,
        "group": source.group,
    }
    return {
        "TaskName": source.entities.task,
        "SamplingFrequency": rate,
        "StartTime": float(analysis.times[0]) if len(analysis.times) else 0.0,
        "PhysioType": "generic",
        "Columns": [*LEADING, *aus],
        "timestamp": {"Description": "Presentation time of the frame in its recording", "Units": "s"},
        "frame": {"Description": "Place of the frame in its recording, from 1"},
        "face_id": {"Description": "Number of the tracked person"},
        "confidence": {"Description": "Score of the face, 0 to 1"},
        "success": {"Description": "1 where the face was found, 0 where it was not"},
        **aus,
        "FramesWithoutSample": len(analysis.pts) - shown,
        **{f"{ABOUT}{name.capitalize()}": text for name, text in told.items() if text},
    }


def _events_columns(source: BidsSource, analysis: RecordingAnalysis) -> dict[str, Any]:
    levels: dict[str, str] = {ACTION_UNITS[au].label: ACTION_UNITS[au].name for au in analysis.aus}
    levels |= {_cell(marker.name): "event marker" for marker in source.markers}
    return {
        "onset": {"Description": "When it begins, in the time of the recording", "Units": "s"},
        "duration": {"Description": "How long it lasts; 0 for a marker at one frame", "Units": "s"},
        "trial_type": {"Description": "The action unit, or the name of the marker", "Levels": levels},
        "source": {"Description": "The model that found the episode; “marker” where a person set it"},
        "apex": {"Description": "When the episode is strongest, in the time of the recording", "Units": "s"},
        "peak": {"Description": "Intensity at the apex, 0 to 5", "Units": "FACS intensity"},
        "cut_off": {
            "Description": "1 where the episode begins or ends where the recording or the face does: it may "
            "have lasted longer"
        },
        "note": {"Description": "What people wrote about the marker"},
    }


def told_of(content: dict[str, Any]) -> dict[str, str]:
    """Return recording, person, condition and group from the JSON of the samples; empty where not known."""
    names: Sequence[str] = ("recording", "person", "condition", "group")
    return {name: str(content.get(f"{ABOUT}{name.capitalize()}", "")) for name in names}
