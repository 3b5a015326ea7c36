"""Indices of long recordings, kept on the disk: reading one anew goes through the whole file."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import numpy.typing as npt

from au_studio.errors import AUStudioError
from au_studio.files import atomic_path
from au_studio.texts import as_sentence, from_plain, to_plain
from au_studio.video.index import AudioInfo, VideoIndex, index_video
from au_studio.video.options import ReadingOptions, options_from_json, options_of
from au_studio.video.orientation import Orientation
from au_studio.video.reading import remember_reading
from au_studio.video.shapes import Shape
from au_studio.video.timing import Timing

INDEX_FILE = "index.npz"
"""Name of the file in the folder of a recording's analyses."""

WORTH_KEEPING = 10_000
"""Frames from which on an index is kept: of shorter recordings it is read as quickly from the video."""

_FORMAT = 1
_PLAIN = (
    "rotation", "width", "height", "codec", "notices", "truncated", "damaged", "stream", "deinterlaced",
    "start", "reading", "interlaced",
)  # fmt: skip


def kept_or_read(
    video: Path,
    kept: Path | None,
    options: ReadingOptions | None = None,
    *,
    should_stop: Callable[[], bool] | None = None,
) -> VideoIndex:
    """Return the index of a recording: the one that is kept if the file has not changed, else a new one.

    Parameters
    ----------
    video : Path
        The recording.
    kept : Path or None
        Where its index is kept, or is to be; None keeps none.
    options, should_stop
        See `index_video`, which also says what is raised.
    """
    options = options_of(video) if options is None else options
    index = None if kept is None else load_index(kept, video, options)
    if index is None:
        index = index_video(video, options, should_stop=should_stop)
        if kept is not None:
            keep_index(kept, index)
    return index


def keep_index(kept: Path, index: VideoIndex) -> bool:
    """Write an index to the disk if that is worth it and can be done; return whether it was."""
    status = _status_of(index.path)
    if index.n_frames < WORTH_KEEPING or status is None:
        return False
    about = {
        **_made_by(status, index.options),
        **{name: getattr(index, name) for name in _PLAIN},
        "texts": [to_plain(as_sentence(text)) for text in index.notices],
        "time_base": str(index.time_base),
        "pixel_aspect": str(index.pixel_aspect),
        "audio": None if index.audio is None else asdict(index.audio),
        "by_timestamp": index.timing.by_timestamp,
        "shapes": [asdict(shape) for shape in index.shapes],
    }
    try:
        with atomic_path(kept) as part, part.open("wb") as stream:
            np.savez_compressed(
                stream,
                about=np.frombuffer(json.dumps(about).encode(), np.uint8),
                # Steps from frame to frame are nearly always the same, and take next to no room.
                steps=np.diff(index.pts, prepend=0),
                key_frames=np.flatnonzero(index.key_frames),
                anchors=np.array(index.timing.anchors, np.int64).reshape(-1, 2),
            )
    except (AUStudioError, OSError):
        return False  # a full disk, or a study that cannot be written: it is read again the next time
    return True


def load_index(kept: Path, video: Path, options: ReadingOptions) -> VideoIndex | None:
    """Return a kept index; None if there is none of the recording as it is now and is to be read."""
    status = _status_of(video)
    if status is None or not kept.is_file():
        return None
    try:
        with np.load(kept, allow_pickle=False) as file:
            about: dict[str, Any] = json.loads(file["about"].tobytes())
            if any(about.get(name) != value for name, value in _made_by(status, options).items()):
                return None
            steps, key_rows, anchors = file["steps"], file["key_frames"], file["anchors"]
        index = _index(video, about, np.cumsum(steps), key_rows, anchors)
    except (OSError, ValueError, KeyError, TypeError, IndexError, EOFError, zipfile.BadZipFile):
        return None
    remember_reading(video, options, index.reading)
    return index


def _index(
    video: Path,
    about: dict[str, Any],
    pts: npt.NDArray[np.int64],
    key_rows: npt.NDArray[np.int64],
    anchors: npt.NDArray[np.int64],
) -> VideoIndex:
    key_frames = np.zeros(len(pts), dtype=np.bool_)
    key_frames[key_rows] = True
    plain = {name: about[name] for name in _PLAIN}
    plain["notices"] = tuple(from_plain(text) for text in about.get("texts") or ()) or tuple(plain["notices"])
    shapes = (
        Shape(s["row"], s["width"], s["height"], Orientation(**s["orientation"])) for s in about["shapes"]
    )
    return VideoIndex(
        path=video,
        pts=pts,
        time_base=Fraction(about["time_base"]),
        key_frames=key_frames,
        audio=None if about["audio"] is None else AudioInfo(**about["audio"]),
        timing=Timing(about["by_timestamp"], tuple((int(row), int(stamp)) for row, stamp in anchors)),
        shapes=tuple(shapes),
        pixel_aspect=Fraction(about["pixel_aspect"]),
        options=options_from_json(about["options"]),
        **plain,
    )


def _status_of(video: Path) -> tuple[int, int] | None:
    try:
        status = video.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def _made_by(status: tuple[int, int], options: ReadingOptions) -> dict[str, Any]:
    """Return what must be as it was for a kept index to hold: the file, the choices, the library."""
    return {
        "format": _FORMAT,
        "size": status[0],
        "changed": status[1],
        "options": asdict(options),
        "av": av.__version__,
    }
