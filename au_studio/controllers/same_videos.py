"""Says which added files are videos that the study has already: their lines vanish from the list."""

from __future__ import annotations

from au_studio.controllers.notices import Notices
from au_studio.texts import listed, tr, tr_n

_NAMED = 3
"""Files that are named; of more the number is told."""


class SameVideos:
    """Keeps one notice of all that were found since videos were last added.

    Parameters
    ----------
    notices : Notices
        Shows it until it was read.
    """

    def __init__(self, notices: Notices) -> None:
        self._notices = notices
        self._found: list[tuple[str, str]] = []
        self._said = ""

    def forget(self) -> None:
        """Begin anew: other videos are added now."""
        self._found = []

    def add(self, name: str, known: str) -> None:
        """Say that a file has the contents of a recording that is in the study, in place of what was said."""
        if self._found:
            self._notices.unsay(self._said)
        self._found.append((name, known))
        if len(self._found) == 1:
            self._said = tr(
                "“{name}” is the same video as “{name2}”, which is here already.", name=name, name2=known
            )
        else:
            names = [f"“{file}”" for file, _ in self._found[:_NAMED]]
            if (others := len(self._found) - _NAMED) > 0:
                names.append(tr_n("{n} more", "{n} more", others))
            self._said = tr(
                "{names} are videos that are here already under other names.", names=listed(names)
            )
        self._notices.say(self._said, "warning")
