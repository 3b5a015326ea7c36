"""When the device runs out of memory: how to tell, and how to get some back."""

from __future__ import annotations

import gc

import torch

_WORDS = ("out of memory", "can't allocate memory", "not enough memory", "alloc_failed")
"""What the messages of CUDA, MPS, the CPU allocator and cuDNN say; not all have a type of their own."""


def is_out_of_memory(error: BaseException) -> bool:
    """Return whether an error means that the device, or the computer, had no memory left."""
    if isinstance(error, (torch.OutOfMemoryError, MemoryError)):
        return True
    return isinstance(error, RuntimeError) and any(words in str(error).lower() for words in _WORDS)


def release(device: torch.device) -> None:
    """Give back what is no longer used; call it after the error has been let go of, not inside ``except``."""
    gc.collect()
    if device.type == "cuda":
        torch.cuda.empty_cache()
    elif device.type == "mps":
        torch.mps.empty_cache()
