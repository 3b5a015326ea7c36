import errno
import sys
import types

import pytest

from au_studio.errors import AUStudioError
from au_studio.jobs import run as runner
from au_studio.jobs.control import Control
from au_studio.jobs.job import AnalyzeJob
from au_studio.jobs.protocol import Done, Failed, Progress

JOB = AnalyzeJob(video="v", model="m")


@pytest.fixture
def play(monkeypatch):
    """Run a function as if it were the module of the job's kind; return exit code and events."""

    def play(function, control=None):
        module = types.ModuleType("played")
        module.run = function
        monkeypatch.setitem(sys.modules, "played", module)
        monkeypatch.setitem(runner._MODULES, "analyze", "played")
        events = []
        return runner.run_job(JOB, events.append, control or Control()), events

    return play


def test_a_job_that_ends_well_says_done_with_its_result(play):
    def good(job, report, control):
        report(Progress(1, 1))
        return {"frames": 7}

    assert play(good) == (0, [Progress(1, 1), Done({"frames": 7})])


def test_a_known_error_is_told_in_words_and_exits_1(play):
    def bad(job, report, control):
        raise AUStudioError("No face.", next_step="Turn on the light.", details="x=1")

    assert play(bad) == (1, [Failed("No face.", "Turn on the light.", "x=1")])


def test_a_full_disk_is_told_in_words(play):
    def full(job, report, control):
        raise OSError(errno.ENOSPC, "No space left on device")

    code, (event,) = play(full)
    assert code == 1
    assert "disk is full" in event.message
    assert "Free some space" in event.next_step


def test_a_bug_keeps_its_traceback_for_the_report(play):
    def bug(job, report, control):
        raise ZeroDivisionError("oh")

    code, (event,) = play(bug)
    assert code == 70
    assert "ZeroDivisionError" in event.message
    assert "in bug" in event.details


def test_a_cancel_that_comes_late_still_takes_everything_back(play, tmp_path):
    def slow(job, report, control):
        control.created(tmp_path / "model")
        (tmp_path / "model").write_text("made")
        control.cancel()
        return {}

    assert play(slow) == (130, [Done({"cancelled": True})])
    assert not list(tmp_path.iterdir())


def test_a_pause_that_comes_late_finds_it_done(play, tmp_path):
    """So it is when the program that asked for the work dies: what is done must not be taken away then."""

    def slow(job, report, control):
        control.created(tmp_path / "model")
        (tmp_path / "model").write_text("made")
        control.pause()
        return {"model": "m"}

    assert play(slow) == (0, [Done({"model": "m"})])
    assert (tmp_path / "model").is_file()


def test_a_pause_leaves_what_is_there_for_whoever_goes_on(play, tmp_path):
    def slow(job, report, control):
        control.created(tmp_path / "values", tmp_path / "table")
        (tmp_path / "values").write_text("made")
        control.pause()
        control.check()

    assert play(slow) == (130, [Done({"paused": True})])
    assert (tmp_path / "values").is_file()


def test_a_cancelled_job_does_not_begin(play):
    control = Control()
    control.cancel()
    assert play(lambda *_: pytest.fail("began"), control) == (130, [Done({"cancelled": True})])


def test_stop_is_no_failure_when_there_is_something_to_keep(play):
    control = Control()
    control.stop()
    assert play(lambda *_: {"model": "m"}, control) == (0, [Done({"model": "m"})])
