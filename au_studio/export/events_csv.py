"""The event table: one row per episode of an action unit, and one per blink.

Columns: ``recording, source, au, episode, onset, apex, offset, duration, peak, onset_frame, apex_frame,
offset_frame, cut_off``. Times are seconds of the recording, frames count from 1, ``offset`` is when the last
frame ends; ``cut_off`` is 1 when the episode touches an end of the recording or a stretch without a face.
Blinks (``AU45``) are what `au_studio.stats.blinks` finds in the curve of AU43; their ``peak`` is AU43's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from au_studio.analysis.results import RecordingAnalysis
from au_studio.export.check import check_analysis
from au_studio.export.table import number, seconds, write_table
from au_studio.export.unit_episodes import episodes_of
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.stats.episodes import DEFAULT_RULE, EpisodeRule

HEADER = (
    "recording",
    "source",
    "au",
    "episode",
    "onset",
    "apex",
    "offset",
    "duration",
    "peak",
    "onset_frame",
    "apex_frame",
    "offset_frame",
    "cut_off",
)


def write(
    path: Path,
    recording: str,
    models: Mapping[str, RecordingAnalysis],
    rule: EpisodeRule = DEFAULT_RULE,
) -> int:
    """Write the episodes of a recording.

    Parameters
    ----------
    path : Path
        The file to write or replace.
    recording : str
        Name of the recording, for the first column.
    models : mapping
        Analyses of the recording by name of the model.
    rule : EpisodeRule
        What counts as an episode; write it into the sidecar.

    Returns
    -------
    int
        Episodes written.

    Raises
    ------
    ExportError
        If an analysis is incomplete; then nothing is written.
    WriteError
        If the file cannot be written.
    """
    for analysis in models.values():
        check_analysis(analysis)

    def rows() -> Iterator[list[str]]:
        for name, analysis in models.items():
            yield from _rows(recording, name, analysis, rule)

    return write_table(path, HEADER, rows())


def _rows(recording: str, model: str, analysis: RecordingAnalysis, rule: EpisodeRule) -> Iterator[list[str]]:
    for au, found in episodes_of(analysis, rule):
        for count, episode in enumerate(found, start=1):
            yield [
                recording,
                model,
                ACTION_UNITS[au].label,
                str(count),
                seconds(episode.onset),
                seconds(episode.apex),
                seconds(episode.offset),
                seconds(episode.duration),
                number(episode.peak, 4),
                str(episode.first + 1),
                str(episode.strongest + 1),
                str(episode.last + 1),
                str(int(episode.cut_off)),
            ]
