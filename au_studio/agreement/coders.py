"""How well two coders agree where both have rated: what a model that learns from one of them can hope for."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from au_studio.stats.agreement import icc
from au_studio.stats.group_bootstrap import why_lacking
from au_studio.study.records import Rating
from au_studio.study.study import Study

Values = dict[tuple[str, int, int], int]


def coder_icc(study: Study, coder_id: str) -> tuple[tuple[int, float | None], ...]:
    """Return ICC(3,1) of a coder with the one who rated most of the same frames, by action unit.

    Parameters
    ----------
    study : Study
        Holds the ratings.
    coder_id : str
        The coder whose ratings train. A consensus is no second coder: it was made of the others.

    Returns
    -------
    tuple of (au, float or None)
        The action units that both rated; None where they did in too few frames. Empty when nobody else
        rated the same frames.
    """
    mine = _values(study.ratings(coder_id))
    others = [coder.id for coder in study.coders() if coder.id != coder_id and coder.kind != "consensus"]
    if not mine or not others:
        return ()
    theirs = max(
        (_values(study.ratings(other)) for other in others), key=lambda v: len(v.keys() & mine.keys())
    )
    common = sorted(theirs.keys() & mine.keys())
    if not common:
        return ()
    return tuple((au, _icc_of(au, mine, theirs, common)) for au in sorted({key[2] for key in common}))


def _values(ratings: Sequence[Rating]) -> Values:
    return {(r.recording_id, r.pts, r.au): r.value for r in ratings if r.value is not None}


def _icc_of(au: int, mine: Values, theirs: Values, common: Sequence[tuple[str, int, int]]) -> float | None:
    keys = [key for key in common if key[2] == au]
    one = np.array([mine[key] for key in keys], dtype=float)
    if why_lacking(one):
        return None
    value = icc(one, np.array([theirs[key] for key in keys], dtype=float))
    return None if np.isnan(value) else value
