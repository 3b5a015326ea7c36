"""Small made-up clips whose intensities can be seen in the picture: a bar's height is the first AU."""

from __future__ import annotations

import numpy as np

from au_studio.learn.clips import MARGIN, Clip
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
    return Clip(crops, intensities, t / 25, t.astype(np.int64), restart, group, source or group)
