"""Figures are drawn without a window."""

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


@pytest.mark.parametrize("kind", ["curves", "mean-curves", "effects", "values"])
def test_a_figure_and_its_sidecar_are_written_and_the_caption_told(folder, tmp_path, capsys, kind):
    path = tmp_path / f"{kind}.svg"
    assert cli.main(["figure", str(folder), "--kind", kind, "-o", str(path), "--aus", "12"]) == 0
    said = capsys.readouterr().out
    assert path.is_file()
    assert path.with_name(f"{path.name}.json").is_file()
    assert "“AU Studio base”" in said


def test_a_list_with_spaces_is_refused_by_the_command_that_says_how_lists_are_written(folder, capsys):
    with pytest.raises(SystemExit) as raised:
        cli.main(["figure", str(folder), "--kind", "curves", "-o", "a.png", "--aus", "6", "12"])
    said = capsys.readouterr().err
    assert raised.value.code == 2
    assert said.startswith("usage: au-studio figure")
    assert "unrecognized arguments: 12" in said
    assert "--aus 6,12" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--kind", "curves", "-o", "a.gif"], "a.gif does not say how"),
        (["--kind", "icc", "-o", "a.png"], "compares two raters"),
        (["--kind", "curves", "-o", "a.png", "--recording", "x"], "no recording “x”"),
        (["--kind", "learning-curve", "-o", "a.png"], "No learning curve"),
    ],
)
def test_what_cannot_be_drawn_fails_and_writes_nothing(folder, tmp_path, capsys, words, said):
    words = [str(tmp_path / word) if word.startswith("a.") else word for word in words]
    assert cli.main(["figure", str(folder), *words]) == 1
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
