"""Conditions compared: one value of each person in each condition, effect sizes, and what to beware of."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from au_studio.conditions.errors import ConditionsError
from au_studio.conditions.measures import MEASURES, Tally, tally
from au_studio.conditions.parts import Division, Part, part
from au_studio.conditions.readings import Readings
from au_studio.export.words import counted
from au_studio.stats.contrast import Contrast, contrasts, holm
from au_studio.stats.episodes import DEFAULT_RULE, EpisodeRule
from au_studio.stats.group_bootstrap import FEWEST_GROUPS
from au_studio.texts import sentence

Array = NDArray[np.float64]
Design = Literal["auto", "paired", "independent"]

RESAMPLES = 5000
_FEW = 20
"""Persons from which intervals may be taken at their word (measured in `au_studio.stats.contrast`)."""


@dataclass(frozen=True, eq=False)
class CountedPart:
    """A part of a recording and what was counted in it."""

    part: Part
    tally: Tally


@dataclass(frozen=True, eq=False)
class PersonInCondition:
    """What one person shows in one condition.

    Attributes
    ----------
    person : str
        The person, or the recording where nobody said who it is of.
    named : bool
        Whether it is known who it is.
    group, level : str
        The person's group (empty = none, or several), and the condition.
    recordings : tuple of str
        Where.
    tally : Tally
        All of it together, as if it were one recording.
    """

    person: str
    named: bool
    group: str
    level: str
    recordings: tuple[str, ...]
    tally: Tally


@dataclass(frozen=True)
class Effect:
    """One measure of one action unit in two conditions.

    Attributes
    ----------
    first, second : str
        The conditions; the effect is the second minus the first.
    au : int
        FACS number.
    measure : str
        A key of `MEASURES`.
    contrast : Contrast
        The figures.
    p_holm : float
        p corrected for the action units and pairs of conditions of this measure; NaN without a test.
    """

    first: str
    second: str
    au: int
    measure: str
    contrast: Contrast
    p_holm: float = float("nan")


@dataclass(frozen=True, eq=False)
class ConditionComparison:
    """Conditions of a study compared.

    Attributes
    ----------
    readings : Readings
        What it rests on.
    division : Division
        What tells the conditions apart.
    levels : tuple of str
        The conditions, in order.
    aus : tuple of int
        Action units that are compared.
    parts : tuple of CountedPart
        By recording and condition.
    persons : tuple of PersonInCondition
        By person and condition.
    effects : tuple of Effect
        By pair of conditions, measure and action unit.
    seed : int
        Of the draws.
    notices, cautions : tuple of str
        What was left out; what limits the figures.
    """

    readings: Readings
    division: Division
    levels: tuple[str, ...]
    aus: tuple[int, ...]
    parts: tuple[CountedPart, ...]
    persons: tuple[PersonInCondition, ...]
    effects: tuple[Effect, ...]
    seed: int
    notices: tuple[str, ...]
    cautions: tuple[str, ...]

    @property
    def unit(self) -> str:
        """What counts as a case in every interval and test."""
        if all(p.named for p in self.persons):
            return "person"
        if not any(p.named for p in self.persons):
            return "recording (persons not named)"
        return "person (recording where not named)"

    def names(self) -> tuple[str, ...]:
        """Return everybody who is compared, in the order of the alphabet."""
        return tuple(sorted({p.person for p in self.persons}))

    def values(self, level: str, au: int, measure: str) -> Array:
        """Return one value of everybody (see `names`) in a condition, float64 [P]; NaN where none is."""
        column, place = self.readings_aus.index(au), list(MEASURES).index(measure)
        of = {p.person: p.tally.values()[column, place] for p in self.persons if p.level == level}
        return np.array([of.get(name, np.nan) for name in self.names()], dtype=float)

    @property
    def readings_aus(self) -> tuple[int, ...]:
        """Action units of the tallies' columns."""
        return self.readings.recordings[0].analysis.aus

    def effects_of(self, measure: str) -> tuple[Effect, ...]:
        """Return the effects of one measure."""
        return tuple(effect for effect in self.effects if effect.measure == measure)


def compare_conditions(
    readings: Readings,
    division: Division,
    *,
    design: Design = "auto",
    aus: Sequence[int] = (),
    rule: EpisodeRule = DEFAULT_RULE,
    seed: int = 0,
) -> ConditionComparison:
    """Compare conditions.

    A person's recordings (marker spans) in one condition are read as if they were one: means and shares go
    over all their frames. Only then are persons compared, each counting once.

    Parameters
    ----------
    readings : Readings
        From `au_studio.conditions.readings.read_study`.
    division : Division
        What tells the conditions apart.
    design : {"auto", "paired", "independent"}
        Whether persons are compared with themselves; ``auto`` does so for two conditions in which at least
        as many persons (and two) are in both as in one only.
    aus : sequence of int
        Action units; all that the model reads by default.
    rule : EpisodeRule
        What counts as an episode.
    seed : int
        Makes intervals and tests repeatable.

    Raises
    ------
    ConditionsError
        If there are no two conditions, or the model does not read an action unit.
    """
    known = readings.recordings[0].analysis.aus
    shown = tuple(aus) or known
    if unknown := [au for au in shown if au not in known]:
        raise ConditionsError(
            sentence(
                "“{name}” does not read {names}.",
                name=readings.model.name,
                names=", ".join(f"AU{au}" for au in unknown),
            ),
            next_step=sentence("It reads {names}.", names=", ".join(f"AU{au}" for au in known)),
        )
    parted = part(readings.recordings, division)
    counted = tuple(CountedPart(p, tally(p.read.analysis, p.rows, rule)) for p in parted.parts)
    persons = _by_person(counted, parted.levels)
    comparison = ConditionComparison(
        readings, division, parted.levels, shown, counted, persons, (), seed,
        (*readings.notices, *_missing(readings), *parted.notices), (),
    )  # fmt: skip
    effects = _effects(comparison, design)
    comparison = replace(comparison, effects=effects)
    return replace(comparison, cautions=tuple(_cautions(comparison)))


def _missing(readings: Readings) -> list[str]:
    if not readings.missing:
        return []
    return [
        f"Left out, because “{readings.model.name}” has not analysed them: {', '.join(readings.missing)}."
    ]


def _by_person(counted: Sequence[CountedPart], levels: Sequence[str]) -> tuple[PersonInCondition, ...]:
    of: dict[tuple[str, str], list[CountedPart]] = {}
    for item in counted:
        of.setdefault((item.part.read.person, item.part.level), []).append(item)
    found = []
    for person, level in sorted(of, key=lambda key: (key[0], levels.index(key[1]))):
        items = of[person, level]
        total = items[0].tally
        for item in items[1:]:
            total = total + item.tally
        groups = {item.part.read.recording.group or "" for item in items}
        found.append(
            PersonInCondition(
                person,
                items[0].part.read.named,
                groups.pop() if len(groups) == 1 else "",
                level,
                tuple(item.part.read.recording.name for item in items),
                total,
            )
        )
    return tuple(found)


def _effects(comparison: ConditionComparison, design: Design) -> tuple[Effect, ...]:
    everybody = comparison.names()
    columns = [comparison.readings_aus.index(au) for au in comparison.aus]
    shape = (len(columns), len(MEASURES))
    tables = {}
    for level in comparison.levels:
        of = {p.person: p.tally.values()[columns].ravel() for p in comparison.persons if p.level == level}
        nothing = np.full(shape[0] * shape[1], np.nan)
        tables[level] = np.stack([of.get(name, nothing) for name in everybody])
    effects = []
    for first, second in itertools.combinations(comparison.levels, 2):
        paired = design == "paired" or (design == "auto" and _pairs_prevail(tables[first], tables[second]))
        figures = contrasts(
            tables[first], tables[second], paired=paired, resamples=RESAMPLES, seed=comparison.seed
        )
        keys = itertools.product(comparison.aus, MEASURES)
        effects += [
            Effect(first, second, au, measure, contrast)
            for (au, measure), contrast in zip(keys, figures, strict=True)
        ]
    return tuple(_corrected(effects))


def _pairs_prevail(first: Array, second: Array) -> bool:
    in_first, in_second = np.isfinite(first).any(axis=1), np.isfinite(second).any(axis=1)
    both, one = int((in_first & in_second).sum()), int((in_first ^ in_second).sum())
    return both >= 2 and both >= one


def _corrected(effects: Sequence[Effect]) -> list[Effect]:
    """Correct p within each measure: its action units and pairs of conditions are one family of tests."""
    found = list(effects)
    for measure in MEASURES:
        places = [place for place, effect in enumerate(found) if effect.measure == measure]
        adjusted = holm([found[place].contrast.p for place in places])
        for place, p in zip(places, adjusted.tolist(), strict=True):
            found[place] = replace(found[place], p_holm=p)
    return sorted(
        found, key=lambda e: (list(MEASURES).index(e.measure), effects[0].first != e.first, e.first, e.second)
    )


def _cautions(comparison: ConditionComparison) -> list[str]:
    found: list[str] = []
    unnamed = sorted({p.person for p in comparison.persons if not p.named})
    if unnamed:
        found.append(
            sentence(
                "Nobody has said who is in {names}: each counts as a person of its own. Where one person is "
                "in several, say so under Recording > Persons and conditions.",
                names=_listed(unnamed),
            )
        )
    for first, second in itertools.combinations(comparison.levels, 2):
        found += _cautions_of(comparison, first, second)
    if comparison.readings.calibrated:
        found.append(
            "The intensities are calibrated to each person. Where no frame is rated and no neutral "
            "reference is chosen, the lowest tenth of a recording is taken for the face at rest: an "
            "expression that is held through a whole condition is then taken off with it."
        )
    elif comparison.division.by == "group":
        found.append(
            "The intensities are as the model reads them. Faces differ at rest, and a model reads some of "
            "that as action: between persons, compare calibrated intensities, too."
        )
    found.append(
        "Peak intensity grows with the time that is looked at; compare it only where conditions last "
        "about as long."
    )
    return found


def _cautions_of(comparison: ConditionComparison, first: str, second: str) -> list[str]:
    effects = [e for e in comparison.effects if (e.first, e.second) == (first, second)]
    contrast = max((e.contrast for e in effects), key=lambda c: c.n_first + c.n_second)
    fewest = min(contrast.n_first, contrast.n_second)
    what = f"“{first}” and “{second}”"
    here = {level: {p.person for p in comparison.persons if p.level == level} for level in (first, second)}
    both, one = here[first] & here[second], here[first] ^ here[second]
    paired = contrast.design == "paired"
    found = []
    if paired and one:
        found.append(f"{what}: left out, because they are in one of the two only: {_listed(sorted(one))}.")
    if contrast.design == "independent" and both:
        found.append(
            f"{what}: {counted(len(both), 'person')} in both ({_listed(sorted(both))}), counted in both "
            "means and without a test; a paired comparison is fairer."
        )
    if fewest < FEWEST_GROUPS:
        few = counted(fewest, "pair") if paired else f"{counted(fewest, 'person')} in the smaller one"
        found.append(
            f"{what}: {few}; "
            f"with fewer than {FEWEST_GROUPS} there are no intervals, and no effect size can be trusted."
        )
    elif fewest < _FEW:
        found.append(
            f"{what}: with {fewest} persons, 95 % intervals hold the true value less often than they say "
            "(about 85 % of the time with 5 pairs, 92 % with 10, 93 % with 20; that of d_z about "
            "83, 90 and 95 %)."
        )
    least = max((e.contrast.least_p for e in effects if np.isfinite(e.contrast.least_p)), default=0.0)
    if least > 0.05:
        found.append(f"{what}: so few persons cannot give a p below {least:.3f}, whatever they do.")
    return found


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names[:6]) + (f" and {len(names) - 6} more" if len(names) > 6 else "")
