"""Small made-up clips whose intensities can be seen in the picture: a bar's height is the first AU.

Their made-up landmarks move with the intensities, too, on a head that turns.
"""

from __future__ import annotations

import zlib

import numpy as np

from au_studio.learn.material.clips import MARGIN, Clip
from au_studio.nn.config import ModelConfig

SIZE = 32
CONFIG = ModelConfig(aus=(12, 25), width=8, features=16, crop_size=SIZE, dropout=0.0)


def made_clip(
    group: str, frames: int = 20, seed: int = 0, rated: float = 1.0, source: str | None = None
) -> Clip:
    """A clip in which a bright bar's height follows AU12 (0-5) and its width AU25."""
    rng = np.random.default_rng(seed)
    side = SIZE + 2 * MARGIN
    t = np.arange(frames)
    values = np.stack([2.5 - 2.5 * np.cos(t / 3 + seed), 2.5 + 2.5 * np.sin(t / 4 + seed)], axis=1)
    crops = np.full((frames, side, side, 3), 40, dtype=np.uint8) + rng.integers(
        0, 20, (frames, 1, 1, 1), np.uint8
    )
    for k, (height, width) in enumerate(values):
        rows, columns = int(4 + height * 4), int(4 + width * 3)
        crops[k, 36 - rows : 36, 24 - columns // 2 : 24 + columns // 2] = 220
    intensities = values.astype(np.float32)
    intensities[rng.random(frames) >= rated] = np.nan
    restart = np.zeros(frames, dtype=bool)
    restart[0] = True
    return Clip(crops, intensities, t / 25, t.astype(np.int64), restart, group, source or f"{group}.mp4")


HEAD = np.random.default_rng(0).normal(0, 20, (30, 3))


def turned_heads(heads: np.ndarray, rng: np.random.Generator, most: float = 0.4) -> np.ndarray:
    """Turn (by at most so many radians an axis), scale and shift heads [T, N, 3], each in its own way."""
    made = np.empty_like(heads)
    for t, head in enumerate(heads):
        turn = np.eye(3)
        for axis, angle in enumerate(rng.uniform(-most, most, 3)):
            a, b = (axis + 1) % 3, (axis + 2) % 3
            one = np.eye(3)
            one[[a, b], [a, b]], one[a, b], one[b, a] = np.cos(angle), -np.sin(angle), np.sin(angle)
            turn = turn @ one
        made[t] = rng.uniform(0.8, 1.2) * head @ turn.T + rng.uniform(-30, 30, 3)
    return made


def made_meshes(clip: Clip) -> np.ndarray:
    """Return landmarks [T, 30, 3] of a clip: three points rise with AU12, three go apart with AU25."""
    rng = np.random.default_rng(zlib.crc32(clip.group.encode()))
    heads = np.repeat(HEAD[None] + rng.normal(0, 2, HEAD.shape), len(clip), axis=0)
    heads[:, :3, 1] += 2 * clip.intensities[:, :1]
    heads[:, 3:6, 0] += 2 * clip.intensities[:, 1:]
    return turned_heads(heads, rng).astype(np.float32)
