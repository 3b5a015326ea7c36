"""What is counted of a stretch of a recording, and the measures that follow from it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from au_studio.analysis.results import RecordingAnalysis
from au_studio.stats.episodes import DEFAULT_RULE, EpisodeRule, find_episodes, frame_ends
from au_studio.texts import mark, sentence

Array = NDArray[np.float64]

LEVELS = (1, 2, 3)

MEASURES: dict[str, str] = {
    "mean": mark("mean intensity"),
    "peak": mark("peak intensity"),
    **{f"pct_ge_{level}": sentence("% of frames at {level} or more", level=level) for level in LEVELS},
    "episodes_per_min": mark("episodes per minute"),
}
"""Every measure, in the order of the tables: its column's name, and what people read."""

LONGEST_FRAME = 1.0
"""Seconds that a frame counts for at most: in a gap of the recording nobody was seen."""


@dataclass(frozen=True, eq=False)
class Tally:
    """What was counted of A action units in some frames; two can be added up.

    Attributes
    ----------
    frames : int
        Frames with a face.
    seconds : float
        How long these last.
    total : float64 [A]
        Sum of the intensities.
    peak : float64 [A]
        Largest intensity; NaN without a frame.
    at_least : float64 [3, A]
        Frames at 1, 2 and 3 or more.
    episodes : float64 [A]
        Episodes whose strongest frame is among these.
    """

    frames: int
    seconds: float
    total: Array
    peak: Array
    at_least: Array
    episodes: Array

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.frames + other.frames,
            self.seconds + other.seconds,
            self.total + other.total,
            np.fmax(self.peak, other.peak),
            self.at_least + other.at_least,
            self.episodes + other.episodes,
        )

    def values(self) -> Array:
        """Return the measures, float64 [A, M] in the order of `MEASURES`; NaN without a frame."""
        if not self.frames:
            return np.full((len(self.total), len(MEASURES)), np.nan)
        rate = self.episodes * 60 / self.seconds if self.seconds > 0 else np.full_like(self.episodes, np.nan)
        shares = 100 * self.at_least / self.frames
        return np.stack([self.total / self.frames, self.peak, *shares, rate], axis=1)


def tally(
    analysis: RecordingAnalysis, rows: NDArray[np.bool_] | None = None, rule: EpisodeRule = DEFAULT_RULE
) -> Tally:
    """Count what the frames of a recording show.

    Parameters
    ----------
    analysis : RecordingAnalysis
        Its intensities.
    rows : bool [T], optional
        The frames that count; all by default. Frames without a face never do.
    rule : EpisodeRule
        What counts as an episode. Episodes are found in the whole recording: a stretch cuts none to pieces,
        and one that reaches over its edge counts where it is strongest.
    """
    wanted = np.ones(len(analysis.times), np.bool_) if rows is None else rows
    seen = wanted & analysis.success
    lasting = np.minimum(frame_ends(analysis.times) - analysis.times, LONGEST_FRAME)
    values = analysis.intensities[seen].astype(np.float64)
    n_aus = len(analysis.aus)
    episodes = np.zeros(n_aus)
    for column, curve in enumerate(analysis.intensities.T):
        apexes = [episode.strongest for episode in find_episodes(analysis.times, curve, rule)]
        episodes[column] = int(wanted[apexes].sum()) if apexes else 0
    return Tally(
        len(values),
        float(lasting[seen].sum()),
        values.sum(axis=0),
        values.max(axis=0) if len(values) else np.full(n_aus, np.nan),
        np.stack([(values >= level).sum(axis=0).astype(float) for level in LEVELS]),
        episodes,
    )
