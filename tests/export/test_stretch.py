"""The table of a stretch numbers and times its frames as the whole recording does."""

from __future__ import annotations

import csv
import json

import pytest

from au_studio.export.errors import ExportError
from au_studio.export.stretch import write_stretch


def test_frames_of_the_stretch_keep_their_numbers_and_times(analysis, tmp_path):
    start, stop = float(analysis.times[1]), float(analysis.times[3])
    path = tmp_path / "part.csv"
    assert write_stretch(path, analysis, start, stop, model="Base") == 3
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["frame"] for row in rows] == ["2", "3", "4"]
    assert float(rows[0]["timestamp"]) == pytest.approx(start, abs=1e-6)
    told = json.loads((tmp_path / "part.json").read_text(encoding="utf-8"))
    assert told["settings"]["stretch"]["first_frame"] == 2
    assert told["settings"]["stretch"]["last_frame"] == 4
    assert told["frames"]["total"] == 3


def test_a_stretch_without_a_frame_is_refused(analysis, tmp_path):
    with pytest.raises(ExportError, match="no frame"):
        write_stretch(tmp_path / "part.csv", analysis, 1000.0, 1001.0, model="Base")
    assert list(tmp_path.iterdir()) == []
