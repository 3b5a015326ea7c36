"""``au-studio export``: every format that the window offers, of a small real study."""

import csv
import json
from pathlib import Path

import av
import pytest
from drawn import moving_face, write_video
from studies import add_video, rate

from au_studio.cli import main
from au_studio.export import sidecar
from au_studio.export.study_files import FORMATS
from au_studio.study.study import Study


def test_every_format_of_the_window_is_written_with_its_sidecar(two, tmp_path, capsys):
    wanted = [word for kind in FORMATS for word in ("--format", kind)]
    out = tmp_path / "out"
    assert main(["export", str(two), "-o", str(out), "--coder", "AB", "--json", *wanted]) == 0
    told = json.loads(capsys.readouterr().out)
    files = {path for path in out.rglob("*") if path.is_file()}
    names = {path.name for path in files}
    of_one = {"one.csv", "one.tidy.csv", "one.events.csv", "one.markers.csv", "one.eaf", "one.h5"}
    assert of_one | {"summary.csv", "methods.txt"} <= names
    assert {str(path) for path in files} == set(told["files"])
    assert told["left_out"] == []
    tables = of_one | {name.replace("one", "two") for name in of_one} | {"summary.csv", "methods.txt"}
    assert {sidecar.path_for(Path(name)).name for name in tables} <= names
    with (out / "one.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["AU12_r"] for row in rows[:3]] == ["1.0000", "2.0000", "3.0000"]
    assert [row["AU12_coder_ab"] for row in rows[:4]] == ["0", "", "", "1"]
    assert "AB" in (out / "methods.txt").read_text(encoding="utf-8")


def test_without_a_format_the_table_per_frame_is_written_of_those_that_were_named(two, tmp_path, capsys):
    assert main(["export", str(two), "--recording", "two"]) == 0
    folder = tmp_path / "Smiles tables"
    assert {path.name for path in folder.iterdir()} == {"two.csv", "two.json"}
    assert capsys.readouterr().out.split("\n")[0] == str(folder / "two.csv")


def test_what_only_a_film_can_show_is_not_passed_over_where_only_tables_are_written(two, tmp_path, capsys):
    for words in (["--aus", "12"], ["--hide", "blur"], ["--no-bars"]):
        assert main(["export", str(two), "--format", "openface", "-o", str(tmp_path / "out"), *words]) == 1
        assert "Add --format video" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_missing_video_leaves_out_only_what_needs_it_and_names_it(two, tmp_path, capsys):
    (tmp_path / "one.mp4").unlink()
    video = write_video(tmp_path / "three.mp4", moving_face(14)[2:])
    with Study.open(two) as study:
        add_video(study, video)
    video.unlink()
    out = tmp_path / "out"
    assert main(["export", str(two), "-o", str(out), "--format", "openface"]) == 1
    assert {path.name for path in out.glob("*.csv")} == {"one.csv", "two.csv"}
    said = capsys.readouterr().err
    assert "Left out: The video of three.mp4 is no longer at" in said
    assert said.count("The video of three.mp4") == 1
    assert "one.mp4" not in said
    assert main(["export", str(two), "-o", str(out), "--format", "ratings-disfa"]) == 1
    assert {path.name for path in (out / "DISFA").iterdir()} == {"ratings.json", "two"}
    assert "Left out: one.mp4" in capsys.readouterr().err


def test_ratings_come_back_as_they_are(two, tmp_path, capsys):
    out = tmp_path / "out"
    wanted = ["--format", "ratings-long", "--format", "ratings-wide"]
    assert main(["export", str(two), "-o", str(out), *wanted]) == 0
    with (out / "ratings.csv").open(encoding="utf-8") as stream:
        rows = [(r["recording"], r["frame"], r["value"]) for r in csv.DictReader(stream)]
    assert rows[:4] == [
        ("one.mp4", "1", "0"),
        ("one.mp4", "4", "1"),
        ("one.mp4", "7", "2"),
        ("one.mp4", "10", "3"),
    ]
    capsys.readouterr()
    assert main(["import", str(two), str(out / "ratings.csv"), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["files"][0]["new"], told["files"][0]["same"]) == (0, 8)


def test_names_that_differ_in_their_ending_come_back_from_disfa_and_what_fails_hides_no_file(
    two, tmp_path, capsys
):
    with Study.open(two) as study:
        video = write_video(tmp_path / "one.mkv", moving_face(12)[3:])
        rate(study, "AB", add_video(study, video, analysed="base"), video, {0: 1, 2: 4})
    out = tmp_path / "out"
    assert main(["export", str(two), "-o", str(out), "--format", "ratings-disfa"]) == 0
    told = capsys.readouterr().out.split("\n")
    assert told[:2] == [str(out / "DISFA"), str(out / "DISFA" / "ratings.json")]
    assert {path.name for path in (out / "DISFA").iterdir()} == {"one.mp4", "one.mkv", "two", "ratings.json"}
    assert main(["import", str(two), str(out / "DISFA"), "--coder", "AB", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["files"][0]["new"], told["files"][0]["same"]) == (0, 10)
    with Study.open(two) as study:
        study.add_coder("CD")
    words = ["--format", "openface", "--format", "ratings-long", "--coder", "CD", "--json"]
    assert main(["export", str(two), "-o", str(out), *words]) == 1
    told = json.loads(capsys.readouterr().out)
    assert len(told["files"]) == 6
    assert told["left_out"][0]["format"] == "ratings-long"
    assert "There are no ratings" in told["left_out"][0]["why"]


def test_what_is_not_analysed_is_analysed_first_and_an_annotated_video_is_a_format(two, tmp_path, capsys):
    with Study.open(two) as study:
        third = add_video(study, write_video(tmp_path / "three.mp4", moving_face(14)[2:]))
    out = tmp_path / "films"
    assert main(["export", str(two), "--format", "video", "--recording", "three", "-o", str(out)]) == 0
    with av.open(str(out / "three annotated.mp4")) as film:
        assert sum(1 for _ in film.decode(video=0)) == 12
    with Study.open(two, read_only=True) as study:
        assert study.analysis_path(third, "base").is_file()
    said = capsys.readouterr().out
    assert said == f"{out / 'three annotated.mp4'}\n{out / 'three annotated.mp4.json'}\n"
    told = json.loads((out / "three annotated.mp4.json").read_text())
    assert (told["settings"]["faces"], told["frames"]["total"]) == ("box", 12)
    assert told["provenance"]["video"]["file"] == "three.mp4"


def test_what_is_cut_short_is_exported_in_part_and_the_command_fails_every_time(two, tmp_path, capsys):
    whole = write_video(tmp_path / "whole.mpg", moving_face(30), codec="mpeg1video", rate=25)
    cut = tmp_path / "cut.mpg"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    with Study.open(two) as study:
        add_video(study, cut)
        rate(study, "AB", study.recordings()[-1].id, cut, {0: 1, 1: 2})
    for again in (False, True):
        assert main(["export", str(two), "-o", str(tmp_path / "out"), "--json"]) == 1
        said = capsys.readouterr()
        told = json.loads(said.out)
        assert told["left_out"] == []
        assert [one["recording"] for one in told["incomplete"]] == ["cut.mpg"]
        assert "Copy the file again" in told["incomplete"][0]["why"]
        assert said.err.rstrip().splitlines()[-1].startswith("Exported only in part: “cut.mpg” is cut short")
        assert said.err.count("Copy the file again") == 1
        assert ("incomplete, " in said.err) is not again
    assert json.loads((tmp_path / "out" / "cut.json").read_text())["complete"] is False
    assert main(["evaluate", "base", str(two), "--json"]) == 1
    said = capsys.readouterr()
    told = json.loads(said.out)
    assert [text[:10] for text in told["incomplete"]] == ["“cut.mpg” "]
    assert told["left_out"] == []
    assert said.err.count("is cut short") == 1


def test_films_of_recordings_of_one_name_lie_beside_each_other(two, tmp_path, capsys):
    with Study.open(two) as study:
        for place in ("three.mp4", "three.mkv"):
            add_video(study, write_video(tmp_path / place, moving_face(14)[2 + place.endswith("mkv") :]))
    out = tmp_path / "films"
    words = ["--recording", "three.mp4", "--recording", "three.mkv", "--faces", "none", "-o", str(out)]
    assert main(["export", str(two), "--format", "video", *words]) == 0
    frames = []
    for name in ("three annotated.mp4", "three-2 annotated.mp4"):
        with av.open(str(out / name)) as film:
            frames.append(sum(1 for _ in film.decode(video=0)))
    assert frames == [12, 11]
    assert "three-2 annotated.mp4" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--recording", "nine"], "There are: one.mp4, two.mp4."),
        (["--coder", "XY"], "There are: AB."),
        (["--model", "nine"], "There are: base"),
        (["--expected-errors"], "does not say how far off"),
    ],
)
def test_what_is_not_there_is_refused_with_what_there_is(two, words, said, capsys, tmp_path):
    assert main(["export", str(two), "-o", str(tmp_path / "out"), *words]) == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
