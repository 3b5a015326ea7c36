"""Blendshapes of the face mesh: what a network that was made with real faces makes of its shape.

The network is MediaPipe's (146 points of the 478-point mesh in, 52 weights out), run by LiteRT on the CPU. By
themselves its weights are poor intensities, and some never move; but it tells a smile from a wide mouth in
people whom it has never seen, which a network that knows rendered heads alone does not.
"""

from __future__ import annotations

import hashlib
import threading
from typing import Any

import numpy as np
import torch
from torch import Tensor

from au_studio import resources
from au_studio.errors import AUStudioError

FILE = "face/face_blendshapes.tflite"
SHA256 = "4f36dded049db18d76048567439b2a7f58f1daabc00d78bfe8f3ad396a2d2082"
"""Digest of the shipped file, as in ``resources/NOTICE.md``."""
NAMES = (
    "browDown", "browInnerUp", "browOuterUp", "eyeBlink", "eyeSquint", "eyeWide", "jawOpen", "mouthClose",
    "mouthDimple", "mouthFrown", "mouthFunnel", "mouthLowerDown", "mouthPress", "mouthPucker",
    "mouthRollLower", "mouthRollUpper", "mouthShrugLower", "mouthShrugUpper", "mouthSmile", "mouthStretch",
    "mouthUpperUp",
)  # fmt: skip
"""What is kept of the 52, by ARKit's names without their side: directions of gaze, sideways jaws, and those
that are always near 0 (cheekPuff, cheekSquint, jawForward, noseSneer) are not."""

# Where the kept ones lie among the 52: one place, or that of the left and of the right side.
_PLACES = (
    (1, 2), (3,), (4, 5), (9, 10), (19, 20), (21, 22), (25,), (27,), (28, 29), (30, 31), (32,), (34, 35),
    (36, 37), (38,), (40,), (41,), (42,), (43,), (44, 45), (46, 47), (48, 49),
)  # fmt: skip
# The points that the network reads (MediaPipe's face_blendshapes_graph).
_POINTS = (
    0, 1, 4, 5, 6, 7, 8, 10, 13, 14, 17, 21, 33, 37, 39, 40, 46, 52, 53, 54, 55, 58, 61, 63, 65, 66, 67, 70,
    78, 80, 81, 82, 84, 87, 88, 91, 93, 95, 103, 105, 107, 109, 127, 132, 133, 136, 144, 145, 146, 148, 149,
    150, 152, 153, 154, 155, 157, 158, 159, 160, 161, 162, 163, 168, 172, 173, 176, 178, 181, 185, 191, 195,
    197, 234, 246, 249, 251, 263, 267, 269, 270, 276, 282, 283, 284, 285, 288, 291, 293, 295, 296, 297, 300,
    308, 310, 311, 312, 314, 317, 318, 321, 323, 324, 332, 334, 336, 338, 356, 361, 362, 365, 373, 374, 375,
    377, 378, 379, 380, 381, 382, 384, 385, 386, 387, 388, 389, 390, 397, 398, 400, 402, 405, 409, 415, 454,
    466, 468, 469, 470, 471, 472, 473, 474, 475, 476, 477,
)  # fmt: skip
_LEAST = 1e-4  # of a weight, and of what is missing to 1: its logit stays within ± 9


class BlendshapeError(AUStudioError):
    """The network of the blendshapes cannot be run here."""


class Blendshapes:
    """Reads meshes; every thread has an interpreter of its own, and copies of a model may share it."""

    def __init__(self) -> None:
        self._of_thread = threading.local()

    def __deepcopy__(self, memo: dict[int, Any]) -> Blendshapes:
        """Return this one: there is nothing in it that a copy could change."""
        return self

    def __reduce__(self) -> tuple[type[Blendshapes], tuple[()]]:
        """Pickle as a new one: interpreters do not travel between processes."""
        return Blendshapes, ()

    def __call__(self, meshes: Tensor) -> Tensor:
        """Return the logits of the kept blendshapes, both sides averaged (about half a millisecond each).

        Parameters
        ----------
        meshes : Tensor
            [N, 478, 3] on the CPU, in any unit: place and size do not matter.

        Returns
        -------
        Tensor
            float32 [N, `len(NAMES)`] on the CPU.

        Raises
        ------
        BlendshapeError
            If LiteRT or the network's file is missing or damaged.
        """
        run, place, weights = self._interpreter()
        seen = meshes.detach().numpy()[:, _POINTS, :2].astype(np.float32)
        found = np.empty((len(seen), 52), dtype=np.float32)
        for number, points in enumerate(seen):
            run.set_tensor(place, points[None])
            run.invoke()
            found[number] = run.get_tensor(weights).reshape(52)
        return torch.from_numpy(logits(found))

    def _interpreter(self) -> tuple[Any, int, int]:
        if not hasattr(self._of_thread, "run"):
            self._of_thread.run = _load()
        found: tuple[Any, int, int] = self._of_thread.run
        return found


def logits(weights: np.ndarray[Any, np.dtype[np.float32]]) -> np.ndarray[Any, np.dtype[np.float32]]:
    """Return the logits [N, `len(NAMES)`] of all blendshapes' weights [N, 52], 0 to 1."""
    sure = np.clip(weights, _LEAST, 1 - _LEAST)
    each = np.log(sure / (1 - sure))
    return np.stack([each[:, places].mean(axis=1) for places in _PLACES], axis=1).astype(np.float32)


def _load() -> tuple[Any, int, int]:
    """Return the interpreter, and the numbers of its input and of its output."""
    file = resources.path(FILE)
    data = file.read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise BlendshapeError(
            f"The network {file} is not the file that ships with AU Studio.",
            next_step="Install AU Studio again; a file was damaged or replaced.",
        )
    try:
        from ai_edge_litert.interpreter import Interpreter  # noqa: PLC0415 - half a second

        run = Interpreter(model_content=data, num_threads=1)
        run.allocate_tensors()
    except (ImportError, RuntimeError, ValueError) as error:
        raise BlendshapeError(
            "LiteRT cannot run the network of blendshapes that this model reads.",
            next_step="Install AU Studio again, or use a model without geometry.",
            details=str(error),
        ) from error
    (shown,), (found,) = run.get_input_details(), run.get_output_details()
    return run, int(shown["index"]), int(found["index"])
