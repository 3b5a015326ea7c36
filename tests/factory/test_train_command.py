"""``au-studio train`` makes a base model of a rendered corpus, its card, and says how good it is."""

import json
import shutil

import h5py
import numpy as np
import pytest
import torch

from au_studio import cli
from au_studio.factory import train_command as command
from au_studio.learn.stage2 import regression
from au_studio.nn.checkpoint import ModelCard, load_checkpoint, save_checkpoint
from au_studio.nn.config import ModelConfig
from au_studio.nn.model import IntensityModel

SIDE = 144
SHORT = ["--pretrain-steps", "0", "--steps", "2", "--width", "8", "--device", "cpu"]


@pytest.fixture
def corpus(tmp_path):
    """Two still pictures and a clip of three frames of a person in every part."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "manifest.json").write_text(json.dumps({"name": "made"}))
    clip = np.array([0, 1, 2, 2, 2])
    n = 3 * len(clip)
    rng = np.random.default_rng(0)
    with h5py.File(folder / "shard_0000.h5", "w") as file:
        file.attrs["aus"] = [4, 12, 25]
        file["crops"] = rng.integers(0, 256, (n, SIDE, SIDE, 3), dtype=np.uint8)
        file["intensities"] = rng.uniform(0, 5, (n, 3)).astype(np.float32)
        file["clip"] = np.concatenate([clip + 10 * part for part in range(3)])
        file["time"] = np.tile([0, 0, 0, 0.04, 0.08], 3)
        file["identity"] = np.repeat([0, 1, 2], len(clip))
        file["rig"] = np.zeros(n, np.uint8)
        file["split"] = np.repeat([0, 1, 2], len(clip))
        file["kind"] = np.tile([0, 0, 1, 1, 1], 3)
    return folder


def train(corpus, output, *more):
    return cli.main(["train", str(corpus), "-o", str(output), *SHORT, *more])


def test_a_model_of_chosen_units_is_trained_and_measured(corpus, tmp_path, capsys):
    output = tmp_path / "mine.safetensors"
    assert train(corpus, output, "--aus", "25", "12", "--name", "Mine") == 0
    model, card = load_checkpoint(output)
    assert (card.name, model.config.aus, model.config.width) == ("Mine", (12, 25), 8)
    assert card.metrics["all"]["n_frames"] == 5
    assert "all: 5 frames, mean ICC" in capsys.readouterr().out


def test_a_corpus_that_keeps_nobody_for_testing_is_learnt_from_and_the_card_says_nothing(
    corpus, tmp_path, capsys
):
    counts = {"identities_test": 0}
    (corpus / "manifest.json").write_text(json.dumps({"name": "made", "counts": counts}))
    with h5py.File(corpus / "shard_0000.h5", "r+") as file:
        file["split"][...] = np.minimum(file["split"][...], 1)
    output = tmp_path / "mine.safetensors"
    assert train(corpus, output, "--aus", "12", "25") == 0
    said = capsys.readouterr().out
    assert said.startswith("Nobody in these corpora is kept for testing")
    assert f"Written: {output}" in said
    assert load_checkpoint(output)[1].metrics == {}


def test_a_start_gives_its_weights_and_reads_further_units(corpus, tmp_path):
    first, second = tmp_path / "first.safetensors", tmp_path / "second.safetensors"
    assert train(corpus, first, "--aus", "12", "25") == 0
    assert train(corpus, second, "--start", str(first), "--aus", "4", "12", "25", "--steps", "1") == 0
    start, parent = load_checkpoint(first)
    model, card = load_checkpoint(second)
    assert card.parent == parent.sha256
    assert model.config.aus == (4, 12, 25)
    known = model.regressor.weight[1:].detach()
    assert torch.allclose(known, start.regressor.weight.detach(), atol=0.01), "it does not begin anew"


def test_a_network_of_small_crops_is_shown_the_whole_face(corpus, tmp_path, monkeypatch):
    shapes = set()

    def recorded(method):
        def record(*given, **named):
            clips = next(value for value in given if isinstance(value, list))
            shapes.update(clip.crops.shape[1:] for clip in clips)
            return method(*given, **named)

        return record

    monkeypatch.setattr(command, "train_base", recorded(command.train_base))
    monkeypatch.setattr(command, "measure", recorded(command.measure))
    config, small = ModelConfig(width=8, features=16, crop_size=64), tmp_path / "small.safetensors"
    save_checkpoint(IntensityModel(config), ModelCard(name="small", config=config), small)
    assert train(corpus, tmp_path / "mine.safetensors", "--start", str(small), "--aus", "12") == 0
    assert shapes == {(72, 72, 3)}, "shrunk, not cut"


def test_a_finished_training_leaves_no_state_that_another_could_go_on_from(corpus, tmp_path, monkeypatch):
    monkeypatch.setattr(regression, "SAVE_SECONDS", 0.0)
    output = tmp_path / "mine.safetensors"
    assert train(corpus, output, "--aus", "12", "25") == 0
    assert {path.name for path in tmp_path.glob("mine*")} == {"mine.json", "mine.safetensors"}


def test_persons_of_two_corpora_count_apart(corpus, tmp_path):
    other = shutil.copytree(corpus, tmp_path / "other")
    (other / "manifest.json").write_text(json.dumps({"name": "other", "seed": 5}))
    output = tmp_path / "mine.safetensors"
    assert cli.main(["train", str(corpus), str(other), "-o", str(output), *SHORT, "--aus", "12", "25"]) == 0
    card = load_checkpoint(output)[1]
    assert card.training["labelled_persons"] == 2
    assert set(card.metrics) == {"all", "ict-still", "ict-clip"}


def test_processes_that_cannot_share_the_windows_are_refused(corpus, tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("WORLD_SIZE", "4")
    assert train(corpus, tmp_path / "mine.safetensors", "--rows", "6") == 1
    assert "6 windows a step cannot be shared evenly by 4 processes" in capsys.readouterr().err
    assert not list(tmp_path.glob("mine*"))


def test_a_unit_that_the_corpus_lacks_is_named(corpus, tmp_path, capsys):
    assert train(corpus, tmp_path / "mine.safetensors", "--aus", "9") == 1
    assert "no labels for AU [9]" in capsys.readouterr().err
    assert not (tmp_path / "mine.safetensors").exists()
