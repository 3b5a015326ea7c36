"""A stretch of the open recording is exported as its curves are shown."""

from __future__ import annotations

import csv

import pytest
from written_analyses import write_analysis

from au_studio.controllers.watch.stretch_export import StretchExport
from au_studio.study.recording_list import Status


@pytest.fixture
def export(workspace, make_video, tmp_path, qtbot):
    workspace.new_study(tmp_path / "Mine")
    workspace.add_videos([make_video("a.mp4")])
    qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY], timeout=10_000)
    qtbot.waitUntil(lambda: workspace.index is not None, timeout=10_000)
    made = StretchExport(workspace)
    yield made
    made.close()


def test_frames_of_the_stretch_are_written_once_all_is_analysed(export, workspace, tmp_path, qtbot):
    assert "not analysed to its end yet" in export.why_not
    item, model = workspace.current, workspace.model
    recording = workspace.study.recording(item.id)
    provenance = {
        "model": {"sha256": model.card["sha256"]},
        "video": {"content_hash": recording.content_hash},
        "target_person": recording.target_person,
        "complete": True,
    }
    write_analysis(workspace.analysis_path(item.id), provenance)
    assert export.why_not == ""
    told = []
    workspace.notice.connect(lambda text, _level: told.append(text))
    export.start(tmp_path / "part.csv", (0.04, 0.08), calibrated=False)
    qtbot.waitUntil(lambda: bool(told), timeout=10_000)
    assert told[0].startswith("2 frames written to ")
    with (tmp_path / "part.csv").open(encoding="utf-8", newline="") as stream:
        assert [row["frame"] for row in csv.DictReader(stream)] == ["2", "3"]
    assert (tmp_path / "part.json").is_file()
