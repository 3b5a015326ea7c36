"""The job of a fine-tuning, and which jobs of a queue need what others make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from au_studio.jobs.expected_time import FINETUNED_CROPS, expected_time_of
from au_studio.jobs.tasks import Task
from au_studio.jobs.training_data import build_job, new_model_id
from au_studio.study.study import Study


@dataclass(frozen=True)
class Wish:
    """What the user wants to train.

    Attributes
    ----------
    base : Path
        Checkpoint to start from.
    name : str
        Name of the new model.
    coder_id : str
        Whose ratings train.
    use_unsure : bool
        Whether ratings marked as unsure train, too.
    seed : int
        Seed of everything random.
    backend, device : str
        Face backend, and where to compute.
    gradient_steps : int
        How many steps the whole network learns after its regressor was fitted (`FinetuneSettings.steps`).
    caution : str
        What limits the held-out figures, in sentences (`training_data.seen_before`).
    """

    base: Path
    name: str
    coder_id: str
    use_unsure: bool
    seed: int
    backend: str
    device: str
    gradient_steps: int = 0
    caution: str = ""


def plan(study: Study, wish: Wish) -> Task:
    """Return the job of a training.

    Raises
    ------
    AUStudioError
        If there are no ratings, or a recording that is needed cannot be found.
    """
    job = build_job(
        study,
        wish.coder_id,
        base=str(wish.base),
        name=wish.name,
        use_unsure=wish.use_unsure,
        seed=wish.seed,
        backend=wish.backend,
    )
    output = study.model_path(new_model_id(wish.name, [model.id for model in study.models()]))
    settings = {"steps": wish.gradient_steps} if wish.gradient_steps else {}
    job = replace(job, output=str(output), device=wish.device, caution=wish.caution, settings=settings)
    expected = expected_time_of(job, wish.gradient_steps * FINETUNED_CROPS).seconds()
    return Task(job, _file(study, output), f"Fine-tuning “{wish.name}”", expected=expected)


def _file(study: Study, output: Path) -> Path:
    return Path(study.path) / "jobs" / f"{output.stem}.json"


def depends_on(task: Task, others: Sequence[Task]) -> Task | None:
    """Return the task among others that makes the model which a task starts from, or None."""
    needed = getattr(task.job, "model", None)
    return next((o for o in others if o is not task and getattr(o.job, "output", "") == needed), None)
