"""The state of an unfinished training on disk, for an exact resume; safetensors, never unpickled."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from au_studio.files import atomic_path

SAVE_SECONDS = 30.0
"""How much work a killed training loses at most, in seconds; saving takes a fraction of a second."""


def save_state(path: Path, model: nn.Module, optimizer: torch.optim.Optimizer, step: int, about: str) -> None:
    """Write model, optimizer and the number of steps done, atomically.

    `about` describes the run (its settings); `load_state` refuses a state of another run.
    """
    tensors = {f"model.{name}": t for name, t in model.state_dict().items()}
    scalars: dict[str, dict[str, float]] = {}
    for number, entry in optimizer.state_dict()["state"].items():
        for key, value in entry.items():
            if isinstance(value, Tensor):
                tensors[f"optimizer.{number}.{key}"] = value
            else:
                scalars.setdefault(str(number), {})[key] = value
    metadata = {"step": str(step), "about": about, "scalars": json.dumps(scalars)}
    with atomic_path(path) as part:
        save_file({name: t.detach().cpu().contiguous() for name, t in tensors.items()}, part, metadata)


def load_state(path: Path, model: nn.Module, optimizer: torch.optim.Optimizer, about: str) -> int:
    """Restore what `save_state` wrote.

    Returns
    -------
    int
        Steps done; 0 if there is no state, one that cannot be read, or one of a run with other settings.
    """
    if not path.is_file():
        return 0
    try:
        return _load(path, model, optimizer, about)
    except (SafetensorError, OSError):
        return 0


def _load(path: Path, model: nn.Module, optimizer: torch.optim.Optimizer, about: str) -> int:
    with safe_open(path, "pt") as file:
        metadata = file.metadata()
        if metadata["about"] != about:
            return 0
        weights: dict[str, Tensor] = {}
        state: dict[int, dict[str, Any]] = {
            int(number): dict(entry) for number, entry in json.loads(metadata["scalars"]).items()
        }
        for name in file.keys():  # noqa: SIM118 - safetensors' handle is no dictionary
            kind, _, rest = name.partition(".")
            if kind == "model":
                weights[rest] = file.get_tensor(name)
            else:
                number, _, key = rest.partition(".")
                state.setdefault(int(number), {})[key] = file.get_tensor(name)
    model.load_state_dict(weights)
    optimizer.load_state_dict({"state": state, "param_groups": optimizer.state_dict()["param_groups"]})
    return int(metadata["step"])
