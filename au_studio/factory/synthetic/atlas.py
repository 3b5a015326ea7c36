"""The skin atlas: where on a face each texel lies, and masks and brow layers that every skin can wear.

Both rigs wear the same atlas, so brows, stubble and make-up are painted into it once, at the right place of
either face, and move with the skin under them. The face lies on its side in the atlas: x runs from the
forehead to the chin, y from one ear to the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import LinearNDInterpolator

from au_studio.face.opencv import cv2
from au_studio.factory.synthetic.arrays import Floats, f32
from au_studio.factory.synthetic.assets import BROW_STYLES, FaceAssets, crop_uv

WIDTH, HEIGHT = 758, 1413
"""Size of the skin pictures in pixels."""
AXIS = 711
"""Row of the face's plane of symmetry."""
BROW_BOX = (250, 470, 430, 952)
"""x0, y0, x1, y1 of the part of the atlas that brows may cover."""
_STEP = 2
_INVISIBLE = 1e-9  # 1 less so much is 1 in float32


@dataclass(frozen=True)
class BrowLayer:
    """One style of brows, unrolled into the atlas.

    Attributes
    ----------
    alpha : float32 ndarray, shape (h, w)
        Cover in [0, 1] over `BROW_BOX`.
    centres : float32 ndarray, shape (2, 2)
        (x, y) of the upper and lower brow's centre in the box.
    """

    alpha: Floats
    centres: Floats


@dataclass(frozen=True)
class Patch:
    """A part of the atlas that something covers.

    Attributes
    ----------
    box : tuple of slice
        Rows and columns.
    amount : float32 ndarray, shape (h, w)
        How much of each texel is covered; outside the box nothing.
    """

    box: tuple[slice, slice]
    amount: Floats


def patch_of(amount: Floats) -> Patch:
    """Return the smallest patch that holds everything that a cover, shape (HEIGHT, WIDTH), changes."""
    covered = amount > _INVISIBLE
    rows, columns = (np.flatnonzero(covered.any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return Patch((slice(0, 0), slice(0, 0)), amount[:0, :0])
    box = slice(int(rows[0]), int(rows[-1]) + 1), slice(int(columns[0]), int(columns[-1]) + 1)
    return Patch(box, amount[box])


class SkinAtlas:
    """Places on the face, by texel.

    Parameters
    ----------
    assets : FaceAssets
        Where the MakeHuman skin mesh and the brow cards come from.
    """

    def __init__(self, assets: FaceAssets) -> None:
        self._assets = assets
        mh = assets.makehuman
        self._skin_xy = crop_uv(mh["skin_uv"].astype(np.float32)) * f32([WIDTH, HEIGHT])
        self._skin_src = mh["skin_src"].astype(np.int64)
        # Base vertex -> atlas pixel. At the seam behind the head the last one wins: nothing is painted there.
        self._vertex_xy = np.zeros((len(mh["base"]), 2), np.float32)
        self._vertex_xy[self._skin_src] = self._skin_xy
        self._brows: dict[str, BrowLayer] = {}
        self._spots: dict[tuple[float, ...], Patch] = {}

    def _spread(self, values: NDArray[Any]) -> Floats:
        """Spread values at the skin vertices, shape (n, k), over the atlas: shape (HEIGHT, WIDTH, k)."""
        interpolate = LinearNDInterpolator(self._skin_xy, values, fill_value=0.0)
        y, x = np.mgrid[0:HEIGHT:_STEP, 0:WIDTH:_STEP]
        coarse = interpolate(np.stack([x, y], axis=-1)).astype(np.float32)
        return cast(Floats, cv2.resize(coarse, (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR))

    @cached_property
    def position(self) -> Floats:
        """Base-mesh position of every texel, (HEIGHT, WIDTH, 3), in tenths of a metre; 0 off the skin."""
        return self._spread(self._assets.makehuman["base"][self._skin_src])

    @cached_property
    def lips(self) -> Floats:
        """How much every texel belongs to the red of the lips, shape (HEIGHT, WIDTH), in [0, 1]."""
        amount = np.zeros(len(self._assets.makehuman["base"]), np.float32)
        for name in ("mouth-upperlip-volume-incr", "mouth-lowerlip-volume-incr"):
            amount = np.maximum(amount, self._target_size(f"detail/mouth/{name}"))
        mask = self._spread(amount[self._skin_src][:, None])
        if mask.ndim == 3:
            mask = mask[..., 0]
        return f32(np.clip((mask - 0.12) / 0.2, 0.0, 1.0))

    def _target_size(self, name: str) -> Floats:
        mh = self._assets.makehuman
        number = int(np.flatnonzero(mh["target_names"] == name)[0])
        rows = slice(int(mh["target_off"][number]), int(mh["target_off"][number + 1]))
        size = np.zeros(len(mh["base"]), np.float32)
        size[mh["target_idx"][rows]] = np.linalg.norm(
            mh["target_delta_milli"][rows].astype(np.float32), axis=1
        )
        return size / max(float(size.max()), 1e-6)

    @cached_property
    def scalp(self) -> Floats:
        """Where hair of the head grows, shape (HEIGHT, WIDTH), in [0, 1], with a soft hairline."""
        x, y, z = (self.position[..., axis] for axis in range(3))
        # Forehead hairline about 0.75 above the eyes; lower behind the temples and the ears.
        line = (
            8.02 - 0.95 * np.clip((1.15 - z) / 1.3, 0.0, 1.0) - 0.25 * np.clip((np.abs(x) - 0.42) / 0.4, 0, 1)
        )
        mask = np.clip((y - line) / 0.12 + 0.5, 0.0, 1.0)
        return cast(Floats, cv2.GaussianBlur(mask.astype(np.float32), (0, 0), 5))

    @cached_property
    def beard(self) -> Floats:
        """Where a beard grows (cheeks below, upper lip, chin, throat), shape (HEIGHT, WIDTH), in [0, 1]."""
        x, y, z = (self.position[..., axis] for axis in range(3))
        upper = (
            6.86
            - 0.16 * np.exp(-((np.abs(x) - 0.33) ** 2) / 0.02)
            + 0.3 * np.clip((np.abs(x) - 0.45) / 0.3, 0, 1)
        )
        mask = np.clip((upper - y) / 0.06, 0.0, 1.0) * np.clip((y - 5.85) / 0.15, 0.0, 1.0)
        mask = mask * np.clip((z - 0.35) / 0.25, 0.0, 1.0) * (1.0 - self.lips)
        return cast(Floats, cv2.GaussianBlur(mask.astype(np.float32), (0, 0), 4))

    def spot(self, x: float, y: float, radius: float, width: float = 1.0) -> Patch:
        """Return a soft spot on both sides of the face around (|x|, y), `width` times as wide as high.

        It is made once, then kept.
        """
        key = (x, y, radius, width)
        if key not in self._spots:
            p = self.position
            near = (((np.abs(p[..., 0]) - x) / width) ** 2 + (p[..., 1] - y) ** 2) / radius**2
            amount = np.where(p[..., 2] > 0.5, np.exp(-near), 0.0).astype(np.float32)
            self._spots[key] = patch_of(amount)
        return self._spots[key]

    def brow(self, style: str) -> BrowLayer:
        """Return one style of brows, unrolled into the atlas (made once, then kept).

        Raises
        ------
        AssetsError
            If its picture is missing.
        """
        if style not in BROW_STYLES:
            raise ValueError(f"no brow style {style}")
        if style not in self._brows:
            self._brows[style] = self._unroll(style)
        return self._brows[style]

    def _unroll(self, style: str) -> BrowLayer:
        mh, picture = self._assets.makehuman, self._assets.picture("brows", style)
        on_atlas = np.einsum(
            "nk,nkc->nc", mh[f"{style}_w"], self._vertex_xy[mh[f"{style}_vi"].astype(np.int64)]
        )
        on_atlas = on_atlas[mh[f"{style}_src"].astype(np.int64)]
        card_uv = mh[f"{style}_uv"].astype(np.float32)
        x0, y0, x1, y1 = BROW_BOX
        y, x = np.mgrid[y0:y1, x0:x1]
        alpha = np.zeros((y1 - y0, x1 - x0), np.float32)
        centres = np.zeros((2, 2), np.float32)
        # Each brow is a card of its own in the picture: interpolating across the nose would mix them.
        for side, inside in enumerate((on_atlas[:, 1] < AXIS, on_atlas[:, 1] >= AXIS)):
            uv = LinearNDInterpolator(on_atlas[inside], card_uv[inside], fill_value=-1.0)(
                np.stack([x, y], -1)
            )
            u = (uv[..., 0] * picture.shape[1]).astype(np.float32)
            v = ((1.0 - uv[..., 1]) * picture.shape[0]).astype(np.float32)
            layer = cv2.remap(picture[..., 3], u, v, cv2.INTER_AREA, borderValue=0).astype(np.float32) / 255.0
            layer[uv[..., 0] < 0] = 0.0
            alpha = np.maximum(alpha, layer)
            weight = max(float(layer.sum()), 1e-6)
            centres[side] = [(layer * (x - x0)).sum() / weight, (layer * (y - y0)).sum() / weight]
        return BrowLayer(alpha, centres)
