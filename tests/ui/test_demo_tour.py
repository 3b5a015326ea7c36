"""The whole loop in the real window: demo study, curves, coding, fine-tuning, new curves, tables."""

from __future__ import annotations

import csv
import json
from dataclasses import replace

import pytest

from au_studio.jobs import training_plan
from au_studio.study.study import Study
from au_studio.ui.demo_tour import DemoTour


@pytest.mark.timeout(900)
def test_the_demo_walks_from_the_recordings_to_the_tables(qtbot, tmp_path, monkeypatch):
    build_job = training_plan.build_job
    quick = {"steps": 8, "rows": 2, "window": 4, "evaluations": 2, "folds": 2}
    monkeypatch.setattr(
        training_plan, "build_job", lambda *a, **k: replace(build_job(*a, **k), settings=quick)
    )
    said: list[str] = []
    files = DemoTour(tmp_path, said.append).run()

    tables = {file.name for file in files if file.suffix == ".csv"}
    assert {"person_a.csv", "person_b.csv", "person_c.csv", "summary.csv"} <= tables
    pictures = [file for file in files if file.suffix == ".png"]
    assert len(pictures) == 5
    assert all(file.stat().st_size > 10_000 for file in pictures)
    assert len({file.read_bytes() for file in pictures}) == 5, "each shows another step"

    with (tmp_path / "tables" / "person_a.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == 225
    assert sum(row["success"] == "1" for row in rows) > 200
    assert all(0 <= float(row["AU12_r"]) <= 5 for row in rows if row["success"] == "1")
    rated = [row["AU12_coder_demo"] for row in rows if row["AU12_coder_demo"]]
    assert len(rated) == 22, "a tenth of the frames is drawn"

    study = Study.open(tmp_path / "Demo.austudio", read_only=True)
    try:
        (model,) = study.models()
        by_hand = {coder.name: len(study.ratings(coder.id)) for coder in study.coders()}
        assert by_hand["You"] == 16
    finally:
        study.close()
    card = json.loads((tmp_path / "Demo.austudio" / "models" / f"{model.id}.json").read_text())
    assert card["metrics"]["n_frames"] == 66
