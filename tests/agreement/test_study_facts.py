"""What a methods text is made from is collected from the study as it is."""

from __future__ import annotations

import json
import shutil

import pytest

from au_studio.agreement.study_facts import facts_of_study


@pytest.fixture
def study(workspace, make_video, untrained_model, qtbot):
    workspace.add_videos([make_video("session.mp4", 30)])
    qtbot.waitUntil(lambda: workspace.current is not None, timeout=10_000)
    for file in (untrained_model, untrained_model.with_suffix(".json")):
        shutil.copy(file, workspace.study.path / "models" / file.name)
    workspace.refresh_models()
    return workspace.study


def facts(workspace):
    return facts_of_study(workspace.study, workspace.models(), [workspace.current.id], "untrained")


def test_a_study_in_which_nothing_was_drawn_or_rated_has_a_model_only(study, workspace):
    study.add_coder("AB")
    found = facts(workspace)
    assert [model.name for model in found.models] == ["Untrained"]
    assert (found.samples, found.coders, found.pairs, found.of_others) == ({}, (), (), ())


def test_ratings_are_counted_and_coders_compared_on_the_frames_that_both_rated(study, workspace):
    key, index = workspace.current.id, workspace.index
    study.draw_sample(key, seed=5, index_digest=index.digest(), pts=index.pts, count=12)
    one, other, settled = (
        study.add_coder(name, kind=kind)
        for name, kind in (("AB", "human"), ("CD", "imported"), ("Both", "consensus"))
    )
    for place, level in enumerate((0, 1, 2, 3, 4, 5)):
        pts = int(index.pts[place])
        study.rate(one.id, key, pts, 12, level)
        study.rate(other.id, key, pts, 12, min(5, level + 1), visible="imported")
        study.rate(settled.id, key, pts, 12, level, visible="coders")
    study.rate(one.id, key, int(index.pts[7]), 6, None)
    study.rate(one.id, key, int(index.pts[8]), 6, 2, unsure=True, visible="model")
    study.remove_coder(other.id)
    found = facts(workspace)
    assert found.samples[key].seed == 5
    counts = {c.name: (c.frames, c.levels, c.not_codable, c.unsure, c.blind, c.unknown) for c in found.coders}
    assert counts["AB"] == (8, 7, 1, 1, 7, 0)
    assert counts["CD"] == (6, 6, 0, 0, 0, 6)
    (pair,) = found.pairs
    assert (pair.names, pair.frames, pair.units) == (("AB", "CD"), 6, 1)
    assert pair.icc == pytest.approx(2 * 3 / (3.5 + 8 / 3))  # 2 cov / (var + var)
    assert (pair.mae, pair.exact) == (pytest.approx(5 / 6), pytest.approx(1 / 6))


def test_ratings_of_another_person_than_the_one_who_is_read_are_left_out_and_told(study, workspace):
    key = workspace.current.id
    workspace.set_target_person(key, 0)
    study.rate(study.add_coder("AB").id, key, int(workspace.index.pts[3]), 12, 4)
    assert facts(workspace).coders
    workspace.set_target_person(key, 1)
    found = facts(workspace)
    assert (found.coders, found.of_others) == ((), ("session.mp4",))


def test_the_line_of_a_model_goes_back_to_where_it_began(study, workspace):
    models = study.path / "models"
    card = json.loads((models / "untrained.json").read_text())
    shutil.copy(models / "untrained.safetensors", models / "mine.safetensors")
    mine = {**card, "name": "Mine", "parent": card["sha256"], "sha256": "0" * 64}
    (models / "mine.json").write_text(json.dumps(mine))
    workspace.refresh_models()
    found = facts_of_study(workspace.study, workspace.models(), [workspace.current.id], "mine")
    assert [model.name for model in found.models] == ["Mine", "Untrained"]
