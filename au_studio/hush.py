"""What libraries in C++ say of themselves is kept off the standard error output."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path

_HUSH = threading.RLock()
"""Whoever hushes may call what hushes, too."""


@contextlib.contextmanager
def hushed() -> Iterator[None]:
    """Keep what LiteRT's C++ reports of its own start ("INFO: Created …") off the standard error output."""
    with _HUSH:
        try:
            kept = os.dup(2)
        except OSError:
            yield
            return
        try:
            with Path(os.devnull).open("wb") as nowhere:
                os.dup2(nowhere.fileno(), 2)
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)
