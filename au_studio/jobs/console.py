"""Long work on the command line: a bar with the time left on a terminal, plain lines in a log; Ctrl+C."""

from __future__ import annotations

import contextlib
import shutil
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
from au_studio.jobs.time_left import Tempo, TimeLeft

_PLAIN_SECONDS = 5.0
"""Where stderr is no terminal, a line of progress comes at most this often."""
_LIVE_SECONDS = 0.1
"""On a terminal the bar is drawn at most this often."""
_BAR = 24
"""Characters of the bar."""


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
        self._began = 0
        self._tempo = Tempo()
        self._left = TimeLeft(self._tempo)

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

    def step(self, done: int, total: int, message: str, *, beside: str = "") -> None:
        """Show that so much of something is done, with what is to stand beside the bar."""
        self._progress(Progress(done, total, message), beside)

    def _progress(self, event: Progress, beside: str = "") -> None:
        now = time.monotonic()
        if event.message != self._message:
            self.end_line()
            self._message, self._started, self._began = event.message, now, event.done
            self._said = now if not self._live else 0.0
            if not event.part:
                self._left = TimeLeft(self._tempo)
        left = self._left.seconds_left(event, now)
        if not self._due(now) and (not event.total or event.done < event.total):
            return
        text = [self._message]
        if self._live and event.total:
            # The bar is that of the whole job, where it says of which parts it consists.
            text.append(_bar(self._left.whole.fraction if event.part else event.done / event.total))
        if event.total:
            text.append(f"{event.done}/{event.total}")
            elapsed = now - self._started
            pace = (event.done - self._began) / elapsed if elapsed > 1 else 0.0
            if pace >= 1:
                text.append(f"{pace:.0f}/s")
        # An expectation that was too low has run out before the pace is known: better nothing than 0:00.
        if left is not None and left >= 1 and event.done < event.total:
            text.append(f"{clock(left)} left")
        if beside:
            text.append(beside)
        self._show("  ".join(text), now)

    def status(self, text: str, fraction: float | None = None) -> None:
        """Show how far things are, in the line that the next such text replaces; on a terminal with a bar.

        Parameters
        ----------
        text : str
            How far, in words.
        fraction : float, optional
            The same as a share, 0 to 1.
        """
        bar = f"{_bar(fraction)}  " if self._live and fraction is not None else ""
        self._show(bar + text, time.monotonic())

    def _due(self, now: float) -> bool:
        return now - self._said > (_LIVE_SECONDS if self._live else _PLAIN_SECONDS)

    def _show(self, text: str, now: float) -> None:
        if self._live:
            # A line that is longer than the terminal is wide could not be written over.
            text = text[: max(shutil.get_terminal_size().columns - 1, _BAR)]
            self._stream.write("\r" + text.ljust(self._line_open))
            self._line_open = len(text)
            self._said = now
            self._stream.flush()
        elif self._due(now):
            self._said = now
            self._stream.write(text + "\n")
            self._stream.flush()


def _bar(fraction: float) -> str:
    filled = round(_BAR * min(max(fraction, 0.0), 1.0))
    return "[" + "#" * filled + "." * (_BAR - filled) + "]"


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
