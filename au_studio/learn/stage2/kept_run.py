"""A fine-tuning on its way: what was measured so far, the best weights, and all of it on disk to go on."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor

from au_studio.files import atomic_path, write_text
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.material.clips import Clip
from au_studio.learn.resume import SAVE_SECONDS, Clock
from au_studio.learn.stage2.regression import RegressionRun
from au_studio.texts import sentence


def milestones(steps: int, count: int) -> list[int]:
    """Return the steps, evenly spread, the last one included, at which held-out agreement is measured."""
    if not steps:
        return []
    count = max(1, count)
    return sorted({max(1, steps * k // count) for k in range(1, count + 1)})


METHOD = 2
"""Changes whenever trainings begin or are judged in another way: a kept one of before begins anew."""


class KeptRun:
    """What a fine-tuning has come to.

    Parameters
    ----------
    folder : Path or None
        Where it is saved; None saves nothing.
    settings : mapping
        Settings of the training, in plain values.
    clips : sequence of Clip
        What it learns from; what was saved of a training on other ratings is not used.
    start : str
        What tells the model that it starts from (`resume.start_digest`): what was saved of a training from
        another one is not used.

    Attributes
    ----------
    about : str
        Digest of the settings and of the rated frames.
    losses : list of (step, loss)
        Of the run on all ratings.
    evaluations : list of dict
        Held-out agreement at the milestones so far, with `steps`.
    clock : Clock
        Counts the seconds of the training.
    """

    def __init__(
        self, folder: Path | None, settings: Mapping[str, Any], clips: Sequence[Clip], start: str = ""
    ) -> None:
        self._folder, self._start = folder, start
        self.about = _digest(settings, clips)
        self._best: dict[str, Tensor] = {}
        self._best_error = float("inf")
        self._saved = time.monotonic()
        self.clock = Clock()
        self.losses: list[tuple[int, float]] = []
        self.evaluations: list[dict[str, Any]] = []

    # ---- measuring

    def measured_at(self, step: int) -> bool:
        """Return whether held-out agreement at this milestone is known already."""
        return any(evaluation["steps"] == step for evaluation in self.evaluations)

    def keep(self, final: RegressionRun, agreement: dict[str, Any], hooks: TrainingHooks) -> None:
        """Take a measurement in, report it, and keep the weights if they are the best so far."""
        evaluation = {**agreement, "steps": final.step}
        report_agreement(hooks, evaluation)
        self.evaluations.append(evaluation)
        error = _error(evaluation)
        # Where nothing is held out there is no best: the latest counts.
        if error < self._best_error or error == float("inf"):
            self._best_error = error
            self._best = {name: t.detach().cpu().clone() for name, t in final.model.state_dict().items()}
            self._write_best()
        self._write_story()

    @property
    def best(self) -> tuple[dict[str, Tensor], dict[str, Any]] | None:
        """The weights with the lowest held-out error (without any: the latest), and that measurement."""
        if not self.evaluations:
            return None
        errors = [_error(evaluation) for evaluation in self.evaluations]
        lowest = min(errors)
        place = len(errors) - 1 if lowest == float("inf") else errors.index(lowest)
        return self._best, self.evaluations[place]

    # ---- saving and going on

    def restore(self, runs: Sequence[RegressionRun]) -> None:
        """Bring the runs, and what was measured, to where an earlier process has left them."""
        if self._folder is None or not self._read_story():
            return
        for number, run in enumerate(runs):
            run.restore(self._run_path(number))
        self.losses = [(step, loss) for step, loss in self.losses if step <= runs[0].step]

    def tell(self, hooks: TrainingHooks, step: int) -> None:
        """Report again what was reported up to a step: the window that hears it may be another one."""
        for done, loss in self.losses:
            hooks.on_metric(done, "loss", loss, None)
        for evaluation in self.evaluations:
            report_agreement(hooks, evaluation)
        if step:
            hooks.on_notice(sentence("Going on after step {step}, where it was interrupted.", step=step))

    def save(self, runs: Sequence[RegressionRun], number: int) -> None:
        """Write one of the runs."""
        if self._folder is None:
            return
        self._saved = time.monotonic()
        self._write_story()
        runs[number].save(self._run_path(number))

    def save_now_and_then(self, runs: Sequence[RegressionRun], number: int) -> None:
        """Write one of the runs if the last time is long ago."""
        if time.monotonic() - self._saved > SAVE_SECONDS:
            self.save(runs, number)

    def _run_path(self, number: int) -> Path:
        assert self._folder is not None
        return self._folder / f"run{number}.safetensors"

    def _write_best(self) -> None:
        if self._folder is not None:
            with atomic_path(self._folder / "best.safetensors") as part:
                save_file({name: t.contiguous() for name, t in self._best.items()}, part)

    def _write_story(self) -> None:
        if self._folder is None:
            return
        story = {
            "about": self.about,
            "start": self._start,
            "losses": self.losses,
            "evaluations": self.evaluations,
            "seconds": self.clock.seconds,
        }
        write_text(self._folder / "story.json", json.dumps(story))

    def _read_story(self) -> bool:
        assert self._folder is not None
        try:
            story = json.loads((self._folder / "story.json").read_text(encoding="utf-8"))
            if (story["about"], story["start"]) != (self.about, self._start):
                return False
            losses = [(int(step), float(loss)) for step, loss in story["losses"]]
            evaluations, seconds = list(story["evaluations"]), float(story["seconds"])
            best = load_file(self._folder / "best.safetensors") if evaluations else {}
        except (OSError, ValueError, KeyError, SafetensorError):
            return False
        self.losses, self.evaluations, self._best = losses, evaluations, best
        self.clock.earlier = seconds
        self._best_error = min((_error(evaluation) for evaluation in evaluations), default=float("inf"))
        return True


def _error(evaluation: dict[str, Any]) -> float:
    error = evaluation.get("error")
    return float("inf") if error is None else float(error)


def _digest(settings: Mapping[str, Any], clips: Sequence[Clip]) -> str:
    """Return what tells this training from another one in the same folder."""
    digest = hashlib.sha256(repr((METHOD, settings)).encode())
    for clip in clips:
        digest.update(repr((clip.group, clip.source)).encode())
        digest.update(clip.pts.tobytes() + clip.intensities.tobytes())
    return digest.hexdigest()


def report_agreement(hooks: TrainingHooks, evaluation: dict[str, Any]) -> None:
    """Report the ICC and MAE of a measurement, per action unit and on average."""
    step = int(evaluation["steps"])
    for figure in ("icc", "mae"):
        for au, row in evaluation["au"].items():
            if row[figure] is not None:
                hooks.on_metric(step, figure, row[figure], int(au))
        mean = evaluation["mean"].get(figure)
        if mean is not None:
            hooks.on_metric(step, figure, mean, None)
