"""The benchmark trains every cell once, goes on where it stopped, and reports what it measured."""

import argparse
import csv
import json
import xml.etree.ElementTree as ET
from dataclasses import replace

import numpy as np
import pytest
from made_trees import DISFA_UNITS, BrightBackend, write_bp4d, write_disfa, write_pack

from au_studio import cli
from au_studio.factory.benchmark import command
from au_studio.factory.benchmark.cells import Condition, load_frames
from au_studio.factory.benchmark.run import run_benchmark
from au_studio.learn.hooks import TrainingHooks
from au_studio.learn.material.augmentation import NO_AUGMENTATION, Augmentation
from au_studio.learn.stage1.pretrain import PretrainingSettings
from au_studio.nn.checkpoint import load_checkpoint, save_checkpoint
from au_studio.stats.agreement import icc

PARTS = [
    *[("ict", "train")] * 3, ("ict", "validation"), ("ict", "test"), ("ict", "test"),
    ("makehuman", "train"), ("makehuman", "validation"), ("makehuman", "test"),
]  # fmt: skip
QUICK = ["--quick", "--seeds", "1", "--shares", "2", "100", "--scratch-shares", "100", "--most-steps", "6",
         "--every", "6", "--fewest-steps", "6", "--pretrain-steps", "3", "--device", "cpu"]  # fmt: skip


@pytest.fixture(scope="module")
def pack(tmp_path_factory):
    return write_pack(tmp_path_factory.mktemp("pack") / "pack", PARTS)


@pytest.fixture(scope="module")
def crops(tmp_path_factory):
    return tmp_path_factory.mktemp("crops")


@pytest.fixture(autouse=True)
def bright(monkeypatch):
    monkeypatch.setattr(command, "create_backend", lambda name: (BrightBackend(), ()))


@pytest.fixture(scope="module")
def finished(pack, crops, tmp_path_factory):
    folder = tmp_path_factory.mktemp("finished")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(command, "create_backend", lambda name: (BrightBackend(), ()))
        assert cli.main(arguments(pack, folder, crops)) == 0
    return folder


def arguments(pack, folder, crops, *more):
    return ["benchmark", "synthetic", str(pack), "-o", str(folder), "--crops", str(crops), *QUICK, *more]


def table(folder):
    with (folder / "table.csv").open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def test_the_table_holds_every_kind_of_training_and_unit(finished):
    rows = table(finished)
    kinds = [(row["start"], row["share"]) for row in rows if row["au"] == "mean"]
    assert kinds == [("constant", "1.0"), ("scratch", "1.0"), ("pretrained", "0.02"), ("pretrained", "1.0")]
    assert {row["au"] for row in rows} >= {"mean", "AU25", "AU1"}


def test_figures_are_those_of_the_stored_predictions(finished):
    with np.load(finished / "unseen-persons_seed0_pretrained_100.npz") as arrays:
        truth, predicted = arrays["test_truth"].astype(float), arrays["test_predicted"].astype(float)
        assert set(arrays["test_subject"]) == {"ict-04", "ict-05", "makehuman-08"}
    rows = {
        row["au"]: row for row in table(finished) if (row["start"], row["share"]) == ("pretrained", "1.0")
    }
    for column, au in enumerate(DISFA_UNITS):
        shown = float(rows[f"AU{au}"]["icc"] or "nan")
        error = np.abs(truth[:, column] - predicted[:, column]).mean()
        expected = icc(truth[:, column], predicted[:, column], ratings="first")
        assert shown == pytest.approx(expected, abs=1e-4, nan_ok=True)
        assert float(rows[f"AU{au}"]["mae"]) == pytest.approx(error, abs=1e-4)


def test_the_constant_predictor_has_an_error_and_an_icc_of_0(finished):
    row = next(r for r in table(finished) if r["start"] == "constant" and r["au"] == "AU25")
    assert float(row["icc"]) == 0
    with np.load(finished / "unseen-persons_seed0_constant_100.npz") as arrays:
        truth, given = (arrays[f"test_{name}"][:, DISFA_UNITS.index(25)] for name in ("truth", "predicted"))
    assert len(set(given.tolist())) == 1
    assert float(row["mae"]) == pytest.approx(np.abs(truth - given).mean(), abs=1e-4)


def test_the_constant_is_the_median_also_where_an_earlier_version_has_written_the_mean(finished, pack, crops):
    with np.load(finished / "unseen-persons_seed0_pretrained_100.npz") as arrays:
        absent = (arrays["test_truth"] == 0).mean(axis=0) > 0.9
    cell, values = (finished / f"unseen-persons_seed0_constant_100.{kind}" for kind in ("json", "npz"))
    with np.load(values) as arrays:
        was = arrays["test_predicted"]
        assert absent.any()
        assert (was[:, absent] == 0).all()
        np.savez(values, **{**arrays, "test_predicted": was + 1})
    cell.write_text(json.dumps({"seconds": 0.0}))
    assert cli.main(arguments(pack, finished, crops, "--report-only")) == 0
    with np.load(values) as arrays:
        np.testing.assert_array_equal(arrays["test_predicted"], was)
    assert "gives the median" in (finished / "report.md").read_text()


def test_two_per_cent_are_drawn_from_training_persons_alone_and_stored(finished):
    cell = json.loads((finished / "unseen-persons_seed0_pretrained_2.json").read_text())
    assert cell["labelled_frames"] == round(0.02 * 4 * 60)
    assert set(cell["drawn"]) <= {"ict-00", "ict-01", "ict-02", "makehuman-06"}


def test_the_report_says_what_was_done_and_shows_the_figures(finished):
    text = (finished / "report.md").read_text()
    for words in ("constant predictor", "pre-trained, 2 %", "scratch, 100 %", "n/a", "pre-training gains",
                  "Calibration to the person", "Expected errors", "learning-curve.svg"):  # fmt: skip
        assert words in text
    for chart in ("learning-curve.svg", "reliability.svg"):
        assert ET.parse(finished / chart).getroot().tag.endswith("svg")


def test_a_missing_cell_alone_is_trained_again(finished, pack, crops, monkeypatch):
    kept = finished / "unseen-persons_seed0_pretrained_100.json"
    before, other = kept.stat().st_mtime_ns, finished / "unseen-persons_seed0_scratch_100.json"
    was = json.loads(other.read_text())
    other.unlink()
    assert cli.main(arguments(pack, finished, crops)) == 0
    assert kept.stat().st_mtime_ns == before
    now = json.loads(other.read_text())
    assert now["curve"] == was["curve"], "the same seed trains the same model"


def test_other_settings_do_not_mix_with_what_is_there(finished, pack, crops, capsys):
    assert cli.main(arguments(pack, finished, crops, "--width", "16")) == 1
    assert "other settings" in capsys.readouterr().err


def test_an_interrupted_benchmark_reports_what_is_done_and_goes_on(
    pack, crops, tmp_path, capsys, monkeypatch
):
    def interrupted(benchmark, hooks):
        steps = iter(range(8))
        run_benchmark(benchmark, TrainingHooks(should_stop=lambda: next(steps, None) is None))

    monkeypatch.setattr(command, "run_benchmark", interrupted)
    assert cli.main(arguments(pack, tmp_path, crops)) == 130
    assert "goes on with the trainings that are left" in capsys.readouterr().err
    assert "Interrupted" in (tmp_path / "report.md").read_text()
    monkeypatch.undo()
    monkeypatch.setattr(command, "create_backend", lambda name: (BrightBackend(), ()))
    assert cli.main(arguments(pack, tmp_path, crops)) == 0
    assert "Interrupted" not in (tmp_path / "report.md").read_text()


def test_the_same_command_serves_disfa_in_three_folds(tmp_path):
    tree = write_disfa(tmp_path / "disfa", (1, 2, 13, 18, 3, 29))
    more = ["--shares", "100", "--scratch-shares"]
    code = cli.main(["benchmark", "disfa", str(tree), "-o", str(tmp_path / "out"), *QUICK, *more])
    assert code == 0
    cells = sorted(p.name for p in (tmp_path / "out").glob("*_pretrained_100.npz"))
    assert len(cells) == 3
    frames = [np.load(tmp_path / "out" / name)["test_subject"] for name in cells]
    assert sorted({s for part in frames for s in part}) == [
        "SN001",
        "SN002",
        "SN003",
        "SN013",
        "SN018",
        "SN029",
    ]
    assert "AU26" in (tmp_path / "out" / "report.md").read_text()


def test_the_same_command_serves_bp4d_and_leaves_missing_codes_out(tmp_path):
    tree = write_bp4d(tmp_path / "bp4d", ("F001", "F002", "F003", "M004"))
    more = ["--shares", "100", "--scratch-shares"]
    assert cli.main(["benchmark", "bp4d", str(tree), "-o", str(tmp_path / "out"), *QUICK, *more]) == 0
    with np.load(next((tmp_path / "out").glob("*_pretrained_100.npz"))) as arrays:
        assert arrays["test_truth"].shape[1] == 5
        assert np.isnan(arrays["test_truth"][:, 4]).any()
    assert "nan" not in (tmp_path / "out" / "table.csv").read_text()


def test_a_quicker_network_sees_smaller_crops_of_the_whole_face(pack, crops, tmp_path, monkeypatch):
    seen = set()

    def look(benchmark, hooks):
        seen.update(clip.crops.shape[1:] for clip in benchmark.material.clips)
        run_benchmark(benchmark, hooks)

    monkeypatch.setattr(command, "run_benchmark", look)
    more = ["--crop-size", "64", "--shares", "100", "--scratch-shares"]
    assert cli.main(arguments(pack, tmp_path, crops, *more)) == 0
    assert seen == {(72, 72, 3)}
    assert load_checkpoint(tmp_path / "unseen-persons_seed0_stage1.safetensors")[1].config.crop_size == 64
    assert "crops of 64 px" in (tmp_path / "report.md").read_text()


def test_what_varying_the_crops_is_worth_can_be_measured(finished, pack, crops, tmp_path, monkeypatch):
    varied = set()
    monkeypatch.setattr(Augmentation, "__call__", recorded(Augmentation.__call__, varied))
    more = ["--shares", "100", "--scratch-shares"]
    assert cli.main(arguments(pack, tmp_path / "as they are", crops, *more, "--no-augmentation")) == 0
    assert varied == {NO_AUGMENTATION}
    assert "Crops are not varied." in (tmp_path / "as they are" / "report.md").read_text()
    assert "not varied" not in (finished / "report.md").read_text()


def recorded(method, seen):
    def record(self, *given):
        seen.add(self)
        return method(self, *given)

    return record


def test_a_corpus_that_does_not_ship_must_be_named(tmp_path, capsys):
    assert cli.main(["benchmark", "disfa", "-o", str(tmp_path)]) == 1
    assert "Name your copy" in capsys.readouterr().err


def test_it_starts_from_models_made_without_labels_only(finished, pack, crops, tmp_path, capsys):
    stage1 = finished / "unseen-persons_seed0_stage1.safetensors"
    more = ["--shares", "100", "--scratch-shares", "--start"]
    assert cli.main(arguments(pack, tmp_path / "stage 1", crops, *more, str(stage1))) == 0
    assert "shows test persons was not checked" in (tmp_path / "stage 1" / "report.md").read_text()
    assert not list((tmp_path / "stage 1").glob("*stage1*"))
    model, card = load_checkpoint(stage1)
    taught = tmp_path / "taught.safetensors"
    for training in ({"kind": "fine-tuned"}, {**card.training, "start_knows_labels": True}):
        save_checkpoint(model, replace(card, training=training), taught)
        assert cli.main(arguments(pack, tmp_path / "taught", crops, *more, str(taught))) == 1
        assert "has learned from labels" in capsys.readouterr().err
    assert not list((tmp_path / "taught").glob("*.npz"))


@pytest.mark.parametrize(
    "wrong", ["--pretrain-steps=0", "--most-steps=0", "--cycle-steps=-1", "--rows=some", "--seeds=0"]
)
def test_no_steps_are_refused_not_taken_for_the_usual(wrong, pack, crops, tmp_path, capsys):
    with pytest.raises(SystemExit):
        cli.main(arguments(pack, tmp_path, crops, wrong))
    option, number = wrong.split("=")
    assert f"argument {option}: {number} is no whole number from 1 on" in capsys.readouterr().err


def test_the_objective_is_chosen_and_belongs_to_the_folder(finished, pack, crops, tmp_path, capsys):
    more = ["--objective", "future", "--shares", "100", "--scratch-shares"]
    assert cli.main(arguments(pack, tmp_path, crops, *more)) == 0
    training = load_checkpoint(tmp_path / "unseen-persons_seed0_stage1.safetensors")[1].training
    usual = PretrainingSettings.of("future")
    assert training["settings"]["objective"] == "future"
    assert training["settings"]["learning_rate"] == usual.learning_rate
    assert "objective: future" in (tmp_path / "report.md").read_text()
    assert cli.main(arguments(pack, finished, crops, *more)) == 1
    assert "other settings" in capsys.readouterr().err


def test_several_processes_are_refused(pack, crops, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("WORLD_SIZE", "2")
    assert cli.main(arguments(pack, tmp_path, crops)) == 1
    assert "It is for “au-studio pretrain” and “au-studio train”" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_cells_of_the_validation_part_are_kept_for_the_error_model(finished):
    from au_studio.factory.benchmark.cells import Cell

    cell = Cell("unseen persons", 0, Condition("pretrained", 0.02))
    assert set(load_frames(finished, cell, "validation").subject) == {"ict-03", "makehuman-07"}
    assert load_frames(finished, Cell("unseen persons", 0, Condition("constant")), "validation") is None


@pytest.mark.parametrize(
    ("words", "seeds", "side"),
    [
        ([], (0, 1, 2), 128),
        (["--quick"], (0,), 64),
        (["--quick", "--seeds", "2", "--crop-size", "32"], (0, 1), 32),
    ],
)
def test_to_see_whether_it_runs_one_seed_and_small_crops_are_enough(words, seeds, side):
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    settings = command.settings_of(parser.parse_args(["synthetic", "-o", "measured", *words]))
    assert (settings.seeds, settings.config.crop_size) == (seeds, side)
