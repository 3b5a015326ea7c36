"""A methods text for a paper, written only from what the study, its analyses and the models' cards hold.

What is missing is said plainly or left out; nothing is supposed. Plain UTF-8 text, a blank line between
paragraphs.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np

from au_studio import __version__
from au_studio.analysis.rated_shift import FEWEST_RATED
from au_studio.export.methods_facts import (
    CoderFacts,
    PairFacts,
    RecordingFacts,
    StudyFacts,
    figure,
    mapping,
)
from au_studio.export.methods_models import held_out_text, model_text, tells_agreement
from au_studio.export.words import coefficient, counted, joined, length, percent, unit_list, were
from au_studio.files import write_text
from au_studio.stats.episodes import DEFAULT_RULE, EpisodeRule
from au_studio.study.records import Sample
from au_studio.study.sampling import count_for

FACS = (
    "Ekman, P., Friesen, W. V., & Hager, J. C. (2002). Facial Action Coding System: The manual. "
    "Research Nexus."
)
METHOD = (
    "Sanchez, E., Bulat, A., Zaganidis, A., & Tzimiropoulos, G. (2020). Semi-supervised facial action unit "
    "intensity estimation with contrastive learning. Asian Conference on Computer Vision (ACCV). "
    "arXiv:2011.01864."
)
ICC = (
    "Shrout, P. E., & Fleiss, J. L. (1979). Intraclass correlations: Uses in assessing rater reliability. "
    "Psychological Bulletin, 86(2), 420-428."
)
_FINDERS = {
    "mediapipe": "MediaPipe's face detector and face mesh, as they ship with AU Studio",
    "face-alignment": "the package face-alignment",
}
_CHECK = (
    "Written by AU Studio from what the study holds. Check every sentence, and cut what your paper does not "
    "need."
)
_BY_EPISODE = frozenset(("events", "summary", "elan"))
"""Exported files that count episodes."""


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
    study = methods.study
    agreement = tells_agreement(study.models[0]) or any(pair.icc is not None for pair in study.pairs)
    held_out = [held_out_text(study.models[0])]
    if agreement:
        held_out.insert(
            0,
            "ICC is ICC(3,1), two-way mixed, consistency, single rater (Shrout & Fleiss, 1979); it does not "
            "see a constant difference. MAE is the mean absolute error in steps of the scale. Means over "
            "action units are unweighted; the model's intensities were not rounded.",
        )
    references = [FACS, METHOD, *([ICC] if agreement else [])]
    return [
        "Recordings and measurement. " + " ".join(_recordings(methods.recordings)),
        f"Model. {model_text(study.models)}",
        "Sampling. " + " ".join(_sampling(study.samples, methods.recordings)),
        "Coding. " + " ".join(_coding(study)),
        "Agreement of the model. " + " ".join(held_out),
        "Values. " + " ".join(_values(methods)),
        "References\n" + "\n".join(references),
        _CHECK,
    ]


def _recordings(recordings: Sequence[RecordingFacts]) -> Iterator[str]:
    n, frames = len(recordings), sum(len(r.analysis.pts) for r in recordings)
    seconds = sum(figure(r.video.get("duration")) or 0.0 for r in recordings)
    extent = [counted(frames, "frame")]
    if seconds:
        extent.insert(0, f"{length(seconds)} in all" if n > 1 else length(seconds))
    if rates := sorted({round(rate, 2) for r in recordings if (rate := figure(r.video.get("mean_rate")))}):
        span = f"{rates[0]:g}" if len(rates) == 1 else f"{rates[0]:g} to {rates[-1]:g}"
        extent.append(f"{span} frames per second")
    versions = sorted({str(r.analysis.provenance.get("app_version") or __version__) for r in recordings})
    yield (
        "The intensities of facial action units (Facial Action Coding System, FACS; Ekman, Friesen, & Hager, "
        f"2002) were estimated in every frame of {counted(n, 'recording')}{_persons(recordings)} "
        f"({', '.join(extent)}) with AU Studio {joined(versions)}, by the method of Sanchez, Bulat, "
        "Zaganidis, and Tzimiropoulos (2020)."
    )
    finders = sorted({str(r.analysis.provenance.get("backend") or "") for r in recordings} - {""})
    if finders:
        words = joined([_FINDERS.get(name, f"the face finder “{name}”") for name in finders])
        yield f"Faces were found and aligned with {words}."
    seen = sum(int(np.count_nonzero(r.analysis.success)) for r in recordings)
    if frames:
        yield f"The person's face was found in {percent(seen / frames)} of the frames."
    if missing := frames - seen:
        values = "a missing value" if missing == 1 else "missing values"
        yield f"{counted(missing, 'frame')} without the face {_are(missing)} {values}, not 0."
    if cut := sum(r.analysis.provenance.get("complete") is False for r in recordings):
        yield f"{counted(cut, 'recording')} {_are(cut)} cut short; what could be read was used."


def _are(n: int) -> str:
    return "is" if n == 1 else "are"


def _persons(recordings: Sequence[RecordingFacts]) -> str:
    persons = {r.person for r in recordings if r.person}
    unnamed = sum(not r.person for r in recordings)
    if not persons:
        return ""
    named = f" of {counted(len(persons), 'person')}"
    return f"{named} (nobody is named in {counted(unnamed, 'recording')})" if unnamed else named


def _sampling(samples: Mapping[str, Sample], recordings: Sequence[RecordingFacts]) -> Iterator[str]:
    drawn = [(samples[r.recording_id], r) for r in recordings if r.recording_id in samples]
    frames = sum(len(sample.pts) for sample, _ in drawn)
    if not frames:
        yield "No frames were drawn at random to be rated."
        return
    total = sum(len(r.analysis.pts) for _, r in drawn)
    of = f"Of {counted(total, 'frame')} in {counted(len(drawn), 'recording')}, {frames:,}"
    share = f" ({percent(frames / total)})" if total else ""
    yield (f"{of}{share} {were(frames)} drawn at random to be rated; what frames show played no part in it.")
    ways: dict[tuple[object, ...], list[tuple[Sample, RecordingFacts]]] = {}
    for sample, recording in drawn:
        key = (sample.seed, sample.pooled, sample.fraction, _spacing(sample, recording), sample.method)
        ways.setdefault(key, []).append((sample, recording))
    for alike in ways.values():
        yield _way(alike, several=len(ways) > 1)
    if missing := len(recordings) - len(drawn):
        yield f"In {counted(missing, 'recording')} no frames were drawn."
    if double := sum(len(sample.double_pts) for sample, _ in drawn):
        meant = f"{were(double)} meant for a second coder, too"
        yield f"{counted(double, 'frame')} of these ({percent(double / frames)}) {meant}."


def _way(alike: Sequence[tuple[Sample, RecordingFacts]], *, several: bool) -> str:
    """Say how the frames of some recordings were drawn, all in the same manner."""
    sample, recording = alike[0]
    spacing = _spacing(sample, recording)
    how = "from all recordings together" if sample.pooled else "from each recording by itself"
    parts = [_asked(alike), how, f"seed {sample.seed}"]
    if sample.spacing:
        least = f"frames at least {length(spacing)} apart" if spacing else "with a least distance of frames"
        parts.append(least)
    parts.append(f"drawing rule “{sample.method}”")
    where = f" in {counted(len(alike), 'recording')}" if several else ""
    return f"The draw{where}: {', '.join(parts)}."


def _asked(alike: Sequence[tuple[Sample, RecordingFacts]]) -> str:
    """Say how many frames were asked for: a share, or a number, of each recording or of all together."""
    sample = alike[0][0]
    if sample.fraction is not None:
        share = f"{percent(sample.fraction)} of the frames that could be rated"
        return f"at first {share}, more later" if _extended(alike) else share
    numbers = sorted({s.requested for s, _ in alike})
    if sample.pooled:
        return counted(sum(s.requested for s, _ in alike), "frame")
    if len(numbers) == 1:
        return counted(numbers[0], "frame")
    return f"{numbers[0]:,} to {counted(numbers[-1], 'frame')}"


def _extended(alike: Sequence[tuple[Sample, RecordingFacts]]) -> bool:
    """Return whether more frames were drawn than the share that was asked for first can be."""
    sample, frames = alike[0][0], [len(r.analysis.pts) for _, r in alike]
    drawn_from = [sum(frames)] if sample.pooled else frames
    most = sum(count_for(sample.fraction or 1.0, n) for n in drawn_from)
    return sum(len(s.pts) for s, _ in alike) > most


def _spacing(sample: Sample, recording: RecordingFacts) -> float:
    """Return the least distance of two frames in seconds; 0 where there is none, or nobody knows."""
    try:
        return float(sample.spacing * Fraction(str(recording.video.get("time_base") or 0)))
    except (ValueError, ZeroDivisionError):
        return 0.0


def _coding(study: StudyFacts) -> Iterator[str]:
    raters = [coder for coder in study.coders if coder.kind != "consensus"]
    if not raters:
        yield "No frames were rated."
    else:
        aus = sorted(set(itertools.chain.from_iterable(coder.aus for coder in raters)))
        yield (
            f"{counted(len(raters), 'coder')} rated {unit_list(aus)} from 0 (absent) to 5 (FACS A to E = 1 "
            f"to 5): {'; '.join(_of_coder(coder) for coder in raters)}."
        )
        yield from _blindness(raters)
    for coder in study.coders:
        if coder.kind == "consensus":
            yield f"A consensus was entered for {counted(coder.frames, 'frame')}."
    if raters:
        yield from (_of_pair(pair) for pair in study.pairs)
        if not study.pairs:
            yield "No frame was rated by two coders."
    if study.of_others:
        of = counted(len(study.of_others), "recording")
        yield f"Ratings of another person than the one who was measured, in {of}, are left out."


def _of_coder(coder: CoderFacts) -> str:
    imported = ", imported" if coder.kind == "imported" else ""
    return (
        f"“{coder.name}” {counted(coder.frames, 'frame')} ({counted(coder.levels, 'rating')} of 0 to 5, "
        f"{coder.not_codable:,} not codable, {coder.unsure:,} marked as unsure{imported})"
    )


def _blindness(raters: Sequence[CoderFacts]) -> Iterator[str]:
    ratings, blind = sum(coder.ratings for coder in raters), sum(coder.blind for coder in raters)
    unknown = sum(coder.unknown for coder in raters)
    what = "with neither the model's values nor other coders' ratings in view"
    if blind == ratings:
        yield f"All ratings were made {what}."
    elif blind:
        yield f"{blind:,} of {counted(ratings, 'rating')} were made {what}."
    if unknown:
        of = f"{counted(unknown, 'rating')} that {were(unknown)} imported"
        yield f"What the coder could see is not on record for {of}."


def _of_pair(pair: PairFacts) -> str:
    first, second = pair.names
    told = f"“{first}” and “{second}” both rated {counted(pair.frames, 'frame')}"
    if pair.icc is None:
        return f"{told}; too few, or too much alike, for an ICC."
    figures = [f"mean ICC(3,1) {coefficient(pair.icc)} over {counted(pair.units, 'action unit')}"]
    if pair.mae is not None:
        figures.append(f"mean absolute difference {pair.mae:.2f}")
    if pair.exact is not None:
        figures.append(f"mean exact agreement {percent(pair.exact)}")
    return f"{told}: {', '.join(figures)}."


def _values(methods: Methods) -> Iterator[str]:
    recordings = methods.recordings
    smoothing = {
        seconds
        for r in recordings
        if (seconds := figure(mapping(r.processing.get("smoothing")).get("sd_seconds")))
    }
    calibrated = list(_calibration(recordings))
    if not smoothing and not calibrated:
        yield "Intensities are as the model gave them: neither calibrated to the person nor smoothed."
    yield from _rest(recordings)
    for seconds in sorted(smoothing):
        yield (
            f"Intensities were smoothed over time with a Gaussian (standard deviation {seconds:g} s), which "
            "looks ahead."
        )
    yield from calibrated
    if smoothing or calibrated:
        yield "The agreement told above is that of the values as the model gave them, before this."
    if "openface" in methods.formats and any(r.analysis.errors is not None for r in recordings):
        yield "The expected error of each intensity is the one that the model's card gives for its value."
    if _BY_EPISODE & set(methods.formats):
        rule = methods.rule
        lowest = rule.threshold - rule.hysteresis
        yield (
            f"An episode of an action unit is an unbroken run of frames at {lowest:g} or more that reaches "
            f"{rule.threshold:g} and lasts at least {rule.min_duration:g} s."
        )


_RESTS = {
    "running": "In {of} movement was measured from the person's resting face, estimated from the calm frames "
    "so far.",
    "refined": "In {of} movement was measured from the person's resting face, estimated from the calm frames "
    "of the whole recording.",
    "neutral": "In {of} movement was measured from the face in a span that was chosen as neutral.",
    "none": "In {of} movement was measured from the resting face of people on average, not the person's own.",
}


def _rest(recordings: Sequence[RecordingFacts]) -> Iterator[str]:
    """Say which resting face the model measured from; nothing of models that know none."""
    made = [r.analysis.provenance for r in recordings]
    kinds = Counter(
        str(how.get("rest") or "running").partition(":")[0]
        for how in made
        if not str(mapping(how.get("model")).get("rest") or "none: intensities").startswith(
            "none: intensities"
        )
    )
    for kind, count in kinds.items():
        if kind in _RESTS:
            yield _RESTS[kind].format(of=counted(count, "recording"))


def _calibration(recordings: Sequence[RecordingFacts]) -> Iterator[str]:
    """Say how intensities were calibrated to the persons; nothing when nobody asked for it."""
    ways = Counter(
        kind
        for r in recordings
        for kind in ("shift_to_ratings", "neutral_baseline", "not_calibrated")
        if r.processing.get(kind)
    )
    shifts = [mapping(r.processing.get("shift_to_ratings")) for r in recordings]
    coders = sorted({str(shift.get("coder") or "") for shift in shifts} - {""})
    if n := ways["shift_to_ratings"]:
        by = f" by {joined([f'“{name}”' for name in coders])}" if coders else ""
        yield (
            f"In {counted(n, 'recording')} intensities were calibrated to the person by rated frames: for "
            f"each action unit with {FEWEST_RATED} or more frames of the person rated{by}, the mean "
            "difference between model and coder, drawn a little towards 0, was taken off; other action units "
            "were calibrated by the face at rest where it was known."
        )
    if n := ways["neutral_baseline"]:
        yield (
            f"In {counted(n, 'recording')} intensities were calibrated to the person's face at rest: what "
            "the model reads there becomes 0, and 5 stays 5."
        )
    if n := ways["not_calibrated"]:
        yield f"In {counted(n, 'recording')} there was too little to calibrate intensities by."
