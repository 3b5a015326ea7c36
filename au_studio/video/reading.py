"""Whether stored faces, crops and pictures are those that a recording would give now.

Earlier versions read some recordings otherwise: mirrored ones upside down, later parts squeezed into the
shape of the first. What an index does beyond that is its *reading*, a short technical text that is stored
with whatever is made from the pictures, and empty for nearly every recording.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import av

from au_studio.video.colour import hdr_name
from au_studio.video.errors import VideoError
from au_studio.video.options import ReadingOptions, options_of
from au_studio.video.shapes import Shape, Shapes
from au_studio.video.source import Damage, VideoSource, video_streams
from au_studio.video.streams import default_of

_Key = tuple[Path, int, int, ReadingOptions]
_FITTED = "fitted "
_indexed: dict[_Key, str] = {}


def reading_of(path: Path) -> str:
    """Return the `VideoIndex.reading` of a recording.

    One that has been indexed since it changed last is known wholly; of another the first picture is decoded
    (some hundredths of a second, once), which does not tell of changes on the way.

    Returns
    -------
    str
        Empty if nothing is done, or the recording cannot be read.
    """
    key = _key(path)
    if key is None:
        return ""
    known = _indexed.get(key)
    return _look(key) if known is None else known


def fits_reading(path: Path, stored: str) -> bool:
    """Return whether what was made under a reading is of the recording as it is read now.

    Of a recording that has not been indexed since it changed last, changes on the way are not known; then the
    rest decides.
    """
    key = _key(path)
    if key is None:
        return True
    known = _indexed.get(key)
    if known is not None:
        return stored == known
    return "; ".join(part for part in stored.split("; ") if not part.startswith(_FITTED)) == _look(key)


def first_picture_reading(path: Path) -> str:
    """Return what the first picture of a recording tells of its reading, indexed or not."""
    key = _key(path)
    return "" if key is None else _look(key)


def remember_reading(path: Path, options: ReadingOptions, reading: str) -> None:
    """Keep the reading of a recording that has been indexed with these choices, for `reading_of`."""
    key = _key(path, options)
    if key is not None:
        _indexed[key] = reading


def describe_reading(source: VideoSource, shapes: Sequence[Shape], first: Any, *, deinterlaced: bool) -> str:
    """Return the reading of a recording.

    Parameters
    ----------
    source : VideoSource
        The opened file.
    shapes : sequence of Shape
        Sizes and orientations of its pictures.
    first : av.VideoFrame
        Its first picture.
    deinterlaced : bool
        Whether the half pictures of its frames are made one.
    """
    done = []
    usual = default_of(video_streams(source.container, source.path))
    if source.stream.index != usual.index:
        done.append(f"stream {source.stream.index}")
    if shapes[0].orientation.mirrored:
        done.append("mirrored")
    if hdr_name(first):
        done.append(f"tone-mapped {hdr_name(first)}")
    if deinterlaced:
        done.append("deinterlaced")
    if len(shapes) > 1:
        done.append(_FITTED + " ".join(_shape_text(shape) for shape in shapes))
    return "; ".join(done)


def _shape_text(shape: Shape) -> str:
    turned = f"{'m' * shape.orientation.mirrored}{shape.orientation.turn or ''}"
    return f"{shape.row}:{shape.width}x{shape.height}{turned}"


def _key(path: Path, options: ReadingOptions | None = None) -> _Key | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return path, status.st_size, status.st_mtime_ns, options_of(path) if options is None else options


@lru_cache(maxsize=4096)
def _look(key: _Key) -> str:
    shapes, options = Shapes(), key[3]
    try:
        with VideoSource(key[0], threads=1, stream=options.stream) as source:
            first = next(source.frames(Damage()), None)
            if first is None:
                return ""
            shapes.see(0, first)
            whole = bool(first.interlaced_frame) and options.deinterlace
            return describe_reading(source, shapes.found, first, deinterlaced=whole)
    except (VideoError, av.error.FFmpegError, OSError):
        return ""
