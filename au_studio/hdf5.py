"""HDF5 files: read quickly, and written whole or not at all, also when the disk fills up meanwhile.

The HDF5 library does not survive a write that fails: it keeps what it could not write, tries again when the
interpreter ends, and brings it down. So it never hears of a failure here: what the disk refuses is held in
memory until the next look, and then the writing ends with an error that people understand.
"""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import h5py
import numpy as np

from au_studio.files import atomic_path, write_error


class Stored:
    """An HDF5 file that is open for reading, by `read_hdf5`."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def __contains__(self, name: str) -> bool:
        return name.encode() in self._file

    def attribute(self, name: str) -> Any:
        """Return what is attached to the file under a name: an array, or a single value.

        Raises
        ------
        KeyError
            If there is nothing of that name.
        """
        found = h5py.h5a.open(self._file, name.encode())
        value = np.empty(found.shape, found.dtype)
        found.read(value)
        return value[()]

    def array(self, name: str) -> Any:
        """Return a whole array.

        Raises
        ------
        KeyError
            If there is none of that name.
        """
        found = h5py.h5d.open(self._file, name.encode())
        values = np.empty(found.shape, found.dtype)
        found.read(h5py.h5s.ALL, h5py.h5s.ALL, values)
        return values


@contextlib.contextmanager
def read_hdf5(path: Path) -> Iterator[Stored]:
    """Open an HDF5 file to read a few things of it: in less than half the time that `h5py.File` takes.

    A large study has hundreds of these files, and looks into each when it is opened, compared or exported.

    Raises
    ------
    OSError
        If it is missing or no HDF5 file.
    """
    access = h5py.h5p.create(h5py.h5p.FILE_ACCESS)
    access.set_fclose_degree(h5py.h5f.CLOSE_STRONG)
    file = h5py.h5f.open(os.fsencode(path), h5py.h5f.ACC_RDONLY, fapl=access)
    try:
        yield Stored(file)
    finally:
        file.close()


@contextlib.contextmanager
def write_hdf5(path: Path) -> Iterator[tuple[Any, Callable[[], None]]]:
    """Give an HDF5 file to fill; it becomes `path` only when everything went well.

    Parameters
    ----------
    path : Path
        The file to write or replace.

    Yields
    ------
    h5py.File
        To be filled.
    callable
        Raises `WriteError` if the disk has refused something so far. Whoever writes for long asks it now and
        then; at the end it is asked anyway.

    Raises
    ------
    au_studio.files.WriteError
        If the disk is full or cannot be written; what was there before is unchanged.
    """
    with atomic_path(path) as temporary, temporary.open("r+b", buffering=0) as raw:
        disk = _Disk(raw)

        def check() -> None:
            if disk.problem is not None:
                raise write_error(path, disk.problem) from disk.problem

        with h5py.File(disk, "w") as file:
            yield file, check
        check()


class _Disk:
    """A file that takes everything: what the disk refuses lies in memory, and reads come from both."""

    def __init__(self, raw: io.FileIO) -> None:
        self.problem: OSError | None = None
        self._raw = raw
        self._refused: list[tuple[int, bytes]] = []
        self._at = 0
        self._size = 0

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = start + offset
        return self._at

    def tell(self) -> int:
        return self._at

    def write(self, data: Any) -> int:
        content = memoryview(data).cast("B")
        if self.problem is None:
            try:
                self._raw.seek(self._at)
                done = 0
                while done < len(content):  # An unbuffered file may take a part.
                    done += self._raw.write(content[done:])
            except OSError as error:
                self.problem = error
        if self.problem is not None:
            self._refused.append((self._at, bytes(content)))
        self._at += len(content)
        self._size = max(self._size, self._at)
        return len(content)

    def readinto(self, buffer: Any) -> int:
        view = memoryview(buffer).cast("B")
        count = max(0, min(len(view), self._size - self._at))
        view[:count] = bytes(count)
        self._raw.seek(self._at)
        found = self._raw.read(count)
        view[: len(found)] = found
        for offset, content in self._refused:
            first, last = max(offset, self._at), min(offset + len(content), self._at + count)
            if first < last:
                view[first - self._at : last - self._at] = content[first - offset : last - offset]
        self._at += count
        return count

    def read(self, count: int = -1) -> bytes:
        content = bytearray(max(0, self._size - self._at) if count < 0 else count)
        return bytes(content[: self.readinto(content)])

    def truncate(self, size: int | None = None) -> int:
        self._size = self._at if size is None else size
        if self.problem is None:
            try:
                self._raw.truncate(self._size)
            except OSError as error:
                self.problem = error
        return self._size

    def flush(self) -> None:
        """Do nothing: the file is unbuffered, and is brought to the disk when it is whole."""
