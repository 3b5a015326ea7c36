"""Which way up a stored picture is meant to be seen: turned by quarters, mirrored, or both.

Phones note in the file how they were held, selfie cameras that the picture is to be mirrored. Tracks of MP4
and MOV hold such a note as a matrix, H.264 and H.265 streams as a message, photographs as an EXIF tag; libav
hands every one of them on as a display matrix beside the decoded picture.
"""

from __future__ import annotations

import math
import struct
from dataclasses import dataclass
from typing import Any

import av.sidedata.sidedata
import numpy as np
import numpy.typing as npt

from au_studio.texts import sentence

Image = npt.NDArray[np.uint8]


def _unnamed(kind: Any, value: object) -> Any:
    member = object.__new__(kind)
    member._name_, member._value_ = f"KIND_{value}", value
    return member


# PyAV raises ValueError on a whole picture as soon as libav puts something beside it that PyAV has no name
# for yet, such as the EXIF tags of a photograph. The display matrix is needed all the same.
av.sidedata.sidedata.Type._missing_ = classmethod(_unnamed)


@dataclass(frozen=True)
class Orientation:
    """How a stored picture is brought upright: first mirrored, then turned.

    Attributes
    ----------
    turn : int
        0, 90, 180 or 270 degrees clockwise.
    mirrored : bool
        Left and right change places first.
    """

    turn: int = 0
    mirrored: bool = False

    @property
    def lies(self) -> bool:
        """Whether the upright picture is as wide as the stored one is high."""
        return self.turn % 180 != 0

    def applied(self, image: Image) -> Image:
        """Return a stored picture [H, W, 3] upright, C-contiguous."""
        if self.mirrored:
            image = image[:, ::-1]
        return np.ascontiguousarray(np.rot90(image, -(self.turn // 90)))

    def words(self) -> str:
        """Return what is done to the picture, for a notice; empty if nothing is."""
        turned = sentence("turned {angle}° clockwise", angle=self.turn)
        if self.mirrored and self.turn:
            return sentence("mirrored and {turned}", turned=turned)
        if self.mirrored:
            return sentence("mirrored")
        return turned if self.turn else ""


UPRIGHT = Orientation()


def orientation_of(picture: Any) -> Orientation | None:
    """Return the orientation that goes with a decoded picture; None if nothing goes with it.

    Parameters
    ----------
    picture : av.VideoFrame
        As the decoder gave it.
    """
    beside = picture.side_data.get("DISPLAYMATRIX")
    return None if beside is None else from_matrix(struct.unpack("=9i", bytes(beside)[:36]))


def from_matrix(matrix: tuple[int, ...]) -> Orientation:
    """Return the orientation nearest to a display matrix.

    Parameters
    ----------
    matrix : tuple of 9 int
        Row by row, as in ISO/IEC 14496-12: the first two rows say where the stored picture's right and down
        point on the screen. One without an extent, or turned by no whole quarter, gives the nearest quarter.
    """
    right_x, right_y, down_x, down_y = matrix[0], matrix[1], matrix[3], matrix[4]
    mirrored = right_x * down_y - right_y * down_x < 0
    if mirrored:
        right_x, right_y = -right_x, -right_y
    return Orientation(round(math.degrees(math.atan2(right_y, right_x)) / 90) * 90 % 360, mirrored)
