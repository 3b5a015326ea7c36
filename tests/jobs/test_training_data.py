from __future__ import annotations

from pathlib import Path

import pytest
from made_tracks import store_tracks

from au_studio.analysis.tracks import write_tracks
from au_studio.coding.rated_person import (
    leave_name_with_ratings,
    note_rated_person,
    other_person_rated,
    person_read,
)
from au_studio.errors import AUStudioError
from au_studio.facs.action_units import DISFA_AUS
from au_studio.jobs.training_data import build_job, new_model_id, summarise


def test_counts_are_per_action_unit_and_not_codable_does_not_train(study, add_recording):
    coder, recording = study.add_coder("AB"), add_recording("a.mp4")
    for pts, value in enumerate([0, 0, 3, None]):
        study.rate(coder.id, recording.id, pts, 12, value)
    summary = summarise(study.ratings(coder.id), study.recordings(), DISFA_AUS)
    twelve = next(count for count in summary.counts if count.au == 12)
    assert (twelve.rated, twelve.present, twelve.not_codable) == (3, 1, 1)
    assert (summary.frames, summary.ratings, summary.recordings, summary.groups) == (3, 3, 1, 1)


def test_recordings_of_one_person_are_one_group(study, add_recording):
    coder = study.add_coder("AB")
    for name, person in (("a.mp4", "P1"), ("b.mp4", "P1"), ("c.mp4", None)):
        study.rate(coder.id, add_recording(name, person).id, 1, 12, 2)
    summary = summarise(study.ratings(coder.id), study.recordings(), DISFA_AUS)
    assert (summary.recordings, summary.groups) == (3, 2)


def test_unnamed_recordings_are_not_counted_as_persons_without_a_word(study, add_recording):
    coder = study.add_coder("AB")
    alone = add_recording("a.mp4")
    study.rate(coder.id, alone.id, 1, 12, 2)

    def summary():
        return summarise(study.ratings(coder.id), study.recordings(), DISFA_AUS)

    assert summary().caution() == "", "within one recording nobody else is held out"
    study.rate(coder.id, add_recording("b.mp4", "P1").id, 1, 12, 2)
    assert summary().unnamed == 1
    assert "Nobody has said who is in 1 of the 2 rated recordings." in summary().caution()
    assert "Recording > Persons and conditions" in summary().caution()
    study.set_person(alone.id, "P2")
    assert (summary().unnamed, summary().caution()) == (0, "")


def test_too_few_ratings_are_warned_of_in_words(study, add_recording):
    coder, recording = study.add_coder("AB"), add_recording("a.mp4")
    assert "no ratings by this coder yet" in summarise([], study.recordings(), DISFA_AUS).warnings()[0]
    for pts in range(10):
        study.rate(coder.id, recording.id, pts, 12, pts % 3)
        study.rate(coder.id, recording.id, pts, 4, 0)
    text = " ".join(summarise(study.ratings(coder.id), study.recordings(), DISFA_AUS).warnings())
    assert "Only 10 frames are rated" in text
    assert "AU04, AU12: there (1 to 5) in fewer than" in text
    assert "AU01, AU02" in text
    assert "blocks of time are held out" in text


def test_units_that_the_model_does_not_read_are_learned_only_when_they_are_there_often_enough(
    study, add_recording
):
    coder, recording = study.add_coder("AB"), add_recording("a.mp4")
    for pts in range(40):
        study.rate(coder.id, recording.id, pts, 12, pts % 3)
        study.rate(coder.id, recording.id, pts, 7, pts % 2)
        study.rate(coder.id, recording.id, pts, 14, int(pts < 3))
    summary = summarise(study.ratings(coder.id), study.recordings(), (12,))
    assert [(count.au, count.present, count.known) for count in summary.counts] == [
        (7, 20, False), (12, 26, True), (14, 3, False),
    ]  # fmt: skip
    text = " ".join(summary.warnings())
    assert "AU07: not read by the model to start from, so learned" in text
    assert "AU14: not read by the model to start from, and there" in text


def test_the_job_carries_everything_and_needs_the_study_no_more(study, add_recording):
    coder, other = study.add_coder("AB"), study.add_coder("CD")
    recording = add_recording("a.mp4", "P1")
    study.rate(coder.id, recording.id, 5, 12, 3)
    study.rate(coder.id, recording.id, 6, 12, None)
    study.rate(coder.id, recording.id, 7, 12, 1, unsure=True)
    study.rate(other.id, recording.id, 5, 12, 0)
    job = build_job(study, coder.id, base="/m/base.safetensors", name="Ours", use_unsure=True, seed=3)
    (labelled,) = job.recordings
    assert Path(labelled.video).is_absolute()
    assert (labelled.group, labelled.recording_id, labelled.tracks) == ("P1", recording.id, None)
    assert [(r.pts, r.au, r.value) for r in labelled.ratings] == [(5, 12, 3), (6, 12, None), (7, 12, 1)]
    assert Path(job.output).parent == study.path / "models"
    sure = build_job(study, coder.id, base="/m/base.safetensors", name="Ours", use_unsure=False, seed=3)
    assert [r.pts for r in sure.recordings[0].ratings] == [5, 6]
    assert sure.labels_hash != job.labels_hash


def test_faces_that_another_backend_tracked_do_not_train(study, add_recording):
    coder, recording = study.add_coder("AB"), add_recording("a.mp4")
    study.rate(coder.id, recording.id, 5, 12, 3)
    tracks = study.tracks_path(recording.id)
    with write_tracks(tracks, backend="mediapipe", n_landmarks=468, video_hash="a.mp4"):
        pass

    def job(backend: str):
        return build_job(study, coder.id, base="b", name="x", use_unsure=True, seed=0, backend=backend)

    assert (job("mediapipe").backend, job("mediapipe").recordings[0].tracks) == ("mediapipe", str(tracks))
    other = job("face-alignment")
    assert (other.backend, other.recordings[0].tracks) == ("face-alignment", None)
    study.set_target_person(recording.id, 1)
    assert job("mediapipe").recordings[0].target_person == 1
    # The person is a number in the tracks: faces that are found anew may be numbered differently.
    with pytest.raises(AUStudioError, match=r"a\.mp4 .* found by mediapipe"):
        job("face-alignment")


def test_ratings_of_one_person_do_not_train_on_the_face_of_another(study, add_recording):
    coder, recording = study.add_coder("AB"), add_recording("a.mp4")
    study.set_target_person(recording.id, 0)
    study.rate(coder.id, recording.id, 5, 12, 3)

    def job():
        return build_job(study, coder.id, base="b", name="x", use_unsure=True, seed=0)

    def read(person: int) -> None:
        note_rated_person(study, recording.id, person)
        study.set_target_person(recording.id, person)

    read(1)
    with pytest.raises(AUStudioError, match=r"a\.mp4 are of person 1, and another"):
        job()
    read(0)
    assert job().recordings[0].target_person == 0
    read(1)
    read(2)
    assert other_person_rated(study, study.recording(recording.id)) == 0
    study.retract(coder.id, recording.id, 5, 12)
    read(2)
    study.rate(coder.id, recording.id, 5, 12, 1)
    assert job().recordings[0].target_person == 2, "nothing was left of the ratings of the first person"


def test_ratings_of_an_early_person_are_theirs_though_another_is_longer_in_the_recording(
    study, add_recording
):
    coder, recording = study.add_coder("AB"), add_recording("a.mp4")
    store_tracks(study.tracks_path(recording.id), [[(0, 0, 20, False)]] * 5 + [[(1, 60, 30, False)]] * 20)
    study.rate(coder.id, recording.id, 20, 12, 3)
    assert person_read(study, recording) == 1
    assert person_read(study, recording, {20}) == 0
    note_rated_person(study, recording.id, 1)
    study.set_target_person(recording.id, 1)
    assert other_person_rated(study, study.recording(recording.id)) == 0


def test_a_name_stays_with_the_face_that_was_rated_under_it(study, add_recording):
    coder, recording = study.add_coder("AB"), add_recording("a.mp4", "P01")

    def read(person: int) -> str | None:
        note_rated_person(study, recording.id, person)
        leave_name_with_ratings(study, recording.id, person)
        study.set_target_person(recording.id, person)
        return study.recording(recording.id).person

    assert read(0) == "P01"
    assert read(1) == "P01", "nothing was rated: it was the other one all along"
    study.rate(coder.id, recording.id, 5, 12, 3)
    assert read(0) is None
    study.set_person(recording.id, "therapist")
    assert read(1) == "P01"
    assert read(0) == "therapist"


def test_there_is_no_job_without_ratings(study, add_recording):
    add_recording("a.mp4")
    with pytest.raises(AUStudioError, match="no ratings"):
        build_job(study, study.add_coder("AB").id, base="b", name="x", use_unsure=True, seed=0)


def test_model_ids_suit_every_file_system_and_are_never_taken():
    first = new_model_id("Étude Nº 2 / AB", [])
    assert first.startswith("tude-n-2-ab-")
    assert new_model_id("Étude Nº 2 / AB", [first]) != first
