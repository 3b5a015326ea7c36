"""A disk that fills up during an analysis or a training: one sentence, exit 1, and nothing half-written."""

from __future__ import annotations

import dataclasses

import pytest
import torch
from drawn import write_model

from au_studio.analysis import kept_parts
from au_studio.analysis.store import load_analysis
from au_studio.analysis.tracks import load_tracks
from au_studio.files import WriteError
from au_studio.jobs.control import Control
from au_studio.jobs.job import AnalyzeJob
from au_studio.jobs.protocol import Failed
from au_studio.jobs.run import EXIT_FAILED, EXIT_OK, run_job
from au_studio.learn.resume import Reached, save_state
from au_studio.nn.checkpoint import load_checkpoint


@pytest.fixture
def job_on(face_video, model_path):
    """Return the job that writes everything into a folder."""

    def make(folder):
        return AnalyzeJob(
            video=str(face_video),
            model=str(model_path),
            tracks=str(folder / "clip.faces.h5"),
            output_h5=str(folder / "clip.h5"),
            output_csv=str(folder / "clip.csv"),
            device="cpu",
        )

    return make


@pytest.mark.parametrize("kilobytes", [8, 40, 96, 120])
def test_an_analysis(kilobytes, small_disk, job_on, monkeypatch):
    monkeypatch.setattr(kept_parts, "SAVE_SECONDS", 0.0)  # a part after every batch
    folder = small_disk(kilobytes)
    events = []
    assert run_job(job_on(folder), events.append, Control()) == EXIT_FAILED
    error = events[-1]
    assert isinstance(error, Failed)
    assert "could not be written: no space left on device." in error.message
    assert not any(word in error.message for word in ("HDF5", "h5py", "errno", "Unable"))
    assert "Free some space" in error.next_step
    assert not list(folder.rglob(".*")), "half-written files are left"
    for path in folder.rglob("clip.h5"):
        load_analysis(path)
    for path in folder.rglob("clip.faces.h5"):
        load_tracks(path)


def test_a_table_never_stands_without_its_sidecar(small_disk, job_on, tmp_path):
    formats = ("openface", "tidy", "events", "summary", "elan")
    job = dataclasses.replace(job_on(tmp_path), tracks=None, formats=formats, reuse=True)
    assert run_job(job, lambda _: None, Control()) == EXIT_OK
    stored = (tmp_path / "clip.h5").read_bytes()
    sizes = sorted(path.stat().st_size for path in tmp_path.glob("clip*.*") if path.suffix != ".h5")
    folder = small_disk((len(stored) + sum(sizes)) // 1000 - 2)
    (folder / "clip.h5").write_bytes(stored)
    there = dataclasses.replace(job_on(folder), tracks=None, formats=formats, reuse=True)
    assert run_job(there, lambda _: None, Control()) == EXIT_FAILED
    assert [path.name for path in folder.iterdir()] == ["clip.h5"]


def test_an_earlier_analysis_stays(small_disk, job_on, tmp_path):
    assert run_job(dataclasses.replace(job_on(tmp_path), tracks=None), lambda _: None, Control()) == EXIT_OK
    earlier = (tmp_path / "clip.h5").read_bytes()
    folder = small_disk(len(earlier) // 1000 + 8)
    (folder / "clip.h5").write_bytes(earlier)
    (folder / "rest").write_bytes(bytes(4000))
    assert run_job(job_on(folder), lambda _: None, Control()) == EXIT_FAILED
    assert (folder / "clip.h5").read_bytes() == earlier


def test_the_state_of_a_training(small_disk, tmp_path):
    model, _ = load_checkpoint(write_model(tmp_path / "model.safetensors"), torch.device("cpu"))
    optimizer = torch.optim.AdamW(model.parameters())
    folder = small_disk(64)
    (folder / "run0.safetensors").write_bytes(b"earlier")
    with pytest.raises(WriteError, match="no space left on device"):
        save_state(folder / "run0.safetensors", model, optimizer, Reached(3), "about")
    assert [path.name for path in folder.iterdir()] == ["run0.safetensors"]
    assert (folder / "run0.safetensors").read_bytes() == b"earlier"
