"""ONNX Runtime on CPUs: whether it is there, how its networks are started, and where they are kept.

No torch in here: an analysis on a CPU does without it once its network has been written.
"""

from __future__ import annotations

import os
from functools import lru_cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

import platformdirs

NO_ENGINE = "AU_STUDIO_TORCH_ONLY"
"""Variable of the environment that leaves ONNX Runtime out when it is set."""

NO_EIGHT_BITS = "AU_STUDIO_32_BITS"
"""Variable of the environment that leaves networks in 8 bits out when it is set: values differ a little from
those of 32 bits, and who analyses one study on several computers may want all of them to be made alike."""

EIGHT_BITS = "8-bit encoder"
"""What is said of an engine whose encoder computes in 8 bits."""

_SILENT = "ORT_DISABLE_TELEMETRY"

KEPT = 20
"""Networks of each kind that stay in the cache, of 5 to 12 MB each; the oldest go."""


@lru_cache(maxsize=1)
def is_there() -> bool:
    """Tell whether ONNX Runtime can be used here."""
    if os.environ.get(NO_ENGINE):
        return False
    try:
        runtime()
    except (ImportError, OSError):
        return False
    return True


def describe_engine(*, quick: bool, eight_bits: bool = False) -> str:
    """Return what runs a network, with its version: ONNX Runtime when it is quick, else torch."""
    if not quick:
        return f"PyTorch {version('torch')}"
    return f"ONNX Runtime {version('onnxruntime')}" + (f", {EIGHT_BITS}" if eight_bits else "")


def may_use_eight_bits() -> bool:
    """Tell whether networks may compute in 8 bits where that is near enough."""
    return not os.environ.get(NO_EIGHT_BITS)


def session(graph: bytes, threads: int = 1) -> Any:
    """Return an ``InferenceSession`` for a graph, on so many threads."""
    options = runtime().SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.log_severity_level = 3
    # Threads that wait by spinning take the time of the other stages.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return runtime().InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def cache_folder() -> Path:
    """Return the folder of the graphs; everything in it can be deleted."""
    return platformdirs.user_cache_path("au-studio", appauthor=False) / "networks"


def forget_the_oldest(folder: Path, pattern: str, kept: int = KEPT) -> None:
    """Delete all but the newest files of a cache."""
    by_age = sorted(folder.glob(pattern), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in by_age[kept:]:
        file.unlink()


def runtime() -> Any:
    """Return the module ``onnxruntime``, which is kept from telling its maker about this computer.

    From 1.32 on its wheels keep a number for the computer and notes on every program that loads them, and
    send them where there is a network. Only the variable, set before it is loaded, stops that on Linux; the
    call does on Windows.
    """
    os.environ[_SILENT] = "1"
    module = import_module("onnxruntime")
    module.disable_telemetry_events()
    return module
