"""The virtual environment of a checkout: made once, kept in step with the pins, repaired when cut off."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from installer import Pip
from messages import SetupError, say
from system_libraries import as_root, install_packages, may_install, way

ROOT = Path(__file__).resolve().parents[1]
PINS = Path(__file__).resolve().parent / "pins.txt"
TORCH = "torch==2.13.0"


class Environment:
    """The virtual environment of one checkout, and the note in it that says how far the set-up came.

    The note's ``state`` is "installing" while pip works (so that a set-up which was killed is recognised),
    "incomplete" after pip gave up by itself, and "ready".

    Parameters
    ----------
    root : Path
        The checkout; the environment is ``root/.venv``.
    """

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.folder = root / ".venv"
        self.note = self.folder / "au-studio-setup.json"
        self.log = self.folder / "au-studio-setup.log"

    @property
    def scripts(self) -> Path:
        """The folder of the environment's programs."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def python(self) -> Path:
        """The environment's Python."""
        return self.scripts / ("python.exe" if os.name == "nt" else "python")

    def read_note(self) -> dict[str, object]:
        """Return what the last set-up wrote down; empty when there is no (readable) note."""
        try:
            note = json.loads(self.note.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return note if isinstance(note, dict) else {}

    def write_note(self, **values: object) -> None:
        """Replace the note in one step."""
        temporary = self.note.with_suffix(".tmp")
        temporary.write_text(json.dumps({**values, "root": str(self.root)}, indent=1), encoding="utf-8")
        temporary.replace(self.note)

    def is_ready(self, key: str) -> bool:
        """Tell whether everything in `key` is installed already."""
        note = self.read_note()
        return note.get("state") == "ready" and note.get("key") == key and self.python.exists()

    def libraries_checked(self) -> list[str]:
        """Return for which kinds of screen the system's libraries have been found complete."""
        checked = self.read_note().get("libraries", [])
        return [str(level) for level in checked] if isinstance(checked, list) else []

    def note_libraries_checked(self, level: str) -> None:
        """Remember that the system's libraries are complete for this kind of screen."""
        self.write_note(**{**self.read_note(), "libraries": [*self.libraries_checked(), level]})

    def make(self) -> None:
        """Make the environment unless there is one that works; one that was cut off is made anew."""
        note = self.read_note()
        if self.folder.exists():
            reason = ""
            if note.get("state") == "installing":
                reason = "The last set-up was cut off"
            elif note and note.get("root") != str(self.root):
                reason = "The folder has been moved since the last set-up"
            elif not self.works():
                reason = "The environment in .venv does not work"
            if not reason:
                return
            say(f"    {reason}: making .venv anew.")
            shutil.rmtree(self.folder)
        self.create()

    def works(self) -> bool:
        """Tell whether its Python starts, is this one's version, and has pip."""
        question = [str(self.python), "-c", "import sys, pip; print(*sys.version_info[:2])"]
        try:
            answer = subprocess.run(question, capture_output=True, text=True, check=False)
        except OSError:
            return False
        return answer.returncode == 0 and answer.stdout.split() == [str(n) for n in sys.version_info[:2]]

    def create(self) -> None:
        """Make it, empty.

        Raises
        ------
        SetupError
            If this Python cannot make environments.
        """
        self.folder.mkdir()
        self.write_note(state="installing")
        # Started from inside .venv, the environment must be built on the Python that .venv itself came from.
        python = getattr(sys, "_base_executable", None) or sys.executable
        command = [python, "-m", "venv", str(self.folder)]
        made = subprocess.run(command, capture_output=True, text=True, check=False)
        if made.returncode and "ensurepip" in made.stdout + made.stderr and shutil.which("apt-get"):
            shutil.rmtree(self.folder, ignore_errors=True)
            install_venv()
            self.folder.mkdir()
            self.write_note(state="installing")
            made = subprocess.run(command, capture_output=True, text=True, check=False)
        if made.returncode == 0:
            return
        shutil.rmtree(self.folder, ignore_errors=True)
        output = (made.stdout + made.stderr).strip()
        raise SetupError(f"No virtual environment could be made in {self.folder}: {output}")


def install_venv() -> None:
    """Install the part of Python that makes virtual environments, which Debian leaves out, where we may.

    Raises
    ------
    SetupError
        If it has to be installed by hand; names the command.
    """
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    command = ["apt-get", "install", "-y", "--no-install-recommends", package]
    if not may_install():
        raise SetupError(
            "This Python can't make virtual environments: a part of it is not installed.",
            f"Install it with: {as_root(command)}\nThen start the same command again.",
        )
    say(f"    Installing a part of Python that is missing ({way()}): {package}")
    install_packages(command)


def read_project(root: Path) -> dict[str, dict[str, object]]:
    """Return ``pyproject.toml`` as a dictionary."""
    import tomllib  # noqa: PLC0415  (Pythons older than 3.11 have none, and must get as far as being told so)

    return tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))


def installation_key(root: Path, torch: str) -> str:
    """Return a hash of everything that decides what gets installed.

    Parameters
    ----------
    root : Path
        The checkout. Its place counts, because environments can't be moved.
    torch : str
        The requirement for PyTorch.
    """
    project = read_project(root)
    parts = [project["project"], project["build-system"], PINS.read_text("utf-8"), torch, str(root)]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def requirements(root: Path) -> list[str]:
    """Return what AU Studio and its development need, as ``pyproject.toml`` states it (without torch)."""
    project = read_project(root)["project"]
    extras: dict[str, list[str]] = project["optional-dependencies"]  # type: ignore[assignment]
    needed: list[str] = [*project["dependencies"], *extras["dev"]]  # type: ignore[misc]
    for names in re.findall(r"au-studio\[([^]]+)]", " ".join(needed)):
        needed += [item for name in names.split(",") for item in extras[name.strip()]]
    return [item for item in needed if not item.startswith(("au-studio", "torch"))]


@contextlib.contextmanager
def only_one_setup(root: Path) -> Iterator[None]:
    """Hold a lock, so that two set-ups of the same checkout never work in each other's files."""
    name = hashlib.sha256(str(root).encode()).hexdigest()[:16]
    with (Path(tempfile.gettempdir()) / f"au-studio-setup-{name}.lock").open("w") as lock:
        try:
            if os.name == "nt":
                import msvcrt  # noqa: PLC0415

                msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
            else:
                import fcntl  # noqa: PLC0415

                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise SetupError(
                f"Another set-up of {root} is running.", "Wait until it has finished, then start again."
            ) from None
        yield


def install_everything(environment: Environment, torch: str, wheels: Path | None) -> None:
    """Install the pinned set and AU Studio itself (editable) into the environment."""
    pip = Pip(environment.python, environment.log, wheels)
    pins = [line for line in PINS.read_text("utf-8").splitlines() if not line.startswith("torch==")]
    with tempfile.TemporaryDirectory() as folder:
        constraints = Path(folder) / "constraints.txt"
        constraints.write_text("\n".join(pins), encoding="utf-8")
        pinned = ("--constraint", str(constraints))
        say("2 of 5  Installing the installer")
        pip.install("pip", *pinned, "pip", "setuptools", "hatchling", "editables")
        say(f"3 of 5  Installing PyTorch ({torch}); the largest part, it can take some minutes")
        # By itself and first: a resolver that sees torch among other requirements may prefer a newer release.
        pip.install("PyTorch", *pinned, torch)
        say("4 of 5  Installing the other packages")
        pip.install("the other packages", *pinned, *requirements(environment.root))
    say("5 of 5  Installing AU Studio")
    pip.install("AU Studio", "--no-deps", "--no-build-isolation", "--editable", str(environment.root))


def set_up(environment: Environment, torch: str | None, wheels: Path | None) -> None:
    """Bring the environment to what the pins and ``pyproject.toml`` ask for; nothing to do is quick.

    Parameters
    ----------
    environment : Environment
        The environment to make or to complete.
    torch : str, optional
        Another requirement for PyTorch than the pinned one; remembered.
    wheels : Path, optional
        A folder of package files to install from, for computers without a network.

    Raises
    ------
    SetupError
        If it can't be done now. What is installed by then is kept for the next try.
    """
    chosen = torch or str(environment.read_note().get("torch", TORCH))
    key = installation_key(environment.root, chosen)
    if environment.is_ready(key):
        return
    with only_one_setup(environment.root):
        started = time.monotonic()
        say(f"Setting AU Studio up in {environment.folder} (once; some minutes and about 2 GB)")
        say("1 of 5  Making the virtual environment")
        environment.make()
        environment.write_note(state="installing", torch=chosen)
        try:
            install_everything(environment, chosen, wheels)
        except SetupError:
            # pip ended by itself, so what is installed is whole: the next start may go on from here.
            environment.write_note(state="incomplete", torch=chosen)
            raise
        environment.write_note(state="ready", key=key, torch=chosen)
        say(f"Set up in {time.monotonic() - started:.0f} s.")
