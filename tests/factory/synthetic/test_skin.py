"""Painting parts of the skin gives what painting the whole of it would."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.factory.synthetic import atlas as places
from au_studio.factory.synthetic import skin as painting
from au_studio.factory.synthetic.atlas import Patch, SkinAtlas, patch_of
from au_studio.factory.synthetic.identity import ICT, TRAIN, draw_identity


def whole(amount):
    return Patch((slice(None), slice(None)), amount)


@pytest.fixture(scope="module")
def atlas(assets):
    return SkinAtlas(assets)


def people(eyes, wanted):
    found = (draw_identity(seed, ICT, TRAIN, eyes=eyes) for seed in range(200))
    return next(person for person in found if wanted(person.look))


@pytest.mark.parametrize(
    "wanted",
    [
        lambda look: look.beard > 0 and look.scalp > 0,
        lambda look: look.eye_shadow > 0 and look.blush > 0,
        lambda look: look.stubble > 0 and look.freckles > 0,
    ],
)
def test_a_skin_is_painted_in_parts_as_it_would_be_as_a_whole(assets, atlas, wanted, monkeypatch):
    person = people(assets.names("eyes"), wanted)
    atlas._spots.clear()
    in_parts = painting.paint_skin(assets, atlas, person.look, person.hair_colour)
    for module in (painting, places):
        monkeypatch.setattr(module, "patch_of", whole)
    atlas._spots.clear()
    np.testing.assert_array_equal(
        painting.paint_skin(assets, atlas, person.look, person.hair_colour), in_parts
    )
    atlas._spots.clear()


def test_a_patch_holds_all_that_is_covered_and_no_more():
    amount = np.zeros((20, 30), np.float32)
    amount[4, 9], amount[11, 21] = 0.5, 0.1
    patch = patch_of(amount)
    assert patch.box == (slice(4, 12), slice(9, 22))
    np.testing.assert_array_equal(patch.amount, amount[4:12, 9:22])
    assert patch_of(np.zeros((5, 5), np.float32)).amount.size == 0
