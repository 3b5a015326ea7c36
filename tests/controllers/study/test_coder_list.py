"""The coders of a study: who there is, how far they are, and what changes the list."""

from __future__ import annotations

import pytest

from au_studio.controllers.study.coder_list import CoderListController
from au_studio.study.ratings import RatingInput


@pytest.fixture
def coders(sampled):
    return CoderListController(sampled)


def listed(coders):
    return [(row.coder.name, row.coder.removed is None) for row in coders.rows()]


def test_how_far_everybody_is(coders, sampled):
    coders.add("AB")
    coders.add("CD", "double")
    study = sampled.study
    sample = study.samples()[0]
    first = study.coders()[0]
    study.rate_many(
        first.id, [RatingInput(sample.recording_id, p, au, 1) for p in sample.pts[:3] for au in (4, 12)]
    )
    row, other = coders.rows()
    assert (row.ratings, row.frames, row.frames_done) == (6, 16, 3)
    assert row.last
    assert (other.ratings, other.frames, other.frames_done, other.last) == (0, 0, 0, "")


def test_who_is_removed_stands_last_and_comes_back_with_the_ratings(coders, sampled, qtbot):
    coders.add("AB")
    coders.add("CD")
    first = coders.rows()[0].coder.id
    with qtbot.waitSignal(coders.changed):
        coders.remove(first)
    assert listed(coders) == [("CD", True), ("AB", False)]
    coders.bring_back(first)
    coders.rename(first, "Ada")
    assert listed(coders) == [("Ada", True), ("CD", True)]


def test_a_name_that_is_taken_is_refused_in_words(coders, sampled):
    said = []
    sampled.notice.connect(lambda text, level: said.append((text, level)))
    sampled.problem.connect(lambda error: said.append((error.message, "problem")))
    coders.add("AB")
    coders.add("AB")
    assert listed(coders) == [("AB", True)]
    ((text, level),) = said
    assert "AB" in text
    assert level in {"warning", "problem"}


def test_without_a_study_there_is_nobody(coders, sampled):
    sampled.close_study()
    coders.add("AB")
    assert coders.rows() == []
