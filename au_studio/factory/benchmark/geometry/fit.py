"""Stage 2 of the benchmark on codes: learn intensities from few rated frames until that helps no more."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from au_studio.factory.benchmark.geometry.codes import CodedClip
from au_studio.factory.benchmark.geometry.network import (
    READS,
    Optimizer,
    Weights,
    describe,
    read,
    stacked,
    taken,
)
from au_studio.factory.benchmark.geometry.sequences import Draw, Sequences, Variation, Varier
from au_studio.factory.benchmark.geometry.stored import KeptFits, load_kept, save_kept
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.judging.evaluation import agreement
from au_studio.learn.stage2.convergence import Convergence, ConvergenceRule, Plateau

Floats = npt.NDArray[np.float32]
_AT_ONCE = 40_000  # frames, times networks, that are read at once
_FROM_START = 0.4  # of the windows that can begin with the clip


@dataclass(frozen=True)
class FitSettings:
    """Settings of stage 2.

    Attributes
    ----------
    rows, window : int
        Clips a step (each with a rated frame), and frames of each.
    rate : float
        Peak learning rate of the regressor (AdamW).
    rate_of_f_and_g : float
        The same of f and g; 0: they stay as they are, and the regressor alone learns.
    weight_decay : float
    agreement : float
        How much 1 - CCC counts beside the squared error.
    variation : Variation
    """

    rows: int = 12
    window: int = 80
    rate: float = 3e-3
    rate_of_f_and_g: float = 3e-3
    weight_decay: float = 0.02
    agreement: float = 1.0
    variation: Variation = field(default_factory=lambda: Variation(others=0.3, tremble=0.05))


@dataclass(frozen=True, eq=False)
class Job:
    """One training.

    Attributes
    ----------
    name : str
    weights : Weights
        That it starts from.
    rated : sequence of int64
        Positions of the frames whose labels it may use, by clip.
    seed : int
    """

    name: str
    weights: Weights
    rated: Sequence[npt.NDArray[np.intp]]
    seed: int


@dataclass(eq=False)
class _Training:
    """A job under way."""

    job: Job
    shown: Tensor
    clips: npt.NDArray[np.int64]
    importance: Tensor
    plateau: Plateau
    best: list[Weights]
    curve: list[tuple[int, float]] = field(default_factory=list)


def fit_all(
    jobs: Sequence[Job],
    clips: Sequence[CodedClip],
    validation: Sequence[CodedClip],
    *,
    settings: FitSettings,
    rule: ConvergenceRule,
    hooks: TrainingHooks,
    on_end: Callable[[Job, Weights, Convergence], None],
    state: Path | None = None,
) -> bool:
    """Train networks side by side, each until the rule says so.

    Trainings with the same seed draw the same windows where they have the same labels, and the same noise: a
    network learns what it would have learnt alone.

    Parameters
    ----------
    jobs : sequence of Job
    clips, validation : sequence of CodedClip
        Of different persons. The labels of `validation` decide about the end only.
    settings : FitSettings
    rule : ConvergenceRule
    hooks : TrainingHooks
        Hears "icc", the mean over those under way.
    on_end : callable
        ``(job, weights, how it went)``, as soon as a training has ended; the weights are the best on
        `validation`, [1, …].
    state : Path, optional
        Where the trainings are saved at every measurement, and gone on from; removed at their end.

    Returns
    -------
    bool
        Whether all have ended; not where `hooks.should_stop` said so.
    """
    if not jobs:
        return True
    began = time.monotonic()
    run = _Side(jobs, clips, settings, rule)
    done = 0 if state is None else run.resume(state)
    for step in range(done + 1, rule.longest + 1):
        run.advance(step - 1)
        hooks.on_progress(step, rule.longest, f"Stage 2 of {len(run.trainings)} trainings side by side")
        if hooks.should_stop():
            return False
        if step % rule.every and step < rule.longest:
            continue
        scores = _scores(run.optimizer.weights, validation)
        hooks.on_metric(step, "icc", float(np.mean([max(s[0], 0.0) for s in scores])), None)
        ended: list[int] = []
        for place, (training, score) in enumerate(zip(run.trainings, scores, strict=True)):
            why = run.judge(place, step, score)
            if why:
                ended.append(place)
                kept = training.plateau.best_step if why != "cycle" else step
                seconds = (time.monotonic() - began) / len(jobs)
                outcome = Convergence(step, kept, training.curve, why, seconds)
                on_end(training.job, taken(run.optimizer.weights, [place]), outcome)
        if len(ended) == len(run.trainings):
            break
        if ended:
            run.drop(ended)
        if state is not None:
            save_kept(state, run.kept(step))
    if state is not None:
        state.unlink(missing_ok=True)
    return True


class _Side:
    """Trainings side by side."""

    def __init__(
        self, jobs: Sequence[Job], clips: Sequence[CodedClip], settings: FitSettings, rule: ConvergenceRule
    ) -> None:
        self._settings, self._rule, self._clips = settings, rule, clips
        self.material = Sequences.of(clips)
        self._vary = Varier(self.material, settings.variation)
        self.optimizer = Optimizer(stacked([job.weights for job in jobs]), settings.weight_decay)
        self.trainings = [self._begin(place, job) for place, job in enumerate(jobs)]

    def _begin(self, place: int, job: Job) -> _Training:
        values = np.concatenate(
            [clip.intensities[rows] for clip, rows in zip(self._clips, job.rated, strict=True)]
        )
        importance = 1 / (np.nanvar(values, axis=0) + 0.1)
        shown = torch.zeros(self.material.present.shape, dtype=torch.bool)
        for row, rows in enumerate(job.rated):
            shown[row, torch.from_numpy(rows)] = True
        return _Training(
            job,
            shown,
            np.flatnonzero([len(rows) > 0 for rows in job.rated]),
            torch.from_numpy((importance / importance.mean()).astype(np.float32)),
            Plateau(self._rule),
            self.optimizer.state(place),
        )

    def advance(self, step: int) -> None:
        """Make one step of all; everything random follows from their seeds and the step."""
        settings, material = self._settings, self.material
        length = min(settings.window, material.codes.shape[1])
        draws = {seed: Draw.of(seed, step, settings.rows, length, material)
                 for seed in sorted({training.job.seed for training in self.trainings})}  # fmt: skip
        codes, wanted, present = [], [], []
        for training in self.trainings:
            draw = draws[training.job.seed]
            rows, frames = self._windows(training, draw, length)
            place = rows[:, None]
            codes.append(self._vary(material.codes[place, frames], draw))
            kept = training.shown[place, frames][..., None]
            wanted.append(torch.where(kept, material.intensities[place, frames], math.nan))
            present.append(material.present[place, frames])
        target = torch.stack(wanted)
        rated = torch.isfinite(target)
        weights = self.optimizer.weights
        values = read(weights, describe(weights, torch.stack(codes), torch.stack(present)))
        importance = torch.stack([training.importance for training in self.trainings])
        target = torch.where(rated, target, 0.0)
        loss = losses(values, target, rated.float(), importance, settings.agreement).sum()
        factor = torch.tensor([training.plateau.schedule(step) for training in self.trainings])
        self.optimizer.step(
            loss,
            {name: factor * (settings.rate if name in READS else settings.rate_of_f_and_g)
             for name in weights},
        )  # fmt: skip

    def _windows(self, training: _Training, draw: Draw, length: int) -> tuple[Tensor, Tensor]:
        """Return clips [B] and, around a rated frame of each, frames [B, T].

        Many windows begin where the clip does: without a past, as every clip that is read.
        """
        rows = training.clips[(draw.clip * len(training.clips)).astype(np.int64)]
        last = self.material.codes.shape[1] - length
        rated = [training.job.rated[row] for row in rows]
        chosen = np.array([own[int(u * len(own))] for own, u in zip(rated, draw.frame, strict=True)])
        first = np.maximum(chosen - length + 1, 0)
        start = first + (draw.start * (np.minimum(chosen, last) - first + 1)).astype(np.int64)
        start[(draw.whole < _FROM_START) & (chosen < length)] = 0
        start = np.clip(start, 0, last)
        return torch.from_numpy(rows), torch.from_numpy(start[:, None] + np.arange(length))

    def judge(self, place: int, step: int, score: tuple[float, float]) -> str:
        """Take the score of one training; return why it has ended, or nothing."""
        training = self.trainings[place]
        plateau = training.plateau
        training.curve.append((step, score[0] if score[0] > -math.inf else math.nan))
        if plateau.measured(step, score):
            training.best = self.optimizer.state(place)
        last = step == self._rule.longest
        if self._rule.cycle:
            return "cycle" if last else ""
        if plateau.falls(step) or last:
            self.optimizer.restore(place, training.best)
        if plateau.ended:
            return "converged"
        return "most steps" if last else ""

    def kept(self, step: int) -> KeptFits:
        """Return what an exact continuation needs."""
        states = {
            training.job.name: [*self.optimizer.state(place), *training.best]
            for place, training in enumerate(self.trainings)
        }
        notes = {
            training.job.name: {"curve": training.curve, "plateau": training.plateau.memory}
            for training in self.trainings
        }
        return KeptFits(self._about(), step, states, notes)

    def resume(self, path: Path) -> int:
        """Go on from what was saved, if it was of these trainings; return the steps done."""
        names = [training.job.name for training in self.trainings]
        found = load_kept(path, self._about(), names)
        if found is None:
            return 0
        for place, training in enumerate(self.trainings):
            parts, note = found.states[training.job.name], found.notes[training.job.name]
            half = len(parts) // 2
            self.optimizer.restore(place, parts[:half])
            training.best = list(parts[half:])
            training.curve = [(int(step), float(icc)) for step, icc in note["curve"]]
            training.plateau.memory = note["plateau"]
        return found.step

    def _about(self) -> dict[str, Any]:
        return {"settings": asdict(self._settings), "rule": asdict(self._rule),
                "frames": float(self.material.present.sum())}  # fmt: skip

    def drop(self, ended: Sequence[int]) -> None:
        """Go on without those that have ended."""
        going = [place for place in range(len(self.trainings)) if place not in ended]
        self.trainings = [self.trainings[place] for place in going]
        self.optimizer.keep(going)


def losses(values: Tensor, target: Tensor, rated: Tensor, importance: Tensor, agreement: float) -> Tensor:
    """Return squared error and lack of concordance (Lin 1989), averaged over the action units: [E].

    Parameters
    ----------
    values, target : Tensor
        [E, B, T, A].
    rated : Tensor
        [E, B, T, A], 1 where the target counts.
    importance : Tensor
        [E, A], what the squared error of each unit counts.
    agreement : float
        What the lack of concordance counts.
    """
    count = rated.sum(dim=(1, 2)).clamp_min(1)

    def mean(x: Tensor) -> Tensor:
        return (x * rated).sum(dim=(1, 2)) / count

    middle, centre = mean(target), mean(values)
    one, two = target - middle[:, None, None], values - centre[:, None, None]
    spread = mean(one.square()) + mean(two.square())
    concordance = 2 * mean(one * two) / (spread + (middle - centre).square() + 0.05)
    error = mean((values - target).square()) * importance
    return (error + agreement * (1 - concordance)).mean(dim=1)


@torch.inference_mode()
def predict(weights: Weights, clips: Sequence[CodedClip]) -> list[list[Floats]]:
    """Predict every frame of every clip, each from its own start: by network, one [T, A] per clip, 0-5."""
    networks = len(weights["prior"])
    longest = max(len(clip) for clip in clips)
    share = max(1, _AT_ONCE // (longest * networks))
    found: list[list[Floats]] = [[] for _ in range(networks)]
    for start in range(0, len(clips), share):
        some = clips[start : start + share]
        sequences = Sequences.of(some)
        codes = sequences.codes.expand(networks, -1, -1, -1)
        present = sequences.present.expand(networks, -1, -1)
        values = read(weights, describe(weights, codes, present)).clamp(0, 5).numpy()
        for own, all_ in zip(found, values, strict=True):
            own += [v[: len(clip)] for v, clip in zip(all_, some, strict=True)]
    return found


def _scores(weights: Weights, clips: Sequence[CodedClip]) -> list[tuple[float, float]]:
    """Return by network mean ICC (minus infinity where no rating varies) and minus the mean error."""
    rated = np.concatenate([clip.intensities for clip in clips])
    units = list(range(1, rated.shape[1] + 1))
    scores = []
    for predicted in predict(weights, clips):
        mean = agreement(rated, {"": np.concatenate(predicted)}, units)["mean"]
        icc, mae = mean["icc"], mean["mae"]
        scores.append((-math.inf if icc is None else icc, -math.inf if mae is None else -mae))
    return scores
