"""The analysis child: results as they come, provisional and exact, stored and compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import h5py
import numpy as np
import pytest

from au_studio.analysis.store import load_analysis
from au_studio.analysis.tracks import tracks_backend
from au_studio.controllers.live_analysis import LiveAnalysis
from au_studio.facs.action_units import DISFA_AUS

START = 40_000
"""Milliseconds that the child may need for its imports on a busy machine."""


@pytest.fixture(scope="module")
def live(qapp, tmp_path_factory) -> Iterator[LiveAnalysis]:
    """One child for all tests: starting it takes longer than any of them."""
    with pytest.MonkeyPatch.context() as patch:
        # Without the weights of face-alignment, wherever the tests run.
        patch.setenv("TORCH_HOME", str(tmp_path_factory.mktemp("torch")))
        made = LiveAnalysis()
        made.start()
    yield made
    made.close()


def _open(live, video, model, n_frames, folder: Path, **options):
    live.open(
        video,
        model,
        DISFA_AUS,
        n_frames,
        output=folder / "model.h5",
        tracks=folder / "faces.h5",
        **options,
    )


def test_a_recording_is_read_stored_and_read_again_from_the_store(
    live, make_video, untrained_model, tmp_path, qtbot
):
    video = make_video(n_frames=70)
    fractions = []
    live.progressed.connect(lambda fraction, _rate: fractions.append(fraction))
    with qtbot.waitSignal(live.finished, timeout=START) as waiting:
        _open(live, video, untrained_model, 70, tmp_path)
    assert waiting.args == [True]
    assert (live.covered == 2).all()
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1
    # There is no face in these pictures: nothing must be made up.
    assert np.isnan(live.exact.values).all()
    assert live.values_at(3)[0] is not None
    assert (live.target == -1).all()
    stored = load_analysis(tmp_path / "model.h5")
    assert len(stored.pts) == 70
    with qtbot.waitSignal(live.finished, timeout=START) as waiting:
        _open(live, video, untrained_model, 70, tmp_path)
    assert waiting.args == [False]
    with qtbot.waitSignal(live.failed, timeout=START) as waiting:
        _open(live, video, untrained_model, 70, tmp_path, target_person=1)
    assert "no face was seen at all" in waiting.args[0].message
    with qtbot.waitSignal(live.finished, timeout=START) as waiting:
        _open(live, video, untrained_model, 70, tmp_path)
    assert waiting.args == [False]
    with qtbot.waitSignal(live.compared_changed, timeout=START):
        live.compare(untrained_model, tmp_path / "other.h5")
    assert live.compared.values.shape == (70, 12)
    assert (tmp_path / "other.h5").exists()


def test_another_face_backend_reads_anew_and_one_without_weights_says_what_is_used_instead(
    live, make_video, untrained_model, tmp_path, qtbot
):
    video = make_video(n_frames=20)
    with qtbot.waitSignal(live.finished, timeout=START):
        _open(live, video, untrained_model, 20, tmp_path)
    notices = []
    live.noticed.connect(notices.append)
    with qtbot.waitSignal(live.finished, timeout=START) as waiting:
        _open(live, video, untrained_model, 20, tmp_path, backend="face-alignment")
    assert waiting.args == [True]
    assert "embedded backend mediapipe is used" in " ".join(notices)
    assert load_analysis(tmp_path / "model.h5").provenance["backend"] == "mediapipe"
    # A stored analysis counts its persons as in its own tracks, not as in those of another backend.
    with h5py.File(tmp_path / "faces.h5", "r+") as tracks:
        tracks.attrs["backend"] = "face-alignment"
    with qtbot.waitSignal(live.finished, timeout=START) as once:
        _open(live, video, untrained_model, 20, tmp_path)
    assert once.args == [True]
    assert tracks_backend(tmp_path / "faces.h5") == "mediapipe"


def test_a_model_that_is_damaged_is_told_and_the_child_goes_on(
    live, make_video, untrained_model, tmp_path, qtbot
):
    damaged = tmp_path / "damaged.safetensors"
    damaged.write_bytes(untrained_model.read_bytes()[:-100])
    damaged.with_suffix(".json").write_bytes(untrained_model.with_suffix(".json").read_bytes())
    with qtbot.waitSignal(live.failed, timeout=START) as waiting:
        _open(live, make_video(), damaged, 40, tmp_path)
    assert waiting.args[0].message
    with qtbot.waitSignal(live.finished, timeout=START):
        _open(live, tmp_path / "clip.mp4", untrained_model, 40, tmp_path)


def test_a_child_that_dies_is_told_and_replaced(make_video, untrained_model, tmp_path, qtbot):
    live = LiveAnalysis()
    live.start()
    with qtbot.waitSignal(live.failed, timeout=START):
        live._process.kill()
    with qtbot.waitSignal(live.finished, timeout=START):
        _open(live, make_video(), untrained_model, 40, tmp_path)
    live.close()


def test_closing_during_the_analysis_leaves_no_half_file(make_video, untrained_model, tmp_path, qtbot):
    live = LiveAnalysis()
    with qtbot.waitSignal(live.grown, timeout=START):
        _open(live, make_video(n_frames=600), untrained_model, 600, tmp_path)
    live.close()
    assert not (tmp_path / "model.h5").exists()
    assert not [p.name for p in tmp_path.iterdir() if "part" in p.name]


@pytest.mark.shared
def test_after_a_seek_values_there_come_first_and_are_replaced_by_exact_ones(
    live, shared_dir, untrained_model, tmp_path, qtbot
):
    video = shared_dir / "videos" / "asl" / "again.mkv"
    from au_studio.video.index import index_video

    n_frames = index_video(video).n_frames
    states = []
    live.grown.connect(lambda start, _stop: states.append((start, int(live.covered[start]))))
    position = n_frames - 8
    with qtbot.waitSignal(live.finished, timeout=2 * START):
        _open(live, video, untrained_model, n_frames, tmp_path, position=position)
    provisional = [start for start, state in states if state == 1]
    assert provisional
    assert provisional[0] == position
    assert (live.covered == 2).all()
    assert np.isnan(live.provisional.values).all()
    stored = load_analysis(tmp_path / "model.h5")
    np.testing.assert_array_equal(stored.intensities, live.exact.values)
    with_face = int(np.flatnonzero(stored.success)[0])
    faces = live.faces_at(with_face)
    assert len(faces.faces) >= 1
    assert not faces.provisional
