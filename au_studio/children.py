"""How AU Studio starts a Python of its own for long work: with Python, and as a program built without one.

A built program holds no Python that would run a module by its name: there the program starts itself again,
told by its first argument which of a few modules it is to be (`run`).
"""

from __future__ import annotations

import runpy
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

CHILD = "--child"
"""First argument of a built program that is to run a module instead of opening the window."""

MODULES = ("au_studio.jobs", "au_studio.jobs.worker", "au_studio.live.child")
"""Modules that run in a process of their own; a built program runs no other."""

_CONSOLE = "au-studio-console.exe"
"""Windows: the window's program has no stdin and stdout of its own, so this one beside it runs the work."""


def is_built() -> bool:
    """Whether this is the built program, which needs no Python on the computer."""
    return bool(getattr(sys, "frozen", False))


def command(module: str, *arguments: str) -> list[str]:
    """Return the command line that runs a module in a process of its own.

    Parameters
    ----------
    module : str
        One of `MODULES`.
    *arguments : str
        What the module is told.

    Raises
    ------
    ValueError
        If no process is made of that module.
    """
    _require_known(module)
    if not is_built():
        return [sys.executable, "-m", module, *arguments]
    console = Path(sys.executable).with_name(_CONSOLE)
    program = str(console) if console.is_file() else sys.executable
    return [program, CHILD, module, *arguments]


def piped(*, gently: bool = True) -> dict[str, Any]:
    """Return what `subprocess.Popen` is told for every child: pipes to speak through, and no console window.

    Parameters
    ----------
    gently : bool
        On Windows, let the window go first; elsewhere a child lowers its own priority.
    """
    flags: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    if gently:
        flags |= getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
    return {
        "stdin": subprocess.PIPE,
        "stdout": subprocess.PIPE,
        "stderr": subprocess.PIPE,
        "creationflags": flags,
    }


def is_asked_for(argv: Sequence[str]) -> bool:
    """Whether a command line (with the program's name) asks for a child."""
    return list(argv[1:2]) == [CHILD]


def run(argv: Sequence[str]) -> None:
    """Be the child that a command line made by `command` asks for; ends the process with its exit code.

    Raises
    ------
    ValueError
        If the command line names no module, or one of which no process is made.
    """
    if not is_asked_for(argv) or len(argv) < 3:
        raise ValueError(f"{CHILD} needs a module: one of {', '.join(MODULES)}")
    _require_known(argv[2])
    sys.argv = [argv[0], *argv[3:]]
    runpy.run_module(argv[2], run_name="__main__", alter_sys=True)


def _require_known(module: str) -> None:
    if module not in MODULES:
        raise ValueError(f"no process is made of the module {module!r}")
