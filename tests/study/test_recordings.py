"""Recordings stay known wherever their videos go."""

from __future__ import annotations

import shutil

import pytest

from au_studio.errors import Stopped
from au_studio.study.errors import NotInStudyError, VideoMissingError
from au_studio.study.recordings import find_videos
from au_studio.study.study import Study
from au_studio.video.hashing import content_hash


def test_a_recording_refers_to_its_video_both_ways(study, add_video):
    recording = add_video("a.mp4", person="P01", condition="pain")
    assert recording.relative_path == "../videos/a.mp4"
    assert recording.absolute_path == study.root.parent / "videos" / "a.mp4"
    assert (recording.person, recording.condition, recording.target_person) == ("P01", "pain", None)
    assert recording.size == recording.absolute_path.stat().st_size
    assert study.recording(recording.id) == recording


def test_recordings_come_in_the_order_they_were_added(study, add_video):
    names = ["c.mp4", "a.mp4", "b.mp4"]
    for name in names:
        add_video(name)
    assert [r.name for r in study.recordings()] == names


def test_the_same_video_is_not_added_twice(study, add_video):
    first = add_video("a.mp4", b"same")
    assert add_video("copy of a.mp4", b"same") == first
    assert len(study.recordings()) == 1


def test_a_removed_recording_keeps_its_ratings_and_comes_back(study, add_video, coder):
    recording = add_video("a.mp4")
    study.rate(coder.id, recording.id, 40, 12, 2)
    study.remove_recording(recording.id)
    assert study.recordings() == []
    assert len(study.ratings(recording_id=recording.id)) == 1
    assert add_video("a.mp4") == recording
    assert study.recordings() == [recording]


def test_a_missing_video_cannot_be_added(study, tmp_path):
    with pytest.raises(VideoMissingError, match=r"gone\.mp4 does not exist"):
        study.add_recording(tmp_path / "gone.mp4", duration=1, n_frames=1, content_hash="x")


def test_study_and_videos_moved_together_are_found(study, recording, tmp_path):
    study.close()
    (tmp_path / "elsewhere").mkdir()
    shutil.move(study.root, tmp_path / "elsewhere" / study.root.name)
    shutil.move(tmp_path / "videos", tmp_path / "elsewhere" / "videos")
    with Study.open(tmp_path / "elsewhere" / study.root.name) as moved:
        assert moved.locate(recording) == tmp_path / "elsewhere" / "videos" / "session.mp4"


def test_a_study_moved_alone_still_finds_its_videos(study, recording, tmp_path):
    study.close()
    (tmp_path / "deep" / "er").mkdir(parents=True)
    shutil.move(study.root, tmp_path / "deep" / "er" / study.root.name)
    with Study.open(tmp_path / "deep" / "er" / study.root.name) as moved:
        assert moved.locate(recording) == recording.absolute_path


def test_a_moved_video_is_missed_until_it_is_found_by_its_contents(study, recording, tmp_path):
    new_place = tmp_path / "archive" / "renamed.mp4"
    new_place.parent.mkdir()
    shutil.move(recording.absolute_path, new_place)
    with pytest.raises(VideoMissingError, match=r"session\.mp4 is no longer at"):
        study.locate(recording)
    other = tmp_path / "archive" / "other.mp4"
    other.write_bytes(bytes(recording.size))
    (found,) = study.note_places(find_videos(tmp_path / "archive", study.without_video()))
    assert study.locate(found) == new_place


def test_a_moved_video_that_is_added_again_is_where_it_is_now(study, recording, coder, tmp_path):
    study.rate(coder.id, recording.id, 40, 12, 2)
    new_place = tmp_path / "archive" / "renamed.mp4"
    new_place.parent.mkdir()
    shutil.move(recording.absolute_path, new_place)
    again = study.add_recording(new_place, duration=40.0, n_frames=1000, content_hash=content_hash(new_place))
    assert (again.id, again.name) == (recording.id, "session.mp4")
    assert study.locate(again) == new_place
    assert again.relative_path == "../archive/renamed.mp4"
    assert study.recordings() == [again]


def test_a_folder_is_searched_for_moved_videos(study, add_video, tmp_path):
    moved, stays = add_video("a.mp4"), add_video("b.mp4")
    (tmp_path / "archive" / "2026").mkdir(parents=True)
    shutil.move(moved.absolute_path, tmp_path / "archive" / "2026" / "x.mp4")
    (tmp_path / "archive" / "same size.mp4").write_bytes(bytes(moved.size))
    found = study.note_places(find_videos(tmp_path / "archive", study.without_video()))
    assert [r.id for r in found] == [moved.id]
    assert study.locate(found[0]).name == "x.mp4"
    assert study.locate(stays) == stays.absolute_path


def test_a_search_can_be_stopped_and_touches_nothing(study, recording, tmp_path):
    shutil.move(recording.absolute_path, tmp_path / "x.mp4")
    (missing,) = study.without_video()
    with pytest.raises(Stopped):
        find_videos(tmp_path, [missing], lambda: True)
    assert find_videos(tmp_path, [missing]) == [(recording, tmp_path / "x.mp4")]
    assert study.without_video() == [missing]


def test_another_video_under_the_old_name_is_not_taken_for_it(study, recording):
    recording.absolute_path.write_bytes(b"another, longer or shorter video")
    with pytest.raises(VideoMissingError):
        study.locate(recording)


def test_the_target_person_and_names_of_persons(study, add_video):
    recording = add_video("interview.mp4", person="dyad 7")
    study.name_tracked_person(recording.id, 0, "patient")
    study.name_tracked_person(recording.id, 1, "therapist")
    assert study.tracked_persons(recording.id) == {0: "patient", 1: "therapist"}
    assert study.recording(recording.id).person == "dyad 7"
    study.set_target_person(recording.id, 1)
    assert study.recording(recording.id).target_person == 1
    assert study.recording(recording.id).person == "therapist"
    other, gone = add_video("other.mp4"), add_video("gone.mp4")
    study.remove_recording(gone.id)
    assert study.target_persons() == {recording.id: 1, other.id: None}
    study.name_tracked_person(recording.id, 1, None)
    assert study.recording(recording.id).person == "dyad 7"
    study.set_target_person(recording.id, None)
    assert study.recording(recording.id).target_person is None


def test_names_persons_and_conditions_can_be_changed(study, recording):
    study.rename_recording(recording.id, "Session 1")
    study.set_person(recording.id, "P02")
    study.set_condition(recording.id, "control")
    changed = study.recordings()[0]
    assert (changed.name, changed.person, changed.condition) == ("Session 1", "P02", "control")


def test_an_unknown_recording_is_said(study):
    with pytest.raises(NotInStudyError, match="no recording r0"):
        study.recording("r0")
    with pytest.raises(NotInStudyError):
        study.set_target_person("r0", 1)


def test_group_and_note_of_a_recording(study, recording):
    study.set_group(recording.id, "patients")
    study.set_recording_note(recording.id, " second visit ")
    changed = study.recording(recording.id)
    assert (changed.group, changed.note) == ("patients", "second visit")
    study.set_group(recording.id, None)
    assert study.recordings()[0].group is None


def test_videos_of_one_name_in_several_folders_get_names_of_their_own(study, tmp_path):
    videos = [
        tmp_path / name
        for name in ("P01/Session.mp4", "P02/Session.mp4", "P03/P02/Session.mp4", "P04/session.MP4")
    ]
    for video in videos:
        video.parent.mkdir(parents=True)
        video.write_text(str(video))
    added = [
        study.add_recording(video, duration=1.0, n_frames=25, content_hash=content_hash(video))
        for video in videos
    ]
    assert [r.name for r in added] == [
        "Session.mp4", "Session (P02).mp4", "Session (P02) 2.mp4", "session (P04).MP4",
    ]  # fmt: skip
    again = study.add_recording(videos[1], duration=1.0, n_frames=25, content_hash=content_hash(videos[1]))
    assert again.name == "Session (P02).mp4"
