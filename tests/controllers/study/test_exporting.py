"""An export is written in a thread, and everything that can become of it is told."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from au_studio.controllers.study import exporting
from au_studio.controllers.study.exporting import ExportController
from au_studio.errors import Stopped

GOLDEN = Path(__file__).parents[2] / "api" / "golden"


@pytest.fixture
def export(workspace, tmp_path):
    """What exports the one recording of the golden study, which is analysed already, and the plan for it."""
    shutil.copy2(GOLDEN / "session.mp4", tmp_path)
    assert workspace.open_study(shutil.copytree(GOLDEN / "Golden.austudio", tmp_path / "Golden.austudio"))
    controller = ExportController(workspace)
    keys = [recording.id for recording in workspace.study.recordings()]
    plan = controller.plan(keys, ["openface"], "tuned-1", [], tmp_path / "out")
    yield controller, plan
    controller.close()


def test_what_was_written_is_told(export, qtbot, tmp_path):
    controller, plan = export
    with qtbot.waitSignal(controller.finished, timeout=10_000) as told:
        controller.start(plan, "tuned-1")
        assert controller.running
    assert sorted(told.args[0]) == [tmp_path / "out" / name for name in ("session.csv", "session.json")]
    assert len((tmp_path / "out" / "session.csv").read_text().splitlines()) == 25
    assert not controller.running


def test_an_export_that_is_stopped_says_so_and_is_no_failure(export, qtbot, monkeypatch):
    def until_stopped(plan, on_progress, should_stop, on_notice):
        while not should_stop():
            time.sleep(0.005)
        raise Stopped("The export was stopped.")

    monkeypatch.setattr(exporting, "write_tables", until_stopped)
    controller, plan = export
    failed = []
    controller.failed.connect(failed.append)
    controller.start(plan, "tuned-1")
    with qtbot.waitSignal(controller.stopped, timeout=10_000):
        controller.cancel()
    assert not controller.running
    assert failed == []


def test_an_error_that_nobody_foresaw_is_told_in_words(export, qtbot, monkeypatch):
    def broken(*_):
        raise ValueError("a column too many")

    monkeypatch.setattr(exporting, "write_tables", broken)
    controller, plan = export
    with qtbot.waitSignal(controller.failed, timeout=10_000) as told:
        controller.start(plan, "tuned-1")
    assert told.args[0].message == "The export failed."
    assert "a column too many" in told.args[0].details
    assert not controller.running
