"""A made-up corpus of codes: two units that the first two numbers of a code show, beside who somebody is."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.corpora.labelled import Division
from au_studio.factory.benchmark.geometry.codes import CodedClip, CodedMaterial, Coder
from au_studio.learn.stage1.movement import MovementCode

CODES, FRAMES = 5, 24
PARTS = ("train",) * 8 + ("validation",) * 3 + ("test",) * 4


def made_clip(number: int) -> CodedClip:
    rng = np.random.default_rng(number)
    active = np.repeat(rng.random((FRAMES // 4, 2)) < 0.4, 4, axis=0)
    intensities = (active * rng.uniform(1, 4, 2)).astype(np.float32)
    codes = 0.2 * rng.standard_normal((FRAMES, CODES))
    codes[:, :2] += intensities / 3
    codes += 0.3 * rng.standard_normal(CODES)
    return CodedClip(
        codes.astype(np.float32), intensities, np.arange(FRAMES) / 8, f"ict-{number}", f"ict-clip-{number}"
    )


@pytest.fixture(scope="session")
def material():
    clips = [made_clip(number) for number in range(len(PARTS))]

    def of(part):
        return frozenset(clip.group for clip, own in zip(clips, PARTS, strict=True) if own == part)

    division = Division("unseen persons", of("train"), of("validation"), of("test"))
    movement = MovementCode(np.zeros((2, 3)), np.ones(2), np.eye(6)[:, :3])
    one = np.zeros(1, dtype=np.float32)  # three numbers of the mesh and one blendshape, then the picture's
    coder = Coder(movement, one, one, np.zeros((1152, CODES - 4), np.float32), np.zeros(CODES, np.float32))
    return CodedMaterial("made up", (12, 25), clips, {"unseen persons": (division,)}, coder)


@pytest.fixture(scope="session")
def parts(material):
    division = material.protocols["unseen persons"][0]
    return tuple(material.of(getattr(division, part)) for part in ("train", "validation", "test"))
