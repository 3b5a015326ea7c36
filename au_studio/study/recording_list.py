"""Lines of the recording list, and which files count as videos."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from au_studio.texts import joined


class Status(StrEnum):
    """How far a recording is."""

    CHECKING = "checking"
    READY = "ready"
    ANALYSING = "analysing"
    DONE = "done"
    PROBLEM = "problem"


@dataclass(frozen=True)
class RecordingItem:
    """One line of the recording list.

    Attributes
    ----------
    id : str
        The recording's id in the study; while a file is checked or when it is broken, its path.
    name : str
        File name.
    path : Path
        The video file.
    duration : float
        Seconds; 0 while unknown.
    n_frames : int
        Decodable frames; 0 while unknown.
    status : Status
        How far it is.
    fraction : float
        Part analysed with the chosen model, 0 to 1.
    message : str
        What is wrong, or worth knowing, in a sentence; often empty.
    """

    id: str
    name: str
    path: Path
    duration: float = 0.0
    n_frames: int = 0
    status: Status = Status.CHECKING
    fraction: float = 0.0
    message: str = ""


def with_analysis(item: RecordingItem, made: Mapping[str, Any] | None) -> RecordingItem:
    """Return a line as its stored analysis lets it be; without one it is ready.

    Parameters
    ----------
    item : RecordingItem
        The line.
    made : mapping or None
        How the analysis was made.
    """
    if made is None:
        return replace(item, status=Status.READY, fraction=0.0)
    message = item.message or "; ".join((made.get("video") or {}).get("notices", ()))
    if made.get("complete") is False and not message:
        message = f"cut short: only {made.get('frames_read', 'some')} frames could be read"
    return replace(item, status=Status.DONE, fraction=1.0, message=message)


def with_notices(item: RecordingItem, notices: Sequence[str]) -> RecordingItem:
    """Return a line that says again what is worth knowing of a recording, unless it says something."""
    message = joined(notices, "; ")
    # What a stored analysis says of it is English; the same can be said in the user's language now.
    if item.status is Status.PROBLEM or item.message not in {"", message}:
        return item
    return replace(item, message=message)
