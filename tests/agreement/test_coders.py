"""What two coders agree on bounds what a model can learn from one of them."""

import numpy as np
import pytest

from au_studio.agreement.coders import coder_icc
from au_studio.stats.agreement import icc
from au_studio.study.ratings import RatingInput
from au_studio.study.study import Study


@pytest.fixture
def study(tmp_path):
    made = Study.create(tmp_path / "s.austudio")
    (tmp_path / "one.mp4").write_bytes(b"video")
    made.add_recording(tmp_path / "one.mp4", duration=20, n_frames=500, content_hash="h")
    yield made
    made.close()


def rate(study, name, values, kind="human", first=0):
    coder = study.add_coder(name, kind=kind)
    (recording,) = study.recordings()
    study.rate_many(
        coder.id, [RatingInput(recording.id, (first + n) * 40, 12, int(v)) for n, v in enumerate(values)]
    )
    return coder.id


def test_agreement_is_over_the_frames_that_both_rated_and_the_rest_is_unknown(study):
    rng = np.random.default_rng(0)
    one = rng.integers(0, 6, 60)
    two = np.clip(one + rng.integers(-1, 2, 60), 0, 5)
    ab = rate(study, "AB", one)
    rate(study, "CD", two[20:], first=20)
    rate(study, "all of them", one, kind="consensus")
    found = dict(coder_icc(study, ab))
    assert found[12] == pytest.approx(icc(one[20:], two[20:]))
    assert set(found) == {12}, "nothing else was rated by both"


def test_without_a_second_coder_there_is_nothing(study):
    ab = rate(study, "AB", [0, 1, 2])
    assert coder_icc(study, ab) == ()
    rate(study, "CD", [3, 4], first=100)
    assert coder_icc(study, ab) == ()


def test_a_few_common_frames_are_too_few(study):
    ab = rate(study, "AB", [0, 1, 2, 3, 4, 5])
    rate(study, "CD", [0, 1, 2, 3, 4, 5])
    assert dict(coder_icc(study, ab))[12] is None
