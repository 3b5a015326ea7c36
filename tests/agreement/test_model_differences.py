"""Two models on the same recordings: agreement per action unit, and the moments where they differ most."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from au_studio.agreement.model_differences import (
    APART_SECONDS,
    ModelComparisonRequest,
    compare_models,
    largest_differences,
    pair_curves,
)
from au_studio.analysis.models import ModelEntry
from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import save_analysis
from au_studio.stats.agreement import icc
from au_studio.study.study import Study


def analysis(values, aus=(4, 12), digest="", pts=None):
    n = len(values)
    pts = np.arange(n) * 40 if pts is None else np.asarray(pts)
    return RecordingAnalysis(
        aus=aus, pts=pts.astype(np.int64), times=pts / 1000, intensities=np.asarray(values, np.float32),
        confidence=np.ones(n, np.float32), success=np.ones(n, bool), person=np.zeros(n, np.int16),
        boxes=np.zeros((n, 4), np.float32), provenance={"target_person": None, "model": {"sha256": digest}},
    )  # fmt: skip


@pytest.fixture
def curves():
    rng = np.random.default_rng(0)
    first = np.clip(np.cumsum(rng.normal(0, 0.2, (500, 2)), axis=0) + 2, 0, 5).astype(np.float32)
    second = first.copy()
    second[100, 1] = np.clip(first[100, 1] + 4, 0, 5) if first[100, 1] < 2.5 else 0
    second[103:110, 1] = second[100, 1]
    return first, second


@pytest.fixture
def study(tmp_path, curves):
    made = Study.create(tmp_path / "s.austudio")
    for number, name in enumerate(("one.mp4", "two.mp4")):
        (tmp_path / name).write_bytes(name.encode())
        made.add_recording(tmp_path / name, duration=20, n_frames=500, content_hash=f"h{number}")
    for model, values in zip(("a", "b"), curves, strict=True):
        save_analysis(made.analysis_path(made.recordings()[0].id, model), analysis(values, digest=model * 3))
    yield made
    made.close()


def entry(name, digest=None):
    return ModelEntry(name, name.upper(), None, {"sha256": digest or name * 3})


def test_agreement_is_over_the_frames_of_recordings_that_both_have_read(study, curves):
    found = compare_models(ModelComparisonRequest(study.root, entry("a"), entry("b")))
    first, second = curves
    assert [row.au for row in found.rows] == [4, 12, None]
    assert found.rows[1].icc == pytest.approx(icc(first[:, 1], second[:, 1]))
    assert found.rows[1].difference == pytest.approx(np.abs(first - second)[:, 1].mean(), rel=1e-4)
    assert found.rows[1].higher == pytest.approx((first - second)[:, 1].mean(), rel=1e-3)
    assert found.rows[0].icc == 1
    assert found.n_frames == 500
    (unread,) = found.missing["a"]
    assert found.names[unread] == "two.mp4"


def test_analyses_that_lie_elsewhere_are_compared(study, tmp_path):
    recording = study.recordings()[0].id
    outside = study.analysis_path(recording, "b").rename(tmp_path / "b.h5")
    request = ModelComparisonRequest(study.root, entry("a"), entry("b"), analyses={"b": {recording: outside}})
    assert compare_models(request).n_frames == 500


def test_curves_of_a_model_that_was_changed_since_are_not_compared(study):
    found = compare_models(ModelComparisonRequest(study.root, entry("a"), entry("b", "other")))
    assert found.rows == ()
    assert len(found.missing["b"]) == 2


def test_the_moment_of_the_largest_difference_comes_first_and_only_once(study, curves):
    found = compare_models(ModelComparisonRequest(study.root, entry("a"), entry("b")))
    assert len(found.moments) == 1, "frames 103 to 109 are the same second"
    moment = found.moments[0]
    assert moment.au == 12
    assert abs(moment.difference) == pytest.approx(np.abs(curves[0] - curves[1]).max())


def test_frames_are_joined_by_timestamp_and_action_units_by_number():
    one = analysis(np.arange(6).reshape(3, 2), (4, 12), pts=[0, 40, 80])
    other = analysis(np.arange(6).reshape(3, 2) * 10, (12, 4), pts=[40, 80, 120])
    pair = pair_curves(one, other, (4, 12))
    assert pair.times.tolist() == [0.04, 0.08]
    assert pair.first.tolist() == [[2, 3], [4, 5]]
    assert pair.second.tolist() == [[10, 0], [30, 20]]


@given(seed=st.integers(0, 500), holes=st.floats(0, 0.5))
def test_moments_are_apart_sorted_and_true(seed, holes):
    rng = np.random.default_rng(seed)
    first, second = rng.uniform(0, 5, (2, 200, 2)).astype(np.float32)
    first[rng.random(200) < holes] = np.nan
    pair = pair_curves(analysis(first), analysis(second), (4, 12))
    moments = largest_differences((4, 12), {"r": pair})
    sizes = [abs(m.difference) for m in moments]
    assert sizes == sorted(sizes, reverse=True)
    for au in (4, 12):
        times = sorted(m.seconds for m in moments if m.au == au)
        assert all(np.diff(times) >= APART_SECONDS - 1e-9)
