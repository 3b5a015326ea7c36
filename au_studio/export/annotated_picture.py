"""One picture of an annotated video: faces marked or hidden, bars beside them, curves below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from au_studio.export.errors import ExportError
from au_studio.face.landmarks import LAYOUTS
from au_studio.face.model import TrackedFace
from au_studio.face.opencv import cv2
from au_studio.texts import sentence

Image = NDArray[np.uint8]

FACES = ("box", "mesh", "none")
HIDING = ("none", "blur", "mesh")
_BACK, _GROOVE, _TEXT, _FAINT = (24, 27, 31), (52, 57, 64), (230, 233, 237), (150, 158, 168)
_COLORS = ((86, 180, 233), (230, 159, 0), (47, 196, 151), (220, 156, 192), (240, 228, 66), (122, 166, 255))
"""Okabe and Ito's colours, as the dark theme has them: they can be told apart by colour-blind people."""
_MARGIN = 0.35
"""Part of a face's box by which it is hidden around: hair, ears and chin tell who somebody is, too."""
_BLOCKS = 6
"""Blocks across a hidden face."""
_FONT = cv2.FONT_HERSHEY_SIMPLEX


@dataclass(frozen=True)
class VideoLook:
    """What an annotated video shows.

    Attributes
    ----------
    aus : tuple of int
        Action units; empty for all that the model reads.
    faces : {"box", "mesh", "none"}
        How faces are marked.
    hide : {"none", "blur", "mesh"}
        How persons are made hard to recognise: all faces are blurred, or nothing of the picture is shown but
        the mesh of the face.
    bars, curves : bool
        Whether there are bars beside the picture, and curves below it.
    sound : bool or None
        Whether the sound goes along; None: unless persons are hidden, because a voice tells who speaks.
    seconds : float
        How much of the curves is seen at once.
    """

    aus: tuple[int, ...] = ()
    faces: str = "box"
    hide: str = "none"
    bars: bool = True
    curves: bool = True
    sound: bool | None = None
    seconds: float = 6.0

    def __post_init__(self) -> None:
        """Refuse words that mean nothing."""
        if self.faces not in FACES or self.hide not in HIDING:
            raise ExportError(
                sentence(
                    "An annotated video has no faces “{faces}” and no hiding “{hide}”.",
                    faces=self.faces,
                    hide=self.hide,
                ),
                next_step=sentence(
                    "Faces: {names}; hiding: {names_2}.", names=", ".join(FACES), names_2=", ".join(HIDING)
                ),
            )

    @property
    def with_sound(self) -> bool:
        """Whether the sound goes along."""
        return self.hide == "none" if self.sound is None else self.sound


class PicturePainter:
    """Paints pictures of one recording, all of one size.

    Parameters
    ----------
    look : VideoLook
        What is shown.
    size : (int, int)
        Width and height of the recording's picture, px.
    labels : sequence of str
        Of the action units shown, ``"AU12"``.
    times : float64 [T]
        Seconds of all frames, rising.
    values : float32 [T, A]
        Intensities 0 to 5 of the action units shown; NaN where there is none.
    """

    def __init__(
        self,
        look: VideoLook,
        size: tuple[int, int],
        labels: Sequence[str],
        times: NDArray[np.float64],
        values: NDArray[np.float32],
    ) -> None:
        self._look, self._labels, self._times, self._values = look, tuple(labels), times, values
        self._width, self._height = size[0] + size[0] % 2, size[1] + size[1] % 2
        self._bars = max(160, self._width // 4 // 2 * 2) if look.bars else 0
        self._curves = max(120, self._height // 3 // 2 * 2) if look.curves else 0
        self._scale = max(0.34, self._height / 1200)
        self.size = (self._width + self._bars, self._height + self._curves)
        self._canvas = np.full((self.size[1], self.size[0], 3), _BACK, np.uint8)
        self._paint_fixed()

    def paint(
        self,
        row: int,
        picture: Image,
        faces: Sequence[TrackedFace],
        near: Sequence[TrackedFace],
        target: int,
    ) -> Image:
        """Return the picture of a frame; it is valid until the next one is painted.

        Parameters
        ----------
        row : int
            The frame's row in `times` and `values`.
        picture : uint8 [H, W, 3]
            RGB.
        faces, near : sequence of TrackedFace
            Faces of this frame; and those shortly before and after, where one that was missed here may be.
        target : int
            Number of the person whose intensities these are; -1 for nobody.
        """
        place = self._canvas[: picture.shape[0], : picture.shape[1]]
        place[:] = _BACK if self._look.hide == "mesh" else picture
        if self._look.hide == "blur":
            _blur(place, [*faces, *near])
        for face in faces:
            color = _COLORS[0] if face.person == target else _FAINT
            if self._look.faces == "mesh" or self._look.hide == "mesh":
                _draw_mesh(place, face, color)
            elif self._look.faces == "box":
                x0, y0, x1, y1 = (round(float(v)) for v in face.face.box)
                cv2.rectangle(place, (x0, y0), (x1, y1), color, 2, cv2.LINE_AA)
        if self._bars:
            self._paint_bars(row)
        if self._curves:
            self._paint_curves(row)
        return self._canvas

    def _paint_fixed(self) -> None:
        """Write the labels beside the bars, which never change."""
        for number, label in enumerate(self._labels if self._bars else ()):
            top, height = self._bar_row(number)
            where = (self._width + 6, round(top + height / 2 + 5 * self._scale * 2))
            cv2.putText(self._canvas, label, where, _FONT, self._scale, _TEXT, 1, cv2.LINE_AA)

    def _bar_row(self, number: int) -> tuple[float, float]:
        height = min(self._height / max(len(self._labels), 1), 40.0)
        return number * height, height

    def _paint_bars(self, row: int) -> None:
        left = self._width + round(130 * self._scale) + 14
        right = self._width + self._bars - 8
        for number, value in enumerate(self._values[row]):
            top, height = self._bar_row(number)
            y0, y1 = round(top + height * 0.25), round(top + height * 0.75)
            self._canvas[y0:y1, left:right] = _GROOVE
            if np.isfinite(value):
                end = left + round((right - left) * min(max(float(value), 0.0), 5.0) / 5)
                self._canvas[y0:y1, left:end] = _COLORS[number % len(_COLORS)]

    def _paint_curves(self, row: int) -> None:
        area = self._canvas[self._height :]
        area[:] = _BACK
        width, height = area.shape[1], area.shape[0]
        now, half = float(self._times[row]), self._look.seconds / 2
        first, last = np.searchsorted(self._times, [now - half, now + half])
        times = self._times[first:last]
        x = (times - (now - half)) / self._look.seconds * width
        for number, column in enumerate(self._values[first:last].T):
            y = height - 6 - np.clip(column, 0, 5) / 5 * (height - 12)
            for run in _runs(np.isfinite(column)):
                points = np.stack([x[run], y[run]], axis=1).round().astype(np.int32)
                color = _COLORS[number % len(_COLORS)]
                cv2.polylines(area, [points], False, color, 1 + (number < len(_COLORS)), cv2.LINE_AA)
        cv2.line(area, (width // 2, 0), (width // 2, height), _TEXT, 1)


def _runs(known: NDArray[np.bool_]) -> list[slice]:
    """Return the unbroken stretches of what is known."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], known, [False]]).astype(np.int8)))
    return [slice(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _blur(picture: Image, faces: Sequence[TrackedFace]) -> None:
    """Make every face unrecognisable, in place; all of the picture where none is known: one may be missed."""
    height, width = picture.shape[:2]
    areas = [_around(face, width, height) for face in faces] or [(0, 0, width, height)]
    for x0, y0, x1, y1 in areas:
        if x1 <= x0 or y1 <= y0:
            continue
        part = picture[y0:y1, x0:x1]
        # A few blocks across, smoothed: what is thrown away cannot be sharpened again.
        small = cv2.resize(part, (_BLOCKS, _BLOCKS), interpolation=cv2.INTER_AREA)
        part[:] = cv2.resize(small, (x1 - x0, y1 - y0), interpolation=cv2.INTER_LINEAR)


def _around(face: TrackedFace, width: int, height: int) -> tuple[int, int, int, int]:
    x0, y0, x1, y1 = (float(v) for v in face.face.box)
    dx, dy = (x1 - x0) * _MARGIN, (y1 - y0) * _MARGIN
    return (
        max(int(x0 - dx), 0),
        max(int(y0 - dy), 0),
        min(int(x1 + dx) + 1, width),
        min(int(y1 + dy) + 1, height),
    )


def _draw_mesh(picture: Image, face: TrackedFace, color: tuple[int, int, int]) -> None:
    points = face.face.landmarks
    layout = LAYOUTS.get(len(points))
    if layout is None:
        return
    lines = points[layout.edges()].round().astype(np.int32)
    cv2.polylines(picture, list(lines), False, color, 1, cv2.LINE_AA)
