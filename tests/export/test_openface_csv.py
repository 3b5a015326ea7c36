"""The default table is one that scripts for OpenFace read."""

from __future__ import annotations

import csv
import dataclasses
import locale

import numpy as np
import pytest

from au_studio.export import openface_csv
from au_studio.export.errors import ExportError
from au_studio.export.frame_columns import frame_columns

NAN = float("nan")


def read(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_header_and_rows_as_openface_writes_them(analysis, tmp_path):
    assert openface_csv.write(tmp_path / "a.csv", analysis) == 6
    lines = (tmp_path / "a.csv").read_bytes().split(b"\r\n")
    assert lines[0] == b"frame,face_id,timestamp,confidence,success,AU06_r,AU12_r"
    assert lines[1] == b"1,1,0.000000,0.988,1,0.0000,0.2500"
    assert lines[-1] == b""
    assert len(lines) == 8


def test_a_frame_without_a_face_has_empty_cells_never_zero(analysis, tmp_path):
    openface_csv.write(tmp_path / "a.csv", analysis)
    row = read(tmp_path / "a.csv")[2]
    assert (row["success"], row["confidence"], row["AU06_r"], row["AU12_r"]) == ("0", "0.000", "", "")
    assert row["face_id"] == "1"


def test_timestamps_are_those_of_the_container(analysis, tmp_path):
    openface_csv.write(tmp_path / "a.csv", analysis)
    times = [float(row["timestamp"]) for row in read(tmp_path / "a.csv")]
    assert np.abs(np.array(times) - analysis.times).max() < 1e-6


def test_human_columns_stand_behind_the_model(analysis, tmp_path):
    human = {"AB": {12: np.array([0, NAN, NAN, 3, NAN, 0.0])}, "Jo Doe": {6: np.full(6, NAN)}}
    openface_csv.write(tmp_path / "a.csv", analysis, human)
    rows = read(tmp_path / "a.csv")
    assert list(rows[0])[-2:] == ["AU12_coder_ab", "AU06_coder_jo_doe"]
    assert [row["AU12_coder_ab"] for row in rows] == ["0", "", "", "3", "", "0"]


def test_further_models_have_their_own_columns(analysis, tmp_path):
    tuned = dataclasses.replace(analysis, intensities=analysis.intensities / 2)
    openface_csv.write(tmp_path / "a.csv", analysis, models={"Tuned 60": tuned})
    rows = read(tmp_path / "a.csv")
    assert rows[3]["AU12_r"] == "3.0000"
    assert rows[3]["AU12_r_tuned_60"] == "1.5000"
    assert rows[2]["AU12_r_tuned_60"] == ""


def test_decimals_are_points_in_every_language(analysis, tmp_path, monkeypatch):
    before = locale.setlocale(locale.LC_ALL)
    for name in ("de_DE.UTF-8", "fr_FR.UTF-8", ""):
        try:
            locale.setlocale(locale.LC_ALL, name)
            break
        except locale.Error:
            continue
    try:
        openface_csv.write(tmp_path / "a.csv", analysis)
    finally:
        locale.setlocale(locale.LC_ALL, before)
    assert read(tmp_path / "a.csv")[1]["AU12_r"] == "1.5000"


def test_a_recording_without_any_face_has_all_its_rows(analysis, tmp_path):
    blank = dataclasses.replace(
        analysis,
        intensities=np.full((6, 2), NAN, dtype=np.float32),
        success=np.zeros(6, dtype=bool),
        person=np.full(6, -1, dtype=np.int16),
    )
    openface_csv.write(tmp_path / "a.csv", blank)
    rows = read(tmp_path / "a.csv")
    assert len(rows) == 6
    assert {(row["face_id"], row["success"], row["AU12_r"]) for row in rows} == {("0", "0", "")}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"times": np.zeros(5)}, "incomplete"),
        ({"pts": np.zeros(6, dtype=np.int64)}, "do not rise"),
        ({"success": np.ones(6, dtype=bool)}, "no intensities"),
        ({"success": np.zeros(6, dtype=bool)}, "without a face"),
        ({"aus": (6, 99)}, "does not know"),
        ({"intensities": np.full((6, 2), 7, dtype=np.float32), "success": np.ones(6, dtype=bool)}, "0 to 5"),
    ],
)
def test_half_or_contradictory_results_are_refused_and_nothing_is_written(analysis, tmp_path, changes, words):
    target = tmp_path / "a.csv"
    target.write_bytes(b"old")
    with pytest.raises(ExportError, match=words):
        openface_csv.write(target, dataclasses.replace(analysis, **changes))
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.csv"]


def test_ratings_of_other_frames_are_refused(analysis, tmp_path):
    with pytest.raises(ExportError, match="5 values of AU12 for 6 frames"):
        openface_csv.write(tmp_path / "a.csv", analysis, {"AB": {12: np.zeros(5)}})
    with pytest.raises(ExportError, match="two columns named AU12_coder_ab"):
        openface_csv.write(tmp_path / "a.csv", analysis, {"AB": {12: np.zeros(6)}, "ab": {12: np.zeros(6)}})
    other = dataclasses.replace(analysis, pts=analysis.pts + 1)
    with pytest.raises(ExportError, match="other frames"):
        openface_csv.write(tmp_path / "a.csv", analysis, models={"Tuned": other})
    assert list(tmp_path.iterdir()) == []


def test_expected_errors_have_columns_of_their_own_when_there_are_any(analysis, tmp_path):
    errors = np.where(analysis.success[:, None], np.float32([0.25, 0.5]), np.float32(NAN))
    openface_csv.write(tmp_path / "a.csv", dataclasses.replace(analysis, errors=errors))
    rows = read(tmp_path / "a.csv")
    assert (rows[0]["AU06_sd"], rows[0]["AU12_sd"]) == ("0.2500", "0.5000")
    assert (rows[2]["AU06_sd"], rows[2]["AU12_sd"]) == ("", "")


def test_the_corners_of_the_mouth_have_columns_where_they_are_known(analysis, tmp_path):
    corners = np.where(analysis.success[:, None], np.float32([4.25, -0.5]), np.float32(NAN))
    known = dataclasses.replace(analysis, corners=corners)
    openface_csv.write(tmp_path / "a.csv", known)
    rows = read(tmp_path / "a.csv")
    assert (rows[0]["left_lipcorner"], rows[0]["right_lipcorner"]) == ("4.250", "-0.500")
    assert (rows[2]["left_lipcorner"], rows[2]["right_lipcorner"]) == ("", "")
    columns = {column.name: column for column in frame_columns(known)}
    np.testing.assert_array_equal(columns["right_lipcorner"].values, corners[:, 1])
    assert "eyes" in columns["right_lipcorner"].unit
    assert "left corner" in columns["left_lipcorner"].meaning
    with pytest.raises(ExportError, match="corners"):
        openface_csv.write(tmp_path / "b.csv", dataclasses.replace(analysis, corners=corners[1:]))
