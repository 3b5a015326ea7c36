"""What the training page shows, as frozen values: no Qt, no disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from au_studio.controllers.training_data import LabelSummary
from au_studio.controllers.training_plan import Way
from au_studio.stats.verdict import Told, Verdict, sign, verdict_of


class Phase(StrEnum):
    """Where a fine-tuning is."""

    NO_STUDY = "no study"
    READY = "ready"
    RUNNING = "running"
    STOPPING = "stopping"
    CANCELLING = "cancelling"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


STRANGERS, OTHER_RECORDINGS = "persons whom it did not learn from", "recordings that it did not learn from"
"""What is held out whole: named persons, or recordings of which nobody has said who is in them."""

RUNNING_PHASES = frozenset({Phase.RUNNING, Phase.STOPPING, Phase.CANCELLING})


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
class TrainingProgress:
    """How far the running fine-tuning is.

    Attributes
    ----------
    message : str
        What it is doing.
    done, total : int
        Steps; total 0 = unknown.
    seconds_left : float or None
        Estimate for the whole training, all its jobs; None = unknown.
    fraction : float
        How much of the whole training is done, 0 to 1; it never falls.
    """

    message: str = ""
    done: int = 0
    total: int = 0
    seconds_left: float | None = None
    fraction: float = 0.0


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


@dataclass(frozen=True)
class TrainingState:
    """Everything on the training page.

    Attributes
    ----------
    phase : Phase
        Where the fine-tuning is.
    models : tuple of (id, name)
        Models to start from.
    base_id : str or None
        The one chosen.
    coders : tuple of (id, name)
        Coders whose ratings could train.
    coder_id : str or None
        The one chosen.
    suggested_name : str
        A name for the new model.
    summary : LabelSummary
        What the coder's ratings hold.
    caution : str
        How what the chosen model has learned before limits the figures, in sentences; often empty.
    progress : TrainingProgress
        How far it is.
    losses : tuple of (step, loss)
        The training loss so far.
    held_out : tuple of (step, mean ICC or None, mean MAE or None)
        Held-out agreement so far.
    rows : tuple of AgreementRow
        Held-out agreement per action unit, the mean last; empty before the first evaluation.
    scheme : str
        What was held out, in words; empty until known.
    n_held_out : int
        Held-out frames.
    coder_icc : tuple of (au, ICC or None)
        Agreement of this coder with the one who rated most of the same frames; empty without one.
    within : Judgement
        What the ratings are worth for other frames of the persons who were rated; without rows where that
        was not measured (one person, or recordings too short).
    persons_known : bool
        Whether what was held out whole is known to be of other persons.
    outcome : str
        How it ended, in sentences; empty before.
    told : Told
        Whether the new model is better than the one before.
    notices : tuple of str
        What the job wanted people to know.
    waiting_analyses : int
        Recordings that are still to be analysed with the new model.
    way : Way
        Fine-tune only, adapt before it, or both.
    part : (int, int)
        Which of how many jobs runs, from 1.
    results : tuple of WayResult
        What each way has come to, when more than one was gone.
    """

    phase: Phase = Phase.NO_STUDY
    models: tuple[tuple[str, str], ...] = ()
    base_id: str | None = None
    coders: tuple[tuple[str, str], ...] = ()
    coder_id: str | None = None
    suggested_name: str = ""
    summary: LabelSummary = field(default_factory=LabelSummary)
    caution: str = ""
    progress: TrainingProgress = field(default_factory=TrainingProgress)
    losses: tuple[tuple[int, float], ...] = ()
    held_out: tuple[tuple[int, float | None, float | None], ...] = ()
    rows: tuple[AgreementRow, ...] = ()
    scheme: str = ""
    n_held_out: int = 0
    coder_icc: tuple[tuple[int, float | None], ...] = ()
    within: Judgement = field(default_factory=Judgement)
    persons_known: bool = True
    outcome: str = ""
    told: Told = Told.UNMEASURED
    notices: tuple[str, ...] = ()
    waiting_analyses: int = 0
    way: Way = Way.FINE_TUNE
    part: tuple[int, int] = (1, 1)
    results: tuple[WayResult, ...] = ()

    @property
    def running(self) -> bool:
        """Whether a fine-tuning runs."""
        return self.phase in RUNNING_PHASES

    @property
    def can_stop(self) -> bool:
        """Whether something runs whose best could be kept."""
        return self.phase is Phase.RUNNING and self.progress.total > 0

    @property
    def can_start(self) -> bool:
        """Whether a fine-tuning can be started."""
        return (
            not self.running
            and self.phase is not Phase.NO_STUDY
            and self.base_id is not None
            and self.summary.ratings > 0
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


def persons_known(evaluation: Mapping[str, Any]) -> bool:
    """Return whether what was held out whole is known to be of other persons: all of them were named."""
    return str(evaluation.get("groups", "persons")) == "persons"


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
    *("icc_low", "icc_high", "mae_low", "mae_high"),
    *("gain", "gain_low", "gain_high", "mae_gain", "mae_gain_low", "mae_gain_high"),
)


def _row(au: int | None, figures: Mapping[str, Any]) -> AgreementRow:
    named: dict[str, Any] = {name: figures.get(name) for name in (*_MEASURED, *_ENDS)}
    return AgreementRow(au, figures.get("n"), **named, lacking=str(figures.get("lacking") or ""))


def verdict(evaluation: Mapping[str, Any]) -> str:
    """Return in sentences whether the new model is better than the one before on held-out frames.

    Where several persons were rated, other frames of these come first, and strangers after them. It is the
    rule of `au_studio.stats.verdict` that speaks.
    """
    mean = evaluation.get("mean", {})
    if verdict_of(evaluation).told is Told.UNMEASURED:
        return "Whether it is better could not be measured: too few ratings to hold some out."
    sentences = []
    own: Mapping[str, Any] = evaluation.get("within") or {}
    if verdict_of(own).told is not Told.UNMEASURED:
        where = "other frames of the persons that you rated"
        sentences.append(verdict_sentence(where, own["mean"], verdict_of(own)))
    others = STRANGERS if persons_known(evaluation) else OTHER_RECORDINGS
    where = others if evaluation.get("whole_groups") else "held-out frames"
    sentences.append(verdict_sentence(where, mean, verdict_of(evaluation)))
    if Told.WORSE in {verdict_of(evaluation).told, verdict_of(own).told}:
        sentences.append("Rate more, or keep the old one.")
    return " ".join(sentences)


def told_of(evaluation: Mapping[str, Any]) -> Told:
    """Return one verdict for both kinds of held-out frames: worse on either is not better."""
    parts = [verdict_of(part).told for part in (evaluation, evaluation.get("within") or {})]
    known = [told for told in parts if told is not Told.UNMEASURED]
    if not known:
        return Told.UNMEASURED
    if Told.MIXED in known or {Told.BETTER, Told.WORSE} <= set(known):
        return Told.MIXED
    return next((told for told in (Told.WORSE, Told.BETTER) if told in known), Told.OPEN)


def verdict_sentence(where: str, mean: Mapping[str, Any], verdict: Verdict) -> str:
    """Say what became of the mean figures on some frames: ``On held-out frames it is better than …``."""
    told = {
        Told.BETTER: "it is better than the model before",
        Told.WORSE: "it is worse than the model before",
        Told.MIXED: "it is better in one figure and worse in the other than the model before",
    }.get(verdict.told, "it can’t be told yet whether it is better than the model before")
    figures = [
        f"{name.upper()} {mean[f'base_{name}']:.2f} → {mean[name]:.2f}{_gain(mean, gain)}".replace("-", "−")
        for name, gain in (("icc", "gain"), ("mae", "mae_gain"))
        if mean.get(name) is not None and mean.get(f"base_{name}") is not None
    ]
    why = f"; {verdict.why}" if verdict.why else ""
    return f"On {where} {told}: {', '.join(figures)}{why}."


def _gain(mean: Mapping[str, Any], name: str) -> str:
    """Return the difference with its interval: `` (+0.10 [0.02, 0.19])``; empty where there is none."""
    ends = [mean.get(key) for key in (name, f"{name}_low", f"{name}_high")]
    if any(value is None for value in ends):
        return ""
    value, low, high = ends
    return f" ({value:+.2f} [{low:.2f}, {high:.2f}])"


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
    where = (STRANGERS if known else OTHER_RECORDINGS) if any(own) else "the same held-out frames"
    found = (
        _better_way(results, own, "other frames of the persons that you rated"),
        _better_way(results, others, where),
    )
    told = [sentence for sentence in found if sentence]
    if not told:
        told = ["Which way is better could not be measured: there are not enough ratings to hold some out."]
    elif any(result.adapted for result in results):
        told.append("Adapting has seen what is held out, without ratings: somebody new may gain less by it.")
    return " ".join([*told, f"“{best.name}” is chosen; the other is kept, too."])


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
        return f"On {where} it can’t be told which way is better (mean ICC differs by {gap:.2f})."
    how = "adapting first" if results[best].adapted else "fine-tuning alone"
    return f"On {where} {how} is better by {gap:.2f} in mean ICC."


def with_metric(
    rows: tuple[AgreementRow, ...], name: str, value: float | None, au: int | None
) -> tuple[AgreementRow, ...]:
    """Return the table with one live figure put in: ``icc`` or ``mae`` of an action unit or the mean."""
    table = {row.au: row for row in rows}
    row = table.get(au, AgreementRow(au, None, None, None, None, None, None))
    icc = value if name == "icc" else row.icc
    mae = value if name == "mae" else row.mae
    table[au] = AgreementRow(au, row.n, icc, mae, row.base_icc, row.base_mae, row.constant_mae)
    return tuple(sorted(table.values(), key=lambda r: (r.au is None, r.au or 0)))
