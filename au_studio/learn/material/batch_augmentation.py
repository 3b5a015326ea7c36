"""The variations of `au_studio.learn.material.augmentation` for many crops at once, on any device.

Geometry, colours, light, patches, blur and noise are the same by definition. JPEG and film artefacts come
from the quantisation of block transforms here, without a coder's prediction and its bit stream: alike, not
equal.

References
----------
ITU-T T.81 (1992), annex K (quantisation tables of JPEG); ITU-T H.264 (2003), 8.5 (the step doubles with every
six of the quantisation parameter).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from au_studio.face.align import CROP_SIZE
from au_studio.learn.material.augmentation import Augmentation, Fringe
from au_studio.learn.material.keyed_numbers import KeyedNumbers, mixed

Floats = npt.NDArray[np.float64]

_GREY = (0.299, 0.587, 0.114)
_BLOCK = 8
_LARGEST_FILM = 1.5  # times the crop: side of the picture that is coded as a film
# Added before a film's coefficients are cut to whole steps: less than half, so that small ones vanish.
_DEAD_ZONE = 0.25


@dataclass(frozen=True, eq=False)
class _Draws:
    """What is done to every crop, one entry each; 0 says that an effect is left out."""

    sampling: Floats  # [N, 2, 3]: from places in the crop that is made to places in the stored one, px
    gamma: Floats
    gain: Floats  # [N, 3]
    bias: Floats
    saturation: Floats
    fringe: Floats  # [N, 12]: whether, and the numbers of `augmentation.Fringe`
    shade: Floats  # [N, 4]: angle, depth, steepness, offset
    patch: Floats  # [N, 8]: centre, half axes (shares of the crop), angle, colour
    small: Floats  # side of the shrunk picture, px
    blur: Floats  # standard deviation, px
    noise: Floats
    quality: Floats
    film: Floats  # side of the picture that is coded, px
    factor: Floats  # constant rate factor of the film

    def of(self, run: npt.NDArray[np.intp]) -> _Draws:
        """Give every crop what was drawn for its run."""
        return _Draws(**{field.name: getattr(self, field.name)[run] for field in fields(self)})


def vary(
    crops: Tensor,
    augmentation: Augmentation,
    size: int,
    keys: npt.NDArray[np.int64],
    places: npt.NDArray[np.int64],
) -> Tensor:
    """Vary crops, each run of them alike (but for jitter and noise), whatever other runs there are.

    Parameters
    ----------
    crops : Tensor
        uint8 [N, S', S', 3], S' ≥ `size`; the device is where everything happens.
    augmentation : Augmentation
        How strongly.
    size : int
        Side of the crops that are made, px; a multiple of 16.
    keys : int [N]
        From which everything random follows but the noise, which is the device's (`torch.manual_seed`): one
        for each run, at least 0.
    places : int [N]
        Tell the crops of a run from each other.

    Returns
    -------
    Tensor
        uint8 [N, 3, size, size].
    """
    runs, run = np.unique(keys, return_inverse=True)
    draws = _draw(augmentation, crops.shape[1], size, len(runs), KeyedNumbers(runs)).of(run)
    # A crop's own numbers must differ from those of its run, and of the other crops in it.
    of_crops = KeyedNumbers(mixed(keys, 2) ^ mixed(places, 3))
    jitter = of_crops.normal(0, augmentation.jitter, (len(run), 2)) * size / CROP_SIZE
    draws.sampling[:, :, 2] -= np.einsum("nij,nj->ni", draws.sampling[:, :, :2], jitter)
    if augmentation.colour and augmentation.colour_per_frame:
        own = _draw(augmentation, crops.shape[1], size, len(run), of_crops)
        for name in ("gamma", "gain", "bias", "saturation"):
            getattr(draws, name)[:] = getattr(own, name)
    x = _sampled(crops, draws, size)
    x = _on(x, draws.fringe[:, 0] > 0, _covered, draws.fringe)
    if augmentation.colour:
        x = _coloured(x, draws)
    x = _on(x, draws.shade[:, 1] > 0, _shaded, draws.shade)
    x = _on(x, draws.patch[:, 2] > 0, _patched, draws.patch)
    x = _on(x, (draws.small > 0) | (draws.blur > 0), _softened, draws.small, draws.blur)
    x = _on(x, draws.noise > 0, _noisy, draws.noise)
    x = _on(x, draws.quality > 0, _as_jpeg, draws.quality)
    x = _on(x, draws.film > 0, _as_film, draws.film, draws.factor)
    return x.round().clamp(0, 255).to(torch.uint8)


def _draw(augmentation: Augmentation, source: int, size: int, n: int, rng: KeyedNumbers) -> _Draws:
    a, strength = augmentation, augmentation.colour

    def chance(of: float) -> Floats:
        return (rng.random(n) < of).astype(np.float64)

    angle = np.deg2rad(rng.uniform(-a.rotation, a.rotation, n))
    scale, stretch = 1 + rng.uniform(-a.scale, a.scale, n), 1 + rng.uniform(-a.stretch, a.stretch, n)
    mirror = 1 - 2 * chance(a.flip)
    turn = np.stack([np.cos(angle), -np.sin(angle), np.sin(angle), np.cos(angle)], axis=1).reshape(n, 2, 2)
    linear = turn * np.stack([mirror * scale * stretch, scale / stretch], axis=1)[:, None, :]
    shift = rng.uniform(-a.shift, a.shift, (n, 2)) * size / CROP_SIZE
    back = np.linalg.inv(linear)
    # The middle of the stored crop comes to the middle of the new one, shifted.
    offset = (source - 1) / 2 - np.einsum("nij,nj->ni", back, (size - 1) / 2 + shift)
    grey = rng.choice(3, n, [0.4, 0.45, 0.15])
    saturation = 1 - strength * np.choose(grey, [np.zeros(n), rng.random(n), np.ones(n)])
    gain = np.exp(rng.uniform(-0.35, 0.35, (n, 1)) * strength + rng.uniform(-0.12, 0.12, (n, 3)) * strength)
    shade = [rng.uniform(0, 2 * np.pi, n), chance(a.shade) * rng.uniform(0.2, 0.75, n),
             rng.uniform(3, 12, n), rng.uniform(-0.2, 0.2, n)]  # fmt: skip
    axes = rng.uniform(1 / 16, 1 / 5, (n, 2)) * chance(a.occlude)[:, None]
    patch = [rng.random((n, 2)), axes, rng.uniform(0, np.pi, (n, 1)), rng.uniform(0, 255, (n, 3))]
    fringe = Fringe.draw(n, rng)
    return _Draws(
        fringe=np.concatenate(
            [chance(a.fringe)[:, None], fringe.edge, fringe.strands, fringe.colour], axis=1
        ),
        sampling=np.concatenate([back, offset[:, :, None]], axis=2),
        gamma=np.exp(rng.uniform(-0.5, 0.5, n) * strength),
        gain=gain,
        bias=rng.uniform(-0.1, 0.1, n) * strength,
        saturation=saturation,
        shade=np.stack(shade, axis=1),
        patch=np.concatenate(patch, axis=1),
        small=chance(a.shrink) * rng.integers(size // 3, size, n),
        blur=chance(a.blur) * rng.uniform(0.4, 1.6, n),
        noise=chance(a.noise) * rng.uniform(2, 12, n),
        quality=chance(a.compress) * rng.integers(25, 80, n),
        film=chance(a.film) * 2 * rng.integers(round(0.37 * size), round(0.75 * size), n),
        factor=rng.integers(23, 39, n).astype(np.float64),
    )


def _on(x: Tensor, wanted: npt.NDArray[np.bool_], effect: Any, *amounts: Floats) -> Tensor:
    """Apply an effect to some of the crops; which ones is known here: the device need not be asked."""
    places = np.flatnonzero(wanted)
    if not len(places):
        return x
    rows = torch.from_numpy(places).to(x.device)
    told = [torch.from_numpy(amount[places]).to(x.device, torch.float32) for amount in amounts]
    return x.index_copy(0, rows, effect(x[rows], *told))


def _sampled(crops: Tensor, draws: _Draws, size: int) -> Tensor:
    """Cut, turn, scale and shift: float32 [N, 3, size, size]."""
    source = crops.shape[1]
    linear, offset = draws.sampling[:, :, :2], draws.sampling[:, :, 2]
    # `affine_grid` counts from -1 to 1 between the outer edges of the outer pixels.
    middle = np.einsum("nij,j->ni", linear, np.full(2, (size - 1) / 2)) + offset
    theta = np.concatenate([linear * size / source, ((2 * middle + 1) / source - 1)[:, :, None]], axis=2)
    matrix = torch.from_numpy(theta).to(crops.device, torch.float32)
    grid = functional.affine_grid(matrix, [len(crops), 3, size, size], align_corners=False)
    pictures = crops.permute(0, 3, 1, 2).float()
    sampled: Tensor = functional.grid_sample(
        pictures, grid, mode="bilinear", padding_mode="reflection", align_corners=False
    )
    return sampled


def _coloured(x: Tensor, draws: _Draws) -> Tensor:
    def told(values: Floats, channels: int = 1) -> Tensor:
        return torch.from_numpy(values).to(x.device, torch.float32).reshape(-1, channels, 1, 1)

    level = (x / 255).clamp(0, 1)
    out = (level ** told(draws.gamma) * told(draws.gain, 3) + told(draws.bias)).clamp(0, 1) * 255
    grey = (out * out.new_tensor(_GREY)[:, None, None]).sum(dim=1, keepdim=True)
    return grey + (out - grey) * told(draws.saturation)


def _places(x: Tensor) -> tuple[Tensor, Tensor]:
    """Return y [S, 1] and x [1, S] of the pixels, as shares of the side."""
    at = torch.arange(x.shape[-1], device=x.device) / x.shape[-1]
    return at[:, None], at[None, :]


def _covered(x: Tensor, amounts: Tensor) -> Tensor:
    low, slope, bow, place, lean, fine, first, contrast = (
        column[:, None, None] for column in amounts[:, 1:9].T
    )
    v, u = _places(x)
    along = u - lean * v
    turn = 2 * math.pi
    strand = torch.sin(turn * (fine * along + first)) * torch.sin(turn * (0.37 * fine * along + 2 * first))
    end = low + slope * (u - 0.5) + bow * (u - place) ** 2 + 0.015 * strand
    share = ((end - v) * x.shape[-1] / 2 + 0.5).clamp(0, 1)[:, None]
    hair = amounts[:, 9:, None, None] * (1 + contrast * strand)[:, None]
    covered: Tensor = (x * (1 - share) + hair * share).clamp(0, 255)
    return covered


def _shaded(x: Tensor, amounts: Tensor) -> Tensor:
    angle, depth, steepness, offset = (column[:, None, None] for column in amounts.T)
    v, u = _places(x)
    across = (u - 0.5) * angle.cos() + (v - 0.5) * angle.sin()
    light = 1 - depth * torch.sigmoid(steepness * (across + offset))
    shaded: Tensor = x * light[:, None]
    return shaded


def _patched(x: Tensor, amounts: Tensor) -> Tensor:
    across, down, wide, high, angle = (column[:, None, None] for column in amounts[:, :5].T)
    v, u = _places(x)
    along = (u - across) * angle.cos() + (v - down) * angle.sin()
    aside = (v - down) * angle.cos() - (u - across) * angle.sin()
    inside = ((along / wide) ** 2 + (aside / high) ** 2 <= 1)[:, None]
    return torch.where(inside, amounts[:, 5:, None, None], x)


def _softened(x: Tensor, small: Tensor, blur: Tensor) -> Tensor:
    """Shrink to a side and enlarge again, then blur: linear along each axis, so a matrix for each picture."""
    side = x.shape[-1]
    plain = torch.eye(side, device=x.device).expand(len(x), -1, -1)
    to = torch.where(small > 0, small, torch.full_like(small, side))
    whole = torch.full_like(to, side)
    shrunk = _linear(to, whole, side, side) @ _area(whole, to, side, side)
    matrix = torch.where((small > 0)[:, None, None], shrunk, plain)
    at = torch.arange(side, device=x.device, dtype=torch.float32)
    distance = (at[:, None] - at[None, :]) / blur.clamp_min(1e-3)[:, None, None]
    bell = torch.exp(-0.5 * distance.square())
    bell = bell / bell.sum(dim=2, keepdim=True)
    return _both_ways(torch.where((blur > 0)[:, None, None], bell, plain) @ matrix, x)


def _noisy(x: Tensor, amount: Tensor) -> Tensor:
    return (x + torch.randn_like(x) * amount[:, None, None, None]).clamp(0, 255)


def _as_jpeg(x: Tensor, quality: Tensor) -> Tensor:
    """Quantise as JPEG does, colours at half the resolution."""
    factor = torch.where(quality < 50, 50 / quality, 2 - quality / 50)[:, None, None]
    tables = [torch.tensor(t, device=x.device, dtype=torch.float32).reshape(8, 8) for t in (_LUMA, _CHROMA)]
    light, colour = ((table * factor).clamp(1, 255) for table in tables)
    return _coded(x, light, colour, 0.5)


def _as_film(x: Tensor, side: Tensor, factor: Tensor) -> Tensor:
    """Quantise as a film coder does, in a picture of another side; its filter smooths the edges of blocks."""
    own = x.shape[-1]
    canvas = math.ceil(_LARGEST_FILM * own / (2 * _BLOCK)) * 2 * _BLOCK
    whole = torch.full_like(side, own)
    down = torch.where((side < own)[:, None, None], _area(whole, side, canvas, own),
                       _linear(whole, side, canvas, own))  # fmt: skip
    picture = _both_ways(down, x)
    step = torch.pow(2.0, (factor - 4) / 6)[:, None, None].expand(-1, _BLOCK, _BLOCK)
    half = _BLOCK // 2
    moved = torch.roll(picture, (half, half), dims=(-2, -1))
    shifted = torch.roll(_coded(moved, step, step, _DEAD_ZONE), (-half, -half), dims=(-2, -1))
    coded = (_coded(picture, step, step, _DEAD_ZONE) + shifted) / 2
    return _both_ways(_linear(side, whole, own, canvas), coded)


def _both_ways(matrix: Tensor, x: Tensor) -> Tensor:
    """Apply a matrix [N, R, C] to rows and columns of pictures [N, 3, C, C]."""
    return matrix[:, None] @ x @ matrix[:, None].transpose(-2, -1)


def _area(side: Tensor, to: Tensor, rows: int, columns: int) -> Tensor:
    """Return matrices [N, rows, columns] that shrink `side` px to `to` px, each the mean of what it covers.

    Further rows repeat the last one that counts.
    """
    row = torch.minimum(torch.arange(rows, device=side.device)[None], to[:, None] - 1)[:, :, None]
    column = torch.arange(columns, device=side.device)[None, None, :]
    step = (side / to)[:, None, None]
    overlap = torch.minimum((row + 1) * step, column + 1) - torch.maximum(row * step, column)
    return overlap.clamp_min(0) / step


def _linear(side: Tensor, to: Tensor, rows: int, columns: int) -> Tensor:
    """Return matrices [N, rows, columns] that bring `side` px to `to` px by linear interpolation."""
    row = torch.minimum(torch.arange(rows, device=side.device)[None], to[:, None] - 1)
    place = (row + 0.5) * (side / to)[:, None] - 0.5
    place = torch.minimum(place.clamp_min(0), side[:, None] - 1)[:, :, None]
    column = torch.arange(columns, device=side.device)[None, None, :]
    return (1 - (place - column).abs()).clamp_min(0)


def _coded(x: Tensor, light: Tensor, colour: Tensor, rounding: float) -> Tensor:
    """Quantise the block transforms of brightness and colours with tables [N, 8, 8]."""
    red, green, blue = x.unbind(1)
    y = _GREY[0] * red + _GREY[1] * green + _GREY[2] * blue
    differences = torch.stack([(blue - y) * 0.564, (red - y) * 0.713], dim=1)
    y = _quantised((y - 128)[:, None], light, rounding)[:, 0] + 128
    half = _quantised(functional.avg_pool2d(differences, 2), colour, rounding)
    cb, cr = functional.interpolate(half, scale_factor=2, mode="bilinear", align_corners=False).unbind(1)
    green = y - 0.344 * cb - 0.714 * cr
    return torch.stack([y + 1.402 * cr, green, y + 1.772 * cb], dim=1).clamp(0, 255)


def _quantised(x: Tensor, table: Tensor, rounding: float) -> Tensor:
    basis = _cosines(x.device)
    n, channels, height, width = x.shape
    blocks = x.reshape(n, channels, height // _BLOCK, _BLOCK, width // _BLOCK, _BLOCK)
    table = table[:, None, None, :, None, :]
    found = torch.einsum("ki,ncaibj,lj->ncakbl", basis, blocks, basis) / table
    kept = found.sign() * (found.abs() + rounding).floor() * table
    return torch.einsum("ki,ncakbl,lj->ncaibj", basis, kept, basis).reshape(x.shape)


def _cosines(device: torch.device) -> Tensor:
    """Return the orthonormal cosine basis [8, 8]: one function a row."""
    at = torch.arange(_BLOCK, device=device, dtype=torch.float32)
    basis = torch.cos((at[None] + 0.5) * at[:, None] * math.pi / _BLOCK) * math.sqrt(2 / _BLOCK)
    basis[0] /= math.sqrt(2)
    return basis


_LUMA = (
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56,
    14, 17, 22, 29, 51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92,
    49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
)  # fmt: skip
_CHROMA = (
    17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99,
    47, 66, 99, 99, 99, 99, 99, 99, *[99] * 32,
)  # fmt: skip
