"""Set AU Studio up in this folder and start it; needs nothing but Python and the standard library.

    python3 packaging/bootstrap.py demo     set up, then the demo study in the window (or headless)
    python3 packaging/bootstrap.py run      set up, then AU Studio itself (videos may follow)
    python3 packaging/bootstrap.py test     set up, then every check: style, types, contracts, tests
    python3 packaging/bootstrap.py setup    set up only

The set-up makes ``.venv`` beside ``pyproject.toml`` and installs the exact versions of ``pins.txt``. A second
start finds it ready and goes straight on; a set-up that was cut off is repaired by the next start. These
files stay readable for Pythons older than the one AU Studio needs, so that they can say so.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import environment as environments
import system_libraries
from messages import SetupError, say

OLDEST, NEWEST = (3, 11), (3, 13)
"""The Pythons for which every pinned package has a ready-made file."""


def is_supported(version: Sequence[int]) -> bool:
    """Tell whether the pinned packages exist for this version of Python."""
    return OLDEST <= tuple(version[:2]) <= NEWEST


def find_python() -> list[str] | None:
    """Return the command of another Python on this computer that would do, the newest first."""
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        for command in ([f"python3.{minor}"], ["py", f"-3.{minor}"]):
            if shutil.which(command[0]) is None:
                continue
            question = [*command, "-c", "import sys; print(*sys.version_info[:2])"]
            answer = subprocess.run(question, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
            if answer.returncode == 0 and answer.stdout.split() == [b"3", str(minor).encode()]:
                return command
    return None


def restart_with_supported_python(arguments: Sequence[str]) -> int:
    """Run this file again under a Python that AU Studio can use, or say which one is needed."""
    command = find_python()
    here = ".".join(str(number) for number in sys.version_info[:3])
    if command is None:
        raise SetupError(
            f"AU Studio needs Python 3.11, 3.12 or 3.13; this is Python {here}, and no other one was found.",
            "Install Python 3.12 and start the same command with it: python3.12 packaging/bootstrap.py",
        )
    say(f"This is Python {here}; using {' '.join(command)} instead.")
    return subprocess.run([*command, str(Path(__file__).resolve()), *arguments], check=False).returncode


def start(environment: environments.Environment, *arguments: str) -> int:
    """Run ``python -m au_studio`` in the environment; return its exit code."""
    command = [str(environment.python), "-m", "au_studio", *arguments]
    return subprocess.run(command, check=False).returncode


def demo(environment: environments.Environment, arguments: list[str]) -> int:
    """Open the demo study in the window; without a display run the same loop and write files."""
    if "--headless" not in arguments and not system_libraries.has_display():
        say("There is no display: running the demo without a window, results go to demo-output.")
        arguments = ["--headless", "demo-output", *arguments]
    return start(environment, "demo", *arguments)


def run_check(name: str, command: Sequence[str], folder: Path) -> tuple[bool, str]:
    """Run one check, pass its output on, and return whether it succeeded and its last line."""
    say(f"\n== {name}")
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"}
    last = ""
    with subprocess.Popen(
        command,
        cwd=folder,
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            say(line.rstrip("\n"))
            last = line.strip() or last
    return process.returncode == 0, last


def test(environment: environments.Environment, arguments: list[str]) -> int:
    """Run every check, also after one has failed; the last line is pytest's own summary."""
    python = str(environment.python)
    contracts = environment.scripts / ("lint-imports.exe" if os.name == "nt" else "lint-imports")
    checks: dict[str, list[str]] = {
        "style": [python, "-m", "ruff", "check", "."],
        "format": [python, "-m", "ruff", "format", "--check", "."],
        "types": [python, "-m", "mypy"],
        "import contracts": [str(contracts), "--no-logo"],
        "tests": [python, "-m", "pytest", *arguments],
    }
    outcomes: dict[str, bool] = {}
    last = ""
    for name, command in checks.items():
        outcomes[name], last = run_check(name, command, environment.root)
    say("\n" + "   ".join(f"{name}: {'ok' if good else 'FAILED'}" for name, good in outcomes.items()))
    say(last)
    return 0 if all(outcomes.values()) else 1


def parse(arguments: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    """Return the options of the set-up, and what is passed on to AU Studio (or to pytest)."""
    parser = argparse.ArgumentParser(
        prog="bootstrap.py",
        description="Set AU Studio up in this folder and start it.",
        epilog="Whatever else is given goes to AU Studio (to pytest with 'test').",
        allow_abbrev=False,
    )
    parser.add_argument(
        "command", choices=["demo", "run", "test", "setup"], help="what to do once everything is installed"
    )
    parser.add_argument(
        "--torch",
        metavar="REQUIREMENT",
        help=f"another PyTorch than {environments.TORCH}; remembered for the next start",
    )
    parser.add_argument("--wheels", type=Path, metavar="FOLDER", help="install from package files, offline")
    parser.add_argument(
        "--install-system-libraries",
        action="store_true",
        help="Linux: install missing libraries with sudo, which asks for the password",
    )
    return parser.parse_known_args(arguments)


def prepare(options: argparse.Namespace, rest: Sequence[str]) -> environments.Environment:
    """Install whatever the command needs: the Python packages, and on Linux the system's libraries."""
    environment = environments.Environment()
    environments.set_up(environment, options.torch, options.wheels)
    has_display = system_libraries.has_display()
    window = options.command == "run" or (
        options.command == "demo" and has_display and "--headless" not in rest
    )
    level = system_libraries.level(window)
    if level not in environment.libraries_checked():
        install = options.install_system_libraries or system_libraries.may_install()
        system_libraries.ensure(environment.folder, level, install)
        environment.note_libraries_checked(level)
    return environment


def carry_out(options: argparse.Namespace, rest: list[str]) -> int:
    """Set up and do what the command says; return the exit code."""
    environment = prepare(options, rest)
    if options.command == "test":
        return test(environment, rest)
    if options.command == "demo":
        return demo(environment, rest)
    if options.command == "run":
        return start(environment, *rest)
    say(f"AU Studio is ready in {environment.folder}. Start it with: python3 packaging/bootstrap.py run")
    return 0


def main(arguments: Sequence[str]) -> int:
    """Run the command line; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a Windows console may not know every character
    options, rest = parse(arguments)
    try:
        if is_supported(sys.version_info[:2]):
            return carry_out(options, rest)
        return restart_with_supported_python(arguments)
    except SetupError as error:
        print(f"\n{error.message}\n{error.next_step}".rstrip(), file=sys.stderr, flush=True)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr, flush=True)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
