"""Which libraries computed something: their versions decide values in the last digits, or more."""

from __future__ import annotations

import functools
import importlib.metadata

_PACKAGES = {
    "opencv": ("opencv-python", "opencv-python-headless", "opencv-contrib-python"),
    "av": ("av",),
    "torch": ("torch",),
    "numpy": ("numpy",),
}
"""Libraries that decode, cut out faces and compute, and the packages that they may come in."""


@functools.cache
def _version(name: str) -> str:
    for package in _PACKAGES[name]:
        try:
            return importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            continue
    return "unknown"


def library_versions() -> dict[str, str]:
    """Return the installed versions of OpenCV, PyAV, PyTorch and NumPy; nothing is imported.

    Returns
    -------
    dict of str to str
        ``opencv``, ``av``, ``torch``, ``numpy``; ``"unknown"`` where a library came in no package.
    """
    return {name: _version(name) for name in _PACKAGES}
