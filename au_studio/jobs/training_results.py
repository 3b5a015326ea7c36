"""What a training has come to: held-out figures as tables, and which of two ways was better."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from au_studio.analysis.verdict_words import OTHER_RECORDINGS, STRANGERS, persons_known, told_of, verdict
from au_studio.jobs.job import FinetuneJob
from au_studio.stats.verdict import Told, sign
from au_studio.texts import joined, sentence


@dataclass(frozen=True)
class AgreementRow:
    """Held-out agreement of one action unit, or of their mean (au None); None = undefined.

    Attributes
    ----------
    au : int or None
        FACS number.
    n : int or None
        Held-out ratings it stands on.
    icc, mae : float or None
        Of the new model.
    base_icc, base_mae : float or None
        Of the model it started from, on the same frames.
    constant_mae : float or None
        Of always guessing the mean of the training ratings.
    icc_low, icc_high, mae_low, mae_high : float or None
        Ends of the new model's 95 % intervals; None without one.
    gain, gain_low, gain_high, mae_gain, mae_gain_low, mae_gain_high : float or None
        ICC and MAE of the new model minus those of the one before, with their intervals.
    lacking : str
        Why there is no ICC although there are ratings; empty where there is one.
    """

    au: int | None
    n: int | None
    icc: float | None
    mae: float | None
    base_icc: float | None
    base_mae: float | None
    constant_mae: float | None
    icc_low: float | None = None
    icc_high: float | None = None
    mae_low: float | None = None
    mae_high: float | None = None
    gain: float | None = None
    gain_low: float | None = None
    gain_high: float | None = None
    mae_gain: float | None = None
    mae_gain_low: float | None = None
    mae_gain_high: float | None = None
    lacking: str = ""

    @property
    def signs(self) -> tuple[int, int]:
        """For ICC and MAE 1 where the new model is better, -1 where it is worse, 0 where none can tell."""
        return (
            sign(self.gain_low, self.gain_high, higher_is_better=True),
            sign(self.mae_gain_low, self.mae_gain_high, higher_is_better=False),
        )


@dataclass(frozen=True)
class Judgement:
    """Held-out agreement of one kind of frames.

    Attributes
    ----------
    rows : tuple of AgreementRow
        Per action unit, the mean last; empty where nothing was measured.
    scheme : str
        What was held out, in words.
    n_frames : int
        Held-out frames.
    persons_known : bool
        Whether what is held out whole is known to be of other persons.
    """

    rows: tuple[AgreementRow, ...] = ()
    scheme: str = ""
    n_frames: int = 0
    persons_known: bool = True

    @property
    def mean(self) -> AgreementRow | None:
        """The row of the mean over action units, or None."""
        return next((row for row in self.rows if row.au is None), None)


@dataclass(frozen=True)
class WayResult:
    """What one way of training has come to.

    Attributes
    ----------
    model_id, name : str
        The new model.
    adapted : bool
        Whether it was adapted to the study before the fine-tuning.
    judged : Judgement
        Held-out agreement, with whole persons held out where several were rated.
    within : Judgement
        On other frames of the persons who were rated; without rows where that was not measured apart.
    frames : str
        Digest of the held-out frames: figures of the same frames can be compared.
    verdict : str
        Whether it is better than the model before, in sentences.
    told : Told
        The same in a word.
    """

    model_id: str
    name: str
    adapted: bool
    judged: Judgement
    within: Judgement
    frames: str
    verdict: str = ""
    told: Told = Told.UNMEASURED

    @property
    def means(self) -> tuple[AgreementRow, ...]:
        """The mean rows of what was measured."""
        return tuple(mean for mean in (self.within.mean, self.judged.mean) if mean is not None)


def result_of(model_id: str, job: FinetuneJob, evaluation: Mapping[str, Any]) -> WayResult:
    """Return what a fine-tuning has come to, by the held-out evaluation that it gave."""
    return WayResult(
        model_id,
        job.name,
        job.before is not None,
        judgement(evaluation),
        judgement(evaluation.get("within") or {}),
        str(evaluation.get("frames", "")),
        verdict(evaluation),
        told_of(evaluation),
    )


def judgement(evaluation: Mapping[str, Any]) -> Judgement:
    """Return an evaluation as a model's card keeps it, ready to be shown."""
    words = (str(evaluation.get(key) or "") for key in ("scheme", "interval"))
    return Judgement(
        rows_of(evaluation),
        " ".join(words).strip(),
        int(evaluation.get("n_frames") or 0),
        persons_known(evaluation),
    )


def rows_of(evaluation: Mapping[str, Any]) -> tuple[AgreementRow, ...]:
    """Return the table of a model's held-out evaluation, the mean last.

    Parameters
    ----------
    evaluation : mapping
        ``{"au": {"12": {"n": 31, "icc": .8, "base_icc": …}}, "mean": {…}}``, as fine-tuning yields it and the
        model's card keeps it.
    """
    found = sorted(evaluation.get("au", {}).items(), key=lambda item: int(item[0]))
    rows = [_row(int(au), row) for au, row in found]
    if rows:
        rows.append(_row(None, evaluation.get("mean", {})))
    return tuple(rows)


_MEASURED = ("icc", "mae", "base_icc", "base_mae", "constant_mae")
_ENDS = (
    *("icc_low", "icc_high", "mae_low", "mae_high", "gain", "gain_low", "gain_high"),
    *("mae_gain", "mae_gain_low", "mae_gain_high"),
)


def _row(au: int | None, figures: Mapping[str, Any]) -> AgreementRow:
    named: dict[str, Any] = {name: figures.get(name) for name in (*_MEASURED, *_ENDS)}
    return AgreementRow(au, figures.get("n"), **named, lacking=str(figures.get("lacking") or ""))


def better_of(results: Sequence[WayResult]) -> WayResult:
    """Return the result to go on with: the higher mean held-out ICC; where there is none, the lower error.

    Other frames of the persons who were rated and strangers count alike.
    """

    def rank(result: WayResult) -> tuple[float, float]:
        iccs = [mean.icc for mean in result.means if mean.icc is not None]
        errors = [mean.mae for mean in result.means if mean.mae is not None]
        return sum(iccs) / len(iccs) if iccs else -2.0, -sum(errors) / len(errors) if errors else -99.0

    return max(results, key=rank)


def comparison(results: Sequence[WayResult]) -> str:
    """Return in sentences which way was better on the same held-out frames; empty with less than two."""
    if len(results) < 2 or len({result.frames for result in results}) > 1:
        return ""
    best = better_of(results)
    own = [result.within.mean for result in results]
    others = [result.judged.mean for result in results]
    known = all(result.judged.persons_known for result in results)
    where = (STRANGERS if known else OTHER_RECORDINGS) if any(own) else sentence("the same held-out frames")
    found = (
        _better_way(results, own, sentence("other frames of the persons that you rated")),
        _better_way(results, others, where),
    )
    told = [one for one in found if one]
    if not told:
        told = [
            sentence(
                "Which way is better could not be measured: there are not enough ratings to hold some out."
            )
        ]
    elif any(result.adapted for result in results):
        told.append(
            sentence("Adapting has seen what is held out, without ratings: somebody new may gain less by it.")
        )
    return joined([*told, sentence("“{name}” is chosen; the other is kept, too.", name=best.name)])


def _better_way(results: Sequence[WayResult], means: Sequence[AgreementRow | None], where: str) -> str:
    """Say which way has the higher mean ICC on some frames; nothing where one has none."""
    known = [mean for mean in means if mean is not None and mean.icc is not None]
    if len(known) < len(results):
        return ""
    figures = [mean.icc or 0.0 for mean in known]
    best = figures.index(max(figures))
    gap = max(figures) - min(figures)
    # The two were judged apart: where their intervals do not meet, that of the difference is clear of 0, too.
    lows = [mean.icc_low for mean in known]
    highs = [mean.icc_high for place, mean in enumerate(known) if place != best]
    low = lows[best]
    clear = low is not None and all(high is not None and high < low for high in highs)
    if not clear:
        return sentence(
            "On {where} it can’t be told which way is better (mean ICC differs by {gap:.2f}).",
            where=where,
            gap=gap,
        )
    if results[best].adapted:
        return sentence("On {where} adapting first is better by {gap:.2f} in mean ICC.", where=where, gap=gap)
    return sentence("On {where} fine-tuning alone is better by {gap:.2f} in mean ICC.", where=where, gap=gap)
