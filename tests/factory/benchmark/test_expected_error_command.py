"""Expected errors are fitted on validation persons, examined on test persons, and written on the card."""

import numpy as np
import pytest
import torch

from au_studio import cli
from au_studio.facs.action_units import DISFA_AUS
from au_studio.factory.synthetic.corpus import write_shard
from au_studio.nn.checkpoint import ModelCard, load_checkpoint, save_checkpoint
from au_studio.nn.config import ModelConfig
from au_studio.nn.expected_error import expected_errors_in
from au_studio.nn.model import IntensityModel


@pytest.fixture
def model(tmp_path):
    torch.manual_seed(0)
    config = ModelConfig(width=8, features=16)
    path = tmp_path / "model.safetensors"
    save_checkpoint(IntensityModel(config), ModelCard(name="m", config=config, notes=["keep me"]), path)
    return path


def corpus(folder, splits):
    """Two persons per split, with eight still pictures each."""
    folder.mkdir()
    (folder / "manifest.json").write_text("{}")
    rng = np.random.default_rng(0)
    n = len(splits) * 16
    columns = {
        "clip": np.arange(n),
        "time": np.zeros(n),
        "identity": np.arange(n) // 8,
        "rig": np.zeros(n),
        "split": np.repeat(splits, 16),
        "kind": np.zeros(n),
    }
    write_shard(
        folder / "shard_0000.h5",
        rng.integers(0, 255, (n, 144, 144, 3), dtype=np.uint8),
        rng.uniform(0, 5, (n, 12)).astype(np.float32),
        columns,
        aus=DISFA_AUS,
        attributes={},
    )
    return folder


def test_persons_of_two_corpora_count_apart(tmp_path, model):
    folders = [corpus(tmp_path / name, [1, 2]) for name in "ab"]
    assert cli.main(["expected-error", str(model), *map(str, folders), "--device", "cpu"]) == 0
    assert expected_errors_in(load_checkpoint(model)[1].to_json()).fitted_on == "32 frames of 4 persons"


def test_the_card_says_how_far_off_the_model_may_be_and_the_weights_stay(tmp_path, model, capsys):
    before = model.read_bytes()
    folder = corpus(tmp_path / "corpus", [0, 1, 2])
    assert cli.main(["expected-error", str(model), str(folder), "--device", "cpu"]) == 0
    assert model.read_bytes() == before
    _, card = load_checkpoint(model)
    assert card.notes == ["keep me"]
    errors = expected_errors_in(card.to_json())
    assert errors.aus == DISFA_AUS
    assert errors.fitted_on == "16 frames of 2 persons"
    assert card.error_model["examined"]["on"] == "16 frames of 2 further persons"
    # An untrained model says about 0 everywhere; the labels lie between 0 and 5.
    assert 2 < errors.expected_error(np.zeros((1, 12))).mean() < 4
    assert "the band for 90 % covers" in capsys.readouterr().out


def test_without_validation_persons_nothing_is_written(tmp_path, model, capsys):
    folder = corpus(tmp_path / "corpus", [0, 2])
    assert cli.main(["expected-error", str(model), str(folder), "--device", "cpu"]) == 1
    assert "nobody in the validation part" in capsys.readouterr().err
    assert load_checkpoint(model)[1].error_model == {}
