"""Who has a study open for writing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class LockHolder:
    """Who has a study open for writing.

    Attributes
    ----------
    user : str
        Login name.
    host : str
        Name of the computer.
    pid : int
        Number of the process there.
    since : str
        When it was opened, UTC in ISO 8601.
    machine : str
        Stays the same when the computer gets another name, as Macs do in another network; empty = not known.
    """

    user: str
    host: str
    pid: int
    since: str
    machine: str = ""

    def __str__(self) -> str:
        return f"{self.user} on {self.host} (process {self.pid}) since {_local(self.since)}"


def _local(moment: str) -> str:
    """Return a UTC time as the clock on the wall shows it; what is no time comes back as it is."""
    try:
        return f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return moment
