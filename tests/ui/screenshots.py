"""Makes pictures of every page and every window, in both themes and at three scales, and contact sheets.

    python tests/ui/screenshots.py OUT [--scale 100 …] [--theme light …] [--only NAME …] [--no-reading]
                                       [--study STUDY]
    AU_STUDIO_LANGUAGE=de python tests/ui/screenshots.py OUT …

For developers: open the contact sheets and look. The screen is that of a small laptop, 1280 x 720; the demo
study is made once, in OUT/home, and its first recording is read, so that there is something to see. A study
that has more (conditions, a model of its own) shows more: it is opened as it is, and a coder is added to it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
_WIDTH, _HEIGHT = 1280, 720
_PATIENCE = 600
_THUMB, _IN_A_ROW, _MARGIN, _LETTERS = 620, 3, 16, 26


def environment(home: Path, scale: int) -> dict[str, str]:
    """Return the environment in which Qt has a screen of the wanted scale, and nobody's settings."""
    screen = {"name": "small", "x": 0, "y": 0, "dpr": 1, "logicalDpi": 96, "logicalBaseDpi": 96}
    screen |= {"width": _WIDTH * scale // 100, "height": _HEIGHT * scale // 100}
    file = home / f"screen-{scale}.json"
    file.write_text(json.dumps({"screens": [screen]}))
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
        "QT_SCALE_FACTOR": str(scale / 100),
        "QT_SCALE_FACTOR_ROUNDING_POLICY": "PassThrough",
        **{f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "DATA", "STATE")},
    }


def make(out: Path, options: argparse.Namespace) -> None:
    """Make all pictures and a contact sheet for each theme and scale."""
    home = out / "home"
    home.mkdir(parents=True, exist_ok=True)
    for scale in options.scale:
        for theme in options.theme:
            folder = out / f"{theme}-{scale}"
            folder.mkdir(exist_ok=True)
            command = [sys.executable, __file__, "--take", str(folder), str(home), theme]
            command += [str(int(not options.no_reading)), str(options.study or "")]
            subprocess.run([*command, *options.only], env=environment(home, scale), cwd=ROOT, check=True)
            print(out / f"{theme}-{scale}.png", flush=True)


def take(folder: Path, home: Path, theme: str, only: Sequence[str], study: str, *, read: bool) -> None:
    """Take the pictures of one theme and scale; runs in a process of its own."""
    from PySide6.QtWidgets import QWidget
    from states_of_pages import settle, states
    from walk_windows import PAGES, open_in_turn, wait

    from au_studio.controllers.watch.live_analysis import LiveAnalysis
    from au_studio.controllers.workspace import Workspace
    from au_studio.ui.app import make_application, make_window
    from au_studio.ui.language import speak, wanted
    from au_studio.ui.theme import ThemeMode, apply_theme

    if not read:
        LiveAnalysis.start = lambda _self: None  # type: ignore[method-assign]
    app = make_application()
    speak(app, wanted())
    apply_theme(app, ThemeMode(theme))
    workspace = Workspace(home=home / "documents")
    window = make_window(workspace)
    window.set_theme(ThemeMode(theme))
    window.show()
    window.resize(_WIDTH, _HEIGHT - 40)
    taken: list[tuple[str, Path]] = []

    def keep(name: str, widget: QWidget) -> None:
        if not only or name in only:
            path = folder / f"{len(taken):02d}-{name.replace(' ', '-')}.png"
            widget.grab().save(str(path))
            taken.append((name, path))

    wait(200)
    keep("empty", window)
    workspace.open_study(Path(study)) if study else workspace.open_demo()
    end = time.monotonic() + _PATIENCE
    while not workspace.recordings() and time.monotonic() < end:
        wait(50)
    workspace.open_recording(workspace.recordings()[0].id)
    while workspace.index is None and time.monotonic() < end:
        wait(50)
    while read and not workspace.has_analysis(workspace.current.id) and time.monotonic() < end:  # type: ignore[union-attr]
        wait(200)
    live = window.watch.controller.live
    while read and not live.complete and time.monotonic() < end:
        wait(100)
    window.watch.controller.playback.seek_time(2.0)
    wait(800)
    for place, name in enumerate(PAGES):
        window.show_page(place)
        wait(900)
        keep(name, window)
    for name, dialog in open_in_turn(window):
        settle(dialog)
        keep(name, dialog)
    for name, widget in states(window):
        keep(name, widget)
    window.close()
    sheet(taken, folder.with_name(f"{folder.name}.png"))


def sheet(taken: Sequence[tuple[str, Path]], path: Path) -> None:
    """Put all pictures onto one, each with its name."""
    from PySide6.QtCore import QPoint, Qt
    from PySide6.QtGui import QImage, QPainter, qRgb

    def smaller(image: QImage) -> QImage:
        side = min(image.width(), _THUMB), min(image.height(), _THUMB)
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        return image.scaled(*side, keep, smooth)

    small = [(name, smaller(QImage(str(file)))) for name, file in taken]
    rows = [small[start : start + _IN_A_ROW] for start in range(0, len(small), _IN_A_ROW)]
    heights = [max(image.height() for _, image in row) + _LETTERS + _MARGIN for row in rows]
    wide = _IN_A_ROW * (_THUMB + _MARGIN) + _MARGIN
    whole = QImage(wide, sum(heights) + _MARGIN, QImage.Format.Format_RGB32)
    whole.fill(qRgb(120, 124, 130))
    painter = QPainter(whole)
    painter.setPen(Qt.GlobalColor.white)
    top = _MARGIN
    for row, height in zip(rows, heights, strict=True):
        for column, (name, image) in enumerate(row):
            left = _MARGIN + column * (_THUMB + _MARGIN)
            painter.drawText(QPoint(left, top + _LETTERS - 9), name)
            painter.drawImage(QPoint(left, top + _LETTERS), image)
        top += height
    painter.end()
    whole.save(str(path))


def main() -> None:
    """Read the command line."""
    if sys.argv[1:2] == ["--take"]:
        folder, home, theme, read, study, *only = sys.argv[2:]
        take(Path(folder), Path(home), theme, only, study, read=bool(int(read)))
        return
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--scale", type=int, nargs="+", default=[100, 150, 200], metavar="PERCENT")
    parser.add_argument("--theme", nargs="+", choices=["light", "dark"], default=["light", "dark"])
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="of a page or window")
    parser.add_argument("--no-reading", action="store_true", help="without the model: quicker, and no curves")
    parser.add_argument("--study", type=Path, help="shown instead of the demo; a coder is added to it")
    make((options := parser.parse_args()).out.resolve(), options)


if __name__ == "__main__":
    main()
