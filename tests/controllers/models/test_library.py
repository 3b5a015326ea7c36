"""The models at hand without a window: the list, what people call them, and what hangs on them."""

from __future__ import annotations

import json

import pytest

from au_studio.controllers.models.library import ModelLibrary


@pytest.fixture
def library(study):
    made = ModelLibrary(study)
    yield made
    made.transfer.close()


def test_every_model_stands_right_after_the_one_that_it_was_trained_from(library):
    assert [line.id for line in library.state.lines] == ["base", "child"]
    assert library.state.has_study
    library.choose("child")
    assert library.state.line.name == "Child"
    assert library.state.evaluation["mean"]["icc"] == 0.8
    library.choose("nobody")
    assert library.state.chosen == "child"


def test_a_new_name_is_on_the_card_and_in_the_list_and_a_note_in_the_study(library, study):
    library.rename("child", "Ours")
    library.set_note("child", "for the paper")
    assert [line.name for line in library.state.lines] == ["Untrained", "Ours"]
    assert study.study.model("child").note == "for the paper"
    card = study.study.model_path("child").with_suffix(".json")
    assert json.loads(card.read_text(encoding="utf-8"))["name"] == "Ours"


def test_the_shipped_model_can_be_neither_renamed_nor_deleted(library, shipped):
    library.rename("base", "Mine")
    library.delete("base")
    assert [line.name for line in library.state.lines] == ["Untrained", "Child"]
    assert shipped.is_file()


def test_a_model_that_is_deleted_takes_its_files_and_analyses_along(library, study):
    (item,) = study.recordings()
    files = [study.study.model_path("child"), study.study.analysis_path(item.id, "child")]
    assert all(path.is_file() for path in files)
    library.delete("child")
    assert [line.id for line in library.state.lines] == ["base"]
    assert not any(path.exists() for path in files)
