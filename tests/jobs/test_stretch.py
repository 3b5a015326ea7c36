"""A stretch of an analysis on a worker reads the recording as the job says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import av
import pytest

from au_studio.analysis.estimators import load_estimator
from au_studio.jobs import analyze, stretch
from au_studio.jobs.job import AnalyzeJob
from au_studio.nn import engine


@pytest.fixture
def two_films(tmp_path):
    path = tmp_path / "two.mkv"
    with av.open(str(path), "w") as file:
        streams = [file.add_stream("mpeg4", rate=25) for _ in range(2)]
        for stream in streams:
            stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for number in range(12):
            for stream in streams[: 2 if number < 8 else 1]:
                picture = av.VideoFrame(64, 48, "yuv420p")
                picture.pts = number
                file.mux(stream.encode(picture))
        for stream in streams:
            file.mux(stream.encode())
    return path


@pytest.mark.parametrize(("number", "n_frames"), [(None, 12), (0, 12), (1, 8)])
def test_the_chosen_stream_is_the_one_that_is_analysed(two_films, monkeypatch, number, n_frames):
    seen = []
    monkeypatch.setattr(analyze, "run", lambda job, report, control, *, index: seen.append(index) or {})
    job = AnalyzeJob(video=str(two_films), model="m", stream=number)
    result = stretch.run_stretch(job.to_json(), 10.0, stretch.__version__)
    assert result["error"] is None
    (index,) = seen
    assert (index.n_frames, index.options.stream) == (n_frames, number)


@pytest.mark.parametrize("alike", [False, True])
def test_processors_that_may_differ_compute_in_32_bits(two_films, monkeypatch, alike):
    monkeypatch.delenv(engine.NO_EIGHT_BITS)
    seen = []
    monkeypatch.setattr(analyze, "run", lambda *_, **__: seen.append(engine.may_use_eight_bits()) or {})
    monkeypatch.setattr(stretch.os, "environ", dict(stretch.os.environ))
    job = AnalyzeJob(video=str(two_films), model="m")
    assert stretch.run_stretch(job.to_json(), 10.0, stretch.__version__, alike)["error"] is None
    assert seen == [not alike]


def test_a_worker_loads_no_torch_for_what_can_do_without(two_films, model_path, tmp_path):
    pytest.importorskip("onnxruntime", reason="ONNX Runtime is not installed")
    load_estimator(model_path, "cpu")  # makes its quick network, with torch
    job = AnalyzeJob(
        video=str(two_films), model=str(model_path), device="cpu", output_h5=str(tmp_path / "a.h5")
    )
    code = f"""
import sys
from au_studio.jobs.stretch import __version__, run_stretch
result = run_stretch({job.to_json()!r}, 10.0, __version__)
assert result["finished"] and result["error"] is None, result
sys.exit("torch" in sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
