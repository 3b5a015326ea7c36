"""What more labels would bring: runs the learning curve as a job of its own, and tells what to show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject

from au_studio.controllers.job_runner import Task, error_of
from au_studio.controllers.published import Published
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.jobs.job import LearningCurveJob
from au_studio.jobs.protocol import Done, Event, Failed, Progress
from au_studio.jobs.study_training import keep_learning_curve, learning_curve_job
from au_studio.texts import tr


@dataclass(frozen=True)
class CurveState:
    """What the learning curve shows.

    Attributes
    ----------
    running : bool
        Whether it is being computed.
    doing : str
        What is going on, or how it ended.
    done, total : int
        Steps; total 0 = unknown.
    points, expected : tuple of (labels, ICC, low or None, high or None)
        Measured, and estimated for all labels there are and for more.
    words : str
        What follows from it.
    about : str
        Whose ratings and which model it is of.
    """

    running: bool = False
    doing: str = ""
    done: int = 0
    total: int = 0
    points: tuple[tuple[int, float, float | None, float | None], ...] = ()
    expected: tuple[tuple[int, float, float | None, float | None], ...] = ()
    words: str = ""
    about: str = ""


class LearningCurveController(Published[CurveState]):
    """Computes learning curves on a coder's ratings.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.

    Signals
    -------
    state_changed(CurveState)
        Show this.
    """

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(CurveState(), parent)
        self._workspace = workspace
        self._jobs = workspace.jobs
        self._task: Task | None = None
        self._jobs.started.connect(self._on_started)
        self._jobs.reported.connect(self._on_event)
        self._jobs.ended.connect(self._on_ended)
        workspace.study_changed.connect(self._on_study_changed)

    def start(self, coder_id: str, base_id: str, *, use_unsure: bool = True) -> None:
        """Compute the curve of one coder's ratings, learned by one model; unsure ones count if wanted."""
        study = self._workspace.study
        base = next((model for model in self._workspace.models() if model.id == base_id), None)
        coder = next((c for c in study.coders() if c.id == coder_id), None) if study is not None else None
        if study is None or base is None or coder is None or self._state.running:
            return
        file = Path(study.path) / "jobs" / "learning-curve.json"
        if self._jobs.knows(file):
            self._workspace.say(tr("A learning curve waits for its turn already: see View > Jobs."))
            return
        try:
            job = learning_curve_job(
                study,
                coder_id,
                base.path,
                backend=self._workspace.face_finder.name,
                device=self._workspace.device.name,
                use_unsure=use_unsure,
            )
        except AUStudioError as error:
            self._workspace.report(error)
            return
        left_out = "" if use_unsure else tr(" (without the unsure ones)")
        about = tr(
            "Ratings by {name}{left_out}, learned by “{name2}”.",
            name=coder.name,
            left_out=left_out,
            name2=base.name,
        )
        text = tr("Starting") if self._jobs.running is None else tr("Waiting for the jobs before it")
        self._publish(CurveState(running=True, doing=text, about=about))
        self._task = Task(job, file, tr("Learning curve"), about)
        self._jobs.add(self._task)

    def stop(self) -> None:
        """End it; nothing is kept of a curve that is not complete."""
        if self._task is not None:
            self._publish(replace(self._state, doing=tr("Stopping…")))
            self._jobs.cancel(self._task)

    def _on_started(self, task: Task) -> None:
        if isinstance(task.job, LearningCurveJob) and self._task is None:
            # One that goes on after the window was closed, or the power was cut.
            self._task = task
            self._publish(CurveState(running=True, doing=tr("Starting"), about=str(task.key or "")))

    def _on_event(self, task: Task, event: Event) -> None:
        if isinstance(event, Progress) and task is self._task:
            self._publish(replace(self._state, doing=event.message, done=event.done, total=event.total))

    def _on_ended(self, task: Task, last: Event) -> None:
        if task is not self._task:
            return
        self._task = None
        about = self._state.about
        if isinstance(last, Failed):
            self._publish(CurveState(doing=error_of(last).shown(), about=about))
            self._workspace.report(error_of(last))
        elif isinstance(last, Done) and (last.result.get("cancelled") or last.result.get("paused")):
            self._publish(CurveState(doing=tr("Stopped: there is no curve.")))
        elif isinstance(last, Done):
            curve = last.result.get("curve") or {}
            points, expected = _points(curve, "points"), _points(curve, "ahead")
            self._publish(
                CurveState(points=points, expected=expected, words=str(curve.get("words", "")), about=about)
            )
            self._keep(curve)

    def _keep(self, curve: Mapping[str, Any]) -> None:
        """Keep the curve in the study, so that it can be drawn for a paper later."""
        study = self._workspace.study
        if study is None or self._workspace.read_only:
            return
        try:
            keep_learning_curve(study, curve, self._state.about)
        except AUStudioError as error:
            self._workspace.report(error)

    def _on_study_changed(self) -> None:
        self._task = None
        self._publish(CurveState())


def _points(curve: Mapping[str, Any], name: str) -> tuple[tuple[int, float, float | None, float | None], ...]:
    found = curve.get(name) or ()
    return tuple((p["n"], p["icc"], p["low"], p["high"]) for p in found if p["icc"] is not None)
