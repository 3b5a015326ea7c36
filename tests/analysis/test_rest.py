"""What a person's rest is taken from can be chosen, and costs no second look at the pictures."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch
from drawn import empty_picture, moving_face, write_video

from au_studio.analysis import kept_parts
from au_studio.analysis.recording import analyze_recording
from au_studio.analysis.rest import RestChoice, RestError, Traces
from au_studio.analysis.store import is_analysis_of, load_analysis, load_provenance
from au_studio.errors import Stopped
from au_studio.nn.checkpoint import ModelCard, save_checkpoint
from au_studio.nn.config import ModelConfig
from au_studio.nn.model import IntensityModel


class Plain:
    """Reads, as the only unit, the first number that has a rest, minus that rest (0 where none is known)."""

    aus = (12,)
    corner_directions = np.array([[2.0, -1.0]], dtype=np.float32)

    @staticmethod
    def trace_parts(traces):
        return traces[:, 1], traces[:, 2:]

    def read_traces(self, traces, total, weight):
        usual = total / weight if weight else np.zeros_like(total)
        return traces[:, 2:3] - usual[:1]


def traces(numbers, calm):
    numbers = np.asarray(numbers, dtype=np.float32)
    return np.stack([np.zeros_like(numbers), np.asarray(calm, np.float32), numbers], axis=1)


def read(choice, parts, span=(np.inf, -np.inf)):
    kept = Traces(RestChoice.parse(choice), span, "a.mp4")
    at = 0
    for numbers, calm, persons in parts:
        times = np.arange(at, at + len(numbers), dtype=float)
        kept.add(traces(numbers, calm), np.asarray(persons, np.int16), times)
        at += len(numbers)
    return kept.read(Plain())


def test_refined_counts_from_the_calm_frames_of_each_person_from_the_first_frame_on():
    parts = [([5, 1, 3], [0, 1, 1], [0, 0, 0]), ([10, 4], [1, 0], [1, 0])]
    values, corners = read("refined", parts)
    assert values[:, 0].tolist() == [3, -1, 1, 0, 2]
    assert corners.tolist() == [[6, -3], [-2, 1], [2, -1], [0, 0], [4, -2]]


def test_the_sides_of_a_mouth_are_not_known_of_a_person_who_was_never_calm():
    values, corners = read("refined", [([5, 1, 3], [1, 0, 0.2], [0, 1, 1])])
    assert np.isfinite(values).all()
    assert np.isfinite(corners).all(axis=1).tolist() == [True, False, False]


def test_neutral_counts_from_the_chosen_frames_however_lively_they_look():
    parts = [([5, 1, 3], [0, 1, 1], [0, 0, 0]), ([10, 4], [1, 0], [1, 0])]
    found, _ = read("neutral:0", parts, (-0.2, 0.2))
    assert found[:, 0].tolist() == pytest.approx([0, -4, -2, 0, -1], abs=1e-5)


def test_many_traces_wait_on_the_disk(monkeypatch):
    monkeypatch.setattr("au_studio.analysis.rest.MOST_IN_MEMORY", 100)
    numbers = np.arange(5000) % 7
    found, _ = read(
        "refined",
        [(numbers[:3000], np.ones(3000), np.zeros(3000)), (numbers[3000:], np.ones(2000), np.zeros(2000))],
    )
    np.testing.assert_allclose(found[:, 0], numbers - numbers.mean(), atol=1e-4)


def test_a_neutral_span_without_a_face_is_told_as_soon_as_it_is_over():
    kept = Traces(RestChoice.parse("neutral:2-3"), (2.0, 3.0), "a.mp4")
    kept.add(traces([1], [1]), np.zeros(1, np.int16), np.ones(1))
    kept.check(2.9)
    with pytest.raises(RestError, match=r"No face was found in a.mp4 between 2.00 and 3.00 s"):
        kept.check(3.1)
    with pytest.raises(RestError):
        kept.read(Plain())


@pytest.mark.parametrize(
    "text", ["running", "refined", "none", "neutral:1.5", "neutral:1.5-2.25", "neutral:pts=-7"]
)
def test_a_choice_is_written_in_one_way(text):
    assert str(RestChoice.parse(text)) == text
    assert str(RestChoice.parse("neutral:3")) == "neutral:3.0"


@pytest.mark.parametrize(
    "text", ["", "calm", "neutral", "neutral:", "neutral:3-2", "neutral:x", "refined:3", "none:"]
)
def test_what_is_no_rest_is_refused_with_what_there_is(text):
    with pytest.raises(RestError) as caught:
        RestChoice.parse(text)
    assert "neutral:12.4" in caught.value.next_step


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """An untrained model with a geometry branch, to which all frames are equally calm."""
    torch.manual_seed(0)
    config = ModelConfig(aus=(1, 12, 43), width=8, features=32, geometry=5, summary=3)
    model = IntensityModel(config)
    branch = model.geometry
    with torch.no_grad():
        branch.reference.normal_()
        branch.basis.normal_(std=0.02)
        branch.summary_weight.normal_(std=2.0)
        branch.calm[-1].weight.zero_()
        branch.calm[-1].bias.fill_(-1.0)
        model.regressor.weight.normal_(std=0.1)
        model.regressor.bias.fill_(2.5)
    path = tmp_path_factory.mktemp("model") / "base.safetensors"
    save_checkpoint(model, ModelCard(name="untrained", config=config), path)
    return path


@pytest.fixture(scope="module")
def video(tmp_path_factory):
    frames = [*moving_face(14), *[empty_picture()] * 2, *moving_face(8)]
    return write_video(tmp_path_factory.mktemp("rest") / "face.mp4", frames)


@pytest.fixture(scope="module")
def readings(video, base, tmp_path_factory):
    folder = tmp_path_factory.mktemp("analyses")
    choices = ("running", "refined", "none", "neutral:0.2")
    return {
        c: analyze_recording(video, base, folder / f"{c[:7]}.h5", batch=4, rest=c) for c in choices
    }, folder


def test_every_rest_reads_something_else_and_says_which_it_was(readings):
    found, folder = readings
    values = [analysis.intensities[analysis.success] for analysis in found.values()]
    for place, one in enumerate(values):
        assert np.isfinite(one).all()
        assert all(np.abs(one - other).max() > 0.01 for other in values[:place])
    for choice, analysis in found.items():
        assert analysis.provenance["rest"] == str(RestChoice.parse(choice))
        assert analysis.provenance["model"]["rest"].startswith(choice.partition(":")[0] + ":")
        made = load_provenance(folder / f"{choice[:7]}.h5")
        assert made["rest"] == analysis.provenance["rest"]
        asked = {"target_person": None, "video_hash": "", "model_sha256": "", "backend": ""}
        fits = [c for c in found if is_analysis_of(made, rest=str(RestChoice.parse(c)), **asked)]
        assert fits == [choice]
        assert is_analysis_of(made, **asked)
    assert is_analysis_of({"target_person": None}, rest="running", **asked), "made before there was a choice"


def test_the_sides_of_the_mouth_come_with_a_rest_that_is_known_afterwards(readings):
    found, folder = readings
    assert found["running"].corners is None
    assert found["none"].corners is None
    for choice in ("refined", "neutral:0.2"):
        analysis = found[choice]
        assert np.isfinite(analysis.corners).all(axis=1).tolist() == analysis.success.tolist()
        stored = load_analysis(folder / f"{choice[:7]}.h5")
        np.testing.assert_array_equal(stored.corners, analysis.corners)
    assert load_analysis(folder / "running.h5").corners is None


def test_interrupted_again_and_again_the_refined_values_are_the_same(
    video, base, readings, tmp_path, monkeypatch
):
    monkeypatch.setattr(kept_parts, "SAVE_SECONDS", 0.0)
    for stops in (2, 1):
        heard = []
        with pytest.raises(Stopped):
            analyze_recording(
                video, base, tmp_path / "a.h5", batch=4, rest="refined",
                on_progress=lambda *told, heard=heard: heard.append(told),
                should_stop=lambda heard=heard, stops=stops: len(heard) >= stops,
            )  # fmt: skip
    restored = []
    again = analyze_recording(
        video,
        base,
        tmp_path / "a.h5",
        batch=4,
        rest="refined",
        on_restored=lambda *told: restored.append(told),
    )
    assert restored
    assert again.intensities.tobytes() == readings[0]["refined"].intensities.tobytes()
    assert again.corners.tobytes() == readings[0]["refined"].corners.tobytes()


def test_a_model_without_a_branch_says_that_no_rest_has_an_effect(face_video, model_path):
    plain = analyze_recording(face_video, model_path, None)
    told = []
    found = analyze_recording(face_video, model_path, None, rest="none", on_notice=told.append)
    np.testing.assert_array_equal(found.intensities, plain.intensities)
    assert any("has no effect" in text for text in told)
    assert any("has no effect" in text for text in found.provenance["notices"])
    assert found.provenance["model"]["rest"].startswith("none: intensities are absolute")
    assert json.dumps(found.provenance)
    told.clear()
    analyze_recording(face_video, model_path, None, rest="refined", on_notice=told.append)
    assert not any("no effect" in text for text in told), "that is what the command takes by itself"


def test_a_neutral_second_after_the_end_or_without_a_face_is_refused(video, base, tmp_path):
    with pytest.raises(RestError, match="no frame where its face is said to be neutral"):
        analyze_recording(video, base, None, rest="neutral:99")
    with pytest.raises(RestError, match="No face was found"):
        analyze_recording(video, base, tmp_path / "a.h5", rest="neutral:0.46-0.51")
    assert not list(tmp_path.iterdir())
