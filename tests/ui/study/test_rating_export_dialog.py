"""Exporting ratings in the window."""

from __future__ import annotations

import csv
import json

import pytest

from au_studio.controllers.study.exporting_ratings import RatingExportController
from au_studio.study.rating_table import read_ratings
from au_studio.ui.study.rating_export_dialog import RatingExportDialog


@pytest.fixture
def rated(two_recordings):
    study = two_recordings.study
    ab, cd = study.add_coder("AB"), study.add_coder("CD")
    study.add_coder("silent")
    for recording in study.recordings():
        pts = two_recordings.index_of(recording.id).pts.tolist()
        study.rate(ab.id, recording.id, pts[1], 12, 3)
    study.rate(cd.id, study.recordings()[0].id, pts[2], 4, None, code=71)
    return two_recordings


@pytest.fixture
def dialog(rated, qtbot):
    controller = RatingExportController(rated)
    made = RatingExportDialog(controller)
    qtbot.addWidget(made)
    yield made
    controller.close()


def test_coders_with_ratings_are_chosen_and_a_table_is_written(dialog, qtbot, tmp_path):
    assert [box.isChecked() for box in dialog.coders.values()] == [True, True, False]
    with qtbot.waitSignal(dialog._controller.finished, timeout=10_000):
        dialog.export_to(tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(newline="") as stream:
        rows = [(r["recording"], r["frame"], r["coder"], r["au"], r["value"]) for r in csv.DictReader(stream)]
    assert sorted(rows) == [
        ("one.mp4", "2", "AB", "AU12", "3"),
        ("one.mp4", "3", "CD", "AU04", "X"),
        ("two.mp4", "2", "AB", "AU12", "3"),
    ]
    assert "Written to" in dialog.outcome.text()


def test_disfa_files_of_several_coders_lie_apart(dialog, qtbot, tmp_path):
    dialog.formats["disfa"].setChecked(True)
    with qtbot.waitSignal(dialog._controller.finished, timeout=10_000):
        dialog.export_to(tmp_path / "labels")
    assert (tmp_path / "labels" / "AB" / "two" / "two_au12.txt").read_text() == "2,3\n"


@pytest.fixture
def without_two(rated, tmp_path):
    """The same study, opened again when the video of its second recording has gone."""
    (tmp_path / "two.mp4").rename(tmp_path / "gone.avi")
    path = rated.study.path
    rated.close_study()
    rated.open_study(path)
    return rated


def test_a_missing_video_keeps_no_ratings_back(without_two, dialog, qtbot, tmp_path):
    second = without_two.study.recordings()[1]
    with qtbot.waitSignal(dialog._controller.finished, timeout=10_000):
        dialog.export_to(tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(newline="") as stream:
        rows = {r["recording"]: r for r in csv.DictReader(stream) if r["coder"] == "AB"}
    assert [(r["frame"], r["timestamp"], r["value"]) for r in rows.values()] == [
        ("2", "0.040000", "3"),
        ("", "", "3"),
    ]
    (rating,) = without_two.study.ratings(recording_id=second.id)
    assert rows["two.mp4"]["pts"] == str(rating.pts)
    assert "The video of two.mp4 cannot be read" in dialog.outcome.text()
    table = read_ratings(tmp_path / "out.csv")
    assert table.problems == []
    assert [r.pts for r in table.ratings if r.recording == "two.mp4"] == [rating.pts]


def test_disfa_files_leave_a_recording_out_whose_video_has_gone_meanwhile(dialog, rated, qtbot, tmp_path):
    path = rated.study.path
    rated.close_study()
    rated.open_study(path)
    (tmp_path / "two.mp4").unlink()
    dialog.formats["disfa"].setChecked(True)
    with qtbot.waitSignal(dialog._controller.finished, timeout=10_000):
        dialog.export_to(tmp_path / "labels")
    assert [file.name for file in (tmp_path / "labels").rglob("*.txt")] == ["one_au12.txt"]
    assert "two.mp4 cannot be read: left out" in dialog.outcome.text()


def test_what_cannot_be_written_is_said(dialog, qtbot, tmp_path):
    (tmp_path / "file").write_text("")
    with qtbot.waitSignal(dialog._controller.failed, timeout=10_000):
        dialog.export_to(tmp_path / "file" / "out.csv")
    assert "could not be written" in dialog.outcome.text()
    assert dialog.export_button.isEnabled()


def test_nobody_chosen_exports_nothing(dialog):
    for box in dialog.coders.values():
        box.setChecked(False)
    assert not dialog.export_button.isEnabled()


@pytest.mark.parametrize(
    ("kind", "beside"), [("long", "out.json"), ("wide", "out.json"), ("disfa", "out/ratings.json")]
)
def test_a_sidecar_says_whose_ratings_they_are_and_how_frames_are_named(
    dialog, qtbot, tmp_path, kind, beside
):
    dialog.formats[kind].setChecked(True)
    with qtbot.waitSignal(dialog._controller.finished, timeout=10_000):
        dialog.export_to(tmp_path / ("out" if kind == "disfa" else "out.csv"))
    about = json.loads((tmp_path / beside).read_text(encoding="utf-8"))
    assert about["kind"] == f"ratings, {kind}"
    assert about["coders"] == [{"name": "AB", "ratings": 2}, {"name": "CD", "ratings": 1}]
    assert [(r["name"], r["n_frames"], r["ratings"]) for r in about["recordings"]] == [
        ("one.mp4", 40, 2),
        ("two.mp4", 30, 1),
    ]
    assert about["recordings"][0]["players_and_elan_count_from"] == 0.0
    assert about["libraries"]


@pytest.mark.parametrize("kind", ["long", "wide", "disfa"])
def test_a_full_disk_leaves_nothing_of_an_export(dialog, qtbot, small_disk, kind):
    folder = small_disk(4)
    dialog.formats[kind].setChecked(True)
    with qtbot.waitSignal(dialog._controller.failed, timeout=10_000):
        dialog.export_to(folder / ("out" if kind == "disfa" else "out.csv"))
    assert "no space left on device" in dialog.outcome.text()
    assert [path for path in folder.rglob("*") if path.is_file()] == []
