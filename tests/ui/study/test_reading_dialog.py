"""In the window another video stream is chosen, or deinterlacing switched off; the study remembers it."""

from __future__ import annotations

import av
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from au_studio.analysis.store import is_analysis_of
from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.jobs.job import PretrainJob
from au_studio.study.ratings import RatingInput
from au_studio.ui.main_window import MainWindow
from au_studio.ui.study.reading_dialog import ReadingDialog
from au_studio.ui.study.study_tools import StudyTools
from au_studio.video.index import index_video
from au_studio.video.options import AS_USUAL, ReadingOptions, options_of, readings_to_json, want_reading


def two_films(path, lengths=(20, 30)):
    """Write a file with two films of their own sizes and lengths."""
    with av.open(str(path), "w") as file:
        streams = []
        for width in (96, 128):
            stream = file.add_stream("mpeg4", rate=25)
            stream.width, stream.height, stream.pix_fmt = width, 64, "yuv420p"
            streams.append(stream)
        for number in range(max(lengths)):
            for stream, length in zip(streams, lengths, strict=True):
                if number < length:
                    picture = av.VideoFrame(stream.width, 64, "yuv420p")
                    for plane in picture.planes:
                        plane.update(bytes([40 + number]) * plane.buffer_size)
                    picture.pts = number
                    file.mux(stream.encode(picture))
        for stream in streams:
            file.mux(stream.encode())
    return path


@pytest.fixture
def window(workspace, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(LiveAnalysis, "start", lambda self: None)
    made = MainWindow(workspace, ())
    made.tools = StudyTools(made)
    workspace.new_study(tmp_path / "S.austudio")
    with qtbot.waitSignal(workspace.recording_changed, timeout=10_000):
        workspace.add_videos([two_films(tmp_path / "two.mkv")])
    made.show()
    yield made
    made.close()
    made.deleteLater()


def dialog_of(window, qtbot) -> ReadingDialog:
    window.recordings.setCurrentIndex(window.recordings.model().index(0, 0))
    window.tools.recording_actions.choose_reading.trigger()
    qtbot.waitUntil(lambda: window.findChildren(ReadingDialog) != [], timeout=10_000)
    return window.findChildren(ReadingDialog)[-1]


def press_ok(dialog: ReadingDialog) -> None:
    (box,) = dialog.findChildren(QDialogButtonBox)
    QTest.mouseClick(box.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)


def test_another_stream_is_read_from_then_on_and_after_reopening(window, qtbot, tmp_path):
    workspace = window.workspace
    (recording,) = workspace.study.recordings()
    assert (workspace.index.stream, workspace.index.n_frames) == (0, 20)
    dialog = dialog_of(window, qtbot)
    assert [button.isChecked() for button in dialog.streams.buttons()] == [True, False]
    dialog.streams.button(1).click()
    press_ok(dialog)
    qtbot.waitUntil(lambda: workspace.index is not None and workspace.index.stream == 1, timeout=10_000)
    assert (workspace.index.n_frames, workspace.index.width) == (30, 128)
    assert workspace.study.recording(recording.id).n_frames == 30
    # Whoever indexes the file anew, a job included, reads the same stream.
    assert index_video(recording.absolute_path).stream == 1
    assert readings_to_json([recording.absolute_path]) == {
        str(recording.absolute_path): {"stream": 1, "deinterlace": True}
    }
    made_of_first = {"video": {"reading": "", "options": {"stream": None, "deinterlace": True}}}
    known = {"target_person": None, "video_hash": "", "model_sha256": "", "backend": ""}
    assert not is_analysis_of({"target_person": None} | made_of_first, **known, video=recording.absolute_path)
    workspace.new_study(tmp_path / "Other.austudio")
    want_reading(recording.absolute_path, AS_USUAL)  # as in a process that begins
    assert workspace.open_study(tmp_path / "S.austudio")
    assert options_of(recording.absolute_path) == ReadingOptions(1)


def test_undo_reads_it_as_before(window, qtbot):
    workspace = window.workspace
    dialog = dialog_of(window, qtbot)
    dialog.streams.button(1).click()
    press_ok(dialog)
    qtbot.waitUntil(lambda: workspace.index is not None and workspace.index.stream == 1, timeout=10_000)
    window.tools.edits.undo()
    qtbot.waitUntil(lambda: workspace.index is not None and workspace.index.stream == 0, timeout=10_000)
    assert workspace.study.recordings()[0].n_frames == 20


def test_rated_frames_bind_to_their_stream(window, qtbot):
    study = window.workspace.study
    (recording,) = study.recordings()
    study.rate_many(study.add_coder("AB").id, [RatingInput(recording.id, 0, 12, 2)])
    dialog = dialog_of(window, qtbot)
    assert not any(button.isEnabled() for button in dialog.streams.buttons())
    dialog._controller.choose(recording.id, ReadingOptions(1))
    press_ok(dialog)
    assert study.reading_options(recording.id) == AS_USUAL


def test_a_job_carries_the_choice():
    job = PretrainJob(("a.mkv",), "o", "n", readings={"a.mkv": {"stream": 1, "deinterlace": True}})
    assert PretrainJob.from_json(job.to_json()) == job
