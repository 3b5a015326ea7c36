"""Runs pip: shows its progress in words, tries again when the network hiccups, explains what went wrong."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from messages import SetupError, say

ATTEMPTS = 3
PAUSE_SECONDS = 4.0

_UNREACHABLE = re.compile(
    r"NewConnectionError|ConnectTimeout|ReadTimeout|ConnectionReset|ConnectionError|Max retries|getaddrinfo"
    r"|Connection (?:refused|aborted|broken)|name resolution|IncompleteRead|Network is unreachable"
    r"|HTTP error 5\d\d|SSLError",
    re.IGNORECASE,
)


class Pip:
    """The pip of one environment.

    Parameters
    ----------
    python : Path
        The environment's Python.
    log : Path
        The file that everything pip says is added to.
    wheels : Path, optional
        A folder of package files to install from, for computers without a network.
    """

    def __init__(self, python: Path, log: Path, wheels: Path | None = None) -> None:
        self.log = log
        self.command = [str(python), *["-m", "pip", "install", "--no-input", "--progress-bar", "off"]]
        if wheels is not None:
            self.command += ["--no-index", "--find-links", str(wheels.resolve())]

    def install(self, what: str, *arguments: str) -> None:
        """Run ``pip install`` until it succeeds or trying again makes no sense.

        Parameters
        ----------
        what : str
            Name of what is installed, for messages.
        *arguments : str
            Requirements and options for pip.

        Raises
        ------
        SetupError
            With the reason in words: no network, no space, or no such package for this computer.
        """
        for attempt in range(1, ATTEMPTS + 1):
            code, output = self.run([*self.command, *arguments])
            if code == 0:
                return
            unreachable = bool(_UNREACHABLE.search(output))
            hopeless = "No space left" in output or ("No matching distribution" in output and not unreachable)
            if hopeless or attempt == ATTEMPTS:
                raise self._explain(what, output, unreachable)
            say(f"    that failed; trying again ({attempt + 1} of {ATTEMPTS})")
            time.sleep(PAUSE_SECONDS * attempt)

    def run(self, command: Sequence[str]) -> tuple[int, str]:
        """Run a command of pip; return its exit code and what it said, which is added to the log."""
        variables = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "PYTHONHOME", "PIP_USER")}
        variables.update(PIP_DISABLE_PIP_VERSION_CHECK="1", PYTHONNOUSERSITE="1", PYTHONUTF8="1")
        lines: list[str] = []
        with self.log.open("a", encoding="utf-8") as log:
            log.write(f"\n$ {' '.join(command)}\n")
            with subprocess.Popen(
                command,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                env=variables,
                encoding="utf-8",
                errors="replace",
            ) as process:
                for line in process.stdout or ():
                    log.write(line)
                    lines.append(line)
                    words = progress(line)
                    if words:
                        say(f"    {words}")
        return process.returncode, "".join(lines)

    def _explain(self, what: str, output: str, unreachable: bool) -> SetupError:
        log = f"Everything pip said is in {self.log}."
        if unreachable:
            return SetupError(
                f"Installing {what} failed: the place that packages come from can't be reached.",
                "Check the network (or the proxy) and start the same command again; it goes on where it"
                f" stopped. Without a network, give a folder of package files with --wheels FOLDER. {log}",
            )
        if "No space left" in output:
            return SetupError(
                f"Installing {what} failed: the disk is full.",
                f"Free about 3 GB and start the same command again. {log}",
            )
        reasons = [line[len("ERROR: ") :] for line in output.splitlines() if line.startswith("ERROR: ")]
        return SetupError(
            f"Installing {what} failed: {reasons[-1] if reasons else 'pip gave no reason'}", log
        )


def progress(line: str) -> str:
    """Turn one line of pip's output into words for people; empty for lines that tell them nothing."""
    match = re.match(r"\s*(Downloading|Processing) (\S+?\.whl)( \([^)]+\))?\s*$", line)
    if match:
        verb = "downloading" if match[1] == "Downloading" else "using"
        name, version = match[2].replace("\\", "/").rsplit("/", 1)[-1].split("-")[:2]
        return f"{verb} {name} {version}{match[3] or ''}"
    if line.startswith("Installing collected packages:"):
        count = line.count(",") + 1
        return f"installing {count} packages" if count > 1 else ""
    return ""
