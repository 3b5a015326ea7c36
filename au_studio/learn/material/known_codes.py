"""The geometry of crops that was found before: no training changes it, and finding it takes longest."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch

from au_studio.errors import AUStudioError
from au_studio.files import atomic_path
from au_studio.learn.material.clips import Clip, centre
from au_studio.nn.geometry import GeometryBranch

_BYTES = 16
_WHAT = ("reference", "rigidity", "basis", "blendshape_mean", "blendshape_scale")


class KnownCodes:
    """Codes by the contents of crops, for one geometry: that of a base and of all that is trained from it.

    Codes of another geometry than that of the first question are found, but not kept.
    """

    def __init__(self) -> None:
        self._of = ""
        self._known: dict[bytes, torch.Tensor] = {}

    def codes(self, geometry: GeometryBranch, crops: npt.NDArray[np.uint8]) -> torch.Tensor:
        """Return the codes [N, K] of crops, uint8 [N, S, S, 3], on the CPU."""
        self._of = self._of or geometry_digest(geometry)
        if geometry_digest(geometry) != self._of:
            return _found(geometry, crops)
        names = list(_names(crops))
        missing = [row for row, name in enumerate(names) if name not in self._known]
        if missing:
            self._known.update(
                zip((names[row] for row in missing), _found(geometry, crops[missing]), strict=True)
            )
        return torch.stack([self._known[name] for name in names])

    def load(self, path: Path, geometry: GeometryBranch) -> None:
        """Take in what an earlier training kept; nothing if it is missing, damaged or of another geometry."""
        digest = geometry_digest(geometry)
        try:
            with np.load(path, allow_pickle=False) as file:
                if file["of"].tobytes().decode() != digest or self._of not in {"", digest}:
                    return
                names, codes = file["names"], torch.from_numpy(file["codes"])
            if names.shape != (len(codes), _BYTES):
                return
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            return
        self._of = digest
        self._known.update(zip((name.tobytes() for name in names), codes, strict=True))

    def save(self, path: Path, clips: Sequence[Clip], size: int) -> None:
        """Keep what is known of some clips, read as crops of `size` px, for the next training.

        A place that cannot be written keeps nothing: it will be found again.
        """
        named = dict.fromkeys(name for clip in clips for name in _names(centre(clip.crops, size)))
        kept = [name for name in named if name in self._known]
        if not kept:
            return
        try:
            with atomic_path(path) as part, part.open("wb") as stream:
                np.savez(
                    stream,
                    of=np.frombuffer(self._of.encode(), np.uint8),
                    names=np.frombuffer(b"".join(kept), np.uint8).reshape(-1, _BYTES),
                    codes=torch.stack([self._known[name] for name in kept]).numpy(),
                )
        except (AUStudioError, OSError):
            return


def geometry_digest(geometry: GeometryBranch) -> str:
    """Return the SHA-256 of what the code of a mesh depends on."""
    digest = hashlib.sha256()
    for name in _WHAT:
        tensor = getattr(geometry, name, None)
        digest.update(name.encode() if tensor is None else tensor.detach().cpu().numpy().tobytes())
    return digest.hexdigest()


def _found(geometry: GeometryBranch, crops: npt.NDArray[np.uint8]) -> torch.Tensor:
    return geometry.code(torch.from_numpy(np.ascontiguousarray(crops)).permute(0, 3, 1, 2)).cpu()


def _names(crops: npt.NDArray[np.uint8]) -> Iterator[bytes]:
    for crop in crops:
        yield hashlib.blake2b(crop.tobytes(), digest_size=_BYTES).digest()
