"""The lock of a study: one program writes, and everybody else learns who it is.

Two things together make it hold. The file says who has the study (host, user, process, since when), so that a
colleague on another computer can be told. The operating system's lock on the same open file ends with its
process, however that ends, so a killed program never leaves its study locked on its own computer.
"""

from __future__ import annotations

import contextlib
import errno
import getpass
import hashlib
import json
import os
import socket
import sys
import uuid
from dataclasses import asdict
from pathlib import Path

from au_studio.study.clock import now
from au_studio.study.errors import StudyLockedError, StudyReadOnlyError
from au_studio.study.lock_holder import LockHolder
from au_studio.texts import sentence

FILE = "lock"

_NOT_BUILT_IN = 0b11
"""Bits of an address's first byte: multicast (Python's sign of a random one), locally administered."""

_HELD = (errno.EAGAIN, errno.EACCES, errno.EDEADLK)

if sys.platform == "win32":
    import msvcrt

    # Windows keeps others from reading a locked byte, so lock one far behind the text.
    _LOCKED_BYTE = 1 << 20

    def lock_file(handle: int) -> None:
        """Lock an open file, or raise `OSError` at once."""
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _unlock_file(handle: int) -> None:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def lock_file(handle: int) -> None:
        """Lock an open file, or raise `OSError` at once."""
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _unlock_file(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_UN)


class StudyLock:
    """The lock, held from construction to `release`.

    Parameters
    ----------
    root : Path
        The study's folder.
    take_over : bool
        Take the lock from a program on *another* computer that can no longer give it back. One that runs on
        this computer keeps it.

    Raises
    ------
    StudyLockedError
        If somebody has it; says who.
    StudyReadOnlyError
        If the folder cannot be written.
    """

    def __init__(self, root: Path, *, take_over: bool = False) -> None:
        self.path = root / FILE
        try:
            self._handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise StudyReadOnlyError(
                sentence("{root} cannot be written.", root=root),
                next_step="Open it for reading only, or copy the study to a folder that you may write to.",
                details=repr(error),
                root=root,
            ) from error
        try:
            self._acquire(root, take_over)
        except OSError as error:
            os.close(self._handle)
            raise StudyReadOnlyError(
                sentence("{root} cannot be written: {reason}.", root=root, reason=error.strerror or error),
                next_step="Open it for reading only, or make room on that disk.",
                details=repr(error),
                root=root,
            ) from error
        except BaseException:
            os.close(self._handle)
            raise

    def release(self) -> None:
        """Give the lock back. Harmless when done twice."""
        if self._handle < 0:
            return
        os.ftruncate(self._handle, 0)
        with contextlib.suppress(OSError):
            _unlock_file(self._handle)
        os.close(self._handle)
        self._handle = -1

    def _acquire(self, root: Path, take_over: bool) -> None:
        holder = read_holder(root)
        alive_here = False
        try:
            lock_file(self._handle)
        except OSError as error:
            if error.errno in _HELD:
                raise _locked(root, holder) from error
            # A drive without locks: whether that process still runs is all there is to ask.
            alive_here = holder is not None and _is_running(holder.pid)
        # The system's lock may not reach other computers on a network drive: there the text decides.
        here = holder is not None and _is_this_computer(holder)
        if holder is not None and not here and not take_over:
            raise _locked(root, holder, elsewhere=True)
        if alive_here and here:
            raise _locked(root, holder)
        mine = LockHolder(_user(), socket.gethostname(), os.getpid(), now(), machine_id())
        os.ftruncate(self._handle, 0)
        os.lseek(self._handle, 0, os.SEEK_SET)
        os.write(self._handle, json.dumps(asdict(mine)).encode())
        os.fsync(self._handle)


def read_holder(root: Path) -> LockHolder | None:
    """Return who has a study open according to its lock file; None when nobody (or nobody legible) does."""
    try:
        record = json.loads((root / FILE).read_text("utf-8"))
        return LockHolder(
            str(record["user"]),
            str(record["host"]),
            int(record["pid"]),
            str(record["since"]),
            str(record.get("machine", "")),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def machine_id() -> str:
    """Return what stays the same on this computer and differs on every other one; empty when unknown.

    It is a digest of a network card's address. Addresses that are random or given by software are not used:
    containers and virtual machines on different computers share them.
    """
    node = uuid.getnode()
    if node >> 40 & _NOT_BUILT_IN:
        return ""
    return hashlib.sha256(f"au-studio {node:012x}".encode()).hexdigest()[:16]


def _is_this_computer(holder: LockHolder) -> bool:
    same_machine = holder.machine != "" and holder.machine == machine_id()
    return same_machine or holder.host == socket.gethostname()


def _locked(root: Path, holder: LockHolder | None, *, elsewhere: bool = False) -> StudyLockedError:
    return StudyLockedError(
        sentence("{root} is open by {holder}.", root=root, holder=holder)
        if holder
        else sentence("{root} is open in another window or program.", root=root),
        root=root,
        holder=holder,
        elsewhere=elsewhere,
        next_step="Close it there (or take over when that computer is off), or open it for reading only."
        if elsewhere
        else "Close it there, or open it for reading only.",
    )


def _is_running(pid: int) -> bool:
    if sys.platform == "win32":
        # There is no harmless way to ask with the standard library, and Windows drives have locks.
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown user"
