"""What a model has learned before is not held out by any fold."""

from __future__ import annotations

import pytest

from au_studio.analysis.models import ModelEntry
from au_studio.coding.session import SampleFrame
from au_studio.jobs.job import FinetuneJob, LabelledRecording, PretrainJob, RatedCell, save_job
from au_studio.jobs.learned_ratings import TrainingLabels, seen_before, training_labels
from au_studio.study.study import Study


@pytest.mark.parametrize(
    ("learned", "unknown", "said"),
    [
        ([("a.mp4", 1), ("a.mp4", 99)], False, "ratings of 1 of these 2 frames"),
        ([("b.mp4", 7)], False, "other frames of the same persons"),
        ([("c.mp4", 1)], False, ""),
        ([], True, "no longer on record"),
        ([], False, ""),
    ],
)
def test_what_the_model_before_has_learned_limits_what_is_held_out(
    study, add_recording, learned, unknown, said
):
    coder = study.add_coder("AB")
    persons = {"a.mp4": "P1", "b.mp4": "P1", "c.mp4": "P2"}
    recordings = {name: add_recording(name, person) for name, person in persons.items()}
    for pts in (1, 2):
        study.rate(coder.id, recordings["a.mp4"].id, pts, 12, 3)
    frames = frozenset(SampleFrame(recordings[name].id, pts) for name, pts in learned)
    text = seen_before(TrainingLabels(frames, unknown), study.ratings(coder.id), study.recordings())
    assert said in text
    assert bool(said) is bool(text)


def test_a_model_that_was_adapted_before_has_seen_who_is_held_out(study, add_recording):
    coder, recording = study.add_coder("AB"), add_recording("a.mp4")
    study.rate(coder.id, recording.id, 1, 12, 3)
    models = []
    for name, kind, parent in (
        ("adapted", "stage 1 (contrastive, no labels)", "base"),
        ("tuned", "fine-tuned", "adapted"),
    ):
        study.model_path(name).write_bytes(b"weights")
        if name == "adapted":
            job = PretrainJob(("a.mp4",), str(study.model_path(name)), name)
            save_job(job, study.path / "jobs" / "adapted.json")
        card = {"training": {"kind": kind}, "sha256": name, "parent": parent}
        models.append(ModelEntry(name, name, study.model_path(name), card))
    models.append(ModelEntry("base", "base", study.path.parent / "base", {"sha256": "base"}))
    found = [training_labels(study.path, model, models) for model in models]
    assert [labels.adapted for labels in found] == [True, True, False]
    ratings, recordings = study.ratings(coder.id), study.recordings()
    assert "adapted, without ratings, to recordings of this study" in seen_before(
        found[0], ratings, recordings
    )
    assert seen_before(found[2], ratings, recordings) == ""
    assert seen_before(found[0], [], recordings) == ""


def test_a_study_saved_as_another_still_knows_which_frames_trained_its_models(study, add_recording, tmp_path):
    recording = add_recording("a.mp4")
    study.model_path("tuned").write_bytes(b"weights")
    labelled = LabelledRecording("a.mp4", None, "windows", "P1", recording.id, (RatedCell(40, 12, 3),))
    job = FinetuneJob("base", str(study.model_path("tuned")), "Tuned", (labelled,))
    save_job(job, study.path / "jobs" / "tuned.json")
    with Study.open(study.save_as(tmp_path / "Named")) as copy:
        card = {"training": {"kind": "fine-tuned", "labels_hash": "x"}}
        model = ModelEntry("tuned", "Tuned", copy.model_path("tuned"), card)
        found = training_labels(copy.path, model, (model,))
    assert found == TrainingLabels(frozenset({SampleFrame(recording.id, 40)}))
