"""Loading of the shipped face networks: verified first, then given to LiteRT, or to cv2.dnn without it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from au_studio.face.errors import FaceModelError
from au_studio.face.opencv import cv2
from au_studio.hushing import hushed
from au_studio.texts import mark, sentence

SHA256 = {
    "face_detection_short_range.tflite": "bbff11cebd1eb27a1e004cae0b0e63ec8c551cbf34a4451148b4908b8db3eca8",
    "face_landmark.tflite": "1055cb9d4a9ca8b8c688902a3a5194311138ba256bcc94e336d8373a5f30c814",
}
"""Digest of every shipped network file by its name, as in ``resources/NOTICE.md``."""


class Network:
    """A TFLite network on one thread of the CPU; not thread safe (one per thread).

    LiteRT runs it where that is installed, in about half the time of cv2.dnn, which stands in elsewhere.
    Both give the same outputs up to the rounding of float32.

    Parameters
    ----------
    file : Path
        The ``.tflite`` file; its name must be one of `SHA256`.
    outputs : tuple of str
        Names of the outputs that are wanted.
    engine : {"litert", "opencv"}, optional
        What runs it; the quickest that there is by default.

    Attributes
    ----------
    engine : str
        What runs it.

    Raises
    ------
    FaceModelError
        If the file cannot be read, is not the one that ships with AU Studio, or cannot be loaded.
    """

    def __init__(self, file: Path, outputs: tuple[str, ...], engine: str | None = None) -> None:
        data = _verified(file)
        self.engine = best_engine() if engine is None else engine
        load = _in_litert if self.engine == "litert" else _in_opencv
        self._run: _Run = load(file, data, outputs)

    def __call__(self, picture: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        """Run the network.

        Parameters
        ----------
        picture : float32[1, S, S, 3]
            As the network wants it: its side and its range of values.

        Returns
        -------
        dict of str to ndarray of float32
            The wanted outputs by their names; arrays of the caller's own.
        """
        return self._run(picture)


_Run = Callable[[NDArray[np.float32]], dict[str, NDArray[np.float32]]]


@lru_cache(maxsize=1)
def best_engine() -> str:
    """Return what runs the face networks here: "litert", or "opencv" where LiteRT cannot be had."""
    try:
        import_module("ai_edge_litert.interpreter")
    except (ImportError, OSError):
        return "opencv"
    return "litert"


def describe_engine() -> str:
    """Return what runs the face networks here, and its version: others round otherwise."""
    if best_engine() == "litert":
        return f"LiteRT {version('ai-edge-litert')}"
    return f"OpenCV {cv2.__version__}"


def _in_litert(file: Path, data: bytes, outputs: tuple[str, ...]) -> _Run:
    try:
        with hushed():
            interpreter = import_module("ai_edge_litert.interpreter").Interpreter(
                model_content=data, num_threads=1
            )
            interpreter.allocate_tensors()
        (into,) = (tensor["index"] for tensor in interpreter.get_input_details())
        found = {tensor["name"]: tensor["index"] for tensor in interpreter.get_output_details()}
        places = {name: found[name] for name in outputs}
    except (ValueError, RuntimeError, KeyError) as error:
        raise FaceModelError(
            sentence(
                "LiteRT {version} cannot load the face network {file}.",
                version=version("ai-edge-litert"),
                file=file,
            ),
            next_step="Set AU Studio up again, or remove the package ai-edge-litert: OpenCV stands in then.",
            details=f"{type(error).__name__}: {error}",
        ) from error

    def run(picture: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        interpreter.set_tensor(into, picture)
        interpreter.invoke()
        return {name: np.asarray(interpreter.get_tensor(at), np.float32) for name, at in places.items()}

    return run


def _verified(file: Path) -> bytes:
    repair = mark("Install AU Studio again; the file was damaged or replaced.")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise FaceModelError(
            sentence("The face network {file} cannot be read.", file=file),
            next_step=repair,
            details=str(error),
        ) from error
    digest = hashlib.sha256(data).hexdigest()
    if digest != SHA256.get(file.name):
        raise FaceModelError(
            sentence("The face network {file} is not the file that ships with AU Studio.", file=file),
            next_step=repair,
            details=f"SHA-256 {digest}, expected {SHA256.get(file.name)}",
        )
    return data


def _in_opencv(file: Path, data: bytes, outputs: tuple[str, ...]) -> _Run:
    try:
        # From memory, because OpenCV cannot open paths with letters outside the code page on Windows.
        net = cv2.dnn.readNetFromTFLite(np.frombuffer(data, dtype=np.uint8))
        if not set(outputs) <= set(net.getUnconnectedOutLayersNames()):
            # cv2 was set up by somebody else, with the engine that hides outputs; see `opencv`.
            net = cv2.dnn.readNetFromTFLite(str(file), engine=cv2.dnn.ENGINE_CLASSIC)
    except cv2.error as error:
        raise FaceModelError(
            sentence(
                "OpenCV {version} cannot load the face network {file}.", version=cv2.__version__, file=file
            ),
            next_step="Install opencv-python 4.9 or newer.",
            details=str(error),
        ) from error

    def run(picture: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
        net.setInput(np.ascontiguousarray(picture.transpose(0, 3, 1, 2)))
        found = net.forward(list(outputs))
        return {name: np.array(out, np.float32) for name, out in zip(outputs, found, strict=True)}

    return run
