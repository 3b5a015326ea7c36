"""What a crop shows beside its shape: where brightness changes, and which way, in its cells.

Histograms of oriented gradients (Dalal and Triggs 2005, IEEE CVPR, 886-893): wrinkles, furrows and lids,
whatever the light and the skin. Nothing in them is learnt.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F

from au_studio.face.opencv import cv2

SIDE, CELL, WAYS = 96, 8, 8
SIZE = WAYS * (SIDE // CELL) ** 2
"""Numbers of a crop."""
_FLOOR = 8.0  # grey levels: a blank crop is not amplified into noise
_USUAL = 0.3  # of a gradient, in standard deviations of brightness: where there is less, there is nothing


def gradients(crops: npt.NDArray[np.uint8]) -> npt.NDArray[np.float16]:
    """Return the histograms, [N, `SIZE`], of aligned crops [N, S, S, 3], RGB."""
    grey = np.stack([
        cv2.resize(cv2.cvtColor(crop, cv2.COLOR_RGB2GRAY), (SIDE, SIDE), interpolation=cv2.INTER_AREA)
        for crop in crops
    ])  # fmt: skip
    x = torch.from_numpy(grey.astype(np.float32))
    x = x - x.mean(dim=(1, 2), keepdim=True)
    x = x / x.square().mean(dim=(1, 2), keepdim=True).sqrt().clamp_min(_FLOOR)
    x = F.pad(x[:, None], (1, 1, 1, 1), mode="replicate")[:, 0]
    across, down = x[:, 1:-1, 2:] - x[:, 1:-1, :-2], x[:, 2:, 1:-1] - x[:, :-2, 1:-1]
    angles = [2 * math.pi * way / WAYS for way in range(WAYS)]
    cells = torch.cat(
        [F.avg_pool2d(F.relu(math.cos(a) * across + math.sin(a) * down)[:, None], CELL) for a in angles],
        dim=1,
    )
    around = F.avg_pool2d(cells.sum(dim=1, keepdim=True), 3, stride=1, padding=1, count_include_pad=False)
    found: npt.NDArray[np.float16] = (cells / (around + _USUAL)).flatten(1).half().numpy()
    return found
