"""How somebody wants a recording to be read, where it can be read in more than one way."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from au_studio.errors import AUStudioError
from au_studio.texts import joined, sentence

SOFTWARE, GRAPHICS_CARD = "software", "graphics-card"
DECODERS = (SOFTWARE, GRAPHICS_CARD)
"""Who may make pictures of a file. It is no `ReadingOptions`: the pictures are the same."""


@dataclass(frozen=True)
class ReadingOptions:
    """Choices that the file leaves open.

    Attributes
    ----------
    stream : int or None
        Number of the video stream among all streams of the file, from 0; None = the one that moves.
    deinterlace : bool
        Whether the two half pictures of an interlaced frame are made one whole picture.
    """

    stream: int | None = None
    deinterlace: bool = True


AS_USUAL = ReadingOptions()

_wanted: dict[str, ReadingOptions] = {}


def want_reading(path: Path, options: ReadingOptions) -> None:
    """Note how a recording is to be read in this process, wherever it is indexed from now on.

    Whoever knows what people chose (the study; a job's description) says it here once, so that no reader of
    pictures further down can forget it.
    """
    if options == AS_USUAL:
        _wanted.pop(_key(path), None)
    else:
        _wanted[_key(path)] = options


def options_of(path: Path) -> ReadingOptions:
    """Return how a recording is to be read: as `want_reading` was told, or else as usual."""
    return _wanted.get(_key(path), AS_USUAL)


def readings_to_json(paths: Iterable[Path | str]) -> dict[str, dict[str, Any]]:
    """Return the unusual choices among recordings, by path, as a job's description carries them."""
    chosen = {str(path): options_of(Path(path)) for path in paths}
    return {path: asdict(options) for path, options in chosen.items() if options != AS_USUAL}


def options_from_json(data: Mapping[str, Any]) -> ReadingOptions:
    """Return choices from their JSON values; what is not there is as usual."""
    stream = data.get("stream")
    return ReadingOptions(None if stream is None else int(stream), bool(data.get("deinterlace", True)))


def check_decoder(name: str) -> None:
    """Refuse a decoder that there is not.

    Raises
    ------
    AUStudioError
        Names those that there are.
    """
    if name not in DECODERS:
        raise AUStudioError(
            sentence("There is no decoder “{name}”.", name=name),
            next_step=sentence("Choose among {names}.", names=joined(DECODERS, ", ")),
        )


def _key(path: Path) -> str:
    # No new path where none is needed: all recordings of a study are asked about at once.
    text = os.fspath(path)
    return os.path.normcase(text if os.path.isabs(text) else Path(text).absolute())  # noqa: PTH117
