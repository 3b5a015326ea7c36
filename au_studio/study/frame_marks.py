"""Which frames of a recording were drawn, which are rated, and where two coders differ."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from au_studio.study.study import Study

_NO_PTS = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, eq=False)
class FrameMarks:
    """Frames of one recording that people have to do with; every array rises.

    Attributes
    ----------
    unrated : int64 [N]
        pts of sampled frames that nobody has rated.
    rated : int64 [M]
        pts of sampled frames with a rating of somebody ("not codable" is one).
    further : int64 [K]
        pts of rated frames that are not of a sample, such as imported ratings.
    disputed : int64 [D]
        pts of frames in which two coders differ by one step or more in an action unit.
    steps : int64 [D]
        How many steps they differ by, at most, 1 to 5.
    units : tuple of tuple of int
        In which action units they differ that much or less, per disputed frame; FACS numbers.
    """

    unrated: npt.NDArray[np.int64] = field(default_factory=_NO_PTS.copy)
    rated: npt.NDArray[np.int64] = field(default_factory=_NO_PTS.copy)
    further: npt.NDArray[np.int64] = field(default_factory=_NO_PTS.copy)
    disputed: npt.NDArray[np.int64] = field(default_factory=_NO_PTS.copy)
    steps: npt.NDArray[np.int64] = field(default_factory=_NO_PTS.copy)
    units: tuple[tuple[int, ...], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was drawn or rated."""
        return not (len(self.unrated) or len(self.rated) or len(self.further))


def frame_marks(study: Study, recording_id: str) -> FrameMarks:
    """Read the marks of a recording.

    The consensus of coders is no coder: what it says differs from theirs where they differed.
    """
    drawn = {pts for sample in study.samples(recording_id) for pts in sample.pts}
    consensus = {coder.id for coder in study.coders(removed=True) if coder.kind == "consensus"}
    rated: set[int] = set()
    said: defaultdict[tuple[int, int], dict[str, int]] = defaultdict(dict)
    for rating in study.ratings(None, recording_id):
        rated.add(rating.pts)
        if rating.value is not None and rating.coder_id not in consensus:
            said[rating.pts, rating.au][rating.coder_id] = rating.value
    apart: defaultdict[int, dict[int, int]] = defaultdict(dict)
    for (pts, au), values in said.items():
        if (steps := max(values.values()) - min(values.values())) > 0:
            apart[pts][au] = steps
    disputed = sorted(apart)
    return FrameMarks(
        _sorted(drawn - rated),
        _sorted(drawn & rated),
        _sorted(rated - drawn),
        _sorted(set(disputed)),
        np.array([max(apart[pts].values()) for pts in disputed], dtype=np.int64),
        tuple(tuple(sorted(apart[pts])) for pts in disputed),
    )


def _sorted(pts: set[int]) -> npt.NDArray[np.int64]:
    return np.array(sorted(pts), dtype=np.int64)
