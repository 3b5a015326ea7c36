"""What a model's held-out figures say of it beside the model that it was trained from, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from au_studio.stats.verdict import Told, Verdict, verdict_of
from au_studio.texts import Sentence, joined, sentence

STRANGERS = sentence("persons whom it did not learn from")
OTHER_RECORDINGS = sentence("recordings that it did not learn from")
"""What is held out whole: named persons, or recordings of which nobody has said who is in them."""


FOR_ONE_PERSON = sentence(
    "It learned from one person and is for that person alone: it reads other people far worse than the model "
    "before (in three sessions, ICC lower by .07 and MAE higher by .44)."
)
"""What is measured of models that were fitted to one session, on the two others."""


def for_one_person(training: Mapping[str, Any]) -> bool:
    """Return whether a model was fitted to a single person, by the ``training`` of its card.

    A recording of a person whom nobody named counts as one of its own.
    """
    persons = [training.get(key) for key in ("persons", "unnamed_recordings")]
    known = [count for count in persons if isinstance(count, int)]
    return str(training.get("kind")) == "fine-tuned" and bool(known) and sum(known) == 1


def persons_known(evaluation: Mapping[str, Any]) -> bool:
    """Return whether what was held out whole is known to be of other persons: all of them were named."""
    return str(evaluation.get("groups", "persons")) == "persons"


def verdict(evaluation: Mapping[str, Any]) -> Sentence:
    """Return in sentences whether the new model is better than the one before on held-out frames.

    Where several persons were rated, other frames of these come first, and strangers after them. It is the
    rule of `au_studio.stats.verdict` that speaks.
    """
    mean = evaluation.get("mean", {})
    if verdict_of(evaluation).told is Told.UNMEASURED:
        return sentence("Whether it is better could not be measured: too few ratings to hold some out.")
    sentences: list[Sentence] = []
    own: Mapping[str, Any] = evaluation.get("within") or {}
    others = STRANGERS if persons_known(evaluation) else OTHER_RECORDINGS
    where = others if evaluation.get("whole_groups") else sentence("held-out frames")
    if verdict_of(own).told is Told.UNMEASURED:
        sentences.append(verdict_sentence(where, mean, verdict_of(evaluation)))
    else:
        rated = sentence("other frames of the persons that you rated")
        if verdict_of(own) == verdict_of(evaluation):
            # The same of both is said once: twice as many words would say no more.
            both = _figures(own["mean"]), _figures(mean)
            where = sentence("{first} and on {second}", first=rated, second=where)
            figures = sentence("{first}, and {second}", first=both[0], second=both[1])
            sentences.append(_told(where, both[0] if both[0] == both[1] else figures, verdict_of(own)))
        else:
            sentences.append(verdict_sentence(rated, own["mean"], verdict_of(own)))
            sentences.append(verdict_sentence(where, mean, verdict_of(evaluation)))
    if Told.WORSE in {verdict_of(evaluation).told, verdict_of(own).told}:
        sentences.append(sentence("Rate more, or keep the old one."))
    return joined(sentences)


def told_of(evaluation: Mapping[str, Any]) -> Told:
    """Return one verdict for both kinds of held-out frames: worse on either is not better."""
    parts = [verdict_of(part).told for part in (evaluation, evaluation.get("within") or {})]
    known = [told for told in parts if told is not Told.UNMEASURED]
    if not known:
        return Told.UNMEASURED
    if Told.MIXED in known or {Told.BETTER, Told.WORSE} <= set(known):
        return Told.MIXED
    return next((told for told in (Told.WORSE, Told.BETTER) if told in known), Told.OPEN)


def verdict_sentence(where: str, mean: Mapping[str, Any], verdict: Verdict) -> Sentence:
    """Say what became of the mean figures on some frames: ``On held-out frames it is better than …``."""
    return _told(where, _figures(mean), verdict)


def _told(where: str, figures: str, verdict: Verdict) -> Sentence:
    told = {
        Told.BETTER: sentence("it is better than the model before"),
        Told.WORSE: sentence("it is worse than the model before"),
        Told.MIXED: sentence("it is better in one figure and worse in the other than the model before"),
    }.get(verdict.told, sentence("it can’t be told yet whether it is better than the model before"))
    if verdict.why:
        return sentence(
            "On {where} {told}: {figures}; {why}.", where=where, told=told, figures=figures, why=verdict.why
        )
    return sentence("On {where} {told}: {figures}.", where=where, told=told, figures=figures)


def _figures(mean: Mapping[str, Any]) -> str:
    """Return mean ICC and MAE before and now, as far as both are there."""
    return ", ".join(
        f"{name.upper()} {mean[f'base_{name}']:.2f} → {mean[name]:.2f}{_gain(mean, gain)}".replace("-", "−")
        for name, gain in (("icc", "gain"), ("mae", "mae_gain"))
        if mean.get(name) is not None and mean.get(f"base_{name}") is not None
    )


def _gain(mean: Mapping[str, Any], name: str) -> str:
    """Return the difference with its interval: `` (+0.10 [0.02, 0.19])``; empty where there is none."""
    ends = [mean.get(key) for key in (name, f"{name}_low", f"{name}_high")]
    if any(value is None for value in ends):
        return ""
    value, low, high = ends
    return f" ({value:+.2f} [{low:.2f}, {high:.2f}])"
