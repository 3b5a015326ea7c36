"""The network that finds the 478-point mesh in an aligned crop, run by LiteRT. No torch in here.

It is MediaPipe's face landmark detector (Kartynnik et al. 2019, arXiv:1907.06724; Grishchenko et al. 2020,
arXiv:2006.10962).
"""

from __future__ import annotations

import platform
from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from au_studio.errors import AUStudioError
from au_studio.nn.litert import Runner, of_file

ORIGINAL = "face/face_landmarks_detector.tflite"
FOLDED = "face/face_landmarks_folded.tflite"
"""The same network, laid out for x86 processors (`au_studio.factory.folded_mesh`)."""
DIGESTS = {
    ORIGINAL: "c7d54204ce0448474c7f3fa9af494787c0965cbdd6f20fc72867e43046bd43d5",
    FOLDED: "7fc2eae8ef682c3cea795f0eda711ce84287d21f9394c03a954e889f31ea4ec0",
}
"""Of the shipped files, as in ``resources/NOTICE.md``."""
FILE = FOLDED if platform.machine().lower() in ("x86_64", "amd64") else ORIGINAL
"""The quicker one here; the meshes are the same."""
SHA256 = DIGESTS[FILE]
N_POINTS = 478

SIDE, INNER = 256, 192
BORDER = (SIDE - INNER) // 2
"""The network was made for faces with a margin around them; an aligned crop is filled by the face."""

Mesh = NDArray[np.float32]
"""float32 ``[478, 3]``: x and y in crops of width 1 from their left upper corner, depth in the same unit."""


class MeshError(AUStudioError):
    """The mesh network cannot be run here."""


Enlarge = Callable[[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]], None]
"""Writes a crop, float32 [S, S, 3], bilinearly enlarged into a smaller and, with its edge repeated around it,
into a larger square picture, as `enlarged` does."""


class MeshNetwork:
    """Finds meshes; not thread safe (one per thread).

    Parameters
    ----------
    enlarge : Enlarge
        How crops are enlarged; `enlarged` takes longer than what OpenCV does.

    Raises
    ------
    MeshError
        If LiteRT or the network's file is missing or damaged.
    """

    def __init__(self, enlarge: Enlarge | None = None) -> None:
        self._enlarge = enlarge or enlarged
        self._inside = np.empty((INNER, INNER, 3), np.float32)
        self._run: Runner = of_file(FILE, SHA256, MeshError, "the face mesh", N_POINTS * 3)

    def __call__(self, crop: NDArray[np.uint8]) -> Mesh:
        """Return the mesh of an aligned RGB crop, uint8 [S, S, 3] (about 5 ms)."""
        shown = crop.astype(np.float32) * np.float32(1 / 255)
        return _mesh(self._run.write(lambda picture: self._enlarge(shown, self._inside, picture[0])))

    def of_picture(self, picture: NDArray[np.float32]) -> Mesh:
        """Return the mesh of what the network itself sees, float32 [1, 256, 256, 3], 0 to 1."""
        return _mesh(self._run(picture))


def _mesh(raw: NDArray[np.float32]) -> Mesh:
    found = raw.reshape(N_POINTS, 3)
    found[:, :2] -= BORDER
    return found / np.float32(INNER)


def enlarged(crop: NDArray[np.float32], inside: NDArray[np.float32], picture: NDArray[np.float32]) -> None:
    """Write a crop as the network sees it; an `Enlarge`."""
    side, border = len(inside), (len(picture) - len(inside)) // 2
    before, after, share = _between(len(crop), side)
    rows = crop[before]
    rows += share[:, None, None] * (crop[after] - rows)
    inside[:] = rows[:, before]
    inside += share[None, :, None] * (rows[:, after] - inside)
    picture[:] = np.pad(inside, ((border, border), (border, border), (0, 0)), mode="edge")


@lru_cache(maxsize=8)
def _between(side: int, wanted: int) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float32]]:
    """Return between which two pixels every enlarged one lies, and how far from the first to the second."""
    at = np.maximum((np.arange(wanted) + 0.5) * side / wanted - 0.5, 0)
    before = np.floor(at).astype(np.intp)
    return before, np.minimum(before + 1, side - 1), (at - before).astype(np.float32)
