"""How trainings of the model that ships show their progress: the bar of all commands, with latest figures."""

from __future__ import annotations

from collections.abc import Collection

from au_studio.jobs.console import Console
from au_studio.learn.hooks import TrainingHooks


class TrainingConsole(Console):
    """A console that shows the latest figures of a training beside its bar.

    Parameters
    ----------
    shown : collection of str
        Names of the figures.
    """

    def __init__(self, shown: Collection[str] = ("loss", "icc", "mae", "top1", "moment", "step")) -> None:
        super().__init__()
        self._shown = shown
        self._figures: dict[str, float] = {}

    def hooks(self) -> TrainingHooks:
        """Return what a training tells this console by."""
        return TrainingHooks(on_progress=self.progress, on_metric=self.metric, on_notice=self._notice)

    def progress(self, done: int, total: int, message: str) -> None:
        """Show how far the training is."""
        figures = " ".join(f"{name} {value:.3f}" for name, value in self._figures.items())
        self.step(done, total, message, beside=figures)

    def metric(self, _step: int, name: str, value: float, au: int | None) -> None:
        """Remember a figure of all action units together."""
        if au is None and name in self._shown:
            self._figures[name] = value

    def _notice(self, text: str) -> None:
        self.say(f"Note: {text}")
