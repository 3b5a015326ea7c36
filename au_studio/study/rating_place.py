"""Which frame a rating from a file is of, and how the file counts: frames from 1 or 0, seconds from where.

Files of other programs rarely say how they count, and a wrong guess moves every rating: by a frame, or, on a
camera's file whose timestamps begin at 1.4 s, by a second and a half. So every way of counting is tried on
all ratings. Where one alone fits, it is taken, and people are told; where several fit, they are asked.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from au_studio.study.rating_found import FoundNote, FoundRating, RatingTable
from au_studio.video.index import VideoIndex
from au_studio.video.shown_time import players_zero

_TICK = 1e-3
"""Seconds by which times in tables may be rounded."""


class Placed(Protocol):
    """What names a frame: a `FoundRating` or `FoundNote`."""

    @property
    def recording(self) -> str: ...  # noqa: D102

    @property
    def pts(self) -> int | None: ...  # noqa: D102

    @property
    def seconds(self) -> float | None: ...  # noqa: D102

    @property
    def frame(self) -> int | None: ...  # noqa: D102


@dataclass(frozen=True)
class Counting:
    """How a file counts.

    Attributes
    ----------
    from_one : bool
        The first frame has the number 1; else 0.
    from_first : bool
        Seconds count from the recording's first frame; else from the start of its container, as our tables.
    """

    from_one: bool = True
    from_first: bool = False


OUR_WAY = Counting()
"""As the tables that AU Studio writes count."""


@dataclass(frozen=True)
class CountingChoice:
    """Which ways of counting fit a file.

    Attributes
    ----------
    frames, seconds : bool
        Whether it makes a difference how frames (seconds) are counted: a number alone names them.
    best : Counting
        What fits best; a default where several do.
    clear : bool
        Nothing else fits as well, or where it does, every rating lands on the same frame.
    fits : mapping of Counting to int
        How many ratings and notes find a frame, by way of counting.
    total : int
        How many there are of recordings whose timestamps are known.
    remarks : tuple of str
        What people should know of how exactly frames are named, in sentences.
    """

    frames: bool
    seconds: bool
    best: Counting
    clear: bool
    fits: Mapping[Counting, int]
    total: int
    remarks: tuple[str, ...] = ()


def frame_of(found: Placed, index: VideoIndex, counting: Counting = OUR_WAY) -> int:
    """Return the pts of the frame that a rating is of.

    Exact timestamp, time in seconds and frame number must not contradict each other.

    Raises
    ------
    ValueError
        If the recording has no such frame, or two of them name different frames.
    """
    return int(index.pts[_position(found, index, counting)])


def frames_of(found: FoundRating, index: VideoIndex, counting: Counting = OUR_WAY) -> list[int]:
    """Return the pts of every frame that a rating is of: one, or those that begin within its span.

    A span that begins and ends between two frames is of the frame that is on the screen then.

    Raises
    ------
    ValueError
        As `frame_of`; or if the span is empty or lies outside the recording.
    """
    if found.until is None or found.seconds is None:
        return [frame_of(found, index, counting)]
    if found.until <= found.seconds:
        raise ValueError(f"it ends at {found.until:g} s, not after it begins at {found.seconds:g} s")
    offset = _zero(found, index, counting)
    first, last = np.searchsorted(index.times, np.array([found.seconds, found.until]) + offset - _TICK)
    begins = found.seconds + offset
    if begins > float(index.times[-1]) + _gap(index) or found.until + offset <= float(index.times[0]) - _TICK:
        raise ValueError(f"the recording has no frame between {found.seconds:g} and {found.until:g} s")
    if first == last:
        return [int(index.pts[index.position_at(begins)])]
    return [int(pts) for pts in index.pts[first:last]]


def _position(found: Placed, index: VideoIndex, counting: Counting) -> int:
    places: dict[str, int] = {}
    if found.pts is not None:
        place = int(index.pts.searchsorted(found.pts))
        if place >= index.n_frames or int(index.pts[place]) != found.pts:
            raise ValueError(f"the recording has no frame with the timestamp (pts) {found.pts}")
        places[f"pts {found.pts}"] = place
    if found.seconds is not None:
        offset = _zero(found, index, counting)
        places[f"timestamp {found.seconds:g} s"] = _nearest(index, found.seconds, offset)
    if found.frame is not None:
        first = int(counting.from_one)
        if not first <= found.frame < index.n_frames + first:
            last = index.n_frames - 1 + first
            raise ValueError(f"the recording has no frame {found.frame}, only {first} to {last}")
        places[f"frame {found.frame}"] = found.frame - first
    if len(set(places.values())) > 1:
        raise ValueError(f"{' and '.join(places)} are not the same frame")
    return next(iter(places.values()))


def _zero(found: Placed, index: VideoIndex, counting: Counting) -> float:
    """Return the timestamp [s] that a row's seconds count from."""
    if isinstance(found, FoundRating) and found.played:
        return players_zero(float(index.times[0]), index.start)
    return float(index.times[0]) if counting.from_first else 0.0


def _gap(index: VideoIndex) -> float:
    return float(index.times[-1] - index.times[0]) / max(index.n_frames - 1, 1)


def _nearest(index: VideoIndex, seconds: float, offset: float) -> int:
    times, wanted = index.times, seconds + offset
    right = min(max(int(times.searchsorted(wanted)), 1), max(index.n_frames - 1, 1))
    around = [place for place in (right - 1, right) if place < index.n_frames]
    place = min(around, key=lambda p: abs(float(times[p]) - wanted))
    if abs(float(times[place]) - wanted) > _gap(index) / 2 + _TICK:
        raise ValueError(f"the recording has no frame at {seconds:g} s")
    return place


def find_counting(table: RatingTable, recordings: Mapping[str, tuple[str, VideoIndex]]) -> CountingChoice:
    """Try every way of counting on all ratings and notes of a table.

    Parameters
    ----------
    table : RatingTable
        What was read.
    recordings : mapping
        Id and timestamps of the recording that each name in the table means; others do not count.

    Returns
    -------
    CountingChoice
        Clear if one way finds a frame for everything that any way finds one for, and no other way that does
        so puts a rating on another frame.
    """
    named: list[FoundRating | FoundNote] = [*table.ratings, *table.notes]
    items = list({_key(item): item for item in named if item.recording in recordings}.values())
    ways = [Counting(one, first) for one, first in itertools.product((True, False), (False, True))]
    # Ways that cannot differ are tried once: many ratings are in these files.
    by_number = any(item.frame is not None for item in items)
    by_time = any(item.seconds is not None and recordings[item.recording][1].times[0] for item in items)
    alike = {way: Counting(way.from_one or not by_number, way.from_first and bool(by_time)) for way in ways}
    tried = {way: [_placed(item, recordings, way) for item in items] for way in set(alike.values())}
    found = {way: tried[alike[way]] for way in ways}
    fits = {way: sum(place is not None for place in places) for way, places in found.items()}
    reached = {n for places in found.values() for n, place in enumerate(places) if place is not None}
    whole = [way for way in ways if fits[way] == len(reached)]
    if any(way.from_one == table.from_one for way in whole):  # the form of the file says it
        whole = [way for way in whole if way.from_one == table.from_one]
    # Frame number and time, where they agree as our own tables count, are two witnesses.
    if OUR_WAY in whole and all(
        i.frame is not None and i.seconds is not None for i in items if i.pts is None
    ):
        whole = [OUR_WAY]
    best = max(whole or ways, key=lambda way: fits[way])  # of equals the first: as our own tables count
    # An exact timestamp says alone which frame is meant; how else it is counted is nothing to tell people.
    vague = [n for n, item in enumerate(items) if item.pts is None]

    def differ(*, frames: bool) -> bool:
        other = Counting(best.from_one != frames, best.from_first == frames)
        return any(found[other][n] != found[best][n] for n in vague)

    return CountingChoice(
        frames=differ(frames=True),
        seconds=differ(frames=False),
        best=best,
        clear=bool(whole) and all(found[way] == found[best] for way in whole),
        fits=fits,
        total=len(items),
        remarks=tuple(_coarse(items, recordings)),
    )


def _coarse(
    items: Sequence[FoundRating | FoundNote], recordings: Mapping[str, tuple[str, VideoIndex]]
) -> Iterator[str]:
    """Yield a sentence for each recording whose times are rounded so far that they may mean another frame."""
    times: dict[str, list[float]] = {}
    for item in items:
        alone = item.pts is None and item.frame is None and not getattr(item, "until", None)
        if alone and item.seconds is not None:
            times.setdefault(item.recording, []).append(item.seconds)
    for name, seconds in times.items():
        step = next((10.0**-k for k in range(7) if all(abs(t - round(t, k)) < 1e-9 for t in seconds)), 0.0)
        gap = _gap(recordings[name][1])
        if step > gap > 0:
            yield (
                f"The times of {name} are given in steps of {step:g} s, and a frame lasts {gap:.3g} s: each "
                "is taken for the nearest frame, which may not be the one that was meant."
            )


def _key(item: FoundRating | FoundNote) -> tuple[object, ...]:
    span = (item.until, item.played) if isinstance(item, FoundRating) else ()
    return item.recording, item.pts, item.seconds, item.frame, span


def _placed(
    item: FoundRating | FoundNote, recordings: Mapping[str, tuple[str, VideoIndex]], way: Counting
) -> tuple[int, ...] | None:
    index = recordings[item.recording][1]
    try:
        if isinstance(item, FoundRating):
            pts = frames_of(item, index, way)
            return (pts[0], pts[-1])
        return (frame_of(item, index, way),)
    except ValueError:
        return None


def described(choice: CountingChoice, way: Counting) -> str:
    """Say a way of counting as people choose it, with how many ratings find a frame by it."""
    parts = []
    if choice.frames:
        parts.append(f"frames count from {int(way.from_one)}")
    if choice.seconds:
        start = "the recording's first frame" if way.from_first else "the start of the file's own clock"
        parts.append(f"seconds count from {start}")
    text = ", ".join(parts)
    return f"{text[:1].upper()}{text[1:]} (fits {choice.fits[way]:,} of {choice.total:,})"


def options(choice: CountingChoice) -> list[Counting]:
    """Return the ways of counting that make a difference, the one that fits best first; none if none does."""
    if not (choice.frames or choice.seconds):
        return []
    ways = [
        way
        for way in choice.fits
        if (choice.frames or way.from_one == choice.best.from_one)
        and (choice.seconds or way.from_first == choice.best.from_first)
    ]
    return sorted(ways, key=lambda way: (way != choice.best, -choice.fits[way]))
