"""Making the quick network of a model: its graphs written, and compared with torch before they are used.

An encoder of 8-bit numbers was tried and left out. Fitted to faces of the films that ship, with scales for
every channel of the weights, it took 1.3 ms a frame in place of 2.5, but on 700 frames of nine real
recordings it was off by .010 on average and by more than .16 in one value of a thousand, also with channels
evened out (.16), with means put right (.16), or with the first stage left whole (.13): 8 bits are too few for
what passes between the layers. With 16 bits there all but one of a thousand values are off by .04 at most,
but it takes longer than with 32.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import torch

from au_studio.nn.frame_graph import frame_graph
from au_studio.nn.geometry import SCALE
from au_studio.nn.model import IntensityModel
from au_studio.nn.quick_model import QuickEstimator, QuickNetwork
from au_studio.nn.temporal_graph import rest_graph, temporal_graph

SAME_AS_TORCH = 1e-3
"""Largest difference of a quick network from torch, in steps of the scale."""


def make_quick(model: IntensityModel) -> QuickNetwork | None:
    """Return the quick network of a model; None where it says something else than torch.

    Parameters
    ----------
    model : IntensityModel
        With blocks of a single frame, on the CPU, in evaluation mode.

    Raises
    ------
    ImportError
        If the package onnx is missing.
    au_studio.nn.quick_model.NotUsableError
        If ONNX Runtime cannot load what was written.
    """
    crops = _pictures(model.config.crop_size)
    codes, exact = _of_torch(model, crops)
    network = QuickNetwork(
        config=model.config,
        frames=frame_graph(model),
        temporal=temporal_graph(model),
        rest=b"" if model.geometry is None else rest_graph(model),
        geometry=_geometry(model),
        crops=crops,
        codes=codes,
        values=exact,
    )
    apart = np.abs(QuickEstimator(network).answer(crops, codes) - exact).max()
    return network if apart <= SAME_AS_TORCH else None


def _geometry(model: IntensityModel) -> dict[str, npt.NDArray[np.float32]]:
    branch = model.geometry
    if branch is None:
        return {}
    kept = {"reference": branch.reference, "rigidity": branch.rigidity, "basis": branch.basis / SCALE}
    if branch.blendshapes:
        kept |= {"mean": branch.blendshape_mean, "scale": branch.blendshape_scale * SCALE}
    return {name: tensor.detach().cpu().numpy().astype(np.float32) for name, tensor in kept.items()}


@torch.inference_mode()
def _of_torch(
    model: IntensityModel, crops: npt.NDArray[np.uint8]
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Return codes of crops [T, K], and what torch says of them from a fresh start, unbounded, [T, A]."""
    pictures = torch.from_numpy(crops).permute(0, 3, 1, 2)
    codes = np.zeros((len(crops), 0), np.float32)
    if model.geometry is not None:
        codes = model.geometry.code(pictures).numpy()
    return codes, model(pictures[None])[0][0].float().numpy()


def _pictures(side: int) -> npt.NDArray[np.uint8]:
    """Return pictures to compare by: noise at several scales, and a plain one."""
    rng = np.random.default_rng(0)
    crops = np.full((4, side, side, 3), 128, np.uint8)
    for place, cell in enumerate((1, 8, 16)):
        coarse = rng.integers(0, 256, (side // cell, side // cell, 3), dtype=np.uint8)
        crops[place] = np.repeat(np.repeat(coarse, cell, axis=0), cell, axis=1)
    return crops
