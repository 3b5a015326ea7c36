"""Faces that scales of 8-bit networks are fitted to: a few crops of the rendered films that ship.

``python -m au_studio.factory.calibration_crops`` writes them anew among the resources.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from au_studio import resources
from au_studio.analysis.target_crops import TargetCropper
from au_studio.corpora.rendered import read_pack, shipped_pack
from au_studio.face.backends import create_backend
from au_studio.face.tracker import FaceTracker
from au_studio.files import write_bytes
from au_studio.nn.calibration import CROPS_FILE, to_bytes
from au_studio.video.index import index_video
from au_studio.video.reader import FrameReader


def film_crops(film: Path, chosen: set[int]) -> list[NDArray[np.uint8]]:
    """Return the crops of chosen frames of a film, as an analysis cuts them; fewer where no face is found."""
    tracker, cropper = FaceTracker(create_backend("mediapipe")[0]), TargetCropper()
    found = []
    with FrameReader(index_video(film)) as reader:
        for frame in reader.frames(0, max(chosen) + 1):
            located = cropper.locate(frame, tracker.update(frame.shown, frame.time))
            if frame.position in chosen and located.crop is not None:
                found.append(located.crop)
    return found


def main() -> None:
    """Write the first frame of every training film, and the one in which most is to be seen."""
    crops, begins = [], []
    for film in read_pack(shipped_pack()).recordings:
        if "-train-" not in film.name or film.video is None:
            continue
        most = int(film.label_numbers[np.nansum(film.labels, axis=1).argmax()]) - 1  # frames begin with 1
        found = film_crops(film.video, {0, most})
        crops += found
        begins += [place == 0 for place in range(len(found))]
    write_bytes(resources.root() / CROPS_FILE, to_bytes(np.stack(crops), np.array(begins)))


if __name__ == "__main__":
    main()
