import io
import os
import signal

import pytest

from au_studio.errors import AUStudioError
from au_studio.jobs.console import Console, interruptible
from au_studio.jobs.control import Control
from au_studio.jobs.protocol import Metric, Notice, Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_on_a_terminal_progress_stays_in_one_line():
    stream = Terminal()
    console = Console(stream)
    for done in range(4):
        console(Progress(done, 3, "Analysing a.mp4"))
    console.say("finished")
    lines = stream.getvalue().split("\n")
    assert len(lines) == 3
    assert lines[0].rstrip().endswith(f"Analysing a.mp4  [{'#' * 24}]  3/3")
    assert lines[1] == "finished"


def test_in_a_log_file_progress_is_rare():
    stream = io.StringIO()
    console = Console(stream)
    for done in range(100):
        console(Progress(done, 100, "Analysing a.mp4"))
    assert stream.getvalue() == ""


def test_the_bar_and_the_time_left_are_of_the_whole_job_where_it_says_its_parts(monkeypatch):
    now = [0.0]
    monkeypatch.setattr("au_studio.jobs.console.time.monotonic", lambda: now[0])
    stream = Terminal()
    console = Console(stream)
    for done in range(6):
        now[0] = 10.0 * done
        console(Progress(done, 10, "Cutting", part="cut", expected=100.0, later={"learn": 300.0}))
    last = stream.getvalue().split("\r")[-1]
    # 50 s have gone, 50 s of this part and 300 s of the next are left: an eighth of the bar is full.
    assert f"[{'#' * 3}{'.' * 21}]  5/10" in last
    assert last.endswith("5:50 left")


def test_how_far_a_batch_is_has_a_bar_on_a_terminal_and_none_in_a_log():
    stream = Terminal()
    Console(stream).status("1 of 4 recordings", 0.25)
    assert stream.getvalue() == f"\r[{'#' * 6}{'.' * 18}]  1 of 4 recordings"
    log = io.StringIO()
    Console(log).status("1 of 4 recordings", 0.25)
    assert log.getvalue() == "1 of 4 recordings\n"


def test_a_line_is_no_longer_than_the_terminal_is_wide(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    stream = Terminal()
    console = Console(stream)
    console.step(1, 2, "Analysing " + "a" * 60)
    assert max(len(line) for line in stream.getvalue().split("\r")) == 39


def test_notices_and_held_out_agreement_are_told():
    stream = io.StringIO()
    console = Console(stream)
    console(Notice("variable frame rate"))
    console(Metric(40, "icc", 0.51234))
    console(Metric(40, "icc", 0.9, 12))
    console(Metric(40, "mae", None))
    assert stream.getvalue() == "Note: variable frame rate\nstep 40: ICC 0.512\nstep 40: MAE n/a\n"


def test_details_come_only_when_asked_for():
    error = AUStudioError("It broke.", next_step="Mend it.", details="0x1")
    for verbose in (False, True):
        stream = io.StringIO()
        Console(stream).explain(error, verbose=verbose)
        assert "Mend it." in stream.getvalue()
        assert ("0x1" in stream.getvalue()) == verbose


def test_ctrl_c_cancels_the_job_and_a_second_one_ends_the_program():
    control = Control()
    inherited = signal.signal(signal.SIGINT, signal.default_int_handler)  # background jobs ignore Ctrl+C
    before = signal.getsignal(signal.SIGINT)

    def press_twice():
        with interruptible(control):
            os.kill(os.getpid(), signal.SIGINT)
            assert control.cancelled
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(KeyboardInterrupt):
        press_twice()
    assert signal.getsignal(signal.SIGINT) is before
    signal.signal(signal.SIGINT, inherited)


def test_ctrl_c_can_mean_another_end():
    control = Control()
    inherited = signal.signal(signal.SIGINT, signal.default_int_handler)
    with interruptible(control, control.pause):
        os.kill(os.getpid(), signal.SIGINT)
    signal.signal(signal.SIGINT, inherited)
    assert control.paused
    assert not control.cancelled
