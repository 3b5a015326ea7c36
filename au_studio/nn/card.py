"""What a checkpoint is, in words and numbers: the JSON card beside its weights. No torch in here."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from au_studio import __version__
from au_studio.errors import AUStudioError
from au_studio.files import write_text
from au_studio.nn.config import CARD_SCHEMA, STAGE1_KIND, ModelConfig, upgrade_step
from au_studio.resources import sha256
from au_studio.texts import mark, sentence

AGAIN = mark("Choose another model, or copy the model's two files (.safetensors and .json) here again.")


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
        How far off intensities may be: ``model`` (`au_studio.nn.expected_error.ExpectedErrors`), and
        ``examined``, what was found on further persons. Empty when nobody has fitted one.
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
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
        schema = data.pop("schema")
        if schema != CARD_SCHEMA:
            raise CheckpointError(
                sentence(
                    "The model {name} was written by another version of AU Studio (card schema {schema}).",
                    name=path.name,
                    schema=schema,
                ),
                next_step=upgrade_step(schema),
            )
        return ModelCard(**{**data, "config": ModelConfig.from_json(data["config"])})
    except FileNotFoundError as error:
        raise CheckpointError(
            sentence("The model {path} has no card ({name}).", path=path, name=file.name), next_step=AGAIN
        ) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CheckpointError(
            sentence("The card {file} is not a model card of AU Studio.", file=file),
            next_step=AGAIN,
            details=repr(error),
        ) from error


def verified_card(path: Path) -> ModelCard:
    """Read the card of a checkpoint whose weights are the ones that it describes.

    Parameters
    ----------
    path : Path
        The ``.safetensors`` file.

    Raises
    ------
    CheckpointError
        If a file is missing or damaged, or the weights were changed.
    """
    if not path.is_file():
        raise CheckpointError(
            sentence("The model “{stem}” is no longer there: {path} is missing.", stem=path.stem, path=path),
            next_step=AGAIN,
        )
    card = read_card(path)
    if sha256(path) != card.sha256:
        raise CheckpointError(
            sentence(
                "The model file {path} is damaged or was changed: its hash is not the one on its card.",
                path=path,
            ),
            next_step=AGAIN,
        )
    return card
