from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from au_studio.face.blazeface import Region, anchor_centres, decode, merge, tiles, whole


def test_anchors_are_two_per_cell_of_the_fine_grid_and_six_of_the_coarse_one():
    centres = anchor_centres()
    assert centres.shape == (896, 2)
    np.testing.assert_allclose(
        centres[:3], [[0.5 / 16, 0.5 / 16], [0.5 / 16, 0.5 / 16], [1.5 / 16, 0.5 / 16]]
    )
    np.testing.assert_allclose(centres[512], [0.5 / 8, 0.5 / 8])
    np.testing.assert_allclose(centres[-1], [7.5 / 8, 7.5 / 8])


def test_offsets_are_read_in_input_pixels_from_the_anchor():
    raw = np.zeros((896, 16), np.float32)
    logits = np.full(896, -9.0, np.float32)
    logits[35] = 9.0
    raw[35, :6] = [12.8, -12.8, 25.6, 51.2, 6.4, 0.0]
    values, scores = decode(raw, logits)
    centre = anchor_centres()[35]
    assert len(values) == 1
    assert scores[0] == pytest.approx(1 / (1 + np.exp(-9)))
    np.testing.assert_allclose(values[0, :2], centre + np.array([0.1 - 0.1, -0.1 - 0.2]), atol=1e-6)
    np.testing.assert_allclose(values[0, 2:4], centre + np.array([0.1 + 0.1, -0.1 + 0.2]), atol=1e-6)
    np.testing.assert_allclose(values[0, 4:6], centre + np.array([0.05, 0.0]), atol=1e-6)


def test_extreme_logits_do_not_overflow():
    with np.errstate(all="raise"):
        _, scores = decode(np.zeros((896, 16), np.float32), np.full(896, 1e4, np.float32))
    assert (scores == 1).all()


def test_overlapping_candidates_become_one_face_weighted_by_score():
    values = np.array([[0, 0, 10, 10, 5], [0, 0, 10, 12, 8], [50, 50, 60, 60, 1]], np.float32)
    merged, scores = merge(values, np.array([0.9, 0.6, 0.7], np.float32))
    assert len(merged) == 2
    np.testing.assert_allclose(merged[0], [0, 0, 10, (9 + 7.2) / 1.5, (4.5 + 4.8) / 1.5], rtol=1e-6)
    np.testing.assert_allclose(scores, [0.9, 0.7])


def test_merging_nothing_gives_nothing():
    merged, scores = merge(np.zeros((0, 16), np.float32), np.zeros(0, np.float32))
    assert merged.shape == (0, 16)
    assert len(scores) == 0


@pytest.mark.parametrize("shape", [(288, 360), (480, 640), (1080, 1920), (1920, 1080), (250, 200), (50, 51)])
@pytest.mark.parametrize("part", [0.7, 0.4])
def test_tiles_cover_the_picture_and_overlap_by_a_third(shape, part):
    image = np.zeros((*shape, 3), np.uint8)
    regions = tiles(image, part)
    covered = np.zeros(shape, bool)
    for region in regions:
        covered[max(0, region.y) : region.y + region.side, max(0, region.x) : region.x + region.side] = True
    assert covered.all()
    columns = sorted({region.x for region in regions})
    assert all(b - a <= region.side * 2 / 3 + 1 for a, b in pairwise(columns))


def test_the_whole_picture_lies_in_the_middle_of_its_square():
    assert whole(np.zeros((480, 640, 3), np.uint8)) == Region(0, -80, 640)
    assert whole(np.zeros((480, 640, 3), np.uint8), 0.25) == Region(-160, -240, 960)
