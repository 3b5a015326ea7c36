"""The network that reads blendshapes in the 478-point mesh, run by LiteRT. No torch in here."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from au_studio.errors import AUStudioError
from au_studio.nn.litert import Runner, of_file

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
PLACES = (
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
_MEANS = np.zeros((52, len(PLACES)), dtype=np.float32)  # a product, because many small means take long
for _kept, _among in enumerate(PLACES):
    _MEANS[list(_among), _kept] = 1 / len(_among)
_LEAST = 1e-4  # of a weight, and of what is missing to 1: its logit stays within ± 9


class BlendshapeError(AUStudioError):
    """The network of the blendshapes cannot be run here."""


class BlendshapeNetwork:
    """Reads blendshapes; not thread safe (one per thread).

    Raises
    ------
    BlendshapeError
        If LiteRT or the network's file is missing or damaged.
    """

    def __init__(self) -> None:
        self._run: Runner = of_file(FILE, SHA256, BlendshapeError, "the network of blendshapes")

    def __call__(self, mesh: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the logits of the kept blendshapes, both sides averaged, float32 [`len(NAMES)`].

        The `mesh` is float32 [478, 3], in any unit: place and size do not matter.
        """
        points = np.ascontiguousarray(mesh[_POINTS, :2], dtype=np.float32)
        return np.asarray(logits(self._run(points[None]).reshape(1, 52))[0], dtype=np.float32)


def logits(weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the logits [N, `len(NAMES)`] of all blendshapes' weights [N, 52], 0 to 1."""
    sure = np.clip(weights, _LEAST, 1 - _LEAST)
    each = np.log(sure / (1 - sure))
    return np.asarray(each @ _MEANS, dtype=np.float32)
