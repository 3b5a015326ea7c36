"""LiteRT for the networks of a model's mesh: verified first, one thread each. No torch in here."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from au_studio import resources
from au_studio.errors import AUStudioError
from au_studio.hushing import hushed

T = TypeVar("T")


class Several(Generic[T]):
    """As many of a thing that is not thread safe as are used at once.

    Parameters
    ----------
    make : callable
        Makes one; the first at once, so that what is missing shows here.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._free = [make()]

    @contextlib.contextmanager
    def one(self) -> Iterator[T]:
        """Lend one that nobody else uses."""
        try:
            lent = self._free.pop()
        except IndexError:
            lent = self._make()
        try:
            yield lent
        finally:
            self._free.append(lent)


class Runner:
    """A network with one input and one output that is wanted; not thread safe."""

    def __init__(self, interpreter: Any, into: int, out: int) -> None:
        self._interpreter, self._into, self._out = interpreter, into, out

    def __call__(self, values: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the output, an array of the caller's own."""
        self._interpreter.set_tensor(self._into, values)
        return self._output()

    def write(self, write: Callable[[NDArray[np.float32]], None]) -> NDArray[np.float32]:
        """Let the input be written where the network reads it, and return the output.

        Parameters
        ----------
        write : callable
            Writes the whole input into the array that it is given, and keeps no reference to it.
        """
        write(self._interpreter.tensor(self._into)())
        return self._output()

    def _output(self) -> NDArray[np.float32]:
        self._interpreter.invoke()
        return np.asarray(self._interpreter.get_tensor(self._out), dtype=np.float32)


def of_file(name: str, digest: str, error: type[AUStudioError], what: str, size: int | None = None) -> Runner:
    """Load a shipped network.

    Parameters
    ----------
    name, digest : str
        Its place among the resources, and its SHA-256.
    error : type of AUStudioError
        What is raised.
    what : str
        What it is, for people.
    size : int, optional
        How many numbers the wanted output holds; without it there is but one output.

    Raises
    ------
    AUStudioError
        If LiteRT or the file is missing or damaged.
    """
    file = resources.path(name)
    data = file.read_bytes()
    if hashlib.sha256(data).hexdigest() != digest:
        raise error(
            f"The network {file} is not the file that ships with AU Studio.",
            next_step="Install AU Studio again; a file was damaged or replaced.",
        )
    try:
        from ai_edge_litert.interpreter import Interpreter  # noqa: PLC0415 - half a second

        with hushed():
            run = Interpreter(model_content=data, num_threads=1)
            run.allocate_tensors()
    except (ImportError, RuntimeError, ValueError) as reason:
        raise error(
            f"LiteRT cannot run {what} that this model reads.",
            next_step="Install AU Studio again, or use a model without geometry.",
            details=str(reason),
        ) from reason
    (shown,), outputs = run.get_input_details(), run.get_output_details()
    found = next(o for o in outputs if size is None or int(np.prod(o["shape"])) == size)
    return Runner(run, int(shown["index"]), int(found["index"]))
