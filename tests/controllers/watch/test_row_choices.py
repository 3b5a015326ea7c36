"""Rows are ordered, hidden and resized, and a study remembers it."""

from __future__ import annotations

import pytest

from au_studio.controllers.watch.row_choices import ROWS, RowChoices, RowsController

UNITS = ("AU01", "AU02", "AU04", "AU12")


def test_a_row_moves_to_its_place_among_those_that_are_shown():
    choices = RowChoices(hidden=frozenset({"AU02"})).moved(UNITS, "AU12", 0)
    assert choices.shown(UNITS) == ("AU12", "AU01", "AU04")
    assert choices.moved(UNITS, "AU12", 9).shown(UNITS) == ("AU01", "AU04", "AU12")
    assert choices.with_hidden("AU02", False).shown(UNITS) == ("AU12", "AU01", "AU02", "AU04")


def test_a_row_that_is_new_follows_its_usual_neighbour():
    choices = RowChoices(order=("AU12", "AU04", "AU01"))
    assert choices.arranged(UNITS) == ("AU12", "AU04", "AU01", "AU02")


def test_rows_of_other_models_keep_their_places():
    choices = RowChoices().moved(("AU05", "AU06"), "AU06", 0).moved(UNITS, "AU12", 0)
    assert choices.arranged(("AU05", "AU06")) == ("AU06", "AU05")


def test_one_row_is_shown_alone_and_then_all_again():
    big = RowChoices(hidden=frozenset({"AU04"})).with_big("AU04")
    assert big.shown(UNITS) == ("AU04",)
    assert big.with_big("AU04").shown(UNITS) == UNITS
    assert big.with_hidden("AU04").shown(UNITS) == ("AU01", "AU02", "AU12")


def test_heights_have_bounds_and_can_be_given_up():
    choices = RowChoices().with_height("AU01", 4).with_height("AU02", 5000)
    assert choices.heights == {"AU01": 12, "AU02": 600}
    assert choices.with_height("AU01", None).heights == {"AU02": 600}


@pytest.mark.parametrize("stored", [None, 3, [], {"order": 5, "heights": {"AU01": "tall"}, "hidden": None}])
def test_what_cannot_be_read_leaves_the_usual_rows(stored):
    assert RowChoices.from_json(stored) == RowChoices()


def test_a_study_remembers_its_rows_and_another_has_its_own(workspace, tmp_path):
    rows = RowsController(workspace)
    workspace.new_study(tmp_path / "One")
    chosen = RowChoices().with_hidden("AU02").with_height("AU12", 80).moved(UNITS, "AU12", 0)
    rows.choose(chosen)
    path = workspace.study.path
    workspace.new_study(tmp_path / "Two")
    assert rows.choices == RowChoices()
    workspace.open_study(path)
    assert rows.choices == chosen
    assert workspace.study.setting(ROWS)["hidden"] == ["AU02"]
