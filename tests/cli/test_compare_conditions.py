"""Conditions are compared without a window."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from made_study import make_study

from au_studio import cli


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return make_study(tmp_path_factory.mktemp("made"))


def test_figures_are_printed_and_tables_written(folder, tmp_path, capsys):
    out = tmp_path / "out"
    words = ["compare-conditions", str(folder), "--levels", "stress", "calm", "--aus", "12", "-o", str(out)]
    assert cli.main(words) == 0
    said = capsys.readouterr()
    assert "calm − stress: d_z; 6 pairs" in said.out
    assert said.out.splitlines()[3].split()[:2] == ["stress", "calm"], "each mean stands under its condition"
    assert "AU06" not in said.out
    assert "with 6 persons" in said.err
    assert {path.name for path in out.iterdir()} >= {"effects.csv", "effects.json", "persons.csv"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--by", "marker"], "Set markers"),
        (["--levels", "calm", "noon"], "“noon”"),
        (["--aus", "smile"], "“smile” is no list"),
        (["--model", "nobody"], "no model called"),
        (["--after", "-1"], "more than 0"),
    ],
)
def test_what_cannot_be_compared_fails_with_a_reason(folder, capsys, words, said):
    assert cli.main(["compare-conditions", str(folder), *words]) == 1
    assert said in capsys.readouterr().err
