"""``au-studio demo --headless``: the whole way by commands, from films to tables."""

import csv
import dataclasses

import pytest
from drawn import moving_face, write_video
from studies import ship

from au_studio.cli import main
from au_studio.jobs import training_plan

QUICK = {"steps": 2, "rows": 2, "window": 4, "evaluations": 1, "folds": 2}


@pytest.fixture
def films(tmp_path, model_path, monkeypatch):
    """Two films of 20 frames with exact intensities of AU12, in place of those that ship; short trainings."""
    ship(model_path, tmp_path / "resources", monkeypatch)
    folder = tmp_path / "resources" / "demo"
    folder.unlink()
    folder.mkdir()
    for first, name in enumerate(("person_a", "person_b")):
        write_video(folder / f"{name}.mp4", moving_face(20 + first)[first:])
        rows = "".join(f"{t},{t / 30:.6f},{t % 4}\n" for t in range(20))
        (folder / f"{name}.csv").write_text(f"frame,timestamp,AU12\n{rows}", encoding="utf-8")
    build_job = training_plan.build_job
    monkeypatch.setattr(
        training_plan,
        "build_job",
        lambda *a, **k: dataclasses.replace(build_job(*a, **k), settings=QUICK),
    )


def test_the_commands_lead_from_the_films_to_the_tables(films, tmp_path, capsys):
    out = tmp_path / "out"
    assert main(["demo", "--headless", str(out)]) == 0
    said = capsys.readouterr().out
    commands = [line.split()[2] for line in said.splitlines() if line.startswith("$ au-studio ")]
    assert commands == ["study", "study", "study", "sample", "import", "finetune", "analyze", "export"]
    assert "4 new ratings imported" in said
    with (out / "tables" / "person_a.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 20
    rated = {int(row["frame"]): row["AU12_coder_demo"] for row in rows if row["AU12_coder_demo"]}
    assert rated == {frame: str((frame - 1) % 4) for frame in rated}
    assert len(rated) == 2
    assert {"summary.csv", "methods.txt", "person_b.events.csv"} <= {
        p.name for p in (out / "tables").iterdir()
    }


def test_a_step_that_fails_ends_the_way(films, tmp_path, capsys):
    (tmp_path / "Demo.austudio").mkdir()
    assert main(["demo", "--headless", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.out.count("$ au-studio") == 1
    assert "exists already" in said.err
