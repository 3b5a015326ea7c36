"""What can be drawn is found out in a thread; drawing says what was there before and after."""

from __future__ import annotations

import pytest

from au_studio.coding.drawing import Amount, DrawPlan
from au_studio.controllers.code.sampling import SamplingController


@pytest.fixture
def sampling(sampled, qtbot):
    made = SamplingController(sampled)
    with qtbot.waitSignal(made.loading_changed, check_params_cb=lambda done, total: done == total == 2):
        made.load()
    yield made
    made.close()


def test_every_recording_that_can_be_read_is_looked_at(sampling, sampled):
    assert [pool.name for pool in sampling.pools] == ["one.mp4", "two.mp4"]
    assert [pool.recording_id for pool in sampling.pools] == [r.id for r in sampled.study.recordings()]


def test_a_draw_extends_the_sample_and_can_be_told_apart_from_before(sampling, sampled, qtbot):
    first = sampled.recordings()[0].id
    before = {s.recording_id: len(s.pts) for s in sampled.study.samples()}
    told = []
    sampling.drawn_from.connect(lambda *states: told.append(states))
    with qtbot.waitSignal(sampling.drawn):
        new = sampling.draw([first], DrawPlan(Amount(count=12), seed=17))
    after = {s.recording_id: len(s.pts) for s in sampled.study.samples()}
    assert new == 12
    assert after == before | {first: 20}
    ((old, now),) = told
    assert old != now
