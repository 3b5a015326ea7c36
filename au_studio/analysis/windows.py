"""Face crops around chosen frames of a recording: what fine-tuning reads, cut once and kept on disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from au_studio.analysis.located import LocatedFrame, TargetCropper
from au_studio.analysis.tracks import FaceTracks
from au_studio.errors import AUStudioError, Stopped
from au_studio.face.backends import create_backend
from au_studio.face.model import TrackedFace
from au_studio.face.tracker import FaceTracker
from au_studio.facs.action_units import DISFA_AUS
from au_studio.learn.clips import MARGIN, Clip
from au_studio.video.index import VideoIndex, index_video
from au_studio.video.reader import Frame, FrameReader


class WindowError(AUStudioError):
    """Crops around frames cannot be cut as asked."""


def merged_windows(positions: Sequence[int], n_frames: int, before: int, after: int) -> list[tuple[int, int]]:
    """Return the runs of frames around positions, overlapping ones merged.

    Parameters
    ----------
    positions : sequence of int
        Frames asked for, from 0, in any order.
    n_frames : int
        Frames in the recording.
    before, after : int
        Frames of context on either side.

    Returns
    -------
    list of (int, int)
        First frame and the one after the last, in order, without overlap or touch.
    """
    windows: list[tuple[int, int]] = []
    for position in sorted(set(positions)):
        start, stop = max(0, position - before), min(n_frames, position + after + 1)
        if windows and start <= windows[-1][1]:
            windows[-1] = (windows[-1][0], max(stop, windows[-1][1]))
        else:
            windows.append((start, stop))
    return windows


def extract_windows(
    video_path: Path,
    tracks: FaceTracks | None,
    pts: Sequence[int],
    *,
    before: int = 24,
    after: int = 4,
    backend: str = "mediapipe",
    target_person: int | None = None,
    aus: Sequence[int] = DISFA_AUS,
    group: str = "",
    source: str = "",
    on_progress: Callable[[int, int], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> list[Clip]:
    """Cut the target person's face around the asked frames.

    Parameters
    ----------
    video_path : Path
        The recording.
    tracks : FaceTracks or None
        Its face tracks; None finds the faces in every window anew, without knowledge of the rest.
    pts : sequence of int
        Presentation timestamps of the asked frames.
    before, after : int
        Frames of context on either side; overlapping windows become one clip.
    backend : str
        Face backend when there are no tracks.
    target_person : int or None
        Person to cut; None takes the one with the largest summed box area so far. Needs `tracks`.
    aus : sequence of int
        Action units of the clips' intensity columns, which are all NaN.
    group, source : str
        Written into every clip.
    on_progress : callable, optional
        Hears (frames done, frames in all).
    should_stop : callable, optional
        Asked at every frame.

    Returns
    -------
    list of Clip
        In the order of time; frames without the target face are left out, and a window without any is too.

    Raises
    ------
    WindowError
        If a timestamp is none of this recording's, or a person is chosen and there are no tracks.
    au_studio.video.errors.VideoError
        If the recording cannot be read.
    Stopped
        When `should_stop` said so.
    """
    if target_person is not None and tracks is None:
        raise WindowError(
            f"Whose face is meant in {video_path.name} is unknown: its faces were never tracked.",
            next_step="Analyse the recording first.",
        )
    index = index_video(video_path, should_stop=should_stop)
    positions = _positions(index, pts)
    windows = merged_windows(positions.tolist(), index.n_frames, before, after)
    total, done = sum(stop - start for start, stop in windows), 0
    faces = _FaceSource(tracks, backend)
    cropper = TargetCropper(target_person, margin=MARGIN)
    clips: list[Clip] = []
    looked_at = 0
    with FrameReader(index) as reader:
        for start, stop in windows:
            faces.start_window()
            # Who fills most of the picture is decided over all frames, as in the analysis.
            if tracks is None:
                cropper.reset()
            else:
                for position in range(looked_at, start):
                    cropper.skip(tracks.faces_at(position))
            looked_at = stop
            located: list[LocatedFrame] = []
            for frame in reader.frames(start, stop):
                if should_stop is not None and should_stop():
                    raise Stopped(f"Cutting the faces of {video_path.name} was stopped.")
                found = cropper.locate(frame, faces.at(frame))
                if found.crop is not None:
                    located.append(found)
                done += 1
                if on_progress is not None:
                    on_progress(done, total)
            if located:
                clips.append(_clip(located, len(aus), group, source))
    return clips


def _positions(index: VideoIndex, pts: Sequence[int]) -> npt.NDArray[np.int64]:
    wanted = np.asarray(sorted(set(pts)), dtype=np.int64)
    positions = np.searchsorted(index.pts, wanted).astype(np.int64)
    known = index.pts[np.minimum(positions, index.n_frames - 1)] == wanted
    if not known.all():
        raise WindowError(
            f"{int((~known).sum())} rated frames do not exist in {index.path.name}.",
            next_step="Check that the recording is the file that was rated.",
            details=f"timestamps {wanted[~known][:20].tolist()}",
        )
    return positions


class _FaceSource:
    """Faces of a frame: looked up in stored tracks, or found by a tracker that starts anew per window."""

    def __init__(self, tracks: FaceTracks | None, backend: str) -> None:
        self._tracks = tracks
        self._tracker = None if tracks is not None else FaceTracker(create_backend(backend)[0])

    def start_window(self) -> None:
        """Forget the frames before."""
        if self._tracker is not None:
            self._tracker.reset()

    def at(self, frame: Frame) -> list[TrackedFace]:
        """Return the faces of the next frame."""
        if self._tracks is not None:
            return self._tracks.faces_at(frame.position)
        assert self._tracker is not None
        return self._tracker.update(frame.image, frame.time)


def _clip(located: Sequence[LocatedFrame], n_aus: int, group: str, source: str) -> Clip:
    restart = np.array([frame.restart for frame in located])
    # A clip begins without a past, wherever the track began.
    restart[0] = True
    return Clip(
        crops=np.stack([frame.crop for frame in located if frame.crop is not None]),
        intensities=np.full((len(located), n_aus), np.nan, dtype=np.float32),
        times=np.array([frame.time for frame in located]),
        pts=np.array([frame.pts for frame in located], dtype=np.int64),
        restart=restart,
        group=group,
        source=source,
    )
