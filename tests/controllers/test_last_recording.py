"""A study opens where it was left."""

from __future__ import annotations

import pytest

from au_studio.controllers.last_recording import LastRecording
from au_studio.errors import AUStudioError
from au_studio.study.study import Study


@pytest.fixture
def two(sampled, tmp_path):
    sampled.save_study_as(tmp_path / "Mine.austudio")
    made = LastRecording(sampled, sampled)
    assert made.parent() is sampled
    return sampled


def test_the_recording_that_was_open_is_shown_when_the_study_is_opened_again(two, qtbot):
    path, second = two.study.path, two.recordings()[1]
    two.open_recording(second.id)
    qtbot.waitUntil(lambda: two.current is not None and two.current.id == second.id)
    two.close_study()
    with Study.open(path) as study:
        assert study.setting("recording.open") == second.id
    two.open_study(path)
    qtbot.waitUntil(lambda: two.current is not None and two.current.id == second.id, timeout=10_000)


def test_a_place_that_cannot_be_kept_is_told_and_the_recording_is_shown(two, qtbot, monkeypatch):
    def full(*_):
        raise AUStudioError("The disk is full.")

    monkeypatch.setattr(type(two.study), "set_setting", full)
    problems = []
    two.problem.connect(problems.append)
    second = two.recordings()[1].id
    two.open_recording(second)
    qtbot.waitUntil(lambda: two.current is not None and two.current.id == second, timeout=10_000)
    assert [error.message for error in problems] == ["The disk is full."]
