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
import numpy.typing as npt

from au_studio.analysis.results import RecordingAnalysis
from au_studio.export.check import check_analysis
from au_studio.export.summary_parts import read_parts
from au_studio.export.table import EMPTY, number, seconds, write_table
from au_studio.export.unit_episodes import episodes_of
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.stats.blinks import per_minute
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
    for au, episodes in episodes_of(analysis, rule):
        # A blink is an event: it has no intensity of its own.
        valid = np.empty(0)
        if au in analysis.aus:
            valid = analysis.intensities[analysis.success, analysis.aus.index(au)].astype(float)
        rate = per_minute(len(episodes), analysis.times, analysis.success)
        yield [
            source.recording,
            source.person,
            source.group,
            source.condition,
            source.model,
            ACTION_UNITS[au].label,
            str(len(analysis.pts)),
            str(seen),
            *_distribution(valid, analysis.times[analysis.success]),
            str(len(episodes)),
            seconds(sum(e.duration for e in episodes)),
            number(rate, 3) if np.isfinite(rate) else EMPTY,
        ]


def _distribution(valid: npt.NDArray[np.float64], times: npt.NDArray[np.float64]) -> list[str]:
    """Format mean, sd, median, p90, peak, its time and the shares at or above each level."""
    if not valid.size:
        return [EMPTY] * (6 + len(LEVELS))
    strongest = int(np.argmax(valid))
    return [
        number(float(valid.mean()), 4),
        number(float(valid.std(ddof=1)), 4) if valid.size > 1 else EMPTY,
        number(float(np.median(valid)), 4),
        number(float(np.quantile(valid, 0.9)), 4),
        number(float(valid[strongest]), 4),
        seconds(float(times[strongest])),
        *(number(100 * float((valid >= level).mean()), 2) for level in LEVELS),
    ]
