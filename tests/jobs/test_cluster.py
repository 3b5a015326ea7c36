"""A real scheduler and workers in processes, some of which are killed: the same tables in the end."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from types import SimpleNamespace

import psutil
import pytest
from batch_material import REPOSITORY, start, tables
from drawn import moving_face, write_video

from au_studio.analysis.estimators import load_estimator
from au_studio.cli import main
from au_studio.jobs import cluster_options
from au_studio.jobs.cluster import Conductor, _Chain, choose_worker
from au_studio.jobs.cluster_options import (
    ClusterError,
    ClusterOptions,
    options_of,
    security_of,
    start_cluster,
)
from au_studio.jobs.protocol import Progress
from au_studio.jobs.stretch import _StretchControl

N_WORKERS = 4


@pytest.fixture(scope="module")
def videos(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cluster") / "videos"
    folder.mkdir()
    for number in range(4):
        write_video(
            folder / f"v{number}.mp4", moving_face(150 + 20 * number, absent=range(30, 30 + 5 * number))
        )
    (folder / "noise.mp4").write_bytes(bytes(range(256)) * 40)
    return folder


@contextlib.contextmanager
def running(words, folder):
    """Run a program of Dask's in a process of its own."""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "OMP_NUM_THREADS": "1"}
    with (folder / f"{words[0]}.log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", *words], env=environment, cwd=folder, stderr=log, stdout=log
        )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGCONT)
        process.kill()
        process.wait()


@pytest.fixture
def cluster(tmp_path):
    """A scheduler and its workers, all on the loopback."""
    place = tmp_path / "scheduler.json"
    here = ["--host", "127.0.0.1", "--no-dashboard"]
    with contextlib.ExitStack() as stack:
        words = ["distributed.cli.dask_scheduler", *here, "--port", "0", "--scheduler-file", str(place)]
        stack.enter_context(running(words, tmp_path))
        until = time.monotonic() + 30
        while not place.is_file() and time.monotonic() < until:
            time.sleep(0.05)
        words = ["distributed.cli.dask_worker", *here, "--no-nanny", "--nthreads", "1"]
        words += ["--scheduler-file", str(place)]
        workers = [stack.enter_context(running(words, tmp_path)) for _ in range(N_WORKERS)]
        yield json.loads(place.read_text())["address"], workers


def finished(out):
    return {path.name: path.stat().st_mtime_ns for path in out.glob("v?.json")}


def test_workers_that_are_killed_and_one_that_is_slow_change_nothing(tmp_path, videos, model_path, cluster):
    address, workers = cluster
    load_estimator(model_path, "cpu")  # Its quick network is made once, and not by each of the four.
    out = tmp_path / "out"
    options = ("--scheduler", address, "--stretch", "0.3", "--workers", str(N_WORKERS))
    process = start(videos, out, model_path, *options)
    chance = random.Random(11)
    doomed = chance.sample(workers[1:], 2)
    until, stopped = time.monotonic() + 120, False
    log = out / "batch.log"
    while process.poll() is None and time.monotonic() < until:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.1 + 0.2 * chance.random())
        workers[0].send_signal(signal.SIGSTOP if (stopped := not stopped) else signal.SIGCONT)  # the slow one
        if doomed and list(out.glob("*.unfinished/*.h5")):
            doomed.pop().kill()
    workers[0].send_signal(signal.SIGCONT)
    said = process.communicate(timeout=60)[1]
    assert process.returncode == 1, said
    assert "noise.mp4" in said.splitlines()[-2]
    assert len(doomed) < 2, "nobody was killed: the work was done before"  # a quick computer may spare one
    told = log.read_text(encoding="utf-8")
    # Whoever had nothing to do any more is not missed.
    assert told.count("has gone") <= 2 - len(doomed), told
    alone = tmp_path / "alone"
    assert main(["analyze", str(videos), "-o", str(alone), "--model", str(model_path), "--workers", "1"]) == 1
    assert tables(out) == tables(alone)
    record = json.loads((out / "batch.json").read_text(encoding="utf-8"))
    assert record["counts"] == {"waiting": 0, "done": 4, "incomplete": 0, "failed": 1}
    assert list(out.glob("*.unfinished")) == []
    before = finished(out)
    assert main(["analyze", str(videos), "-o", str(out), "--model", str(model_path), "--workers", "1"]) == 1
    assert finished(out) == before


def parsed(*words):
    parser = argparse.ArgumentParser()
    cluster_options.add_arguments(parser)
    return options_of(parser.parse_args(words))


def test_nothing_is_shared_unless_it_is_asked_for():
    assert not parsed().asked
    assert parsed("--scheduler", "tcp://10.0.0.1:8786").asked


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--scheduler", "tcp://a:1", "--cluster", "local"), "exclude each other"),
        (("--scheduler", "nonsense"), "no address"),
        (("--cluster", "slurm"), "on which network"),
        (("--cluster", "slurm", "--interface", "lo", "--slurm", "colour=red"), "cannot be asked"),
        (("--cluster", "local", "--tls", "ca.pem", "c.pem", "k.pem"), "does not exist"),
        (("--cluster", "local", "--stretch", "0"), "more than 0"),
    ],
)
def test_impossible_wishes_are_refused(words, told):
    with pytest.raises(ClusterError, match=told):
        parsed(*words)


def test_tls_files_go_to_every_role_and_nothing_is_open_then(tmp_path):
    names = [str(tmp_path / name) for name in ("ca.pem", "cert.pem", "key.pem")]
    for name in names:
        (tmp_path / name).touch()
    security = security_of(parsed("--cluster", "local", "--tls", *names))
    assert security.require_encryption
    for role in ("client", "scheduler", "worker"):
        found = security.get_tls_config_for_role(role)
        assert (found["ca_file"], found["cert"], found["key"]) == tuple(names)


def test_a_local_cluster_listens_on_the_loopback_only(monkeypatch):
    import distributed

    made = {}
    monkeypatch.setattr(distributed, "LocalCluster", lambda **options: made.update(options))
    start_cluster(ClusterOptions(kind="local"), 2, 1, None)
    assert (made["host"], made["interface"], made["dashboard_address"]) == ("127.0.0.1", None, None)
    assert made["scheduler_kwargs"] == {"dashboard": False, "dashboard_address": "127.0.0.1:0"}
    here = next(iter(psutil.net_if_addrs()))
    start_cluster(ClusterOptions(kind="local", interface=here), 2, 1, None)
    assert (made["host"], made["interface"]) == (None, here)
    with pytest.raises(ClusterError, match="no network interface nix0"):
        start_cluster(ClusterOptions(kind="local", interface="nix0"), 2, 1, None)


LISTENERS = """
import psutil
def listeners():
    everybody = [psutil.Process(), *psutil.Process().children(recursive=True)]
    return [c.laddr for p in everybody for c in p.net_connections("inet") if c.status == psutil.CONN_LISTEN]
"""

ASK_LOCAL = (
    LISTENERS
    + """
import http.client, urllib.error, urllib.request
from au_studio.jobs.cluster_options import ClusterOptions, connected

def pages(port):
    for name in ("info/main/workers.html", "json/identity.json", "health", "metrics"):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/{name}", timeout=2) as found:
                yield found.status
        except urllib.error.HTTPError as error:
            yield error.code
        except (OSError, http.client.HTTPException):
            return  # speaks another language: a scheduler, a worker

if __name__ == "__main__":
    with connected(ClusterOptions(kind="local"), 1, 1) as client:
        client.wait_for_workers(1)
        for address, port in listeners():
            print(address, *pages(port))
"""
)


def test_a_local_cluster_tells_nothing_to_whoever_asks_for_pages(tmp_path):
    (tmp_path / "ask.py").write_text(ASK_LOCAL)
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    told = subprocess.run(
        [sys.executable, "ask.py"], check=True, env=environment, capture_output=True, text=True, cwd=tmp_path
    ).stdout
    lines = [line.split() for line in told.splitlines()]
    assert {line[0] for line in lines} == {"127.0.0.1"}
    answers = [line[1:] for line in lines if len(line) > 1]
    assert answers
    assert {code for codes in answers for code in codes} == {"404"}, "pages tell of the work"


ASK_SLURM = (
    LISTENERS
    + """
from au_studio.jobs.cluster_options import ClusterError, ClusterOptions, connected
asked = {"queue": "night", "account": "lab", "walltime": "02:00:00", "memory": "3GB", "cores": "2"}
try:
    with connected(ClusterOptions(kind="slurm", interface="lo", slurm=asked), 7, 1):
        print(*sorted({address for address, _ in listeners()}))
except ClusterError as error:
    print(error)
"""
)


def asked_of_slurm(folder, sbatch):
    """Return what a program says that asks for a cluster, with such a command; None: there is none."""
    for name, text in {"sbatch": sbatch, "scancel": "exit 0"}.items():
        if text is not None:
            (folder / name).write_text(f"#!/bin/sh\n{text}\n")
            (folder / name).chmod(0o755)
    path = os.pathsep.join([str(folder), "/usr/bin", "/bin"])
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PATH": path}
    words = [sys.executable, "-c", ASK_SLURM]
    process = subprocess.run(
        words, check=True, env=environment, capture_output=True, text=True, timeout=100, cwd=folder
    )
    return process.stdout, process.stderr


def test_slurm_is_asked_for_what_was_said(tmp_path):
    told, _ = asked_of_slurm(tmp_path, f'cat "$1" >> {tmp_path}/jobs; echo Submitted batch job 17')
    assert told.split() == ["127.0.0.1"], "it listens where nobody asked for it"
    said = (tmp_path / "jobs").read_text()
    assert said.count("#!/") == 7
    for words in (
        "-p night",
        "-A lab",
        "-t 02:00:00",
        "--mem=3G",
        "--cpus-per-task=2",
        "--interface lo",
        "tcp://127.0.0.1",
        "--no-dashboard --dashboard-address 127.0.0.1:0",
        "export DASK_DISTRIBUTED__WORKER__HTTP__ROUTES=[]",
    ):
        assert words in said, said


@pytest.mark.parametrize(
    ("sbatch", "told"),
    [
        (None, "There is no SLURM on this computer"),
        ("echo invalid partition: night >&2; exit 1", "SLURM did not take the job: invalid partition: night"),
    ],
)
def test_what_slurm_refuses_is_told_in_a_sentence(tmp_path, sbatch, told):
    if sbatch is None and shutil.which("sbatch", path="/usr/bin:/bin"):
        pytest.skip("there is SLURM on this computer")
    said, shown = asked_of_slurm(tmp_path, sbatch)
    assert said.startswith(told)
    assert "Traceback" not in shown


def test_a_scheduler_that_does_not_answer_is_named():
    code = """
from au_studio.jobs import cluster_options
cluster_options.CONNECT_SECONDS = 0.5
try:
    with cluster_options.connected(cluster_options.ClusterOptions("tcp://127.0.0.1:9"), 1, 1):
        print("connected")
except cluster_options.ClusterError as error:
    print(error)
"""
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    told = subprocess.run(
        [sys.executable, "-c", code], check=True, env=environment, capture_output=True, text=True
    ).stdout
    assert told.startswith("The scheduler tcp://127.0.0.1:9 does not answer. Check the address")


def test_a_recording_stays_where_it_is_unless_a_much_quicker_worker_is_free():
    speeds = {"slow": 20.0, "usual": 70.0, "quick": 75.0}
    assert choose_worker("usual", ["quick", "usual"], speeds) == "usual"
    assert choose_worker("slow", ["slow", "quick"], speeds) == "quick"
    assert choose_worker("gone", ["slow", "quick"], speeds) == "quick"
    assert choose_worker("", ["slow", "new"], speeds) == "new"


class HeldClient:
    """A client of a cluster whose workers are said, and whose stretches end when they are told to."""

    def __init__(self, *workers):
        self.workers = set(workers)

    def nthreads(self):
        return dict.fromkeys(self.workers, 1)

    def scheduler_info(self, n_workers=5):
        # What distributed keeps of it is refreshed behind the back of whoever asks, without the workers.
        return {"workers": {}}


def test_workers_are_gone_when_the_scheduler_has_lost_them_and_not_before(tmp_path):
    said, client = [], HeldClient("one", "two")
    told = SimpleNamespace(log=lambda text: None, say=said.append)
    conductor = Conductor(client, SimpleNamespace(record=told, console=told), 60)
    assert conductor._free_workers() == ["one", "two"]
    assert conductor._free_workers() == ["one", "two"]
    assert said == []
    client.workers.remove("two")
    assert conductor._free_workers() == ["one"]
    assert said == ["The worker two has gone."]


@pytest.mark.parametrize(("lead", "seconds"), [(0.0, 60.0), (0.5, 60.0), (3.0, 150.0), (90.0, 600.0)])
def test_stretches_are_long_enough_to_be_worth_the_taking_up(lead, seconds):
    conductor = Conductor(None, None, 60)
    assert conductor._seconds_for(_Chain(0, lead=lead)) == seconds


def test_a_stretch_tells_how_long_taking_up_took_without_the_loading_of_libraries(monkeypatch):
    now = [0.0]
    monkeypatch.setattr("au_studio.jobs.stretch.time.monotonic", lambda: now[0])
    control = _StretchControl(10)
    now[0] = 40.0  # PyTorch is imported
    control.take_up()
    now[0] = 42.0
    control.hear(Progress(0, 100, ""))
    now[0] = 43.0
    control.hear(Progress(16, 100, ""))
    assert not control.should_stop()
    now[0] = 53.0
    assert control.should_stop()
    assert control.result(0.0, finished=False)["lead"] == 3.0
