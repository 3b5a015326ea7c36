"""A comparison reads the study by itself, and knows which frames a model has learned from."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from au_studio.agreement.comparison import ComparisonRequest, compare
from au_studio.agreement.raters import Rater
from au_studio.agreement.table_file import HEADER, write_agreement
from au_studio.agreement.tables import Disagreement
from au_studio.analysis.models import ModelEntry
from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import save_analysis
from au_studio.coding.session import SampleFrame
from au_studio.jobs.job import FinetuneJob, LabelledRecording, RatedCell, save_job
from au_studio.study.ratings import RatingInput
from au_studio.study.study import Study

PTS = tuple(range(0, 800, 40))
FIRST = [n % 5 for n in range(20)]
SECOND = [min(n % 5 + (n % 3 == 0), 5) for n in range(20)]


@pytest.fixture
def study(tmp_path: Path):
    """Two coders rated AU12 in twenty frames of a recording; the video itself is of no use here."""
    with Study.create(tmp_path / "Smiles.austudio", "Smiles") as made:
        video = tmp_path / "one.mp4"
        video.write_bytes(b"not decoded here")
        recording = made.add_recording(
            video, duration=0.8, n_frames=20, content_hash="hash of one", person="P1"
        )
        for name, values in (("AB", FIRST), ("CD", SECOND)):
            coder = made.add_coder(name)
            made.rate_many(
                coder.id, [RatingInput(recording.id, p, 12, v) for p, v in zip(PTS, values, strict=True)]
            )
        yield made


@pytest.fixture
def model(study: Study) -> ModelEntry:
    """A model of the study with a stored analysis: a quarter of a step above the first coder; the first
    five frames are without a face."""
    recording = study.recordings()[0]
    values = np.zeros((20, 2), dtype=np.float32)
    values[:, 1] = np.array(FIRST) + 0.25
    values[:5] = np.nan
    success = ~np.isnan(values[:, 1])
    save_analysis(
        study.analysis_path(recording.id, "tuned"),
        RecordingAnalysis(
            aus=(1, 12),
            pts=np.array(PTS),
            times=np.array(PTS) / 1000,
            intensities=values,
            confidence=success.astype(np.float32),
            success=success,
            person=np.where(success, 0, -1).astype(np.int16),
            boxes=np.zeros((20, 4), dtype=np.float32),
        ),
    )
    path = study.model_path("tuned")
    return ModelEntry("tuned", "Tuned", path, {"training": {"kind": "fine-tuned", "labels_hash": "x"}})


def request(study: Study, second: Rater, model: ModelEntry | None = None, **options) -> ComparisonRequest:
    coder = study.coders()[0]
    first = Rater("coder", coder.id, coder.name)
    return ComparisonRequest(study.path, first, second, (model,) if model else (), **options)


def trained_on(study: Study, model: ModelEntry, pts: tuple[int, ...]) -> None:
    recording = study.recordings()[0]
    labelled = LabelledRecording(
        video="one.mp4",
        tracks=None,
        crops="windows.h5",
        group="P1",
        recording_id=recording.id,
        ratings=tuple(RatedCell(p, 12, 1) for p in pts),
    )
    job = FinetuneJob(model="base", output=str(model.path), name="Tuned", recordings=(labelled,))
    save_job(job, study.path / "jobs" / f"{model.id}.json")


AS_MODEL = Rater("model", "tuned", "Tuned")


def other_coder(study: Study) -> Rater:
    coder = study.coders()[1]
    return Rater("coder", coder.id, coder.name)


def test_two_coders_are_compared_on_what_both_rated(study):
    found = compare(request(study, other_coder(study)))
    assert (found.n_frames, found.persons, found.unnamed, found.warnings) == (20, 1, 0, ())
    for recording in study.recordings():
        study.set_person(recording.id, None)
    nobody = compare(request(study, other_coder(study)))
    assert (nobody.persons, nobody.unnamed) == (1, 1)
    assert [row.au for row in found.rows] == [12, None]
    assert found.rows[0].mae.value == pytest.approx(np.abs(np.subtract(FIRST, SECOND)).mean())
    assert len(found.disagreements) == sum(a != b for a, b in zip(FIRST, SECOND, strict=True))


def test_what_only_one_coder_could_code_is_listed_and_not_in_the_figures(study):
    (recording, *_), (first, second, *_) = study.recordings(), study.coders()
    study.rate(second.id, recording.id, PTS[3], 12, None, code=72)
    for coder in (first, second):
        study.rate(coder.id, recording.id, PTS[5], 12, None)
    found = compare(request(study, other_coder(study)))
    assert found.n_frames == 18
    kept = [n for n in range(len(FIRST)) if n not in {3, 5}]
    differ = np.abs(np.subtract(FIRST, SECOND))[kept]
    assert found.rows[0].mae.value == pytest.approx(differ.mean())
    assert found.warnings[0].startswith("Once only one of the two could code")
    frame = SampleFrame(recording.id, PTS[3])
    assert found.disagreements[-1] == Disagreement(frame, 12, float(FIRST[3]), None)
    assert len(found.disagreements) == np.count_nonzero(differ) + 1
    assert found.to_neither == ((SampleFrame(recording.id, PTS[5]), 12),)


def test_codability_in_recordings_that_were_removed_does_not_count(study):
    recording, second = study.recordings()[0], study.coders()[1]
    study.rate(second.id, recording.id, PTS[3], 12, None)
    study.remove_recording(recording.id)
    found = compare(request(study, other_coder(study)))
    assert (found.disagreements, found.to_neither, found.warnings) == ((), (), ())


def test_a_model_is_compared_where_it_saw_the_face(study, model):
    found = compare(request(study, AS_MODEL, model))
    assert found.n_frames == 15
    assert found.rows[0].mae.value == pytest.approx(0.25)
    assert found.rows[0].icc_consistency.value == pytest.approx(1.0)


def test_times_come_from_an_analysis_when_the_video_cannot_be_read(study, model):
    found = compare(request(study, other_coder(study), model))
    assert {round(found.seconds[d.frame] * 1000) for d in found.disagreements} == {
        d.frame.pts for d in found.disagreements
    }


def test_a_model_without_the_record_of_its_training_is_called_unknown(study, model):
    (warning,) = compare(request(study, AS_MODEL, model)).warnings
    assert "cannot be known" in warning


def test_a_model_trained_on_these_frames_is_not_called_held_out(study, model):
    trained_on(study, model, PTS)
    found = compare(request(study, AS_MODEL, model, with_trained=True))
    assert (found.trained, found.n_frames) == (15, 15)
    assert "Not held out" in found.warnings[0]
    assert "these very frames" in found.warnings[0]


def test_frames_that_trained_the_model_are_left_out_unless_asked_for(study, model):
    trained_on(study, model, PTS[:10])
    found = compare(request(study, AS_MODEL, model))
    assert found.n_frames == 10
    assert min(frame.pts for frame in found.paired.frames) == PTS[10]
    assert "left out" in found.warnings[0]
    found = compare(request(study, AS_MODEL, model, with_trained=True))
    assert found.n_frames == 15
    assert "5 of these 15 frames" in found.warnings[0]


def test_a_model_trained_on_everything_has_no_figures_and_says_why(study, model):
    trained_on(study, model, PTS)
    found = compare(request(study, AS_MODEL, model))
    assert (found.n_frames, found.rows, found.disagreements) == (0, (), ())
    assert found.warnings[0].startswith("Nothing is held out: all 15 rated frames")


def test_what_trained_a_models_parent_counts_too(study, model, tmp_path):
    trained_on(study, model, PTS)
    parent = ModelEntry("tuned", "Tuned", model.path, {**model.card, "sha256": "p"})
    child = ModelEntry(
        "child", "Child", study.model_path("child"), {"parent": "p", "training": {"kind": "x"}}
    )
    stored = study.analysis_path(study.recordings()[0].id, "child")
    stored.write_bytes(study.analysis_path(study.recordings()[0].id, "tuned").read_bytes())
    coder = study.coders()[0]
    first = Rater("coder", coder.id, coder.name)
    found = compare(ComparisonRequest(study.path, first, Rater("model", "child", "Child"), (parent, child)))
    assert found.trained == 15


def test_a_model_from_outside_the_study_needs_no_warning(study, model, tmp_path):
    shipped = ModelEntry("tuned", "Base", tmp_path / "elsewhere.safetensors", {})
    assert compare(request(study, AS_MODEL, shipped)).warnings == ()


def test_recordings_that_the_model_has_not_analysed_are_named(study, model):
    study.analysis_path(study.recordings()[0].id, "tuned").unlink()
    found = compare(request(study, AS_MODEL, model))
    assert found.rows == ()
    assert any("has not analysed one" in warning for warning in found.warnings)


def test_the_table_is_written_with_a_sidecar_that_says_how(study, model, tmp_path):
    trained_on(study, model, PTS)
    found = compare(request(study, AS_MODEL, model, with_trained=True))
    table, beside = write_agreement(tmp_path / "agreement.csv", found, study.name)
    with table.open(newline="", encoding="utf-8") as stream:
        rows = list(csv.reader(stream))
    assert tuple(rows[0]) == HEADER
    assert [row[0] for row in rows[1:]] == ["AU12", "mean"]
    assert float(rows[1][HEADER.index("mae")]) == pytest.approx(0.25)
    content = json.loads(beside.read_text(encoding="utf-8"))
    assert [rater["name"] for rater in content["raters"]] == ["AB", "Tuned"]
    assert content["frames_that_trained_the_model"] == 15
    assert content["training_frames_left_out"] is False
    assert "Not held out" in content["warnings"][0]


def test_an_undefined_figure_is_an_empty_cell_with_its_reason(study, tmp_path):
    recording, (one, other) = study.recordings()[0], study.coders()
    for coder in (one, other):
        study.rate_many(coder.id, [RatingInput(recording.id, p, 20, 0) for p in PTS])
    table, _ = write_agreement(tmp_path / "a.csv", compare(request(study, other_coder(study))), "Smiles")
    with table.open(newline="", encoding="utf-8") as stream:
        row = next(row for row in csv.DictReader(stream) if row["au"] == "AU20")
    assert row["icc_3_1"] == row["facs_index"] == ""
    assert row["exact_agreement"] == "1.0000"
    assert "never varies" in row["notes"]
