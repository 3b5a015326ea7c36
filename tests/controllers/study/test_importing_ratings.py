"""Ratings from a file: seen before they are stored, matched by name or by hand, taken back."""

from __future__ import annotations

import pytest

from au_studio.controllers.study.importing_ratings import RatingImportController

BY_PTS = "recording,pts,coder,AU12\none.mp4,{0},AB,3\none.mp4,{1},AB,X\nelsewhere.mp4,{0},AB,1\n"


@pytest.fixture
def importer(sampled, qtbot):
    made = RatingImportController(sampled)
    yield made
    made.close()


@pytest.fixture
def read(importer, sampled, qtbot, tmp_path):
    """Reads a table in which {0}, {1} stand for the first frames of the first recording."""
    first = sampled.recordings()[0].id
    pts = sampled.index_of(first).pts

    def read_table(text: str, name: str = "ratings.csv"):
        (tmp_path / name).write_text(text.format(*pts[:2].tolist()), encoding="utf-8")
        importer.read(tmp_path / name)
        settle(importer, qtbot)
        return importer.state

    return read_table


def settle(importer, qtbot) -> None:
    qtbot.waitUntil(lambda: not importer.state.working, timeout=10_000)


def values(sampled, name: str) -> list[int | None]:
    found = [coder for coder in sampled.study.coders(removed=True) if coder.name == name]
    return sorted((r.value for c in found for r in sampled.study.ratings(c.id)), key=str)


def test_nothing_is_stored_before_it_is_asked_for(importer, read, sampled, qtbot):
    state = read(BY_PTS)
    one = sampled.recordings()[0].id
    assert state.recordings == {"one.mp4": one, "elsewhere.mp4": None}
    assert state.coders == {"AB": "AB"}
    assert sampled.study.coders() == []
    with qtbot.waitSignal(importer.imported, timeout=10_000) as heard:
        importer.store(replace_changed=False)
    assert heard.args == [2]
    assert values(sampled, "AB") == [3, None]


def test_a_name_that_the_study_does_not_know_is_given_a_recording_by_hand(importer, read, sampled, qtbot):
    read(BY_PTS)
    importer.choose_recording("elsewhere.mp4", sampled.recordings()[1].id)
    importer.choose_coder("AB", "Ada")
    settle(importer, qtbot)
    with qtbot.waitSignal(importer.imported, timeout=10_000) as heard:
        importer.store(replace_changed=False)
    assert heard.args == [3]
    assert values(sampled, "Ada") == [1, 3, None]


def test_an_import_is_taken_back_as_a_whole(importer, read, sampled, qtbot):
    read(BY_PTS)
    with qtbot.waitSignal(importer.imported, timeout=10_000):
        importer.store(replace_changed=False)
    settle(importer, qtbot)
    ((key, told),) = importer.imports()
    assert "ratings.csv" in told
    importer.take_back(key)
    settle(importer, qtbot)
    assert values(sampled, "AB") == []
    assert importer.imports() == []


def test_a_file_without_ratings_is_told_by_name(importer, read):
    state = read("a,b\n1,2\n", "shopping.csv")
    assert state.problem
    assert state.plan is None
