"""The first picture of a recording, before anything else is known of it."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

from au_studio.video.aspect import pixel_aspect
from au_studio.video.colour import hdr_name, tone_mapped
from au_studio.video.errors import VideoError
from au_studio.video.options import options_of
from au_studio.video.shapes import Shapes, fitted
from au_studio.video.source import Damage, VideoSource


def first_picture(path: Path) -> npt.NDArray[np.uint8] | None:
    """Return the first picture that can be decoded, uint8 [H, W, 3], upright; None if there is none.

    It takes some hundredths of a second whatever the length of the recording. Why there is none is told by
    whoever reads the recording in earnest.
    """
    shapes = Shapes()
    try:
        with VideoSource(path, threads=1, stream=options_of(path).stream) as source:
            picture = next(source.frames(Damage()), None)
            if picture is None:
                return None
            shapes.see(0, picture)
            aspect = pixel_aspect(source.stream)
            shown = tone_mapped(picture) if hdr_name(picture) else picture
            shape = shapes.found[0]
            return fitted(shown, shape.orientation, aspect, shape.upright_size(aspect))
    except (VideoError, av.error.FFmpegError, OSError, ValueError):
        return None
