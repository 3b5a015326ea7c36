"""Build AU Studio as a program of its own: one folder, for computers without Python.

    python packaging/build_program.py                      into dist/au-studio, then test it
    python packaging/build_program.py --output DIR --archive

Run it with the Python that AU Studio is installed in, with the extra ``packaging`` (PyInstaller) and a
PyTorch for processors alone (``--torch "torch==…+cpu"`` of the set-up): CUDA would make the folder five
times as large. PyInstaller builds for the system that it runs on, so Windows and macOS need a run each
(packaging/program/BUILDING.md). The program is tested where it finds no Python: with nothing in its
environment but another home.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from messages import SetupError, say

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
NEEDED = 4 << 30
"""Bytes of free disk: the program, PyInstaller's own files, an archive."""
_ICON = """
import sys
from PySide6.QtGui import QGuiApplication
from au_studio.ui.icons import icon
app = QGuiApplication([])
sys.exit(0 if icon("logo", "#0072b2").pixmap(512, 512).save(sys.argv[1]) else 1)
"""


def check(output: Path) -> None:
    """Refuse what would fail after minutes.

    Raises
    ------
    SetupError
        If PyInstaller or AU Studio is missing, this PyTorch has CUDA in it, or the disk is too full.
    """
    if importlib.util.find_spec("PyInstaller") is None:
        raise SetupError("PyInstaller is not installed.", "Type: python -m pip install '.[packaging]'")
    for name in ("torch", "PySide6", "av", "matplotlib", "reportlab", "openpyxl"):
        if importlib.util.find_spec(name) is None:
            raise SetupError(
                f"This Python has no {name}, and the program is made of what it has.",
                "Run it with the Python that AU Studio is installed in (.venv), after: "
                "python -m pip install '.[packaging,spreadsheets,report]'",
            )
    if importlib.util.find_spec("nvidia") is not None:
        raise SetupError(
            "This Python has CUDA libraries, which would make the program five times as large.",
            'Set one up with PyTorch for processors: packaging/bootstrap.py setup --torch "torch==…+cpu"',
        )
    output.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(output).free < NEEDED:
        raise SetupError(
            f"There is not enough room in {output}.", f"{NEEDED >> 30} GB are needed, for a while."
        )


def build(output: Path, work: Path) -> Path:
    """Run PyInstaller; return the program's folder.

    Raises
    ------
    SetupError
        If it fails.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    work.mkdir(parents=True, exist_ok=True)
    _run([sys.executable, "-c", _ICON, str(work / "au-studio.png")], environment)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "INFO"]
    command += ["--distpath", str(output), "--workpath", str(work.parent)]
    _run([*command, str(HERE / "program" / "au-studio.spec")], environment)
    folder = output / "au-studio"
    strip_symbols(folder)
    beside = ["README.txt"] + (["install-desktop-entry.sh"] if sys.platform.startswith("linux") else [])
    for name in beside:
        shutil.copy(HERE / "program" / name, folder)
    return folder


def strip_symbols(folder: Path) -> int:
    """Take the names that only debuggers read out of the largest libraries; return the bytes saved.

    Only on Linux, whose libraries hold them, and where ``strip`` is there; the program's test follows.
    """
    tool = shutil.which("strip")
    if tool is None or not sys.platform.startswith("linux"):
        return 0
    saved = 0
    for name in contents().STRIPPED:
        for file in (folder / "_internal").rglob(name):
            if file.is_symlink():
                continue
            before = file.stat().st_size
            _run([tool, "--strip-unneeded", str(file)], dict(os.environ))
            saved += before - file.stat().st_size
    return saved


def contents() -> Any:
    """Return the module that says what goes into the program."""
    spec = importlib.util.spec_from_file_location("contents", HERE / "program" / "contents.py")
    if spec is None or spec.loader is None:
        raise SetupError(f"{HERE / 'program'} has no contents.py.", "Get AU Studio's folder again.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _run(command: Sequence[str], environment: dict[str, str]) -> None:
    code = subprocess.run(command, env=environment, cwd=ROOT, check=False).returncode
    if code != 0:
        raise SetupError(f"This failed with {code}: {' '.join(command[:4])} …", "Its output says why.")


def program_in(folder: Path) -> Path:
    """Return the program that has a console, which all systems can be told to test itself."""
    names = {"win32": "au-studio-console.exe"}
    return folder / names.get(sys.platform, "au-studio")


def test(folder: Path) -> tuple[float, float]:
    """Test the built program where it finds no Python and none of our settings.

    Returns
    -------
    seconds : tuple of float
        How long ``--version`` takes, and the whole self-test.

    Raises
    ------
    SetupError
        If the program does not do what it is for.
    """
    with tempfile.TemporaryDirectory() as home:
        environment = {"HOME": home, "PATH": "/nonexistent", "LANG": "C.UTF-8"}
        if sys.platform == "win32":
            kept = ("SYSTEMROOT", "TEMP", "TMP", "PATHEXT", "NUMBER_OF_PROCESSORS")
            environment = {"USERPROFILE": home, "LOCALAPPDATA": home, "APPDATA": home}
            environment |= {name: os.environ[name] for name in kept if name in os.environ}
        seconds = []
        for arguments in (["--version"], ["--version"], ["--self-test", "--verbose"]):
            began = time.monotonic()
            done = subprocess.run([program_in(folder), *arguments], env=environment, cwd=home, check=False)
            seconds.append(time.monotonic() - began)
            if done.returncode != 0:
                raise SetupError(
                    f"The built program failed: {' '.join(arguments)} ended with {done.returncode}.",
                    f"It is left in {folder}.",
                )
    return seconds[1], seconds[2]


def size_of(folder: Path) -> int:
    """Return how many bytes the files of a folder have; links count nothing."""
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file() and not f.is_symlink())


def largest(folder: Path, count: int = 12) -> list[tuple[str, int]]:
    """Return the largest parts of the program and their bytes."""
    inside = folder / "_internal"
    parts = [(part.name, part) for part in inside.iterdir() if not part.is_symlink()]
    sizes = [(name, size_of(part) if part.is_dir() else part.stat().st_size) for name, part in parts]
    return sorted(sizes, key=lambda part: -part[1])[:count]


def main(arguments: Sequence[str] | None = None) -> int:
    """Build, test and report; returns the exit code."""
    parser = argparse.ArgumentParser(prog="build_program.py", description="Build AU Studio for this system.")
    parser.add_argument("--output", type=Path, default=ROOT / "dist", metavar="DIR", help="default: dist")
    parser.add_argument("--archive", action="store_true", help="pack the folder, too (.zip or .tar.xz)")
    parser.add_argument("--no-test", action="store_true", help="do not run the built program")
    options = parser.parse_args(arguments)
    output = options.output.resolve()
    try:
        check(output)
        with tempfile.TemporaryDirectory(dir=output) as work:
            began = time.monotonic()
            folder = build(output, Path(work) / "au-studio")
        say(f"Built in {time.monotonic() - began:.0f} s: {folder}, {size_of(folder) / 1e6:.0f} MB. In it:")
        for name, size in largest(folder):
            say(f"  {size / 1e6:6.0f} MB  {name}")
        if not options.no_test:
            version, whole = test(folder)
            say(f"It works without Python: --version in {version:.1f} s, the self-test in {whole:.0f} s.")
        if options.archive:
            kind = "zip" if sys.platform == "win32" else "xztar"
            packed = Path(shutil.make_archive(str(folder), kind, output, folder.name))
            say(f"Packed: {packed}, {packed.stat().st_size / 1e6:.0f} MB.")
    except SetupError as error:
        say(error.message)
        say(error.next_step)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
