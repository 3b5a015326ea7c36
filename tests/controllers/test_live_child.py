"""What the analysis child says, without starting one."""

from __future__ import annotations

import io
import threading
from pathlib import Path

import numpy as np
import pytest

from au_studio.analysis.results import FrameAnalysis
from au_studio.analysis.tracks import write_tracks
from au_studio.controllers import live_child
from au_studio.controllers.live_child import Desk, LiveAnalyst, LiveJob
from au_studio.controllers.wire import read_message, write_message
from au_studio.face.model import Face, TrackedFace


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


@pytest.fixture
def job(tmp_path: Path) -> LiveJob:
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


def test_stored_faces_are_answered_while_another_model_reads_for_comparison(job, monkeypatch):
    desk, stream = Desk(), io.BytesIO()
    commands = io.BytesIO()

    def analyze(*_, on_progress, **__):
        write_message(commands, {"do": "faces", "start": 2, "stop": 4})
        commands.seek(0)
        listener = threading.Thread(target=desk.listen, args=(commands,))
        listener.start()
        listener.join()
        assert on_progress is not None
        on_progress(1, 6, [])
        raise live_child.Stopped("enough")

    monkeypatch.setattr(live_child, "analyze_recording", analyze)
    LiveAnalyst(desk, stream)._work(job, event="compared")
    ((message, arrays),) = told(stream)
    assert (message["event"], message["start"], message["stop"]) == ("faces", 2, 4)
    assert arrays["face_counts"].tolist() == [2, 2]
