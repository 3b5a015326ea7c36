"""Training on a study: what is chosen when nobody chooses, what is to be told first, and taking it home."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from au_studio.analysis.models import SHIPPED, ModelEntry
from au_studio.jobs.job import LearningCurveJob
from au_studio.jobs.learned_ratings import seen_before, training_labels
from au_studio.jobs.training_data import LabelSummary, build_job, summarise
from au_studio.study.schema import LEARNING_CURVE
from au_studio.study.study import Study

TRAINING_SEED = 17
"""Seed of a training: the same ratings give the same model."""


def usual_coder(study: Study) -> str | None:
    """Return the id of the coder with most ratings; None when the study has no coder."""
    counts = study.rating_counts()
    return max((coder.id for coder in study.coders()), key=lambda key: counts.get(key, 0), default=None)


def suggested_name(study: Study, coder_name: str, models: Sequence[ModelEntry]) -> str:
    """Return a name for a new model: study, coder, and how many there are."""
    own = [model for model in models if model.id != SHIPPED]
    return f"{study.name} {coder_name} {len(own) + 1}".replace("  ", " ")


def what_ratings_hold(
    study: Study, coder_id: str, base: ModelEntry | None, models: Sequence[ModelEntry]
) -> tuple[LabelSummary, str]:
    """Return what a coder's ratings hold, and how what the base has learned before limits the figures.

    Parameters
    ----------
    study : Study
        The open study.
    coder_id : str
        Whose ratings.
    base : ModelEntry or None
        The model to start from.
    models : sequence of ModelEntry
        All models at hand.
    """
    ratings, recordings = study.ratings(coder_id), study.recordings()
    summary = summarise(ratings, recordings, () if base is None else base.aus)
    if base is None:
        return summary, ""
    learned = training_labels(study.path, base, models)
    cautions = (seen_before(learned, ratings, recordings), summary.caution())
    return summary, " ".join(filter(None, cautions))


def take_home(study: Study, path: Path, base: str, models: Sequence[ModelEntry]) -> None:
    """Enter a new model, whose files lie in the study already, with the model that it was trained from.

    Parameters
    ----------
    study : Study
        Open for writing.
    path : Path
        The new checkpoint.
    base : str
        Checkpoint that it was trained from.
    models : sequence of ModelEntry
        All models at hand, the new one among them.

    Raises
    ------
    au_studio.errors.AUStudioError
        If it cannot be entered.
    """
    entry = next((model for model in models if model.id == path.stem), None)
    parent = next((model.id for model in models if str(model.path) == base), None)
    study.add_model(path, entry.card if entry else {}, parent=parent)


def learning_curve_job(
    study: Study,
    coder_id: str,
    base: Path,
    *,
    backend: str,
    device: str,
    use_unsure: bool = True,
    seed: int = TRAINING_SEED,
) -> LearningCurveJob:
    """Return the job that measures what more ratings of a coder would bring a model.

    Raises
    ------
    au_studio.errors.AUStudioError
        If there is nothing to learn from, or a recording that is needed cannot be found.
    """
    same = build_job(
        study,
        coder_id,
        base=str(base),
        name="learning curve",
        use_unsure=use_unsure,
        seed=seed,
        backend=backend,
    )
    return LearningCurveJob(
        same.model, same.recordings, same.seed, backend=same.backend, device=device, readings=same.readings
    )


def keep_learning_curve(study: Study, curve: Mapping[str, Any], about: str) -> None:
    """Keep a learning curve in the study, so that it can be drawn for a paper later.

    Parameters
    ----------
    study : Study
        Open for writing.
    curve : mapping
        As the job gives it.
    about : str
        Whose ratings and which model it is of.
    """
    made = datetime.now(UTC).isoformat(timespec="seconds")
    study.set_setting(LEARNING_CURVE, {**curve, "about": about, "created": made})
