"""The tables come back into pandas as what was counted; no p stands without its unit."""

from __future__ import annotations

import json

import pandas as pd
import pytest

from au_studio.conditions.comparing import compare_conditions
from au_studio.conditions.measures import MEASURES
from au_studio.conditions.parts import Division
from au_studio.conditions.readings import ReadingRequest, read_study
from au_studio.conditions.tables import write_comparison
from au_studio.conditions.words import comparison_text


@pytest.fixture(scope="module")
def comparison(made):
    return compare_conditions(read_study(ReadingRequest(made)), Division())


def test_tables_hold_every_value_once(comparison, tmp_path):
    paths = write_comparison(tmp_path / "out", comparison)
    recordings, persons, effects = (pd.read_csv(path) for path in paths)
    assert len(recordings) == len(persons) == 12 * 2 * len(MEASURES)
    wide = persons[(persons.au == "AU12") & (persons.measure == "mean")].pivot_table(
        index="person", columns="condition", values="value"
    )
    row = effects[(effects.au == "AU12") & (effects.measure == "mean")].iloc[0]
    assert (wide.stress - wide.calm).mean() == pytest.approx(row.difference, abs=1e-3)
    assert set(effects[effects.p_permutation.notna()].unit) == {"person"}
    still = effects[(effects.au == "AU06") & (effects.measure == "mean")].iloc[0]
    assert pd.isna(still.effect)
    assert pd.isna(still.p_permutation)


def test_sidecars_say_how_it_was_made(comparison, tmp_path):
    write_comparison(tmp_path, comparison)
    told = json.loads((tmp_path / "effects.json").read_text())
    assert told["unit_of_analysis"] == "person"
    assert told["settings"]["conditions"] == ["calm", "stress"]
    assert len(told["recordings"]) == 12


def test_the_text_says_what_a_case_is_beside_every_p(comparison):
    text = comparison_text(comparison, "mean")
    assert "6 pairs, each a person in both" in text
    assert "whole persons permuted" in text
    assert "AU12" in text
    assert ".031" in text
