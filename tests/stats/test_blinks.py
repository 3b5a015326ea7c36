"""Blinks are short rises of the curve of closed eyes, whatever its level; longer ones are closed eyes."""

import numpy as np
import pytest

from au_studio.stats.blinks import BlinkRule, find_blinks, per_minute, watched

TIMES = np.arange(0, 6, 0.04)


def curve(*closings, level=0.2, noise=0.0):
    """Eyes that close at (second, length, height), over a level."""
    values = np.full(len(TIMES), level)
    for at, length, height in closings:
        u = (TIMES - at) / length
        values = np.maximum(values, level + height * np.clip(np.minimum(u / 0.35, (1 - u) / 0.5), 0, 1))
    return values + np.random.default_rng(0).normal(0, noise, len(TIMES))


def test_short_closings_are_blinks_and_long_ones_are_not():
    values = curve((0.5, 0.15, 4), (1.5, 0.3, 3), (1.95, 0.2, 2), (3.0, 1.2, 4.5), (5.0, 0.3, 4), noise=0.1)
    found = find_blinks(TIMES, values)
    assert [round(b.apex, 1) for b in found] == pytest.approx([0.5, 1.6, 2.0, 5.1], abs=0.11)
    assert all(0.04 <= b.duration <= 0.5 for b in found)
    assert all(values[b.strongest] == b.peak == values[b.first : b.last + 1].max() for b in found)
    assert not any(b.cut_off for b in found)


def test_eyes_that_are_read_half_closed_throughout_blink_as_well():
    assert len(find_blinks(TIMES, curve((1, 0.2, 2), (3, 0.2, 2), level=2.0, noise=0.1))) == 2
    assert find_blinks(TIMES, curve(level=2.0, noise=0.2)) == []


def test_a_blink_with_a_dent_is_one():
    values = curve((1.0, 0.36, 4))
    top = int(np.argmax(values))
    values[top + 1] -= 0.8
    values[top + 2] = values[top] + 0.3
    (found,) = find_blinks(TIMES, values)
    assert found.strongest == top + 2
    assert found.first < top


def test_a_rise_into_closed_eyes_or_out_of_nothing_is_no_blink():
    assert find_blinks(TIMES, np.where(TIMES > 2, 4.0, 0.2)) == []
    assert find_blinks(TIMES, np.full(len(TIMES), np.nan)) == []
    assert find_blinks([], []) == []
    hidden = curve((2.0, 0.2, 4))
    hidden[50:52] = np.nan
    assert all(b.cut_off for b in find_blinks(TIMES, hidden))


def test_the_rate_counts_time_with_a_face_only():
    assert per_minute(3, watched(TIMES, TIMES < 3)) == pytest.approx(60.0)
    assert np.isnan(per_minute(0, watched(TIMES, np.zeros(len(TIMES), bool))))


def test_what_cannot_be_is_refused():
    with pytest.raises(ValueError, match="2 times for 1"):
        find_blinks([0, 1], [1])
    with pytest.raises(ValueError, match="longest duration"):
        BlinkRule(max_duration=0)
