"""Blendshapes of the face mesh: what a network that was made with real faces makes of its shape.

The network is MediaPipe's (146 points of the 478-point mesh in, 52 weights out), run by LiteRT on the CPU. By
themselves its weights are poor intensities, and some never move; but it tells a smile from a wide mouth in
people whom it has never seen, which a network that knows rendered heads alone does not.
"""

from __future__ import annotations

import threading
from typing import Any

import numpy as np
import torch
from torch import Tensor

from au_studio.nn.blendshape_network import (
    FILE,
    NAMES,
    PLACES,
    SHA256,
    BlendshapeError,
    BlendshapeNetwork,
    logits,
)

__all__ = ["FILE", "NAMES", "PLACES", "SHA256", "BlendshapeError", "Blendshapes", "logits"]


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
        network = self._network()
        found = [network(mesh) for mesh in meshes.detach().numpy()]
        return torch.from_numpy(np.array(found, dtype=np.float32).reshape(-1, len(NAMES)))

    def _network(self) -> BlendshapeNetwork:
        if not hasattr(self._of_thread, "network"):
            self._of_thread.network = BlendshapeNetwork()
        found: BlendshapeNetwork = self._of_thread.network
        return found
