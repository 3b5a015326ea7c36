"""The tidy, event and summary tables."""

from __future__ import annotations

import csv
import dataclasses

import numpy as np
import pytest

from au_studio.export import events_csv, summary_csv, tidy_csv
from au_studio.export.errors import ExportError
from au_studio.export.summary_csv import SummarySource
from au_studio.stats.episodes import EpisodeRule

NAN = float("nan")


def read(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_tidy_has_a_row_per_frame_source_and_action_unit(analysis, tmp_path):
    coded = np.array([0, NAN, NAN, 3, NAN, NAN])
    hidden = np.array([False, True, False, False, False, False])
    count = tidy_csv.write(
        tmp_path / "t.csv", "s1", {"Base": analysis}, {"AB": {12: coded}}, {"AB": {12: hidden}}
    )
    rows = read(tmp_path / "t.csv")
    assert count == len(rows) == 6 * 2 + 3
    coder = [r for r in rows if r["kind"] == "coder"]
    assert [(r["frame"], r["au"], r["intensity"], r["status"]) for r in coder] == [
        ("1", "AU12", "0", "scored"),
        ("2", "AU12", "", "not_codable"),
        ("4", "AU12", "3", "scored"),
    ]
    scored = [
        r["intensity"] for r in rows if (r["kind"], r["au"], r["status"]) == ("model", "AU12", "scored")
    ]
    assert scored == [f"{v:.4f}" for v in analysis.intensities[analysis.success, analysis.aus.index(12)]]
    no_face = [r for r in rows if r["status"] == "no_face"]
    assert [(r["frame"], r["intensity"]) for r in no_face] == [("3", ""), ("3", "")]
    assert {r["recording"] for r in rows} == {"s1"}


def test_tidy_refuses_what_does_not_fit(analysis, tmp_path):
    with pytest.raises(ExportError):
        tidy_csv.write(tmp_path / "t.csv", "s1", {"Base": analysis}, {"AB": {12: np.zeros(3)}})
    with pytest.raises(ValueError, match="at least one"):
        tidy_csv.write(tmp_path / "t.csv", "s1", {})
    assert list(tmp_path.iterdir()) == []


def test_events_have_onset_apex_offset_peak_and_duration(analysis, tmp_path):
    rule = EpisodeRule(1.0, 0.5, 0.0)
    assert events_csv.write(tmp_path / "e.csv", "s1", {"Base": analysis}, rule) == 2
    first, second = read(tmp_path / "e.csv")
    assert (first["au"], first["episode"], first["onset_frame"], first["cut_off"]) == ("AU12", "1", "2", "1")
    assert (second["onset_frame"], second["apex_frame"], second["offset_frame"]) == ("4", "4", "5")
    assert (second["onset"], second["apex"], second["offset"]) == ("0.100100", "0.100100", "0.200200")
    assert (second["duration"], second["peak"]) == ("0.100100", "3.0000")


def test_summary_rests_on_frames_with_a_face(analysis, tmp_path):
    sources = [SummarySource("s1", "Base", analysis, person="P01", condition="pain")]
    assert summary_csv.write(tmp_path / "s.csv", sources, EpisodeRule(1.0, 0.5, 0.0)) == 2
    row = read(tmp_path / "s.csv")[1]
    values = np.array([0.25, 1.5, 3, 2.123456, 0])
    assert (row["recording"], row["person"], row["condition"], row["source"], row["au"]) == (
        "s1",
        "P01",
        "pain",
        "Base",
        "AU12",
    )
    assert (row["frames"], row["valid_frames"]) == ("6", "5")
    assert float(row["mean"]) == pytest.approx(values.mean(), abs=1e-4)
    assert float(row["sd"]) == pytest.approx(values.std(ddof=1), abs=1e-4)
    assert float(row["median"]) == pytest.approx(1.5)
    assert float(row["p90"]) == pytest.approx(np.percentile(values, 90), abs=1e-4)
    assert (row["peak"], row["peak_time"]) == ("3.0000", "0.100100")
    assert (row["pct_ge_1"], row["pct_ge_2"], row["pct_ge_3"]) == ("60.00", "40.00", "20.00")
    assert row["episodes"] == "2"


def test_summary_of_a_recording_without_a_face_is_empty_not_zero(analysis, tmp_path):
    blank = dataclasses.replace(
        analysis, intensities=np.full((6, 2), NAN, dtype=np.float32), success=np.zeros(6, dtype=bool)
    )
    summary_csv.write(tmp_path / "s.csv", [SummarySource("s1", "Base", blank)])
    row = read(tmp_path / "s.csv")[0]
    assert (row["valid_frames"], row["mean"], row["pct_ge_1"], row["episodes"]) == ("0", "", "", "0")
