"""Recordings whose video is missing, in the window: what is stored of them can be seen."""

from __future__ import annotations

from dataclasses import replace

from au_studio.analysis.stored_index import NO_PICTURES
from au_studio.study.recording_list import RecordingItem, Status
from au_studio.video.index import VideoIndex
from au_studio.video.options import options_of


def place_again(indices: dict[str, VideoIndex], item: RecordingItem) -> bool:
    """Note where the video of a recording is now; return whether it must be read.

    So it is if it was missing, or is to be read in another way.
    """
    index = indices.get(item.id)
    if index is None:
        return False
    if has_pictures(index) and index.options == options_of(item.path):
        indices[item.id] = replace(index, path=item.path)
        return False
    if item.status is Status.PROBLEM:
        return False
    del indices[item.id]
    return True


def has_pictures(index: VideoIndex) -> bool:
    """Whether an index is that of a video, not of stored values alone."""
    return index.codec != NO_PICTURES
