"""Recordings whose video is missing, in the window: what is stored of them can be seen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from au_studio.analysis.stored_index import NO_PICTURES, stored_index
from au_studio.study.recording_list import RecordingItem, Status
from au_studio.video.index import VideoIndex

if TYPE_CHECKING:
    from au_studio.controllers.workspace import Workspace


def take_stored(workspace: Workspace, item: RecordingItem, indices: dict[str, VideoIndex]) -> bool:
    """Take the timestamps of a recording whose video is missing from its stored analysis, and say so.

    Parameters
    ----------
    workspace : Workspace
        Knows what is stored.
    item : RecordingItem
        The recording.
    indices : dict of str to VideoIndex
        The timestamps that are known, to which it is added.

    Returns
    -------
    bool
        Whether there is anything to show.
    """
    path = stored_of_missing(workspace, item.id)
    index = None if path is None else stored_index(path, item.path)
    if index is None:
        return False
    indices[item.id] = index
    workspace.say(f"{item.message} What is stored of it is shown.", "warning")
    return True


def stored_of_missing(workspace: Workspace, recording_id: str) -> Path | None:
    """Return where the chosen model's analysis of a recording is whose video is missing; None = nowhere."""
    item = workspace.item(recording_id)
    missing = item is not None and item.status is Status.PROBLEM
    return workspace.analysis_path(recording_id) if missing and workspace.has_analysis(recording_id) else None


def place_again(indices: dict[str, VideoIndex], item: RecordingItem) -> bool:
    """Note where the video of a recording is now; return whether it must be read that was missing."""
    index = indices.get(item.id)
    if index is None:
        return False
    if has_pictures(index):
        indices[item.id] = replace(index, path=item.path)
        return False
    if item.status is Status.PROBLEM:
        return False
    del indices[item.id]
    return True


def has_pictures(index: VideoIndex) -> bool:
    """Whether an index is that of a video, not of stored values alone."""
    return index.codec != NO_PICTURES
