"""Analyses of many recordings: skipped, gone on with, failed, killed, and still the same tables."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pyarrow.parquet as pq
import pytest
from batch_material import BAD, copied, fill, start, tables
from drawn import moving_face, write_video

from au_studio.analysis.estimators import is_ready
from au_studio.cli import main
from au_studio.jobs.batch_lock import BatchRunningError, locked
from au_studio.jobs.batch_progress import BatchProgress
from au_studio.jobs.job import AnalyzeJob
from au_studio.jobs.pool import Died, Pool, Task
from au_studio.jobs.protocol import Done, Failed


@pytest.fixture(scope="module")
def material(tmp_path_factory):
    return fill(tmp_path_factory.mktemp("material") / "videos", copies=2)


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory, material, model_path):
    """What one run without any trouble leaves."""
    out = tmp_path_factory.mktemp("undisturbed") / "out"
    assert analyze(material, out, model_path, "--format", "openface", "summary", "parquet") == 1
    return out


def analyze(videos, out, model, *more):
    options = ["--model", str(model), "--device", "cpu", "--workers", "1"]
    return main(["analyze", str(videos), "-o", str(out), *options, *more])


def record(out):
    return json.loads((out / "batch.json").read_text(encoding="utf-8"))


def entries(out):
    return {Path(entry["video"]).name: entry for entry in record(out)["recordings"]}


def test_the_record_tells_of_every_recording(undisturbed):
    told = record(undisturbed)
    assert told["counts"] == {"waiting": 0, "done": 6, "incomplete": 1, "failed": 2}
    assert told["ended"] is not None
    by_name = entries(undisturbed)
    good = by_name["a0.mp4"]
    assert (good["rows"], good["rows_with_face"], good["error"]) == (100, 100, None)
    assert (good["first"], good["last"]) == (0.0, pytest.approx(99 / 30))
    assert good["seconds"] > 0
    assert all(Path(path).is_file() for path in good["files"])
    assert "variable" in " ".join(by_name["b0.mp4"]["notices"])
    assert by_name["c0.mp4"]["rows_with_face"] == 0
    assert 0 < by_name["cut.mpg"]["rows"] < 100
    for name in BAD:
        assert by_name[name]["error"]["message"]
    log = (undisturbed / "batch.log").read_text(encoding="utf-8")
    assert log.count("done: ") == 6
    assert "failed: " in log


def test_one_summary_tells_of_all_recordings(undisturbed):
    with (undisturbed / "summary.csv").open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 7 * 12
    assert [row["recording"] for row in rows[::12]] == [
        "a0.mp4", "a1.mp4", "b0.mp4", "b1.mp4", "c0.mp4", "c1.mp4", "cut.mpg",
    ]  # fmt: skip
    table = pq.read_table(undisturbed / "summary.parquet").to_pylist()
    assert [row["mean"] for row in table] == [float(row["mean"]) if row["mean"] else None for row in rows]


def test_what_is_done_is_skipped_and_what_is_bad_is_told_again(tmp_path, material, model_path, capsys):
    videos = copied(material, tmp_path / "videos", "a0.mp4", "c0.mp4", "cut.mpg", "noise.mp4")
    out = tmp_path / "out"
    assert analyze(videos, out, model_path) == 1
    before = {path: path.stat().st_mtime_ns for path in out.glob("*.h5")}
    seconds = entries(out)["a0.mp4"]["seconds"]
    (videos / "a0.mp4").rename(videos / "z0.mp4")  # the same content under another name is analysed there
    (out / "c0.csv").unlink()
    (out / "c0.json").unlink()  # as if it had been killed between the intensities and the tables
    capsys.readouterr()
    assert analyze(videos, out, model_path) == 1
    said = capsys.readouterr().err
    assert "1 of 4 recordings were analysed already" in said  # cut.mpg
    assert "“cut.mpg” is cut short" in said.rstrip().splitlines()[-3]
    assert "“noise.mp4” cannot be read" in said.rstrip().splitlines()[-2]
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert (out / "c0.csv").is_file()
    assert (out / "z0.csv").read_bytes() == (out / "a0.csv").read_bytes()
    assert seconds > 0
    skipped = {name for name, entry in entries(out).items() if entry["skipped"]}
    assert skipped == {"cut.mpg"}


@pytest.mark.parametrize(
    "change",
    [
        (["--smooth", "0.2"], "smooth 0.0, not 0.2"),
        (["--person", "0"], "target person None, not 0"),
    ],
)
def test_with_other_settings_nothing_counts_as_done(tmp_path, material, model_path, capsys, change):
    videos = copied(material, tmp_path / "videos", "a0.mp4", "noise.mp4")
    out = tmp_path / "out"
    analyze(videos, out, model_path)
    table = (out / "a0.csv").read_bytes()
    words, how = change
    assert analyze(videos, out, model_path, *words) == 1
    assert f"exists already, and was made with other settings ({how})." in capsys.readouterr().err
    assert entries(out)["a0.mp4"]["status"] == "failed"
    assert (out / "a0.csv").read_bytes() == table


def test_tables_asked_for_later_are_added_from_what_is_stored(tmp_path, material, model_path, capsys):
    videos = copied(material, tmp_path / "videos", "a0.mp4", "cut.mpg", "noise.mp4")
    out, at_once = tmp_path / "out", tmp_path / "at once"
    analyze(videos, out, model_path)
    worked_on = (out / "a0.csv").read_bytes() + b"my own row\r\n"
    (out / "a0.csv").write_bytes(worked_on)
    before = {path: path.stat().st_mtime_ns for path in out.glob("*.h5")}
    assert "frames/s" in capsys.readouterr().err
    more = ("--format", "events", "parquet", "openface")
    assert analyze(videos, out, model_path, *more) == 1
    said = capsys.readouterr().err
    assert "exists already" not in said
    assert "a0.mp4: 100 frames, 100 with a face, analysed already, tables added →" in said
    assert "frames/s" not in said, "nothing was analysed, so no pace is told"
    assert "2 of 3 recordings could not be analysed completely:" in said
    assert {path: path.stat().st_mtime_ns for path in before} == before, "nothing was analysed again"
    assert (out / "a0.csv").read_bytes() == worked_on, "what was there stays"
    assert analyze(videos, at_once, model_path, *more) == 1
    for name in ("a0.events.csv", "cut.events.csv"):
        assert (out / name).read_bytes() == (at_once / name).read_bytes()
    for name in ("frames/a0.parquet", "summary.parquet"):
        assert pq.read_table(out / name).equals(pq.read_table(at_once / name))
    formats = json.loads((out / "a0.json").read_text(encoding="utf-8"))["settings"]["formats"]
    assert formats == ["openface", "events", "parquet"]
    for asked in (("openface",), ("events",), ("parquet", "openface")):
        analyze(videos, out, model_path, "--format", *asked)
        assert "2 of 3 recordings were analysed already" in capsys.readouterr().err, asked
    (out / "a0.events.csv").unlink()
    analyze(videos, out, model_path, "--format", "events")
    assert (out / "a0.events.csv").read_bytes() == (at_once / "a0.events.csv").read_bytes()
    told = entries(out)
    assert told["noise.mp4"]["files"] == []
    assert str(out / "a0.events.csv") in told["a0.mp4"]["files"]


def finished(out):
    """Return when the intensities of each recording that is wholly done were written."""
    done = [path.stem for path in out.glob("[!.]*.json") if path.name != "batch.json"]
    return {name: (out / f"{name}.h5").stat().st_mtime_ns for name in done}


def test_killed_at_random_again_and_again_it_comes_to_the_same_tables(
    tmp_path, material, undisturbed, model_path
):
    out = tmp_path / "out"
    options = ("--format", "openface", "summary", "parquet", "--workers", "2")
    chance, seen, listening, hits = random.Random(7), {}, set(), 0
    for whom in ("worker", "program", "everything", "program", "everything", "nobody"):
        process = start(material, out, model_path, *options)
        wanted, until = len(seen) + chance.randrange(2), time.monotonic() + 20
        while process.poll() is None and (whom == "nobody" or time.monotonic() < until):
            listening |= sockets(process.pid)
            if whom != "nobody" and len(finished(out)) >= wanted and children_of(process):
                until = min(until, time.monotonic() + chance.random() / 2)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.05)
        if whom == "worker":
            for child in chance.sample(children_of(process), min(1, len(children_of(process)))):
                child.kill()
        elif process.poll() is None:
            hits += 1
            (os.killpg if whom == "everything" else os.kill)(process.pid, signal.SIGKILL)
        said = process.communicate(timeout=120)[1] if whom != "worker" else ended_early(process)
        now = finished(out)
        assert {name: now[name] for name in seen} == seen  # nothing that was finished is done twice
        seen = now
    assert process.returncode == 1, said
    assert hits >= 1  # a quick computer may be done before the others
    assert listening == set()
    assert tables(out) == tables(undisturbed)
    for path in (undisturbed / "frames").iterdir():
        assert pq.read_table(out / "frames" / path.name).equals(pq.read_table(path))
    assert record(out)["counts"] == record(undisturbed)["counts"]
    assert [path for path in out.rglob("*") if ".part" in path.name or ".unfinished" in path.name] == []


def ended_early(process):
    """Give the program a moment to replace the process that it lost, and end it as Ctrl+C does."""
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=120)[1]
    assert "begun once more" in said or process.returncode == 1
    return said


def children_of(process):
    try:
        return psutil.Process(process.pid).children()
    except psutil.Error:
        return []


def sockets(pid):
    """Return what a process and its children listen on."""
    found = set()
    with contextlib.suppress(psutil.Error):
        for one in [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]:
            found |= {c.laddr for c in one.net_connections("inet") if c.status == psutil.CONN_LISTEN}
    return found


def test_a_process_that_dies_is_replaced_once_and_named(tmp_path):
    # The first line of each job is taken, then the process ends without a word, as if it was out of memory.
    code = "import sys; sys.stdin.readline(); sys.stderr.write('no memory'); sys.exit(9)"
    heard = []
    pool = Pool(2, 1, command=[sys.executable, "-c", code])
    tasks = [Task(n, AnalyzeJob("v", "m")) for n in range(3)]
    assert pool.run(tasks, lambda task, event: heard.append((task.key, event)), lambda: False)
    for n in range(3):
        kinds = [type(event) for key, event in heard if key == n]
        assert kinds == [Died, Failed]
    last = heard[-1][1]
    assert "exit code 9" in last.message
    assert "no memory" in last.details


def test_a_pool_that_is_stopped_tells_of_no_results(tmp_path):
    reply = '{"event": "done", "result": {"paused": true}}'
    code = f"import sys; sys.stdin.readline(); sys.stdin.readline(); print('''{reply}''', flush=True)"
    heard, asked = [], iter([False, True])
    pool = Pool(1, 1, command=[sys.executable, "-c", code])
    tasks = [Task(0, AnalyzeJob("v", "m")), Task(1, AnalyzeJob("w", "m"))]
    assert not pool.run(tasks, lambda task, event: heard.append(event), lambda: next(asked, True))
    assert [event for event in heard if isinstance(event, Done)] == []


def test_a_folder_is_written_by_one_batch_at_a_time(tmp_path):
    with locked(tmp_path), pytest.raises(BatchRunningError), locked(tmp_path, wait=0.3):
        pytest.fail("two at once")
    with locked(tmp_path, wait=0):
        pass


def test_the_time_left_counts_only_what_was_done_just_now(monkeypatch):
    now = [0.0]
    monkeypatch.setattr("au_studio.jobs.batch_progress.time.monotonic", lambda: now[0])
    progress = BatchProgress({0: 1000, 1: 1000, 2: 2000}, total=5)
    assert progress.line() == "2 of 5 recordings"
    progress.running(0, "a.mp4", 0.5)  # an earlier run has done this half
    now[0] = 10.0
    assert progress.seconds_left() is None
    progress.running(0, "a.mp4", 0.5)  # libraries are loaded: nothing moves yet
    now[0] = 20.0
    progress.running(0, "a.mp4", 0.7)
    now[0] = 30.0
    progress.running(0, "a.mp4", 0.9)
    progress.running(1, "b.mp4", 0.0)
    assert progress.seconds_left() == pytest.approx(10 * 3100 / 200)
    now[0] = 40.0
    assert progress.fraction() == pytest.approx(900 / 4000)
    progress.finished(0)
    assert progress.fraction() == pytest.approx(1000 / 4000)
    assert progress.line() == "3 of 5 recordings, 3:20 left | b.mp4 0%"


def test_the_time_left_of_stretches_counts_from_the_beginning(monkeypatch):
    now = [0.0]
    monkeypatch.setattr("au_studio.jobs.batch_progress.time.monotonic", lambda: now[0])
    progress = BatchProgress({0: 1000, 1: 1000}, total=2)
    progress.by_stretches()
    progress.running(0, "a.mp4", 0.0)
    progress.running(1, "b.mp4", 0.0)
    now[0] = 60.0  # the first stretches end, one right after the other
    progress.running(0, "a.mp4", 0.5)
    now[0] = 64.0
    progress.running(1, "b.mp4", 0.5)
    assert progress.seconds_left() == pytest.approx(64)


def test_a_recording_called_like_the_record_does_not_overwrite_it(tmp_path, model_path, monkeypatch):
    given_back = []
    monkeypatch.setattr("au_studio.jobs.batch.give_back", lambda: given_back.append(1))
    videos = tmp_path / "videos"
    videos.mkdir()
    for name in ("batch.mp4", "summary.mp4"):
        write_video(videos / name, moving_face(3))
    out = tmp_path / "out"
    assert analyze(videos, out, model_path, "--format", "openface", "summary") == 0
    assert record(out)["counts"]["done"] == 2
    assert (out / "batch_2.csv").is_file()
    assert (out / "summary_2.csv").is_file()
    assert given_back == [1, 1], "memory that a recording leaves goes back before the next one"


def test_a_bids_data_set_holds_all_recordings_each_under_a_name_of_its_own(tmp_path, model_path, capsys):
    videos = tmp_path / "videos"
    videos.mkdir()
    for number, name in enumerate(("a b.mp4", "a_b.mp4", "sub-7_task-rest.mp4")):
        write_video(videos / name, moving_face(3 + number))
    (videos / "noise.mp4").write_bytes(bytes(range(256)) * 40)
    out = tmp_path / "out"
    assert analyze(videos, out, model_path, "--format", "bids", "mne") == 1
    names = ["sub-7_task-rest", "sub-ab_task-video", "sub-ab2_task-video"]
    tables = sorted((out / "bids").rglob("*.tsv.gz"))
    assert [path.name for path in tables] == [f"{name}_recording-face_physio.tsv.gz" for name in names]
    package = json.loads((out / "bids" / "datapackage.json").read_text(encoding="utf-8"))
    assert len(package["resources"]) == 1 + 2 * 3
    assert all((out / "bids" / resource["path"]).is_file() for resource in package["resources"])
    assert (out / "a b.mne.txt").is_file()
    tables[0].unlink()
    (out / "sub-7_task-rest.json").unlink()
    capsys.readouterr()
    analyze(videos, out, model_path, "--format", "bids", "mne")
    assert "2 of 4 recordings were analysed already" in capsys.readouterr().err
    assert tables[0].is_file()


def test_progress_over_all_recordings_is_one_line_on_a_terminal():
    from au_studio.jobs.console import Console

    class Terminal(io.StringIO):
        def isatty(self):
            return True

    stream = Terminal()
    console = Console(stream)
    console.status("1 of 3 recordings | a.mp4 10%")
    console.status("1 of 3 recordings")
    assert stream.getvalue() == "\r1 of 3 recordings | a.mp4 10%\r1 of 3 recordings            "


def test_workers_find_made_what_a_new_model_needs(tmp_path, model_path, monkeypatch):
    pytest.importorskip("onnx", reason="the package onnx is not installed")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    films = [write_video(tmp_path / f"{name}.mp4", moving_face(4)) for name in "ab"]
    made = []
    monkeypatch.setattr(Pool, "run", lambda *_: made.append(is_ready(model_path, "cpu")) or False)
    words = ["--model", str(model_path), "--device", "cpu", "--workers", "2", "-o", str(tmp_path / "out")]
    assert not is_ready(model_path, "cpu")
    main(["analyze", *map(str, films), *words])
    assert made == [True]
