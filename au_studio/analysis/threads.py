"""How many threads an analysis works in.

The threads of torch and of OpenCV wait for each other by spinning, which burns the time of everybody else;
so those libraries get one each, and the work is shared out above them (`au_studio.analysis.hands`).
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass

_THREADS = "OMP_NUM_THREADS"

USEFUL = 4
"""A face is found in one frame after the other: more threads than this wait for it."""


@dataclass(frozen=True)
class Threads:
    """How the threads of an analysis are shared out.

    Attributes
    ----------
    more : int
        Threads beside the first, as far as they are of use.
    torch : int
        Threads of torch, where it runs the network on a CPU: more than one only of those beyond what is of
        use here. Another number may round otherwise.
    """

    more: int
    torch: int


def share(threads: int | None = None) -> Threads:
    """Share threads out.

    Parameters
    ----------
    threads : int or None
        At least 1; as many as are of use, or cores if those are fewer, when None.

    Raises
    ------
    ValueError
        If there are fewer than one.
    """
    chosen = min(USEFUL, os.cpu_count() or 1) if threads is None else threads
    if chosen < 1:
        raise ValueError(f"an analysis needs a thread at least, not {threads}")
    return Threads(min(chosen, USEFUL) - 1, max(1, chosen - USEFUL + 1))


@contextlib.contextmanager
def torch_threads(number: int) -> Iterator[None]:
    """Give torch so many threads meanwhile, also when it is imported only then."""
    torch = sys.modules.get("torch")
    before = None if torch is None else torch.get_num_threads()
    # Read when torch is imported, which most analyses on a CPU do without.
    variable = os.environ.get(_THREADS)
    os.environ[_THREADS] = str(number)
    if torch is not None:
        torch.set_num_threads(number)
    try:
        yield
    finally:
        if variable is None:
            del os.environ[_THREADS]
        else:
            os.environ[_THREADS] = variable
        if torch is not None:
            torch.set_num_threads(before)
