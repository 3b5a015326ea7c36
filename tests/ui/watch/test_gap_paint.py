"""A gap in a recording is seen as one: in the bar below the picture, and as a break in the curves."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.live.series import Series
from au_studio.ui.watch.curve_paths import curve_points
from au_studio.ui.watch.timeline import Timeline

JOINED = np.concatenate([np.arange(100) / 25, 60 + np.arange(100) / 25])


def colours(timeline, share):
    """How many colours a column of the bar has."""
    image = timeline.grab().toImage()
    x = int(8 + share * (image.width() - 16))
    return {image.pixel(at, y) for at in range(x - 8, x + 8) for y in range(image.height())}


@pytest.mark.parametrize("joined", [True, False])
def test_the_bar_hatches_a_gap(qtbot, joined):
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.resize(600, 24)
    timeline.set_recording(JOINED if joined else np.arange(200) / 25)
    timeline.set_covered(np.full(200, 2, np.uint8))
    covered = colours(timeline, 0.02 if joined else 0.5)
    middle = colours(timeline, 0.5)
    assert (middle != covered) == joined


def test_no_line_crosses_a_gap():
    series = Series(200, 1)
    series.put(0, np.ones((200, 1), np.float32))
    seconds, values = curve_points(series, JOINED, (0.0, 64.0), 1000)
    assert np.isnan(values[100, 0])
    assert np.isfinite(np.delete(values[:, 0], 100)).all()
    assert (np.diff(seconds) >= 0).all()
