"""Which jobs a training consists of: fine-tuning alone, adapting before it, or both ways to compare them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from au_studio.analysis.tracks import tracks_backend
from au_studio.errors import AUStudioError
from au_studio.jobs.expected_time import BLOCKS, FINETUNED_CROPS, expected_time_of
from au_studio.jobs.job import PretrainJob
from au_studio.jobs.learned_ratings import ADAPTED_BEFORE
from au_studio.jobs.tasks import Task
from au_studio.jobs.training_data import build_job, new_model_id
from au_studio.study.study import Study
from au_studio.video.options import readings_to_json

ADAPTING: dict[str, Any] = {"objective": "future", "steps": 300, "rows": 8, "learning_rate": 1e-5}
"""Settings of stage 1 on a study: gentle, because the model knows faces already.

On eight rendered persons whom the base had never seen, this rate raised mean ICC without any rating from
.70 to .73 and left it as it was after 112 rated frames (.77 for .76); at ten times the rate it fell to
.40 and .61.
"""


ADAPTED_TO_ALL = (
    "It was adapted first, without ratings, to all recordings of the study, also to those of the persons "
    "held out: these figures may be better than on somebody new."
)
"""What limits the figures of a model that was adapted: stage 1 has seen the faces that stage 2 holds out."""


class Way(StrEnum):
    """How a model learns from a study."""

    FINE_TUNE = "fine-tune"
    ADAPT = "adapt"
    BOTH = "both"


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
    way : Way
        How.
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
    way: Way
    use_unsure: bool
    seed: int
    backend: str
    device: str
    gradient_steps: int = 0
    caution: str = ""


def plan(study: Study, wish: Wish) -> list[Task]:
    """Return the jobs of a training in their order.

    Raises
    ------
    AUStudioError
        If there are no ratings, or a recording that is needed cannot be found.
    """
    taken = [model.id for model in study.models()]
    tasks: list[Task] = []
    if wish.way in {Way.FINE_TUNE, Way.BOTH}:
        tasks.append(_finetuning(study, wish, wish.name, taken))
    if wish.way in {Way.ADAPT, Way.BOTH}:
        adapting = _adapting(study, wish, taken)
        name = f"{wish.name}, adapted" if wish.way is Way.BOTH else wish.name
        assert isinstance(adapting.job, PretrainJob)
        tasks += [adapting, _finetuning(study, wish, name, taken, after=adapting)]
    return tasks


def _finetuning(study: Study, wish: Wish, name: str, taken: list[str], after: Task | None = None) -> Task:
    job = build_job(
        study,
        wish.coder_id,
        base=str(wish.base),
        name=name,
        use_unsure=wish.use_unsure,
        seed=wish.seed,
        backend=wish.backend,
    )
    output = study.model_path(new_model_id(name, taken))
    taken.append(output.stem)
    settings = {"steps": wish.gradient_steps} if wish.gradient_steps else {}
    job = replace(job, output=str(output), device=wish.device, caution=wish.caution, settings=settings)
    if after is not None and isinstance(after.job, PretrainJob):
        # What it is compared with is the model that the user chose, not the one between.
        caution = f"{wish.caution.replace(ADAPTED_BEFORE, '')} {ADAPTED_TO_ALL}".strip()
        job = replace(job, model=after.job.output, before=str(wish.base), caution=caution)
    # Who fine-tunes first cuts the rated frames; a second one finds them on the disk.
    cut = after is None or wish.way is Way.ADAPT
    expected = expected_time_of(job, wish.gradient_steps * FINETUNED_CROPS, cut=cut).seconds()
    return Task(job, _file(study, output), f"Fine-tuning “{name}”", after=after, expected=expected)


def _adapting(study: Study, wish: Wish, taken: list[str]) -> Task:
    videos, tracks, crops, frames = _material(study, wish.backend)
    name = f"{wish.name}, adapted without ratings"
    output = study.model_path(new_model_id(name, taken))
    taken.append(output.stem)
    job = PretrainJob(
        videos=videos,
        output=str(output),
        name=name,
        crops=crops,
        tracks=tracks,
        model=str(wish.base),
        seed=wish.seed,
        settings=dict(ADAPTING),
        device=wish.device,
        backend=wish.backend,
        frames=frames,
        readings=readings_to_json(videos),
    )
    expected = expected_time_of(job, ADAPTING["steps"] * ADAPTING["rows"] * BLOCKS).seconds()
    return Task(job, _file(study, output), "Adapting to this study", expected=expected)


_Material = tuple[tuple[str, ...], tuple[str | None, ...], tuple[str, ...], tuple[int, ...]]


def _material(study: Study, backend: str) -> _Material:
    """Return videos, face tracks, places for crops and frames of every recording that can be found."""
    found: list[tuple[str, str | None, str, int]] = []
    for recording in study.recordings():
        try:
            video = study.locate(recording)
        except AUStudioError:
            continue
        tracks = study.tracks_path(recording.id)
        usable = str(tracks) if tracks_backend(tracks) == backend else None
        crops = str(study.samples_path(recording.id) / "adapt")
        found.append((str(video), usable, crops, recording.n_frames))
    if not found:
        raise AUStudioError(
            "None of the study's videos can be found, so there is nothing to adapt to.",
            next_step="Use Recording > Find missing videos.",
        )
    paths, known_tracks, places, lengths = zip(*found, strict=True)
    return paths, known_tracks, places, lengths


def _file(study: Study, output: Path) -> Path:
    return Path(study.path) / "jobs" / f"{output.stem}.json"


def depends_on(task: Task, others: Sequence[Task]) -> Task | None:
    """Return the task among others that makes the model which a task starts from, or None."""
    needed = getattr(task.job, "model", None)
    return next((o for o in others if o is not task and getattr(o.job, "output", "") == needed), None)
