"""Levels as annotation programs hold them: ``AU12`` with ``3`` or ``C`` beside it, or ``L12C`` at once."""

from __future__ import annotations

from au_studio.facs.notation import NotationError, parse
from au_studio.study.rating_cells import RatingCell, filled, parse_cell
from au_studio.study.rating_columns import NotAUnit, Unit, parse_unit


def unit_of(name: str) -> tuple[Unit, RatingCell | None] | None:
    """Read the name of a tier or behaviour: ``AU12``, or with its level ``AU12C``, ``L12C``.

    Returns
    -------
    (Unit, RatingCell or None) or None
        The action unit, and the level if the name says it; None if it names no action unit.

    Raises
    ------
    NotAUnit
        If it names an action unit in a way that cannot be read.
    """
    try:
        (score,) = parse(name)
    except (NotationError, ValueError):
        unit = parse_unit(name, sides=True)  # a tier AU12_R is the right side, and no model's
        return None if unit is None else (unit, None)
    if score.number in range(70, 75):
        return None
    cell = None if score.intensity is None else RatingCell(score.intensity, side=score.side)
    if cell is None and not name.strip().casefold().startswith(("au", "l", "r", "u")):
        return None  # a bare number names no action unit
    return Unit(score.number, score.side), cell


def level_of(text: str, unit: Unit) -> RatingCell:
    """Read the level that stands with an action unit: ``3``, ``C``, ``X``, ``L3``, ``12C``.

    Raises
    ------
    ValueError
        If it is none, or one of another action unit.
    """
    if not filled(text):
        raise ValueError("it has no level, so it says whether, not how strongly")
    try:
        cell = parse_cell(text)
    except ValueError:
        try:
            named = unit_of(text)
        except NotAUnit:
            named = None
        if named is None or named[1] is None:
            raise
        if named[0].au != unit.au:
            raise ValueError(f"“{text}” is of another action unit") from None
        cell = named[1]
    assert cell is not None
    return cell
