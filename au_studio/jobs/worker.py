"""A process that does one analysis after the other: ``python -m au_studio.jobs.worker``.

It hears one JSON job a line on stdin, or a wish (`au_studio.jobs.protocol`), and says events on stdout; the
last event of every job is ``done`` or ``error``. The network is loaded once more for every recording, but
PyTorch only once. When stdin ends, its parent is gone: what is under way is saved, and the process ends.

``python -m au_studio.jobs.worker --prepare MODEL DEVICE`` only makes what a model that is new here needs.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import signal
import sys
import threading
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from au_studio.allocation import allocate_steadily, give_back
from au_studio.errors import AUStudioError
from au_studio.jobs.__main__ import claim_stdout
from au_studio.jobs.control import Control
from au_studio.jobs.job import Job, job_from_json
from au_studio.jobs.pool import PREPARE
from au_studio.jobs.protocol import CANCEL, PAUSE, STOP, Done, Event, encode
from au_studio.jobs.run import EXIT_OK, failure, run_job


class Inbox:
    """Sorts what comes in: jobs wait for their turn, wishes reach the job that runs.

    Parameters
    ----------
    lines : iterable of str
        Stdin; read in a thread of its own.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = lines
        self._jobs: queue.Queue[str | None] = queue.Queue()
        self._control = Control()
        self._lock = threading.Lock()
        self._wishes: list[str] = []
        threading.Thread(target=self._read, name="job inbox", daemon=True).start()

    def next(self) -> str | None:
        """Return the next job's text; None when no more will come."""
        return self._jobs.get()

    def control(self) -> Control:
        """Return the control of the next job; a wish to pause holds for all jobs to come, too."""
        with self._lock:
            self._control = Control()
            for word in self._wishes:
                self._wish(word)
            return self._control

    def _read(self) -> None:
        for line in self._lines:
            text = line.strip()
            if text in (STOP, PAUSE, CANCEL):
                self._take(text)
            elif text:
                self._jobs.put(text)
        self._take(PAUSE)
        self._jobs.put(None)

    def _take(self, word: str) -> None:
        with self._lock:
            self._wishes.append(word)
            self._wish(word)

    def _wish(self, word: str) -> None:
        {STOP: self._control.stop, PAUSE: self._control.pause, CANCEL: self._control.cancel}[word]()


def main() -> int:
    """Do the jobs that come in on stdin, until it ends; or only what `PREPARE` asks for."""
    if sys.argv[1:2] == [PREPARE]:
        # Needed for this alone: a worker loads it with its first recording.
        from au_studio.analysis.estimators import load_estimator  # noqa: PLC0415

        load_estimator(Path(sys.argv[2]), sys.argv[3])
        return EXIT_OK
    allocate_steadily()
    events = claim_stdout()
    lock = threading.Lock()

    def report(event: Event) -> None:
        if isinstance(event, Done):
            event = replace(event, result={**event.result, "peak_memory": peak_memory()})
        # A parent that died cannot read: the closed stdin ends the job, not this error.
        with lock, contextlib.suppress(BrokenPipeError):
            events.write(encode(event) + "\n")
            events.flush()

    # Ctrl+C reaches every process of the terminal; what is to be done about it, the parent says.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    inbox = Inbox(sys.stdin)
    while (text := inbox.next()) is not None:
        control = inbox.control()
        try:
            job: Job = job_from_json(json.loads(text))
        except AUStudioError as error:
            report(failure(error))
            continue
        run_job(job, report, control)
        give_back()
    return EXIT_OK


def peak_memory() -> int | None:
    """Return the most memory that this process had so far, bytes; None where the system does not say."""
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415  there is none on Windows

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return int(most) if sys.platform == "darwin" else int(most) * 1024


if __name__ == "__main__":
    code = main()
    sys.stderr.flush()
    # Skip the interpreter's teardown: the inbox may still be blocked on stdin.
    os._exit(code)
