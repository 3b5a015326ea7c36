"""Which row of its recording's index a decoded picture is, where timestamps tell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from au_studio.video.index import VideoIndex


def by_timestamp(index: VideoIndex, pictures: Iterator[Any], *, synced: bool) -> Iterator[tuple[int, Any]]:
    """Pair decoded pictures with their rows; those that are in no row are left out.

    Parameters
    ----------
    index : VideoIndex
        Of the recording; its timing is by timestamp.
    pictures : iterator of av.VideoFrame
        As the decoder gives them.
    synced : bool
        Whether they begin with the recording. After a seek they begin with a key frame: pictures before it
        may lack their references, and some decoders show them all the same, in wrong colours.

    Yields
    ------
    (int, av.VideoFrame)
        Row and picture.
    """
    for picture in pictures:
        position = row_of(index, picture)
        if position is None:
            continue
        if not synced and index.key_frames[position] and not picture.is_corrupt:
            # MPEG-1 and -2 can give the rest of a picture, cut by the seek, the key frame's timestamp.
            synced = bool(picture.key_frame) or index.codec not in ("mpeg1video", "mpeg2video")
        if synced:
            yield position, picture


def row_of(index: VideoIndex, picture: Any) -> int | None:
    """Return the row that has a picture's timestamp; None if there is none."""
    if picture.pts is None:
        return None
    row = int(np.searchsorted(index.pts, picture.pts))
    return row if row < index.n_frames and index.pts[row] == picture.pts else None
