"""What must be right before the first window opens: PySide6, pyqtgraph, the system’s libraries.

Importing this module imports no Qt, so that the check can speak before a bad pair does harm.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

from au_studio.errors import AUStudioError
from au_studio.texts import sentence

OLDEST_PYSIDE6 = (6, 8, 3)
LEAKING_PYSIDE6 = (6, 10)
"""From here on PySide6 leaks references, and 6.12 aborts Python 3.11 after some thousand signals."""
BROKEN_PYSIDE6 = ((6, 9, 1), (6, 9, 2))
"""Releases in which pyqtgraph's items lose their methods (pyqtgraph issues 3323 and 3357)."""
OLDEST_PYQTGRAPH = (0, 14)

NEXT_STEP = 'Install a pair that works: python -m pip install "PySide6==6.9.3" "pyqtgraph==0.14.0"'


class QtVersionsError(AUStudioError):
    """The window cannot be shown with the installed PySide6 and pyqtgraph."""


class WindowLibrariesError(AUStudioError):
    """Libraries of the system are missing that every window needs."""


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
    return find_problem(installed_pyside6(), installed_version("pyqtgraph"))


def require_qt_versions() -> None:
    """Refuse versions of PySide6 and pyqtgraph that do not work together.

    Raises
    ------
    QtVersionsError
        Says what is wrong and how to install a pair that works.
    """
    problem = check_qt_versions()
    if problem is not None:
        raise QtVersionsError(problem.removesuffix(NEXT_STEP).strip(), next_step=NEXT_STEP)


def installed_pyside6() -> str | None:
    """Return the version of PySide6, which may be installed in parts, or None."""
    return installed_version("PySide6_Essentials") or installed_version("PySide6")


def installed_version(package: str) -> str | None:
    """Return the version of an installed package, or None when it is not installed."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return None


def missing_window_libraries(packages: Path | None = None) -> set[str]:
    """Return the libraries of a Linux system that a window needs and that are not there.

    Qt itself would end the program with a core dump and a text about plug-ins.

    Parameters
    ----------
    packages : Path, optional
        The folder of the installed PySide6; found by itself by default.
    """
    ldd = shutil.which("ldd")
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]
    if not sys.platform.startswith("linux") or ldd is None or platform not in {"", "xcb", "wayland"}:
        return set()
    if packages is None:
        found = importlib.util.find_spec("PySide6")
        if found is None or not found.submodule_search_locations:
            return set()
        packages = Path(next(iter(found.submodule_search_locations)))
    on_x11 = bool(os.environ.get("DISPLAY")) or platform == "xcb"
    plugin = "libqxcb.so" if on_x11 else "libqwayland*.so"
    files = [*packages.glob("QtWidgets*.so"), *(packages / "Qt" / "plugins" / "platforms").glob(plugin)]
    if not files:
        return set()
    listing = subprocess.run(
        [ldd, *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C"},
    )
    return set(re.findall(r"^\s*(\S+) => not found", listing.stdout, re.MULTILINE))


def require_window_libraries() -> None:
    """Refuse to open a window where libraries of the system are missing.

    Raises
    ------
    WindowLibrariesError
        Names them, and the command that installs them.
    """
    lacking = missing_window_libraries()
    if lacking:
        raise WindowLibrariesError(
            sentence(
                "The window cannot open: the system lacks these libraries: {names}.",
                names=", ".join(sorted(lacking)),
            ),
            next_step="`python3 packaging/bootstrap.py run`, in AU Studio's folder, installs them or names "
            "their packages. Without a window: `au-studio analyze`.",
        )
