"""Jobs as the queue and the window know them: what is to be done, and where each one stands."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from au_studio.jobs.job import Job
from au_studio.jobs.process import JobProcess
from au_studio.jobs.protocol import Event
from au_studio.jobs.time_left import TimeLeft


class Standing(StrEnum):
    """Where a job stands."""

    RUNNING = "running"
    ENDING = "ending"
    WAITING = "waiting"
    HELD = "held back"


class Gate(StrEnum):
    """What is to happen to a job whose turn it is."""

    START = "start"
    HOLD = "hold"
    DROP = "drop"


@dataclass(frozen=True, eq=False)
class Task:
    """A job, the file that describes it, and a name for people.

    Attributes
    ----------
    job : Job
        What to do.
    file : Path
        Where the job file is written; it stays there, so that what was done can be read and repeated.
    title : str
        What the window calls it.
    key : object
        Whatever the asker wants to recognise it by; JSON values, if it is to be known after a restart.
    after : Task or None
        It needs what this one makes: it waits for it, and is dropped when that one gives nothing.
    expected : mapping of str to float
        Seconds that it is expected to take, per kind of work (`au_studio.jobs.expected_time`).
    """

    job: Job
    file: Path
    title: str
    key: object = None
    after: Task | None = None
    expected: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class JobLine:
    """A job as the list of jobs shows it.

    Attributes
    ----------
    task : Task
    standing : Standing
    message : str
        What it is doing.
    done, total : int
        Steps; total 0 = unknown.
    seconds_left : float or None
        Estimate for the whole job; None = unknown.
    fraction : float
        How much of the whole job is done, 0 to 1; it never falls.
    """

    task: Task
    standing: Standing
    message: str = ""
    done: int = 0
    total: int = 0
    seconds_left: float | None = None
    fraction: float = 0.0

    @property
    def stoppable(self) -> bool:
        """Whether something can be kept of it when it is stopped early."""
        return self.standing is Standing.RUNNING and self.task.job.kind in {"finetune", "pretrain"}


@dataclass(eq=False)
class RunningJob:
    """A job with its child process."""

    task: Task
    time_left: TimeLeft
    process: JobProcess | None = None
    reaper: threading.Thread | None = None
    last: Event | None = None
    again: bool = False
    given_up: bool = False
    line: JobLine = field(init=False)

    def __post_init__(self) -> None:
        self.line = JobLine(self.task, Standing.RUNNING, "Starting")
