"""How many recordings are analysed at once, and with how many threads: as cores and memory bear."""

from __future__ import annotations

import os

WORKER_BYTES = 700 * 2**20
"""What a process that analyses may need (4K; less with smaller pictures): as many are started at most as fit
into three quarters of the memory."""
_THREADS_OF_A_JOB = 4
"""So many work on a recording where nobody says how many (`au_studio.analysis.threads.USEFUL`)."""


def workers_for(n_recordings: int, asked: int | None = None) -> tuple[int, int]:
    """Return how many recordings are analysed at once, and with how many threads each.

    Parameters
    ----------
    n_recordings : int
        All of them, also those that are done.
    asked : int, optional
        What a person asked for; by default as many as there are cores and the memory bears.
    """
    cores = usable_cores()
    memory = total_memory()
    fitting = cores if memory is None else max(1, int(memory * 0.75) // WORKER_BYTES)
    workers = max(1, min(n_recordings, asked or min(cores, fitting)))
    return workers, max(1, cores // workers)


def beside_a_window() -> int:
    """Return how many recordings a window's jobs may analyse at once: each takes up to four threads.

    A core is left to the window and to what is analysed on the screen.
    """
    return max(1, min((usable_cores() - 1) // _THREADS_OF_A_JOB, workers_for(usable_cores())[0]))


def threads_each(workers: int, threads: int, asked: int | None = None) -> int | None:
    """Return how many threads work on each recording: those that were `asked` for; None for the quickest.

    Where several recordings are under way, the threads of each would crowd the cores otherwise; and more than
    that gain little.
    """
    return asked if asked is not None or workers == 1 else min(threads, _THREADS_OF_A_JOB)


def usable_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return os.cpu_count() or 1


def total_memory() -> int | None:
    """Return the computer's memory in bytes; None where the system does not say."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return None
