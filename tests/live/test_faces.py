"""Faces on their way to the picture: the contours are those of the backend that found them."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.analysis.tracks import load_tracks, write_tracks
from au_studio.face.landmarks import LAYOUTS, MESH, POINTS_68
from au_studio.face.model import Face, TrackedFace
from au_studio.live.faces import (
    contour_lines,
    pack_faces,
    pack_with_contours,
    stored_faces,
    unpack_faces,
)


def _tracked(n_landmarks: int) -> TrackedFace:
    points = np.random.default_rng(n_landmarks).uniform(0, 400, (n_landmarks, 2)).astype(np.float32)
    box = np.array([0, 0, 400, 400], np.float32)
    return TrackedFace(2, Face(box, points, LAYOUTS[n_landmarks].anchors(points), 0.9), True)


def _drawn(contour) -> set[tuple[float, ...]]:
    lines = contour_lines(len(contour))
    return {tuple(np.round(contour[[a, b]].ravel(), 3).tolist()) for a, b in lines}


@pytest.mark.parametrize("layout", [MESH, POINTS_68], ids=["mesh", "68 points"])
def test_the_lines_drawn_are_those_of_the_landmarks_that_were_found(layout, tmp_path):
    tracked = _tracked(layout.n_landmarks)
    (_, frame) = unpack_faces(pack_faces([[], [tracked]]), provisional=False)
    points = tracked.face.landmarks
    wanted = {tuple(np.round(points[[a, b]].ravel(), 3).tolist()) for a, b in layout.edges()}
    assert _drawn(frame.faces[0].contour) == wanted
    with write_tracks(
        tmp_path / "t.h5", backend="any", n_landmarks=layout.n_landmarks, video_hash="v"
    ) as writer:
        writer.append(0, [tracked])
    (stored,) = unpack_faces(stored_faces(tmp_path / "t.h5", 0, 0), provisional=False)
    assert len(_drawn(stored.faces[0].contour)) == len(wanted)
    np.testing.assert_allclose(stored.faces[0].contour, frame.faces[0].contour, atol=0.126)


def test_faces_tracked_before_keep_their_contours_when_another_model_reads_them(tmp_path):
    tracked, path = _tracked(MESH.n_landmarks), tmp_path / "t.h5"
    with write_tracks(path, backend="any", n_landmarks=MESH.n_landmarks, video_hash="v") as writer:
        for moment in range(3):
            writer.append(moment, [tracked])
    bare = [load_tracks(path).faces_at(position) for position in (1, 2)]
    assert not pack_faces(bare)["face_contour"].shape[1]
    pts = np.array([1, 2])
    packed = pack_with_contours(bare, pts, path)
    np.testing.assert_array_equal(packed["face_contour"], stored_faces(path, 1, 2)["face_contour"])
    assert packed["face_contour"].shape[:2] == (2, len(stored_faces(path, 0, 0)["face_contour"][0]))
    assert not pack_with_contours([bare[0], []], pts, path)["face_contour"].shape[1], "these are other faces"
    assert not pack_with_contours(bare, pts + 1, path)["face_contour"].shape[1], "these are other frames"


def test_stored_faces_are_those_of_the_timestamps_although_frames_between_were_lost(tmp_path):
    tracked, path = _tracked(MESH.n_landmarks), tmp_path / "t.h5"
    with write_tracks(path, backend="any", n_landmarks=MESH.n_landmarks, video_hash="v") as writer:
        for pts, faces in ((0, []), (40, [tracked]), (160, []), (200, [tracked, tracked])):
            writer.append(pts, faces)
    for first, last, pts, counts in (
        (40, 160, [40, 160], [1, 0]),
        (80, 200, [160, 200], [0, 2]),
        (80, 120, [], []),
        (200, 400, [200], [2]),
    ):
        stored = stored_faces(path, first, last)
        assert stored["pts"].tolist() == pts
        assert stored["face_counts"].tolist() == counts
        assert len(stored["face_box"]) == sum(counts)
