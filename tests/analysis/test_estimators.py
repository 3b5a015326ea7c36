"""An analysis on a CPU runs in ONNX Runtime, from a cache that may be damaged, and then needs no torch."""

import subprocess
import sys

import numpy as np
import pytest

from au_studio.analysis.estimators import is_in_eight_bits, is_ready, load_estimator, prepare, quick_path
from au_studio.nn import engine, quick_making
from au_studio.nn.card import CheckpointError
from au_studio.nn.quick_model import QuickEstimator
from au_studio.nn.streaming import StreamingPredictor

pytest.importorskip("onnx", reason="the package onnx is not installed")
pytest.importorskip("onnxruntime", reason="ONNX Runtime is not installed")


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "cache_folder", lambda: tmp_path / "networks")


def values_of(estimator):
    side = estimator.crop_size
    crops = np.random.default_rng(0).integers(0, 256, (3, side, side, 3), dtype=np.uint8)
    return estimator(crops, np.arange(3) == 0)


def test_a_network_is_made_once_and_again_when_it_was_damaged(model_path, monkeypatch):
    first, card = load_estimator(model_path, "cpu")
    assert isinstance(first, QuickEstimator)
    kept = quick_path(card.sha256)
    made = kept.stat().st_mtime_ns
    again, _ = load_estimator(model_path, "cpu")
    assert kept.stat().st_mtime_ns == made
    np.testing.assert_array_equal(values_of(again), values_of(first))
    kept.write_bytes(b"damaged")
    load_estimator(model_path, "cpu")
    assert kept.stat().st_size > 1000


def test_what_was_prepared_when_a_model_was_saved_is_found_by_its_first_analysis(model_path, monkeypatch):
    assert prepare(model_path)
    monkeypatch.setattr("au_studio.nn.quick_making.make_quick", lambda _: pytest.fail("made again"))
    assert isinstance(load_estimator(model_path, "cpu")[0], QuickEstimator)


def test_networks_of_8_and_of_32_bits_are_kept_beside_each_other(model_path, monkeypatch):
    load_estimator(model_path, "cpu")
    assert not is_in_eight_bits(model_path)
    monkeypatch.delenv(engine.NO_EIGHT_BITS)
    assert not is_ready(model_path, "cpu")
    assert not is_in_eight_bits(model_path)
    monkeypatch.setattr(quick_making, "WORTH_IT", np.inf)
    monkeypatch.setattr(quick_making, "NEAR", np.inf)
    monkeypatch.setattr(quick_making, "NEAR_ON_AVERAGE", np.inf)
    monkeypatch.setattr(quick_making, "adds_up", lambda: True)
    made, _ = load_estimator(model_path, "cpu")
    assert is_ready(model_path, "cpu")
    assert is_in_eight_bits(model_path)
    assert made.engine.endswith("8-bit encoder")
    monkeypatch.setenv(engine.NO_EIGHT_BITS, "1")
    assert not load_estimator(model_path, "cpu")[0].engine.endswith("8-bit encoder")


def test_nothing_is_prepared_without_the_engine(model_path, monkeypatch):
    monkeypatch.setattr(engine, "is_there", lambda: False)
    assert not prepare(model_path)


def test_torch_does_the_work_without_the_engine(model_path, monkeypatch):
    quick, _ = load_estimator(model_path, "cpu")
    monkeypatch.setattr(engine, "is_there", lambda: False)
    exact, _ = load_estimator(model_path, "cpu")
    assert isinstance(exact, StreamingPredictor)
    np.testing.assert_allclose(values_of(quick), values_of(exact), atol=1e-3)


def test_without_a_place_to_keep_it_the_network_still_works(model_path, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setattr(engine, "cache_folder", lambda: tmp_path / "file" / "networks")
    assert isinstance(load_estimator(model_path, "cpu")[0], QuickEstimator)


def test_changed_weights_are_refused(model_path, tmp_path):
    weights, card = tmp_path / "m.safetensors", tmp_path / "m.json"
    weights.write_bytes(model_path.read_bytes() + b" ")
    card.write_bytes(model_path.with_suffix(".json").read_bytes())
    with pytest.raises(CheckpointError, match="damaged or was changed"):
        load_estimator(weights, "cpu")


def test_a_second_analysis_imports_no_torch(face_video, model_path, tmp_path):
    program = (
        "import sys; from pathlib import Path; import au_studio.cli as cli;"
        "code = cli.main(['analyze', sys.argv[1], '-o', sys.argv[3], '--model', sys.argv[2],"
        " '--device', 'cpu', '--overwrite']);"
        "print('torch' in sys.modules); sys.exit(code)"
    )
    said = []
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", program, face_video, model_path, tmp_path / "out"],
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        said.append(done.stdout.split()[-1])
        assert "XNNPACK" not in done.stderr
    assert said[1] == "False"
