"""HDR recordings (PQ, HLG), brought to the colours of an ordinary screen, from which all here has learned.

Read as they are, they look grey. A filter graph of libav turns them: white paper, which such recordings hold
at 203 cd/m², becomes the white of the screen; what shines brighter is clipped. Making a graph takes a second
or two, because it tabulates the colours first; so finished ones are kept for the next picture of the kind.
"""

from __future__ import annotations

import threading
from fractions import Fraction
from typing import Any

import av

_PQ, _HLG = 16, 18
_NAMES = {_PQ: "PQ", _HLG: "HLG"}
_UNSPECIFIED = 2
_DOLBY = frozenset(("DOVI_RPU_BUFFER", "DOVI_METADATA"))
_MOST_KEPT = 6
_TICK = Fraction(1, 1000)  # Times play no part here, but a graph wants a unit for them.
_Kind = tuple[int, int, str, int, int, int, int]


def hdr_name(picture: Any) -> str:
    """Return ``"PQ"`` or ``"HLG"``; empty for an ordinary picture.

    Parameters
    ----------
    picture : av.VideoFrame
        As the decoder gave it.
    """
    return _NAMES.get(int(picture.color_trc), "")


def has_no_ordinary_colours(picture: Any) -> bool:
    """Return whether a picture is Dolby Vision without a base that others can show (profile 5).

    Such pictures carry the instructions of Dolby Vision, and name no transfer of their own: without the
    instructions, which nothing here applies, faces come out green and violet. Other profiles say PQ, HLG or
    an ordinary transfer, and are shown by that.

    Parameters
    ----------
    picture : av.VideoFrame
        As the decoder gave it.
    """
    beside = {kind.type.name for kind in picture.side_data}
    return bool(beside & _DOLBY) and int(picture.color_trc) == _UNSPECIFIED


def tone_mapped(picture: Any) -> Any:
    """Return an HDR picture in the colours of an ordinary screen.

    Parameters
    ----------
    picture : av.VideoFrame
        One for which `hdr_name` gives a name.

    Returns
    -------
    av.VideoFrame
        RGB, of the same size.
    """
    kind = (
        picture.width,
        picture.height,
        picture.format.name,
        int(picture.color_trc),
        int(picture.color_primaries),
        int(picture.colorspace),
        int(picture.color_range),
    )
    graph = _take(kind, picture)
    graph.push(picture)
    mapped = graph.pull()
    _give_back(kind, graph)
    return mapped


_idle: list[tuple[_Kind, Any]] = []
_lock = threading.Lock()


def _take(kind: _Kind, picture: Any) -> Any:
    with _lock:
        for place, (known, graph) in enumerate(_idle):
            if known == kind:
                del _idle[place]
                return graph
    return _made(picture)


def _give_back(kind: _Kind, graph: Any) -> None:
    with _lock:
        _idle.append((kind, graph))
        del _idle[:-_MOST_KEPT]


def _made(picture: Any) -> Any:
    graph = av.filter.Graph()
    graph.threads = 1
    source = graph.add_buffer(
        width=picture.width, height=picture.height, format=picture.format, time_base=_TICK
    )
    wanted = "out_transfer=bt709:out_primaries=bt709:intent=relative_colorimetric:flags=bilinear"
    if int(picture.color_primaries) == _UNSPECIFIED:
        wanted += ":in_primaries=bt2020"
    scale = graph.add("scale", wanted)
    rgb = graph.add("format", "pix_fmts=rgb24")
    sink = graph.add("buffersink")
    source.link_to(scale)
    scale.link_to(rgb)
    rgb.link_to(sink)
    graph.configure()
    return graph
