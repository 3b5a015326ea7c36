"""The summaries of many recordings, read one by one to be joined into one table, whatever their format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from au_studio.export.errors import ExportError
from au_studio.texts import sentence

T = TypeVar("T")


def read_parts(
    parts: Iterable[Path], read: Callable[[Path], T], failures: tuple[type[Exception], ...]
) -> Iterator[T]:
    """Read one part after the other, so that thousands need no more memory than one.

    Parameters
    ----------
    parts : iterable of Path
        Summaries of one recording each.
    read : callable
        Reads one.
    failures : tuple of exception types
        What `read` raises where a part is damaged or of another kind.

    Yields
    ------
    T
        What `read` returned, in the order of the parts.

    Raises
    ------
    ExportError
        If a part cannot be read; it is named.
    """
    for part in parts:
        try:
            yield read(part)
        except failures as error:
            raise ExportError(
                sentence("The summary {part} cannot be read.", part=part),
                next_step="Delete it and run the same command again.",
                details=str(error),
            ) from error
