"""What both stages of learning take from their job: the settings, and how to tell and ask about the work."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from au_studio.jobs.control import Control
from au_studio.jobs.job import FinetuneJob, JobError, PretrainJob
from au_studio.jobs.protocol import Metric, Notice, Progress, Report
from au_studio.learn.hooks import TrainingHooks
from au_studio.texts import sentence

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Settings = TypeVar("Settings", bound="DataclassInstance")


def settings_of(
    job: FinetuneJob | PretrainJob, kind: type[Settings], make: Callable[..., Settings] | None = None
) -> Settings:
    """Return the settings of a job: the defaults, changed as the job says.

    Parameters
    ----------
    job : FinetuneJob or PretrainJob
        Its seed and settings are taken.
    kind : type
        The dataclass of the settings.
    make : callable, optional
        Makes them, where their defaults depend on each other.

    Raises
    ------
    JobError
        If the job names a setting that does not exist, or settings that do not go together.
    """
    try:
        return (make or kind)(**{"seed": job.seed, **job.settings})
    except ValueError as error:
        raise JobError(
            sentence("The training cannot be done as it was asked for: {reason}", reason=error)
        ) from error
    except TypeError as error:
        known = ", ".join(field.name for field in dataclasses.fields(kind))
        raise JobError(
            "The job names a training setting that does not exist.",
            next_step=sentence("There are: {known}.", known=known),
            details=str(error),
        ) from error


def hooks_of(report: Report, control: Control) -> TrainingHooks:
    """Return hooks that report progress and metrics, and stop when the job is stopped."""
    return TrainingHooks(
        on_progress=lambda done, total, message: report(Progress(done, total, message)),
        on_metric=lambda step, name, value, au: report(Metric(step, name, value, au)),
        should_stop=control.should_stop,
        on_notice=lambda text: report(Notice(text)),
    )
