"""Agreement between a model and ratings, on frames that the model has not been trained on."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from au_studio.learn.clips import Clip, centre
from au_studio.nn.model import IntensityModel
from au_studio.nn.streaming import StreamingPredictor
from au_studio.stats.agreement import icc_3_1
from au_studio.stats.error import mae

Intensities = npt.NDArray[np.float32]

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
        where a figure is undefined (ICC without variance). ICC is ICC(3,1). Means are unweighted, over the
        action units that have the figure for the model, and for the base where there is one, so that the two
        can be compared.
    """
    rows: dict[str, dict[str, Any]] = {}
    for column, au in enumerate(aus):
        known = np.isfinite(rated[:, column])
        row: dict[str, Any] = {"n": int(known.sum())}
        for prefix, values in predicted.items():
            row[f"{prefix}icc"] = _defined(_icc, rated[known, column], values[known, column])
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


def _icc(rated: npt.NDArray[np.float64], predicted: npt.NDArray[np.float64]) -> float:
    return icc_3_1(np.column_stack([rated, predicted])).value


def _defined(figure: Callable[..., float], rated: Intensities, predicted: Intensities) -> float | None:
    if len(rated) < 2:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        value = float(figure(rated.astype(np.float64), predicted.astype(np.float64)))
    return value if np.isfinite(value) else None
