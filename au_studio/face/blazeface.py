"""BlazeFace short range: boxes and six key points of the faces in a picture (arXiv:1907.05047).

The network sees 128 x 128 pixels and knows faces from about a sixth of that side upwards. Smaller ones are
looked for in overlapping tiles, larger ones (photographs cut close to the face) in a padded picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from au_studio.face.model import Picture, Points, overlap, part_of
from au_studio.face.networks import Network
from au_studio.face.opencv import cv2

INPUT_SIZE = 128
MIN_TILE = 64
"""Smallest side of a tile in pixels: faces too small for it are too small to measure."""
SCORE_THRESHOLD = 0.5
SAME_FACE_OVERLAP = 0.3
"""Boxes that overlap more than this (intersection over union) are averaged into one face."""


@dataclass(frozen=True, eq=False)
class Detection:
    """A face as the detector sees it.

    Attributes
    ----------
    box : float32[4]
        x0, y0, x1, y1 in pixels of the picture: brows to chin, ear to ear.
    keypoints : float32[6, 2]
        Right eye, left eye, nose tip, mouth, right ear, left ear, in pixels of the picture.
    score : float
        0 to 1.
    """

    box: NDArray[np.float32]
    keypoints: Points
    score: float


@dataclass(frozen=True)
class Region:
    """A square part of a picture, in pixels; it may reach over the border (filled with black)."""

    x: int
    y: int
    side: int


def anchor_centres() -> Points:
    """Return the centres of the detector's 896 anchors as float32 ``[896, 2]`` in 0 to 1.

    A 16 x 16 grid with two anchors a cell, then an 8 x 8 grid with six; row by row, all of size 1.
    """
    rows = []
    for grid, per_cell in ((16, 2), (8, 6)):
        ticks = (np.arange(grid, dtype=np.float32) + 0.5) / grid
        y, x = np.meshgrid(ticks, ticks, indexing="ij")
        rows.append(np.repeat(np.stack([x.ravel(), y.ravel()], axis=1), per_cell, axis=0))
    return np.concatenate(rows).astype(np.float32)


def decode(
    regressors: NDArray[np.float32], logits: NDArray[np.float32], threshold: float = SCORE_THRESHOLD
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Turn the network's outputs into boxes with key points.

    Parameters
    ----------
    regressors : float32[896, 16]
        Per anchor: centre x and y, width, height, then six key points x and y, in input pixels relative to
        the anchor's centre.
    logits : float32[896]
        Scores before the sigmoid.
    threshold : float
        Least score to keep, 0 to 1.

    Returns
    -------
    values : float32[N, 16]
        x0, y0, x1, y1 and six key points, in units of the input's side (0 to 1 inside it).
    scores : float32[N]
        0 to 1.
    """
    scores = 1.0 / (1.0 + np.exp(-np.clip(logits, -80.0, 80.0)))
    keep = np.flatnonzero(scores >= threshold)
    centres = _ANCHORS[keep]
    raw = regressors[keep] / INPUT_SIZE
    middle, half = raw[:, 0:2] + centres, np.abs(raw[:, 2:4]) / 2
    keypoints = raw[:, 4:].reshape(-1, 6, 2) + centres[:, None]
    values = np.concatenate([middle - half, middle + half, keypoints.reshape(-1, 12)], axis=1)
    return values.astype(np.float32), scores[keep].astype(np.float32)


def merge(
    values: NDArray[np.float32], scores: NDArray[np.float32], threshold: float = SAME_FACE_OVERLAP
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Average candidates of the same face, weighted by their scores (weighted non-maximum suppression).

    Parameters
    ----------
    values : float32[N, 4 + K]
        Boxes x0, y0, x1, y1 followed by whatever shall be averaged with them.
    scores : float32[N]
        Weights, 0 to 1.
    threshold : float
        Least intersection over union with the best candidate to belong to the same face.

    Returns
    -------
    values : float32[M, 4 + K]
        One row per face, best first.
    scores : float32[M]
        The best score of each face.
    """
    order = list(np.argsort(-scores, kind="stable"))
    merged, best = [], []
    while order:
        first = order[0]
        same = [i for i in order if i == first or overlap(values[first], values[i]) > threshold]
        weights = scores[same, None]
        merged.append((values[same] * weights).sum(axis=0) / weights.sum())
        best.append(scores[first])
        order = [i for i in order if i not in same]
    if not merged:
        return np.zeros((0, values.shape[1]), np.float32), np.zeros(0, np.float32)
    return np.stack(merged).astype(np.float32), np.array(best, dtype=np.float32)


_ANCHORS = anchor_centres()


class BlazeFace:
    """The detector; not thread safe.

    Parameters
    ----------
    file : Path
        ``face_detection_short_range.tflite``.

    Raises
    ------
    FaceModelError
        If the file is missing, altered or not loadable.
    """

    def __init__(self, file: Path) -> None:
        self._network = Network(file, ("regressors", "classificators"))

    def detect(self, image: Picture, regions: list[Region]) -> list[Detection]:
        """Find faces in parts of a picture.

        Parameters
        ----------
        image : uint8[H, W, 3] or Planar
            RGB picture, or its planes.
        regions : list of Region
            Where to look; each costs one run of the network (about 1.5 ms).

        Returns
        -------
        list of Detection
            One per face, best first; faces seen in several regions are merged.
        """
        found, scores = [], []
        for region in regions:
            raw = self._network(_network_input(image, region))
            regressors, logits = raw["regressors"].reshape(-1, 16), raw["classificators"].reshape(-1)
            values, score = merge(*decode(regressors, logits))
            origin = np.tile(np.array([region.x, region.y], dtype=np.float32), 8)
            found.append(values * np.float32(region.side) + origin)
            scores.append(score)
        if not found:
            return []
        values, score = merge(np.concatenate(found), np.concatenate(scores))
        return [Detection(v[:4], v[4:].reshape(6, 2), float(s)) for v, s in zip(values, score, strict=True)]


def whole(image: Picture, padding: float = 0.0) -> Region:
    """Return the square around the whole picture, with ``padding`` times its side added on every side."""
    height, width = image.shape[:2]
    side = round(max(height, width) * (1 + 2 * padding))
    return Region((width - side) // 2, (height - side) // 2, side)


def tiles(image: Picture, part: float) -> list[Region]:
    """Return overlapping squares that cover the picture, row by row.

    Parameters
    ----------
    image : uint8[H, W, 3] or Planar
        RGB picture, or its planes.
    part : float
        Side of a square relative to the picture's shorter side, 0 to 1. Neighbours overlap by at least a
        third, so that a face up to a third of a square lies whole inside one of them.
    """
    height, width = image.shape[:2]
    side = max(MIN_TILE, round(part * min(height, width)))
    return [Region(x, y, side) for y in _starts(height, side) for x in _starts(width, side)]


def _starts(length: int, side: int) -> list[int]:
    if side >= length:
        return [(length - side) // 2]
    steps = int(np.ceil((length - side) / (side * 2 / 3)))
    return [round(v) for v in np.linspace(0, length - side, steps + 1)]


def _network_input(image: Picture, region: Region) -> NDArray[np.float32]:
    """Cut a region, average it down (or scale it up) to the input size; black outside; values in [-1, 1]."""
    height, width = image.shape[:2]
    scale = INPUT_SIZE / region.side
    x0, y0 = max(0, region.x), max(0, region.y)
    x1, y1 = min(width, region.x + region.side), min(height, region.y + region.side)
    canvas = np.full((INPUT_SIZE, INPUT_SIZE, 3), -1.0, dtype=np.float32)
    if x1 > x0 and y1 > y0:
        left, top = round((x0 - region.x) * scale), round((y0 - region.y) * scale)
        across = min(INPUT_SIZE - left, max(1, round((x1 - x0) * scale)))
        down = min(INPUT_SIZE - top, max(1, round((y1 - y0) * scale)))
        how = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        part = cv2.resize(part_of(image, x0, y0, x1, y1), (across, down), interpolation=how)
        canvas[top : top + down, left : left + across] = part.astype(np.float32) / 127.5 - 1.0
    return canvas[None]
