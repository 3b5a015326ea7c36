"""Face crops around chosen frames of a recording: what fine-tuning reads, cut once and kept on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from au_studio.analysis.coded_pictures import as_coded
from au_studio.analysis.target_crops import LocatedFrame, TargetCropper
from au_studio.analysis.tracks import FaceTracks
from au_studio.errors import AUStudioError, Stopped
from au_studio.face.backends import create_backend
from au_studio.face.tracker import FaceTracker
from au_studio.facs.action_units import DISFA_AUS
from au_studio.learn.material.clips import MARGIN, Clip
from au_studio.texts import sentence
from au_studio.video.index import VideoIndex
from au_studio.video.reader import Frame, FrameReader

LONGEST = 600
"""Frames of a run at most: what is in memory while it is cut, and what an interruption costs."""


class SurroundingsError(AUStudioError):
    """Crops around frames cannot be cut as asked."""


def merged_surroundings(
    positions: Sequence[int], n_frames: int, before: int, after: int
) -> list[tuple[int, int]]:
    """Return the runs of frames around positions; those that meet are merged up to `LONGEST` frames.

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
        First frame and the one after the last, in order. Each position lies in a run with all its context;
        two runs overlap only where one would have been longer than `LONGEST`.
    """
    runs: list[tuple[int, int]] = []
    for position in sorted(set(positions)):
        start, stop = max(0, position - before), min(n_frames, position + after + 1)
        if runs and start <= runs[-1][1] and stop - runs[-1][0] <= LONGEST:
            runs[-1] = (runs[-1][0], stop)
        else:
            runs.append((start, stop))
    return runs


@dataclass(frozen=True, eq=False)
class Surroundings:
    """A run of frames that was looked at: positions [start, stop), and the face in it (None: never there)."""

    start: int
    stop: int
    clip: Clip | None


def cut_surroundings(
    index: VideoIndex,
    tracks: FaceTracks | None,
    runs: Sequence[tuple[int, int]],
    *,
    backend: str = "mediapipe",
    target_person: int | None = None,
    n_aus: int = len(DISFA_AUS),
    pictures: Path | None = None,
    on_progress: Callable[[int, int], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Iterator[Surroundings]:
    """Cut the target person's face out of runs of frames.

    Parameters
    ----------
    index : VideoIndex
        The recording.
    tracks : FaceTracks or None
        Its face tracks; None finds the faces in every run anew, without knowledge of the rest.
    runs : sequence of (int, int)
        First frame of each run and the one after its last, in order (see `merged_surroundings`).
    backend : str
        Face backend when there are no tracks.
    target_person : int or None
        Person to cut; None takes the one with the largest summed box area so far. Needs `tracks`.
    n_aus : int
        Columns of the clips' intensities, which are all NaN.
    pictures : Path, optional
        Folder of the frames that were stored when they were sampled: what coders saw is what trains.
    on_progress : callable, optional
        Hears (frames done, frames in all).
    should_stop : callable, optional
        Asked at every frame.

    Yields
    ------
    Surroundings
        One per run, as soon as it is cut. What is in it depends neither on the other runs nor on how often
        the cutting was interrupted. Frames without the target face are left out of its clip.

    Raises
    ------
    SurroundingsError
        If a person is chosen and there are no tracks.
    au_studio.video.errors.VideoError
        If the recording cannot be read.
    Stopped
        When `should_stop` said so.
    """
    name = index.path.name
    if target_person is not None and tracks is None:
        raise SurroundingsError(
            sentence("Whose face is meant in {name} is unknown: its faces were never tracked.", name=name),
            next_step="Analyse the recording first.",
        )
    total, done = sum(stop - start for start, stop in runs), 0
    search = _FaceSearch(index, tracks, backend, target_person)
    with FrameReader(index, planes=True) as reader:
        for start, stop in runs:
            search.begin(start, stop)
            located: list[LocatedFrame] = []
            for frame in reader.frames(start, stop):
                if should_stop is not None and should_stop():
                    raise Stopped(f"Cutting the faces of {name} was stopped.")
                found = search.locate(as_coded(frame, pictures))
                if found.crop is not None:
                    located.append(found)
                done += 1
                if on_progress is not None:
                    on_progress(done, total)
            yield Surroundings(start, stop, _clip(located, n_aus) if located else None)


def positions_of(index: VideoIndex, pts: Sequence[int]) -> npt.NDArray[np.int64]:
    """Return the positions of frames, ascending, each once.

    Raises
    ------
    SurroundingsError
        If a timestamp is none of this recording's.
    """
    wanted = np.asarray(sorted(set(pts)), dtype=np.int64)
    positions = np.searchsorted(index.pts, wanted).astype(np.int64)
    known = index.pts[np.minimum(positions, index.n_frames - 1)] == wanted
    if not known.all():
        raise SurroundingsError(
            sentence(
                "{sum} rated frames do not exist in {name}.", sum=int((~known).sum()), name=index.path.name
            ),
            next_step="Check that the recording is the file that was rated.",
            details=f"timestamps {wanted[~known][:20].tolist()}",
        )
    return positions


class _FaceSearch:
    """Finds the target person's face in run after run of frames.

    With stored tracks it is the person whom the analysis of the whole recording chose; without, a tracker
    starts anew with every run.
    """

    def __init__(
        self, index: VideoIndex, tracks: FaceTracks | None, backend: str, target_person: int | None
    ) -> None:
        self._index = index
        self._tracks = tracks
        self._tracker = None if tracks is not None else FaceTracker(create_backend(backend)[0])
        self._cropper = TargetCropper(target_person, margin=MARGIN)
        self._looked_at = 0

    def begin(self, start: int, stop: int) -> None:
        """Go to the first frame of the run [start, stop)."""
        if self._tracks is None:
            assert self._tracker is not None
            self._tracker.reset()
            self._cropper.reset()
        else:
            # Who fills most of the picture is decided over all frames, as in the analysis.
            for position in range(self._looked_at, start):
                self._cropper.skip(self._tracks.faces_of(int(self._index.pts[position])))
        self._looked_at = stop

    def locate(self, frame: Frame) -> LocatedFrame:
        """Cut the face out of the next frame of the run."""
        if self._tracks is not None:
            return self._cropper.locate(frame, self._tracks.faces_of(frame.pts))
        assert self._tracker is not None
        return self._cropper.locate(frame, self._tracker.update(frame.shown, frame.time))


def _clip(located: Sequence[LocatedFrame], n_aus: int) -> Clip:
    restart = np.array([frame.restart for frame in located])
    # A clip begins without a past, wherever the track began.
    restart[0] = True
    return Clip(
        crops=np.stack([frame.crop for frame in located if frame.crop is not None]),
        intensities=np.full((len(located), n_aus), np.nan, dtype=np.float32),
        times=np.array([frame.time for frame in located]),
        pts=np.array([frame.pts for frame in located], dtype=np.int64),
        restart=restart,
        group="",
        source="",
    )
