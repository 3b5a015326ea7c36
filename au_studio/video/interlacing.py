"""Interlaced recordings: the two half pictures of a frame, taken at two moments, are made one whole picture.

As they are stored, whatever moves has combed edges. One frame becomes one frame, so that the timestamps stay.
The filter looks at the frame before and the one after; still parts keep every line.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import av

_TICK = Fraction(1, 1000)  # Times play no part here, but a graph wants a unit for them.
_SHARE = 0.1
"""Of the frames, so many have to be marked; a stray mark alone makes no interlaced recording."""


def is_interlaced(n_marked: int, n_seen: int) -> bool:
    """Return whether a recording counts as interlaced, by how many of its frames say so."""
    return n_marked > _SHARE * n_seen


def deinterlaced(pictures: Iterator[tuple[int, Any]], *, from_start: bool) -> Iterator[tuple[int, Any]]:
    """Make the interlaced ones of consecutive pictures whole.

    Parameters
    ----------
    pictures : iterator of (int, av.VideoFrame)
        Rows and their pictures, as the decoder gives them.
    from_start : bool
        Whether they begin with the recording. If not, the first one lacks the frame before it: it is not
        given, so that a frame looks the same whichever way it is reached.

    Yields
    ------
    (int, av.VideoFrame)
        The rows, one frame later, and their pictures.
    """
    waiting: deque[int] = deque()
    graph: Any = None
    size: tuple[int, int, str] | None = None
    drop = not from_start
    for row, picture in pictures:
        found = (picture.width, picture.height, picture.format.name)
        if found != size:
            if graph is not None:
                yield from _rest(graph, waiting, drop=drop)
                drop = False
            graph, size = _made(picture), found
        graph.push(picture)
        waiting.append(row)
        whole = _pulled(graph)
        if whole is not None:
            done = waiting.popleft()
            if not drop:
                yield done, whole
            drop = False
    if graph is not None:
        yield from _rest(graph, waiting, drop=drop)


def _rest(graph: Any, waiting: deque[int], *, drop: bool) -> Iterator[tuple[int, Any]]:
    graph.push(None)
    while waiting:
        whole = _pulled(graph)
        if whole is None:
            waiting.clear()
            return
        row = waiting.popleft()
        if not drop:
            yield row, whole
        drop = False


def _pulled(graph: Any) -> Any:
    try:
        return graph.pull()
    except (BlockingIOError, EOFError):
        return None


def _made(picture: Any) -> Any:
    graph = av.filter.Graph()
    graph.threads = 1
    source = graph.add_buffer(
        width=picture.width, height=picture.height, format=picture.format, time_base=_TICK
    )
    whole = graph.add("bwdif", "mode=send_frame:parity=auto:deint=interlaced")
    sink = graph.add("buffersink")
    source.link_to(whole)
    whole.link_to(sink)
    graph.configure()
    return graph
