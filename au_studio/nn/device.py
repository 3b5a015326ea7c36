"""Choose and describe the compute device: cuda, mps or cpu."""

from __future__ import annotations

import platform
import shutil

import torch

from au_studio.errors import AUStudioError


class DeviceError(AUStudioError):
    """A device was asked for that this computer does not offer."""


def best_device() -> torch.device:
    """Return the fastest device here: cuda, else mps, else cpu."""
    if torch.cuda.is_available():
        return torch.device("cuda")
    if torch.backends.mps.is_available():
        return torch.device("mps")
    return torch.device("cpu")


def choose_device(name: str = "auto") -> torch.device:
    """Return the device of that name.

    Parameters
    ----------
    name : {"auto", "cpu", "cuda", "mps"}
        ``auto`` takes the fastest one; ``cuda:1`` and the like are accepted too.

    Raises
    ------
    DeviceError
        If the device does not exist here.
    """
    if name == "auto":
        return best_device()
    try:
        device = torch.device(name)
    except RuntimeError as error:
        raise DeviceError(
            f"There is no device called {name}.", next_step="Use auto, cpu, cuda or mps.", details=str(error)
        ) from error
    missing = (device.type == "cuda" and not torch.cuda.is_available()) or (
        device.type == "mps" and not torch.backends.mps.is_available()
    )
    if missing:
        raise DeviceError(
            f"The device {name} cannot be used: {why_not_gpu()}", next_step="Choose auto or cpu instead."
        )
    return device


def describe(device: torch.device) -> str:
    """Return the device in words, e.g. "cpu (2 threads)" or "cuda (NVIDIA H100)"."""
    if device.type == "cuda":
        return f"cuda ({torch.cuda.get_device_name(device)})"
    if device.type == "mps":
        return "mps (Apple GPU)"
    return f"cpu ({torch.get_num_threads()} threads)"


def why_not_gpu() -> str:
    """Return one sentence that says why no GPU is used; empty when one is."""
    if best_device().type != "cpu":
        return ""
    if platform.system() == "Darwin":
        return "this Mac has no GPU that PyTorch can use (Apple silicon is needed)."
    if torch.version.cuda is None:
        if shutil.which("nvidia-smi"):
            return "there is an NVIDIA GPU, but the installed PyTorch is the CPU build."
        return "no NVIDIA GPU was found, and the installed PyTorch is the CPU build."
    return "PyTorch has CUDA, but it finds no NVIDIA GPU or driver."
