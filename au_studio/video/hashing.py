"""A fingerprint of a recording that is quick for files of any size."""

from __future__ import annotations

import hashlib
from pathlib import Path

from au_studio.texts import sentence
from au_studio.video.errors import UnreadableVideoError

_EDGE = 1 << 20
_BLOCK = 1 << 16
_N_BLOCKS = 8


def content_hash(path: Path) -> str:
    """Return a fingerprint of a file's content that reads at most 2.5 MiB of it.

    The SHA-256 runs over the file's size (8 bytes, little endian), its first and last MiB, and eight
    64-KiB blocks spread evenly between them; a file of up to 2.5 MiB is read whole. The name, the folder
    and the dates do not matter, so a moved or copied recording keeps its fingerprint. Two recordings
    never share one by accident; it is not meant to withstand somebody who edits the unread parts on purpose.

    Parameters
    ----------
    path : Path
        The file.

    Returns
    -------
    str
        64 hexadecimal digits.

    Raises
    ------
    UnreadableVideoError
        If the file is missing or cannot be read.
    """
    path = Path(path)
    digest = hashlib.sha256()
    try:
        size = path.stat().st_size
        digest.update(size.to_bytes(8, "little"))
        with path.open("rb") as stream:
            if size <= 2 * _EDGE + _N_BLOCKS * _BLOCK:
                digest.update(stream.read())
            else:
                digest.update(stream.read(_EDGE))
                gap = (size - 2 * _EDGE - _N_BLOCKS * _BLOCK) // (_N_BLOCKS + 1)
                for block in range(_N_BLOCKS):
                    stream.seek(_EDGE + gap * (block + 1) + _BLOCK * block)
                    digest.update(stream.read(_BLOCK))
                stream.seek(size - _EDGE)
                digest.update(stream.read(_EDGE))
    except OSError as error:
        raise UnreadableVideoError(
            sentence("“{name}” cannot be read: {reason}.", name=path.name, reason=error.strerror or error),
            next_step="Check that the file is still there and that you may read it.",
            details=f"{path}: {error!r}",
        ) from error
    return digest.hexdigest()
