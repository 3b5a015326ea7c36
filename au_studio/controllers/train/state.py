"""What the training page shows, as frozen values: no Qt, no disk."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from au_studio.jobs.protocol import Metric
from au_studio.jobs.training_data import LabelSummary
from au_studio.jobs.training_results import AgreementRow, Judgement
from au_studio.stats.verdict import Told


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


RUNNING_PHASES = frozenset({Phase.RUNNING, Phase.STOPPING, Phase.CANCELLING})


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
    part : (int, int)
        Which of how many jobs runs, from 1.
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
    part: tuple[int, int] = (1, 1)

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


def after_metric(state: TrainingState, event: Metric) -> TrainingState:
    """Return the state with one more figure of the training that runs: a loss, or held-out agreement."""
    if event.metric == "loss" and event.value is not None:
        return replace(state, losses=(*state.losses, (event.step, event.value)))
    if event.metric not in {"icc", "mae"}:
        return state
    held_out = state.held_out
    if event.au is None:
        known = {step: (icc, mae) for step, icc, mae in held_out}
        icc, mae = known.get(event.step, (None, None))
        known[event.step] = (event.value, mae) if event.metric == "icc" else (icc, event.value)
        held_out = tuple((step, *known[step]) for step in sorted(known))
    return replace(
        state, rows=with_metric(state.rows, event.metric, event.value, event.au), held_out=held_out
    )
