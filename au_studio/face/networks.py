"""Loading of the shipped face networks: verified first, then given to cv2.dnn."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from au_studio.face.errors import FaceModelError
from au_studio.face.opencv import cv2

SHA256 = {
    "face_detection_short_range.tflite": "bbff11cebd1eb27a1e004cae0b0e63ec8c551cbf34a4451148b4908b8db3eca8",
    "face_landmark.tflite": "1055cb9d4a9ca8b8c688902a3a5194311138ba256bcc94e336d8373a5f30c814",
}
"""Digest of every shipped network file by its name, as in ``resources/NOTICE.md``."""


class Network:
    """A TFLite network run on the CPU by cv2.dnn; not thread safe (one per thread).

    Parameters
    ----------
    file : Path
        The ``.tflite`` file; its name must be one of `SHA256`.
    outputs : tuple of str
        Names of the outputs, in the order in which they are wanted.

    Raises
    ------
    FaceModelError
        If the file cannot be read, is not the one that ships with AU Studio, or cv2 cannot load it.
    """

    def __init__(self, file: Path, outputs: tuple[str, ...]) -> None:
        self._net = _load(file, outputs)
        self._outputs = list(outputs)

    def __call__(self, blob: NDArray[np.float32]) -> list[NDArray[np.float32]]:
        """Run the network on float32 ``[1, 3, S, S]`` and return its outputs as they come."""
        self._net.setInput(blob)
        return [np.asarray(out, dtype=np.float32) for out in self._net.forward(self._outputs)]


def _load(file: Path, outputs: tuple[str, ...]) -> Any:
    repair = "Install AU Studio again; the file was damaged or replaced."
    try:
        data = file.read_bytes()
    except OSError as error:
        raise FaceModelError(
            f"The face network {file} cannot be read.", next_step=repair, details=str(error)
        ) from error
    digest = hashlib.sha256(data).hexdigest()
    if digest != SHA256.get(file.name):
        raise FaceModelError(
            f"The face network {file} is not the file that ships with AU Studio.",
            next_step=repair,
            details=f"SHA-256 {digest}, expected {SHA256.get(file.name)}",
        )
    try:
        # From memory, because OpenCV cannot open paths with letters outside the code page on Windows.
        net = cv2.dnn.readNetFromTFLite(np.frombuffer(data, dtype=np.uint8))
        if not set(outputs) <= set(net.getUnconnectedOutLayersNames()):
            # cv2 was set up by somebody else, with the engine that hides outputs; see `opencv`.
            net = cv2.dnn.readNetFromTFLite(str(file), engine=cv2.dnn.ENGINE_CLASSIC)
        return net
    except cv2.error as error:
        raise FaceModelError(
            f"OpenCV {cv2.__version__} cannot load the face network {file}.",
            next_step="Install opencv-python 4.9 or newer.",
            details=str(error),
        ) from error
