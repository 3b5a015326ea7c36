"""What the regressor sees of rated frames is the same, whichever way it is computed."""

from __future__ import annotations

import copy

import numpy as np
import pytest
import torch

from au_studio import resources
from au_studio.learn.judging.folds import keep_rated
from au_studio.learn.material import rated
from au_studio.learn.material.clips import MARGIN, Clip, centre
from au_studio.learn.material.known_codes import KnownCodes
from au_studio.learn.material.rated import rated_features
from au_studio.nn.checkpoint import load_checkpoint

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def model():
    return load_checkpoint(resources.path("models/base.safetensors"), CPU)[0].eval()


@pytest.fixture(scope="module")
def clips(model):
    rng = np.random.default_rng(0)
    side, made = model.config.crop_size + 2 * MARGIN, []
    for length, labelled in ((5, (1, 4)), (4, (2,))):
        intensities = np.full((length, len(model.config.aus)), np.nan, np.float32)
        intensities[list(labelled)] = 1
        coarse = rng.integers(0, 256, (length, side // 16, side // 16, 3), dtype=np.uint8)
        crops = coarse.repeat(16, axis=1).repeat(16, axis=2)
        restart = np.arange(length) == 0
        times = np.arange(length) / 25
        made.append(Clip(crops, intensities, times, np.arange(length), restart, "P", f"r{length}"))
    return made


@pytest.fixture(scope="module")
def plain(model, clips):
    """What torch says, clip by clip, with nothing known before."""
    seen = []
    handle = model.regressor.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0][0].numpy()))
    with torch.inference_mode():
        for clip in clips:
            crops = torch.from_numpy(centre(clip.crops, model.config.crop_size)).permute(0, 3, 1, 2)
            model(crops[None])
    handle.remove()
    return np.concatenate([values[clip.labelled] for values, clip in zip(seen, clips, strict=True)])


@pytest.mark.parametrize("worth", [1, 10_000])
def test_in_chunks_with_a_graph_or_without_it_is_what_torch_says(model, clips, plain, worth, monkeypatch):
    monkeypatch.setattr(rated, "WORTH_A_GRAPH", worth)
    monkeypatch.setattr(rated, "CHUNK", 3)
    np.testing.assert_allclose(rated_features(model, clips, CPU), plain, atol=2e-4 * np.abs(plain).max())


def test_geometry_that_is_known_is_not_found_again(model, clips, plain, tmp_path, monkeypatch):
    known, size = KnownCodes(), model.config.crop_size
    first = rated_features(model, clips, CPU, known)
    kept = tmp_path / "crops.codes.npz"
    known.save(kept, clips[:1], size)
    known.save(tmp_path / "other.npz", clips[1:], size)
    later = KnownCodes()
    later.load(kept, model.geometry)
    later.load(tmp_path / "other.npz", model.geometry)
    monkeypatch.setattr(model.geometry, "code", None)
    np.testing.assert_array_equal(rated_features(model, clips, CPU, known), first)
    np.testing.assert_array_equal(rated_features(model, clips, CPU, later), first)
    # Another fold holds fewer ratings of the same crops.
    some = keep_rated(clips, np.array([True, False, True]))
    np.testing.assert_allclose(rated_features(model, some, CPU, known), first[[0, 2]], rtol=1e-5, atol=1e-6)


def test_codes_of_another_geometry_or_in_a_spoilt_file_are_not_taken(model, clips, tmp_path):
    known, crops = KnownCodes(), centre(clips[0].crops, model.config.crop_size)
    codes = known.codes(model.geometry, crops)
    kept = tmp_path / "crops.codes.npz"
    known.save(kept, clips[:1], model.config.crop_size)
    other = copy.deepcopy(model.geometry)
    other.basis *= 2
    assert not torch.equal(known.codes(other, crops), codes)
    assert torch.equal(known.codes(model.geometry, crops), codes)
    content = kept.read_bytes()
    for of, data in ((other, content), (model.geometry, content[:-200])):
        kept.write_bytes(data)
        later = KnownCodes()
        later.load(kept, of)
        later.save(tmp_path / "nothing.npz", clips[:1], model.config.crop_size)
        assert not (tmp_path / "nothing.npz").exists()
