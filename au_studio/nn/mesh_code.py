"""From a crop to the geometry branch's code, in NumPy: `GeometryBranch.code` without torch."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from au_studio.nn.blendshape_network import BlendshapeNetwork
from au_studio.nn.mesh_network import Enlarge, Mesh, MeshNetwork

HOLD_CHANGE = 2.0
"""While no part of the crop has changed by more grey levels than this on average, its mesh stays as it is.

It is for faces at rest and frames shown twice. On seven real recordings of people who talk and sign, with an
earlier model, 1.5 kept at most 1 % of the meshes (intensities .0002 off at most on average), 3 kept 2 to 18 %
(.0014, and .07 in all but one of a thousand), 4 kept 4 to 32 % (.003 and .11). With the model that ships, in
72 frames of a small face, 2 was .0012 off on average and .12 at most, 4 was .007 and .29.
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
        self.reference, self.basis = reference, np.ascontiguousarray(basis)
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
        return np.asarray(self.several(crop[None], np.array([restart]))[0], dtype=np.float32)

    def several(self, crops: NDArray[np.uint8], restart: NDArray[np.bool_]) -> NDArray[np.float32]:
        """Return the codes, float32 [T, K], of the next crops, uint8 [T, S, S, 3], RGB; at least one.

        First all meshes are found, then all are coded: a network whose weights lie in the processor's caches
        still is quicker. How many come at once does not change the codes.
        """
        anew = np.array([self._is_new(c, bool(mark)) for c, mark in zip(crops, restart, strict=True)])
        codes = [] if self._code is None else [self._code]
        if anew.any():
            meshes = np.stack([self._network(crop) for crop in crops[anew]])
            codes.extend(self.codes_of(meshes))
        place = np.cumsum(anew) - 1 + (self._code is not None)
        self._code = codes[-1]
        return np.stack([codes[number] for number in place])

    def _is_new(self, crop: NDArray[np.uint8], restart: bool) -> bool:
        """Tell whether the next crop's mesh has to be found, and remember the crop then."""
        held = not restart and self._crop is not None and self._kept < HOLD_AT_MOST
        if held and self._crop is not None and change(self._crop, crop) <= HOLD_CHANGE:
            self._kept += 1
            return False
        self._crop, self._kept = crop.copy(), 0
        return True

    def code_of(self, mesh: Mesh) -> NDArray[np.float32]:
        """Return the code of a mesh."""
        return np.asarray(self.codes_of(mesh[None])[0], dtype=np.float32)

    def codes_of(self, meshes: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the codes, float32 [T, K], of meshes, float32 [T, 478, 3]."""
        moved = (self._onto_reference(meshes) - self.reference).reshape(len(meshes), 1, -1)
        # One product for each: of several at once BLAS rounds otherwise than of one.
        codes = np.asarray((moved @ self.basis)[:, 0], dtype=np.float32)
        if self._blendshapes is None or self._mean is None or self._scale is None:
            return codes
        shown = np.stack([self._blendshapes(mesh) for mesh in meshes])
        return np.concatenate([codes, (shown - self._mean) / self._scale], axis=1)

    def _onto_reference(self, meshes: NDArray[np.float32]) -> NDArray[np.float32]:
        """Do for meshes [T, 478, 3] what `au_studio.nn.geometry.onto` does."""
        points, share = meshes.astype(np.float64), self._share
        centred = points - (share @ points)[:, None]
        goal = share @ self._target
        u, s, vt = np.linalg.svd((share[:, None] * (self._target - goal)).T @ centred)
        signs = np.ones((len(meshes), 3))
        signs[:, 2] = np.sign(np.linalg.det(u @ vt))  # a turned head, never a mirrored one
        spread = np.square(centred).sum(axis=2) @ share
        size = (s * signs).sum(axis=1) / np.maximum(spread, 1e-12)
        turned = centred @ ((u * signs[:, None]) @ vt).transpose(0, 2, 1)
        return np.asarray(size[:, None, None] * turned + goal, dtype=np.float32)


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
