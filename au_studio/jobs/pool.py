"""Several processes that work through jobs side by side; pipes only, nothing listens on any network.

Each process (`au_studio.jobs.worker`) holds one model at a time. A process that dies costs the job what was
not saved yet: the job is begun again by a fresh process, once; if that dies too, the job has failed.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from au_studio import children
from au_studio.jobs.job import Job
from au_studio.jobs.process import KILL_AFTER
from au_studio.jobs.protocol import PAUSE, Done, Event, Failed, parse

WORKER = "au_studio.jobs.worker"
PREPARE = "--prepare"
"""What `WORKER` is told that is only to make what a model needs."""
ATTEMPTS = 2
"""How often a job is begun whose process dies."""
_TICK = 0.2
_LOG_LINES = 50


@dataclass(eq=False)
class Task:
    """A job of the pool: `key` is what the asker knows it by."""

    key: int
    job: Job
    attempts: int = 0


@dataclass(frozen=True)
class Died:
    """A process ended in the middle of a job, which is begun once more."""

    message: str


OnEvent = Callable[[Task, Event | Died], None]


class Pool:
    """Works through jobs in a fixed number of processes.

    Parameters
    ----------
    workers : int
        How many processes.
    threads : int
        Threads that each may compute with.
    keep_open : sequence of int
        Open files that the processes get, too (locks).
    command : sequence of str, optional
        Another command line for the processes.
    """

    def __init__(
        self,
        workers: int,
        threads: int,
        *,
        keep_open: Sequence[int] = (),
        command: Sequence[str] | None = None,
    ) -> None:
        self._n_workers = workers
        self._environment = {**os.environ, "OMP_NUM_THREADS": str(threads), "MKL_NUM_THREADS": str(threads)}
        self._keep_open = tuple(keep_open) if os.name == "posix" else ()
        self._command = list(command or children.command(WORKER))

    def run(self, tasks: Iterable[Task], on_event: OnEvent, should_stop: Callable[[], bool]) -> bool:
        """Do every task; the last event of each is `Done` or `Failed`.

        Parameters
        ----------
        tasks : iterable of Task
            In the order in which they are begun.
        on_event : callable
            Hears every event with its task, in the thread that called this.
        should_stop : callable
            Asked several times a second; True ends the processes, which save what they have.

        Returns
        -------
        bool
            Whether everything was done; False when it was stopped.
        """
        waiting = deque(tasks)
        events: queue.Queue[tuple[_Process, Event | None]] = queue.Queue()
        processes = [self._start(events) for _ in range(min(self._n_workers, len(waiting)))]
        stopping: float | None = None
        try:
            for process in processes:
                process.give(waiting.popleft())
            while processes:
                if stopping is None and should_stop():
                    stopping = time.monotonic()
                    for process in processes:
                        process.end(PAUSE)
                if stopping is not None and time.monotonic() - stopping > KILL_AFTER:
                    break
                with contextlib.suppress(queue.Empty):
                    process, event = events.get(timeout=_TICK)
                    if event is not None:
                        self._hear(process, event, on_event)
                        if process.task is None and stopping is None:
                            process.give(waiting.popleft()) if waiting else process.end()
                        continue
                    processes.remove(process)
                    if stopping is None and self._lost(process, waiting, on_event) and waiting:
                        processes.append(fresh := self._start(events))
                        fresh.give(waiting.popleft())
        finally:
            for process in processes:
                process.kill()
        return stopping is None

    def _start(self, events: queue.Queue[tuple[_Process, Event | None]]) -> _Process:
        return _Process(self._command, self._environment, self._keep_open, events)

    def _hear(self, process: _Process, event: Event, on_event: OnEvent) -> None:
        task = process.task
        if task is None:
            return
        if isinstance(event, (Done, Failed)):
            process.task = None
        paused = isinstance(event, Done) and (event.result.get("paused") or event.result.get("cancelled"))
        if not paused:
            on_event(task, event)

    def _lost(self, process: _Process, waiting: deque[Task], on_event: OnEvent) -> bool:
        """Look after the task of a process that has ended; return whether another process is needed."""
        task = process.task
        if task is None:
            return bool(waiting)
        how = f"The process that worked on it ended unexpectedly (exit code {process.exit_code})"
        if task.attempts < ATTEMPTS:
            on_event(task, Died(f"{how}; it is begun once more, from what was saved."))
            waiting.appendleft(task)
        else:
            step = "Free memory or use fewer --workers; if it happens again, report it with the details."
            on_event(task, Failed(f"{how}, {task.attempts} times.", step, process.log))
        return True


def prepare(model: str, device: str) -> None:
    """Let a process of its own make what a model that is new here needs; where it cannot, the workers do."""
    subprocess.run(
        children.command(WORKER, PREPARE, model, device),
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


class _Process:
    """One process of the pool."""

    def __init__(
        self,
        command: Sequence[str],
        environment: dict[str, str],
        keep_open: tuple[int, ...],
        events: queue.Queue[tuple[_Process, Event | None]],
    ) -> None:
        self.task: Task | None = None
        self._log: deque[str] = deque(maxlen=_LOG_LINES)
        self._process = subprocess.Popen(
            command,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=environment,
            pass_fds=keep_open,
            **children.piped(gently=False),
        )
        log = threading.Thread(target=self._read_log, name="pool log", daemon=True)
        log.start()
        threading.Thread(target=self._read, args=(events, log), name="pool events", daemon=True).start()

    @property
    def log(self) -> str:
        """Its last lines on stderr."""
        return "\n".join(self._log)

    @property
    def exit_code(self) -> int | None:
        """How it ended; negative: by which signal."""
        return self._process.poll()

    def give(self, task: Task) -> None:
        """Let it begin a task; it has none."""
        self.task = task
        task.attempts += 1
        self._say(json.dumps(task.job.to_json()))

    def end(self, word: str = "") -> None:
        """Let it end when its task has, or at `word` before."""
        if word:
            self._say(word)
        with contextlib.suppress(OSError):
            assert self._process.stdin is not None
            self._process.stdin.close()

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.wait()

    def _say(self, text: str) -> None:
        # A process that has died hears nothing; the end of its events tells.
        with contextlib.suppress(OSError, ValueError):
            assert self._process.stdin is not None
            self._process.stdin.write(text + "\n")
            self._process.stdin.flush()

    def _read(self, events: queue.Queue[tuple[_Process, Event | None]], log: threading.Thread) -> None:
        assert self._process.stdout is not None
        with self._process.stdout as stream:
            for line in stream:
                event = parse(line)
                if event is not None:
                    events.put((self, event))
        self._process.wait()
        log.join()
        with contextlib.suppress(OSError):
            if self._process.stdin is not None:
                self._process.stdin.close()
        events.put((self, None))

    def _read_log(self) -> None:
        assert self._process.stderr is not None
        with self._process.stderr as stream:
            for line in stream:
                self._log.append(line.rstrip("\n"))
