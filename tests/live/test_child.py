"""What the analysis child says, without starting one."""

from __future__ import annotations

import io
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from written_analyses import write_analysis

from au_studio.analysis.estimators import prepare
from au_studio.analysis.results import FrameAnalysis
from au_studio.analysis.tracks import write_tracks
from au_studio.face.model import Face, TrackedFace
from au_studio.live import child as live_child
from au_studio.live.child import Desk, LiveAnalyst, LiveJob
from au_studio.live.wire import read_message, write_message


def face(person: int, x: float, score: float = 0.5) -> TrackedFace:
    box = np.array([x, 0, x + 20, 20], np.float32)
    anchors = np.array([[x + 5, 8], [x + 15, 8], [x + 10, 14]], np.float32)
    return TrackedFace(person, Face(box, np.zeros((4, 2), np.float32), anchors, score), new_track=False)


def told(stream: io.BytesIO) -> list:
    stream.seek(0)
    messages = []
    while (received := read_message(stream)) is not None:
        messages.append(received)
    return messages


def command(desk: Desk, *wishes: dict) -> None:
    """Let the desk hear what the window wants; the window stays open."""
    stream = io.BytesIO()
    for wish in wishes:
        write_message(stream, wish)
    stream.seek(0)
    listener = threading.Thread(target=desk.listen, args=(stream,))
    listener.start()
    listener.join()
    desk.closing = False


@pytest.fixture
def job(tmp_path: Path, monkeypatch) -> LiveJob:
    # There is no video: nothing of it is read here.
    monkeypatch.setattr(live_child, "kept_or_read", lambda *_, **__: None)
    with write_tracks(tmp_path / "faces.h5", backend="mediapipe", n_landmarks=4, video_hash="v") as writer:
        for position in range(6):
            writer.append(position, [face(0, 0), face(1, 50)])
    return LiveJob(3, "v.mp4", "m.safetensors", str(tmp_path / "a.h5"), str(tmp_path / "faces.h5"))


def test_of_two_faces_with_the_same_score_the_one_that_was_read_is_marked(job, monkeypatch):
    def analyze(*_, on_progress, **__):
        faces = (face(0, 0), face(1, 50))
        on_progress(1, 2, [FrameAnalysis(0, 0, 0.0, faces, np.ones(2, np.float32), 0.5, 1)])
        raise live_child.Stopped("enough")

    monkeypatch.setattr(live_child, "analyze_recording", analyze)
    stream = io.BytesIO()
    desk = Desk()
    analyst = LiveAnalyst(desk, stream)
    monkeypatch.setattr(live_child.Preview, "advance", lambda *_: [])
    analyst._work(job)
    ((message, arrays),) = told(stream)
    assert message["event"] == "frames"
    assert arrays["target"].tolist() == [1]
    assert arrays["pts"].tolist() == [0]


def test_after_lost_frames_the_look_ahead_hears_how_far_the_analysis_really_is(job, monkeypatch):
    def analyze(*_, on_progress, **__):
        on_progress(2, 9, [FrameAnalysis(k, 40 * k, k / 25, (), None, 0.0, None) for k in (0, 5)])
        raise live_child.Stopped("enough")

    asked = []
    monkeypatch.setattr(live_child, "analyze_recording", analyze)
    monkeypatch.setattr(live_child.Preview, "advance", lambda _, looking_at, exact: asked.append(exact))
    stream = io.BytesIO()
    LiveAnalyst(Desk(), stream)._work(job)
    ((message, arrays),) = told(stream)
    assert asked == [6]
    assert (message["done"], message["total"]) == (6, 9)
    assert arrays["pts"].tolist() == [0, 200]


def test_stored_faces_are_answered_while_another_model_reads_for_comparison(job, monkeypatch):
    desk, stream = Desk(), io.BytesIO()

    def analyze(*_, on_progress, **__):
        command(desk, {"do": "faces", "first": 2, "last": 3})
        assert on_progress is not None
        on_progress(1, 6, [])
        raise live_child.Stopped("enough")

    monkeypatch.setattr(live_child, "analyze_recording", analyze)
    LiveAnalyst(desk, stream)._work(job, event="compared")
    ((message, arrays),) = told(stream)
    assert (message["event"], message["first"], message["last"]) == ("faces", 2, 3)
    assert arrays["pts"].tolist() == [2, 3]
    assert arrays["face_counts"].tolist() == [2, 2]


@pytest.mark.parametrize("wish", ["compare", "stop_comparing"])
def test_a_comparison_ends_when_another_one_or_none_is_wanted(job, monkeypatch, wish):
    desk, stopped = Desk(), []

    def analyze(*_, should_stop, **__):
        stopped.append(should_stop())
        command(desk, {"do": wish, "job": replace(job, comparison=2).to_json()})
        stopped.append(should_stop())
        raise live_child.Stopped("enough")

    monkeypatch.setattr(live_child, "analyze_recording", analyze)
    command(desk, {"do": "compare", "job": replace(job, comparison=1).to_json()})
    LiveAnalyst(desk, io.BytesIO())._work(desk.take_compare(), event="compared")
    assert stopped == [False, True]
    waiting = desk.take_compare()
    assert (waiting.comparison if waiting else None) == (2 if wish == "compare" else None)


def test_answers_tell_which_comparison_they_are_of(job, monkeypatch):
    def analyze(*_, on_notice, **__):
        on_notice("read")
        raise live_child.Stopped("enough")

    monkeypatch.setattr(live_child, "analyze_recording", analyze)
    stream = io.BytesIO()
    LiveAnalyst(Desk(), stream)._work(replace(job, comparison=7), event="compared")
    ((message, _),) = told(stream)
    assert (message["generation"], message["comparison"]) == (3, 7)


def test_what_was_analysed_before_is_sent_first_and_marked(job, monkeypatch):
    def analyze(*_, on_restored, on_progress, **__):
        rows = [FrameAnalysis(n, n, n / 25, (), np.full(2, n, np.float32), 0.5, 0) for n in range(301)]
        on_restored(300, 301, rows[:300])
        on_progress(301, 301, rows[300:])
        raise live_child.Stopped("enough")

    monkeypatch.setattr(live_child, "analyze_recording", analyze)
    monkeypatch.setattr(live_child.Preview, "advance", lambda *_: [])
    stream = io.BytesIO()
    LiveAnalyst(Desk(), stream)._work(job)
    messages = told(stream)
    assert [(a["pts"][0], m["done"], m["provisional"], m["restored"]) for m, a in messages] == [
        (0, 256, False, True),
        (256, 300, False, True),
        (300, 301, False, False),
    ]
    values = np.concatenate([arrays["intensities"][:, 0] for _, arrays in messages])
    assert values.tolist() == list(range(301))


def test_stored_values_are_sent_also_where_the_video_is_missing(job, monkeypatch, tmp_path):
    write_analysis(Path(job.output), {"model": {"sha256": "m"}, "video": {"content_hash": "v"}})
    monkeypatch.setattr(live_child, "read_card", lambda path: SimpleNamespace(sha256="m"))
    monkeypatch.setattr(live_child, "analyze_recording", lambda *_, **__: pytest.fail("there is no video"))
    stream = io.BytesIO()
    LiveAnalyst(Desk(), stream)._work(replace(job, video=str(tmp_path / "gone.mp4")))
    ((message, arrays),) = told(stream)
    assert (message["event"], message["fresh"]) == ("stored", False)
    assert len(arrays["pts"]) == 4


def test_a_child_whose_model_is_prepared_reads_a_recording_without_torch(
    make_video, untrained_model, tmp_path, monkeypatch
):
    pytest.importorskip("onnxruntime", reason="ONNX Runtime is not installed")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert prepare(untrained_model)
    program = "import sys; from au_studio.live.child import main; main(); print('torch' in sys.modules)"
    output, tracks = str(tmp_path / "a.h5"), str(tmp_path / "f.h5")
    job = LiveJob(1, str(make_video()), str(untrained_model), output, tracks, device="cpu")
    process = subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    write_message(process.stdin, {"do": "open", "job": job.to_json(), "position": 0})
    process.stdin.flush()
    events = []
    while not {"stored", "failed"} & set(events):
        events.append(read_message(process.stdout)[0]["event"])
    # What it prints itself goes to its error output: its standard output is for messages.
    _, said = process.communicate()
    assert events[0] == "ready"
    assert events[-1] == "stored"
    assert said.split()[-1] == b"False"
