"""The encoder's heaviest part in ONNX Runtime, on CPUs: the same values in less time than in torch.

The graph of a model lies in a cache of this user, named by the digest of its checkpoint. It is compared with
torch whenever it is loaded; where it differs, or ONNX Runtime is missing, torch does the work. The sidecar
and ``au-studio doctor`` say which it was.
"""

from __future__ import annotations

import contextlib
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from au_studio.files import WriteError, atomic_path
from au_studio.nn.engine import (
    KEPT,
    NO_ENGINE,
    cache_folder,
    describe_engine,
    forget_the_oldest,
    is_there,
    session,
)
from au_studio.nn.frame_graph import frame_graph
from au_studio.nn.graph_names import CROPS as INPUT
from au_studio.nn.graph_names import MAPS as OUTPUT
from au_studio.nn.model import IntensityModel, standardise
from au_studio.nn.standardising import standardised

__all__ = ["NO_ENGINE", "QuickFrames", "cache_folder", "describe_engine", "is_there", "quick_frames"]

GRAPH_VERSION = 2
"""Counts changes of how graphs are written: another number makes those of all models anew."""

TOLERANCE = 1e-3
"""Largest difference from torch, relative to the largest value of the maps."""


class QuickFrames:
    """``model.encoder.frames(standardise(crops))`` in ONNX Runtime; not for training.

    Parameters
    ----------
    graph : bytes
        As `frame_graph` returns it.
    threads : int
        Threads that compute; at least 1.
    """

    def __init__(self, graph: bytes, threads: int = 1) -> None:
        self._session: Any = session(graph, threads)

    def __call__(self, crops: NDArray[np.uint8]) -> torch.Tensor:
        """Return the frame maps of RGB crops, uint8 [N, S, S, 3]: float32 [N, C, h, w]."""
        (maps,) = self._session.run([OUTPUT], {INPUT: standardised(crops)})
        return torch.from_numpy(maps)


def quick_frames(model: IntensityModel, digest: str, threads: int = 1) -> QuickFrames | None:
    """Return a model's frame maps in ONNX Runtime, or None where torch has to make them.

    Parameters
    ----------
    model : IntensityModel
        On the CPU, in evaluation mode.
    digest : str
        SHA-256 of its checkpoint.
    threads : int
        Threads that compute.
    """
    if not is_there():
        return None
    path = cache_folder() / f"{digest}-{GRAPH_VERSION}.onnx"
    with contextlib.suppress(OSError):
        frames = _checked(model, path.read_bytes(), threads)
        if frames is not None:
            return frames
    try:
        graph = frame_graph(model)
    except ImportError:
        return None
    frames = _checked(model, graph, threads)
    if frames is not None:
        # Without a place to keep it the graph is made again next time.
        with contextlib.suppress(WriteError, OSError):
            with atomic_path(path) as temporary:
                temporary.write_bytes(graph)
            forget_the_oldest(path.parent, "*.onnx", KEPT)
    return frames


def passing_frames(model: IntensityModel, threads: int = 1) -> QuickFrames | None:
    """Return the frame maps of a model that has no checkpoint, as `quick_frames` does; nothing is kept."""
    if not is_there():
        return None
    try:
        return _checked(model, frame_graph(model), threads)
    except ImportError:
        return None


@torch.inference_mode()
def _checked(model: IntensityModel, graph: bytes, threads: int) -> QuickFrames | None:
    """Load a graph; None if it cannot be loaded or says something else than torch."""
    try:
        frames = QuickFrames(graph, threads)
        crops = _crops(model.config.crop_size)
        quick = frames(crops).numpy()
    except Exception:  # ONNX Runtime's errors have no common class, and torch can always do it.
        return None
    pictures = torch.from_numpy(crops).permute(0, 3, 1, 2)
    exact = model.encoder.frames(standardise(pictures)).float().numpy()
    same = quick.shape == exact.shape and bool(np.isfinite(quick).all())
    return frames if same and np.abs(quick - exact).max() <= TOLERANCE * np.abs(exact).max() else None


def _crops(side: int) -> NDArray[np.uint8]:
    """Return pictures to compare by: noise at several scales, and a plain one."""
    rng = np.random.default_rng(0)
    crops = np.full((3, side, side, 3), 128, np.uint8)
    for place, cell in enumerate((1, 16)):
        coarse = rng.integers(0, 256, (side // cell, side // cell, 3), dtype=np.uint8)
        crops[place] = np.repeat(np.repeat(coarse, cell, axis=0), cell, axis=1)
    return crops
