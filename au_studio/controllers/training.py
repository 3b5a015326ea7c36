"""Fine-tuning from the window: builds the job, runs it in a child process, brings the new model home."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from au_studio.analysis.models import SHIPPED, ModelEntry
from au_studio.controllers.coder_agreement import coder_icc
from au_studio.controllers.job_runner import CommandOf, JobRunner, Task, error_of
from au_studio.controllers.recordings import Status
from au_studio.controllers.training_data import LabelSummary, build_job, summarise
from au_studio.controllers.training_state import (
    Phase,
    TrainingProgress,
    TrainingState,
    rows_of,
    verdict,
    with_metric,
)
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.jobs.job import AnalyzeJob, FinetuneJob
from au_studio.jobs.protocol import Done, Event, Failed, Metric, Notice, Progress

_SEED = 17


class TrainingController(QObject):
    """Fine-tunes models on a coder's ratings.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study and its models.
    command_of : callable, optional
        Another way to run a job file, for tests.

    Signals
    -------
    state_changed(TrainingState)
        Show this.
    finished(str)
        A model was added to the study: its id.
    """

    state_changed = Signal(object)
    finished = Signal(str)

    def __init__(
        self, workspace: Workspace, parent: QObject | None = None, command_of: CommandOf | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._state = TrainingState()
        self._phase_total = -1
        self._phase_began = 0.0
        self._phase_first = 0
        self._runner = JobRunner(self, command_of)
        self._runner.reported.connect(self._on_event)
        self._runner.ended.connect(self._on_ended)
        workspace.study_changed.connect(self._on_study_changed)
        workspace.models_changed.connect(self.refresh)
        self._on_study_changed()

    @property
    def state(self) -> TrainingState:
        """What the page shows now."""
        return self._state

    @property
    def running(self) -> bool:
        """Whether a fine-tuning runs: ask before the window closes."""
        return self._state.running

    def close(self) -> None:
        """Cancel what runs and wait for its end."""
        self._runner.close()

    # ---- choices

    def refresh(self) -> None:
        """Read models, coders and ratings again."""
        study = self._workspace.study
        if study is None:
            self._set(TrainingState())
            return
        models = tuple((model.id, model.name) for model in self._workspace.models())
        coders = tuple((coder.id, coder.name) for coder in study.coders())
        state = self._state
        base_id = state.base_id if state.base_id in dict(models) else next((key for key, _ in models), None)
        coder_id = state.coder_id if state.coder_id in dict(coders) else self._usual_coder(coders)
        summary, coders_agree = LabelSummary(), state.coder_icc
        if coder_id is not None:
            coders_agree = coder_icc(study, coder_id)
            summary = summarise(study.ratings(coder_id), study.recordings())
        own = [key for key, _ in models if key != SHIPPED]
        name = dict(coders).get(coder_id or "", "")
        self._set(
            replace(
                state,
                phase=Phase.READY if state.phase is Phase.NO_STUDY else state.phase,
                models=models,
                base_id=base_id,
                coders=coders,
                coder_id=coder_id,
                summary=summary,
                coder_icc=coders_agree,
                suggested_name=f"{study.name} {name} {len(own) + 1}".replace("  ", " "),
            )
        )

    def choose_base(self, model_id: str) -> None:
        """Start from another model."""
        self._set(replace(self._state, base_id=model_id))

    def choose_coder(self, coder_id: str) -> None:
        """Train on another coder's ratings."""
        self._set(replace(self._state, coder_id=coder_id))
        self.refresh()

    def _usual_coder(self, coders: tuple[tuple[str, str], ...]) -> str | None:
        study = self._workspace.study
        assert study is not None
        counts = {key: len(study.ratings(key)) for key, _ in coders}
        return max(counts, key=lambda key: counts[key], default=None)

    # ---- running

    def start(self, name: str, *, use_unsure: bool = True) -> None:
        """Fine-tune the chosen model on the chosen coder's ratings.

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
            job = build_job(
                study,
                state.coder_id,
                base=str(base.path),
                name=name.strip() or state.suggested_name,
                use_unsure=use_unsure,
                seed=_SEED,
                backend=self._workspace.face_finder.name,
            )
        except AUStudioError as error:
            self._workspace.report(error)
            return
        self._phase_total = -1
        self._set(
            replace(
                state,
                phase=Phase.RUNNING,
                progress=TrainingProgress("Starting"),
                losses=(),
                held_out=(),
                rows=(),
                scheme="",
                n_held_out=0,
                outcome="",
                notices=(),
            )
        )
        file = Path(study.path) / "jobs" / f"{Path(job.output).stem}.json"
        self._runner.clear()
        self._runner.add(Task(job, file, f"Fine-tuning “{job.name}”"))

    def stop(self) -> None:
        """Finish now and keep the best model so far."""
        if self._state.phase is Phase.RUNNING:
            self._set(replace(self._state, phase=Phase.STOPPING))
            self._runner.stop()

    def cancel(self) -> None:
        """End now and throw the run away."""
        if self._state.phase in {Phase.RUNNING, Phase.STOPPING}:
            self._set(replace(self._state, phase=Phase.CANCELLING))
            self._runner.cancel()

    def _model(self, model_id: str | None) -> ModelEntry | None:
        return next((model for model in self._workspace.models() if model.id == model_id), None)

    def _set(self, state: TrainingState) -> None:
        state = replace(state, waiting_analyses=self._analyses_left())
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _analyses_left(self) -> int:
        task = self._runner.running
        return self._runner.waiting + int(task is not None and isinstance(task.job, AnalyzeJob))

    # ---- told by the child

    def _on_event(self, task: Task, event: Event) -> None:
        if not isinstance(task.job, FinetuneJob):
            if isinstance(event, Progress) and isinstance(task.key, tuple) and event.total:
                self._workspace.set_progress(task.key[0], event.done / event.total)
            return
        if isinstance(event, Progress):
            progress = TrainingProgress(event.message, event.done, event.total, self._seconds_left(event))
            self._set(replace(self._state, progress=progress))
        elif isinstance(event, Metric):
            self._on_metric(event)
        elif isinstance(event, Notice):
            self._set(replace(self._state, notices=(*self._state.notices, event.text)))

    def _seconds_left(self, event: Progress) -> float | None:
        """Estimate the time left from the pace since this part of the work (one total) began."""
        now = time.monotonic()
        if event.total != self._phase_total:
            self._phase_total, self._phase_began, self._phase_first = event.total, now, event.done
        done = event.done - self._phase_first
        if event.total <= 0 or done < 3:
            return None
        return (now - self._phase_began) / done * (event.total - event.done)

    def _on_metric(self, event: Metric) -> None:
        state = self._state
        if event.metric == "loss" and event.value is not None:
            self._set(replace(state, losses=(*state.losses, (event.step, event.value))))
        elif event.metric in {"icc", "mae"}:
            held_out = state.held_out
            if event.au is None:
                known = {step: (icc, mae) for step, icc, mae in held_out}
                icc, mae = known.get(event.step, (None, None))
                known[event.step] = (event.value, mae) if event.metric == "icc" else (icc, event.value)
                held_out = tuple((step, *known[step]) for step in sorted(known))
            rows = with_metric(state.rows, event.metric, event.value, event.au)
            self._set(replace(state, rows=rows, held_out=held_out))

    def _on_ended(self, task: Task, last: Event) -> None:
        if isinstance(task.job, FinetuneJob):
            self._on_finetuned(task, task.job, last)
        elif isinstance(task.key, tuple):
            recording_id, model_id = task.key
            if isinstance(last, Failed):
                self._workspace.report(error_of(last))
            elif isinstance(last, Done) and not last.result.get("cancelled"):
                self._workspace.analysis_stored(recording_id, model_id)
            self._set(self._state)

    def _on_finetuned(self, task: Task, job: FinetuneJob, last: Event) -> None:
        if isinstance(last, Failed):
            self._set(
                replace(self._state, phase=Phase.FAILED, outcome=f"{last.message} {last.next_step}".strip())
            )
            self._workspace.report(error_of(last))
        elif isinstance(last, Done) and last.result.get("cancelled"):
            text = (
                "Cancelled. Nothing was kept."
                if self._state.phase is Phase.CANCELLING
                else ("Stopped before there was anything to keep.")
            )
            self._set(replace(self._state, phase=Phase.CANCELLED, outcome=text))
        elif isinstance(last, Done):
            self._bring_home(job, last)

    def _bring_home(self, job: FinetuneJob, done: Done) -> None:
        """Register the new model, choose it, and have recordings analysed with it."""
        study = self._workspace.study
        path = Path(str(done.result.get("model", job.output)))
        base = next((m for m in self._workspace.models() if str(m.path) == job.model), None)
        evaluation = done.result.get("evaluation") or {}
        outcome = (
            f"“{job.name}” is ready and chosen now; the curves before stay dashed behind it. "
            f"{verdict(evaluation)}"
        ).strip()
        if done.result.get("stopped"):
            outcome = f"Stopped. The best state so far was kept. {outcome}"
        if study is None or not path.is_relative_to(study.path):
            self._set(replace(self._state, phase=Phase.DONE, outcome=f"The new model is {path}."))
            return
        self._workspace.refresh_models()
        entry = self._model(path.stem)
        try:
            study.add_model(path, entry.card if entry else {}, parent=base.id if base else None)
        except AUStudioError as error:
            self._workspace.report(error)
        self._set(
            replace(
                self._state,
                phase=Phase.DONE,
                rows=rows_of(evaluation),
                scheme=str(evaluation.get("scheme", "")),
                n_held_out=int(evaluation.get("n_frames") or 0),
                outcome=outcome,
            )
        )
        analysed = [
            item.id
            for item in self._workspace.recordings()
            if base and self._workspace.has_analysis(item.id, base.id)
        ]
        self._workspace.choose_model(path.stem, compare_with=base.id if base else None)
        self._workspace.say(f"“{job.name}” is ready. Its curves are being computed.", "good")
        self.finished.emit(path.stem)
        self._analyse_again(analysed, path)

    def _analyse_again(self, recording_ids: list[str], model: Path) -> None:
        """Analyse recordings that had curves; the one that is open is analysed by the Watch page."""
        study = self._workspace.study
        current = self._workspace.current
        for item in self._workspace.recordings():
            output = self._workspace.analysis_path(item.id, model.stem)
            wanted = item.id in recording_ids and item.status is not Status.PROBLEM
            if study is None or output is None or not wanted or (current and current.id == item.id):
                continue
            job = AnalyzeJob(
                video=str(item.path),
                model=str(model),
                tracks=str(self._workspace.tracks_path(item.id)),
                output_h5=str(output),
                backend=self._workspace.face_finder.name,
                target_person=self._workspace.target_person(item.id),
            )
            file = Path(study.path) / "jobs" / f"analyse-{item.id}.json"
            self._runner.add(Task(job, file, f"Analysing {item.name}", (item.id, model.stem)))
        self._set(self._state)

    # ---- told by the workspace

    def _on_study_changed(self) -> None:
        if self._state.running:
            # Another study is open now: its page must not offer to stop or show what belongs to the last one.
            self._runner.cancel()
        self._state = TrainingState()
        self.refresh()
