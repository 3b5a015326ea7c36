"""What the agreement page shows, as one frozen value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from au_studio.agreement.comparison import Comparison
from au_studio.agreement.raters import Rater
from au_studio.agreement.tables import Disagreement, Figure, limits_of_agreement
from au_studio.coding.session import SampleFrame
from au_studio.stats.agreement import confusion


class Situation(StrEnum):
    """What the page can do."""

    NO_STUDY = "no study"
    NO_CODER = "no coder"
    ALONE = "nobody to compare with"
    READY = "ready"


@dataclass(frozen=True, eq=False)
class UnitDetail:
    """One action unit in full, for the plots.

    Attributes
    ----------
    au : int
        FACS number.
    first, second : float64[m]
        Both raters' intensities on the frames that both rated.
    counts : int64[6, 6]
        Frames by both raters' levels; rows are the first rater's.
    limits : Figure
        Mean difference (second - first) with its 95 % limits of agreement.
    """

    au: int
    first: NDArray[np.float64]
    second: NDArray[np.float64]
    counts: NDArray[np.int64]
    limits: Figure


@dataclass(frozen=True)
class AgreementState:
    """All that the page shows.

    Attributes
    ----------
    situation : Situation
        What is missing, if anything is.
    firsts, seconds : tuple of Rater
        Who can be chosen at the left (coders) and at the right (other coders, models).
    first, second : Rater or None
        Who is chosen.
    comparison : Comparison or None
        The figures; None while nothing is computed.
    busy : bool
        Whether newer figures are being computed.
    with_trained : bool
        Whether frames that trained the model are taken in.
    detail : UnitDetail or None
        The chosen action unit.
    disagreement : Disagreement or None
        The one whose frame is shown.
    remarks : tuple of str
        What the coders noted about that frame, and whether they were unsure of that rating.
    consensus : dict
        Reconciled values by frame and action unit; None = not codable.
    to_adopt : int
        Ratings on which both coders agree exactly and that are not in the consensus yet.
    undo_text, redo_text : str
        What undo and redo would change; empty when there is nothing.
    message : str
        One short sentence about the last action.
    """

    situation: Situation = Situation.NO_STUDY
    firsts: tuple[Rater, ...] = ()
    seconds: tuple[Rater, ...] = ()
    first: Rater | None = None
    second: Rater | None = None
    comparison: Comparison | None = None
    busy: bool = False
    with_trained: bool = False
    detail: UnitDetail | None = None
    disagreement: Disagreement | None = None
    remarks: tuple[str, ...] = ()
    consensus: dict[tuple[SampleFrame, int], int | None] | None = None
    to_adopt: int = 0
    undo_text: str = ""
    redo_text: str = ""
    message: str = ""

    @property
    def can_export(self) -> bool:
        """Whether there is a table to write."""
        return self.comparison is not None and bool(self.comparison.rows)


def unit_detail(comparison: Comparison, au: int | None) -> UnitDetail | None:
    """Return an action unit in full; None when the raters have no frame of it in common."""
    if au is None or au not in comparison.paired.aus:
        return None
    first, second = comparison.paired.columns(au)
    return UnitDetail(au, first, second, confusion(first, second), limits_of_agreement(first, second))
