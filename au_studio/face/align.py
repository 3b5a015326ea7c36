"""Alignment of a face to the fixed crop that every model sees, in training and in use alike.

Three anchors (centre of the right eye, centre of the left eye, base of the nose) are mapped to a fixed
template by the similarity (rotation, one scale, translation; never a reflection) with the least squared
error (Umeyama 1991, IEEE TPAMI 13(4), 376-380). A similarity keeps proportions, so that raised brows, a
dropped jaw or stretched lips are still to be seen; the anchors are the places that expressions move least.
"""

from __future__ import annotations

import math
import threading

import numpy as np
from numpy.typing import NDArray

from au_studio.face.model import Face, Image, Picture, Points, part_of, rgb_of
from au_studio.face.opencv import cv2

CROP_SIZE = 128
"""Side of the crop in pixels."""

TEMPLATE: Points = np.array([[41.5, 38.0], [85.5, 38.0], [63.5, 71.1]], dtype=np.float32)
"""Where the anchors lie in a crop of ``CROP_SIZE`` (right-eye centre, left-eye centre, nose base), in pixels.

Proportions are the mean of real frontal faces, so that a typical face is fitted without a residual; the
middle is 63.5, so that a mirrored crop is aligned too. An adult's chin then lies near y = 118 (125 in
speech), the brows near y = 19, and the ears at the edges: the face fills the crop, because brows and lids
move by a few pixels only and what surrounds a face says nothing about it.
"""


def umeyama(source: Points, target: Points) -> NDArray[np.float32]:
    """Return the similarity that maps one set of points to another with the least squared error.

    Parameters
    ----------
    source, target : float32[N, 2]
        Corresponding points, N ≥ 2.

    Returns
    -------
    float32[2, 3]
        ``[sR | t]`` such that ``target ≈ source @ sR.T + t``; R is a rotation, never a reflection.

    Raises
    ------
    ValueError
        If the source points coincide, or any coordinate is not finite.
    """
    # In the plane a similarity is one complex factor and one complex offset, and a reflection cannot arise:
    # least squares over z -> a z + b gives a = <dz, dw> / |dz|^2.
    z = source[:, 0].astype(np.float64) + 1j * source[:, 1].astype(np.float64)
    w = target[:, 0].astype(np.float64) + 1j * target[:, 1].astype(np.float64)
    if not (np.isfinite(z).all() and np.isfinite(w).all()):
        raise ValueError("points to align must be finite")
    dz, dw = z - z.mean(), w - w.mean()
    spread = float(np.sum(np.abs(dz) ** 2))
    if spread < 1e-12:
        raise ValueError("points to align must not coincide")
    a = complex(np.sum(dw * dz.conj()) / spread)
    b = complex(w.mean() - a * z.mean())
    return np.array([[a.real, -a.imag, b.real], [a.imag, a.real, b.imag]], dtype=np.float32)


def similarity(anchors: Points, size: int = CROP_SIZE, margin: int = 0) -> NDArray[np.float32]:
    """Return the transform from picture pixels to crop pixels.

    Parameters
    ----------
    anchors : float32[3, 2]
        Right-eye centre, left-eye centre, nose base in the picture (the subject's right is left in it).
    size : int
        Side of the crop without its margin; the template grows and shrinks with it.
    margin : int
        Crop pixels of context added on every side at the same scale.

    Returns
    -------
    float32[2, 3]
        ``crop = picture @ M[:, :2].T + M[:, 2]``.

    Raises
    ------
    ValueError
        If the anchors coincide or are not finite.
    """
    # Pixel centres are at whole numbers, so a template for another size scales about the corner (-0.5, -0.5).
    target = (TEMPLATE + 0.5) * (size / CROP_SIZE) - 0.5 + margin
    return umeyama(anchors, target.astype(np.float32))


def crop_face(image: Picture, face: Face | Points, size: int = CROP_SIZE, margin: int = 0) -> Image:
    """Cut a face out of a picture, upright and at the template's scale.

    Outside the picture the border pixels are repeated: a black edge would be a stronger feature than any
    wrinkle, and photographs cut close to the face would all have it.

    Parameters
    ----------
    image : uint8[H, W, 3] or Planar
        RGB picture, or its planes.
    face : Face or float32[3, 2]
        The face, or its anchors (right-eye centre, left-eye centre, nose base).
    size, margin : int
        As in `similarity`.

    Returns
    -------
    uint8[size + 2 * margin, size + 2 * margin, 3]
        RGB crop.

    Raises
    ------
    ValueError
        If the anchors coincide or are not finite.
    """
    anchors = face.anchors if isinstance(face, Face) else face
    return warp(image, similarity(anchors, size, margin), size + 2 * margin)


def warp(image: Picture, matrix: NDArray[np.float32], side: int) -> Image:
    """Resample a picture through a similarity, without aliasing, repeating the border outside.

    Parameters
    ----------
    image : uint8[H, W, 3] or Planar
        RGB picture, or its planes.
    matrix : float32[2, 3]
        Transform from picture pixels to output pixels.
    side : int
        Side of the square output in pixels.

    Returns
    -------
    uint8[side, side, 3]
        RGB.
    """
    source, matrix = _shrink_for(image, matrix, side)
    # OpenCV resamples four channels in a third of the time that it takes for three, to the same values.
    whole = source is image
    warped = cv2.warpAffine(
        _around(source, matrix, side) if whole else cv2.cvtColor(source, cv2.COLOR_RGB2RGBA),
        matrix,
        (side, side),
        flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return np.asarray(cv2.cvtColor(warped, cv2.COLOR_RGBA2RGB), dtype=np.uint8)


_KEPT = threading.local()
"""A picture in four channels for each thread, of which only the part around a face is ever written."""


def _around(image: Image, matrix: NDArray[np.float32], side: int) -> Image:
    """Return a picture in RGBA, of which only the part is right that `matrix` brings into a square."""
    height, width = image.shape[:2]
    kept: Image | None = getattr(_KEPT, "picture", None)
    if kept is None or kept.shape[:2] != (height, width):
        kept = _KEPT.picture = np.empty((height, width, 4), np.uint8)
    (a, b, c), (d, e, f) = cv2.invertAffineTransform(matrix).tolist()
    # Corners of the square in the picture; outside it the border is repeated, so that is needed then.
    xs = [c, c + a * side, c + b * side, c + (a + b) * side]
    ys = [f, f + d * side, f + e * side, f + (d + e) * side]
    x0, x1 = (min(max(int(x), 0), width - 1) for x in (min(xs) - 3, max(xs) + 3))
    y0, y1 = (min(max(int(y), 0), height - 1) for y in (min(ys) - 3, max(ys) + 3))
    part = slice(y0, y1 + 1), slice(x0, x1 + 1)
    cv2.cvtColor(image[part], cv2.COLOR_RGB2RGBA, dst=kept[part])
    return kept


def enlarged(crop: NDArray[np.float32], inside: NDArray[np.float32], picture: NDArray[np.float32]) -> None:
    """Write a crop, float32[S, S, 3], enlarged into `inside`, and with its edge repeated into `picture`."""
    border = (len(picture) - len(inside)) // 2
    cv2.resize(crop, inside.shape[:2], dst=inside, interpolation=cv2.INTER_LINEAR)
    cv2.copyMakeBorder(inside, *(border,) * 4, cv2.BORDER_REPLICATE, dst=picture)


def _shrink_for(image: Picture, matrix: NDArray[np.float32], side: int) -> tuple[Image, NDArray[np.float32]]:
    """Average the picture down before warping so that a large face does not alias.

    Bilinear sampling reads four pixels; when one crop pixel covers more than that, fine texture (beards,
    fabric, sensor noise) would flicker. The part that is needed is shrunk by area averaging to between one
    and two picture pixels per crop pixel; the remaining factor below two is what bilinear sampling does well.
    """
    scale = math.hypot(float(matrix[0, 0]), float(matrix[1, 0]))
    factor = max(1, int(1.0 / scale))
    if factor == 1 and isinstance(image, np.ndarray):
        return image, matrix
    height, width = image.shape[:2]
    inverse = cv2.invertAffineTransform(matrix)
    corners = np.array([[0, 0], [side, 0], [0, side], [side, side]], dtype=np.float64)
    corners = corners @ inverse[:, :2].T + inverse[:, 2]
    reach = 2 * factor
    x0, y0 = (max(0, int(v) - reach) // factor * factor for v in corners.min(axis=0))
    x1, y1 = (int(v) + reach for v in corners.max(axis=0))
    if x0 >= width or y0 >= height or x1 <= 0 or y1 <= 0:
        return rgb_of(image), matrix
    part = part_of(image, x0, y0, min(x1, width), min(y1, height))
    if factor == 1:
        return part, moved_by(matrix, x0, y0)
    down, across = (max(1, n // factor) for n in part.shape[:2])
    small = cv2.resize(part, (across, down), interpolation=cv2.INTER_AREA)
    zoom_x, zoom_y = part.shape[1] / across, part.shape[0] / down
    # small pixel s sits at part pixel (s + 0.5) * zoom - 0.5, which sits at picture pixel + (x0, y0).
    to_picture = np.array(
        [[zoom_x, 0, 0.5 * zoom_x - 0.5 + x0], [0, zoom_y, 0.5 * zoom_y - 0.5 + y0], [0, 0, 1]],
        dtype=np.float64,
    )
    combined = matrix.astype(np.float64) @ to_picture
    return np.asarray(small, dtype=np.uint8), combined.astype(np.float32)


def moved_by(matrix: NDArray[np.float32], x: int, y: int) -> NDArray[np.float32]:
    """Return a transform of a picture for the part of it that begins at a pixel."""
    shift = matrix[:, 2].astype(np.float64) + matrix[:, :2].astype(np.float64) @ (x, y)
    return np.column_stack([matrix[:, :2], shift]).astype(np.float32)
