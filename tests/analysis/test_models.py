import json
from dataclasses import replace

import pytest
from drawn import write_model

from au_studio import resources
from au_studio.analysis.models import ModelNotFoundError, available_models, find_model


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    folder = tmp_path / "resources"
    monkeypatch.setattr(resources, "root", lambda: folder)
    write_model(folder / "models" / "another.safetensors", seed=1)
    write_model(folder / "models" / "base.safetensors")
    return folder


@pytest.fixture
def study(tmp_path):
    folder = tmp_path / "s.austudio"
    for number, name in enumerate(("zebra", "alpha")):
        path = write_model(folder / "models" / f"{name}.safetensors", seed=number + 2)
        card = json.loads(path.with_suffix(".json").read_text())
        path.with_suffix(".json").write_text(
            json.dumps({**card, "created": f"2026-01-0{number + 1}", "name": f"My {name}"})
        )
    return folder


def test_the_base_model_comes_first_and_the_study_s_in_order_of_creation(shipped, study):
    assert [m.id for m in available_models()] == ["base", "another"]
    assert [m.id for m in available_models(study)] == ["base", "another", "zebra", "alpha"]


def test_a_model_is_found_by_id_name_or_path(shipped, study):
    assert find_model().id == "base"
    assert find_model("alpha", study).name == "My alpha"
    assert find_model("My zebra", study).id == "zebra"
    path = study / "models" / "alpha.safetensors"
    assert find_model(str(path)).path == path


def test_an_unknown_model_is_refused_with_the_ones_there_are(shipped):
    with pytest.raises(ModelNotFoundError, match="base, another"):
        find_model("bse")
    with pytest.raises(ModelNotFoundError, match=r"nowhere\.safetensors"):
        find_model("/nowhere.safetensors")


def test_a_model_without_a_readable_card_is_left_out(shipped):
    (shipped / "models" / "another.json").write_text("{")
    (shipped / "models" / "stray.safetensors").write_bytes(b"")
    assert [m.id for m in available_models()] == ["base"]


def test_a_changed_file_is_not_intact(shipped):
    model = find_model("base")
    assert model.intact
    model.path.write_bytes(model.path.read_bytes() + b" ")
    assert not model.intact


def test_without_any_model_the_error_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(resources, "root", lambda: tmp_path)
    with pytest.raises(ModelNotFoundError, match="Install AU Studio again"):
        find_model()


def test_a_model_that_was_only_adapted_reads_no_intensities_yet(shipped):
    model = find_model("base")
    assert model.reads_intensities
    adapted = {**model.card, "training": {"kind": "stage 1 (contrastive, no labels)"}}
    assert not replace(model, card=adapted).reads_intensities


def test_the_shipped_card_describes_its_weights_and_does_not_name_itself_as_its_start():
    shipped = available_models()[0]
    assert shipped.intact
    assert shipped.card["parent"] != shipped.card["sha256"]
    start = shipped.card["training"]["start"]
    assert start["sha256"] == shipped.card["parent"]
