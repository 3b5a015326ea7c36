"""Shares the recordings of a batch among the workers of a Dask cluster, stretch by stretch.

The stretches of one recording follow each other; after each, the recording goes on at whichever worker is
free: where it was, if that is one of the quick ones, because its file has been read there. So many recordings
use many computers, and one recording uses one at a time: faces are followed, and the network remembers, from
frame to frame. (To split one recording, its parts would have to begin without a past and overlap until it no
longer matters; the values would then be near those of one computer, not the same.)

A worker that dies costs what it had not saved; the scheduler gives the stretch to another one.
"""

from __future__ import annotations

import math
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from au_studio import __version__
from au_studio.errors import Stopped
from au_studio.jobs.batch import Batch
from au_studio.jobs.cluster_options import ClusterOptions, connected
from au_studio.jobs.control import Control
from au_studio.jobs.protocol import Done, Failed, Notice, Progress
from au_studio.jobs.stretch import StretchResult, run_stretch

POLL_SECONDS = 0.25
WORKERS_SECONDS = 1.0
"""The scheduler is asked at most so often which workers there are, unless a stretch has ended."""
WORTH = 50
"""A stretch is at least so many times as long as taking the recording up was: a fiftieth is lost at most."""
LONGEST = 10
"""... but never longer than so many of the stretches that were asked for: progress is told after each."""
MUCH_QUICKER = 1.5
"""A recording moves to a free worker that is so many times quicker than the one where it was."""


@dataclass(eq=False)
class _Chain:
    """A recording on its way."""

    number: int
    begun: bool = False
    done: int = 0
    seconds: float = 0.0
    worker: str = ""
    lead: float = 0.0


class Conductor:
    """Hands stretches to workers, one at a time to each.

    Parameters
    ----------
    client : distributed.Client
        Of the cluster.
    batch : Batch
        Hears how it goes.
    stretch : float
        Seconds of work of a stretch.
    alike : bool
        Whether the workers' processors may differ, so that all must compute alike.
    """

    def __init__(self, client: Any, batch: Batch, stretch: float, *, alike: bool = False) -> None:
        self._client, self._batch = client, batch
        self._stretch, self._alike = stretch, alike
        self._running: dict[Any, _Chain] = {}
        self._ended = threading.Event()
        self._known: set[str] = set()
        self._speeds: dict[str, float] = {}

    def run(self, waiting: Sequence[int], should_stop: Callable[[], bool]) -> None:
        """Do the recordings with these numbers.

        Raises
        ------
        Stopped
            When it was asked to; the stretches that run are saved where they run.
        """
        chains, told = deque(_Chain(number) for number in waiting), False
        self._batch.progress.by_stretches()
        try:
            while chains or self._running:
                if should_stop():
                    raise Stopped("The analysis was interrupted.")
                free = self._free_workers()
                while free and chains:
                    self._submit(chains.popleft(), free)
                if not self._running:
                    if not told:
                        told = True
                        self._batch.console.say("Waiting for a worker of the cluster.")
                    time.sleep(POLL_SECONDS)
                    continue
                self._wait(should_stop)
                for future in [future for future in self._running if future.done()]:
                    chain = self._running.pop(future)
                    if not self._take(chain, future):
                        # What is begun is finished first: its file has been read where it was.
                        chains.appendleft(chain)
        finally:
            for future in self._running:
                future.cancel()

    def _wait(self, should_stop: Callable[[], bool]) -> None:
        """Wait until a stretch has ended or the work is to stop, or for a moment."""
        until = time.monotonic() + WORKERS_SECONDS
        while not self._ended.wait(POLL_SECONDS) and not should_stop() and time.monotonic() < until:
            pass
        self._ended.clear()

    def _free_workers(self) -> list[str]:
        """Return the addresses of the workers without a stretch; tell of those that have gone."""
        # Not `scheduler_info`: what it keeps is overwritten now and then by one without the workers.
        there = set(self._client.nthreads())
        for gone in sorted(self._known - there):
            names = [self._batch.items[c.number].name for c in self._running.values() if c.worker == gone]
            work = f"; {', '.join(names)} goes on elsewhere, from what was saved" if names else ""
            self._tell(f"The worker {gone} has gone{work}.")
            for chain in self._running.values():
                if chain.worker == gone:
                    chain.worker = ""
        self._known = there
        busy = {chain.worker for chain in self._running.values()}
        # Who took over from a worker that has gone is not known; a second stretch waits there for its turn.
        return sorted(there - busy)

    def _submit(self, chain: _Chain, free: list[str]) -> None:
        if not chain.begun:
            chain.begun = True
            self._batch.begin(chain.number)
        worker = choose_worker(chain.worker, free, self._speeds)
        free.remove(worker)
        if chain.worker and chain.worker != worker:
            self._batch.record.log(f"moved: {self._batch.items[chain.number].job.video}: to {worker}")
        chain.worker = worker
        job = self._batch.items[chain.number].job
        # Kept faces are much, and every stretch would read and write all those before it.
        seconds = self._seconds_for(chain) if job.tracks is None else math.inf
        future = self._client.submit(
            run_stretch,
            job.to_json(),
            seconds,
            __version__,
            self._alike,
            key=f"stretch-{secrets.token_hex(4)}-{chain.number}",
            workers=[worker],
            allow_other_workers=True,
            pure=False,
        )
        self._running[future] = chain
        future.add_done_callback(lambda _: self._ended.set())

    def _seconds_for(self, chain: _Chain) -> float:
        """Return how long the next stretch of a recording lasts."""
        return min(max(self._stretch, WORTH * chain.lead), LONGEST * self._stretch)

    def _take(self, chain: _Chain, future: Any) -> bool:
        """Take in what a stretch came to; return whether the recording is over."""
        batch, number = self._batch, chain.number
        item = batch.items[number]
        try:
            result = StretchResult(**future.result())
        except Exception as error:
            # The scheduler gave it up: it took several workers down, one after the other.
            step = "Look into the logs of the workers (memory?), then run the same command again."
            batch.hear(
                number,
                Failed(f"The workers that had {item.name} ended one after the other.", step, repr(error)),
            )
            return True
        chain.seconds += result.seconds
        chain.lead = result.lead
        if chain.worker and result.done > chain.done and result.seconds:
            self._speeds[chain.worker] = (result.done - chain.done) / result.seconds
        chain.done = result.done
        for text in result.notices:
            if text not in item.notices:
                batch.hear(number, Notice(text))
        if result.total:
            batch.hear(number, Progress(result.done, result.total))
        if not result.finished:
            return False
        item.seconds, item.peak_memory = round(chain.seconds, 3), result.peak_memory
        if result.error is None:
            batch.hear(number, Done({"seconds": item.seconds, "peak_memory": result.peak_memory}))
        else:
            batch.hear(number, Failed(**result.error))
        return True

    def _tell(self, text: str) -> None:
        self._batch.record.log(f"worker: {text}")
        self._batch.console.say(text)


def choose_worker(before: str, free: Sequence[str], speeds: Mapping[str, float]) -> str:
    """Return the worker for the next stretch: the one it was at, unless a much quicker one is free.

    Parameters
    ----------
    before : str
        Where the recording was; empty at its beginning.
    free : sequence of str
        Workers without a stretch, at least one.
    speeds : mapping of str to float
        Frames per second of the workers that are known.
    """
    best = max(free, key=lambda worker: speeds.get(worker, float("inf")))
    if before not in free:
        return best
    much = speeds.get(best, 0.0) > MUCH_QUICKER * speeds.get(before, float("inf"))
    return best if much else before


def run_cluster(
    batch: Batch, waiting: Sequence[int], control: Control, options: ClusterOptions, threads: int
) -> None:
    """Analyse recordings on a cluster.

    Raises
    ------
    Stopped
        When it was asked to; stretches that run on other computers end there, and are saved.
    au_studio.jobs.cluster_options.ClusterError
        If the cluster cannot be reached.
    """
    with connected(options, batch.workers, threads) as client:
        if not (options.tls or options.kind == "local"):
            batch.console.say(
                "Note: the connection to the cluster is not encrypted (--tls): whoever reaches its port can "
                "run programs on its workers."
            )
        alike = options.kind != "local"
        Conductor(client, batch, options.stretch, alike=alike).run(waiting, control.should_stop)
