"""What a job's child process says on stdout: one JSON object a line; and what it hears on stdin."""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar

from au_studio.texts import put_together, taken_apart

STOP = "stop"
"""Line on the child's stdin: finish early and keep the best."""

PAUSE = "pause"
"""Line on the child's stdin: finish now and keep what is needed to go on later."""

CANCEL = "cancel"
"""Line on the child's stdin: finish now and leave no trace."""


@dataclass(frozen=True)
class Event:
    """Base of everything that a child says; `name` is the value of ``"event"``."""

    name: ClassVar[str] = ""


@dataclass(frozen=True)
class Progress(Event):
    """`done` of `total` steps (0 when unknown) of what `message` says.

    A job of several parts says which kind of work this one is (`part`), how many seconds it is `expected` to
    take, and how many those that come `later`, per kind.
    """

    name: ClassVar[str] = "progress"
    done: int
    total: int
    message: str = ""
    part: str = ""
    expected: float | None = None
    later: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Metric(Event):
    """A number worth plotting: ``loss``, ``icc``, ``mae``; of one action unit, or of all (None)."""

    name: ClassVar[str] = "metric"
    step: int
    metric: str
    value: float | None
    au: int | None = None


@dataclass(frozen=True)
class CheckpointSaved(Event):
    """A checkpoint lies at `path`."""

    name: ClassVar[str] = "checkpoint"
    path: str


@dataclass(frozen=True)
class Notice(Event):
    """Something that people should know and that stops nothing."""

    name: ClassVar[str] = "notice"
    text: str


@dataclass(frozen=True)
class Done(Event):
    """The job ended as it should; `result` says with what.

    It is ``{"cancelled": true}`` after a cancel, and ``{"paused": true}`` after a pause.
    """

    name: ClassVar[str] = "done"
    result: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Failed(Event):
    """The job failed: a sentence for people, what to do next, and details to copy."""

    name: ClassVar[str] = "error"
    message: str
    next_step: str = ""
    details: str = ""


Report = Callable[[Event], None]
"""Whoever listens to a job."""

_EVENTS: dict[str, type[Event]] = {
    event.name: event for event in (Progress, Metric, CheckpointSaved, Notice, Done, Failed)
}


def encode(event: Event) -> str:
    """Return an event as one line of JSON, without the line end.

    Sentences go along in their parts (``texts``), so that the window can show them in its language.
    Numbers that JSON cannot hold (NaN, infinity) become null. The field ``metric`` of :class:`Metric` is
    called ``name`` on the wire.
    """
    fields = {("name" if key == "metric" else key): value for key, value in dataclasses.asdict(event).items()}
    if parts := taken_apart(fields):
        fields["texts"] = parts
    return json.dumps(_finite({"event": event.name, **fields}), ensure_ascii=False, allow_nan=False)


def parse(line: str) -> Event | None:
    """Read one line; None when it is not an event (a library's stray print, an event of a newer version)."""
    try:
        data = json.loads(line)
    except ValueError:
        return None
    if not isinstance(data, dict):
        return None
    kind = _EVENTS.get(str(data.pop("event", "")))
    if kind is None:
        return None
    put_together(data, data.pop("texts", None))
    if kind is Metric and "name" in data:
        data["metric"] = data.pop("name")
    known = {f.name for f in dataclasses.fields(kind)}
    try:
        return kind(**{key: value for key, value in data.items() if key in known})
    except TypeError:
        return None


def _finite(value: Any) -> Any:
    """Replace what JSON cannot hold: NaN and infinities by None, NumPy scalars by Python's."""
    if isinstance(value, dict):
        return {str(key): _finite(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_finite(item) for item in value]
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if hasattr(value, "item"):
        return _finite(value.item())
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return str(value)
