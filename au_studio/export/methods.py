"""A methods text for a paper, written only from what the study, its analyses and the models' cards hold.

What is missing is said plainly or left out; nothing is supposed. Plain UTF-8 text, a blank line between
paragraphs. What it says stands in the templates of `resources/methods`, one a section; here is gathered what
they may tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np

from au_studio import __version__
from au_studio.analysis.rated_shift import FEWEST_RATED
from au_studio.analysis.rest import NO_BRANCH, RUNNING
from au_studio.export import words
from au_studio.export.methods_facts import ModelFacts, RecordingFacts, StudyFacts, figure, mapping
from au_studio.files import write_text
from au_studio.nn.config import STAGE1_KIND
from au_studio.stats.episodes import DEFAULT_RULE, EpisodeRule
from au_studio.stats.verdict import verdict_of
from au_studio.study.records import Sample
from au_studio.study.sampling import count_for
from au_studio.templates import fill, folded

SECTIONS = {
    "recordings": "Recordings and measurement",
    "model": "Model",
    "sampling": "Sampling",
    "coding": "Coding",
    "agreement": "Agreement of the model",
    "values": "Values",
}
"""Templates of the sections, in their order, and what stands above each."""


@dataclass(frozen=True, eq=False)
class Methods:
    """What an export's methods text tells.

    Attributes
    ----------
    study : StudyFacts
        What the study holds; at least one model.
    recordings : tuple of RecordingFacts
        The recordings with their values, as they are exported.
    formats : collection of str
        What else is exported: what nobody can see is not explained.
    rule : EpisodeRule
        What counts as an episode.
    """

    study: StudyFacts
    recordings: tuple[RecordingFacts, ...]
    formats: Collection[str] = ()
    rule: EpisodeRule = DEFAULT_RULE


def write(path: Path, methods: Methods) -> int:
    """Write the text.

    Parameters
    ----------
    path : Path
        The file to write or replace.
    methods : Methods
        What it tells.

    Returns
    -------
    int
        Paragraphs written.

    Raises
    ------
    WriteError
        If the file cannot be written.
    """
    parts = paragraphs(methods)
    write_text(path, "\n\n".join(parts) + "\n")
    return len(parts)


def paragraphs(methods: Methods) -> list[str]:
    """Return the paragraphs of a methods text, the references and a word of caution last."""
    told = _gathered(methods)
    return [
        *(f"{heading}. {folded(_filled(section, told))}" for section, heading in SECTIONS.items()),
        _filled("references", told).strip(),
        folded(_filled("caution", told)),
    ]


def model_text(models: Sequence[ModelFacts]) -> str:
    """Return the paragraph on the model and on those that it was trained from, the exported one first."""
    return folded(_filled("model", {"models": models, "stage1_kind": STAGE1_KIND}))


def held_out_text(model: ModelFacts) -> str:
    """Return the paragraph on how good the model is, as its card says, or that the card says nothing."""
    return folded(_filled("held_out", {"model": model}))


def _filled(section: str, told: Mapping[str, object]) -> str:
    return fill(f"methods/{section}.txt.j2", _FILTERS, told)


def _gathered(methods: Methods) -> dict[str, object]:
    """Return all that the templates may tell."""
    study, recordings = methods.study, methods.recordings
    model, made = study.models[0], [r.analysis.provenance for r in recordings]
    metrics = mapping(model.card.get("metrics"))
    told_by_card = metrics.get("au") or mapping(metrics.get("test")).get("all")
    rates = {round(rate, 2) for r in recordings if (rate := figure(r.video.get("mean_rate")))}
    smoothing = {figure(mapping(r.processing.get("smoothing")).get("sd_seconds")) for r in recordings}
    shifts = [mapping(r.processing.get("shift_to_ratings")) for r in recordings]
    return {
        "study": study,
        "recordings": recordings,
        "persons": {r.person for r in recordings if r.person},
        "unnamed": sum(not r.person for r in recordings),
        "frames": sum(len(r.analysis.pts) for r in recordings),
        "seen": sum(int(np.count_nonzero(r.analysis.success)) for r in recordings),
        "seconds": sum(figure(r.video.get("duration")) or 0.0 for r in recordings),
        "rates": sorted(rates),
        "versions": sorted({str(m.get("app_version") or __version__) for m in made}),
        "finders": sorted({str(m.get("backend") or "") for m in made} - {""}),
        "cut_short": sum(m.get("complete") is False for m in made),
        "models": study.models,
        "stage1_kind": STAGE1_KIND,
        "model": model,
        "agreement": bool(told_by_card) or any(pair.icc is not None for pair in study.pairs),
        **_drawn([(study.samples[r.recording_id], r) for r in recordings if r.recording_id in study.samples]),
        "smoothing": sorted(seconds for seconds in smoothing if seconds),
        "rests": Counter(_rest_of(how) for how in made if _rest_of(how)),
        "calibrated": Counter(
            kind
            for r in recordings
            for kind in ("shift_to_ratings", "neutral_baseline", "not_calibrated")
            if r.processing.get(kind)
        ),
        "shifted_by": [f"“{name}”" for name in sorted({str(s.get("coder") or "") for s in shifts} - {""})],
        "fewest_rated": FEWEST_RATED,
        "expected_errors": any(r.analysis.errors is not None for r in recordings),
        "formats": methods.formats,
        "rule": methods.rule,
    }


def _rest_of(made: Mapping[str, Any]) -> str:
    """Return the kind of rest that movement was measured from; empty for models that know none."""
    words = str(mapping(made.get("model")).get("rest") or NO_BRANCH)
    known = not words.startswith(NO_BRANCH.partition(" (")[0])
    return str(made.get("rest") or RUNNING).partition(":")[0] if known else ""


def _drawn(drawn: Sequence[tuple[Sample, RecordingFacts]]) -> dict[str, object]:
    """Return what there is to tell of samples; those that were drawn in the same manner are told together."""
    ways: dict[tuple[object, ...], list[tuple[Sample, RecordingFacts]]] = {}
    for sample, recording in drawn:
        key = (sample.seed, sample.pooled, sample.fraction, _spacing(sample, recording), sample.method)
        ways.setdefault(key, []).append((sample, recording))
    return {
        "drawn_recordings": len(drawn),
        "sampled": sum(len(sample.pts) for sample, _ in drawn),
        "sampled_from": sum(len(r.analysis.pts) for _, r in drawn),
        "double": sum(len(sample.double_pts) for sample, _ in drawn),
        "draws": [_draw(alike) for alike in ways.values()],
    }


def _draw(alike: Sequence[tuple[Sample, RecordingFacts]]) -> dict[str, object]:
    """Return how the frames of some recordings were drawn, all in the same manner."""
    sample, recording = alike[0]
    asked, frames = [s.requested for s, _ in alike], [len(r.analysis.pts) for _, r in alike]
    if sample.pooled:
        asked, frames = [sum(asked)], [sum(frames)]
    most = sum(count_for(sample.fraction or 1.0, n) for n in frames)
    return {
        "recordings": len(alike),
        "fraction": sample.fraction,
        "extended": sum(len(s.pts) for s, _ in alike) > most,
        "fewest": min(asked),
        "most": max(asked),
        "pooled": sample.pooled,
        "seed": sample.seed,
        "spaced": bool(sample.spacing),
        "spacing": _spacing(sample, recording),
        "method": sample.method,
    }


def _spacing(sample: Sample, recording: RecordingFacts) -> float:
    """Return the least distance of two frames in seconds; 0 where there is none, or nobody knows."""
    try:
        return float(sample.spacing * Fraction(str(recording.video.get("time_base") or 0)))
    except (ValueError, ZeroDivisionError):
        return 0.0


def _steps(training: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield a base training and those that it went on from, the last one first."""
    while training:
        yield training
        training = mapping(training.get("start"))


def _learned_without_labels(training: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return how the last step that did learned without labels; empty where none did."""
    return next((s for step in _steps(training) if (s := mapping(step.get("stage1")))), {})


def _learned_from_labels(training: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the last step that says what it learned from with labels; empty where none does."""
    return next((step for step in _steps(training) if _says_from_what(step)), {})


def _says_from_what(step: Mapping[str, Any]) -> bool:
    labelled = mapping(step.get("stage2")).get("labelled_frames")
    return isinstance(labelled, int) or bool(mapping(step.get("corpus")).get("what"))


def _by_number(rows: object) -> list[tuple[int, Mapping[str, Any]]]:
    """Return the action units of a card's table and what it says of each, rising."""
    table = mapping(rows)
    return [(int(au), mapping(table[au])) for au in sorted(filter(_is_digits, table), key=int)]


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _is_digits(key: object) -> bool:
    return str(key).isdigit()


_FILTERS: dict[str, Callable[..., object]] = {
    "counted": words.counted,
    "were": words.were,
    "joined": words.joined,
    "unit_list": words.unit_list,
    "unit_names": words.unit_names,
    "length_of_time": words.length,
    "coefficient": words.coefficient,
    "percent": words.percent,
    "mapping": mapping,
    "figure": figure,
    "listed": _listed,
    "verdict": verdict_of,
    "learned_from_labels": _learned_from_labels,
    "learned_without_labels": _learned_without_labels,
    "by_number": _by_number,
}
"""How the templates write figures, and read cards of any origin."""
