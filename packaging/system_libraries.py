"""The shared libraries that Qt and OpenCV expect a Linux system to have, and the packages that hold them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from messages import SetupError, say


class Packages(NamedTuple):
    """The package that holds a shared library, by package manager."""

    apt: str
    dnf: str
    pacman: str


LIBRARIES = {
    "libEGL.so.1": Packages("libegl1", "libglvnd-egl", "libglvnd"),
    "libGL.so.1": Packages("libgl1", "libglvnd-glx", "libglvnd"),
    "libGLX.so.0": Packages("libglx0", "libglvnd-glx", "libglvnd"),
    "libOpenGL.so.0": Packages("libopengl0", "libglvnd-opengl", "libglvnd"),
    "libX11.so.6": Packages("libx11-6", "libX11", "libx11"),
    "libX11-xcb.so.1": Packages("libx11-xcb1", "libX11-xcb", "libx11"),
    "libXext.so.6": Packages("libxext6", "libXext", "libxext"),
    "libXrandr.so.2": Packages("libxrandr2", "libXrandr", "libxrandr"),
    "libXrender.so.1": Packages("libxrender1", "libXrender", "libxrender"),
    "libdbus-1.so.3": Packages("libdbus-1-3", "dbus-libs", "dbus"),
    "libdrm.so.2": Packages("libdrm2", "libdrm", "libdrm"),
    "libfontconfig.so.1": Packages("libfontconfig1", "fontconfig", "fontconfig"),
    "libfreetype.so.6": Packages("libfreetype6", "freetype", "freetype2"),
    "libglib-2.0.so.0": Packages("libglib2.0-0", "glib2", "glib2"),
    "libgobject-2.0.so.0": Packages("libglib2.0-0", "glib2", "glib2"),
    "libgthread-2.0.so.0": Packages("libglib2.0-0", "glib2", "glib2"),
    "libpulse.so.0": Packages("libpulse0", "pulseaudio-libs", "libpulse"),
    "libwayland-client.so.0": Packages("libwayland-client0", "libwayland-client", "wayland"),
    "libwayland-cursor.so.0": Packages("libwayland-cursor0", "libwayland-cursor", "wayland"),
    "libwayland-egl.so.1": Packages("libwayland-egl1", "libwayland-egl", "wayland"),
    "libxcb.so.1": Packages("libxcb1", "libxcb", "libxcb"),
    "libxcb-cursor.so.0": Packages("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    "libxcb-glx.so.0": Packages("libxcb-glx0", "libxcb", "libxcb"),
    "libxcb-icccm.so.4": Packages("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    "libxcb-image.so.0": Packages("libxcb-image0", "xcb-util-image", "xcb-util-image"),
    "libxcb-keysyms.so.1": Packages("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    "libxcb-randr.so.0": Packages("libxcb-randr0", "libxcb", "libxcb"),
    "libxcb-render.so.0": Packages("libxcb-render0", "libxcb", "libxcb"),
    "libxcb-render-util.so.0": Packages("libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"),
    "libxcb-shape.so.0": Packages("libxcb-shape0", "libxcb", "libxcb"),
    "libxcb-shm.so.0": Packages("libxcb-shm0", "libxcb", "libxcb"),
    "libxcb-sync.so.1": Packages("libxcb-sync1", "libxcb", "libxcb"),
    "libxcb-xfixes.so.0": Packages("libxcb-xfixes0", "libxcb", "libxcb"),
    "libxcb-xkb.so.1": Packages("libxcb-xkb1", "libxcb", "libxcb"),
    "libxcb-util.so.1": Packages("libxcb-util1", "xcb-util", "xcb-util"),
    "libxkbcommon.so.0": Packages("libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    "libxkbcommon-x11.so.0": Packages("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
}

SOUND_ONLY = {"libpulse.so.0"}
"""Libraries without which everything works but sound: never a reason to stop."""

_NO_SCREEN = (
    "PySide6/QtWidgets*.so",
    "PySide6/QtMultimedia.*so",
    "PySide6/QtOpenGLWidgets*.so",
    "PySide6/QtSvg.*so",
    "PySide6/Qt/plugins/platforms/libqoffscreen.so",
    "PySide6/Qt/plugins/multimedia/*.so",
    "cv2/cv2*.so",
)
LOADED_FILES = {
    "no screen": _NO_SCREEN,
    "x11": (
        *_NO_SCREEN,
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/xcbglintegrations/*.so",
    ),
    "wayland": (
        *_NO_SCREEN,
        "PySide6/Qt/plugins/platforms/libqwayland*.so",
        "PySide6/Qt/plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    ),
}
"""What gets loaded with each kind of screen (file patterns below site-packages)."""

ROUNDS = 4
"""A library that was missing may bring needs of its own to light, hence more than one round."""


def has_display() -> bool:
    """Tell whether a window can be opened: always on macOS and Windows, with a display on Linux."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def level(window: bool) -> str:
    """Return the kind of screen (a key of `LOADED_FILES`) that the command will use."""
    if not window:
        return "no screen"
    return "wayland" if os.environ.get("WAYLAND_DISPLAY") and not os.environ.get("DISPLAY") else "x11"


def is_root() -> bool:
    """Tell whether system packages can be installed without asking anybody."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def may_install() -> bool:
    """Tell whether system packages can be installed now without asking anybody: as root, or by sudo."""
    if is_root():
        return True
    if shutil.which("sudo") is None:
        return False
    done = subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True, stdin=subprocess.DEVNULL)
    return done.returncode == 0


def way() -> str:
    """Return how packages of the system are installed here, in words."""
    return "as root" if is_root() else "with sudo"


def as_root(command: Sequence[str]) -> str:
    """Return a command as a person types it, with ``sudo`` where they need it."""
    return " ".join(command if is_root() else ["sudo", *command])


def not_found(listing: str) -> set[str]:
    """Return the libraries that ``ldd`` could not find, out of what it printed."""
    return set(re.findall(r"^\s*(\S+) => not found", listing, re.MULTILINE))


def missing(environment: Path, level: str) -> set[str]:
    """Return the shared libraries that the installed packages need and this system does not have.

    Parameters
    ----------
    environment : Path
        The virtual environment's folder.
    level : str
        The kind of screen, a key of `LOADED_FILES`.
    """
    ldd = shutil.which("ldd")
    if not sys.platform.startswith("linux") or ldd is None:
        return set()
    files = [
        str(file)
        for packages in environment.glob("lib/python3.*/site-packages")
        for pattern in LOADED_FILES[level]
        for file in packages.glob(pattern)
    ]
    if not files:
        return set()
    variables = {**os.environ, "LC_ALL": "C"}
    listing = subprocess.run([ldd, *files], capture_output=True, text=True, check=False, env=variables)
    return not_found(listing.stdout)


def install_command(libraries: Iterable[str]) -> list[str]:
    """Return the command that installs these libraries here; empty when no package manager is known."""
    known = [LIBRARIES[name] for name in libraries if name in LIBRARIES]
    for program, *options in (
        ["apt-get", "install", "-y", "--no-install-recommends"],
        ["dnf", "install", "-y"],
        ["pacman", "-S", "--needed", "--noconfirm"],
    ):
        if known and shutil.which(program):
            manager = program.split("-", maxsplit=1)[0]
            return [program, *options, *sorted({getattr(packages, manager) for packages in known})]
    return []


def ensure(environment: Path, level: str, install: bool) -> None:
    """Make sure that Qt and OpenCV find the system's libraries they need.

    Parameters
    ----------
    environment : Path
        The virtual environment's folder.
    level : str
        The kind of screen, a key of `LOADED_FILES`.
    install : bool
        Install what is missing instead of only naming it.

    Raises
    ------
    SetupError
        If something is missing that is needed for more than sound; names it, and the command for it.
    """
    for _ in range(ROUNDS):
        lacking = missing(environment, level)
        command = install_command(lacking)
        if not lacking:
            return
        if not install or not command:
            break
        say(f"Installing libraries of the system ({way()}): {', '.join(sorted(lacking))}")
        try:
            install_packages(command)
        except SetupError as error:
            if not lacking <= SOUND_ONLY:
                raise
            say(f"{error.message} {error.next_step}")
            break
    if lacking <= SOUND_ONLY:
        by_hand = f" To hear it: {as_root(command)}" if command else ""
        say(f"There will be no sound: {', '.join(sorted(lacking))} is missing.{by_hand}")
        return
    how = f"Install them with: {as_root(command)}" if command else "Install the packages that hold them"
    unknown = sorted(lacking - LIBRARIES.keys())
    if command and unknown:
        how += f" (and the packages that hold {', '.join(unknown)})"
    raise SetupError(
        f"These libraries of the system are missing: {', '.join(sorted(lacking))}.",
        f"{how}\nThen start the same command again.",
    )


def install_packages(command: Sequence[str]) -> None:
    """Run a command of the system's package manager with the rights that it needs.

    Raises
    ------
    SetupError
        If it fails; names the command to be run by hand.
    """
    prefix = [] if is_root() else ["sudo"]
    commands = [["apt-get", "update"], command] if command[0] == "apt-get" else [command]
    variables = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for part in commands:
        done = subprocess.run([*prefix, *part], check=False, env=variables, stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            raise SetupError(f"The command '{' '.join(part)}' failed.", f"Run it by hand: {as_root(command)}")
