"""A job on the command line: progress in one line of stderr, Ctrl+C as cancel, errors as sentences."""

from __future__ import annotations

import contextlib
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from types import FrameType
from typing import TextIO

from au_studio.errors import AUStudioError
from au_studio.jobs.control import Control
from au_studio.jobs.protocol import Event, Metric, Notice, Progress

_PLAIN_SECONDS = 5.0
"""Where stderr is no terminal, a line of progress comes at most this often."""


class Console:
    """Shows a job's events to a person.

    Parameters
    ----------
    stream : TextIO
        Where to write; stderr, so that stdout stays free for data.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._live = self._stream.isatty()
        self._line_open = 0
        self._message = ""
        self._started = self._said = 0.0

    def __call__(self, event: Event) -> None:
        """Show one event."""
        if isinstance(event, Progress):
            self._progress(event)
        elif isinstance(event, Notice):
            self.say(f"Note: {event.text}")
        elif isinstance(event, Metric) and event.au is None and event.metric in ("icc", "mae"):
            value = "n/a" if event.value is None else f"{event.value:.3f}"
            self.say(f"step {event.step}: {event.metric.upper()} {value}")

    def say(self, text: str) -> None:
        """Write a line of its own."""
        self.end_line()
        self._stream.write(text + "\n")
        self._stream.flush()

    def explain(self, error: AUStudioError, *, verbose: bool = False) -> None:
        """Write an error: what happened, what to do, and details when asked for."""
        self.say(error.message)
        if error.next_step:
            self.say(f"  {error.next_step}")
        if verbose and error.details:
            self.say(error.details)

    def end_line(self) -> None:
        """Close the line of progress, so that the next text begins on its own line."""
        if self._line_open:
            self._stream.write("\n")
            self._line_open = 0

    def _progress(self, event: Progress) -> None:
        now = time.monotonic()
        if event.message != self._message:
            self.end_line()
            self._message, self._started, self._said = event.message, now, now if not self._live else 0.0
        elapsed = now - self._started
        text = self._message
        if event.total:
            text += f"  {event.done}/{event.total}"
            if elapsed > 1 and event.done:
                text += f"  {event.done / elapsed:.0f}/s"
                text += f"  {clock(elapsed * (event.total - event.done) / event.done)} left"
        self._show(text, now)

    def status(self, text: str) -> None:
        """Show how far things are, in the line that the next such text replaces."""
        self._show(text, time.monotonic())

    def _show(self, text: str, now: float) -> None:
        if self._live:
            self._stream.write("\r" + text.ljust(self._line_open))
            self._line_open = len(text)
            self._stream.flush()
        elif now - self._said > _PLAIN_SECONDS:
            self._said = now
            self._stream.write(text + "\n")
            self._stream.flush()


@contextlib.contextmanager
def interruptible(control: Control, wish: Callable[[], None] | None = None) -> Iterator[None]:
    """Make Ctrl+C cancel a job inside the block (or do `wish`); a second one ends the program at once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.getsignal(signal.SIGINT)

    def cancel(_number: int, _frame: FrameType | None) -> None:
        (wish or control.cancel)()
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, cancel)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def clock(seconds: float) -> str:
    """Return a duration as minutes and seconds, with hours when there are any."""
    whole = round(seconds)
    if whole < 3600:
        return f"{whole // 60}:{whole % 60:02d}"
    return f"{whole // 3600}:{whole % 3600 // 60:02d}:{whole % 60:02d}"
