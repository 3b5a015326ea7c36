"""Augmentation of face crops: the same geometry and colours for a whole window, new noise in every frame.

Crops keep at least four fifths of the face, so that brows and chin stay inside.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from au_studio.face.align import CROP_SIZE
from au_studio.face.opencv import cv2
from au_studio.learn.material.keyed_numbers import KeyedNumbers
from au_studio.video.artefacts import can_code_films, code_as_film

Crops = npt.NDArray[np.uint8]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Augmentation:
    """How strongly crops are varied; probabilities are per window.

    Attributes
    ----------
    rotation : float
        Largest rotation, degrees.
    shift : float
        Largest shift, px of a 128-px crop.
    scale, stretch : float
        Largest relative change of size, and of width against height.
    jitter : float
        Standard deviation of the shift from frame to frame, px of a 128-px crop: landmarks tremble.
    flip : float
        Probability of mirroring (safe, since laterality is not modelled).
    colour : float
        Strength of exposure, gamma, tint and saturation changes; 1 is strong, 0 none.
    shade, blur, shrink, noise, compress, film, occlude : float
        Probabilities of a light gradient, blur, low resolution, sensor noise, JPEG artefacts, artefacts of
        an H.264 film and an occluding patch.
    fringe : float
        Probability of hair over the forehead, down to the brows or over them.
    colour_per_frame : bool
        Draw colours for every frame instead of every window (stage 1: it breaks low-level shortcuts).
    """

    rotation: float = 8.0
    shift: float = 5.0
    scale: float = 0.08
    stretch: float = 0.05
    jitter: float = 0.4
    flip: float = 0.5
    colour: float = 1.0
    shade: float = 0.4
    blur: float = 0.3
    shrink: float = 0.3
    noise: float = 0.4
    compress: float = 0.25
    film: float = 0.0
    occlude: float = 0.25
    fringe: float = 0.0
    colour_per_frame: bool = False

    def __call__(self, crops: Crops, size: int, rng: np.random.Generator) -> Crops:
        """Vary one window.

        Parameters
        ----------
        crops : ndarray of uint8
            RGB, [T, S, S, 3] with S ≥ `size`.
        size : int
            Side of the returned crops, px.
        rng : Generator
            Source of all randomness.

        Returns
        -------
        ndarray of uint8
            [T, size, size, 3].
        """
        matrix = self._geometry(crops.shape[1], size, rng)
        window = [self._warp(crop, matrix, size, rng) for crop in crops]
        if self.fringe and rng.random() < self.fringe:
            window = _cover(window, Fringe.draw(1, rng))
        if self.colour:
            colours = _Colours.draw(self.colour, rng)
            for t, crop in enumerate(window):
                if self.colour_per_frame:
                    colours = _Colours.draw(self.colour, rng)
                window[t] = colours.apply(crop)
        for chance, effect in (
            (self.shade, _shade),
            (self.occlude, _occlude),
            (self.shrink, _shrink),
            (self.blur, _blur),
            (self.noise, _noise),
            (self.compress, _compress),
            (self.film, _film),
        ):
            if rng.random() < chance:
                window = effect(window, rng)
        return np.stack(window)

    def _geometry(self, source: int, size: int, rng: np.random.Generator) -> npt.NDArray[np.float64]:
        angle = np.deg2rad(rng.uniform(-self.rotation, self.rotation))
        scale = 1 + rng.uniform(-self.scale, self.scale)
        stretch = 1 + rng.uniform(-self.stretch, self.stretch)
        mirror = -1.0 if rng.random() < self.flip else 1.0
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        linear = turn @ np.diag([mirror * scale * stretch, scale / stretch])
        shift = rng.uniform(-self.shift, self.shift, 2) * size / CROP_SIZE
        middle = np.full(2, (source - 1) / 2)
        return np.column_stack([linear, (size - 1) / 2 + shift - linear @ middle])

    def _warp(
        self, crop: Crops, matrix: npt.NDArray[np.float64], size: int, rng: np.random.Generator
    ) -> Crops:
        moved = matrix.copy()
        moved[:, 2] += rng.normal(0, self.jitter, 2) * size / CROP_SIZE
        out = cv2.warpAffine(crop, moved, (size, size), borderMode=cv2.BORDER_REFLECT_101)
        return np.asarray(out, dtype=np.uint8)


NO_AUGMENTATION = Augmentation(
    rotation=0, shift=0, scale=0, stretch=0, jitter=0, flip=0, colour=0,
    shade=0, blur=0, shrink=0, noise=0, compress=0, film=0, occlude=0, fringe=0,
)  # fmt: skip
"""Only cuts the template out of its margin."""


@dataclass(frozen=True, eq=False)
class Fringe:
    """Hair over foreheads, as formulas: one fringe a row; lengths are shares of the crop's side.

    Attributes
    ----------
    edge : float64 [N, 4]
        Where it ends: height below the top in the middle, slope, and height and place of a bow.
    strands : float64 [N, 4]
        Which way the strands fall (sideways by so much downwards), how fine they are, where they begin, and
        how much darker and brighter they are.
    colour : float64 [N, 3]
        RGB, 0-255.
    """

    edge: Floats
    strands: Floats
    colour: Floats

    @classmethod
    def draw(cls, n: int, rng: np.random.Generator | KeyedNumbers) -> Fringe:
        """Draw fringes that end between the middle of the forehead and below the brows (at .2 to .25)."""
        low, slope = rng.uniform(0.05, 0.23, n), rng.uniform(-0.4, 0.4, n)
        edge = [low, slope, rng.uniform(-0.25, 0.25, n), rng.uniform(0.2, 0.8, n)]
        # Who parts the hair at a side has strands that fall to the side on which the fringe is longer.
        lean = -2.5 * slope + rng.normal(0, 0.4, n)
        strands = [lean, rng.uniform(8, 40, n), rng.random(n), rng.uniform(0.05, 0.4, n)]
        brown = np.array([1.0, 0.8, 0.65]) ** rng.uniform(0, 1.6, (n, 1))
        colour = 255 * brown * rng.uniform(0.04, 0.75, (n, 1)) ** 1.5
        return cls(np.stack(edge, axis=1), np.stack(strands, axis=1), colour)


def _cover(window: list[Crops], fringe: Fringe) -> list[Crops]:
    size = window[0].shape[0]
    v, u = np.mgrid[0:size, 0:size] / size
    (low, slope, bow, place), (lean, fine, first, contrast) = fringe.edge[0], fringe.strands[0]
    along = u - lean * v
    strand = np.sin(2 * np.pi * (fine * along + first)) * np.sin(
        2 * np.pi * (0.37 * fine * along + 2 * first)
    )
    end = low + slope * (u - 0.5) + bow * (u - place) ** 2 + 0.015 * strand
    share = np.clip((end - v) * size / 2 + 0.5, 0, 1)[..., None]
    hair = fringe.colour[0] * (1 + contrast * strand[..., None])
    return [np.clip(crop * (1 - share) + hair * share, 0, 255).astype(np.uint8) for crop in window]


@dataclass(frozen=True)
class _Colours:
    """One draw: exposure, gamma and tint (a look-up table [256, 1, 3]), saturation (0 grey - 1 unchanged)."""

    table: npt.NDArray[np.uint8]
    saturation: float

    @classmethod
    def draw(cls, strength: float, rng: np.random.Generator) -> _Colours:
        level = np.linspace(0, 1, 256)[:, None]
        gamma = np.exp(rng.uniform(-0.5, 0.5) * strength)
        gain = np.exp(rng.uniform(-0.35, 0.35) * strength) * np.exp(rng.uniform(-0.12, 0.12, 3) * strength)
        bias = rng.uniform(-0.1, 0.1) * strength
        table = np.clip((level**gamma * gain + bias) * 255, 0, 255).astype(np.uint8)[:, None, :]
        return cls(
            table, 1 - strength * float(rng.choice([0.0, rng.uniform(0, 1), 1.0], p=[0.4, 0.45, 0.15]))
        )

    def apply(self, crop: Crops) -> Crops:
        out = cv2.LUT(crop, self.table)
        if self.saturation < 1:
            grey = cv2.cvtColor(cv2.cvtColor(out, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
            out = cv2.addWeighted(out, self.saturation, grey, 1 - self.saturation, 0)
        return np.asarray(out, dtype=np.uint8)


def _shade(window: list[Crops], rng: np.random.Generator) -> list[Crops]:
    size = window[0].shape[0]
    angle, depth = rng.uniform(0, 2 * np.pi), rng.uniform(0.2, 0.75)
    y, x = np.mgrid[0:size, 0:size] / size - 0.5
    ramp = 1 / (
        1 + np.exp(-rng.uniform(3, 12) * (x * np.cos(angle) + y * np.sin(angle) + rng.uniform(-0.2, 0.2)))
    )
    light = (1 - depth * ramp).astype(np.float32)[..., None]
    return [(crop * light).astype(np.uint8) for crop in window]


def _occlude(window: list[Crops], rng: np.random.Generator) -> list[Crops]:
    size = window[0].shape[0]
    centre_ = rng.integers(0, size, 2).tolist()
    axes = rng.integers(size // 16, size // 5, 2).tolist()
    colour = rng.integers(0, 256, 3).tolist()
    angle = float(rng.uniform(0, 180))
    return [
        cv2.ellipse(crop.copy(), centre_, axes, angle, 0, 360, colour, -1, cv2.LINE_AA) for crop in window
    ]


def _shrink(window: list[Crops], rng: np.random.Generator) -> list[Crops]:
    size = window[0].shape[0]
    small = int(rng.integers(size // 3, size))
    return [
        cv2.resize(cv2.resize(crop, (small, small), interpolation=cv2.INTER_AREA), (size, size))
        for crop in window
    ]


def _blur(window: list[Crops], rng: np.random.Generator) -> list[Crops]:
    sigma = float(rng.uniform(0.4, 1.6))
    return [cv2.GaussianBlur(crop, (0, 0), sigma) for crop in window]


def _noise(window: list[Crops], rng: np.random.Generator) -> list[Crops]:
    sigma = float(rng.uniform(2, 12))
    shape = window[0].shape
    return [
        np.clip(crop + rng.standard_normal(shape, dtype=np.float32) * sigma, 0, 255).astype(np.uint8)
        for crop in window
    ]


def _compress(window: list[Crops], rng: np.random.Generator) -> list[Crops]:
    quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(25, 80))]
    codes = [cv2.imencode(".jpg", crop, quality)[1] for crop in window]
    return [np.asarray(cv2.imdecode(code, cv2.IMREAD_COLOR), dtype=np.uint8) for code in codes]


def _film(window: list[Crops], rng: np.random.Generator) -> list[Crops]:
    """Code the window as a film in which the face is smaller or larger than in the crop."""
    size = window[0].shape[0]
    side = 2 * int(rng.integers(round(0.37 * size), round(0.75 * size)))
    factor = int(rng.integers(23, 39))
    if not can_code_films():
        return _compress(window, rng)
    shrunk = cv2.INTER_AREA if side < size else cv2.INTER_LINEAR
    coded = code_as_film([cv2.resize(crop, (side, side), interpolation=shrunk) for crop in window], factor)
    return [np.asarray(cv2.resize(crop, (size, size)), dtype=np.uint8) for crop in coded]
