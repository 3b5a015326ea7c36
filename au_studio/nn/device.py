"""Choose and describe the compute device: cuda, mps or cpu."""

from __future__ import annotations

import importlib.util
import os
import platform
import re
import shutil
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from au_studio.errors import AUStudioError
from au_studio.texts import sentence, sentence_n

if TYPE_CHECKING:
    import torch

_GPU_FILES = ("/dev/nvidiactl", "/dev/nvidia0", "/dev/dxg", "/dev/kfd")
"""What Linux shows of GPUs that PyTorch may use (dxg: within Windows; kfd: AMD)."""


class DeviceError(AUStudioError):
    """A device was asked for that this computer does not offer."""


def is_cpu(device: str | torch.device) -> bool:
    """Tell whether a device comes to the CPU, without importing torch where that is plain to see.

    Parameters
    ----------
    device : str or torch.device
        As `choose_device` takes it.
    """
    if not isinstance(device, str):
        return device.type == "cpu"
    if device != "auto":
        return device == "cpu"
    return not _may_have_gpu() or best_device().type == "cpu"


def _may_have_gpu() -> bool:
    system = platform.system()
    if system == "Darwin":
        return platform.machine() == "arm64"
    if _build() == "cpu":
        return False
    return system != "Linux" or any(Path(name).exists() for name in _GPU_FILES)


@lru_cache(maxsize=1)
def _build() -> str:
    """Return what the installed PyTorch was built for, without importing it.

    Returns
    -------
    str
        ``"cpu"``, ``"gpu"`` for CUDA and ROCm, or an empty string where that cannot be told.
    """
    try:
        found = importlib.util.find_spec("torch")
        if found is None or found.origin is None:
            return ""
        text = Path(found.origin).with_name("version.py").read_text(encoding="utf-8")
    except (OSError, ValueError, ImportError):
        return ""
    built = dict(re.findall(r"^(cuda|hip)\b[^=\n]*=\s*(.+?)\s*$", text, re.MULTILINE))
    if "cuda" not in built:
        return ""
    return "cpu" if all(value == "None" for value in built.values()) else "gpu"


def describe_cpu(threads: int) -> str:
    """Return the CPU in words, e.g. "cpu (2 threads)"."""
    return sentence_n("cpu ({n} thread)", "cpu ({n} threads)", threads)


def best_device() -> torch.device:
    """Return the fastest device here: cuda, else mps, else cpu."""
    import torch  # noqa: PLC0415  it takes a second: not before it is needed

    if torch.cuda.is_available() and _kernels_fit():
        return torch.device("cuda")
    if torch.backends.mps.is_available():
        return torch.device("mps")
    return torch.device("cpu")


def available() -> list[tuple[str, str]]:
    """Return the devices that can compute here, (name, description), the fastest first.

    Torch is imported only where there may be a GPU; the threads of a CPU are told of for torch alone.
    """
    if not _may_have_gpu():
        return [("cpu", "cpu")]
    import torch  # noqa: PLC0415

    names = dict.fromkeys((best_device().type, "cpu"))
    return [(name, describe(torch.device(name))) for name in names]


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
    import torch  # noqa: PLC0415

    if name == "auto":
        return best_device()
    try:
        device = torch.device(name)
    except RuntimeError as error:
        raise DeviceError(
            sentence("There is no device called {name}.", name=name),
            next_step="Use auto, cpu, cuda or mps.",
            details=str(error),
        ) from error
    missing = (device.type == "cuda" and not torch.cuda.is_available()) or (
        device.type == "mps" and not torch.backends.mps.is_available()
    )
    if missing:
        raise DeviceError(
            sentence("The device {name} cannot be used: {why_not_gpu}", name=name, why_not_gpu=why_not_gpu()),
            next_step="Choose auto or cpu instead.",
        )
    return device


def checked(name: str = "auto") -> str:
    """Return the name of the device that a choice comes to; torch is imported only where a GPU may be meant.

    Raises
    ------
    DeviceError
        If the device does not exist here.
    """
    return "cpu" if is_cpu(name) else str(choose_device(name))


def describe(device: torch.device) -> str:
    """Return the device in words, e.g. "cpu (2 threads)" or "cuda (NVIDIA H100)"."""
    import torch  # noqa: PLC0415

    if device.type == "cuda":
        return f"cuda ({torch.cuda.get_device_name(device)})"
    if device.type == "mps":
        return "mps (Apple GPU)"
    return describe_cpu(torch.get_num_threads())


def why_not_gpu() -> str:
    """Return one sentence that says why no GPU is used; empty when one is."""
    if _may_have_gpu() and best_device().type != "cpu":
        return ""
    if platform.system() == "Darwin":
        return _why_not_on_mac()
    return _why_not_nvidia()


def _why_not_nvidia() -> str:
    hidden = os.environ.get("CUDA_VISIBLE_DEVICES")
    card = shutil.which("nvidia-smi") is not None
    if hidden is not None and hidden.strip() in {"", "-1"}:
        return sentence("the variable CUDA_VISIBLE_DEVICES={value} hides every GPU.", value=repr(hidden))
    cpu_build = (
        sentence("there is an NVIDIA GPU, but the installed PyTorch is the CPU build.")
        if card
        else sentence("no NVIDIA GPU was found, and the installed PyTorch is the CPU build.")
    )
    built = _build()
    if built == "cpu" or (built == "gpu" and not card and not _may_have_gpu()):
        return cpu_build if built == "cpu" else _NO_GPU
    import torch  # noqa: PLC0415

    if torch.cuda.is_available():
        name, (major, minor) = torch.cuda.get_device_name(), torch.cuda.get_device_capability()
        return sentence(
            "the installed PyTorch was not built for the {name} (compute capability {major}.{minor}).",
            name=name,
            major=major,
            minor=minor,
        )
    if torch.version.cuda is None:
        return cpu_build
    if card:
        needed = torch.version.cuda
        return sentence(
            "the NVIDIA driver does not work with PyTorch, which needs CUDA {needed}: update the driver.",
            needed=needed,
        )
    return _NO_GPU


_NO_GPU = sentence("PyTorch has CUDA, but no NVIDIA GPU or driver was found.")


def _why_not_on_mac() -> str:
    if platform.machine() != "arm64":
        if "ARM64" in platform.version():
            return sentence(
                "Python runs as an Intel program on this Apple silicon Mac: install the arm64 Python."
            )
        return sentence("this Mac has no GPU that PyTorch can use (Apple silicon is needed).")
    import torch  # noqa: PLC0415

    if not torch.backends.mps.is_built():
        return sentence("the installed PyTorch was built without MPS.")
    return sentence("macOS is too old for PyTorch's GPU support (12.3 or newer is needed).")


def _kernels_fit() -> bool:
    """Whether PyTorch was built for this GPU; code for an older one of the same generation runs, too."""
    import torch  # noqa: PLC0415

    major, minor = torch.cuda.get_device_capability()
    for name in torch.cuda.get_arch_list():
        kind, _, number = name.partition("_")
        digits = "".join(c for c in number if c.isdigit())
        if not digits:
            continue
        built = (int(digits[:-1]), int(digits[-1]))
        if (kind == "sm" and built[0] == major and built[1] <= minor) or (
            kind == "compute" and built <= (major, minor)
        ):
            return True
    return False
