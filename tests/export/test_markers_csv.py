"""The marker table."""

from __future__ import annotations

import csv

import numpy as np

from au_studio.export import markers_csv
from au_studio.export.markers_csv import MarkerRow


def test_markers_have_times_and_frames_and_a_span_ends_with_its_last_frame(tmp_path):
    pts = np.arange(10, dtype=np.int64) * 512
    markers = [MarkerRow("question", 512, None, "loud, twice"), MarkerRow("film", 1024, 4608)]
    count = markers_csv.write(
        tmp_path / "m.csv", "s1.mp4", pts, pts / 12800, markers, person="P01", condition="pain"
    )
    with (tmp_path / "m.csv").open(encoding="utf-8", newline="") as stream:
        first, second = csv.DictReader(stream)
    assert count == 2
    assert (first["start"], first["stop"], first["start_frame"], first["note"]) == (
        "0.040000",
        "",
        "2",
        "loud, twice",
    )
    assert (second["start"], second["stop"], second["duration"]) == ("0.080000", "0.400000", "0.320000")
    assert (second["start_frame"], second["stop_frame"]) == ("3", "10")
    assert (second["recording"], second["person"], second["condition"]) == ("s1.mp4", "P01", "pain")
