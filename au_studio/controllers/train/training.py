"""Fine-tuning from the window: builds the job, runs it in a child process, brings the new model home."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from au_studio.agreement.coders import coder_icc
from au_studio.analysis.models import ModelEntry
from au_studio.controllers.job_runner import Task, error_of
from au_studio.controllers.model_choice import ModelsChange
from au_studio.controllers.published import Published
from au_studio.controllers.train.state import Phase, TrainingProgress, TrainingState, after_metric
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.jobs.job import FinetuneJob, PretrainJob
from au_studio.jobs.protocol import Done, Event, Failed, Metric, Notice, Progress
from au_studio.jobs.study_training import (
    TRAINING_SEED,
    suggested_name,
    take_home,
    usual_coder,
    what_ratings_hold,
)
from au_studio.jobs.time_left import Whole
from au_studio.jobs.training_data import LabelSummary
from au_studio.jobs.training_plan import Wish, plan
from au_studio.jobs.training_results import Judgement, TrainingResult, result_of
from au_studio.stats.verdict import Told
from au_studio.texts import shown, tr

_NEWS_MS = 100
_NOTHING_MEASURED: dict[str, Any] = {
    "losses": (), "held_out": (), "rows": (), "scheme": "", "n_held_out": 0, "within": Judgement(),
    "persons_known": True,
}  # fmt: skip


class TrainingController(Published[TrainingState]):
    """Fine-tunes models on a coder's ratings.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study and its models.

    Signals
    -------
    state_changed(TrainingState)
        Show this.
    finished(str)
        A model was added to the study: its id.
    """

    finished = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        # A quick training reports hundreds of figures a second; nobody sees more than a few pictures of them.
        super().__init__(TrainingState(), parent, soon_ms=_NEWS_MS)
        self._workspace = workspace
        self._plan: list[Task] = []
        self._whole = Whole()
        self._jobs = workspace.jobs
        self._jobs.started.connect(self._on_started)
        self._jobs.reported.connect(self._on_event)
        self._jobs.ended.connect(self._on_ended)
        workspace.batch.ended.connect(lambda *_: self._set(self._state))
        workspace.study_changed.connect(self._on_study_changed)
        # The models of a study are told before the study itself: everything is read then, and once is enough.
        workspace.models_changed.connect(self._on_models_changed)
        self._on_study_changed()

    def _on_models_changed(self, change: ModelsChange) -> None:
        if self._shown is None or self._shown is not self._workspace.study or not change.listed:
            return
        if self._state.base_id is None or change.removed or self._state.base_id in change.altered:
            self.refresh()
        else:  # others to begin from: what the ratings are worth to the chosen one is what it was
            models, state = self._models(), self._state
            self._set(replace(state, models=models, suggested_name=self._name(state.coder_id)))

    @property
    def running(self) -> bool:
        """Whether a fine-tuning runs: ask before the window closes."""
        return self._state.running

    # ---- choices

    def refresh(self) -> None:
        """Read models, coders and ratings again."""
        study = self._workspace.study
        if study is None:
            self._set(TrainingState())
            return
        models = self._models()
        coders = tuple((coder.id, coder.name) for coder in study.coders())
        state = self._state
        base_id = state.base_id if state.base_id in dict(models) else next((key for key, _ in models), None)
        coder_id = state.coder_id if state.coder_id in dict(coders) else usual_coder(study)
        summary, coders_agree, caution = LabelSummary(), state.coder_icc, ""
        if coder_id is not None:
            coders_agree = coder_icc(study, coder_id)
            base, at_hand = self._model(base_id), self._workspace.models()
            summary, caution = what_ratings_hold(study, coder_id, base, at_hand)
        self._set(
            replace(
                state,
                phase=Phase.READY if state.phase is Phase.NO_STUDY else state.phase,
                models=models,
                base_id=base_id,
                coders=coders,
                coder_id=coder_id,
                summary=summary,
                caution=caution,
                coder_icc=coders_agree,
                suggested_name=self._name(coder_id),
            )
        )

    def _models(self) -> tuple[tuple[str, str], ...]:
        """Return id and name of the models at hand."""
        return tuple((model.id, model.name) for model in self._workspace.models())

    def _name(self, coder_id: str | None) -> str:
        """Return a name for the next model."""
        study = self._workspace.study
        assert study is not None
        name = next((coder.name for coder in study.coders() if coder.id == coder_id), "")
        return suggested_name(study, name, self._workspace.models())

    def choose_base(self, model_id: str) -> None:
        """Start from another model."""
        self._set(replace(self._state, base_id=model_id))
        self.refresh()

    def choose_coder(self, coder_id: str) -> None:
        """Train on another coder's ratings."""
        self._set(replace(self._state, coder_id=coder_id))
        self.refresh()

    # ---- running

    def start(self, name: str, *, use_unsure: bool = True) -> None:
        """Train the chosen model on the chosen coder's ratings.

        Parameters
        ----------
        name : str
            Name of the new model.
        use_unsure : bool
            Whether ratings marked as unsure train, too.
        """
        study, state = self._workspace.study, self._state
        base = self._model(state.base_id)
        if study is None or base is None or state.coder_id is None or not state.can_start:
            return
        if not self._workspace.may_write():
            return
        try:
            task = plan(
                study,
                Wish(
                    base.path,
                    name.strip() or state.suggested_name,
                    state.coder_id,
                    use_unsure=use_unsure,
                    seed=TRAINING_SEED,
                    backend=self._workspace.face_finder.name,
                    device=self._workspace.device.name,
                    caution=state.caution,
                ),
            )
        except AUStudioError as error:
            self._workspace.report(error)
            return
        self._begin([task])
        self._jobs.add(task)

    def stop(self) -> None:
        """Finish the job that runs now and keep the best of it; those after it are run."""
        if self._state.phase is Phase.RUNNING and (task := self._current()) is not None:
            self._set(replace(self._state, phase=Phase.STOPPING))
            self._jobs.stop(task)

    def cancel(self) -> None:
        """End now and throw the run away."""
        if self._state.phase in {Phase.RUNNING, Phase.STOPPING}:
            self._set(replace(self._state, phase=Phase.CANCELLING))
            for task in reversed(self._plan):
                self._jobs.cancel(task)

    def _begin(self, tasks: list[Task]) -> None:
        """Show that this training has begun; what an earlier one came to goes."""
        self._plan, self._whole = list(tasks), Whole()
        text = (
            tr("Starting")
            if self._jobs.running is None
            else tr("Waiting for the jobs before it (View > Jobs)")
        )
        self._set(
            replace(
                self._state,
                phase=Phase.RUNNING,
                part=(1, len(tasks)),
                progress=TrainingProgress(text),
                outcome="",
                told=Told.UNMEASURED,
                notices=(),
                **_NOTHING_MEASURED,
            )
        )

    def _current(self) -> Task | None:
        running = {line.task for line in self._jobs.running_lines()}
        return next((task for task in self._plan if task in running), None)

    def _model(self, model_id: str | None) -> ModelEntry | None:
        return next((model for model in self._workspace.models() if model.id == model_id), None)

    def _set(self, state: TrainingState) -> None:
        self._publish(self._with_waiting(state))

    def _put(self, state: TrainingState) -> None:
        """Change the state, and tell it soon."""
        self._publish_soon(self._with_waiting(state))

    def _with_waiting(self, state: TrainingState) -> TrainingState:
        return replace(state, waiting_analyses=self._workspace.batch.waiting())

    # ---- told by the queue

    def _on_started(self, task: Task) -> None:
        if not isinstance(task.job, (FinetuneJob, PretrainJob)):
            return
        if task not in self._plan:
            # One that goes on after the window was closed, or the power was cut.
            rest = [line.task for line in self._jobs.lines() if line.task.after is task]
            self._begin([task, *rest])
        part = (self._plan.index(task) + 1, len(self._plan))
        phase = Phase.RUNNING if self._state.phase is Phase.STOPPING else self._state.phase
        self._set(
            replace(
                self._state,
                phase=phase,
                part=part,
                progress=TrainingProgress(tr("Starting"), fraction=self._whole.fraction),
                **_NOTHING_MEASURED,
            )
        )

    def _on_event(self, task: Task, event: Event) -> None:
        if task not in self._plan:
            return
        if isinstance(event, Progress):
            left = self._jobs.seconds_left(self._plan)
            self._whole.note(left, time.monotonic())
            progress = TrainingProgress(
                shown(event.message), event.done, event.total, left, self._whole.fraction
            )
            self._put(replace(self._state, progress=progress))
        elif isinstance(event, Metric):
            self._put(after_metric(self._state, event))
        elif isinstance(event, Notice):
            self._put(replace(self._state, notices=(*self._state.notices, event.text)))

    def _on_ended(self, task: Task, last: Event) -> None:
        if task not in self._plan:
            return
        if isinstance(last, Failed):
            self._plan = []
            failed = replace(
                last, message=tr("{title} failed. {message}", title=task.title, message=last.message)
            )
            outcome = error_of(failed).shown()
            self._set(replace(self._state, phase=Phase.FAILED, outcome=outcome))
            self._workspace.report(error_of(failed))
        elif isinstance(last, Done) and (last.result.get("cancelled") or last.result.get("paused")):
            self._on_given_up()
        elif isinstance(last, Done) and isinstance(task.job, (FinetuneJob, PretrainJob)):
            self._bring_home(task, task.job, last)

    def _on_given_up(self) -> None:
        """Tell that nothing was kept, once the last job of the plan has ended."""
        if self._current() is not None:
            return
        self._plan = []
        cancelled = self._state.phase is Phase.CANCELLING
        text = (
            tr("Cancelled. Nothing was kept.")
            if cancelled
            else tr("Ended before there was anything to keep.")
        )
        # Figures of what was thrown away would be taken for those of a model.
        self._set(replace(self._state, phase=Phase.CANCELLED, outcome=text, **_NOTHING_MEASURED))

    def _bring_home(self, task: Task, job: FinetuneJob | PretrainJob, done: Done) -> None:
        """Register the new model, and choose it if it was fine-tuned."""
        study = self._workspace.study
        path = Path(str(done.result.get("model", job.output)))
        if study is None or not path.is_relative_to(study.path):
            self._set(
                replace(self._state, phase=Phase.DONE, outcome=tr("The new model is {path}.", path=path))
            )
            return
        self._workspace.refresh_models()
        try:
            take_home(study, path, str(job.model), self._workspace.models())
        except AUStudioError as error:
            self._workspace.report(error)
        if isinstance(job, FinetuneJob):
            result = result_of(path.stem, job, done.result.get("evaluation") or {})
            self._finish(job, result, stopped=bool(done.result.get("stopped")))

    def _finish(self, job: FinetuneJob, result: TrainingResult, *, stopped: bool) -> None:
        """Choose the new model, and have recordings analysed with it."""
        self._plan = []
        before = job.before or job.model
        base = next((m for m in self._workspace.models() if str(m.path) == before), None)
        ready = tr(
            "“{name}” is ready and chosen now; the curves before stay dashed behind it.", name=result.name
        )
        outcome = f"{ready} {shown(result.verdict)}"
        if stopped:
            outcome = tr("Stopped. The best state so far was kept. {outcome}", outcome=outcome)
        self._set(
            replace(
                self._state,
                phase=Phase.DONE,
                rows=result.judged.rows,
                scheme=result.judged.scheme,
                n_held_out=result.judged.n_frames,
                within=result.within,
                persons_known=result.judged.persons_known,
                outcome=outcome.strip(),
                told=result.told,
                notices=(*self._state.notices, *filter(None, [result.caution])),
            )
        )
        work = self._workspace
        analysed = [i.id for i in work.recordings() if base and work.has_analysis(i.id, base.id)]
        work.choose_model(result.model_id, compare_with=base.id if base else None, told=True)
        curves = (
            tr("Its curves are being computed.") if analysed else tr("Open a recording to see its curves.")
        )
        work.say(tr("“{name}” is ready. {curves}", name=result.name, curves=curves), "good")
        self.finished.emit(result.model_id)
        if (entry := self._model(result.model_id)) is not None:
            work.batch.analyse(analysed, entry)
        self._set(self._state)

    # ---- told by the workspace

    def _on_study_changed(self) -> None:
        # What ran belongs to the study before: it was paused when that one closed.
        self._plan = []
        self._shown = self._workspace.study
        self._state = TrainingState()
        self.refresh()
