"""Telling a frame that continues the last one from another scene or another person.

Two comparisons, both of brightness patterns with mean and contrast taken out, so that flickering or dimmed
light does not count: the whole frame at 32 x 32, and the aligned face at 32 x 32. A moving camera changes the
first and leaves the second alone; a hand before the face changes the second and nearly leaves the first
alone; a cut changes both. Measured on real recordings at 25-30 frames/s: frame at least .97 and face at
least .78 from one frame to the next, hands in the face included; different people in the same place of the
same studio: face at most .53.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from au_studio.face.align import crop_face
from au_studio.face.model import Face, Picture
from au_studio.face.opencv import cv2

Pattern = NDArray[np.float32]
"""Brightness pattern of unit length and zero mean, float32 ``[1024]``; the dot product is a correlation."""

_SIDE = 32

FRAME_CUT = 0.6
"""Below this correlation of whole frames it is another scene."""
FACE_CUT = 0.6
"""Below this correlation of aligned faces it is another face."""
FRAME_DOUBT, FACE_DOUBT = 0.97, 0.88
"""Both below these: a cut between similar pictures."""


def frame_pattern(image: Picture) -> Pattern:
    """Return the brightness pattern of a whole frame."""
    seen = image if isinstance(image, np.ndarray) else image.y
    step = max(1, min(seen.shape[:2]) // (4 * _SIDE))
    height, width = (n // step for n in seen.shape[:2])
    # Every so-manieth pixel, as by a slice, in a quarter of the time.
    few = cv2.resize(seen[: height * step, : width * step], (width, height), interpolation=cv2.INTER_NEAREST)
    small = cv2.resize(few, (_SIDE, _SIDE), interpolation=cv2.INTER_AREA)
    return _pattern(small if small.ndim == 2 else cv2.cvtColor(small, cv2.COLOR_RGB2GRAY))


def face_pattern(image: Picture, face: Face) -> Pattern:
    """Return the brightness pattern of the aligned face in a frame."""
    return _pattern(cv2.cvtColor(crop_face(image, face, _SIDE), cv2.COLOR_RGB2GRAY))


def is_scene_cut(before: Pattern, now: Pattern) -> bool:
    """Tell from two frames' patterns alone whether the scene changed altogether."""
    return correlation(before, now) < FRAME_CUT


def is_other_scene(frame_correlation: float, face_correlation: float) -> bool:
    """Tell from the frame and a face that was followed through it whether the scene changed.

    Parameters
    ----------
    frame_correlation, face_correlation : float
        `correlation` of the two frames, and of the aligned face in them.
    """
    return frame_correlation < FRAME_DOUBT and face_correlation < FACE_DOUBT


def is_other_face(face_correlation: float) -> bool:
    """Tell whether a face that was followed is really another one, whatever the rest of the frame shows."""
    return face_correlation < FACE_CUT


def correlation(a: Pattern, b: Pattern) -> float:
    """Return the correlation of two patterns, −1 to 1; two plain surfaces are alike, one plain one is not."""
    if not a.any() and not b.any():
        return 1.0
    return float(a @ b)


def _pattern(small: NDArray[np.uint8]) -> Pattern:
    gray = small.astype(np.float32).ravel()
    gray -= gray.mean()
    length = float(np.linalg.norm(gray))
    return np.asarray(gray / length if length > 1e-3 else np.zeros_like(gray), dtype=np.float32)
