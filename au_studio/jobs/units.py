"""Which action units a fine-tuning learns: those the model reads, and further ones that were rated enough."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from au_studio.stats.group_bootstrap import FEW_PRESENT


def units_learned(known: Collection[int], ratings: Iterable[tuple[int, int | None]]) -> tuple[int, ...]:
    """Return the action units that the new model reads.

    Parameters
    ----------
    known : collection of int
        Action units that the model to start from reads: they stay, rated or not.
    ratings : iterable of (int, int or None)
        Action unit and intensity 0 to 5 (None: not codable) of every rating.

    Returns
    -------
    tuple of int
        `known`, and every other one that is there in at least `FEW_PRESENT` rated frames; ascending.
    """
    present = Counter(au for au, value in ratings if value is not None and value > 0)
    return tuple(sorted({*known, *(au for au, count in present.items() if count >= FEW_PRESENT)}))
