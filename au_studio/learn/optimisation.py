"""Parameter groups, learning-rate schedule and mixed precision: what both stages share."""

from __future__ import annotations

import contextlib
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import nn

from au_studio.nn.model import IntensityModel


@dataclass(frozen=True)
class LearningRates:
    """Peak learning rates of the parts of the model (AdamW); the geometry branch has the regressor's."""

    encoder: float
    temporal: float
    regressor: float


def parameter_groups(model: IntensityModel, rates: LearningRates) -> list[dict[str, Any]]:
    """Return AdamW groups: every parameter once, with its part's rate; no weight decay on norms and biases.

    Raises
    ------
    RuntimeError
        If a parameter would be trained by no group: a new part of the model needs its rate first.
    """
    groups: list[dict[str, Any]] = []
    parts = {"encoder": rates.encoder, "temporal": rates.temporal, "regressor": rates.regressor}
    if model.geometry is not None:
        parts["geometry"] = rates.regressor
    for part, rate in parts.items():
        parameters = [p for p in getattr(model, part).parameters() if p.requires_grad]
        groups.append({"name": part, "params": [p for p in parameters if p.ndim > 1], "peak": rate})
        plain = [p for p in parameters if p.ndim <= 1]
        groups.append({"name": f"{part} (no decay)", "params": plain, "peak": rate, "weight_decay": 0.0})
    covered = {id(p) for group in groups for p in group["params"]}
    if covered != {id(p) for p in model.parameters() if p.requires_grad}:
        raise RuntimeError("Some parameters of the model belong to no learning rate.")
    return groups


def one_cycle(progress: float, warm_up: float = 0.15) -> float:
    """Return the factor on the peak learning rate: linear warm-up, then a cosine down to 0.

    `progress` runs from 0 to 1.
    """
    if progress < warm_up:
        return 0.04 + 0.96 * progress / warm_up
    return 0.5 * (1 + math.cos(math.pi * (progress - warm_up) / (1 - warm_up)))


def set_learning_rate(optimizer: torch.optim.Optimizer, factor: float) -> None:
    """Set every group's rate to `factor` times its peak."""
    for group in optimizer.param_groups:
        group["lr"] = factor * group["peak"]


def mixed_precision(device: torch.device, *, blocks: bool) -> contextlib.AbstractContextManager[object]:
    """Return bfloat16 autocast where the device computes it quickly and rightly, else no change at all.

    `blocks` says that the model has 3-D convolutions: PyTorch 2.13 returns wrong weight gradients (even NaN)
    for some of them in bfloat16 on the CPU, 3x3x3 kernels over two time steps among them.
    """
    if device.type == "cuda" or (device.type == "cpu" and not blocks and _cpu_has_bfloat16()):
        return torch.autocast(device.type, torch.bfloat16)
    return contextlib.nullcontext()


def _cpu_has_bfloat16() -> bool:
    try:
        return "avx512_bf16" in Path("/proc/cpuinfo").read_text()
    except OSError:
        return False


def freeze_norms(model: nn.Module) -> None:
    """Keep batch-norm statistics as they are: a few windows of one person would spoil them."""
    for module in model.modules():
        if isinstance(module, nn.BatchNorm2d | nn.BatchNorm3d):
            module.eval()
