"""Which ratings of a study a model has learned from, and what that means for figures called held out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from au_studio.analysis.models import ModelEntry
from au_studio.coding.session import SampleFrame
from au_studio.errors import AUStudioError
from au_studio.jobs.job import FinetuneJob, Job, PretrainJob, load_job
from au_studio.jobs.training_data import group_of
from au_studio.study.records import Rating, Recording

ADAPTED_BEFORE = (
    "The model that is trained further was adapted, without ratings, to recordings of this study, maybe also "
    "to those of the persons held out: these figures may be better than on somebody new."
)


@dataclass(frozen=True)
class TrainingLabels:
    """Which ratings of the study a model (or one that it was trained from) has learned from.

    Attributes
    ----------
    frames : frozenset of SampleFrame
        The rated frames that trained it, as far as they are known.
    unknown : bool
        Whether it may have learned from frames that nobody can name any more.
    adapted : bool
        Whether it was adapted to the study's recordings, without ratings.
    """

    frames: frozenset[SampleFrame] = frozenset()
    unknown: bool = False
    adapted: bool = False


def training_labels(study: Path, model: ModelEntry, models: Sequence[ModelEntry]) -> TrainingLabels:
    """Find out which rated frames of a study trained a model, through all models that it was trained from.

    Every fine-tuning leaves its job file in the study, which lists the ratings. The models outside the study
    (those that ship) have seen none of its ratings.

    Parameters
    ----------
    study : Path
        The study's folder.
    model : ModelEntry
        The model.
    models : sequence of ModelEntry
        All models at hand, to follow the parents.
    """
    by_hash = {entry.card.get("sha256"): entry for entry in models}
    frames: set[SampleFrame] = set()
    unknown = adapted = False
    seen: set[str] = set()
    entry: ModelEntry | None = model
    while entry is not None and entry.id not in seen and entry.path.is_relative_to(study):
        seen.add(entry.id)
        training = entry.card.get("training") or {}
        job = _job(study / "jobs" / f"{entry.id}.json")
        adapted = adapted or isinstance(job, PretrainJob)
        rated = _frames_of(job)
        if rated is not None:
            frames |= rated
        elif training.get("kind") in {None, "fine-tuned"} or "labels_hash" in training:
            unknown = True
        parent = entry.card.get("parent")
        entry = by_hash.get(parent) if parent else None
        unknown = unknown or (parent is not None and entry is None)
    return TrainingLabels(frozenset(frames), unknown, adapted)


def _job(path: Path) -> Job | None:
    """Return the job that made a model of the study; None when its file cannot be read."""
    try:
        return load_job(path)
    except AUStudioError:
        return None


def _frames_of(job: Job | None) -> set[SampleFrame] | None:
    """Return the frames whose ratings a fine-tuning lists; None for anything else."""
    if not isinstance(job, FinetuneJob):
        return None
    return {
        SampleFrame(recording.recording_id, rating.pts)
        for recording in job.recordings
        for rating in recording.ratings
    }


def seen_before(labels: TrainingLabels, ratings: Iterable[Rating], recordings: Sequence[Recording]) -> str:
    """Say how what a model has learned already limits the held-out figures of what is trained from it.

    No fold can hold out what the model knew before: figures of a second fine-tuning on the same ratings look
    better than any new person's would be.

    Parameters
    ----------
    labels : TrainingLabels
        What trained the model that is started from.
    ratings : iterable of Rating
        What it is to learn from now.
    recordings : sequence of Recording
        The study's recordings.

    Returns
    -------
    str
        Sentences; empty when the model has seen none of these frames or persons.
    """
    if labels == TrainingLabels():
        return ""
    group = {recording.id: group_of(recording) for recording in recordings}
    rated = {SampleFrame(r.recording_id, r.pts) for r in ratings if r.recording_id in group}
    same = len(rated & labels.frames)
    if same:
        known = f"ratings of {same} of these {len(rated)} frames"
    elif {group[f.recording_id] for f in rated} & {group.get(f.recording_id) for f in labels.frames}:
        known = "other frames of the same persons"
    elif labels.unknown and rated:
        known = "ratings that are no longer on record, perhaps of these persons"
    elif labels.adapted and rated:
        return ADAPTED_BEFORE
    else:
        return ""
    return (
        f"Not held out from the start: the model that is trained further has learned from {known}, so these "
        "figures are better than on new persons. For figures to report, start from a model that has learned "
        "nothing from this study."
    )
