"""What a methods text says of the model: what it is, what it learned from, how good it is on held-out frames.

Everything stands on the models' cards; what a card does not say is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from au_studio.export.methods_facts import ModelFacts, figure, mapping
from au_studio.export.words import coefficient, counted, unit_list, unit_names, were
from au_studio.nn.config import STAGE1_KIND
from au_studio.stats.verdict import Told, verdict_of

HASH_DIGITS = 16
"""Digits of a SHA-256 that name a model; 64 bits leave no doubt."""


def model_text(models: Sequence[ModelFacts]) -> str:
    """Return the paragraph on the model and on those that it was trained from, the exported one first."""
    model, *parents = models
    sentences = [f"Intensities were estimated by {named(model)}."]
    aus = mapping(model.card.get("config")).get("aus")
    if isinstance(aus, list):
        sentences.append(f"It reads {counted(len(aus), 'action unit')}: {unit_names(aus)}.")
    for place, entry in enumerate(models):
        who = "It" if place == 0 else f"“{entry.name}”"
        parent = parents[place] if place < len(parents) else None
        sentences += _origin(who, entry, parent)
    return " ".join(sentences)


def named(model: ModelFacts) -> str:
    """Return a model's name and the beginning of its SHA-256."""
    digest = str(model.card.get("sha256") or "")
    return f"the model “{model.name}”" + (f" (SHA-256 {digest[:HASH_DIGITS]})" if digest else "")


def held_out_text(model: ModelFacts) -> str:
    """Return the paragraph on how good the model is, as its card says, or that the card says nothing."""
    metrics = mapping(model.card.get("metrics"))
    if isinstance(metrics.get("au"), Mapping):
        return " ".join(_of_fine_tuning(metrics))
    tested = mapping(metrics.get("test"))
    if not mapping(tested.get("all")):
        return f"The card of “{model.name}” holds no held-out agreement."
    found = mapping(tested.get("all"))
    what = str(tested.get("what") or "a test corpus")
    means = _means(found)
    return (
        f"As the model's card says, agreement was measured on: {what}. {means[0].upper()}{means[1:]} "
        f"{_by_unit(found)} It was not measured on recordings of this study."
    )


def tells_agreement(model: ModelFacts) -> bool:
    """Return whether `held_out_text` tells figures of agreement."""
    metrics = mapping(model.card.get("metrics"))
    return bool(metrics.get("au") or mapping(metrics.get("test")).get("all"))


def _origin(who: str, model: ModelFacts, parent: ModelFacts | None) -> list[str]:
    """Say what a model learned from."""
    training = mapping(model.card.get("training"))
    kind = str(training.get("kind") or "")
    before = named(parent) if parent is not None else _absent_parent(model.card, training)
    if kind == "fine-tuned":
        return _fine_tuned(who, before, training)
    if kind.startswith(STAGE1_KIND):
        return [_adapted(who, before, training)]
    return _base(who, training) if kind == "base" else []


def _absent_parent(card: Mapping[str, Any], training: Mapping[str, Any]) -> str:
    digest = str(card.get("parent") or "")
    name = f"the model “{training['parent_name']}”" if training.get("parent_name") else "a model"
    return f"{name} (SHA-256 {digest[:HASH_DIGITS]})" if digest else name


def _fine_tuned(who: str, before: str, training: Mapping[str, Any]) -> list[str]:
    sentence = f"{who} was fine-tuned from {before}"
    frames = training.get("rated_frames")
    if isinstance(frames, int):
        sentence += f" on {counted(frames, 'rated frame')}"
        of = [("persons", "person"), ("recordings", "recording")]
        told = [counted(training[key], one) for key, one in of if isinstance(training.get(key), int)]
        sentence += f" of {' in '.join(told)}" if told else ""
    if isinstance(training.get("seed"), int):
        sentence += f" (seed {training['seed']})"
    sentences = [f"{sentence}."]
    further = training.get("further_units")
    if isinstance(further, list) and further:
        sentences.append(f"{unit_list(further)} {were(len(further))} learned from these ratings alone.")
    if training.get("stopped_early"):
        sentences.append("The training was stopped early; the best state so far was kept.")
    return sentences


def _adapted(who: str, before: str, training: Mapping[str, Any]) -> str:
    clips, frames = training.get("clips"), training.get("frames")
    material = ""
    if isinstance(clips, int) and isinstance(frames, int):
        material = f" on {counted(clips, 'clip')} ({counted(frames, 'frame')})"
    recordings = training.get("recordings")
    if isinstance(recordings, int) and recordings:
        material += f" of {counted(recordings, 'recording')}"
    seed = f" (seed {training['seed']})" if isinstance(training.get("seed"), int) else ""
    return f"{who} was adapted from {before} without ratings (contrastive learning){material}{seed}."


def _base(who: str, training: Mapping[str, Any]) -> list[str]:
    """Say what a model that ships learned from: with labels, and before that without."""
    stage2, corpus = mapping(training.get("stage2")), mapping(training.get("corpus"))
    sentences = []
    frames, persons = stage2.get("labelled_frames"), stage2.get("labelled_persons")
    if isinstance(frames, int):
        of = f" of {counted(persons, 'person')}" if isinstance(persons, int) else ""
        what = f" ({corpus['what']})" if corpus.get("what") else ""
        sentences.append(f"{who} learned from {counted(frames, 'labelled frame')}{of}{what}.")
    elif corpus.get("what"):
        sentences.append(f"{who} learned from: {corpus['what']}.")
    step: Mapping[str, Any] = training
    while step and not mapping(step.get("stage1")):
        step = mapping(step.get("start"))
    stage1 = mapping(step.get("stage1"))
    if stage1:
        steps = f", {counted(stage1['steps'], 'step')}" if isinstance(stage1.get("steps"), int) else ""
        sentences.append(
            f"Before that, it learned without labels ({stage1.get('method') or 'contrastive'}{steps})."
        )
    return sentences


def _of_fine_tuning(metrics: Mapping[str, Any]) -> list[str]:
    """Say how well the fine-tuned model agrees with the ratings, for both kinds of held-out frames."""
    within = mapping(metrics.get("within"))
    where = "persons whom it did not learn from" if metrics.get("whole_groups") else "held-out frames"
    parts = [(where, metrics)]
    if mapping(within.get("mean")):
        parts.insert(0, ("other frames of the persons who were rated", within))
    sentences = []
    for frames, judged in parts:
        if figure(mapping(judged.get("mean")).get("mae")) is None:
            why = str(judged.get("scheme") or "")
            sentences.append(f"Agreement on {frames} was not measured. {why}".strip())
            continue
        sentences += [
            f"Agreement with the ratings on {frames}: {_means(judged)}",
            _verdict(judged),
            _by_unit(judged),
        ]
        sentences += [f"How it was found: {judged['scheme']}"] if judged.get("scheme") else []
        sentences += [str(judged["interval"])] if judged.get("interval") else []
    return sentences


def _verdict(judged: Mapping[str, Any]) -> str:
    """Say whether the model is better than the one before, by the same rule as everywhere."""
    found = verdict_of(judged)
    told = {
        Told.BETTER: "The model is better than the one before (the interval of the difference is clear of 0)",
        Told.WORSE: "The model is worse than the one before (the interval of the difference is clear of 0)",
        Told.MIXED: "The model is better than the one before in one figure and worse in the other",
        Told.OPEN: f"Whether it is better than the one before cannot be told: {found.why}",
    }.get(found.told)
    return f"{told}." if told else ""


def _means(judged: Mapping[str, Any]) -> str:
    """Return the mean figures in one sentence, with those of the model before beside them."""
    mean = mapping(judged.get("mean"))
    n = judged.get("n_frames")
    told = [_mean_figure(mean, "icc", "mean ICC"), _mean_figure(mean, "mae", "mean MAE")]
    frames = f"; {counted(n, 'frame')}" if isinstance(n, int) and n else ""
    return f"{'; '.join(text for text in told if text)}{frames}."


def _mean_figure(mean: Mapping[str, Any], name: str, words: str) -> str:
    value = figure(mean.get(name))
    if value is None:
        return f"{words} undefined"
    text = f"{words} {_written(name, value)}{_interval(mean, name, ', 95 % interval')}"
    beside = []
    if (before := figure(mean.get(f"base_{name}"))) is not None:
        beside.append(f"the model before {_written(name, before)}")
    if (constant := figure(mean.get(f"constant_{name}"))) is not None:
        beside.append(f"guessing the mean rating {_written(name, constant)}")
    if name == "icc" and (gain := figure(mean.get("gain"))) is not None:
        beside.append(f"gain {_written(name, gain)}{_interval(mean, 'gain', '')}")
    return text + (f" ({', '.join(beside)})" if beside else "")


def _by_unit(judged: Mapping[str, Any]) -> str:
    """Return ICC and MAE of every action unit in one sentence; empty where none has any."""
    rows = mapping(judged.get("au"))
    told = []
    for au in sorted((key for key in rows if str(key).isdigit()), key=int):
        row = mapping(rows[au])
        icc, mae = figure(row.get("icc")), figure(row.get("mae"))
        if icc is None and mae is None:
            continue
        error = "" if mae is None else f", MAE {_written('mae', mae)}{_interval(row, 'mae', '')}"
        if icc is not None:
            told.append(f"AU{au} ICC {_written('icc', icc)}{_interval(row, 'icc', '')}{error}")
        else:
            why = f" ({row['lacking']})" if row.get("lacking") else ""
            told.append(f"AU{au} no ICC{why}{error}")
    return f"By action unit: {'; '.join(told)}." if told else ""


def _interval(figures: Mapping[str, Any], name: str, words: str) -> str:
    low, high = figure(figures.get(f"{name}_low")), figure(figures.get(f"{name}_high"))
    if low is None or high is None:
        return ""
    return f"{words} [{_written(name, low)}, {_written(name, high)}]"


def _written(name: str, value: float) -> str:
    return f"{value:.2f}" if name == "mae" else coefficient(value)
