"""Reports are made without a window."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))

from made_study import make_study

from au_studio import cli


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return make_study(tmp_path_factory.mktemp("made"), persons=1)


@pytest.mark.parametrize(
    ("words", "name"), [(["--person", "P1"], "r.html"), (["--recording", "P1-stress"], "r.pdf")]
)
def test_a_report_is_written_and_its_limits_told(folder, tmp_path, capsys, words, name):
    assert cli.main(["report", str(folder), *words, "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).stat().st_size > 5000
    assert "No pictures of P1-stress.mp4" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [(["--person", "P9", "-o", "r.pdf"], "“P9”"), (["--person", "P1", "-o", "r.doc"], "does not say how")],
)
def test_what_cannot_be_reported_fails_and_writes_nothing(folder, tmp_path, capsys, words, said):
    words = [str(tmp_path / word) if word.startswith("r.") else word for word in words]
    assert cli.main(["report", str(folder), *words]) == 1
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
