"""A training kept on disk, for an exact resume; safetensors, never unpickled."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from au_studio.files import atomic_path
from au_studio.learn.material.clips import Clip
from au_studio.nn.model import IntensityModel

SAVE_SECONDS = 30.0
"""How much work a killed training loses at most, in seconds; saving takes a fraction of a second."""


@dataclass(frozen=True)
class Reached:
    """How far a training has come.

    Attributes
    ----------
    step : int
        Steps done.
    seconds : float
        What they took, in all processes one after the other.
    figures : mapping
        Running means that are told at the end.
    """

    step: int = 0
    seconds: float = 0.0
    figures: Mapping[str, float] = field(default_factory=dict)


class Clock:
    """Counts the seconds of a training from now on, beside those that earlier processes spent on it."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self.earlier = 0.0

    @property
    def seconds(self) -> float:
        """Seconds so far, in all processes one after the other."""
        return self.earlier + time.monotonic() - self._began


def save_state(
    path: Path, model: nn.Module, optimizer: torch.optim.Optimizer, reached: Reached, about: str
) -> None:
    """Write model, optimizer and how far the training has come, atomically.

    `about` describes the run (settings, material, network, start); `load_state` refuses a state of another.
    """
    tensors = {f"model.{name}": t for name, t in model.state_dict().items()}
    scalars: dict[str, dict[str, float]] = {}
    for number, entry in optimizer.state_dict()["state"].items():
        for key, value in entry.items():
            if isinstance(value, Tensor):
                tensors[f"optimizer.{number}.{key}"] = value
            else:
                scalars.setdefault(str(number), {})[key] = value
    metadata = {"reached": json.dumps(asdict(reached)), "about": about, "scalars": json.dumps(scalars)}
    with atomic_path(path) as part:
        save_file({name: t.detach().cpu().contiguous() for name, t in tensors.items()}, part, metadata)


def load_state(path: Path, model: nn.Module, optimizer: torch.optim.Optimizer, about: str) -> Reached:
    """Restore what `save_state` wrote.

    Returns
    -------
    Reached
        Nothing yet (0 steps) if there is no state, one that cannot be read, or one of another run.
    """
    if not path.is_file():
        return Reached()
    try:
        return _load(path, model, optimizer, about)
    except (SafetensorError, OSError):
        return Reached()


def material_digest(clips: Sequence[Clip], *, rated: bool) -> str:
    """Return what tells this material from another: a training goes on only with what it began with.

    Of the crops one in each clip is looked at, and of that a few pixels: they may lie on the disk.

    Parameters
    ----------
    clips : sequence of Clip
    rated : bool
        Whether the ratings count, too.
    """
    digest = hashlib.sha256()
    for clip in clips:
        digest.update(repr((clip.group, clip.source, clip.crops.shape)).encode() + clip.pts.tobytes())
        digest.update(clip.crops[:1, ::16, ::16].tobytes())
        if rated:
            digest.update(clip.intensities.tobytes())
    return digest.hexdigest()


def start_digest(model: IntensityModel) -> str:
    """Return what tells a network with its weights from another one."""
    digest = hashlib.sha256(repr(model.config).encode())
    for name, tensor in model.state_dict().items():
        digest.update(name.encode() + tensor.detach().cpu().contiguous().numpy().tobytes())
    return digest.hexdigest()


def _load(path: Path, model: nn.Module, optimizer: torch.optim.Optimizer, about: str) -> Reached:
    with safe_open(path, "pt") as file:
        metadata = file.metadata()
        if metadata["about"] != about:
            return Reached()
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
    return Reached(**json.loads(metadata["reached"]))
