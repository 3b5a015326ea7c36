"""A report made in a thread: written when all is gathered, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_study import copy_of, make_study

from au_studio.controllers.study.drawing_figures import FigureController
from au_studio.controllers.study.reporting import ReportController
from au_studio.reports.gathering import ReportRequest


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    return make_study(tmp_path_factory.mktemp("made"))


@pytest.fixture
def reports(workspace, made, tmp_path):
    assert workspace.open_study(copy_of(made, tmp_path / "copy"))
    controller = ReportController(workspace)
    yield controller
    controller.close()


@pytest.fixture
def of_a_recording(workspace):
    figures = FigureController(workspace)
    reading = figures.reading("base", calibrated=False)
    figures.close()
    return ReportRequest(reading, recording=workspace.study.recordings()[0].id, pictures="none")


def test_a_report_is_written_and_told(reports, of_a_recording, workspace, qtbot, tmp_path):
    said, steps = [], []
    workspace.notice.connect(lambda text, level: said.append((text, level)))
    reports.progressed.connect(lambda done, total, name: steps.append((done, total)))
    target = tmp_path / "report.html"
    with qtbot.waitSignal(reports.finished, timeout=60_000) as heard:
        reports.start(of_a_recording, target)
        assert reports.running
    assert heard.args[0][0] == target
    assert "<html" in target.read_text(encoding="utf-8")
    assert steps[-1][0] <= steps[-1][1] == 1
    assert said[-1][1] == "good"


def test_what_is_stopped_leaves_no_file(reports, of_a_recording, qtbot, tmp_path):
    target = tmp_path / "report.html"
    with qtbot.assertNotEmitted(reports.finished, wait=50):
        reports.start(of_a_recording, target)
        reports.cancel()
        reports.close()
    assert not target.exists()


def test_a_place_that_cannot_be_written_is_told(reports, of_a_recording, qtbot, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with qtbot.waitSignal(reports.failed, timeout=60_000) as heard:
        reports.start(of_a_recording, tmp_path / "file" / "report.html")
    assert heard.args[0].message
