"""From a crop to the geometry branch's code, in NumPy: `GeometryBranch.code` without torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from au_studio.nn.blendshape_network import BlendshapeNetwork
from au_studio.nn.litert import Several
from au_studio.nn.mesh_network import Enlarge, MeshNetwork

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


@dataclass(frozen=True, eq=False)
class _Last:
    """The last crop whose mesh was found, and for how many frames it was kept since."""

    crop: NDArray[np.uint8] | None = None
    kept: int = 0


@dataclass(frozen=True, eq=False)
class Wanted:
    """Which of some crops need a mesh of their own.

    Attributes
    ----------
    anew : ndarray of bool
        [T].
    after
        What is remembered after the last of them.
    """

    anew: NDArray[np.bool_]
    after: _Last


class MeshCoder:
    """Codes the crops of one face track after the other.

    A mesh takes longer than everything else that is done with a crop. So it is kept while the crop stays as
    it was when the mesh was found.

    `anew` tells what has to be found, and takes the crops in their order. `codes` finds it, in any order and
    in several threads at once; `spread` takes it in, in order again.

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
        self._meshes = Several(lambda: MeshNetwork(enlarge))
        self._mean, self._scale = mean, scale
        self._blendshapes = None if mean is None else Several(BlendshapeNetwork)
        self.reset()

    def reset(self) -> None:
        """Forget the frames before."""
        self._last = _Last()
        self._spread = _Last()
        self._code: NDArray[np.float32] | None = None

    @property
    def memory(self) -> dict[str, Any]:
        """What is remembered of the frames that were taken in."""
        return {"crop": self._spread.crop, "code": self._code, "kept": self._spread.kept}

    @memory.setter
    def memory(self, memory: dict[str, Any]) -> None:
        self._last = self._spread = _Last(memory["crop"], memory["kept"])
        self._code = memory["code"]

    def anew(self, crops: NDArray[np.uint8], restart: NDArray[np.bool_]) -> Wanted:
        """Tell which of the next crops, uint8 [T, S, S, 3], need a mesh of their own."""
        found = np.array([self._is_new(c, bool(mark)) for c, mark in zip(crops, restart, strict=True)])
        return Wanted(found, self._last)

    def _is_new(self, crop: NDArray[np.uint8], restart: bool) -> bool:
        """Tell whether the next crop's mesh has to be found, and remember the crop then."""
        last, kept = self._last.crop, self._last.kept
        held = not restart and last is not None and kept < HOLD_AT_MOST
        if held and last is not None and change(last, crop) <= HOLD_CHANGE:
            self._last = _Last(last, kept + 1)
            return False
        self._last = _Last(crop.copy(), 0)
        return True

    def codes(self, crops: NDArray[np.uint8]) -> NDArray[np.float32]:
        """Return the codes of crops by themselves, float32 [N, K]; for any thread.

        First all meshes are found, then all are coded: a network whose weights lie in the processor's caches
        still is quicker. How many come at once does not change the codes.
        """
        if not len(crops):
            return np.empty(
                (0, self.basis.shape[1] + (0 if self._mean is None else len(self._mean))), np.float32
            )
        with self._meshes.one() as network:
            meshes = np.stack([network(crop) for crop in crops])
        return self.codes_of(meshes)

    def spread(self, wanted: Wanted, codes: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the codes of all crops of which some were wanted, [T, K], and remember the last."""
        known = codes if self._code is None else np.concatenate([self._code[None], codes])
        place = np.cumsum(wanted.anew) - 1 + (self._code is not None)
        self._code, self._spread = known[-1].copy(), wanted.after
        return np.asarray(known[place], dtype=np.float32)

    def codes_of(self, meshes: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the codes, float32 [T, K], of meshes, float32 [T, 478, 3]."""
        moved = (self._onto_reference(meshes) - self.reference).reshape(len(meshes), 1, -1)
        # One product for each: of several at once BLAS rounds otherwise than of one.
        codes = np.asarray((moved @ self.basis)[:, 0], dtype=np.float32)
        if self._blendshapes is None or self._mean is None or self._scale is None:
            return codes
        with self._blendshapes.one() as network:
            shown = np.stack([network(mesh) for mesh in meshes])
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
