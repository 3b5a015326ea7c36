"""Writing files so that nobody ever finds half of one."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path

from au_studio.errors import AUStudioError
from au_studio.texts import mark, sentence

_NEXT_STEPS = {
    errno.ENOSPC: mark("Free some space on that disk and try again."),
    errno.EDQUOT: mark("Free some of your space on that disk and try again."),
    errno.EFBIG: mark("Choose a disk that takes files of this size."),
    errno.EROFS: mark("Choose a folder that can be written."),
    errno.EACCES: mark("Choose a folder that you may write to, or close the program that has the file open."),
    errno.EPERM: mark("Choose a folder that you may write to."),
}
_FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))


class WriteError(AUStudioError):
    """A file could not be written; what was there before is unchanged."""


@contextlib.contextmanager
def atomic_path(path: Path) -> Iterator[Path]:
    """Give a temporary path to write to; it becomes `path` only when everything went well.

    The temporary file lies in the same folder and has the same suffix. At the end of the ``with`` block it is
    flushed to the disk and renamed over `path` in one step; when the block raises, it is deleted and `path`
    stays as it was. Missing parent folders are made.

    Parameters
    ----------
    path : Path
        The file to write or replace.

    Yields
    ------
    Path
        An existing, empty file to be written. Close every handle on it before the block ends.

    Raises
    ------
    WriteError
        If the disk is full, the folder cannot be written, or the file is in use.
    """
    path = Path(path)
    temporary = path.with_name(f".{path.stem}.{secrets.token_hex(4)}.part{path.suffix}")
    try:
        with _explained(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
        try:
            yield temporary
        except Exception as error:
            if is_disk_full(error):
                raise write_error(path, error) from error
            raise
        with _explained(path):
            flush_to_disk(temporary)
            temporary.replace(path)
            flush_folder(path.parent)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def write_bytes(path: Path, data: bytes) -> None:
    """Write a whole file atomically (see `atomic_path`)."""
    with atomic_path(path) as temporary, temporary.open("wb") as stream:
        stream.write(data)


def write_text(path: Path, text: str) -> None:
    """Write a whole text file atomically in UTF-8, its line ends as given (see `atomic_path`)."""
    write_bytes(path, text.encode("utf-8"))


def flush_to_disk(path: Path) -> None:
    """Make sure that the contents of a closed file survive a power cut.

    Raises
    ------
    OSError
        If the file cannot be opened or the disk reports an error.
    """
    # Windows refuses to flush a handle that was opened for reading only.
    with path.open("r+b") as stream:
        os.fsync(stream.fileno())


def flush_folder(folder: Path) -> None:
    """Make sure that a rename inside `folder` survives a power cut, where the system has a way to ask."""
    if os.name != "posix":
        return
    # Some network drives refuse to flush a folder; the rename itself has happened all the same.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise write_error(path, error) from error


def is_disk_full(error: BaseException) -> bool:
    """Return whether an exception means that the disk takes no more; libraries say so in their own ways."""
    if isinstance(error, OSError) and error.errno in _FULL:
        return True
    return "No space left on device" in str(error) or "os error 28" in str(error)


def write_error(path: Path, error: BaseException) -> WriteError:
    """Return what people should read when a file could not be written because of `error`."""
    code = error.errno if isinstance(error, OSError) and error.errno else 0
    if is_disk_full(error) and code not in _FULL:
        code = errno.ENOSPC
    reason = os.strerror(code) if code else type(error).__name__
    return WriteError(
        sentence(
            "{path} could not be written: {reason}.",
            path=path,
            reason=reason[:1].lower() + reason[1:],
        ),
        next_step=_NEXT_STEPS.get(code, mark("Choose another folder or try again.")),
        details=repr(error),
    )


@contextlib.contextmanager
def together(paths: Iterable[Path]) -> Iterator[None]:
    """Write several files inside the block: all, or on an error none that was not there before.

    One that was there and has been replaced already stays replaced; each is whole in any case.
    """
    new = [path for path in paths if not path.exists()]
    try:
        yield
    except BaseException:
        for path in new:
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        raise
