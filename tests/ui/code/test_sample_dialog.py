from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from au_studio.study.recording_list import Status
from au_studio.ui.code.sample_dialog import SampleDialog


@pytest.fixture
def opened(workspace, make_page, make_video, qtbot):
    """The coding page on a study of two recordings without a sample, and its dialog."""
    workspace.add_videos([make_video("one.mp4", 100), make_video("two.mp4", 50)])
    qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY] * 2, timeout=10_000)
    page = make_page(workspace)
    page.show_sample_dialog()
    dialog = page.findChildren(SampleDialog)[-1]
    qtbot.waitUntil(dialog.draw_button.isEnabled, timeout=10_000)
    yield page, dialog, workspace
    if page.findChild(SampleDialog) is not None:
        page.findChild(SampleDialog).reject()


def test_two_percent_of_every_recording_is_offered_and_drawn(opened, qtbot):
    page, dialog, workspace = opened
    assert dialog.percent.value() == 2.0
    assert "3 new frames" in dialog.summary.text()
    dialog.seed.setValue(17)
    QTest.mouseClick(dialog.draw_button, Qt.MouseButton.LeftButton)
    samples = workspace.study.samples()
    assert [(len(s.pts), s.seed, s.fraction) for s in samples] == [(2, 17, 0.02), (1, 17, 0.02)]
    assert page.controller.state.progress.frames == 3


def test_nothing_is_drawn_before_the_button_is_pressed(opened):
    _, dialog, workspace = opened
    dialog.percent.setValue(50)
    dialog.reject()
    assert workspace.study.samples() == []


def test_a_number_of_frames_and_the_open_recording_only(opened):
    _, dialog, workspace = opened
    dialog.by_count.setChecked(True)
    dialog.count.setValue(5)
    dialog.scope.setCurrentIndex(1)
    assert "5 new frames" in dialog.summary.text()
    dialog._on_draw()
    assert [len(s.pts) for s in workspace.study.samples()] == [5]
    assert workspace.study.samples()[0].recording_id == workspace.current.id


def test_it_says_that_frames_without_a_face_may_be_drawn_while_nobody_looked(opened):
    _, dialog, _ = opened
    assert "any frame may be drawn" in dialog.explanation.text()


def test_an_extension_keeps_what_was_drawn_and_its_seed(opened, qtbot):
    page, dialog, workspace = opened
    dialog.seed.setValue(17)
    dialog.percent.setValue(10)
    dialog._on_draw()
    before = {s.recording_id: s.drawn_order for s in workspace.study.samples()}
    page.show_sample_dialog()
    again = page.findChildren(SampleDialog)[-1]
    qtbot.waitUntil(again.draw_button.isEnabled, timeout=10_000)
    assert again.draw_button.text() == "Extend the sample"
    assert "stay as they are" in again.summary.text()
    assert not again.seed.isEnabled()
    assert again.seed.value() == 17
    again.percent.setValue(4)
    again._on_draw()
    for sample in workspace.study.samples():
        kept = before[sample.recording_id]
        assert sample.drawn_order[: len(kept)] == kept
        assert len(sample.pts) > len(kept)


@pytest.mark.parametrize("chosen", [1, None])
def test_only_frames_with_the_target_persons_face_are_drawn_when_faces_are_known(
    workspace, make_page, make_video, qtbot, chosen
):
    from au_studio.analysis.tracks import write_tracks
    from au_studio.face.model import Face, TrackedFace

    workspace.add_videos([make_video("one.mp4", 60)])
    qtbot.waitUntil(lambda: workspace.current is not None, timeout=10_000)
    recording, index = workspace.current.id, workspace.index

    def face(person: int, side: float) -> TrackedFace:
        box = np.array([0, 0, side, side], dtype=np.float32)
        points = np.array([[1, 1], [3, 1], [2, 3]], dtype=np.float32)
        return TrackedFace(person, Face(box, points, points, 0.9), new_track=False)

    path = workspace.tracks_path(recording)
    path.parent.mkdir(parents=True, exist_ok=True)
    with write_tracks(path, backend="mediapipe", n_landmarks=3, video_hash="x") as writer:
        for position, pts in enumerate(index.pts.tolist()):
            # Person 1 has the larger face, in frames 20 to 29 only; person 0 is always there.
            found = [face(0, 4)] + ([face(1, 40)] if 20 <= position < 30 else [])
            writer.append(pts, found)
    workspace.study.set_target_person(recording, chosen)
    expected = range(30) if chosen is None else range(20, 30)
    page = make_page(workspace)
    page.show_sample_dialog()
    dialog = page.findChildren(SampleDialog)[-1]
    qtbot.waitUntil(dialog.draw_button.isEnabled, timeout=10_000)
    assert "only frames with the target person's face" in dialog.explanation.text()
    dialog.percent.setValue(100)
    assert f"{len(expected)} new frames" in dialog.summary.text()
    dialog._on_draw()
    assert set(workspace.study.samples()[0].pts) == set(index.pts[expected].tolist())


def test_a_pooled_draw_shows_what_each_recording_will_give(opened):
    _, dialog, workspace = opened
    dialog.by_count.setChecked(True)
    dialog.count.setValue(30)
    assert "60 new frames" in dialog.summary.text()
    dialog.pooled.setCurrentIndex(1)
    assert "30 new frames" in dialog.summary.text()
    shown = [int(dialog.table.item(row, 4).text()) for row in range(2)]
    dialog._on_draw()
    assert [len(s.pts) for s in workspace.study.samples()] == shown
    assert all(s.pooled for s in workspace.study.samples())


def test_the_least_distance_is_kept_and_cannot_change_later(opened, qtbot):
    page, dialog, workspace = opened
    dialog.percent.setValue(100)
    dialog.spacing.setValue(0.2)
    assert "about 150 new frames" in dialog.summary.text()
    dialog._on_draw()
    for sample in workspace.study.samples():
        times = np.array(sample.pts) * float(workspace.index_of(sample.recording_id).time_base)
        assert np.diff(times).min() > 0.199
        assert len(times) > 5
    page.show_sample_dialog()
    again = page.findChildren(SampleDialog)[-1]
    qtbot.waitUntil(lambda: len(again._pools) == 2, timeout=10_000)
    assert (again.spacing.value(), again.spacing.isEnabled()) == (0.2, False)


def test_an_extension_is_offered_as_the_sample_was_drawn(opened, qtbot):
    page, dialog, _ = opened
    dialog.pooled.setCurrentIndex(1)
    dialog.overlap.setValue(20)
    dialog._on_draw()
    page.show_sample_dialog()
    again = page.findChildren(SampleDialog)[-1]
    qtbot.waitUntil(lambda: len(again._pools) == 2, timeout=10_000)
    assert again.pooled.currentData()
    assert again.overlap.value() == 20


def test_a_share_of_the_sample_goes_to_the_second_coder_too(opened, qtbot):
    page, dialog, workspace = opened
    second = workspace.study.add_coder("second", part="double")
    dialog.percent.setValue(20)
    dialog.overlap.setValue(20)
    assert "About 6 frames" in dialog._notes["overlap"].text()
    dialog._on_draw()
    page.controller.add_coder("first")
    assert page.controller.state.progress.frames == 30
    page.controller.choose_coder(second.id)
    assert page.controller.state.progress.frames == 6


def test_a_second_coder_without_double_coded_frames_is_told_what_to_do(opened):
    from au_studio.controllers.code.state import Situation

    page, dialog, workspace = opened
    second = workspace.study.add_coder("second", part="double")
    dialog._on_draw()
    page.controller.add_coder("first")
    page.controller.choose_coder(second.id)
    assert page.controller.state.situation is Situation.NO_FRAMES
    workspace.study.remove_coder(second.id)
    page.controller.reload()
    assert page.controller.state.situation is Situation.CODING
