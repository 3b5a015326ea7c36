"""The analysis child: results as they come, provisional and exact, stored and compared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import h5py
import numpy as np
import pytest

from au_studio.analysis.store import load_analysis
from au_studio.analysis.tracks import tracks_backend
from au_studio.controllers.watch.analysis_child import AnalysisChild
from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.facs.action_units import DISFA_AUS
from au_studio.video.index import index_video

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


def _open(live, video, model, folder: Path, **options):
    live.open(
        video,
        model,
        DISFA_AUS,
        index_video(video).pts,
        output=folder / "model.h5",
        tracks=folder / "faces.h5",
        **options,
    )


def test_a_recording_is_read_stored_and_read_again_from_the_store(
    live, make_video, untrained_model, tmp_path, qtbot
):
    video = make_video(n_frames=70)
    fractions = []
    live.progressed.connect(lambda fraction, _rate, _left: fractions.append(fraction))
    with qtbot.waitSignal(live.finished, timeout=START) as waiting:
        _open(live, video, untrained_model, tmp_path)
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
        _open(live, video, untrained_model, tmp_path)
    assert waiting.args == [False]
    with qtbot.waitSignal(live.failed, timeout=START) as waiting:
        _open(live, video, untrained_model, tmp_path, target_person=1)
    assert "no face was seen at all" in waiting.args[0].message
    with qtbot.waitSignal(live.finished, timeout=START) as waiting:
        _open(live, video, untrained_model, tmp_path)
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
        _open(live, video, untrained_model, tmp_path)
    notices = []
    live.noticed.connect(notices.append)
    with qtbot.waitSignal(live.finished, timeout=START) as waiting:
        _open(live, video, untrained_model, tmp_path, backend="face-alignment")
    assert waiting.args == [True]
    assert "embedded backend mediapipe is used" in " ".join(notices)
    assert load_analysis(tmp_path / "model.h5").provenance["backend"] == "mediapipe"
    # A stored analysis counts its persons as in its own tracks, not as in those of another backend.
    with h5py.File(tmp_path / "faces.h5", "r+") as tracks:
        tracks.attrs["backend"] = "face-alignment"
    with qtbot.waitSignal(live.finished, timeout=START) as once:
        _open(live, video, untrained_model, tmp_path)
    assert once.args == [True]
    assert tracks_backend(tmp_path / "faces.h5") == "mediapipe"


def test_a_model_that_is_damaged_is_told_and_the_child_goes_on(
    live, make_video, untrained_model, tmp_path, qtbot
):
    damaged = tmp_path / "damaged.safetensors"
    damaged.write_bytes(untrained_model.read_bytes()[:-100])
    damaged.with_suffix(".json").write_bytes(untrained_model.with_suffix(".json").read_bytes())
    with qtbot.waitSignal(live.failed, timeout=START) as waiting:
        _open(live, make_video(), damaged, tmp_path)
    assert waiting.args[0].message
    with qtbot.waitSignal(live.finished, timeout=START):
        _open(live, tmp_path / "clip.mp4", untrained_model, tmp_path)


def test_a_child_that_dies_is_told_and_replaced(make_video, untrained_model, tmp_path, qtbot):
    live = LiveAnalysis()
    live.start()
    with qtbot.waitSignal(live.failed, timeout=START):
        live._child._process.kill()
    with qtbot.waitSignal(live.finished, timeout=START):
        _open(live, make_video(), untrained_model, tmp_path)
    live.close()


def test_closing_during_the_analysis_leaves_no_half_file(make_video, untrained_model, tmp_path, qtbot):
    live = LiveAnalysis()
    with qtbot.waitSignal(live.grown, timeout=START):
        _open(live, make_video(n_frames=600), untrained_model, tmp_path)
    live.close()
    assert not (tmp_path / "model.h5").exists()
    assert not [p.name for p in tmp_path.iterdir() if "part" in p.name]


@pytest.mark.shared
def test_after_a_seek_values_there_come_first_and_are_replaced_by_exact_ones(
    live, shared_dir, untrained_model, tmp_path, qtbot
):
    video = shared_dir / "videos" / "asl" / "again.mkv"
    n_frames = index_video(video).n_frames
    states = []
    live.grown.connect(lambda start, _stop: states.append((start, int(live.covered[start]))))
    position = n_frames - 8
    with qtbot.waitSignal(live.finished, timeout=2 * START):
        _open(live, video, untrained_model, tmp_path, position=position)
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


LOST = (7, 8, 20)
"""Frames that the recording lists and that cannot be decoded."""


@pytest.fixture
def damaged(monkeypatch, tmp_path):
    """An analysis of 40 frames of which some are lost, what is said to its child, and how it answers."""
    said = []
    monkeypatch.setattr(LiveAnalysis, "start", lambda live: None)
    monkeypatch.setattr(AnalysisChild, "say", lambda child, command: said.append(command))
    live = LiveAnalysis()
    live.open(tmp_path, tmp_path, (1,), np.arange(40) * 512, output=tmp_path, tracks=tmp_path)

    def answer(event, start=0, stop=40, **values):
        rows = np.array([k for k in range(start, stop) if k not in LOST])
        arrays = {
            "pts": rows * 512,
            "intensities": rows[:, None].astype(np.float32) / 10,
            "target": rows.astype(np.int16),
            "face_counts": np.ones(len(rows), np.int16),
            "face_person": rows.astype(np.int16),
            "face_box": np.zeros((len(rows), 4), np.float32),
            "face_contour": np.zeros((len(rows), 0, 2), np.float32),
        }
        whose = {"generation": said[0]["job"]["generation"], "comparison": values.pop("comparison", 0)}
        live._child.received.emit({"event": event, "restored": False, **whose, **values}, arrays)

    return live, said, answer


def _true(values) -> None:
    """Every value tells the position of its frame; lost frames have none."""
    expected = np.array([np.nan if k in LOST else k / 10 for k in range(40)], np.float32)
    np.testing.assert_array_equal(values[:, 0], expected)


def test_values_behind_lost_frames_stand_at_their_own_frames_while_they_come(damaged):
    live, _, answer = damaged
    answer("frames", 16, 32, done=0, total=40, provisional=True)
    assert live.values_at(31) == (pytest.approx([3.1]), True)
    assert live.values_at(20) == (None, False)
    answer("frames", 0, 16, done=16, total=40, provisional=False)
    answer("frames", 16, 40, done=40, total=40, provisional=False)
    _true(live.exact.values)
    assert np.flatnonzero(live.covered == 0).tolist() == list(LOST)
    assert live.target[[6, 9, 39]].tolist() == [6, 9, 39]
    assert live.faces_at(39).faces[0].person == 39
    assert np.isnan(live.provisional.values).all()


def test_values_behind_lost_frames_stand_at_their_own_frames_when_they_are_stored(damaged):
    live, said, answer = damaged
    answer("stored", fresh=False)
    _true(live.exact.values)
    assert live.target[[6, 9, 39]].tolist() == [6, 9, 39]
    live.compare(Path("b"), Path("b"))
    answer("compared", comparison=said[-1]["job"]["comparison"], aus=[1])
    _true(live.compared.values)


def test_stored_faces_behind_lost_frames_stand_at_their_own_frames_and_are_asked_for_once(damaged):
    live, said, answer = damaged
    answer("stored", fresh=False)
    assert live.faces_at(20) is None
    assert said[-1] == {"do": "faces", "first": 0, "last": 39 * 512}
    live.faces_arrived.connect(lambda *_: live.faces_at(20))
    n_said = len(said)
    answer("faces", first=0, last=39 * 512)
    assert live.faces_at(39).faces[0].person == 39
    assert live.faces_at(20).faces == ()
    assert len(said) == n_said


def test_a_recording_that_was_left_goes_on_where_it_was(live, make_video, untrained_model, tmp_path, qtbot):
    long, short = make_video("long.mp4", 900), make_video("short.mp4", 20)
    with qtbot.waitSignal(live.grown, timeout=START):
        _open(live, long, untrained_model, tmp_path)
    with qtbot.waitSignal(live.finished, timeout=START):
        _open(live, short, untrained_model, tmp_path / "other")
    assert not (tmp_path / "model.h5").exists()
    parts = sorted((tmp_path / "model.unfinished").glob("*.h5"))
    with h5py.File(parts[-1]) as file:
        before = int(file.attrs["start"]) + len(file["pts"])
    grown = []
    live.grown.connect(lambda start, stop: grown.append((start, stop)))
    with qtbot.waitSignal(live.finished, timeout=START):
        _open(live, long, untrained_model, tmp_path)
    # What there was comes in few large pieces, without any computing.
    assert 0 < before < 900
    assert grown[0] == (0, min(before, 256))
    assert (live.covered == 2).all()
    assert len(load_analysis(tmp_path / "model.h5").pts) == 900
    assert not (tmp_path / "model.unfinished").exists()
