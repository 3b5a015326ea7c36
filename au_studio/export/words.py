"""Figures as people write them in a text: counted things, lists, lengths of time, coefficients."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from au_studio.facs.action_units import ACTION_UNITS


def counted(n: int, thing: str, several: str = "") -> str:
    """Return ``1 frame``, ``1,200 frames``, ``2 stretches``; `several` is an irregular plural."""
    ending = "es" if thing.endswith(("s", "x", "ch", "sh")) else "s"
    return f"{n:,} {thing if n == 1 else several or f'{thing}{ending}'}"


def were(n: int) -> str:
    """Return ``was`` for one thing, ``were`` for others."""
    return "was" if n == 1 else "were"


def joined(parts: Sequence[str]) -> str:
    """Return ``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(part for part in (", ".join(parts[:-1]), *parts[-1:]) if part)


def unit_list(aus: Iterable[int]) -> str:
    """Return ``AU1, AU2 and AU12``, in the given order."""
    return joined([f"AU{au}" for au in aus])


def unit_names(aus: Iterable[int]) -> str:
    """Return ``AU1 (inner brow raiser), AU12 (lip corner puller)``."""
    known = ((au, ACTION_UNITS[au].name if au in ACTION_UNITS else "") for au in aus)
    return joined([f"AU{au} ({name})" if name else f"AU{au}" for au, name in known])


def length(seconds: float) -> str:
    """Return how long something lasts: ``12.4 s``, ``2 min 5 s``, ``3 h 12 min``."""
    if seconds < 60:
        return f"{seconds:.3g} s"
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest} s" if rest else f"{minutes} min"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"


def coefficient(value: float) -> str:
    """Return a figure that cannot exceed 1 with two decimals and no leading zero: ``.71``, ``-.05``."""
    return re.sub(r"^(-?)0\.", r"\1.", f"{value:.2f}").replace("-.00", ".00")


def percent(share: float) -> str:
    """Return a share (0 to 1) in percent, with a decimal where it says something: ``2 %``, ``98.3 %``."""
    return f"{100 * share:.1f}".removesuffix(".0") + " %"
