"""Sampled frames with the very pixels that coders saw, whatever the decoder of this computer gives."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from au_studio.video.errors import VideoError
from au_studio.video.pictures import picture_path, read_picture
from au_studio.video.reader import Frame


def as_coded(frame: Frame, pictures: Path | None) -> Frame:
    """Return a frame as it was stored when it was sampled; as it is when it never was.

    Parameters
    ----------
    frame : Frame
        As it was decoded just now.
    pictures : Path or None
        Folder of the recording's sampled frames; None = there is none.
    """
    path = picture_path(pictures, frame.pts) if pictures is not None else None
    if path is None or not path.is_file():
        return frame
    try:
        image = read_picture(path)
    except VideoError:
        return frame  # what was decoded is the next best, and the same but for the decoder's version
    return replace(frame, shown=image) if image.shape == frame.shown.shape else frame
