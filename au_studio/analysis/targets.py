"""Whose face is read in each frame of a recording whose faces are known: as the analysis picks it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from au_studio.analysis.tracks import FaceTracks
from au_studio.face.target import TargetPerson


def target_rows(tracks: FaceTracks, chosen: int | None) -> NDArray[np.int64]:
    """Return the face that is read in every frame.

    Everything that shows, draws or cuts faces of a recording goes by this, so that a coder rates the face
    whose intensities are compared with the ratings.

    Parameters
    ----------
    tracks : FaceTracks
        Faces of the recording; T frames.
    chosen : int or None
        Person whom the user chose; None goes by `au_studio.face.target.TargetPerson`.

    Returns
    -------
    int64[T]
        Rows of the faces in `tracks`; -1 where the face is not there.
    """
    rows = np.full(tracks.n_frames, -1, dtype=np.int64)
    if chosen is not None or len(tracks.persons()) == 1:
        found = np.arange(len(tracks.person)) if chosen is None else np.flatnonzero(tracks.person == chosen)
        # The first of a person's faces in a frame counts, should there be several.
        rows[tracks.frames()[found[::-1]]] = found[::-1]
        return rows
    policy = TargetPerson()
    sides = np.clip(tracks.boxes[:, 2:] - tracks.boxes[:, :2], 0, None)
    areas = (sides[:, 0] * sides[:, 1]).tolist()
    persons, new_tracks, offsets = tracks.person.tolist(), tracks.new_track.tolist(), tracks.offsets.tolist()
    for position in range(tracks.n_frames):
        start, stop = offsets[position], offsets[position + 1]
        faces = slice(start, stop)
        place = policy.choose(persons[faces], areas[faces], tracks.boxes[faces], new_tracks[faces])
        if place is not None:
            rows[position] = start + place
    return rows
