"""``au-studio import``: what fits is imported, what does not is named, what is ambiguous is refused."""

import json

import pytest

from au_studio.cli import main
from au_studio.study.study import Study

HEAD = "recording,frame,au,value\n"


@pytest.fixture
def table(tmp_path):
    def write(*rows, name="given.csv"):
        path = tmp_path / name
        path.write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
        return str(path)

    return write


def rated(folder):
    with Study.open(folder, read_only=True) as study:
        names = {coder.id: coder.name for coder in study.coders()}
        return {(names[r.coder_id], r.au, r.value) for r in study.ratings()}


def test_a_dry_run_tells_and_stores_nothing(two, table, capsys):
    before = rated(two)
    file = table("one,1,6,2", "one,12,6,1", "nine,1,6,2", "two,40,6,3")
    assert main(["import", str(two), file, "--coder", "CD", "--dry-run"]) == 1
    said = capsys.readouterr().out
    assert "2 new ratings would be imported" in said
    assert "--recording “nine=NAME”" in said
    assert "frame 40" in said
    assert rated(two) == before


def test_frames_that_may_count_from_0_or_1_are_refused_until_somebody_says_it(two, table, capsys):
    file = table("one,1,6,2", "two,2,6,3")
    before = rated(two)
    assert main(["import", str(two), file, "--coder", "CD"]) == 1
    assert "--frames-from 0|1" in capsys.readouterr().err
    assert rated(two) == before
    assert main(["import", str(two), file, "--coder", "CD", "--frames-from", "0"]) == 0
    with Study.open(two, read_only=True) as study:
        (first,) = [r for r in study.ratings() if r.value == 2 and r.au == 6]
        # Frame 1, counted from 0, is the second of a recording of 30 frames a second.
        assert first.pts > 0
    assert rated(two) - before == {("CD", 6, 2), ("CD", 6, 3)}


def test_what_differs_is_refused_until_somebody_says_which_holds(two, table, capsys):
    file = table("one,1,12,5", "one,2,12,0", "one,12,12,0")
    words = ["import", str(two), file, "--coder", "AB", "--frames-from", "1"]
    assert main(words) == 1
    assert "--replace" in capsys.readouterr().err
    assert main([*words, "--keep"]) == 0
    assert ("AB", 12, 5) not in rated(two)
    capsys.readouterr()
    assert main([*words, "--replace", "--json"]) == 0
    assert ("AB", 12, 5) in rated(two)
    told = json.loads(capsys.readouterr().out)
    assert (told["files"][0]["changed"], told["files"][0]["same"]) == (1, 2)


def test_names_are_matched_by_hand_where_they_cannot_be_guessed(two, table, capsys):
    file = table("film,1,6,2", "film,12,6,4")
    words = ["import", str(two), file, "--coder", "CD", "--frames-from", "1"]
    assert main(words) == 1
    assert main([*words, "--recording", "film=two"]) == 0
    assert {("CD", 6, 2), ("CD", 6, 4)} <= rated(two)
    assert main([*words, "--recording", "movie=two"]) == 1
    assert "There are: film." in capsys.readouterr().err


def test_nothing_is_stored_of_any_file_while_one_is_ambiguous(two, table, capsys):
    before = rated(two)
    good, bad = table("one,0,6,2", name="good.csv"), table("one,3,6,2", name="bad.csv")
    assert main(["import", str(two), good, bad, "--coder", "CD"]) == 1
    assert "bad.csv may count in several ways" in capsys.readouterr().err
    assert rated(two) == before
