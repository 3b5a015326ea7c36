"""Only one batch at a time writes into a folder; one that was killed may still have processes that save.

The operating system's lock on a file in the folder is held by the program and, where the system lets open
files be handed on, by the processes that it started: it is free when the last of them has ended.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from au_studio.errors import AUStudioError
from au_studio.files import WriteError
from au_studio.texts import sentence

FILE = ".batch.lock"
WAIT_SECONDS = 20.0
"""How long the processes of a killed run may take to save what they have; they are told to by its death."""

_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)

if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class BatchRunningError(AUStudioError):
    """Another program analyses into the same folder."""


@contextlib.contextmanager
def locked(folder: Path, wait: float = WAIT_SECONDS) -> Iterator[int]:
    """Hold the folder's lock inside the block.

    Parameters
    ----------
    folder : Path
        Where the results go; it is made.
    wait : float
        Seconds to wait for whoever has it.

    Yields
    ------
    int
        The open file, to be handed on to the processes that write there.

    Raises
    ------
    BatchRunningError
        If somebody else keeps it.
    au_studio.files.WriteError
        If the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / FILE, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise WriteError(
            sentence(
                "The folder {folder} cannot be written: {reason}.",
                folder=folder,
                reason=error.strerror or error,
            ),
            next_step="Choose a folder that you may write to.",
            details=repr(error),
        ) from error
    try:
        _acquire(handle, folder, time.monotonic() + wait)
        yield handle
    finally:
        os.close(handle)


def _acquire(handle: int, folder: Path, until: float) -> None:
    while True:
        try:
            _lock(handle)
        except OSError as error:
            if error.errno not in _HELD:
                return  # a drive without locks: nothing to wait for
        else:
            return
        if time.monotonic() >= until:
            raise BatchRunningError(
                sentence("Another analysis writes into {folder}.", folder=folder),
                next_step="Wait until it has ended, or choose another folder.",
            )
        time.sleep(0.2)
