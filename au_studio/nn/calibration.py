"""Faces that scales of 8-bit networks are fitted to; `au_studio.factory.calibration_crops` cuts them."""

from __future__ import annotations

import io
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from au_studio import resources

CROPS_FILE = "models/calibration.npz"
"""Among the resources."""


def to_bytes(crops: NDArray[np.uint8], begins: NDArray[np.bool_]) -> bytes:
    """Return crops, uint8 [N, S, S, 3], and where other films begin, [N], as the bytes of `CROPS_FILE`."""
    stream = io.BytesIO()
    # Differences from one pixel to the next one take three fifths of the room.
    steps = np.diff(crops, axis=2, prepend=np.zeros_like(crops[:, :, :1]))
    np.savez_compressed(stream, steps=steps, begins=begins)
    return stream.getvalue()


def from_bytes(data: bytes) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Read what `to_bytes` gave."""
    with np.load(io.BytesIO(data), allow_pickle=False) as file:
        steps: NDArray[Any] = file["steps"]
        return np.cumsum(steps, axis=2, dtype=np.uint8), file["begins"]


def calibration_crops(side: int) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Return the faces that ship, as large as a model wants them, uint8 [N, side, side, 3], and beginnings.

    Raises
    ------
    au_studio.errors.MissingResourceError
        If they are missing.
    """
    crops, begins = from_bytes(resources.path(CROPS_FILE).read_bytes())
    if crops.shape[1] != side:
        pictures = torch.from_numpy(crops).permute(0, 3, 1, 2).float()
        sized = functional.interpolate(pictures, (side, side), mode="area").round().byte()
        crops = sized.permute(0, 2, 3, 1).contiguous().numpy()
    return crops, begins
