"""Messages with arrays between the window and its analysis child: a JSON line, then the raw numbers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from au_studio.texts import put_together, taken_apart

Arrays = Mapping[str, NDArray[Any]]


def write_message(stream: IO[bytes], message: Mapping[str, Any], arrays: Arrays | None = None) -> None:
    """Write one message.

    Parameters
    ----------
    stream : binary stream
        Where to; flushed.
    message : mapping
        JSON values; sentences go along in their parts, and are sentences again where they arrive.
    arrays : mapping of str to array, optional
        Arrays of numbers or truth values, any shape.
    """
    blocks = {name: np.ascontiguousarray(array) for name, array in (arrays or {}).items()}
    header = {
        "message": dict(message),
        "arrays": [[name, block.dtype.str, list(block.shape)] for name, block in blocks.items()],
    }
    if parts := taken_apart(message):
        header["texts"] = parts
    stream.write(json.dumps(header).encode("utf-8") + b"\n")
    for block in blocks.values():
        stream.write(block.tobytes())
    stream.flush()


def read_message(stream: IO[bytes]) -> tuple[dict[str, Any], dict[str, NDArray[Any]]] | None:
    """Read one message and its arrays; None at the end of the stream (or in the middle of a message)."""
    line = stream.readline()
    if not line.endswith(b"\n"):
        return None
    header = json.loads(line)
    arrays: dict[str, NDArray[Any]] = {}
    for name, dtype, shape in header["arrays"]:
        kind = np.dtype(dtype)
        size = kind.itemsize * int(np.prod(shape))
        raw = stream.read(size)
        if len(raw) < size:
            return None
        arrays[name] = np.frombuffer(raw, dtype=kind).reshape(shape)
    put_together(header["message"], header.get("texts"))
    return header["message"], arrays
