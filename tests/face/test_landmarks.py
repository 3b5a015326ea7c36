from __future__ import annotations

import numpy as np
import pytest

from au_studio.face.landmarks import LAYOUTS, MESH, POINTS_68


@pytest.mark.parametrize("n", [468, 68])
def test_every_line_joins_two_landmarks_that_exist(n):
    edges = LAYOUTS[n].edges()
    assert edges.min() >= 0
    assert edges.max() < LAYOUTS[n].n_landmarks
    assert (edges[:, 0] != edges[:, 1]).all()
    assert len({tuple(sorted(edge)) for edge in edges.tolist()}) == len(edges)


def test_closed_contours_return_to_their_start():
    eye = MESH.contours["right eye"][0]
    assert [eye[-1], eye[0]] in MESH.edges().tolist()


def test_blinks_brows_and_lips_do_not_move_the_anchors():
    points = np.random.default_rng(1).normal(size=(68, 2)).astype(np.float32)
    before = POINTS_68.anchors(points)
    points[[*range(17, 27), 37, 38, 40, 41, 43, 44, 46, 47, *range(48, 68)]] += 50
    np.testing.assert_array_equal(POINTS_68.anchors(points), before)


def test_the_mesh_draws_what_it_names(backend, draw):
    (face,) = backend.detect(draw(faces=((160, 120, 60),)))

    def middle(name):
        return face.landmarks[list(MESH.contours[name][0])].mean(axis=0)

    assert middle("right eye")[0] < middle("nose bridge")[0] < middle("left eye")[0]
    assert middle("right brow, upper edge")[1] < middle("right eye")[1] < middle("nose wings")[1]
    assert middle("nose wings")[1] < middle("inner lips")[1]
    assert np.ptp(face.landmarks[list(MESH.contours["face oval"][0])], axis=0).min() > 60
