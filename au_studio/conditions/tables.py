"""Tables of a comparison for R, SPSS and others: long, one value a row, and the effects; with sidecars.

``recordings.csv`` (one row a recording, condition, action unit and measure) is for mixed models; in
``persons.csv`` each person counts once in a condition, as in the effects. Both have the columns ``person,
person_named, group, condition, recording(s), frames, seconds, au, measure, value``. ``effects.csv`` has one
row a pair of conditions, measure and action unit; ``unit`` says what was drawn anew and exchanged for its
intervals and p.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from au_studio.conditions.comparing import RESAMPLES, ConditionComparison
from au_studio.conditions.measures import MEASURES, Tally
from au_studio.export import sidecar
from au_studio.export.table import number, seconds, write_table
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.stats.agreement import Interval
from au_studio.stats.episodes import DEFAULT_RULE

_WHO = ("person", "person_named", "group", "condition")
_WHAT = ("frames", "seconds", "au", "measure", "value")
HEADERS: dict[str, tuple[str, ...]] = {
    "recordings.csv": (*_WHO, "recording", *_WHAT),
    "persons.csv": (*_WHO, "recordings", *_WHAT),
    "effects.csv": (
        *("first", "second", "measure", "au", "design", "unit", "n_first", "n_second"),
        *("mean_first", "mean_second", "difference", "difference_low", "difference_high"),
        *("effect_size", "effect", "effect_low", "effect_high"),
        *("p_permutation", "p_holm", "p_exact", "p_least"),
    ),
}
"""The tables by their names, with their columns; empty cells are undefined."""

EFFECT_NAMES = {"paired": "d_z", "independent": "Hedges g"}


def write_comparison(folder: Path, comparison: ConditionComparison) -> list[Path]:
    """Write all tables, each with its sidecar; a file appears only when it is whole.

    Returns
    -------
    list of Path
        The tables, without sidecars.

    Raises
    ------
    au_studio.files.WriteError
        If they cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rows = {
        "recordings.csv": _recording_rows(comparison),
        "persons.csv": _person_rows(comparison),
        "effects.csv": _effect_rows(comparison),
    }
    written = []
    for name, header in HEADERS.items():
        path = folder / name
        write_table(path, header, rows[name])
        sidecar.write(sidecar.path_for(path), {"table": name, **how_made(comparison)})
        written.append(path)
    return written


def how_made(comparison: ConditionComparison) -> dict[str, Any]:
    """Return how a comparison was made, for sidecars, in the types of JSON."""
    readings, division = comparison.readings, comparison.division
    return {
        **sidecar.made_now(),
        "study": readings.study,
        "model": {
            "id": readings.model.id,
            "name": readings.model.name,
            "sha256": readings.model.card.get("sha256"),
        },
        "calibrated": readings.calibrated,
        "unit_of_analysis": comparison.unit,
        "settings": {
            "division": asdict(division),
            "conditions": list(comparison.levels),
            "episodes": asdict(DEFAULT_RULE),
            "person_in_condition": "all frames with a face of all recordings (spans) together",
            "mean_of_a_condition": "unweighted over persons",
            "intervals": f"95 %, {RESAMPLES} draws of whole persons; differences: percentile, effects: BCa",
            "effect_sizes": {
                "paired": "d_z: mean of the differences / their standard deviation (n - 1)",
                "independent": "Hedges' g: pooled standard deviation (n - 1), exact correction",
            },
            "p_permutation": "two-sided; persons' signs flipped (paired) or persons exchanged (independent)",
            "p_holm": "Holm's correction over the action units and pairs of conditions of a measure",
            "seed": comparison.seed,
        },
        "measures": MEASURES,
        "left_out": list(comparison.notices),
        "cautions": list(comparison.cautions),
        "recordings": {r.recording.name: r.analysis.provenance for r in readings.recordings},
    }


def _recording_rows(comparison: ConditionComparison) -> Iterator[list[str]]:
    for item in comparison.parts:
        read = item.part.read
        who = [read.person, str(int(read.named)), read.recording.group or "", item.part.level]
        yield from _values(comparison, [*who, read.recording.name], item.tally)


def _person_rows(comparison: ConditionComparison) -> Iterator[list[str]]:
    for p in comparison.persons:
        who = [p.person, str(int(p.named)), p.group, p.level, "; ".join(p.recordings)]
        yield from _values(comparison, who, p.tally)


def _values(comparison: ConditionComparison, who: list[str], counted: Tally) -> Iterator[list[str]]:
    values = counted.values()
    for au in comparison.aus:
        row = values[comparison.readings_aus.index(au)].tolist()
        for measure, value in zip(MEASURES, row, strict=True):
            what = [str(counted.frames), seconds(counted.seconds), ACTION_UNITS[au].label, measure]
            yield [*who, *what, number(value, 4)]


def _effect_rows(comparison: ConditionComparison) -> Iterator[list[str]]:
    for effect in comparison.effects:
        c = effect.contrast
        yield [
            *(effect.first, effect.second, effect.measure, ACTION_UNITS[effect.au].label),
            *(c.design, comparison.unit, str(c.n_first), str(c.n_second)),
            *(number(c.mean_first, 4), number(c.mean_second, 4), *_cells(c.difference)),
            *(EFFECT_NAMES[c.design], *_cells(c.effect)),
            *(number(c.p, 5), number(effect.p_holm, 5)),
            *(("1" if c.exact else "0", number(c.least_p, 5)) if c.p == c.p else ("", "")),
        ]


def _cells(interval: Interval) -> list[str]:
    return [number(value, 4) for value in (interval.value, interval.low, interval.high)]
