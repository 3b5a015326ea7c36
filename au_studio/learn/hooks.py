"""What a training reports while it runs, and how it is asked to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


def _ignore(*_: object) -> None:
    return None


@dataclass(frozen=True)
class TrainingHooks:
    """Callbacks of a training; all of them are optional.

    Attributes
    ----------
    on_progress : callable
        ``(steps done, steps in all, message)``.
    on_metric : callable
        ``(step, name, value, action unit or None)``; names are "loss", "icc", "mae", "top1", ….
    should_stop : callable
        Asked once a step; True ends the training, which keeps its best state so far.
    on_notice : callable
        ``(text)``: something that people should know and that stops nothing.
    """

    on_progress: Callable[[int, int, str], None] = _ignore
    on_metric: Callable[[int, str, float, int | None], None] = _ignore
    should_stop: Callable[[], bool] = lambda: False
    on_notice: Callable[[str], None] = _ignore
