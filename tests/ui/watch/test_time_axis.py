"""Times as people read them."""

from __future__ import annotations

import pytest

from au_studio.ui.watch.time_axis import clock_text, marks


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0:00.00"),
        (59.999, "0:59.99"),
        (60, "1:00.00"),
        (3600 + 2 * 60 + 3.04, "1:02:03.04"),
        (0.04, "0:00.04"),
        (2.96, "0:02.96"),
        (-1.5, "-0:01.50"),
    ],
)
def test_a_time_is_cut_to_hundredths(seconds, text):
    assert clock_text(seconds) == text


def test_a_length_can_be_told_in_seconds():
    assert clock_text(125.7, 0) == "2:05"


@pytest.mark.parametrize("span", [0.2, 3, 61, 1800, 7200, 36000])
def test_marks_are_round_inside_and_not_too_many(span):
    times, decimals = marks(10.03, 10.03 + span, 9)
    assert 2 <= len(times) <= 11
    assert all(10.03 <= t <= 10.03 + span for t in times)
    texts = [clock_text(t, decimals) for t in times]
    assert len(set(texts)) == len(texts)
