"""The 478-point face mesh of an aligned crop: where brows, lids, nose and lips are, in three dimensions.

The network is MediaPipe's face landmark detector (Kartynnik et al. 2019, arXiv:1907.06724; Grishchenko et al.
2020, arXiv:2006.10962, with attention on eyes and lips), run by LiteRT on the CPU. It reads the very crop
that the encoder reads: whatever a model is used for, live or training, it finds its mesh there.
"""

from __future__ import annotations

import hashlib
import threading
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from au_studio import resources
from au_studio.errors import AUStudioError

FILE = "face/face_landmarks_detector.tflite"
SHA256 = "c7d54204ce0448474c7f3fa9af494787c0965cbdd6f20fc72867e43046bd43d5"
"""Digest of the shipped file, as in ``resources/NOTICE.md``."""
N_POINTS = 478

_SIDE, _INNER = 256, 192
# The network was made for faces with a margin around them; an aligned crop is filled by the face.
_BORDER = (_SIDE - _INNER) // 2


class MeshError(AUStudioError):
    """The mesh network cannot be run here."""


class CropMesh:
    """Finds the mesh in aligned crops; every thread has an interpreter of its own.

    It has no weights to train, and copies of a model may share it.
    """

    def __init__(self) -> None:
        self._of_thread = threading.local()

    def __deepcopy__(self, memo: dict[int, Any]) -> CropMesh:
        """Return this one: there is nothing in it that a copy could change."""
        return self

    def __reduce__(self) -> tuple[type[CropMesh], tuple[()]]:
        """Pickle as a new one: interpreters do not travel between processes."""
        return CropMesh, ()

    def __call__(self, crops: Tensor) -> Tensor:
        """Return the meshes of crops (about 5 ms each).

        Parameters
        ----------
        crops : Tensor
            [N, 3, S, S], RGB, 0-255, aligned (`au_studio.face.align`), on any device.

        Returns
        -------
        Tensor
            float32 [N, 478, 3] on the CPU: x and y in crops of width 1, from their left upper corner; depth
            in the same unit, smaller nearer to the camera.

        Raises
        ------
        MeshError
            If LiteRT or the network's file is missing or damaged.
        """
        with torch.inference_mode():
            inside = F.interpolate(crops.detach().cpu().float() / 255, size=_INNER, mode="bilinear")
            pictures = (
                F.pad(inside, (_BORDER,) * 4, mode="replicate").permute(0, 2, 3, 1).contiguous().numpy()
            )
        run, place, points = self._interpreter()
        found = np.empty((len(pictures), N_POINTS, 3), dtype=np.float32)
        for number, picture in enumerate(pictures):
            run.set_tensor(place, picture[None])
            run.invoke()
            found[number] = run.get_tensor(points).reshape(N_POINTS, 3)
        found[..., :2] -= _BORDER
        return torch.from_numpy(found / _INNER)

    def _interpreter(self) -> tuple[Any, int, int]:
        if not hasattr(self._of_thread, "run"):
            self._of_thread.run = _load()
        found: tuple[Any, int, int] = self._of_thread.run
        return found


def _load() -> tuple[Any, int, int]:
    """Return the interpreter, and the numbers of its input and of the points among its outputs."""
    repair = "Install AU Studio again; a file was damaged or replaced."
    file = resources.path(FILE)
    data = file.read_bytes()
    if hashlib.sha256(data).hexdigest() != SHA256:
        raise MeshError(
            f"The mesh network {file} is not the file that ships with AU Studio.", next_step=repair
        )
    try:
        from ai_edge_litert.interpreter import Interpreter  # noqa: PLC0415 - half a second

        run = Interpreter(model_content=data, num_threads=1)
        run.allocate_tensors()
    except (ImportError, RuntimeError, ValueError) as error:
        raise MeshError(
            "LiteRT cannot run the face mesh that this model reads.",
            next_step="Install AU Studio again, or use a model without geometry.",
            details=str(error),
        ) from error
    (shown,) = run.get_input_details()
    points = next(o["index"] for o in run.get_output_details() if int(np.prod(o["shape"])) == N_POINTS * 3)
    return run, int(shown["index"]), int(points)
