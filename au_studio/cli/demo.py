"""``au-studio demo``: the demo study in the window; without a display the same loop by itself."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from au_studio.qt_versions import require_window_libraries


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Define the command line of ``au-studio demo``."""
    parser.add_argument(
        "--headless",
        type=Path,
        metavar="DIR",
        help="no window: run the whole loop (read, code, fine-tune, export), write tables and pictures",
    )
    parser.add_argument("--dark", action="store_true", help="dark pictures (with --headless)")


def run(arguments: argparse.Namespace) -> int:
    """Open the demo study; returns the exit code."""
    if arguments.headless is None:
        require_window_libraries()
        from au_studio.ui.app import run as run_window  # noqa: PLC0415

        return run_window(demo=True)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from au_studio.ui.demo_tour import DemoTour, use_settings_in  # noqa: PLC0415
    from au_studio.ui.theme import ThemeMode  # noqa: PLC0415

    folder: Path = arguments.headless.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    use_settings_in(folder)
    theme = ThemeMode.DARK if arguments.dark else ThemeMode.LIGHT
    for file in DemoTour(folder, lambda text: print(text, flush=True), theme).run():
        print(file)
    return 0
