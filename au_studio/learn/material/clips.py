"""Clips: runs of consecutive face crops of one person, with the ratings that they carry."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import h5py
import numpy as np
import numpy.typing as npt

from au_studio.errors import AUStudioError
from au_studio.face.align import CROP_SIZE
from au_studio.face.opencv import cv2
from au_studio.hdf5 import write_hdf5
from au_studio.texts import sentence

MARGIN = 8
"""Pixels around the 128-px template that a stored crop keeps, so that training can shift and rotate it."""


class ClipsError(AUStudioError):
    """A file of clips cannot be read."""


@dataclass(frozen=True, eq=False)
class Clip:
    """Consecutive face crops of one person in one recording.

    Attributes
    ----------
    crops : ndarray of uint8
        RGB, [T, S, S, 3], S = crop size + 2 `MARGIN`.
    intensities : ndarray of float32
        [T, A], 0-5; NaN where there is no rating or the action unit is not codable.
    times : ndarray of float64
        Seconds, [T].
    pts : ndarray of int64
        Presentation timestamps, [T]: with `source` they identify the frames.
    restart : ndarray of bool
        [T]; True where the face track starts anew (always at the first frame).
    group : str
        Person; or the recording (`source`), when persons are unknown. Evaluation never splits a group.
    source : str
        Recording.
    """

    crops: npt.NDArray[np.uint8]
    intensities: npt.NDArray[np.float32]
    times: npt.NDArray[np.float64]
    pts: npt.NDArray[np.int64]
    restart: npt.NDArray[np.bool_]
    group: str
    source: str

    def __len__(self) -> int:
        """Return the number of frames."""
        return len(self.crops)

    @property
    def labelled(self) -> npt.NDArray[np.intp]:
        """Positions of the frames with at least one rating, ascending."""
        return np.flatnonzero(np.isfinite(self.intensities).any(axis=1))


def centre(crops: npt.NDArray[np.uint8], size: int) -> npt.NDArray[np.uint8]:
    """Cut the central size x size pixels of crops [..., S, S, 3]: the template without its margin."""
    edge = (crops.shape[-2] - size) // 2
    return crops[..., edge : edge + size, edge : edge + size, :]


def shrunk(clip: Clip, size: int) -> Clip:
    """Return a clip for a network of smaller crops: the same faces, `size` px of template and the margin.

    Parameters
    ----------
    clip : Clip
        With crops of `CROP_SIZE` + 2 `MARGIN` px.
    size : int
        Side of the template, px, at most `CROP_SIZE`.
    """
    if size == CROP_SIZE:
        return clip
    side = round((CROP_SIZE + 2 * MARGIN) * size / CROP_SIZE)
    crops = np.empty((len(clip), side, side, 3), dtype=np.uint8)
    for place, crop in enumerate(clip.crops):
        cv2.resize(crop, (side, side), dst=crops[place], interpolation=cv2.INTER_AREA)
    return replace(clip, crops=crops)


def uninterrupted(clip: Clip) -> Iterator[Clip]:
    """Split a clip where its face track starts anew: no transition across a gap may be learnt."""
    starts = [0, *(int(t) for t in np.flatnonzero(clip.restart) if t > 0), len(clip)]
    for start, stop in itertools.pairwise(starts):
        part = slice(start, stop)
        yield replace(
            clip,
            crops=clip.crops[part],
            intensities=clip.intensities[part],
            times=clip.times[part],
            pts=clip.pts[part],
            restart=clip.restart[part],
        )


def write_clips(path: Path, clips: Sequence[Clip], aus: Sequence[int]) -> None:
    """Write clips to one HDF5 file, atomically.

    Parameters
    ----------
    path : Path
        Target; replaced if it exists.
    clips : sequence of Clip
        All with the same crop size and ``len(aus)`` columns.
    aus : sequence of int
        Action units of the columns.
    """
    with write_hdf5(path) as (file, check):
        file.attrs["format"] = "au-studio-clips-1"
        file.attrs["aus"] = np.asarray(aus, dtype=np.int64)
        for number, clip in enumerate(clips):
            group = file.create_group(f"{number:06d}")
            group.attrs["group"], group.attrs["source"] = clip.group, clip.source
            chunks = (1, *clip.crops.shape[1:])
            group.create_dataset("crops", data=clip.crops, chunks=chunks, compression="lzf", shuffle=True)
            for name in ("intensities", "times", "pts", "restart"):
                group.create_dataset(name, data=getattr(clip, name))
            check()


def read_clips(path: Path) -> tuple[list[Clip], tuple[int, ...]]:
    """Read what `write_clips` wrote.

    Returns
    -------
    clips : list of Clip
    aus : tuple of int
        Action units of the intensity columns.

    Raises
    ------
    ClipsError
        If the file is missing or not a file of clips.
    """
    try:
        with h5py.File(path, "r") as file:
            if file.attrs.get("format") != "au-studio-clips-1":
                raise ClipsError(
                    sentence("{path} is not a file of face crops.", path=path),
                    next_step="Extract the crops again.",
                )
            clips = [
                Clip(
                    **{name: group[name][()] for name in ("crops", "intensities", "times", "pts", "restart")},
                    group=str(group.attrs["group"]),
                    source=str(group.attrs["source"]),
                )
                for _, group in sorted(file.items())
            ]
            return clips, tuple(int(au) for au in file.attrs["aus"])
    except (OSError, KeyError) as error:
        raise ClipsError(
            sentence("The face crops in {path} cannot be read.", path=path),
            next_step="Extract the crops again.",
            details=str(error),
        ) from error
