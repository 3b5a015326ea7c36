import os
import subprocess
import sys
import threading
import time

import pytest
from drawn import moving_face, write_video

from au_studio.jobs.job import AnalyzeJob, save_job
from au_studio.jobs.process import JobProcess
from au_studio.jobs.protocol import Done, Failed, Notice, Progress, parse


def play(code: str) -> list[str]:
    return [sys.executable, "-c", code]


@pytest.fixture
def child(tmp_path):
    """Start a child, and end it after the test; return it and its growing list of events."""
    started = []

    def start(job=None, command=None, until=None):
        events, reached = [], threading.Event()

        def hear(event):
            events.append(event)
            if until is not None and until(event):
                reached.set()

        file = tmp_path / "job.json"
        if job is not None:
            save_job(job, file)
        process = JobProcess(file, hear, command)
        started.append(process)
        process.start()
        if until is not None:
            assert reached.wait(60), (events, process.log)
        return process, events

    yield start
    for process in started:
        process.kill()
        process.wait(10)


@pytest.fixture
def job(tmp_path, face_video, model_path):
    return AnalyzeJob(
        video=str(face_video), model=str(model_path), output_csv=str(tmp_path / "out" / "a.csv"), device="cpu"
    )


def test_a_job_runs_in_a_child_and_tells_its_progress(tmp_path, child, job):
    process, events = child(job)
    assert process.wait(60) == 0, process.log
    assert isinstance(events[-1], Done)
    assert events[-1].result["frames"] == 60
    assert any(isinstance(e, Progress) and e.total == 60 for e in events)
    assert (tmp_path / "out" / "a.csv").is_file()


def test_a_failing_job_says_why_and_exits_non_zero(tmp_path, child, job):
    process, events = child(AnalyzeJob(video=str(tmp_path / "gone.mp4"), model=job.model))
    assert process.wait(60) == 1
    assert isinstance(events[-1], Failed)
    assert "gone.mp4" in events[-1].message


def test_a_broken_job_file_is_told_as_an_error_too(tmp_path, child):
    (tmp_path / "job.json").write_text("{")
    process, events = child()
    assert process.wait(60) == 1
    assert "job.json" in events[-1].message


def test_cancel_ends_a_running_job_and_leaves_no_trace(tmp_path, child, model_path):
    long = write_video(tmp_path / "long.mp4", moving_face(60) * 10)
    out = tmp_path / "out"
    job = AnalyzeJob(
        video=str(long), model=str(model_path), output_h5=str(out / "a.h5"), tracks=str(out / "f.h5")
    )
    process, events = child(job, until=lambda e: isinstance(e, Progress) and 0 < e.done < 500)
    process.cancel()
    assert process.wait(10) == 130
    assert events[-1] == Done({"cancelled": True})
    assert not out.exists() or not list(out.iterdir())


def test_a_child_whose_parent_dies_ends_and_leaves_nothing_but_what_it_can_go_on_from(tmp_path, model_path):
    long = write_video(tmp_path / "long.mp4", moving_face(60) * 10)
    out = tmp_path / "out"
    save_job(AnalyzeJob(str(long), str(model_path), output_h5=str(out / "a.h5")), tmp_path / "job.json")
    command = [sys.executable, "-m", "au_studio.jobs", str(tmp_path / "job.json")]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True) as process:
        for line in process.stdout:
            event = parse(line)
            if isinstance(event, Progress) and event.done:
                break
        process.stdin.close()
        assert process.wait(20) == 130
    assert {path.name for path in out.glob("*")} <= {"a.unfinished"}


def test_a_crash_is_reported_with_the_child_s_last_words(child):
    code = (
        "import os, sys; print('segmentation fault (not really)', file=sys.stderr, flush=True); os._exit(139)"
    )
    process, events = child(command=play(code))
    assert process.wait(20) == 139
    assert isinstance(events[-1], Failed)
    assert "139" in events[-1].message
    assert "not really" in events[-1].details


def test_stray_prints_do_not_disturb(child):
    lines = ["Downloading…", '{"event": "notice", "text": "hello"}', '{"event": "done"}']
    code = f"print({chr(10).join(lines)!r})"
    process, events = child(command=play(code))
    process.wait(20)
    assert events == [Notice("hello"), Done()]


def test_a_child_that_does_not_obey_is_killed(child, monkeypatch):
    monkeypatch.setattr("au_studio.jobs.process.KILL_AFTER", 0.3)
    code = 'import time; print(\'{"event": "notice", "text": "up"}\', flush=True); time.sleep(60)'
    process, events = child(command=play(code), until=lambda e: isinstance(e, Notice))
    began = time.monotonic()
    process.cancel()
    assert process.wait(20) != 0
    assert time.monotonic() - began < 10
    assert isinstance(events[-1], Failed)


@pytest.mark.parametrize("word", ["stop", "pause", "cancel"])
def test_what_was_asked_before_the_child_was_there_is_said_to_it(tmp_path, word):
    process = JobProcess(
        tmp_path / "job.json",
        lambda event: None,
        play("import sys; print('heard', sys.stdin.readline().strip(), file=sys.stderr)"),
    )
    getattr(process, word)()
    process.start()
    assert process.wait(30) == 0
    assert process.log == f"heard {word}"


@pytest.mark.skipif(not hasattr(os, "nice"), reason="this system has no niceness")
def test_a_child_steps_back_behind_the_window(tmp_path, child, job):
    script = (
        "import os, sys; from au_studio.jobs import __main__ as m; m.step_back(); "
        'print(\'{"event": "notice", "text": "%d"}\' % os.nice(0))'
    )
    process, events = child(command=play(script))
    process.wait(20)
    assert int(events[0].text) >= min(19, os.nice(0) + 10)


def test_libraries_that_print_cannot_reach_the_event_stream(child):
    script = (
        "from au_studio.jobs.__main__ import claim_stdout; import os; out = claim_stdout(); "
        'print(\'{"event": "notice", "text": "stray"}\'); os.write(1, b\'{"event": "notice"}\\n\'); '
        'out.write(\'{"event": "done"}\\n\'); out.flush()'
    )
    process, events = child(command=play(script))
    process.wait(20)
    assert events == [Done()]
    assert "stray" in process.log
