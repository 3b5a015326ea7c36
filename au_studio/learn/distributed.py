"""Several processes that train one model together (``torchrun``): the same loss and gradients as one process.

Each process encodes its own rows of the batch. Features are gathered from all of them, so that negatives come
from the whole batch, and batch norm takes its statistics over all processes: both with gradients.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor, distributed, nn
from torch.distributed.nn.functional import all_gather, all_reduce

from au_studio.errors import AUStudioError
from au_studio.nn.device import choose_device
from au_studio.texts import sentence


@dataclass(frozen=True)
class Processes:
    """Which of how many processes this is; one of one outside of ``torchrun``."""

    rank: int = 0
    count: int = 1

    @property
    def first(self) -> bool:
        """Whether this process reports and writes files."""
        return self.rank == 0

    def share(self, rows: int) -> range:
        """Return the rows of the batch that are this process's.

        Raises
        ------
        ValueError
            If the rows cannot be shared evenly.
        """
        if rows % self.count:
            raise ValueError(f"{rows} clips a step cannot be shared evenly by {self.count} processes.")
        own = rows // self.count
        return range(self.rank * own, (self.rank + 1) * own)

    def gather(self, features: Tensor) -> Tensor:
        """Return the features of all processes [count * B, …], in the order of the rows; with gradients."""
        if self.count == 1:
            return features
        return torch.cat(all_gather(features.contiguous()))  # type: ignore[no-untyped-call]

    def mean(self, values: Tensor) -> Tensor:
        """Return the mean over processes (no gradients)."""
        if self.count == 1:
            return values
        total = values.detach().clone()
        distributed.all_reduce(total)
        return total / self.count

    def average_gradients(self, model: nn.Module) -> None:
        """Replace every gradient by its mean over processes."""
        if self.count == 1:
            return
        gradients = [p.grad for p in model.parameters() if p.grad is not None]
        flat = self.mean(torch.cat([gradient.flatten() for gradient in gradients]))
        start = 0
        for gradient in gradients:
            gradient.copy_(flat[start : start + gradient.numel()].view_as(gradient))
            start += gradient.numel()

    def agree(self, model: nn.Module) -> None:
        """Give every process the first one's weights."""
        if self.count > 1:
            for tensor in model.state_dict().values():
                distributed.broadcast(tensor, 0)

    def any(self, flag: bool, device: torch.device) -> bool:
        """Return whether the flag is set in any process: they end together or not at all."""
        return bool(self.mean(torch.tensor(float(flag), device=device)) > 0)

    def wait(self) -> None:
        """Wait until all processes are here."""
        if self.count > 1:
            distributed.barrier()


class NotSharedError(AUStudioError):
    """Several processes were started for a training that they cannot share."""


def started() -> int:
    """Return how many processes ``torchrun`` started; 1 without it."""
    return int(os.environ.get("WORLD_SIZE", "1"))


def refuse_several(command: str) -> None:
    """Refuse a command to which ``torchrun`` gave several processes: each would write the same files.

    Raises
    ------
    NotSharedError
        If there are several.
    """
    if started() > 1:
        raise NotSharedError(
            sentence("“au-studio {command}” can't be shared by several processes.", command=command),
            next_step="Start it without torchrun. It is for “au-studio pretrain” and “au-studio train”.",
        )


@contextlib.contextmanager
def joined(device: str = "auto") -> Iterator[tuple[Processes, torch.device]]:
    """Join the processes that ``torchrun`` started, for the length of the block.

    Parameters
    ----------
    device : str
        As `au_studio.nn.device.choose_device` takes it; of several GPUs each process takes its own.

    Yields
    ------
    processes : Processes
    device : torch.device
        Where this process computes.
    """
    count = started()
    chosen = choose_device(device)
    if count == 1:
        yield Processes(), chosen
        return
    if chosen.type == "cuda":
        chosen = torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0")))
        torch.cuda.set_device(chosen)
    distributed.init_process_group("nccl" if chosen.type == "cuda" else "gloo")
    try:
        yield Processes(distributed.get_rank(), count), chosen
    finally:
        distributed.destroy_process_group()


class _SharedNorm(nn.modules.batchnorm._BatchNorm):
    """Batch norm whose statistics, while training, are those of all processes' batches together."""

    def forward(self, x: Tensor) -> Tensor:
        """Normalise [B, C, …]; every process holds equally many values."""
        if not self.training:
            return super().forward(x)
        axes = [0, *range(2, x.ndim)]
        values = x.float()
        sums = torch.stack([values.mean(axes), values.square().mean(axes)])
        mean, square = all_reduce(sums) / distributed.get_world_size()  # type: ignore[no-untyped-call]
        variance = (square - mean.square()).clamp_min(0)
        count = x.numel() // x.shape[1] * distributed.get_world_size()
        self._remember(mean.detach(), variance.detach() * count / max(1, count - 1))
        shape = (1, -1, *[1] * (x.ndim - 2))
        scale = self.weight * torch.rsqrt(variance + self.eps)
        normal: Tensor = values * scale.view(shape) + (self.bias - mean * scale).view(shape)
        return normal.to(x.dtype)

    def _remember(self, mean: Tensor, variance: Tensor) -> None:
        assert self.running_mean is not None
        assert self.running_var is not None
        assert self.num_batches_tracked is not None
        with torch.no_grad():
            self.num_batches_tracked += 1
            momentum = 0.1 if self.momentum is None else self.momentum
            self.running_mean.lerp_(mean.to(self.running_mean.dtype), momentum)
            self.running_var.lerp_(variance.to(self.running_var.dtype), momentum)

    def _check_input_dim(self, input: Tensor) -> None:
        if input.ndim < 3:
            raise ValueError(f"Batch norm of features needs at least 3 dimensions, not {input.ndim}.")


def share_norms(model: nn.Module, processes: Processes) -> None:
    """Let every batch norm of a model take its statistics over all processes, from now on (in place).

    Weights and running statistics stay the same tensors under the same names.
    """
    if processes.count == 1:
        return
    for parent in list(model.modules()):
        for name, child in parent.named_children():
            if isinstance(child, nn.BatchNorm2d | nn.BatchNorm3d):
                shared = _SharedNorm(child.num_features, child.eps, child.momentum)
                shared.weight, shared.bias = child.weight, child.bias
                for buffer in ("running_mean", "running_var", "num_batches_tracked"):
                    setattr(shared, buffer, getattr(child, buffer))
                setattr(parent, name, shared.train(child.training))
