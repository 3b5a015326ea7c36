"""From a crop to the geometry branch's code, in NumPy: `GeometryBranch.code` without torch."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from au_studio.nn.blendshape_network import BlendshapeNetwork
from au_studio.nn.mesh_network import Enlarge, Mesh, MeshNetwork

HOLD_CHANGE = 4.0
"""While no part of the crop has changed by more grey levels than this on average, its mesh stays as it is.

On seven real recordings of people who talk and sign, 4 to 32 % of the meshes were kept so; intensities were
.0013 off on average, and .11 at most in all but one of a thousand. With 8 it were 28 to 64 %, .007 and .37.
"""
HOLD_AT_MOST = 8
"""Frames for which a mesh is kept at most."""
_PARTS = 8  # a crop is compared in 8 x 8 parts: a blink moves few of them


class MeshCoder:
    """Codes the crops of one face track after the other; not thread safe.

    A mesh takes longer than everything else that is done with a crop. So it is kept while the crop stays as
    it was when the mesh was found.

    Parameters
    ----------
    reference, rigidity, basis : ndarray of float32
        As in `au_studio.nn.geometry.GeometryBranch`; the basis divided by its scale.
    mean, scale : ndarray of float32, optional
        Of the blendshapes, where the branch reads some; the latter times its scale.
    enlarge : Enlarge, optional
        As in `au_studio.nn.mesh_network.MeshNetwork`.
    """

    def __init__(
        self,
        reference: NDArray[np.float32],
        rigidity: NDArray[np.float32],
        basis: NDArray[np.float32],
        mean: NDArray[np.float32] | None = None,
        scale: NDArray[np.float32] | None = None,
        *,
        enlarge: Enlarge | None = None,
    ) -> None:
        self._target = reference.astype(np.float64)
        self._share = (rigidity / rigidity.sum()).astype(np.float64)
        self._reference, self._basis = reference, np.ascontiguousarray(basis)
        self._network = MeshNetwork(enlarge)
        self._mean, self._scale = mean, scale
        self._blendshapes = None if mean is None else BlendshapeNetwork()
        self.reset()

    def reset(self) -> None:
        """Forget the frames before."""
        self._crop: NDArray[np.uint8] | None = None
        self._code: NDArray[np.float32] | None = None
        self._kept = 0

    @property
    def memory(self) -> dict[str, Any]:
        """What is remembered of earlier frames."""
        return {"crop": self._crop, "code": self._code, "kept": self._kept}

    @memory.setter
    def memory(self, memory: dict[str, Any]) -> None:
        self._crop, self._code, self._kept = memory["crop"], memory["code"], memory["kept"]

    def __call__(self, crop: NDArray[np.uint8], *, restart: bool) -> NDArray[np.float32]:
        """Return the code, float32 [K], of the next crop, uint8 [S, S, 3], RGB."""
        held = not restart and self._code is not None and self._kept < HOLD_AT_MOST
        if held and self._crop is not None and change(self._crop, crop) <= HOLD_CHANGE:
            self._kept += 1
        else:
            self._crop, self._kept = crop.copy(), 0
            self._code = self.code_of(self._network(crop))
        assert self._code is not None
        return self._code

    def code_of(self, mesh: Mesh) -> NDArray[np.float32]:
        """Return the code of a mesh."""
        moved = self._onto_reference(mesh) - self._reference
        code = np.asarray(moved.reshape(-1) @ self._basis, dtype=np.float32)
        if self._blendshapes is None or self._mean is None or self._scale is None:
            return code
        return np.concatenate([code, (self._blendshapes(mesh) - self._mean) / self._scale])

    def _onto_reference(self, mesh: Mesh) -> NDArray[np.float32]:
        """Do for one mesh what `au_studio.nn.geometry.onto` does."""
        points, share = mesh.astype(np.float64), self._share
        centred = points - share @ points
        goal = share @ self._target
        u, s, vt = np.linalg.svd((share[:, None] * (self._target - goal)).T @ centred)
        signs = np.array([1.0, 1.0, np.sign(np.linalg.det(u @ vt))])  # a turned head, never a mirrored one
        size = float((s * signs).sum()) / max(float(share @ np.square(centred).sum(axis=1)), 1e-12)
        return np.asarray(size * centred @ ((u * signs) @ vt).T + goal, dtype=np.float32)


def change(before: NDArray[np.uint8], now: NDArray[np.uint8]) -> float:
    """Return how much the part of a crop that changed most has changed, in grey levels on average.

    Parameters
    ----------
    before, now : uint8[S, S, 3]
        S a multiple of 8.
    """
    part = len(now) // _PARTS
    apart = np.maximum(before, now) - np.minimum(before, now)
    rows = apart.reshape(_PARTS, part, -1).sum(axis=1, dtype=np.uint16)
    parts = rows.reshape(_PARTS, _PARTS, -1).sum(axis=2, dtype=np.uint32)
    return float(parts.max() / (part * part * now.shape[2]))
