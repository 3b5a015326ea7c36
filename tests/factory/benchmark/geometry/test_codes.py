"""Codes say what a face does, not how the head is turned; and they come back from their file."""

from dataclasses import replace

import numpy as np
import pytest

from au_studio.corpora.labelled import Division, Material
from au_studio.factory.benchmark.geometry.codes import (
    Coder,
    Read,
    coded,
    read_codes,
    shipped_codes,
    write_codes,
)
from au_studio.factory.benchmark.settings import BenchmarkError
from au_studio.learn.material.clips import Clip

POINTS, FRAMES = 30, 12


def read(seed, moved=1.0):
    rng = np.random.default_rng(seed)
    face = np.random.default_rng(0).normal(size=(POINTS, 3))
    way = np.zeros((POINTS, 3))
    way[:5, 1] = 1.0
    meshes = face + moved * rng.random((FRAMES, 1, 1)) * way + 0.001 * rng.normal(size=(FRAMES, POINTS, 3))
    shown = rng.normal(size=(FRAMES, 2)).astype(np.float32)
    return Read(meshes.astype(np.float32), shown, rng.normal(size=(FRAMES, 6)).astype(np.float16))


def clip(person, restarts=()):
    restart = np.zeros(FRAMES, dtype=bool)
    restart[[0, *restarts]] = True
    numbers = np.arange(FRAMES)
    values = np.linspace(0, 5, FRAMES * 2, dtype=np.float32).reshape(FRAMES, 2)
    values[3, 1] = np.nan
    crops = np.zeros((FRAMES, 1, 1, 3), dtype=np.uint8)
    return Clip(crops, values, numbers / 8, numbers, restart, person, f"{person}-film")


@pytest.fixture
def material():
    division = Division("unseen persons", frozenset("AB"), frozenset("C"), frozenset("D"))
    return Material(
        "made up", (12, 25), [clip(p) for p in "ABCD"], {"unseen persons": (division,)}, faceless=4
    )


def test_a_turned_head_of_another_size_has_the_same_code():
    coder = Coder.of([read(1), read(2)], 1)
    here = read(3)
    angle = 0.4
    turn = np.array([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]])
    there = replace(here, meshes=(1.7 * here.meshes @ turn.T + 5).astype(np.float32))
    np.testing.assert_allclose(coder(there), coder(here), atol=5e-3)
    assert np.ptp(coder(here)[:, 0]) > 0.5, "it says what moves"


def test_who_is_tested_has_no_part_in_the_code(material):
    own = [read(k) for k in range(4)]
    others = [*own[:2], read(8, moved=9.0), read(9, moved=9.0)]
    one, other = (coded(material, material.clips, r) for r in (own, others))
    np.testing.assert_array_equal(one.coder.movement.basis, other.coder.movement.basis)
    np.testing.assert_array_equal(one.clips[0].codes, other.clips[0].codes)
    assert np.abs(one.clips[3].codes - other.clips[3].codes).max() > 0.5


def test_a_file_of_codes_brings_back_what_was_written(material, tmp_path):
    was = coded(material, material.clips, [read(k) for k in range(4)])
    write_codes(tmp_path / "codes.npz", was)
    now = read_codes(tmp_path / "codes.npz")
    assert (now.name, now.aus, now.faceless) == ("made up", (12, 25), 4)
    assert now.protocols == was.protocols
    for one, other in zip(was.clips, now.clips, strict=True):
        assert (one.group, one.source) == (other.group, other.source)
        np.testing.assert_allclose(np.clip(one.codes, -3.9, 3.9), np.clip(other.codes, -3.9, 3.9), atol=0.02)
        np.testing.assert_allclose(one.intensities, other.intensities, atol=0.011)
        np.testing.assert_array_equal(one.pts, other.pts)
    np.testing.assert_allclose(now.coder(read(1)), was.clips[1].codes, atol=1e-3)


def test_geometry_alone_is_the_first_part_of_a_code(material):
    both = coded(material, material.clips, [read(k) for k in range(4)])
    alone = both.geometry()
    assert both.coder.shape == alone.clips[0].codes.shape[1] < both.clips[0].codes.shape[1]
    np.testing.assert_array_equal(alone.clips[3].codes, both.clips[3].codes[:, : both.coder.shape])


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", None])
def test_something_else_is_refused_by_name(content, tmp_path):
    path = tmp_path / "codes.npz"
    if content is None:
        np.savez(path, other=np.zeros(3))
    else:
        path.write_bytes(content)
    with pytest.raises(BenchmarkError, match=r"codes\.npz is no file of geometry codes"):
        read_codes(path)


def test_the_codes_that_ship_have_persons_for_every_part():
    material = read_codes(shipped_codes())
    division = material.protocols["unseen persons"][0]
    assert [len(getattr(division, part)) for part in ("train", "validation", "test")] == [705, 67, 108]
    assert {clip.group for clip in material.clips} == division.train | division.validation | division.test
    assert shipped_codes().stat().st_size < 7e6
