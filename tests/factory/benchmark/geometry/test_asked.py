"""``au-studio benchmark --input geometry``: one command from codes to the report."""

import csv
import json

import numpy as np
import pytest

from au_studio import cli
from au_studio.factory.benchmark.geometry.codes import write_codes

QUICK = ["--input", "geometry", "--quick", "--seeds", "2", "--shares", "10", "100", "--scratch-shares", "100"]


@pytest.fixture(scope="module")
def codes(material, tmp_path_factory):
    path = tmp_path_factory.mktemp("codes") / "made.npz"
    write_codes(path, material)
    return path


def run(codes, folder, *more):
    return cli.main(["benchmark", "synthetic", str(codes), "-o", str(folder), *QUICK, *more])


@pytest.fixture(scope="module")
def finished(codes, tmp_path_factory):
    folder = tmp_path_factory.mktemp("finished")
    assert run(codes, folder) == 0
    return folder


def rows(folder):
    with (folder / "table.csv").open(newline="", encoding="utf-8") as stream:
        return [row for row in csv.DictReader(stream) if row["au"] == "mean"]


def test_the_table_has_every_training_and_says_what_was_read(finished):
    kinds = [(row["start"], row["share"], row["seeds"]) for row in rows(finished)]
    expected = [("constant", "1.0"), ("scratch", "1.0"), ("pretrained", "0.1"), ("pretrained", "1.0")]
    assert kinds == [(*kind, "2") for kind in expected]
    text = (finished / "report.md").read_text()
    for words in ("codes of the face mesh", "objective: movement", "told from moments of all clips",
                  "What pre-training gains", "made up"):  # fmt: skip
        assert words in text


def test_the_labels_that_were_drawn_are_stored(finished):
    cell = json.loads((finished / "unseen-persons_seed0_pretrained_10.json").read_text())
    assert cell["labelled_frames"] == round(0.1 * 8 * 24) == sum(map(len, cell["drawn"].values()))
    whole = json.loads((finished / "unseen-persons_seed0_scratch_100.json").read_text())
    assert (whole["labelled_frames"], whole["drawn"]) == (8 * 24, "all")


def test_a_missing_training_alone_is_made_again_from_the_same_stage_1(finished, codes):
    kept, again = (finished / f"unseen-persons_seed1_{name}" for name in ("scratch_100", "pretrained_100"))
    before, was = (
        kept.with_suffix(".json").stat().st_mtime_ns,
        json.loads(again.with_suffix(".json").read_text()),
    )
    stage1 = (finished / "unseen-persons_seed1_stage1.npz").stat().st_mtime_ns
    with np.load(again.with_suffix(".npz")) as arrays:
        predicted = arrays["test_predicted"]
    again.with_suffix(".json").unlink()
    assert run(codes, finished) == 0
    assert kept.with_suffix(".json").stat().st_mtime_ns == before
    assert (finished / "unseen-persons_seed1_stage1.npz").stat().st_mtime_ns == stage1
    now = json.loads(again.with_suffix(".json").read_text())
    assert now["best_step"] == was["best_step"]
    np.testing.assert_allclose([icc for _, icc in now["curve"]], [icc for _, icc in was["curve"]], atol=1e-4)
    with np.load(again.with_suffix(".npz")) as arrays:
        np.testing.assert_allclose(arrays["test_predicted"], predicted, atol=1e-3)


def test_other_settings_do_not_mix_with_what_is_there(finished, codes, capsys):
    assert run(codes, finished, "--temperature", "0.5") == 1
    assert "other settings" in capsys.readouterr().err


def test_what_stage_1_learnt_can_be_held(codes, tmp_path):
    assert run(codes, tmp_path, "--readout", "--objective", "future") == 0
    text = (tmp_path / "report.md").read_text()
    assert "The regressor alone learns" in text
    assert "objective: future" in text


@pytest.mark.parametrize("wrong", [["--crop-size", "64"], ["--no-augmentation"], ["--start", "x"]])
def test_what_only_networks_on_crops_know_is_refused(codes, tmp_path, wrong, capsys):
    assert run(codes, tmp_path, *wrong) == 1
    assert "for networks that read crops" in capsys.readouterr().err


def test_what_only_networks_on_codes_know_is_refused_with_crops(tmp_path, capsys):
    assert cli.main(["benchmark", "synthetic", "-o", str(tmp_path), "--own-clip"]) == 1
    assert "Add --input geometry" in capsys.readouterr().err


def test_a_temperature_of_0_is_refused(codes, tmp_path, capsys):
    assert run(codes, tmp_path, "--temperature", "0") == 1
    assert "A temperature lies above 0" in capsys.readouterr().err
