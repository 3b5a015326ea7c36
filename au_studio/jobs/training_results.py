"""What a training has come to: held-out figures as tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from au_studio.analysis.verdict_words import FOR_ONE_PERSON, persons_known, told_of, verdict
from au_studio.jobs.job import FinetuneJob
from au_studio.stats.verdict import Told, sign


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
class TrainingResult:
    """What a training has come to.

    Attributes
    ----------
    model_id, name : str
        The new model.
    judged : Judgement
        Held-out agreement, with whole persons held out where several were rated.
    within : Judgement
        On other frames of the persons who were rated; without rows where that was not measured apart.
    verdict : str
        Whether it is better than the model before, in sentences.
    told : Told
        The same in a word.
    caution : str
        For whom it is not, in a sentence; often empty.
    """

    model_id: str
    name: str
    judged: Judgement
    within: Judgement
    verdict: str = ""
    told: Told = Told.UNMEASURED
    caution: str = ""


def result_of(model_id: str, job: FinetuneJob, evaluation: Mapping[str, Any]) -> TrainingResult:
    """Return what a fine-tuning has come to, by the held-out evaluation that it gave."""
    return TrainingResult(
        model_id,
        job.name,
        judgement(evaluation),
        judgement(evaluation.get("within") or {}),
        verdict(evaluation),
        told_of(evaluation),
        FOR_ONE_PERSON if len({recording.group for recording in job.recordings}) == 1 else "",
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
