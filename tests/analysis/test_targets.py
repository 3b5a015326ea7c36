"""Whose face is read is one question with one answer: of the analysis, and of whoever reads its tracks."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from made_tracks import made_tracks

from au_studio.analysis.targets import target_rows
from au_studio.face.target import TargetPerson

FACES = st.tuples(st.integers(0, 3), st.integers(0, 200), st.integers(0, 90), st.booleans())
FRAMES = st.lists(st.lists(FACES, max_size=3, unique_by=lambda face: face[0]), max_size=25)


@given(FRAMES, st.none() | st.integers(0, 3))
def test_every_frame_has_the_face_that_the_analysis_picks(frames, chosen):
    tracks = made_tracks(frames)
    rows, policy = target_rows(tracks, chosen), TargetPerson(chosen)
    assert len(rows) == tracks.n_frames
    for position, row in enumerate(rows):
        target = policy.update(tracks.faces_at(position))
        assert (row < 0) == (target is None)
        if target is not None:
            assert tracks.offsets[position] <= row < tracks.offsets[position + 1]
            assert tracks.person[row] == target.person


def test_who_fills_more_of_the_picture_in_the_end_is_not_read_from_the_beginning():
    tracks = made_tracks([[(0, 0, 50, False)]] * 10 + [[(1, 300, 70, False)]] * 20)
    rows = target_rows(tracks, None)
    assert np.array_equal(np.flatnonzero(rows < 0), [10, 11, 12, 13, 14])
    assert set(tracks.person[rows[:10]]) == {0}
    assert set(tracks.person[rows[15:]]) == {1}


def test_nobody_is_read_where_nobody_is():
    assert target_rows(made_tracks([[], []]), None).tolist() == [-1, -1]
    assert target_rows(made_tracks([]), 1).tolist() == []
