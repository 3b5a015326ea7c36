"""What is known of the models at hand, as frozen values: who came from whom, and what each card says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from au_studio.analysis.models import ModelEntry
from au_studio.analysis.verdict_words import FOR_ONE_PERSON, for_one_person, told_of, verdict
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.stats.verdict import Told
from au_studio.texts import Sentence, joined, mark, sentence, sentence_n, tr

_KINDS = {
    "base": mark("ships with AU Studio"),
    "fine-tuned": mark("fine-tuned"),
    "adapted": mark("adapted"),
    "pre-trained": mark("adapted"),
}


@dataclass(frozen=True)
class ModelLine:
    """One model of the library.

    Attributes
    ----------
    id, name : str
        File name without its ending; name for people.
    depth : int
        How many of its ancestors are in the list: 0 for one that stands at a line's beginning.
    kind : str
        How it came about, in a word or two.
    own : bool
        Whether it belongs to the study and can be renamed or deleted.
    created : str
        Date (ISO 8601).
    rated_frames : int or None
        Rated frames that it learned from.
    icc, base_icc, mae : float or None
        Held-out agreement of it and of the model before, on its own card.
    is_default, is_shown, is_compared : bool
        Whether the study starts with it; whether the Watch page shows its curves, or compares with it.
    note : str
        What people want to remember of it.
    told : Told
        Whether its held-out figures say that it is better than the model before.
    """

    id: str
    name: str
    depth: int
    kind: str
    own: bool
    created: str
    rated_frames: int | None
    icc: float | None
    base_icc: float | None
    mae: float | None
    is_default: bool = False
    is_shown: bool = False
    is_compared: bool = False
    note: str = ""
    told: Told = Told.UNMEASURED


def parent_of(model: ModelEntry, models: Sequence[ModelEntry]) -> ModelEntry | None:
    """Return the model that another was trained from, if it is at hand."""
    digest = model.card.get("parent")
    found = (m for m in models if digest and m.id != model.id and m.card.get("sha256") == digest)
    return next(found, None)


def children_of(model: ModelEntry, models: Sequence[ModelEntry]) -> list[ModelEntry]:
    """Return the models that were trained from one."""
    return [m for m in models if (parent := parent_of(m, models)) is not None and parent.id == model.id]


def by_lineage(models: Sequence[ModelEntry]) -> list[tuple[ModelEntry, int]]:
    """Return the models with their depth: every model right after its parent, siblings in the given order."""
    placed: list[tuple[ModelEntry, int]] = []
    seen: set[str] = set()

    def place(model: ModelEntry, depth: int) -> None:
        if model.id not in seen:
            seen.add(model.id)
            placed.append((model, depth))
            for child in children_of(model, models):
                place(child, depth + 1)

    for model in models:
        if parent_of(model, models) is None:
            place(model, 0)
    for model in models:  # cards that name each other as parents
        place(model, 0)
    return placed


def line_of(model: ModelEntry, depth: int, *, own: bool, note: str = "") -> ModelLine:
    """Return a model's line; cards of any origin are read with care."""
    training, metrics = _mapping(model.card.get("training")), _mapping(model.card.get("metrics"))
    mean = _mapping(metrics.get("mean"))
    if not mean:
        mean = _mapping(_mapping(_mapping(metrics.get("test")).get("all")).get("mean"))
    rated = training.get("rated_frames")
    return ModelLine(
        id=model.id,
        name=model.name,
        depth=depth,
        kind=_kind(training, own=own),
        own=own,
        created=str(model.card.get("created") or "")[:10],
        rated_frames=rated if isinstance(rated, int) else None,
        icc=_number(mean.get("icc")),
        base_icc=_number(mean.get("base_icc")),
        mae=_number(mean.get("mae")),
        note=note,
        told=told_of(metrics),
    )


def _figures(mean: Mapping[str, Any], prefix: str = "") -> str:
    """Return mean ICC and MAE in words, as far as they are there."""
    named = (("ICC", mean.get(f"{prefix}icc")), ("MAE", mean.get(f"{prefix}mae")))
    return ", ".join(f"{name} {value:.2f}" for name, value in named if isinstance(value, (int, float)))


def _within(within: Mapping[str, Any]) -> str:
    """Say what the ratings were worth for other frames of the persons who were rated."""
    mean = _mapping(within.get("mean"))
    now, before = _figures(mean), _figures(mean, "base_")
    if not now:
        return ""
    told = sentence("{now} (the model before: {before}).", now=now, before=before)
    return joined((told, str(within.get("scheme") or "")))


def facts_of(model: ModelEntry, models: Sequence[ModelEntry]) -> tuple[tuple[str, str], ...]:
    """Return what a card says, as pairs of a name and a text for people, in the order of interest."""
    card = model.card
    training, metrics = _mapping(card.get("training")), _mapping(card.get("metrics"))
    facts = [(mark("Made"), _made(card, training)), (mark("Trained from"), _origin(model, models))]
    facts += [(mark("Learned from"), _material(training)), (mark("Ratings"), _labels(training))]
    facts += [(mark("For whom"), FOR_ONE_PERSON if for_one_person(training) else "")]
    facts += [
        (mark("Beside the one before"), verdict(metrics) if _mapping(metrics.get("mean")) else ""),
        (mark("Held-out agreement"), str(metrics.get("scheme") or "")),
        (mark("Intervals"), str(metrics.get("interval") or "")),
        (mark("Same persons, other frames"), _within(_mapping(metrics.get("within")))),
    ]
    tested = _mapping(metrics.get("test"))
    if tested:
        figures = _figures(_mapping(_mapping(tested.get("all")).get("mean")))
        facts.append((mark("Measured on"), f"{tested.get('what', 'a test corpus')}: {figures}"))
    aus = _mapping(card.get("config")).get("aus")
    facts.append((mark("Action units"), " ".join(str(au) for au in aus) if isinstance(aus, list) else ""))
    facts.append((mark("Remarks"), " ".join(str(note) for note in card.get("notes") or [])))
    facts.append((mark("File"), f"{model.path.name}, SHA-256 {str(card.get('sha256') or 'unknown')[:16]}…"))
    return tuple((name, text) for name, text in facts if text)


def evaluation_of(model: ModelEntry) -> Mapping[str, Any]:
    """Return the held-out evaluation on a model's card; empty without one."""
    metrics = _mapping(model.card.get("metrics"))
    if isinstance(metrics.get("au"), Mapping):
        return metrics
    return _mapping(_mapping(metrics.get("test")).get("all"))


def dependents(
    model: ModelEntry, models: Sequence[ModelEntry], analysed: Sequence[str], *, is_default: bool
) -> tuple[str, ...]:
    """Say what a model's deletion takes along or leaves without its origin.

    Parameters
    ----------
    model : ModelEntry
        The one to be deleted.
    models : sequence of ModelEntry
        All at hand.
    analysed : sequence of str
        Names of the recordings whose curves were made with it.
    is_default : bool
        Whether the study starts with it.
    """
    found: list[Sentence] = []
    if analysed:
        names: str = ", ".join(analysed[:3])
        if len(analysed) > 3:
            names = sentence("{names} and {more} more", names=names, more=len(analysed) - 3)
        found.append(
            sentence(
                "Its curves of {names} are deleted, too; they cannot be made again without it.", names=names
            )
        )
    children = children_of(model, models)
    if children:
        names = ", ".join(f"“{child.name}”" for child in children)
        found.append(
            sentence_n(
                "{names} was trained from it: it stays and goes on working, but what it came from can no "
                "longer be looked at or compared.",
                "{names} were trained from it: they stay and go on working, but what they came from can no "
                "longer be looked at or compared.",
                len(children),
                names=names,
            )
        )
    if is_default:
        found.append(sentence("The study starts with it: it will start with the shipped model."))
    found.append(sentence("Tables that were exported with it name a model that is no longer here."))
    return tuple(found)


def _kind(training: Mapping[str, Any], *, own: bool) -> str:
    kind = str(training.get("kind") or "")
    return _KINDS.get(kind, kind or (mark("of this study") if own else _KINDS["base"]))


def _made(card: Mapping[str, Any], training: Mapping[str, Any]) -> str:
    parts = [str(card.get("created") or "")[:16].replace("T", " ")]
    if card.get("app_version"):
        parts.append(sentence("with AU Studio {version}", version=str(card["app_version"])))
    if training.get("device"):
        parts.append(sentence("on {device}", device=str(training["device"])))
    seconds = _number(training.get("seconds"))
    if seconds is not None:
        parts.append(sentence("in {minutes:.1f} minutes", minutes=seconds / 60))
    return joined(parts)


def _origin(model: ModelEntry, models: Sequence[ModelEntry]) -> str:
    parent = parent_of(model, models)
    if parent is not None:
        return f"“{parent.name}”"
    digest = model.card.get("parent")
    if not digest:
        return ""
    name = _mapping(model.card.get("training")).get("parent_name")
    return sentence(
        "{model} (SHA-256 {digest}…), which is not here",
        model=f"“{name}”" if name else sentence("a model"),
        digest=str(digest)[:12],
    )


def _material(training: Mapping[str, Any]) -> str:
    if isinstance(training.get("rated_frames"), int):
        unnamed = training.get("unnamed_recordings") or 0
        parts = [
            sentence(
                "{frames} rated frames of {recordings} recordings",
                frames=training["rated_frames"],
                recordings=str(training.get("recordings", "?")),
            )
        ]
        if not unnamed or training.get("persons"):
            parts.append(sentence("{persons} persons", persons=str(training.get("persons", "?"))))
        if unnamed:
            parts.append(sentence("{n} of them of persons not named", n=unnamed))
        return joined(parts, ", ")
    return str(_mapping(training.get("corpus")).get("what") or "")


def _labels(training: Mapping[str, Any]) -> str:
    digest = training.get("labels_hash")
    seed = str(training.get("seed", "?"))
    return sentence("hash {digest}…, seed {seed}", digest=str(digest)[:16], seed=seed) if digest else ""


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _number(value: object) -> float | None:
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def au_label(au: int) -> str:
    """Return ``AU12  Lip corner puller``."""
    unit = ACTION_UNITS.get(au)
    return f"{unit.label}  {tr(unit.name)}" if unit is not None else f"AU{au:02d}"
