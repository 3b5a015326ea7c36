"""One intensity is one visible movement, whoever acts and with whichever shapes."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.factory.synthetic.acting import FULL, GEOMETRIES, Acting, visible
from au_studio.factory.synthetic.controls import AUS, CONTROLS
from au_studio.factory.synthetic.ict import IctRig
from au_studio.factory.synthetic.identity import ICT, MAKEHUMAN, TRAIN, draw_identity
from au_studio.factory.synthetic.makehuman import MakeHumanRig
from au_studio.factory.synthetic.sculpt import SCULPTED

pytestmark = pytest.mark.shared
NONE = np.zeros(len(AUS), np.float32)


@pytest.fixture(scope="module")
def rigs(assets):
    return {ICT: IctRig(assets), MAKEHUMAN: MakeHumanRig(assets)}


def someone(rigs, assets, rig, geometry, seed=3):
    identity = draw_identity(seed, rig, TRAIN, eyes=assets.names("eyes"))
    head = rigs[rig].head(identity)
    return head, Acting(identity, head, geometry)


def only(au, level=5.0):
    values = NONE.copy()
    values[AUS.index(au)] = level
    return values


def skin(head, acting, values):
    controls, sculpted = acting.controls(values, NONE), acting.sculpted(values, NONE)
    return head.deform(controls, (0.0, 0.0), sculpted).positions["skin"]


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
@pytest.mark.parametrize("geometry", GEOMETRIES)
def test_one_intensity_moves_the_drawn_skin_by_one_share_of_the_eye_distance(rigs, assets, rig, geometry):
    head, acting = someone(rigs, assets, rig, geometry)
    places = head.places()
    eyes = 2.0 * float(places["eye"][0][0])
    rest = skin(head, acting, NONE)
    at = {n: int(np.linalg.norm(rest - p, axis=1).argmin()) for n, (p, _) in places.items() if n != "eye"}
    for au in SCULPTED:
        moved = skin(head, acting, only(au)) - rest
        seen = visible(au, {name: moved[index] for name, index in at.items()}, eyes)
        assert seen == pytest.approx(FULL[au], rel=0.12), f"AU{au}"


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
def test_sculpted_people_use_no_shapes_of_the_rig_for_what_is_sculpted(rigs, assets, rig):
    _, acting = someone(rigs, assets, rig, "sculpted")
    for au in SCULPTED:
        assert not acting.controls(only(au), NONE).any()
        assert acting.sculpted(only(au), NONE).any()


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
def test_asymmetry_moves_one_side_of_a_sculpted_face_more(rigs, assets, rig):
    _, acting = someone(rigs, assets, rig, "sculpted")
    left, right = acting.sculpted(only(12), 0.4 * only(12) / 5.0)[AUS.index(12)]
    assert left / right == pytest.approx(1.4 / 0.6, rel=1e-4)


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
def test_sculpted_fields_are_smooth_enough_not_to_turn_the_skin_over(rigs, assets, rig):
    head, acting = someone(rigs, assets, rig, "sculpted")
    faces = next(part.faces for part in head.parts if part.name == "skin").astype(int)
    rest = skin(head, acting, NONE)

    def across(points):
        a, b, c = (points[faces[:, k]] for k in range(3))
        return np.cross(b - a, c - a)

    before = across(rest)
    front = rest[faces].mean(axis=1)[:, 2] > 0.0
    for au in (1, 2, 4, 12, 15, 20):
        after = across(skin(head, acting, only(au)))
        turned = (before * after).sum(axis=1) < 0
        assert turned[front].mean() < 0.01, f"AU{au}"


@pytest.mark.parametrize("rig", [ICT, MAKEHUMAN])
def test_a_lip_raised_by_sculpting_is_written_down_as_parted(rigs, assets, rig):
    _, acting = someone(rigs, assets, rig, "sculpted")
    still = np.zeros(len(CONTROLS), np.float32)
    assert acting.shown(only(10), still)[AUS.index(25)] > 1.0
    assert acting.shown(only(1), still)[AUS.index(25)] == pytest.approx(0.0, abs=0.1)
