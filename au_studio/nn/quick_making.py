"""Making the quick network of a model: its graphs written, and compared with torch before they are used.

Where that is near enough, and quicker on this computer, most of the encoder computes in 8 bits. What was
tried for it stands in ``resources/manual/costs.md``.
"""

from __future__ import annotations

import contextlib
import time
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import torch

from au_studio.nn import engine
from au_studio.nn.calibration import calibration_crops
from au_studio.nn.eight_bit_graph import eight_bit_graph, measured_ranges, probe
from au_studio.nn.frame_graph import frame_graph
from au_studio.nn.geometry import SCALE
from au_studio.nn.graph_names import CROPS
from au_studio.nn.model import IntensityModel
from au_studio.nn.quick_model import QuickEstimator, QuickNetwork
from au_studio.nn.standardising import standardised
from au_studio.nn.temporal_graph import rest_graph, temporal_graph

SAME_AS_TORCH = 1e-3
"""Largest difference of a quick network from torch, in steps of the scale."""

NEAR_ON_AVERAGE, NEAR = 0.02, 0.1
"""What a network in 8 bits may be off, in steps of the scale: on average, and in all but one of a thousand
values of the faces that its scales were fitted to."""
WORTH_IT = 0.85
"""Share of the time of 32 bits that 8 bits may take: with more, the better values are worth more."""

_CHECKED = 4  # faces that show whenever it is loaded that a network in 8 bits is sound
_AT_ONCE, _TRIALS = 16, 7


def make_quick(model: IntensityModel, *, eight_bits: bool | None = None) -> QuickNetwork | None:
    """Return the quick network of a model; None where it says something else than torch.

    Parameters
    ----------
    model : IntensityModel
        With blocks of a single frame, on the CPU, in evaluation mode.
    eight_bits : bool, optional
        Whether its encoder may compute in 8 bits; by default, unless the environment says no
        (`au_studio.nn.engine.NO_EIGHT_BITS`).

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
    if apart > SAME_AS_TORCH:
        return None
    if eight_bits is None:
        eight_bits = engine.may_use_eight_bits()
    # What is missing for it, or damaged, has no common class, and 32 bits can always do it.
    with contextlib.suppress(Exception):
        if eight_bits:
            return _in_eight_bits(model, network) or network
    return network


def _in_eight_bits(model: IntensityModel, exact: QuickNetwork) -> QuickNetwork | None:
    """Return a network with an encoder in 8 bits; None where it is too far off here, or no quicker."""
    if not adds_up():
        return None
    crops, begins = calibration_crops(model.config.crop_size)
    codes, values = _of_torch(model, crops[:_CHECKED])
    network = replace(
        exact,
        frames=eight_bit_graph(model, measured_ranges(model, crops)),
        crops=crops[:_CHECKED],
        codes=codes,
        values=values,
        eight_bits=True,
    )
    apart = np.abs(_said(network, crops, begins) - _said(exact, crops, begins))
    if not (apart.mean() <= NEAR_ON_AVERAGE and np.quantile(apart, 0.999) <= NEAR):
        return None
    QuickEstimator.checked(network)  # what would be refused whenever it is loaded must not be made
    return network if _share_of_time(network, exact, crops[:_AT_ONCE]) <= WORTH_IT else None


def _said(
    network: QuickNetwork, crops: npt.NDArray[np.uint8], begins: npt.NDArray[np.bool_]
) -> npt.NDArray[np.float32]:
    """Return the intensities of crops, a few at a time: all at once would take a hundred megabytes."""
    estimator = QuickEstimator(network)
    parts = [slice(start, start + _AT_ONCE) for start in range(0, len(crops), _AT_ONCE)]
    return np.concatenate([estimator(crops[part], begins[part]) for part in parts])


def adds_up() -> bool:
    """Tell whether sums of products of 8 bits are whole on this processor."""
    graph, shown, total = probe()
    (found,) = engine.session(graph).run(None, {CROPS: shown})
    return bool(np.allclose(found, total, rtol=0.01))


def _share_of_time(network: QuickNetwork, other: QuickNetwork, crops: npt.NDArray[np.uint8]) -> float:
    """Return how long the encoder of a network takes, as a share of another one's time."""
    sessions = [engine.session(each.frames) for each in (network, other)]
    shown, taken = standardised(crops), np.zeros((_TRIALS, 2))
    for trial, place in np.ndindex(taken.shape):
        # Time of this thread alone: other programs may compute, too.
        start = time.thread_time()
        sessions[place].run(None, {CROPS: shown})
        taken[trial, place] = time.thread_time() - start
    first, second = taken[1:].sum(axis=0)  # what runs for the first time is laid out then
    return float(first / max(second, 1e-9))


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
