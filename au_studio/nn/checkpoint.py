"""Checkpoints on disk: weights as safetensors, a JSON card beside them; nothing is ever unpickled."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save
from torch.overrides import TorchFunctionMode

from au_studio import __version__
from au_studio.errors import AUStudioError
from au_studio.files import write_bytes, write_text
from au_studio.library_versions import library_versions
from au_studio.nn.config import CARD_SCHEMA, STAGE1_KIND, ModelConfig, upgrade_step
from au_studio.nn.model import IntensityModel
from au_studio.resources import sha256


class CheckpointError(AUStudioError):
    """A checkpoint cannot be read: missing, damaged, changed, or not one of ours."""


@dataclass(frozen=True)
class ModelCard:
    """What a checkpoint is, where it comes from and how good it is.

    Attributes
    ----------
    name : str
        Name for people.
    config : ModelConfig
        Architecture.
    parent : str or None
        SHA-256 of the checkpoint that this one was trained from.
    training : dict
        Data, labels, seed, settings and duration of the training.
    metrics : dict
        Measured quality, each figure with what it was measured on.
    notes : list of str
        What the model is not, and warnings.
    error_model : dict
        How far off intensities may be: ``model`` (`au_studio.nn.uncertainty.ErrorModel`), and ``examined``,
        what was found on further persons. Empty when nobody has fitted one.
    created : str
        ISO 8601, UTC.
    app_version : str
        AU Studio version that wrote it.
    libraries : dict of str to str
        Versions of the libraries that trained it; empty where an earlier version of AU Studio wrote it.
    sha256 : str
        Hash of the weights file.
    """

    name: str
    config: ModelConfig
    parent: str | None = None
    training: dict[str, Any] = field(default_factory=dict)
    metrics: dict[str, Any] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    error_model: dict[str, Any] = field(default_factory=dict)
    created: str = ""
    app_version: str = __version__
    libraries: dict[str, str] = field(default_factory=dict)
    sha256: str = ""

    @property
    def knows_labels(self) -> bool:
        """Whether labels played a part in the weights: in its own training, or in that of a model before."""
        own = not str(self.training.get("kind", "")).startswith(STAGE1_KIND)
        return own or bool(self.training.get("start_knows_labels", False))

    def to_json(self) -> dict[str, Any]:
        """Return the card as plain JSON values."""
        return {"schema": CARD_SCHEMA, **asdict(self), "config": self.config.to_json()}


def card_path(checkpoint: Path) -> Path:
    """Return where a checkpoint's card lies: beside it, with the ending ``.json``."""
    return checkpoint.with_suffix(".json")


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


def write_card(card: ModelCard, path: Path) -> None:
    """Write the card of a checkpoint, whose weights stay as they are.

    Parameters
    ----------
    card : ModelCard
    path : Path
        The ``.safetensors`` file.
    """
    write_text(card_path(path), json.dumps(card.to_json(), indent=1, ensure_ascii=False) + "\n")


def read_card(path: Path) -> ModelCard:
    """Read the card of a checkpoint without loading its weights.

    Parameters
    ----------
    path : Path
        The ``.safetensors`` file.

    Raises
    ------
    CheckpointError
        If the card is missing, unreadable or of a newer schema.
    """
    file = card_path(path)
    again = "Choose another model, or copy the model's two files (.safetensors and .json) here again."
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        schema = data.pop("schema")
        if schema != CARD_SCHEMA:
            raise CheckpointError(
                f"The model {path.name} was written by another version of AU Studio (card schema {schema}).",
                next_step=upgrade_step(schema),
            )
        return ModelCard(**{**data, "config": ModelConfig.from_json(data["config"])})
    except FileNotFoundError as error:
        raise CheckpointError(f"The model {path} has no card ({file.name}).", next_step=again) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CheckpointError(
            f"The card {file} is not a model card of AU Studio.", next_step=again, details=repr(error)
        ) from error


def load_checkpoint(path: Path, device: torch.device | None = None) -> tuple[IntensityModel, ModelCard]:
    """Load a model for use or further training.

    Raises
    ------
    CheckpointError
        If a file is missing or damaged, or the weights are not the ones that the card describes.
    """
    again = "Choose another model, or copy the model's two files (.safetensors and .json) here again."
    if not path.is_file():
        raise CheckpointError(
            f"The model “{path.stem}” is no longer there: {path} is missing.", next_step=again
        )
    card = read_card(path)
    if sha256(path) != card.sha256:
        raise CheckpointError(
            f"The model file {path} is damaged or was changed: its hash is not the one on its card.",
            next_step=again,
        )
    try:
        model = _built(card.config, load_file(path))
    except (SafetensorError, RuntimeError, OSError) as error:
        raise CheckpointError(
            f"The weights in {path} do not fit the network on its card.", next_step=again, details=str(error)
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
