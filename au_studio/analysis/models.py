"""Which models there are: the one that ships with AU Studio, and those of a study. Reads cards only."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from au_studio import resources
from au_studio.errors import AUStudioError
from au_studio.nn.config import STAGE1_KIND
from au_studio.texts import sentence

SHIPPED = "base"
"""Id of the model that ships with AU Studio."""


class ModelNotFoundError(AUStudioError):
    """No model has the name that was asked for."""


@dataclass(frozen=True)
class ModelEntry:
    """A model to choose.

    Attributes
    ----------
    id : str
        Short name that stays: the file's name without its ending.
    name : str
        Name for people.
    path : Path
        The ``.safetensors`` file.
    card : dict
        Its card, as JSON (``au_studio.nn.checkpoint.ModelCard``).
    """

    id: str
    name: str
    path: Path
    card: dict[str, Any]

    @property
    def aus(self) -> tuple[int, ...]:
        """Action units that it reads; empty when its card does not say."""
        config = self.card.get("config") or {}
        return tuple(int(au) for au in config.get("aus", ()))

    @property
    def reads_intensities(self) -> bool:
        """Whether its intensities mean something: not of one that was adapted and not yet fine-tuned."""
        training = self.card.get("training") or {}
        return not str(training.get("kind", "")).startswith(STAGE1_KIND)

    @property
    def intact(self) -> bool:
        """Whether the weights are the ones that the card describes (reads the whole file)."""
        return self.path.is_file() and resources.sha256(self.path) == self.card.get("sha256")


def available_models(study_dir: Path | None = None) -> list[ModelEntry]:
    """Return the models to choose from: shipped ones first, then the study's in order of creation.

    Parameters
    ----------
    study_dir : Path or None
        Folder of a study (``NAME.austudio``); its models lie in ``models/``.

    Notes
    -----
    A model whose card is missing or unreadable is left out; `au-studio doctor` says why.
    """
    shipped = sorted(_entries(resources.root() / "models"), key=lambda entry: (entry.id != SHIPPED, entry.id))
    if study_dir is None:
        return shipped
    own = _entries(study_dir / "models")
    return shipped + sorted(own, key=lambda entry: (str(entry.card.get("created", "")), entry.id))


def find_model(name: str | None = None, study_dir: Path | None = None) -> ModelEntry:
    """Return the model that a person named.

    Parameters
    ----------
    name : str or None
        Path of a ``.safetensors`` file, an id or a name; None takes the first of :func:`available_models`.
    study_dir : Path or None
        Study whose models count too.

    Raises
    ------
    ModelNotFoundError
        If there is no such model, or none at all.
    """
    if name is not None and (name.endswith(".safetensors") or Path(name).is_file()):
        entry = _entry(Path(name))
        if entry is None:
            raise ModelNotFoundError(
                sentence(
                    "{name} is not a model of AU Studio, or its card ({stem}.json) is missing.",
                    name=name,
                    stem=Path(name).stem,
                ),
                next_step="A model is two files, .safetensors and .json, side by side.",
            )
        return entry
    models = available_models(study_dir)
    for entry in models:
        if name is None or name in (entry.id, entry.name):
            return entry
    if name is None:
        raise ModelNotFoundError(
            sentence("No model lies in {root}.", root=resources.root() / "models"),
            next_step="Install AU Studio again.",
        )
    raise ModelNotFoundError(
        sentence("There is no model called “{name}”.", name=name),
        next_step=sentence(
            "There are: {names}; or give the path of one.",
            names=", ".join(entry.id for entry in models) or sentence("none"),
        ),
    )


def chosen_model(models: Sequence[ModelEntry], wanted: str | None) -> ModelEntry | None:
    """Return the model of the id `wanted`, else the first one; None when there is none at all."""
    return next((entry for entry in models if entry.id == wanted), models[0] if models else None)


def _entries(folder: Path) -> list[ModelEntry]:
    found = (_entry(path) for path in folder.glob("*.safetensors"))
    return [entry for entry in found if entry is not None]


def _entry(path: Path) -> ModelEntry | None:
    try:
        card = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not path.is_file() or not isinstance(card, dict):
        return None
    return ModelEntry(id=path.stem, name=str(card.get("name") or path.stem), path=path, card=card)
