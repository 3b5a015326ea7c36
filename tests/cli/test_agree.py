"""Two coders of a small study are compared without a window, with the figures of the Agree page."""

import json

import pytest

from au_studio import cli
from au_studio.stats.agreement import icc_3_1
from au_studio.study.ratings import RatingInput
from au_studio.study.study import Study

FIRST = [n % 5 for n in range(20)]
SECOND = [min(n % 5 + (n % 3 == 0), 5) for n in range(20)]


@pytest.fixture
def folder(tmp_path):
    with Study.create(tmp_path / "Smiles.austudio", "Smiles") as study:
        video = tmp_path / "one.mp4"
        video.write_bytes(b"not decoded here")
        recording = study.add_recording(
            video, duration=0.8, n_frames=20, content_hash="hash of one", person="P1"
        )
        for name, values in (("AB", FIRST), ("CD", SECOND)):
            coder = study.add_coder(name)
            study.rate_many(
                coder.id, [RatingInput(recording.id, 40 * n, 12, value) for n, value in enumerate(values)]
            )
        return study.path


def test_the_figures_are_printed_and_written(folder, tmp_path, capsys):
    table = tmp_path / "agreement.csv"
    assert cli.main(["agree", str(folder), "AB", "CD", "--json", "-o", str(table)]) == 0
    told = json.loads(capsys.readouterr().out)
    expected = icc_3_1(list(zip(FIRST, SECOND, strict=True))).value
    assert told["frames"] == 20
    assert told["figures"]["AU12"]["icc_consistency"]["value"] == pytest.approx(expected)
    assert table.is_file()
    assert table.with_suffix(".json").is_file()


def test_the_figures_are_a_table_for_people(folder, tmp_path, capsys):
    table = tmp_path / "agreement.csv"
    assert cli.main(["agree", str(folder), "AB", "CD", "-o", str(table)]) == 0
    said = capsys.readouterr().out
    assert said.splitlines()[-1] == str(table)
    assert "AB and CD: 20 frames of 1 person" in said
    assert f"{sum(a != b for a, b in zip(FIRST, SECOND, strict=True)) / 20:.3f}" in said.splitlines()[2]


def test_a_name_that_nobody_has_is_refused_with_those_there_are(folder, capsys):
    assert cli.main(["agree", str(folder), "AB", "EF"]) == 1
    said = capsys.readouterr().err
    assert "“EF”" in said
    assert "AB, CD" in said


def test_nothing_in_common_is_a_failure_that_says_what_to_do(folder, capsys):
    assert cli.main(["agree", str(folder), "AB", "base", "--json"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert f"au-studio analyze {folder} --model base" in said.err
    with Study.open(folder) as study:
        study.add_coder("EF")
    assert cli.main(["agree", str(folder), "AB", "EF"]) == 1
    assert "Let both rate the same frames" in capsys.readouterr().err
