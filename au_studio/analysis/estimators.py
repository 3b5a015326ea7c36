"""Which of the ways to run a model an analysis takes: ONNX Runtime on a CPU, torch elsewhere or instead.

A model's quick network (`au_studio.nn.quick_making`) is made when the model is saved, which has torch at
hand (`prepare`), or by the first analysis on a CPU, for models from elsewhere. Later ones load it and need no
torch.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from au_studio.errors import AUStudioError
from au_studio.face.align import enlarged
from au_studio.files import WriteError, write_bytes
from au_studio.nn import engine
from au_studio.nn.card import ModelCard, verified_card
from au_studio.nn.device import is_cpu
from au_studio.nn.estimator import Estimator
from au_studio.nn.quick_model import FORMAT, NotUsableError, QuickEstimator, QuickNetwork, load

if TYPE_CHECKING:
    import torch


def load_estimator(
    path: Path, device: str | torch.device = "auto", threads: int = 1
) -> tuple[Estimator, ModelCard]:
    """Load a model in the quickest way that there is for it here.

    Parameters
    ----------
    path : Path
        The checkpoint.
    device : str or torch.device
        As `au_studio.nn.device.choose_device` takes it.
    threads : int
        Of torch, where it runs the network on a CPU.

    Raises
    ------
    au_studio.nn.card.CheckpointError
        If a file is missing or damaged.
    au_studio.nn.device.DeviceError
        If the device does not exist here.
    """
    card = verified_card(path)
    if is_cpu(device) and engine.is_there() and card.config.block_frames == 1:
        estimator = _quick(path, card)
        if estimator is not None:
            return estimator, card
    return _of_torch(path, device, threads), card


def prepare(path: Path) -> bool:
    """Make the quick network of a model that was just saved, so that its first analysis need not.

    Parameters
    ----------
    path : Path
        The checkpoint.

    Returns
    -------
    bool
        Whether it is there now; without it every analysis still works, in torch.

    Raises
    ------
    au_studio.nn.card.CheckpointError
        If a file of the model is missing or damaged.
    """
    card = verified_card(path)
    if not engine.is_there() or card.config.block_frames != 1:
        return False
    return _quick(path, card) is not None and quick_path(card.sha256).is_file()


def quick_path(digest: str) -> Path:
    """Return where the quick network of a model lies, by the SHA-256 of its weights."""
    made = FORMAT if engine.may_use_eight_bits() else f"{FORMAT}-32"
    return engine.cache_folder() / f"{digest}-{made}.npz"


def is_in_eight_bits(path: Path) -> bool:
    """Whether a model computes in 8 bits on a CPU here, as far as is known: it was made ready before."""
    try:
        return QuickNetwork.from_bytes(quick_path(verified_card(path).sha256).read_bytes()).eight_bits
    except (AUStudioError, NotUsableError, OSError):
        return False


def is_ready(path: Path, device: str | torch.device = "auto") -> bool:
    """Whether nothing has to be made before a model can be loaded here: making takes torch, and its memory.

    A file that is missing or damaged is told of by `load_estimator`; here it counts as ready.
    """
    try:
        card = verified_card(path)
    except AUStudioError:
        return True
    quick = is_cpu(device) and engine.is_there() and card.config.block_frames == 1
    return not quick or quick_path(card.sha256).is_file()


def _quick(path: Path, card: ModelCard) -> QuickEstimator | None:
    kept = quick_path(card.sha256)
    with contextlib.suppress(NotUsableError, AUStudioError):
        return load(kept, card.config, enlarged)
    # Torch, and only when a model is new.
    from au_studio.nn.checkpoint import load_checkpoint  # noqa: PLC0415
    from au_studio.nn.quick_making import make_quick  # noqa: PLC0415

    try:
        network = make_quick(load_checkpoint(path)[0])
        if network is None:
            return None
        estimator = QuickEstimator.checked(network, enlarged)
    except (ImportError, NotUsableError):
        return None
    # Without a place to keep it the network is made again next time.
    with contextlib.suppress(WriteError, OSError):
        write_bytes(kept, network.to_bytes())
        engine.forget_the_oldest(kept.parent, "*.npz")
    return estimator


def _of_torch(path: Path, device: str | torch.device, threads: int) -> Estimator:
    from au_studio.nn.checkpoint import load_checkpoint  # noqa: PLC0415  torch
    from au_studio.nn.device import choose_device  # noqa: PLC0415
    from au_studio.nn.quick_frames import quick_frames  # noqa: PLC0415
    from au_studio.nn.streaming import StreamingPredictor  # noqa: PLC0415

    chosen = choose_device(device) if isinstance(device, str) else device
    model, card = load_checkpoint(path, chosen)
    frames = quick_frames(model, card.sha256, threads) if chosen.type == "cpu" else None
    return StreamingPredictor(model, chosen, frames)
