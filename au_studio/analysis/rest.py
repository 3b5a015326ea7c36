"""What an analysis takes for a person's rest: chosen by people, and applied to what was seen.

A model with a geometry branch measures movement from the person's face at rest (`au_studio.nn.geometry`).
*Running* is known while the recording runs and is the default. All else can be chosen afterwards: the frames
leave short traces, and one more pass over these reads the intensities from another rest, without decoding
anything again.
"""

from __future__ import annotations

import math
import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import numpy.typing as npt

from au_studio.errors import AUStudioError
from au_studio.texts import sentence

if TYPE_CHECKING:
    from au_studio.analysis.results import FrameAnalysis
    from au_studio.nn.estimator import Estimator
    from au_studio.video.index import VideoIndex

Kind = Literal["running", "refined", "none", "neutral"]
KINDS: tuple[Kind, ...] = ("running", "refined", "none", "neutral")
RUNNING: Kind = "running"
REFINED: Kind = "refined"
"""What files are analysed with that nobody watches: all of the recording is there, so its start gains."""
NEUTRAL_SECONDS = 0.2
"""Frames this close to a neutral frame (before and after) are at rest with it: one frame alone is noisy."""
NEUTRAL_WEIGHT = 100.0
"""What a neutral frame that people chose counts, in frames at perfect rest: it is known, not guessed."""
LEAST_REST = 1.0
"""What calm frames have to add up to, in frames at perfect rest, before the sides of a mouth are measured."""
MOST_IN_MEMORY = 32 * 2**20
"""Bytes of traces; what is more waits on the disk (an hour at 30 frames a second is 85 MB)."""
_AT_ONCE = 2048

Floats = npt.NDArray[np.float32]


class RestError(AUStudioError):
    """A rest that nobody can take: not understood, or no face where it is said to be."""


@dataclass(frozen=True)
class RestChoice:
    """What is taken for a person's rest.

    Attributes
    ----------
    kind : {"running", "refined", "none", "neutral"}
        The mean of the calm frames of a face track so far; of all calm frames of a person; that of people on
        average; or the face in a frame or span that people chose.
    start, stop : float or None
        The neutral span, seconds of the file's own timestamps; equal for a single frame.
    pts : int or None
        The neutral frame by its timestamp in place of `start` and `stop`.
    """

    kind: Kind = "running"
    start: float | None = None
    stop: float | None = None
    pts: int | None = None

    @classmethod
    def parse(cls, text: str) -> RestChoice:
        """Read a kind; a neutral one has a place: ``neutral:12.4``, ``neutral:12.4-13``, ``neutral:pts=7``.

        Raises
        ------
        RestError
            If it is nothing of these.
        """
        kind, colon, place = text.partition(":")
        if kind in KINDS and kind != "neutral" and not colon:
            return cls(kind)
        if kind == "neutral":
            if not place:
                raise RestError(
                    "It is not said when the face is neutral.",
                    next_step="Name the second of a neutral frame, or a span: neutral:12.4, neutral:12.4-13.",
                )
            if found := re.fullmatch(r"pts=(-?\d+)", place):
                return cls("neutral", pts=int(found[1]))
            if found := re.fullmatch(r"(\d+\.?\d*)(?:-(\d+\.?\d*))?", place):
                start, stop = float(found[1]), float(found[2] or found[1])
                if start <= stop:
                    return cls("neutral", start, stop)
        raise RestError(
            sentence("“{text}” is no rest.", text=text),
            next_step="Choose running, refined, none, or neutral with its second: neutral:12.4 "
            "(neutral:12.4-13 for a span).",
        )

    def __str__(self) -> str:
        if self.kind != "neutral":
            return self.kind
        if self.pts is not None:
            return f"neutral:pts={self.pts}"
        span = "" if self.stop == self.start else f"-{self.stop!r}"
        return f"neutral:{self.start!r}{span}"

    @property
    def later(self) -> bool:
        """Whether the intensities are known only when the recording has been seen to its end."""
        return self.kind in ("refined", "neutral")

    def span(self, index: VideoIndex) -> tuple[float, float]:
        """Return the seconds of the frames that a neutral rest is made of; no frame for any other.

        Raises
        ------
        RestError
            If the recording has no frame there.
        """
        if self.kind != "neutral":
            return math.inf, -math.inf
        first, last = float(index.times[0]), float(index.times[-1])
        start, stop = self.start, self.stop
        if self.pts is not None:
            at = np.flatnonzero(index.pts == self.pts)
            start = stop = float(index.times[at[0]]) if len(at) else math.inf
        assert start is not None
        assert stop is not None
        if start > last or stop < first:
            raise RestError(
                sentence("{name} has no frame where its face is said to be neutral.", name=index.path.name),
                next_step=sentence(
                    "It lasts from {first:.3f} to {last:.3f} s: name a second in between.",
                    first=first,
                    last=last,
                ),
            )
        wider = NEUTRAL_SECONDS if start == stop else 0.0
        return start - wider, stop + wider

    def words(self, span: tuple[float, float] | None = None) -> str:
        """Return what the rest is, for sidecars and methods."""
        if self.kind == "neutral":
            where = "" if span is None else f" ({span[0]:.3f} to {span[1]:.3f} s)"
            return (
                f"neutral: movement counts from the face in the span that was chosen as neutral{where}, from "
                "the first frame on; other people's from the mean of all of their calm frames"
            )
        return _WORDS[self.kind]


_WORDS = {
    "running": "running: movement counts from the mean of the calm frames of the same face track so far "
    "(none later)",
    "refined": "refined: movement counts from the mean of all calm frames of the person in the recording, "
    "from the first frame on (it looks ahead)",
    "none": "none: nothing is measured from the person; the rest is that of people on average",
}
NO_BRANCH = "none: intensities are absolute (the model has no geometry branch)"


class Traces:
    """Keeps what the frames of a recording leave for a later rest, and reads intensities from it.

    Parameters
    ----------
    choice : RestChoice
        One whose rest is known `later`.
    span : (float, float)
        Of the neutral frames, seconds (`RestChoice.span`).
    name : str
        Of the recording, for errors.
    """

    def __init__(self, choice: RestChoice, span: tuple[float, float], name: str) -> None:
        self._choice, self._span, self._name = choice, span, name
        self._file = tempfile.SpooledTemporaryFile(max_size=MOST_IN_MEMORY)  # noqa: SIM115  as long as this
        self._width = 0
        self._persons: list[npt.NDArray[np.int16]] = []
        self._neutral: list[npt.NDArray[np.bool_]] = []

    def add(self, traces: Floats, persons: npt.NDArray[np.int16], times: npt.NDArray[np.float64]) -> None:
        """Take in the next frames with a face.

        Parameters
        ----------
        traces : ndarray of float32
            [T, D].
        persons : ndarray of int16
            Whose face it is, [T].
        times : ndarray of float64
            Seconds, [T].
        """
        if not len(traces):
            return
        self._width = traces.shape[1]
        self._file.write(np.ascontiguousarray(traces, dtype=np.float32).tobytes())
        self._persons.append(persons)
        self._neutral.append((times >= self._span[0]) & (times <= self._span[1]))

    def add_frames(self, frames: Sequence[FrameAnalysis]) -> None:
        """Take in the next frames of a recording, with or without a face.

        Raises
        ------
        RestError
            As soon as a neutral span lies behind without a face in it.
        """
        traces = [frame.trace for frame in frames if frame.trace is not None]
        if traces:
            seen = [frame for frame in frames if frame.trace is not None]
            persons = np.array([frame.person for frame in seen], dtype=np.int16)
            self.add(np.stack(traces), persons, np.array([frame.time for frame in seen]))
        self.check(frames[-1].time)

    def check(self, time: float) -> None:
        """Complain as soon as a neutral span lies behind without a face in it.

        Raises
        ------
        RestError
            If it does at this time, seconds.
        """
        over = self._choice.kind == "neutral" and time > self._span[1]
        if over and not any(found.any() for found in self._neutral):
            raise RestError(
                sentence(
                    "No face was found in {name} between {span:.2f} and {span_2:.2f} s, "
                    "which is said to be neutral.",
                    name=self._name,
                    span=self._span[0],
                    span_2=self._span[1],
                ),
                next_step="Name a second at which the face is seen, or take another rest.",
            )

    def read(self, estimator: Estimator) -> tuple[Floats, Floats]:
        """Return what all frames that were taken in show, measured from the rest that is known now.

        Returns
        -------
        intensities : float32 [T, A]
        corners : float32 [T, 2]
            See `au_studio.analysis.results.RecordingAnalysis`; NaN for a person of whom no rest is known.
        """
        persons = np.concatenate([np.zeros(0, np.int16), *self._persons])
        rests = self._rests(estimator, persons)
        values = np.empty((len(persons), len(estimator.aus)), dtype=np.float32)
        corners = np.full((len(persons), 2), np.nan, dtype=np.float32)
        directions = estimator.corner_directions
        for start, traces in self._stretches():
            whose = persons[start : start + len(traces)]
            for person in np.unique(whose):
                rows = np.flatnonzero(whose == person)
                total, weight = rests[int(person)]
                seen = np.ascontiguousarray(traces[rows])
                values[start + rows] = estimator.read_traces(seen, total.astype(np.float32), weight)
                if weight >= LEAST_REST:
                    moved = estimator.trace_parts(seen)[1] - total / weight
                    corners[start + rows] = moved[:, : len(directions)] @ directions
        return values, corners

    def _rests(
        self, estimator: Estimator, persons: npt.NDArray[np.int16]
    ) -> dict[int, tuple[npt.NDArray[np.float64], float]]:
        """Return the sums that the rest of every person is made of."""
        neutral = np.concatenate([np.zeros(0, np.bool_), *self._neutral])
        self.check(math.inf)
        sums: dict[int, tuple[Any, float]] = {}
        marked: dict[int, tuple[Any, float]] = {}
        for start, traces in self._stretches():
            weights, summaries = (part.astype(np.float64) for part in estimator.trace_parts(traces))
            whose = persons[start : start + len(traces)]
            for person in np.unique(whose).tolist():
                rows = whose == person
                total, weight = sums.get(person, (0.0, 0.0))
                sums[person] = (total + weights[rows] @ summaries[rows], weight + float(weights[rows].sum()))
                rows = rows & neutral[start : start + len(traces)]
                if rows.any():
                    total, count = marked.get(person, (0.0, 0.0))
                    marked[person] = (total + summaries[rows].sum(axis=0), count + float(rows.sum()))
        return sums | {
            person: (total / count * NEUTRAL_WEIGHT, NEUTRAL_WEIGHT)
            for person, (total, count) in marked.items()
        }

    def _stretches(self) -> Iterator[tuple[int, Floats]]:
        """Yield the traces in order, with the number of those before."""
        self._file.seek(0)
        start = 0
        while data := self._file.read(_AT_ONCE * self._width * 4 if self._width else 0):
            traces = np.frombuffer(data, dtype=np.float32).reshape(-1, self._width)
            yield start, traces
            start += len(traces)
        self._file.seek(0, 2)


def of_average(estimator: Estimator, traces: Floats) -> Floats:
    """Return the intensities of traces where nobody's rest is known: `RestChoice` ``none``."""
    _, summaries = estimator.trace_parts(traces)
    return estimator.read_traces(traces, np.zeros(summaries.shape[1], np.float32), 0.0)


def chosen(text: str | RestChoice | None) -> RestChoice:
    """Return a choice from what people or job files say; running where they say nothing."""
    if isinstance(text, RestChoice):
        return text
    return RestChoice.parse(text) if text else RestChoice()
