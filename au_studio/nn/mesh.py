"""The 478-point face mesh of an aligned crop: where brows, lids, nose and lips are, in three dimensions.

The network is MediaPipe's face landmark detector (Kartynnik et al. 2019, arXiv:1907.06724; Grishchenko et al.
2020, arXiv:2006.10962, with attention on eyes and lips), run by LiteRT on the CPU. It reads the very crop
that the encoder reads: whatever a model is used for, live or training, it finds its mesh there.
"""

from __future__ import annotations

import threading
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from au_studio.nn.mesh_network import BORDER, FILE, INNER, N_POINTS, SHA256, MeshError, MeshNetwork

__all__ = ["FILE", "N_POINTS", "SHA256", "CropMesh", "MeshError"]


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
            inside = F.interpolate(crops.detach().cpu().float() / 255, size=INNER, mode="bilinear")
            pictures = F.pad(inside, (BORDER,) * 4, mode="replicate").permute(0, 2, 3, 1).contiguous().numpy()
        network = self._network()
        found = [network.of_picture(picture[None]) for picture in pictures]
        return torch.from_numpy(np.array(found, dtype=np.float32).reshape(-1, N_POINTS, 3))

    def _network(self) -> MeshNetwork:
        if not hasattr(self._of_thread, "network"):
            self._of_thread.network = MeshNetwork()
        found: MeshNetwork = self._of_thread.network
        return found
