"""What happens in a recording, in the order of time: episodes of action units, and event markers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from au_studio.analysis.results import RecordingAnalysis
from au_studio.export.markers_csv import MarkerRow, place_marker
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.stats.episodes import DEFAULT_RULE, Episode, EpisodeRule, find_episodes, frame_ends


@dataclass(frozen=True)
class Occurrence:
    """An episode or a marker.

    Attributes
    ----------
    onset, duration : float
        Seconds of the recording; a marker at one frame has no duration.
    name : str
        The action unit (``AU12``), or the marker's name.
    episode : Episode or None
        None for a marker.
    note : str
        What people wrote about a marker.
    """

    onset: float
    duration: float
    name: str
    episode: Episode | None = None
    note: str = ""


def occurrences(
    analysis: RecordingAnalysis, markers: Sequence[MarkerRow] = (), rule: EpisodeRule = DEFAULT_RULE
) -> list[Occurrence]:
    """Return the episodes of an analysis and the markers of its recording, by their onset."""
    found = [*_episodes(analysis, rule), *_marked(analysis, markers)]
    return sorted(found, key=lambda occurrence: occurrence.onset)


def _episodes(analysis: RecordingAnalysis, rule: EpisodeRule) -> Iterator[Occurrence]:
    for au, values in zip(analysis.aus, analysis.intensities.T, strict=True):
        for episode in find_episodes(analysis.times, values, rule):
            yield Occurrence(episode.onset, episode.duration, ACTION_UNITS[au].label, episode)


def _marked(analysis: RecordingAnalysis, markers: Sequence[MarkerRow]) -> Iterator[Occurrence]:
    ends = frame_ends(analysis.times)
    for marker in markers:
        first, last = place_marker(analysis.pts, marker)
        onset = float(analysis.times[first])
        length = 0.0 if last is None else float(ends[last]) - onset
        yield Occurrence(onset, length, marker.name, note=marker.note)
