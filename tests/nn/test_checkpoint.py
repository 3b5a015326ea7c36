"""A checkpoint comes back as it was saved, or not at all."""

import json

import pytest
import torch

from au_studio.nn.checkpoint import (
    CheckpointError,
    ModelCard,
    card_path,
    load_checkpoint,
    read_card,
    save_checkpoint,
)
from au_studio.nn.config import ModelConfig
from au_studio.nn.model import IntensityModel

CONFIG = ModelConfig(aus=(4, 12), width=8, features=16, block_frames=2, crop_size=32)


@pytest.fixture
def checkpoint(tmp_path):
    path = tmp_path / "models" / "mine.safetensors"
    model = IntensityModel(CONFIG)
    card = save_checkpoint(model, ModelCard(name="Mine – müde", config=CONFIG, metrics={"icc": 0.5}), path)
    return path, model, card


def test_weights_and_card_come_back(checkpoint):
    path, model, card = checkpoint
    loaded, read = load_checkpoint(path)
    assert read == card
    assert read.name == "Mine – müde"
    assert read.created
    for name, tensor in model.state_dict().items():
        torch.testing.assert_close(loaded.state_dict()[name], tensor)


def test_nothing_but_the_two_files_is_left_behind(checkpoint):
    path, _, _ = checkpoint
    assert sorted(p.name for p in path.parent.iterdir()) == ["mine.json", "mine.safetensors"]


def test_changed_weights_are_refused(checkpoint):
    path, _, _ = checkpoint
    data = bytearray(path.read_bytes())
    data[-3] ^= 1
    path.write_bytes(data)
    with pytest.raises(CheckpointError, match=r"mine\.safetensors is damaged or was changed"):
        load_checkpoint(path)


def test_weights_of_another_network_are_refused(checkpoint):
    path, _, _ = checkpoint
    data = json.loads(card_path(path).read_text())
    data["config"]["width"] = 16
    card_path(path).write_text(json.dumps(data))
    with pytest.raises(CheckpointError, match="do not fit"):
        load_checkpoint(path)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda d: d.update(schema=99), "another version"),
        (lambda d: d.update(schema=1), "another version"),
        (lambda d: d.pop("config"), "not a model card"),
        (lambda d: d["config"].update(aus=[]), "not a model card"),
        (lambda d: d["config"].update(colour="red"), "not a model card"),
        (lambda d: d.update(stranger=1), "not a model card"),
    ],
)
def test_a_foreign_card_is_refused_with_its_name(checkpoint, change, message):
    path, _, _ = checkpoint
    data = json.loads(card_path(path).read_text())
    change(data)
    card_path(path).write_text(json.dumps(data))
    with pytest.raises(CheckpointError, match=message) as caught:
        read_card(path)
    assert "mine" in caught.value.message
    assert caught.value.next_step


@pytest.mark.parametrize("text", ["", "[]", "{", "null"])
def test_a_damaged_card_is_refused(checkpoint, text):
    path, _, _ = checkpoint
    card_path(path).write_text(text)
    with pytest.raises(CheckpointError):
        read_card(path)


def test_missing_files_are_named(checkpoint):
    path, _, _ = checkpoint
    card = card_path(path).rename(path.with_name("kept"))
    with pytest.raises(CheckpointError, match="has no card"):
        load_checkpoint(path)
    path.unlink()
    with pytest.raises(CheckpointError, match="is no longer there"):
        load_checkpoint(path)
    card.rename(card_path(path))
    with pytest.raises(CheckpointError, match="is missing"):
        load_checkpoint(path)


def test_a_card_says_which_libraries_trained_it_and_one_of_before_says_none(checkpoint):
    path, _, card = checkpoint
    assert {"opencv", "av", "torch"} <= card.libraries.keys()
    before = json.loads(card_path(path).read_text("utf-8"))
    del before["libraries"]
    card_path(path).write_text(json.dumps(before))
    assert read_card(path).libraries == {}


def test_loading_draws_nothing_at_random(checkpoint):
    path, model, _ = checkpoint
    before = torch.get_rng_state()
    loaded, _ = load_checkpoint(path)
    assert torch.equal(torch.get_rng_state(), before)
    assert all(p.requires_grad and p.dtype == torch.float32 for p in loaded.parameters())
    for name, tensor in model.state_dict().items():
        assert torch.equal(loaded.state_dict()[name], tensor)
