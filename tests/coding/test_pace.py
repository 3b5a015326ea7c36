from __future__ import annotations

import pytest

from au_studio.coding.pace import PAUSE_SECONDS, PaceMeter, duration_text, estimate_text


def meter_with(gaps: list[float]) -> PaceMeter:
    meter, moment = PaceMeter(), 1_000_000.0
    meter.add(moment)
    for gap in gaps:
        moment += gap
        meter.add(moment)
    return meter


def test_pace_is_coding_time_per_frame():
    assert meter_with([2.0] * 119).seconds_per_frame(aus=12) == pytest.approx(119 * 2 / 10)


def test_a_pause_is_no_coding_time():
    with_pause = meter_with([2.0] * 60 + [PAUSE_SECONDS + 3000] + [2.0] * 60)
    assert with_pause.seconds_per_frame(12) == pytest.approx(120 * 2 / (122 / 12))


def test_too_few_frames_give_no_pace():
    assert meter_with([2.0] * 30).seconds_per_frame(12) is None


def test_pace_goes_on_from_what_is_stored():
    stored = [f"2026-01-31T12:00:{second:02d}.000Z" for second in range(60)]
    assert PaceMeter(reversed(stored)).seconds_per_frame(12) == pytest.approx(59 / 5)


def test_the_time_since_the_last_rating_is_unknown_after_a_pause():
    meter = PaceMeter()
    assert meter.seconds_since_last(5.0) is None
    meter.add(5.0)
    assert meter.seconds_since_last(7.5) == 2.5
    assert meter.seconds_since_last(5.0 + PAUSE_SECONDS + 1) is None


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.2, "1 s"), (41, "41 s"), (59.8, "60 s"), (720, "12 min"), (7500, "2 h 05 min"), (3570, "1 h 00 min")],
)
def test_durations_read_as_people_say_them(seconds, text):
    assert duration_text(seconds) == text


def test_the_estimate_says_what_it_is_based_on():
    assert "at your pace so far of 30 s per frame" in estimate_text(60, 30.0)
    assert estimate_text(60, 30.0).startswith("About 30 min")
    assert estimate_text(60, None).startswith(
        "Roughly 20 min to 45 min, if a frame takes a trained coder 20 to"
    )
    assert estimate_text(0, None) == "No frames to code."
