"""Weights in files: a pre-trained network, and trainings that are not finished."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from au_studio.factory.benchmark.geometry.network import Weights
from au_studio.factory.benchmark.settings import BenchmarkError
from au_studio.files import atomic_path

_ABOUT = "about"


def save_weights(path: Path, weights: Weights, about: Mapping[str, Any]) -> None:
    """Write the weights of one network, and what is known of them."""
    arrays: dict[str, Any] = {name: tensor.detach().numpy() for name, tensor in weights.items()}
    arrays[_ABOUT] = np.frombuffer(json.dumps(about).encode(), dtype=np.uint8)
    with atomic_path(path) as part, part.open("wb") as stream:
        np.savez(stream, **arrays)


def load_weights(path: Path) -> tuple[Weights, dict[str, Any]]:
    """Read what `save_weights` wrote.

    Raises
    ------
    BenchmarkError
        If the file is damaged.
    """
    try:
        with np.load(path, allow_pickle=False) as stored:
            about: dict[str, Any] = json.loads(stored[_ABOUT].tobytes())
            names = [name for name in stored.files if name != _ABOUT]
            return {name: torch.from_numpy(stored[name]) for name in names}, about
    except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise BenchmarkError(
            f"The pre-trained network {path} cannot be read.",
            next_step="Delete it, and run the benchmark again.",
            details=repr(error),
        ) from error


@dataclass(frozen=True, eq=False)
class KeptFits:
    """Trainings side by side, at one step.

    Attributes
    ----------
    about : dict
        What tells them from others with the same names, as JSON holds it.
    step : int
        Steps done.
    states : dict
        By name of the training: its weights and optimizer now, and at its best.
    notes : dict
        By name: what else is known, as JSON holds it.
    """

    about: dict[str, Any]
    step: int
    states: Mapping[str, Sequence[Weights]]
    notes: dict[str, Any]


def save_kept(path: Path, fits: KeptFits) -> None:
    """Write what an exact continuation needs."""
    arrays: dict[str, Any] = {
        f"{name}|{number}|{layer}": tensor.numpy()
        for name, parts in fits.states.items()
        for number, weights in enumerate(parts)
        for layer, tensor in weights.items()
    }
    about = {"about": fits.about, "step": fits.step, "notes": fits.notes}
    arrays[_ABOUT] = np.frombuffer(json.dumps(about).encode(), dtype=np.uint8)
    with atomic_path(path) as part, part.open("wb") as stream:
        np.savez(stream, **arrays)


def load_kept(path: Path, about: dict[str, Any], names: Sequence[str]) -> KeptFits | None:
    """Read what `save_kept` wrote; None where it is damaged, of others, or not of all of `names`."""
    try:
        with np.load(path, allow_pickle=False) as stored:
            head: dict[str, Any] = json.loads(stored[_ABOUT].tobytes())
            if head["about"] != json.loads(json.dumps(about)) or not set(names) <= set(head["notes"]):
                return None
            states: dict[str, list[Weights]] = {name: [] for name in names}
            for key in stored.files:
                name, _, rest = key.partition("|")
                if name in states:
                    number, _, layer = rest.partition("|")
                    own = states[name]
                    own += [{} for _ in range(int(number) + 1 - len(own))]
                    own[int(number)][layer] = torch.from_numpy(stored[key])
            return KeptFits(head["about"], int(head["step"]), states, head["notes"])
    except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile):
        return None
