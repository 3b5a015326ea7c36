"""What a library written in C++ says of its own start is no message of this program."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path

_HUSH = threading.RLock()


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
