"""The summary table: one row per recording and action unit, ready for a statistics program.

Columns: ``recording, person, group, condition, source, au, frames, valid_frames, mean, sd, median, p90, peak,
peak_time, pct_ge_1, pct_ge_2, pct_ge_3, episodes, episode_seconds, episodes_per_minute``. All but
``frames`` rest on valid frames (those with a face) only; ``sd`` divides by n - 1; the percentile interpolates
linearly; ``pct`` are percent of the valid frames.
Blinks have a row of their own (``AU45``) where AU43 is read: their number, time and rate, no intensities.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from au_studio.analysis.results import RecordingAnalysis
from au_studio.export.check import check_analysis
from au_studio.export.summary_parts import read_parts
from au_studio.export.table import EMPTY, number, seconds, write_table
from au_studio.export.unit_episodes import episodes_of
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.stats.blinks import per_minute, watched
from au_studio.stats.episodes import DEFAULT_RULE, EpisodeRule

LEVELS = (1, 2, 3)

HEADER = (
    "recording",
    "person",
    "group",
    "condition",
    "source",
    "au",
    "frames",
    "valid_frames",
    "mean",
    "sd",
    "median",
    "p90",
    "peak",
    "peak_time",
    *(f"pct_ge_{level}" for level in LEVELS),
    "episodes",
    "episode_seconds",
    "episodes_per_minute",
)


@dataclass(frozen=True)
class SummarySource:
    """One recording to be summarized.

    Attributes
    ----------
    recording : str
        Its name.
    model : str
        Name of the model that analysed it.
    analysis : RecordingAnalysis
        The analysis.
    person, condition, group : str
        Who it is of, its condition, and the person's group; empty when not known.
    """

    recording: str
    model: str
    analysis: RecordingAnalysis
    person: str = ""
    condition: str = ""
    group: str = ""


def write(path: Path, sources: Sequence[SummarySource], rule: EpisodeRule = DEFAULT_RULE) -> int:
    """Write the summary of several recordings into one table.

    Parameters
    ----------
    path : Path
        The file to write or replace.
    sources : sequence of SummarySource
        The recordings.
    rule : EpisodeRule
        What counts as an episode; write it into the sidecar.

    Returns
    -------
    int
        Rows written.

    Raises
    ------
    ExportError
        If an analysis is incomplete; then nothing is written.
    WriteError
        If the file cannot be written.
    """
    for source in sources:
        check_analysis(source.analysis)

    def rows() -> Iterator[list[str]]:
        for source in sources:
            yield from rows_of(source, rule)

    return write_table(path, HEADER, rows())


def join(path: Path, parts: Sequence[Path]) -> int:
    """Write the summaries of many recordings into one table, in the order given.

    Parameters
    ----------
    path : Path
        The file to write or replace.
    parts : sequence of Path
        What `write` wrote.

    Returns
    -------
    int
        Rows written.

    Raises
    ------
    ExportError
        If a part cannot be read or has other columns; then nothing is written.
    WriteError
        If the file cannot be written.
    """
    tables = read_parts(parts, _rows_in, (OSError, ValueError))
    return write_table(path, HEADER, (row for rows in tables for row in rows))


def _rows_in(part: Path) -> list[list[str]]:
    with part.open(encoding="utf-8", newline="") as stream:
        header, *found = csv.reader(stream)
    if tuple(header) != HEADER:
        raise ValueError(f"its columns are {header}")
    return found


def rows_of(source: SummarySource, rule: EpisodeRule = DEFAULT_RULE) -> Iterator[list[str]]:
    """Yield the rows of one recording, one per action unit, as texts in the order of `HEADER`."""
    analysis = source.analysis
    seen = int(analysis.success.sum())
    with_face = watched(analysis.times, analysis.success)
    # A blink is an event: it has no intensity of its own.
    distributions = dict(zip(analysis.aus, _distributions(analysis), strict=True))
    for au, episodes in episodes_of(analysis, rule):
        yield [
            source.recording,
            source.person,
            source.group,
            source.condition,
            source.model,
            ACTION_UNITS[au].label,
            str(len(analysis.pts)),
            str(seen),
            *distributions.get(au, _UNKNOWN),
            str(len(episodes)),
            seconds(sum(e.duration for e in episodes)),
            number(per_minute(len(episodes), with_face), 3),
        ]


_UNKNOWN = [EMPTY] * (6 + len(LEVELS))


def _distributions(analysis: RecordingAnalysis) -> list[list[str]]:
    """Format mean, sd, median, p90, peak, its time and the shares at or above each level, by action unit."""
    # One action unit a row, one after the other in memory, so that each is summed as if it were alone.
    valid = np.ascontiguousarray(analysis.intensities[analysis.success].T, dtype=float)
    times = analysis.times[analysis.success]
    n = len(times)
    if not n:
        return [_UNKNOWN] * len(valid)
    strongest = valid.argmax(axis=1)
    figures = [valid.mean(axis=1), valid.std(axis=1, ddof=1) if n > 1 else valid[:, 0] * np.nan]
    figures += [np.median(valid, axis=1), np.quantile(valid, 0.9, axis=1), valid.max(axis=1)]
    shares = [100 * (valid >= level).mean(axis=1) for level in LEVELS]
    return [
        [
            *(number(value, 4) for value in told),
            seconds(float(times[at])),
            *(number(share, 2) for share in above),
        ]
        for told, at, above in zip(
            np.stack(figures, axis=1).tolist(), strongest, np.stack(shares, axis=1).tolist(), strict=True
        )
    ]
