"""Models of a study, and which came from which."""

from __future__ import annotations

import hashlib
import json

import pytest

from au_studio.study.errors import NameTakenError, NotInStudyError, StudyError


def test_a_model_from_elsewhere_is_copied_with_its_card(study, tmp_path):
    checkpoint = tmp_path / "my model.safetensors"
    checkpoint.write_bytes(b"weights")
    checkpoint.with_suffix(".json").write_text('{"name": "Mine"}')
    model = study.add_model(checkpoint, {"name": "Mine", "aus": [1, 12], "parent": "base"})
    assert (model.id, model.name, model.parent) == ("my-model", "Mine", "base")
    assert model.path == study.root / "models" / "my-model.safetensors"
    assert model.path.read_bytes() == b"weights"
    assert json.loads(model.path.with_suffix(".json").read_text()) == {"name": "Mine"}
    assert model.card["aus"] == [1, 12]
    assert model.sha256 == hashlib.sha256(b"weights").hexdigest()
    assert study.models() == [model]


def test_a_model_trained_in_the_study_stays_where_it_is(study):
    path = study.model_path("tuned-1")
    path.write_bytes(b"weights")
    model = study.add_model(path, {})
    assert (model.id, model.name, model.path) == ("tuned-1", "tuned-1", path)
    assert study.add_model(path, {}) == model
    study.rename_model("tuned-1", "After 60 frames")
    assert study.model("tuned-1").name == "After 60 frames"


def test_a_damaged_or_missing_model_is_refused(study, tmp_path):
    checkpoint = tmp_path / "m.safetensors"
    with pytest.raises(StudyError, match="does not exist"):
        study.add_model(checkpoint, {})
    checkpoint.write_bytes(b"weights")
    with pytest.raises(StudyError, match="SHA-256 differs"):
        study.add_model(checkpoint, {"sha256": "0" * 64})
    assert study.models() == []
    with pytest.raises(NotInStudyError):
        study.model("m")


def test_two_models_of_one_name_are_not_mixed_up(study, tmp_path):
    checkpoint = tmp_path / "m.safetensors"
    checkpoint.write_bytes(b"one")
    study.add_model(checkpoint, {})
    checkpoint.write_bytes(b"two")
    with pytest.raises(NameTakenError, match="another model named m"):
        study.add_model(checkpoint, {})
    assert study.model("m").path.read_bytes() == b"one"


def test_notes_and_removal_of_models(study, tmp_path):
    checkpoint = tmp_path / "tuned.safetensors"
    checkpoint.write_bytes(b"weights")
    model = study.add_model(checkpoint, {"name": "Tuned"})
    study.set_model_note(model.id, " for the paper ")
    study.remove_model(model.id)
    assert study.models() == []
    (removed,) = study.models(removed=True)
    assert (removed.note, removed.path.read_bytes()) == ("for the paper", b"weights")
