"""The recordings of the open study: which are there, which is open, and whose face is read."""

from __future__ import annotations

import pytest

from au_studio.study.recording_list import Status


def test_the_first_video_is_opened_and_its_neighbours_can_be(sampled, qtbot):
    first, second = sampled.recordings()
    qtbot.waitUntil(lambda: sampled.current is not None, timeout=10_000)
    assert sampled.current.id == first.id
    sampled.open_neighbour(1)
    assert sampled.current.id == second.id
    sampled.open_neighbour(1)
    assert sampled.current.id == second.id, "there is none after the last"
    sampled.open_neighbour(-1)
    assert sampled.current.id == first.id


def test_a_file_that_is_no_video_is_named_and_no_recording_of_the_study(sampled, tmp_path, qtbot):
    odd = tmp_path / "notes.mp4"
    odd.write_text("not a film")
    sampled.add_videos([odd])
    qtbot.waitUntil(lambda: sampled.recordings()[-1].status is Status.PROBLEM, timeout=10_000)
    line = sampled.recordings()[-1]
    assert "notes.mp4" in line.name
    assert line.message
    assert not sampled.in_study(line.id)
    assert len(sampled.study.recordings()) == 2


def test_the_same_video_twice_is_one_recording(sampled, qtbot):
    sampled.add_videos([sampled.recordings()[0].path])
    qtbot.waitUntil(lambda: all(i.status is Status.READY for i in sampled.recordings()), timeout=10_000)
    assert [item.name for item in sampled.recordings()] == ["one.mp4", "two.mp4"]


def test_progress_is_shown_until_it_is_forgotten(sampled):
    first = sampled.recordings()[0].id
    sampled.set_progress(first, 0.5)
    assert sampled.item(first).fraction == pytest.approx(0.5)
    sampled.forget_progress(first)
    assert sampled.item(first).fraction == 0


def test_whose_face_is_read_is_kept_in_the_study(sampled, qtbot):
    first = sampled.recordings()[0].id
    assert sampled.target_person(first) is None
    with qtbot.waitSignal(sampled.target_changed):
        sampled.set_target_person(first, 1)
    assert sampled.target_person(first) == 1
    assert sampled.study.recording(first).target_person == 1


def test_a_recording_that_left_the_list_is_known_no_more_and_another_is_opened(sampled, qtbot):
    qtbot.waitUntil(lambda: sampled.current is not None, timeout=10_000)
    first, second = sampled.recordings()
    sampled.study.remove_recording(first.id)
    sampled.set_lines([second])
    assert not sampled.in_study(first.id)
    assert sampled.item(first.id) is None
    assert sampled.current is None or sampled.current.id == second.id
