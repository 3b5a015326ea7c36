"""The first steps are ticked off by what is in the study."""

from __future__ import annotations

import pytest

from au_studio.controllers.guiding import GuideController, GuideState, Step
from au_studio.study.ratings import RatingInput


@pytest.fixture
def guide(workspace, tmp_path):
    workspace.new_study(tmp_path / "Mine")
    return GuideController(workspace)


def test_a_new_study_begins_with_the_first_step(guide):
    assert guide.state == GuideState(frozenset(), "Mine")
    assert guide.state.next is Step.OPEN


def test_what_the_study_holds_is_done(sampled):
    guide = GuideController(sampled)
    assert guide.state.done == {Step.OPEN, Step.DRAW}
    assert guide.state.study == "", "a scratch study has no name of its own"


def test_coding_is_done_once_enough_frames_are_rated_by_people(sampled):
    guide, study = GuideController(sampled), sampled.study
    frames = [(sample.recording_id, pts) for sample in study.samples() for pts in sample.pts]
    coder = study.add_coder("AB")
    study.rate_many(coder.id, [RatingInput(r, pts, 12, 1) for r, pts in frames[:-1]])
    guide.note(Step.CODE)
    assert Step.CODE not in guide.state.done
    study.rate_many(coder.id, [RatingInput(*frames[-1], 12, 1)])
    guide.note(Step.CODE)
    assert Step.CODE in guide.state.done


def test_an_export_is_remembered_with_the_study(guide, workspace):
    path = workspace.study.path
    guide.note_exported()
    assert Step.EXPORT in guide.state.done
    workspace.close_study()
    assert guide.state.done == frozenset()
    workspace.open_study(path)
    assert guide.state.done == {Step.EXPORT}


def test_when_all_is_done_nothing_comes_next():
    assert GuideState(frozenset(Step)).next is None
