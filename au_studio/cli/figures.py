"""Tables of figures for people: how a model's values compare with ratings, per action unit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from au_studio.facs.action_units import ACTION_UNITS


def figures_table(evaluation: Mapping[str, Any], *, before: bool = False) -> str:
    """Return ICC(3,1) and MAE per action unit and their mean, with 95 % intervals, as lines of text.

    Action units that nobody rated have no line.

    Parameters
    ----------
    evaluation : mapping
        As `au_studio.learn.judging.evaluation.held_out_agreement` gives it.
    before : bool
        With the figures of the model that it was trained from.
    """
    title = f"{'':6}{'frames':>8}  {'ICC(3,1)':24}{'MAE':24}"
    lines = [f"{title}{'before: ICC, MAE' if before else ''}".rstrip()]
    rated = {au: row for au, row in evaluation.get("au", {}).items() if row.get("n") != 0}
    rows = sorted(rated.items(), key=lambda item: int(item[0]))
    named = [(ACTION_UNITS[int(au)].label if int(au) in ACTION_UNITS else f"AU{au}", row) for au, row in rows]
    mean = {"n": evaluation.get("n_frames"), **evaluation.get("mean", {})}
    for label, row in [*named, ("mean", mean)]:
        cells = f"{_interval(row, 'icc'):24}{_interval(row, 'mae'):24}"
        old = f"{_number(row.get('base_icc'))}, {_number(row.get('base_mae'))}" if before else ""
        why = f"  ({row['lacking']})" if row.get("lacking") else ""
        count = "" if row.get("n") is None else row["n"]
        lines.append(f"{label:6}{count:>8}  {cells}{old}{why}".rstrip())
    return "\n".join(lines) + "\n"


def _interval(row: Mapping[str, Any], name: str) -> str:
    value, low, high = (row.get(key) for key in (name, f"{name}_low", f"{name}_high"))
    if value is None or low is None or high is None:
        return _number(value)
    return f"{value:.3f} [{low:.3f}, {high:.3f}]"


def _number(value: float | None) -> str:
    return "n/a" if value is None else f"{value:.3f}"
