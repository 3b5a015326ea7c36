"""Where the files that ship with AU Studio lie: in the checkout, or inside the installed wheel."""

from __future__ import annotations

import hashlib
from pathlib import Path

from au_studio.errors import MissingResourceError
from au_studio.texts import sentence

_PACKAGE = Path(__file__).resolve().parent


def root() -> Path:
    """Return the folder of shipped resources.

    Returns
    -------
    Path
        ``resources/`` beside the package in a checkout or editable install, ``au_studio/_resources``
        inside a wheel.

    Raises
    ------
    MissingResourceError
        If neither folder exists.
    """
    for folder in (_PACKAGE / "_resources", _PACKAGE.parent / "resources"):
        if folder.is_dir():
            return folder
    raise MissingResourceError(
        sentence("The folder of shipped models is missing beside {package}.", package=_PACKAGE),
        next_step="Install AU Studio again.",
    )


def path(name: str) -> Path:
    """Return the path of one shipped file.

    Parameters
    ----------
    name : str
        Path below the resources folder, with forward slashes (``"face/face_landmark.tflite"``).

    Raises
    ------
    MissingResourceError
        If there is no such file or folder.
    """
    found = root() / name
    if not found.exists():
        raise MissingResourceError(
            sentence("The shipped file {name} is missing in {root}.", name=name, root=root()),
            next_step="Install AU Studio again.",
        )
    return found


def sha256(file: Path) -> str:
    """Return the SHA-256 of a file as 64 hexadecimal digits."""
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
