"""Which releases of PySide6 and pyqtgraph work together; checked before the first window opens.

Importing this module imports no Qt, so that the check can speak before a bad pair does harm.
"""

from __future__ import annotations

import re
from importlib import metadata

OLDEST_PYSIDE6 = (6, 8, 3)
LEAKING_PYSIDE6 = (6, 10)
"""From here on PySide6 leaks references, and 6.12 aborts Python 3.11 after some thousand signals."""
BROKEN_PYSIDE6 = ((6, 9, 1), (6, 9, 2))
"""Releases in which pyqtgraph's items lose their methods (pyqtgraph issues 3323 and 3357)."""
OLDEST_PYQTGRAPH = (0, 14)

NEXT_STEP = 'Install a pair that works: python -m pip install "PySide6==6.9.3" "pyqtgraph==0.14.0"'


def parse(version: str) -> tuple[int, ...]:
    """Return the numbers that a version begins with ("6.9.3.post1" → (6, 9, 3))."""
    match = re.match(r"\d+(?:\.\d+)*", version)
    return tuple(int(number) for number in match[0].split(".")) if match else ()


def find_problem(pyside6: str | None, pyqtgraph: str | None) -> str | None:
    """Say what is wrong with a pair of versions.

    Parameters
    ----------
    pyside6, pyqtgraph : str or None
        Versions as the packages state them; None when a package is not installed.

    Returns
    -------
    str or None
        Sentences for a person, with what to do; None when the pair works.
    """
    for name, version in (("PySide6", pyside6), ("pyqtgraph", pyqtgraph)):
        if version is None:
            return f"{name} is not installed, and the window needs it. {NEXT_STEP}"
    pyside6_numbers = parse(pyside6 or "")
    reason = ""
    if pyside6_numbers < OLDEST_PYSIDE6:
        reason = f"PySide6 {pyside6} is too old"
    elif pyside6_numbers in BROKEN_PYSIDE6:
        reason = f"PySide6 {pyside6} breaks pyqtgraph, which draws the curves"
    elif pyside6_numbers >= LEAKING_PYSIDE6:
        reason = f"PySide6 {pyside6} loses memory or aborts while the window is used"
    elif parse(pyqtgraph or "") < OLDEST_PYQTGRAPH:
        reason = f"pyqtgraph {pyqtgraph} is too old for PySide6 {pyside6}"
    return f"{reason}. {NEXT_STEP}" if reason else None


def check_qt_versions() -> str | None:
    """Say what is wrong with the installed PySide6 and pyqtgraph.

    Returns
    -------
    str or None
        As `find_problem`.
    """
    pyside6 = installed_version("PySide6_Essentials") or installed_version("PySide6")
    return find_problem(pyside6, installed_version("pyqtgraph"))


def installed_version(package: str) -> str | None:
    """Return the version of an installed package, or None when it is not installed."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None
