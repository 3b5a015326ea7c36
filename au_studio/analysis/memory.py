"""What an analysis remembers of earlier frames, as bytes and back, without any rounding.

The bytes come from a file that somebody else may have written: only the plain classes named here are made
from them, and nothing in them is ever run.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from au_studio.face.model import Face, TrackedFace
from au_studio.face.persons import Person, Persons
from au_studio.face.target import TargetPerson
from au_studio.face.tracker import Track

_CLASSES: dict[str, type] = {
    kind.__name__: kind for kind in (Face, TrackedFace, Track, Person, Persons, TargetPerson)
}
_CONTAINERS: dict[str, type] = {"list": list, "tuple": tuple, "set": set}
_PLAIN = "plain"


@dataclass(frozen=True, eq=False)
class Memory:
    """A snapshot: what is remembered later leaves it as it is.

    Attributes
    ----------
    plain : JSON value
        The structure; arrays are named by their place in `arrays`.
    arrays : tuple of ndarray
        Copies.
    """

    plain: Any
    arrays: tuple[NDArray[Any], ...]

    @staticmethod
    def of(value: Any) -> Memory:
        """Take a snapshot of numbers, texts, arrays, containers of them, and objects of the classes above.

        Raises
        ------
        TypeError
            If there is anything else in it.
        """
        arrays: list[NDArray[Any]] = []
        return Memory(_plain(value, arrays), tuple(arrays))

    def value(self) -> Any:
        """Return equal objects, made anew."""
        return _value(self.plain, self.arrays)

    def to_bytes(self) -> bytes:
        """Return the snapshot as the bytes of an ``.npz`` file."""
        stream = io.BytesIO()
        text = np.frombuffer(json.dumps(self.plain).encode(), dtype=np.uint8)
        named: dict[str, Any] = {str(place): array for place, array in enumerate(self.arrays)}
        np.savez(stream, **{_PLAIN: text, **named})
        return stream.getvalue()

    @staticmethod
    def from_bytes(data: bytes) -> Memory:
        """Read what `to_bytes` gave.

        Raises
        ------
        ValueError
            If it is something else.
        """
        try:
            with np.load(io.BytesIO(data), allow_pickle=False) as file:
                arrays = tuple(file[str(place)] for place in range(len(file.files) - 1))
                return Memory(json.loads(file[_PLAIN].tobytes()), arrays)
        except (OSError, KeyError, EOFError) as error:
            raise ValueError("no memory of an analysis") from error


def _plain(value: Any, arrays: list[NDArray[Any]]) -> Any:
    kind = type(value)
    if value is None or kind in {bool, int, float, str}:
        return value
    if isinstance(value, (np.ndarray, np.generic)):
        arrays.append(np.array(value))
        return {"array": len(arrays) - 1}
    if kind.__name__ in _CONTAINERS and kind in _CONTAINERS.values():
        return {kind.__name__: [_plain(item, arrays) for item in value]}
    if kind is dict:
        return {"dict": [[_plain(k, arrays), _plain(v, arrays)] for k, v in value.items()]}
    if _CLASSES.get(kind.__name__) is kind:
        return {"object": kind.__name__, "of": _plain(dict(vars(value)), arrays)}
    raise TypeError(f"{kind.__name__} cannot be kept in the memory of an analysis")


def _value(plain: Any, arrays: tuple[NDArray[Any], ...]) -> Any:
    if not isinstance(plain, dict):
        return plain
    if "array" in plain:
        array = arrays[plain["array"]]
        return array.copy() if array.ndim else array[()]
    if "dict" in plain:
        return {_value(k, arrays): _value(v, arrays) for k, v in plain["dict"]}
    if "object" in plain:
        made: Any = object.__new__(_CLASSES[plain["object"]])
        vars(made).update(_value(plain["of"], arrays))
        return made
    ((name, items),) = plain.items()
    return _CONTAINERS[name](_value(item, arrays) for item in items)
