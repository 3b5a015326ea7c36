"""``au-studio demo``: the demo study in the window; without a display the same way by commands alone."""

from __future__ import annotations

import argparse
import os
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path

from au_studio import resources
from au_studio.qt_versions import require_window_libraries


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Define the command line of ``au-studio demo``."""
    parser.add_argument(
        "--headless",
        type=Path,
        metavar="DIR",
        help="no window: run the commands of the whole way (make a study, draw, import ratings, fine-tune, "
        "analyse, export), and show each of them",
    )
    parser.add_argument(
        "--pictures",
        action="store_true",
        help="with --headless: go that way in a window that nobody sees, and keep pictures of it",
    )
    parser.add_argument("--dark", action="store_true", help="dark pictures (with --pictures)")


def run(arguments: argparse.Namespace) -> int:
    """Open the demo study, or go its way; returns the exit code."""
    if arguments.headless is None:
        require_window_libraries()
        from au_studio.ui.app import run as run_window  # noqa: PLC0415

        return run_window(demo=True)
    folder: Path = arguments.headless.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return _with_pictures(folder, dark=arguments.dark) if arguments.pictures else _by_commands(folder)


def _by_commands(folder: Path) -> int:
    """Run one command after the other, until one fails; returns its exit code."""
    from au_studio.cli import main  # noqa: PLC0415  it knows this module

    for words in _steps(folder):
        sys.stdout.write(f"\n$ au-studio {shlex.join(words)}\n")
        sys.stdout.flush()
        if (code := main(words)) != 0:
            return code
    return 0


def _steps(folder: Path) -> Iterator[list[str]]:
    """Yield the commands; each is run before the next is asked for."""
    from au_studio.study.demo import CODER, FRACTION, SEED  # noqa: PLC0415

    study, ratings = str(folder / "Demo.austudio"), folder / "ratings.csv"
    films = sorted(resources.path("demo").glob("*.mp4"))
    yield ["study", "new", study]
    for film in films:
        yield ["study", "add", study, str(film), "--person", film.stem]
    yield ["sample", study, "--share", f"{100 * FRACTION:g}", "--seed", str(SEED)]
    _write_ratings(Path(study), films, ratings)
    yield ["import", study, str(ratings), "--coder", CODER]
    yield ["finetune", study, "--coder", CODER]
    yield ["analyze", study]
    formats = [word for kind in ("openface", "events", "summary", "methods") for word in ("--format", kind)]
    yield ["export", study, *formats, "--coder", CODER, "-o", str(folder / "tables")]


def _write_ratings(folder: Path, films: list[Path], target: Path) -> None:
    """Write what a coder would have rated in the sample: the exact intensities of the rendered films."""
    from au_studio.export.table import write_table  # noqa: PLC0415  as below: --help needs none of these
    from au_studio.study.demo import exact_ratings, read_exact_intensities  # noqa: PLC0415
    from au_studio.study.study import Study  # noqa: PLC0415
    from au_studio.video.index import index_video  # noqa: PLC0415

    rows = []
    with Study.open(folder, read_only=True) as study:
        for film, recording in zip(films, study.recordings(), strict=True):
            exact = read_exact_intensities(film.with_suffix(".csv"))
            given = exact_ratings(study, recording, index_video(film), exact)
            rows += [[recording.name, str(r.pts), f"AU{r.au:02d}", str(r.value)] for r in given]
    write_table(target, ("recording", "pts", "au", "value"), rows)


def _with_pictures(folder: Path, *, dark: bool) -> int:
    """Press the keys in a window that nobody sees."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from au_studio.ui.demo_tour import DemoTour, use_settings_in  # noqa: PLC0415
    from au_studio.ui.theme import ThemeMode  # noqa: PLC0415

    use_settings_in(folder)
    theme = ThemeMode.DARK if dark else ThemeMode.LIGHT
    for file in DemoTour(folder, lambda text: print(text, flush=True), theme).run():
        print(file)
    return 0
