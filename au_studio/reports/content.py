"""What a report says, before it becomes a page: plain values, the same for every format."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from au_studio.errors import AUStudioError
from au_studio.figures.canvas import Drawn


class ReportError(AUStudioError):
    """A report cannot be made."""


@dataclass(frozen=True)
class Peak:
    """The picture of a strongest moment.

    Attributes
    ----------
    au : int
        FACS number of the action unit.
    seconds : float
        When, since the recording's first frame.
    value : float
        Its intensity then, 0 to 5.
    picture : bytes
        JPEG; empty where pictures are left out or the video is not at hand.
    """

    au: int
    seconds: float
    value: float
    picture: bytes = b""


@dataclass(frozen=True)
class UnitSummary:
    """One action unit over a recording; NaN where no face was seen.

    Attributes
    ----------
    au : int
        FACS number.
    mean, sd, peak : float
        Of the frames with a face.
    peak_seconds : float
        When the peak is, since the first frame.
    shares : tuple of float
        Percent of these frames at 1, 2 and 3 or more.
    episodes : int
        How many there are.
    per_minute : float
        Episodes per minute with a face.
    """

    au: int
    mean: float
    sd: float
    peak: float
    peak_seconds: float
    shares: tuple[float, float, float]
    episodes: int
    per_minute: float


@dataclass(frozen=True)
class EpisodeLine:
    """One episode: times in seconds since the first frame, intensity at its strongest."""

    au: int
    onset: float
    apex: float
    offset: float
    peak: float
    cut_off: bool


@dataclass(frozen=True)
class MarkerLine:
    """One marker: times in seconds since the first frame; `stop` None for one frame."""

    name: str
    start: float
    stop: float | None
    note: str


@dataclass(frozen=True, eq=False)
class RecordingReport:
    """What is said of one recording.

    Attributes
    ----------
    name : str
        Of the recording.
    facts : tuple of (str, str)
        What is known of it: name and value.
    peaks : tuple of Peak
        The strongest moment of the strongest action units, the strongest first.
    curves : Drawn
        The figure of its curves.
    units : tuple of UnitSummary
        By action unit.
    episodes : tuple of EpisodeLine
        The strongest ones, in the order of time.
    episodes_left : int
        How many more there are.
    markers : tuple of MarkerLine
        In the order of time.
    """

    name: str
    facts: tuple[tuple[str, str], ...]
    peaks: tuple[Peak, ...]
    curves: Drawn
    units: tuple[UnitSummary, ...]
    episodes: tuple[EpisodeLine, ...]
    episodes_left: int
    markers: tuple[MarkerLine, ...]


@dataclass(frozen=True, eq=False)
class ReportContent:
    """A whole report.

    Attributes
    ----------
    title : str
        Of whom or what it is.
    study, made : str
        Name of the study; when and by which version it was made.
    shows_face : bool
        Whether it holds pictures in which somebody can be recognised.
    hidden : str
        How pictures hide the person, in words; empty where they do not, or where there are none.
    recordings : tuple of RecordingReport
        One at least.
    model, agreement, rest : tuple of str
        Sentences: which model, how well it agrees with ratings, what was taken for the face at rest.
    cautions : tuple of str
        What to beware of.
    how : dict
        How it was made, for the sidecar.
    """

    title: str
    study: str
    made: str
    shows_face: bool
    hidden: str
    recordings: tuple[RecordingReport, ...]
    model: tuple[str, ...]
    agreement: tuple[str, ...]
    rest: tuple[str, ...]
    cautions: tuple[str, ...]
    how: dict[str, Any] = field(default_factory=dict)
