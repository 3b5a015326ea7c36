"""A copied study is whole, at home in its new place, and appears only then."""

from __future__ import annotations

import shutil

import pytest

from au_studio.study.errors import StudyExistsError, StudyWriteError
from au_studio.study.study import Study


def test_a_copy_is_whole_and_finds_its_videos(study, recording, coder, tmp_path):
    study.rate(coder.id, recording.id, 40, 12, 3)
    (study.root / "models" / "m1.safetensors").write_bytes(b"weights")
    (study.root / "analysis" / "r1").mkdir()
    (study.root / "analysis" / "r1" / "faces.h5").write_bytes(b"faces")
    copy = study.save_as(tmp_path / "far" / "away" / "Copy")
    study.rate(coder.id, recording.id, 80, 12, 3)
    with Study.open(copy) as other:
        assert other.name == "Copy"
        assert len(other.ratings()) == 1
        assert other.locate(other.recordings()[0]) == study.locate(recording)
        assert other.recordings()[0].relative_path == "../../../videos/session.mp4"
        assert (other.root / "models" / "m1.safetensors").read_bytes() == b"weights"
        assert (other.root / "analysis" / "r1" / "faces.h5").read_bytes() == b"faces"
    with pytest.raises(StudyExistsError):
        study.save_as(copy)
    assert study.name == "Smiles of 2026"


def test_a_copy_knows_what_its_models_learned_from_and_has_no_unfinished_jobs(study, tmp_path):
    (study.root / "models" / "done.safetensors").write_bytes(b"weights")
    (study.root / "jobs" / "half").mkdir(parents=True)
    for name in ("done", "half", "analyse-r1-done"):
        (study.root / "jobs" / f"{name}.json").write_text(f'"{name}"')
    jobs = study.save_as(tmp_path / "Copy") / "jobs"
    assert [path.name for path in jobs.iterdir()] == ["done.json"]
    assert (jobs / "done.json").read_text() == '"done"'


def test_a_copy_that_fails_half_way_leaves_nothing_and_says_where(study, tmp_path, monkeypatch):
    def full_disk(*_paths, **_options):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copytree", full_disk)
    place = tmp_path / "elsewhere"
    place.mkdir()
    with pytest.raises(StudyWriteError, match=r"Copy\.austudio"):
        study.save_as(place / "Copy")
    assert list(place.iterdir()) == []
