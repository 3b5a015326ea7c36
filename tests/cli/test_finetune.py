"""``au-studio finetune``: the study's ratings train, and the new model is the study's choice."""

import dataclasses
import json
from pathlib import Path

import pytest

from au_studio.analysis.models import available_models
from au_studio.cli import finetune as finetune_command
from au_studio.cli import main
from au_studio.errors import Stopped
from au_studio.study.study import Study

QUICK = {"steps": 2, "rows": 2, "window": 4, "evaluations": 1, "folds": 2}


@pytest.fixture
def short(monkeypatch):
    """Train for two steps: what is learned does not matter here."""
    real = finetune_command.plan

    def plan(study, wish):
        task = real(study, wish)
        return dataclasses.replace(task, job=dataclasses.replace(task.job, settings=QUICK))

    monkeypatch.setattr(finetune_command, "plan", plan)


def test_the_new_model_is_in_the_study_with_its_held_out_figures(two, short, capsys):
    assert main(["finetune", str(two), "--name", "Mine", "--device", "cpu", "--json"]) == 0
    said = capsys.readouterr()
    told = json.loads(said.out)
    (trained,) = told["trained"]
    assert (told["coder"], told["base"], told["frames"], told["persons"]) == ("AB", "base", 8, 2)
    assert "8 frames of 2 recordings, 2 persons" in said.err
    assert "Only 8 frames are rated" in said.err
    entry = next(m for m in available_models(two) if m.id == told["model"])
    assert entry.name == trained["name"] == "Mine"
    assert entry.card["metrics"]["au"]["12"] == trained["evaluation"]["au"]["12"]
    with Study.open(two) as study:
        assert study.default_model == told["model"]
        assert [(m.id, m.parent) for m in study.models()] == [(told["model"], "base")]
    assert (two / "jobs" / f"{told['model']}.json").is_file()  # says which frames are not held out any more
    assert not (two / "jobs" / told["model"]).exists()


def test_a_study_without_ratings_is_refused_and_a_job_file_names_its_command(two, tmp_path, capsys):
    with Study.create(tmp_path / "Empty.austudio"):
        pass
    assert main(["finetune", str(tmp_path / "Empty.austudio")]) == 1
    assert "au-studio import STUDY FILE" in capsys.readouterr().err
    assert main(["finetune", str(two), "--coder", "XY"]) == 1
    assert "There are: AB." in capsys.readouterr().err
    job = tmp_path / "job.json"
    job.write_text("{}")
    assert main(["finetune", str(job)]) == 1
    assert f"au-studio job {job}" in capsys.readouterr().err


def test_ctrl_c_leaves_nothing_of_a_training_behind(two, short, capsys, monkeypatch):
    def execute(job, report, control):
        control.created(Path(job.output))
        Path(job.output).write_bytes(b"half")
        control.remove_created()
        raise Stopped("The job was cancelled.")

    monkeypatch.setattr(finetune_command, "execute", execute)
    assert main(["finetune", str(two)]) == 130
    assert "Interrupted. Nothing was kept." in capsys.readouterr().err
    with Study.open(two) as study:
        assert (study.models(), study.default_model) == ([], None)
    assert list((two / "models").iterdir()) == []
    assert [path for path in (two / "jobs").iterdir() if path.is_dir()] == []


def test_what_more_ratings_would_bring_is_said_kept_and_drawn(two, tmp_path, capsys, monkeypatch):
    wish = ["finetune", str(two), "--learning-curve", "--device", "cpu"]
    assert main(wish) == 1, "eight frames are too few"
    assert "au-studio sample Smiles.austudio" in capsys.readouterr().err.splitlines()[-1]
    points = [{"n": n, "icc": icc, "low": None, "high": None} for n, icc in ((0, 0.4), (8, 0.5))]
    expected = [
        {"n": 16, "icc": 0.6, "low": 0.5, "high": 0.7},
        {"n": 32, "icc": None, "low": None, "high": None},
    ]
    jobs = []

    def execute(job, _report, _control):
        jobs.append(job)
        return {"curve": {"points": points, "ahead": expected, "words": "A little."}}

    monkeypatch.setattr(finetune_command, "execute", execute)
    assert main([*wish, "--sure-only", "--seed", "3"]) == 0
    assert [(job.kind, job.seed, len(job.recordings)) for job in jobs] == [("learning-curve", 3, 2)]
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("Ratings by AB (without the unsure ones), learned by “")
    assert [line.split() for line in lines[2:]] == [
        ["0", "0.400"],
        ["8", "0.500"],
        ["16", "0.600", "[0.500,", "0.700]", "expected"],
        ["A", "little."],
    ]
    with Study.open(two, read_only=True) as study:
        assert study.default_model is None
    assert main(["figure", str(two), "--kind", "learning-curve", "-o", str(tmp_path / "curve.png")]) == 0
    assert "learned by “" in capsys.readouterr().out


@pytest.mark.parametrize("option", [["--name", "Mine"], ["--gradient-steps", "5"]])
def test_a_learning_curve_refuses_what_only_a_model_would_have(two, capsys, option):
    assert main(["finetune", str(two), "--learning-curve", *option]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{option[0]} means nothing with --learning-curve, which trains no model.\nLeave")


def test_a_table_of_figures_shows_intervals_and_why_there_are_none():
    from au_studio.cli.figures import figures_table

    row = {
        "n": 40,
        "icc": 0.5,
        "icc_low": 0.25,
        "icc_high": 0.75,
        "mae": 0.4,
        "base_icc": 0.1,
        "base_mae": 1.0,
    }
    lacking = {"n": 3, "icc": None, "mae": None, "lacking": "too few"}
    text = figures_table(
        {
            "au": {"12": row, "6": lacking, "4": {"n": 0, "icc": None}},
            "mean": {"icc": 0.5, "mae": 0.4},
            "n_frames": 41,
        },
        before=True,
    )
    head, au6, au12, mean = text.splitlines()
    assert au12.split() == ["AU12", "40", "0.500", "[0.250,", "0.750]", "0.400", "0.100,", "1.000"]
    assert au6.endswith("(too few)")
    assert mean.split()[:4] == ["mean", "41", "0.500", "0.400"]
    assert "before" in head
