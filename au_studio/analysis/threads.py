"""Which threads an analysis works in: stages behind one another, each on one thread of its own.

The threads of torch and of OpenCV wait for each other by spinning, which burns the time of every other
stage; so no stage is given more than one while stages can still be parted.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass

_THREADS = "OMP_NUM_THREADS"

STAGES = 3
"""Reading, finding faces, estimating intensities."""
USEFUL = 4
"""A face is found in the picture after another was: more threads than this wait for it."""


@dataclass(frozen=True)
class Threads:
    """How the threads of an analysis are shared out.

    Attributes
    ----------
    apart : int
        Stages that run ahead in a thread of their own: 0, the faces (1), or reading and the faces (2).
    hands : int
        Threads that do only what no frame has to wait for another for (`au_studio.analysis.hands`).
    torch : int
        Threads of torch, where it runs the network on a CPU; another number may round otherwise.
    """

    apart: int
    hands: int
    torch: int


def share(threads: int | None = None) -> Threads:
    """Share threads out among the stages.

    Parameters
    ----------
    threads : int or None
        At least 1; as many as are of use, or cores if those are fewer, when None. What is left over when
        every stage has one helps where it can.

    Raises
    ------
    ValueError
        If there are fewer than one.
    """
    chosen = min(USEFUL, os.cpu_count() or 1) if threads is None else threads
    if chosen < 1:
        raise ValueError(f"an analysis needs a thread at least, not {threads}")
    apart = min(chosen, STAGES) - 1
    left = chosen - 1 - apart
    # Without a wish values are the same on every computer.
    return Threads(apart, left, 1 if threads is None else 1 + left)


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
