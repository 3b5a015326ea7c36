"""Blinks stand behind the episodes of the action units, in the event table and in the summary."""

from __future__ import annotations

import csv

import numpy as np

from au_studio.analysis.results import RecordingAnalysis
from au_studio.export import events_csv, summary_csv
from au_studio.export.summary_csv import SummarySource
from au_studio.export.unit_episodes import episodes_of


def analysed(aus=(12, 43)) -> RecordingAnalysis:
    n = 150
    values = np.zeros((n, len(aus)), np.float32)
    values[:, -1] = 0.1
    for start in (20, 60):
        values[start : start + 4, -1] = (1.5, 4.0, 3.0, 1.0)
    values[100:130, -1] = 4.5  # closed for longer than a blink
    seen = np.arange(n) >= 10
    values[~seen] = np.nan
    return RecordingAnalysis(
        aus=aus,
        pts=np.arange(n),
        times=np.arange(n) / 30,
        intensities=values,
        confidence=seen.astype(np.float32),
        success=seen,
        person=np.where(seen, 0, -1).astype(np.int16),
        boxes=np.zeros((n, 4), np.float32),
        provenance={"complete": True},
    )


def rows(path):
    with path.open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def test_blinks_are_events_and_closed_eyes_are_not_blinks(tmp_path):
    events_csv.write(tmp_path / "e.csv", "a.mp4", {"m": analysed()})
    found = [(row["au"], row["onset_frame"], row["peak"]) for row in rows(tmp_path / "e.csv")]
    assert [one for one in found if one[0] == "AU45"] == [("AU45", "22", "4.0000"), ("AU45", "62", "4.0000")]
    assert sum(name == "AU43" for name, *_ in found) == 3


def test_the_summary_has_their_number_and_rate_and_no_intensities(tmp_path):
    summary_csv.write(tmp_path / "s.csv", [SummarySource("a.mp4", "m", analysed())])
    by_unit = {row["au"]: row for row in rows(tmp_path / "s.csv")}
    assert list(by_unit) == ["AU12", "AU43", "AU45"]
    blinks = by_unit["AU45"]
    assert (blinks["episodes"], blinks["valid_frames"], blinks["mean"]) == ("2", "140", "")
    assert float(blinks["episodes_per_minute"]) == round(2 / 140 * 30 * 60, 3)
    assert float(by_unit["AU43"]["episodes_per_minute"]) == round(3 / 140 * 30 * 60, 3)


def test_without_closed_eyes_nothing_is_said_of_blinks():
    assert [au for au, _ in episodes_of(analysed((1, 12)))] == [1, 12]
