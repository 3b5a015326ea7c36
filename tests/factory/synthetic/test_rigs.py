"""What the geometry of both rigs can be relied on for."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.factory.synthetic.controls import (
    AUS,
    CONTROLS,
    LIP_GAPS,
    au_controls,
)
from au_studio.factory.synthetic.ict import IctRig
from au_studio.factory.synthetic.identity import ICT, MAKEHUMAN, TRAIN, draw_identity
from au_studio.factory.synthetic.makehuman import MakeHumanRig

pytestmark = pytest.mark.shared
REST = np.zeros(len(CONTROLS), np.float32)


@pytest.fixture(scope="module")
def rigs(assets):
    return {ICT: IctRig(assets), MAKEHUMAN: MakeHumanRig(assets)}


def head_of(rigs, assets, rig, seed=3):
    return rigs[rig].head(draw_identity(seed, rig, TRAIN, eyes=assets.names("eyes")))


def moved(head, rig, au, level=5.0):
    values = np.zeros(len(AUS), np.float32)
    values[AUS.index(au)] = level
    rest, acting = head.deform(REST, (0.0, 0.0)), head.deform(au_controls(rig, values), (0.0, 0.0))
    return rest.positions["skin"], acting.positions["skin"] - rest.positions["skin"]


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
def test_heads_are_life_size_and_look_at_the_camera(rigs, assets, rig):
    pose = head_of(rigs, assets, rig).deform(REST, (0.0, 0.0))
    right, left, nose = pose.anchors
    assert 5.5 < left[0] - right[0] < 7.0
    assert abs(left[0] + right[0]) < 0.5
    assert nose[1] < -2.0
    assert nose[2] > right[2] - 0.5
    skin = pose.positions["skin"]
    assert 13 < np.ptp(skin[np.abs(skin[:, 1]) < 8][:, 0]) < 24
    assert all(np.isfinite(part).all() for part in pose.positions.values())


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
def test_normals_have_length_one_and_point_out_of_the_face(rigs, assets, rig):
    head = head_of(rigs, assets, rig)
    pose = head.deform(REST, (0.0, 0.0))
    skin, normals = pose.positions["skin"], pose.normals["skin"]
    drawn = np.unique(next(part.faces for part in head.parts if part.name == "skin"))
    np.testing.assert_allclose(np.linalg.norm(normals[drawn], axis=1), 1.0, atol=1e-3)
    tip = np.argmax(np.where(np.abs(skin[:, 0]) < 0.4, skin[:, 2], -99))
    assert normals[tip, 2] > 0.7


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
def test_every_unit_moves_its_own_region_most(rigs, assets, rig):
    head = head_of(rigs, assets, rig)
    for au, upper in {
        1: True,
        2: True,
        4: True,
        5: True,
        6: None,
        12: False,
        15: False,
        17: False,
        26: False,
    }.items():
        skin, delta = moved(head, rig, au)
        size = np.linalg.norm(delta, axis=1)
        assert size.max() > 0.2, f"AU{au} moves the skin by {size.max():.2f} cm"
        height = float((size * skin[:, 1]).sum() / size.sum())
        if upper is not None:
            assert (height > -2.0) == upper, f"AU{au} moves the face around {height:.1f} cm"


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
def test_units_move_the_skin_the_way_their_name_says(rigs, assets, rig):
    head = head_of(rigs, assets, rig)
    for au, direction in {2: 1, 4: -1, 12: 1, 15: -1, 26: -1}.items():
        _, delta = moved(head, rig, au)
        strongest = np.argsort(np.linalg.norm(delta, axis=1))[-200:]
        assert np.sign(delta[strongest, 1].mean()) == direction, f"AU{au}"


def test_makehumans_lower_teeth_move_as_one_when_the_jaw_drops(rigs, assets):
    head = head_of(rigs, assets, MAKEHUMAN)
    opened = {
        level: head.deform(au_controls(MAKEHUMAN, only(26, level)), (0.0, 0.0)).positions["teeth"]
        for level in (2, 5)
    }

    def spread(teeth):
        return float(np.linalg.norm(teeth - teeth.mean(axis=0), axis=1).max())

    shift = opened[5] - opened[2]
    lower = np.linalg.norm(shift, axis=1) > 1e-4
    assert 0.2 < lower.mean() < 0.8
    assert spread(opened[5][lower]) == pytest.approx(spread(opened[2][lower]), rel=1e-3)


def only(au, level):
    values = np.zeros(len(AUS), np.float32)
    values[AUS.index(au)] = level
    return values


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
def test_teeth_behind_shut_lips_are_not_drawn(rigs, assets, rig):
    head = head_of(rigs, assets, rig)
    assert "teeth" not in head.deform(REST, (0.0, 0.0)).positions
    assert "teeth" in head.deform(au_controls(rig, only(25, 2.0)), (0.0, 0.0)).positions


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
def test_eyes_turn_with_the_gaze_and_keep_their_place(rigs, assets, rig):
    head = head_of(rigs, assets, rig)
    ahead, aside = (head.deform(REST, gaze).positions["eye_left"] for gaze in ((0.0, 0.0), (0.4, 0.0)))
    front = np.argmax(ahead[:, 2])
    assert aside[front, 0] > ahead[front, 0] + 0.3  # the subject's left is +x
    assert np.linalg.norm(ahead.mean(axis=0) - aside.mean(axis=0)) < 1.0


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
def test_seeds_give_different_heads_and_the_same_seed_the_same(rigs, assets, rig):
    first, same, other = (
        head_of(rigs, assets, rig, seed).deform(REST, (0.0, 0.0)).positions["skin"] for seed in (3, 3, 4)
    )
    np.testing.assert_array_equal(first, same)
    assert np.linalg.norm(first - other, axis=1).mean() > 0.1


@pytest.mark.parametrize("au", [1, 2, 4, 5, 6, 9, 12, 15, 17, 20, 26])
def test_one_intensity_is_about_as_much_movement_on_both_rigs(rigs, assets, au):
    largest = []
    for rig in (ICT, MAKEHUMAN):
        head = head_of(rigs, assets, rig)
        right, left, _ = head.deform(REST, (0.0, 0.0)).anchors
        skin, delta = moved(head, rig, au)
        size = np.sort(np.linalg.norm(delta[skin[:, 2] > 0], axis=1))[-20:].mean()
        largest.append(size / (left[0] - right[0]))
    assert 0.65 < largest[0] / largest[1] < 1.5, f"AU{au}: {largest[0]:.3f} and {largest[1]:.3f}"


def lip_gap(skin, jaw, move):
    """Return how far a movement parts the lips, in cm: the mean of five places (height 0: nose base)."""
    front = skin[:, 2] > np.sort(skin[:, 2])[-20:].mean() - 5.0
    middle = front & (np.abs(skin[:, 0]) < 0.35)
    reach = -jaw[middle, 1].min()
    gaps = []
    for x in (-1.2, -0.6, 0.0, 0.6, 1.2):
        near = front & (np.abs(skin[:, 0] - x) < 0.3) & (skin[:, 1] < 0.0)
        lower = np.flatnonzero(near & (-jaw[:, 1] > 0.45 * reach))
        upper = np.flatnonzero(near & (-jaw[:, 1] < 0.12 * reach))
        low, up = lower[skin[lower, 1].argmax()], upper[skin[upper, 1].argmin()]
        gaps.append(move[up, 1] - move[low, 1])
    return float(np.mean(gaps))


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
def test_what_parts_the_lips_is_what_the_meshes_show(rigs, rig):
    if rig == ICT:
        skin, units = rigs[rig].neutral[:11248], rigs[rig].deltas[:, :11248]
    else:
        n = int(rigs[rig].source.max()) + 1
        skin, units = 10.5 * rigs[rig].base[:n], 10.5 * rigs[rig].units[:, :n]
    skin = skin - [0.0, skin[rigs[rig].nose_base, 1], 0.0]
    jaw = units[CONTROLS.index("jawOpen")]
    for name, gap in LIP_GAPS[rig].items():
        control = f"{name}_L" if f"{name}_L" in CONTROLS else name
        found = lip_gap(skin, jaw, units[CONTROLS.index(control)])
        assert found == pytest.approx(gap, abs=0.08), f"{name}: {found:.2f} cm"
