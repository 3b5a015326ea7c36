"""Agreement between a model and ratings, on frames that the model has not been trained on."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from au_studio.learn.material.clips import Clip, centre
from au_studio.learn.material.rated import RatedFrames
from au_studio.nn.model import IntensityModel
from au_studio.nn.streaming import StreamingPredictor
from au_studio.stats.agreement import Interval, icc
from au_studio.stats.error import mae
from au_studio.stats.group_bootstrap import FEWEST_GROUPS, judge

Intensities = npt.NDArray[np.float32]

STRETCH_SECONDS = 10.0
"""Frames further apart than this count as independent when there are too few persons and recordings."""
_CHUNK = 64


def predict_clips(model: IntensityModel, clips: Sequence[Clip], device: torch.device) -> list[Intensities]:
    """Predict every frame of every clip, each from its own start.

    Returns
    -------
    list of ndarray of float32
        One [T, A] per clip, in [0, 5].
    """
    predictor = StreamingPredictor(model, device)
    size = model.config.crop_size
    crops = [centre(clip.crops, size) for clip in clips]
    restart = []
    for clip in clips:
        marks = clip.restart.copy()
        marks[0] = True
        restart.append(marks)
    # Clips are run as one stream with restarts between them: full batches even when clips are single frames.
    outputs = []
    for chunk in _chunks([len(clip) for clip in clips]):
        outputs.append(
            predictor(
                np.concatenate([crops[k][a:b] for k, a, b in chunk]),
                np.concatenate([restart[k][a:b] for k, a, b in chunk]),
            )
        )
    flat = np.concatenate(outputs) if outputs else np.empty((0, len(model.config.aus)), np.float32)
    return np.split(flat, np.cumsum([len(clip) for clip in clips])[:-1]) if clips else []


def _chunks(lengths: Sequence[int]) -> list[list[tuple[int, int, int]]]:
    """Cut the concatenation of runs into chunks of `_CHUNK` frames: lists of (run, start, stop)."""
    chunks: list[list[tuple[int, int, int]]] = [[]]
    room = _CHUNK
    for number, length in enumerate(lengths):
        start = 0
        while start < length:
            stop = min(length, start + room)
            chunks[-1].append((number, start, stop))
            room -= stop - start
            start = stop
            if room == 0:
                chunks.append([])
                room = _CHUNK
    return [chunk for chunk in chunks if chunk]


def agreement(rated: Intensities, predicted: Mapping[str, Intensities], aus: Sequence[int]) -> dict[str, Any]:
    """Compare several predictions of the same frames with their ratings.

    Parameters
    ----------
    rated : ndarray of float32
        [N, A], NaN where not rated.
    predicted : mapping of str to ndarray of float32
        [N, A] by prefix: "" the model itself, "base_" the model it was trained from, "constant_" a constant.
    aus : sequence of int
        Action units of the columns.

    Returns
    -------
    dict
        ``{"au": {"12": {"n": 31, "icc": 0.8, "mae": 0.3, "base_icc": …}, …}, "mean": {"icc": …, …}}``; None
        where a figure is undefined (ICC: where the ratings do not vary; a constant prediction of ratings that
        do has 0, see :func:`au_studio.stats.agreement.has_icc`). ICC is ICC(3,1). Means are unweighted, over
        the action units that have the figure for the model, and for the base where there is one, so that the
        two can be compared.
    """
    rows: dict[str, dict[str, Any]] = {}
    for column, au in enumerate(aus):
        known = np.isfinite(rated[:, column])
        row: dict[str, Any] = {"n": int(known.sum())}
        for prefix, values in predicted.items():
            row[f"{prefix}icc"] = _defined(
                partial(icc, ratings="first"), rated[known, column], values[known, column]
            )
            row[f"{prefix}mae"] = _defined(mae, rated[known, column], values[known, column])
        rows[str(au)] = row
    mean: dict[str, float | None] = {}
    compared = [prefix for prefix in predicted if prefix != "constant_"]
    for figure in ("icc", "mae"):
        common = [
            row for row in rows.values() if all(row[f"{prefix}{figure}"] is not None for prefix in compared)
        ]
        for prefix in predicted:
            defined = [row[f"{prefix}{figure}"] for row in common if row[f"{prefix}{figure}"] is not None]
            mean[f"{prefix}{figure}"] = float(np.mean(defined)) if defined else None
    return {"au": rows, "mean": mean}


def held_out_agreement(
    frames: RatedFrames, predicted: Mapping[str, npt.ArrayLike], aus: Sequence[int]
) -> dict[str, Any]:
    """Compare predictions of held-out frames with their ratings, with 95 % intervals, as a card keeps it.

    Parameters
    ----------
    frames : RatedFrames
        The ratings.
    predicted : mapping of str to float [N, A]
        By prefix: "" the model that is judged (the first), "base_" the model it was trained from,
        "constant_" the median of the ratings that trained.
    aus : sequence of int
        Action units of the columns.

    Returns
    -------
    dict
        As `agreement` gives it, and beside each figure of the model ``icc_low``, ``icc_high`` and so on; per
        action unit ``gain`` and ``mae_gain`` (the model's ICC and MAE minus the base's) with their ends,
        ``n_groups`` (how many persons or the like the intervals are over), ``present`` (frames in which
        it is there) and ``lacking`` (why it says nothing: its ICC is None then). ``interval`` says in words
        what the intervals are over, or why there are none. None wherever a figure is undefined.
    """
    groups, unit = resampling_units(frames)
    judged = judge(frames.intensities, predicted, groups)
    rows: dict[str, dict[str, Any]] = {}
    for column, au in enumerate(aus):
        ratings = frames.intensities[:, column]
        row: dict[str, Any] = {
            "n": int(np.isfinite(ratings).sum()),
            "present": int((ratings >= 1).sum()),
            "lacking": judged.lacking[column],
        }
        for prefix, figures in judged.figures.items():
            # Of a constant it is 0 by definition, which tells nothing.
            coefficient = None if prefix == "constant_" else figures.icc[column]
            row.update(_entries(prefix, coefficient, figures.mae[column]))
        if "base_" in judged.gain:
            row.update(_with_ends("gain", judged.gain["base_"].icc[column]))
            row.update(_with_ends("mae_gain", judged.gain["base_"].mae[column]))
        rows[str(au)] = row
    mean: dict[str, float | None] = {}
    for prefix, figures in judged.figures.items():
        mean.update(_entries(prefix, None if prefix == "constant_" else figures.mean_icc, figures.mean_mae))
    if "base_" in judged.gain:
        mean.update(_with_ends("gain", judged.gain["base_"].mean_icc))
        mean.update(_with_ends("mae_gain", judged.gain["base_"].mean_mae))
    if judged.n_groups == 1:
        unit = unit.replace("persons", "person").replace("recordings", "recording")
        unit = unit.replace("stretches", "stretch")
    interval = f"95 % intervals by bootstrap over {judged.n_groups} {unit}."
    if not judged.has_intervals:
        interval = f"No intervals: the held-out ratings are of {judged.n_groups} {unit} only, too few."
    return {
        "au": rows,
        "mean": mean,
        "interval": interval,
        "n_frames": len(frames),
        "n_groups": judged.n_groups,
    }


def resampling_units(frames: RatedFrames) -> tuple[npt.NDArray[np.str_], str]:
    """Return what a bootstrap draws anew, per frame, and its name: persons, recordings or stretches."""
    for groups, unit in ((frames.persons, frames.groups), (frames.sources, "recordings")):
        if len(np.unique(groups)) >= FEWEST_GROUPS:
            return groups, unit
    numbers = (frames.times // STRETCH_SECONDS).astype(int)
    stretches = np.array(
        [f"{source} {number}" for source, number in zip(frames.sources, numbers, strict=True)], dtype=np.str_
    )
    return stretches, f"stretches of {STRETCH_SECONDS:g} s"


def _entries(prefix: str, icc: Interval | None, mae: Interval) -> dict[str, float | None]:
    found: dict[str, float | None] = (
        {f"{prefix}icc": None} if icc is None else _with_ends(f"{prefix}icc", icc)
    )
    return {**found, **_with_ends(f"{prefix}mae", mae)}


def _with_ends(name: str, figure: Interval) -> dict[str, float | None]:
    ends = {name: figure.value, f"{name}_low": figure.low, f"{name}_high": figure.high}
    return {key: None if np.isnan(value) else float(value) for key, value in ends.items()}


def _defined(figure: Callable[..., float], rated: Intensities, predicted: Intensities) -> float | None:
    if len(rated) < 2:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        value = float(figure(rated.astype(np.float64), predicted.astype(np.float64)))
    return value if np.isfinite(value) else None
