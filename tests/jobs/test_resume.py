"""Jobs whose process is killed go on where they were."""

import signal
import subprocess
import sys

import numpy as np
import pytest
from drawn import moving_face, write_video

from au_studio.jobs.control import Control
from au_studio.jobs.job import FinetuneJob, LabelledRecording, PretrainJob, RatedCell, save_job
from au_studio.jobs.places import state_folder
from au_studio.jobs.protocol import Metric, Progress, parse
from au_studio.jobs.run import execute
from au_studio.nn.checkpoint import load_checkpoint
from au_studio.video.index import index_video

KILL = getattr(signal, "SIGKILL", signal.SIGTERM)


def run_until(file, moment) -> int:
    """Run a job file as the window does, kill it when `moment` says so, and return its exit code."""
    command = [sys.executable, "-m", "au_studio.jobs", str(file)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, text=True) as process:
        for line in process.stdout:
            if moment(parse(line)):
                process.send_signal(KILL)
                break
        process.stdin.close()
        return process.wait()


@pytest.fixture(scope="module")
def video(tmp_path_factory):
    return write_video(tmp_path_factory.mktemp("v") / "face.mp4", moving_face(48))


def weights(path):
    return {name: value.numpy() for name, value in load_checkpoint(path)[0].state_dict().items()}


def test_a_fine_tuning_that_is_killed_goes_on_and_ends_as_an_undisturbed_one(tmp_path, video, model_path):
    pts = index_video(video).pts
    ratings = tuple(RatedCell(int(pts[t]), 25, t % 6) for t in range(2, 48, 4))
    recordings = tuple(
        LabelledRecording(str(video), None, str(tmp_path / person), person, person, ratings)
        for person in "PQ"
    )
    settings = {"steps": 6, "rows": 2, "window": 4, "evaluations": 3, "folds": 0}
    job = FinetuneJob(str(model_path), str(tmp_path / "a" / "m.safetensors"), "m", recordings, 3, settings)
    file = tmp_path / "jobs" / "m.json"
    save_job(job, file)
    assert run_until(file, lambda e: isinstance(e, Progress) and e.total == 6 and e.done >= 5) != 0
    assert state_folder(file).is_dir()
    heard = []

    def hear(event):
        if isinstance(event, Progress) and event.total:
            heard.append(event)

    execute(job, hear, Control(state_folder(file)))
    assert {event.part for event in heard} == {"looking", "learning"}, "nothing had to be cut again"
    assert next(event for event in heard if event.part == "learning").done > 2
    other = FinetuneJob.from_json({**job.to_json(), "output": str(tmp_path / "b" / "m.safetensors")})
    execute(other, lambda event: None, Control())
    for name, value in weights(tmp_path / "b" / "m.safetensors").items():
        np.testing.assert_allclose(weights(tmp_path / "a" / "m.safetensors")[name], value, atol=2e-5)


def test_an_adaptation_goes_on_after_a_pause_with_the_crops_that_were_cut(tmp_path, video, model_path):
    settings = {"objective": "future", "steps": 4, "rows": 2, "blocks": 4, "predicted": 1, "stride": 1}
    job = PretrainJob(
        videos=(str(video),),
        output=str(tmp_path / "a.safetensors"),
        name="a",
        crops=(str(tmp_path / "crops"),),
        model=str(model_path),
        settings=settings,
    )
    control = Control(tmp_path / "state")

    def pause(event):
        if isinstance(event, Metric) and event.step == 2:
            control.pause()

    with pytest.raises(Exception, match="paused"):
        execute(job, pause, control)
    assert not (tmp_path / "a.safetensors").exists()
    events = []
    execute(job, events.append, Control(tmp_path / "state"))
    assert [e.done for e in events if isinstance(e, Progress)] == [3, 4]
    other = PretrainJob.from_json({**job.to_json(), "output": str(tmp_path / "b.safetensors")})
    execute(other, lambda event: None, Control())
    for name, value in weights(tmp_path / "b.safetensors").items():
        np.testing.assert_allclose(weights(tmp_path / "a.safetensors")[name], value, atol=1e-5)
