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
    pairs: dict[int, list[tuple[int, int]]] = {}
    for key, value in mine.items():  # in the order of recording and time, as the study hands ratings out
        if (other := theirs.get(key)) is not None:
            pairs.setdefault(key[2], []).append((value, other))
    return tuple((au, _icc_of(pairs[au])) for au in sorted(pairs))


def _values(ratings: Sequence[Rating]) -> Values:
    return {(r.recording_id, r.pts, r.au): r.value for r in ratings if r.value is not None}


def _icc_of(pairs: Sequence[tuple[int, int]]) -> float | None:
    one, other = np.array(pairs, dtype=float).T
    if why_lacking(one):
        return None
    value = icc(one, other)
    return None if np.isnan(value) else value
