"""Episodes of every action unit of an analysis; blinks, which no curve of their own tells of, come last."""

from __future__ import annotations

from collections.abc import Iterator

from au_studio.analysis.results import RecordingAnalysis
from au_studio.stats.blinks import BLINK, CLOSED, find_blinks
from au_studio.stats.episodes import DEFAULT_RULE, Episode, EpisodeRule, find_episodes, frame_ends


def episodes_of(
    analysis: RecordingAnalysis, rule: EpisodeRule = DEFAULT_RULE
) -> Iterator[tuple[int, list[Episode]]]:
    """Yield each action unit with its episodes, in the order of the columns, and AU45 where AU43 is read."""
    ends = frame_ends(analysis.times)
    for au, values in zip(analysis.aus, analysis.intensities.T, strict=True):
        yield au, find_episodes(analysis.times, values, rule, ends=ends)
    if CLOSED in analysis.aus and BLINK not in analysis.aus:
        closed = analysis.intensities[:, analysis.aus.index(CLOSED)]
        yield BLINK, find_blinks(analysis.times, closed)
