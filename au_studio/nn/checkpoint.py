"""Checkpoints on disk: weights as safetensors, a JSON card beside them; nothing is ever unpickled."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save
from torch.overrides import TorchFunctionMode

from au_studio.files import write_bytes
from au_studio.library_versions import library_versions
from au_studio.nn.card import (
    AGAIN,
    CheckpointError,
    ModelCard,
    card_path,
    read_card,
    verified_card,
    write_card,
)
from au_studio.nn.config import ModelConfig
from au_studio.nn.model import IntensityModel
from au_studio.texts import sentence

__all__ = [
    "CheckpointError",
    "ModelCard",
    "card_path",
    "load_checkpoint",
    "read_card",
    "save_checkpoint",
    "write_card",
]


def save_checkpoint(model: IntensityModel, card: ModelCard, path: Path) -> ModelCard:
    """Write weights and card; a reader never sees half of either.

    Returns
    -------
    ModelCard
        The card as written, with hash and date.
    """
    weights = save({name: t.detach().cpu().contiguous() for name, t in model.state_dict().items()})
    created = card.created or datetime.now(UTC).isoformat(timespec="seconds")
    card = replace(
        card,
        config=model.config,
        created=created,
        libraries=library_versions(),
        sha256=hashlib.sha256(weights).hexdigest(),
    )
    write_bytes(path, weights)
    write_card(card, path)
    return card


def load_checkpoint(path: Path, device: torch.device | None = None) -> tuple[IntensityModel, ModelCard]:
    """Load a model for use or further training.

    Raises
    ------
    CheckpointError
        If a file is missing or damaged, or the weights are not the ones that the card describes.
    """
    card = verified_card(path)
    try:
        model = _built(card.config, load_file(path))
    except (SafetensorError, RuntimeError, OSError) as error:
        raise CheckpointError(
            sentence("The weights in {path} do not fit the network on its card.", path=path),
            next_step=AGAIN,
            details=str(error),
        ) from error
    return model.to(device or torch.device("cpu")).eval(), card


class _Undrawn(TorchFunctionMode):
    """Leaves new weights as they lie in memory, because those of a checkpoint take their place."""

    def __torch_function__(
        self,
        func: Callable[..., Any],
        types: Sequence[type],
        args: tuple[Any, ...] = (),
        kwargs: Mapping[str, Any] | None = None,
    ) -> Any:
        kwargs = kwargs or {}
        if func in (torch.Tensor.normal_, torch.Tensor.uniform_):
            return args[0]
        if getattr(func, "__module__", "") == "torch.nn.init":
            return args[0] if args else kwargs["tensor"]
        if func is torch.linalg.qr:
            return args[0], args[0]
        return func(*args, **kwargs)


def _built(config: ModelConfig, weights: dict[str, torch.Tensor]) -> IntensityModel:
    """Return a network with these weights, without first drawing others at random, which takes longer."""
    with _Undrawn():
        model = IntensityModel(config)
    # Strict: every weight is in the checkpoint, or this fails.
    model.load_state_dict(weights)
    return model
