"""Collects what the open study says of models, samples and coders: what a methods text is made from."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from au_studio.agreement.raters import coder_values
from au_studio.agreement.tables import Figure, agreement_rows, pair_values
from au_studio.analysis.model_lineage import parent_of
from au_studio.analysis.models import ModelEntry
from au_studio.coding.rated_person import other_person_rated
from au_studio.export.methods_facts import CoderFacts, ModelFacts, PairFacts, StudyFacts
from au_studio.study.records import Coder, Rating
from au_studio.study.study import Study


def facts_of_study(
    study: Study, models: Sequence[ModelEntry], recording_ids: Sequence[str], model_id: str
) -> StudyFacts:
    """Return what the open study holds of some recordings, and what a model came from.

    Ratings of another person than the one who is read in a recording are left out, and that is told.

    Parameters
    ----------
    study : Study
        The open study.
    models : sequence of ModelEntry
        All models at hand.
    recording_ids : sequence of str
        The recordings that are exported.
    model_id : str
        The model whose values are exported.
    """
    recordings = [study.recording(key) for key in recording_ids]
    others = {r.id for r in recordings if other_person_rated(study, r) is not None}
    ratings: list[tuple[Coder, list[Rating]]] = []
    for coder in study.coders(removed=True):
        given = [r for key in recording_ids if key not in others for r in study.ratings(coder.id, key)]
        if given:
            ratings.append((coder, given))
    samples = {key: found[0] for key in recording_ids if (found := study.samples(key))}
    two = itertools.combinations([(c, given) for c, given in ratings if c.kind != "consensus"], 2)
    pairs = [_pair(one, other) for one, other in two]
    return StudyFacts(
        models=_lineage(model_id, models),
        samples=samples,
        coders=tuple(_coder(coder, given) for coder, given in ratings),
        pairs=tuple(pair for pair in pairs if pair.frames),
        of_others=tuple(r.name for r in recordings if r.id in others),
    )


def _lineage(model_id: str, models: Sequence[ModelEntry]) -> tuple[ModelFacts, ...]:
    """Return a model and those that it was trained from, as far as they are at hand."""
    entry: ModelEntry | None = next(model for model in models if model.id == model_id)
    line: list[ModelEntry] = []
    while entry is not None and entry not in line:
        line.append(entry)
        entry = parent_of(entry, models)
    return tuple(ModelFacts(model.name, model.card) for model in line)


def _coder(coder: Coder, ratings: Sequence[Rating]) -> CoderFacts:
    return CoderFacts(
        name=coder.name,
        kind=coder.kind,
        aus=tuple(sorted({r.au for r in ratings})),
        frames=len({(r.recording_id, r.pts) for r in ratings}),
        levels=sum(r.value is not None for r in ratings),
        not_codable=sum(r.value is None for r in ratings),
        unsure=sum(r.unsure for r in ratings),
        blind=sum(r.visible == "blind" for r in ratings),
        unknown=sum(r.visible == "imported" for r in ratings),
    )


def _pair(one: tuple[Coder, Sequence[Rating]], other: tuple[Coder, Sequence[Rating]]) -> PairFacts:
    names = one[0].name, other[0].name
    rows = agreement_rows(pair_values(coder_values(one[1]), coder_values(other[1])), names)
    if not rows:
        return PairFacts(names, 0, 0, None, None, None)
    mean = rows[-1]
    return PairFacts(
        names,
        mean.n,
        sum(row.icc_consistency.defined for row in rows[:-1]),
        _value(mean.icc_consistency),
        _value(mean.mae),
        _value(mean.exact),
    )


def _value(figure: Figure) -> float | None:
    return figure.value if figure.defined else None
