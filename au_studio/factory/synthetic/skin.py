"""Paint one person's skin: tone, brows, lips, stubble or beard, make-up and freckles, in the skin atlas."""

from __future__ import annotations

from typing import cast

import numpy as np
from numpy.typing import NDArray

from au_studio.face.opencv import cv2
from au_studio.factory.synthetic.arrays import Floats, f32
from au_studio.factory.synthetic.assets import FaceAssets
from au_studio.factory.synthetic.atlas import AXIS, BROW_BOX, HEIGHT, WIDTH, Patch, SkinAtlas, patch_of
from au_studio.factory.synthetic.identity import SkinLook


def paint_skin(
    assets: FaceAssets, atlas: SkinAtlas, look: SkinLook, scalp_colour: tuple[float, float, float]
) -> NDArray[np.uint8]:
    """Paint a skin.

    Parameters
    ----------
    assets, atlas
        The skins, and the places on them.
    look : SkinLook
        What to paint.
    scalp_colour : tuple of float
        Linear RGB of the hair of the head and the beard.

    Returns
    -------
    uint8 ndarray, shape (HEIGHT, WIDTH, 3)
        sRGB picture in the layout of the skin pictures.
    """
    skin = _linear(assets, look.skin)
    if look.second_share > 0:
        skin += np.float32(look.second_share) * (_linear(assets, look.second_skin) - skin)
    skin *= f32(look.gain)
    rng = np.random.default_rng(look.seed)
    grain = cv2.resize(rng.normal(0.0, 1.0, (HEIGHT // 2, WIDTH // 2)).astype(np.float32), (WIDTH, HEIGHT))
    hair = f32(scalp_colour)

    def darken(patch: Patch, amount: float, colour: Floats) -> None:
        skin[patch.box] *= 1.0 - (amount * patch.amount)[..., None] * colour

    if look.scalp > 0:
        scalp = patch_of(atlas.scalp)
        under = skin[scalp.box]
        amount = scalp.amount * np.clip(look.scalp + 0.12 * grain[scalp.box], 0, 1)
        under += amount[..., None] * (hair - under)
    if look.freckles > 0:
        spots = cv2.GaussianBlur(rng.normal(0.0, 1.0, (HEIGHT, WIDTH)).astype(np.float32), (0, 0), 1.8) * 6.0
        skin *= (1.0 - 0.4 * look.freckles * np.clip(spots - 1.2, 0, 1) * _face_mask(atlas))[..., None]
    darken(atlas.spot(0.42, 6.98, 0.2), look.blush, f32([0.0, 0.45, 0.4]))
    if look.eye_shadow > 0:
        shade = rng.uniform(0.3, 0.9, 3).astype(np.float32)
        darken(atlas.spot(0.31, 7.36, 0.11), look.eye_shadow, shade)
    darken(atlas.spot(0.31, 7.2, 0.07, width=2.2), look.eye_bags, f32([1.0]))
    darken(patch_of(atlas.lips), look.lip_cover, 1.0 - f32(look.lip_gain))
    _paint_beard(skin, atlas, look, hair, grain)
    amount = _brows(atlas, look)
    x0, y0, x1, y1 = BROW_BOX
    under = skin[y0:y1, x0:x1]
    # Brows are darker than the skin, fair ones too: the hairs shade it.
    under += amount[..., None] * (np.minimum(f32(look.brow_colour), 0.45 * under) - under)
    return _encode(skin)


_DECODE: Floats = (np.arange(256, dtype=np.float32) / 255.0) ** 2.2


def _encode(linear: Floats) -> NDArray[np.uint8]:
    return cast(NDArray[np.uint8], (np.clip(linear, 0.0, 1.0) ** (1 / 2.2) * 255.0 + 0.5).astype(np.uint8))


def _linear(assets: FaceAssets, name: str) -> Floats:
    """Return a skin picture as linear RGB, float32 (HEIGHT, WIDTH, 3)."""
    return f32(cv2.LUT(cv2.resize(assets.picture("skins", name), (WIDTH, HEIGHT)), _DECODE))


def _face_mask(atlas: SkinAtlas) -> Floats:
    return f32(np.clip((atlas.position[..., 2] - 0.9) / 0.3, 0.0, 1.0))


def _paint_beard(skin: Floats, atlas: SkinAtlas, look: SkinLook, hair: Floats, grain: Floats) -> None:
    if look.stubble <= 0 and look.beard <= 0:
        return
    patch = patch_of(atlas.beard)
    mask, skin, grain = patch.amount, skin[patch.box], grain[patch.box]
    if look.moustache_only:
        p = atlas.position[patch.box]
        mask = (
            mask * np.clip((p[..., 1] - 6.72) / 0.03, 0, 1) * np.clip((0.36 - np.abs(p[..., 0])) / 0.06, 0, 1)
        )
    if look.stubble > 0:  # shaven: a bluish or brownish shadow
        shade = (0.35 * look.stubble * mask * np.clip(1.0 + 0.3 * grain, 0, 2))[..., None]
        skin += shade * (0.5 * hair + f32([0.03, 0.035, 0.04]) - skin)
    if look.beard > 0:
        amount = np.clip(look.beard * mask * (0.85 + 0.25 * grain), 0, 1)[..., None]
        skin += amount * (hair * (1.0 + 0.25 * grain[..., None]) - skin)


def _brows(atlas: SkinAtlas, look: SkinLook) -> Floats:
    """Return the cover of both brows over `BROW_BOX`, moved, tilted and thickened as the look says."""
    layer = atlas.brow(look.brow_style)
    x0, y0, x1, y1 = BROW_BOX
    y, x = np.mgrid[0 : y1 - y0, 0 : x1 - x0].astype(np.float32)
    upper = y < AXIS - y0
    out = np.zeros_like(layer.alpha)
    for side, rows in enumerate((upper, ~upper)):
        cx, cy = layer.centres[side]
        outward = (cy - y) if side == 0 else (y - cy)
        source = cx + (x - cx - look.brow_shift[side] - look.brow_tilt[side] * outward) / look.brow_thickness
        moved = cv2.remap(layer.alpha, source.astype(np.float32), y, cv2.INTER_LINEAR)
        out = np.where(rows, moved, out)
    soft = cv2.GaussianBlur(out, (0, 0), 2.5)
    return f32(np.clip(look.brow_cover * (0.75 * out + 0.5 * soft), 0.0, 0.97))
