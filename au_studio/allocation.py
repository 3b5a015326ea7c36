"""How the memory of pictures goes back to the system, and when Python looks for objects nobody needs."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import sys
from collections.abc import Iterator

LARGE_BYTES = 8 << 20
"""In a process that only analyses: pictures of 4K; the memory of smaller ones is kept for the next."""

LARGE_IN_THE_WINDOW = 4 << 20
"""In the window, which holds hundreds of pictures and lets go of them in any order: from 1080p on."""

_KEPT_BYTES = 32 << 20
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3


def allocate_steadily(large_bytes: int = LARGE_BYTES) -> None:
    """Give the memory of large pictures back at once, and keep that of usual ones for the next.

    By itself glibc comes to keep pieces of any size after a while: 4K frames leave holes of 100 MiB. Dask in
    turn has it give everything back, and every frame is then paid for anew. Other systems are left alone.

    Parameters
    ----------
    large_bytes : int
        What is large.
    """
    if sys.platform != "linux":
        return
    with contextlib.suppress(OSError, AttributeError):  # not every libc has it
        mallopt = ctypes.CDLL(None).mallopt
        mallopt(_M_MMAP_THRESHOLD, large_bytes)
        mallopt(_M_TRIM_THRESHOLD, _KEPT_BYTES)


def give_back_unused() -> None:
    """Give the system what memory is free now, wherever it lies.

    Loading a network takes 50 MB more than the network. What a thread of its own has freed stays with that
    thread's part of the heap, and what comes after is put beside it. Systems other than Linux are left alone.
    """
    if sys.platform != "linux":
        return
    with contextlib.suppress(OSError, AttributeError):  # not every libc has it
        ctypes.CDLL(None).malloc_trim(0)


def give_back() -> None:
    """Give the system the memory that a recording has left, before the next one is taken up.

    What its networks held lies in pieces among what stays, and those of the next recording do not fit into
    these holes: a process that did one after the other grew by some 50 MiB with each.
    """
    gc.collect()
    give_back_unused()


@contextlib.contextmanager
def collecting_later() -> Iterator[None]:
    """Have Python look for cycles of objects that nobody needs after this block, not within it.

    Who makes hundreds of thousands of objects that stay has all objects of the program looked through again
    and again: a third of the time that it takes to open a large study.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
