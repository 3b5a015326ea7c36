"""``au-studio open``: the window, with recordings or a study in it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from au_studio.errors import AUStudioError
from au_studio.qt_versions import require_window_libraries


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of ``au-studio open``."""
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="VIDEO|STUDY", help="recordings or a study to open"
    )


def run(arguments: argparse.Namespace) -> int:
    """Open the window; returns its exit code."""
    return open_window(arguments.paths)


def open_window(paths: Sequence[Path]) -> int:
    """Open the window with recordings or studies in it.

    Raises
    ------
    AUStudioError
        If a path does not exist, there is no display, or a library of the system is missing.
    """
    for path in paths:
        if not path.exists():
            raise AUStudioError(
                f"There is no command and no file called “{path}”.",
                next_step="`au-studio --help` lists the commands.",
            )
    if not _has_display():
        raise AUStudioError(
            "The window cannot open: this session has no display (DISPLAY and WAYLAND_DISPLAY are not set).",
            next_step="Log in at the screen, use `ssh -X`, or work without a window: `au-studio analyze`.",
        )
    require_window_libraries()
    from au_studio.ui.app import run as run_window  # noqa: PLC0415

    return run_window(list(paths))


def _has_display() -> bool:
    """Whether a window can open; only Linux and the BSDs can be without a display."""
    if sys.platform in ("win32", "darwin"):
        return True
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    offscreen = chosen.split(":")[0] in ("offscreen", "minimal", "vnc", "eglfs", "linuxfb")
    return offscreen or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
