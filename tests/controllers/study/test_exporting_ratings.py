"""Ratings written as tables from the window, in a thread."""

from __future__ import annotations

import csv

import pytest

from au_studio.controllers.study.exporting_ratings import RatingExportController
from au_studio.study.ratings import RatingInput


@pytest.fixture
def exporting(sampled):
    study = sampled.study
    sample = study.samples()[0]
    for name, level in (("AB", 1), ("CD", 3)):
        coder = study.add_coder(name)
        study.rate_many(coder.id, [RatingInput(sample.recording_id, p, 12, level) for p in sample.pts])
    made = RatingExportController(sampled)
    yield made
    made.close()


def test_everybody_is_listed_with_the_number_of_ratings(exporting):
    assert [(name, count) for _, name, count in exporting.coders()] == [("AB", 8), ("CD", 8)]


@pytest.mark.parametrize(("kind", "rows"), [("long", 16), ("wide", 16)])
def test_a_table_holds_the_ratings_of_those_who_were_chosen(exporting, tmp_path, qtbot, kind, rows):
    target = tmp_path / f"{kind}.csv"
    with qtbot.waitSignal(exporting.finished, timeout=10_000) as heard:
        exporting.export(target, kind, [key for key, _, _ in exporting.coders()])
    assert heard.args[0].path == target
    with target.open(newline="", encoding="utf-8") as stream:
        assert len(list(csv.DictReader(stream))) == rows


def test_a_folder_that_cannot_be_written_is_told(exporting, tmp_path, qtbot):
    (tmp_path / "file").write_text("in the way")
    with qtbot.waitSignal(exporting.failed, timeout=10_000) as heard:
        exporting.export(tmp_path / "file" / "table.csv", "long", [exporting.coders()[0][0]])
    assert "table.csv" in heard.args[0].shown()
