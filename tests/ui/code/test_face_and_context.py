"""What stands beside the frame that is rated: the face at rest, and the second around it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from au_studio.ui.code.hold_switch import HOLD_MS


def test_the_neutral_reference_is_remembered_in_the_study(page, press, coded_study, make_page, qtbot):
    assert not page.view.neutral.has_image
    frame = page.controller.state.frame
    press("n")
    qtbot.waitUntil(lambda: page.view.neutral.has_image, timeout=5000)
    assert coded_study.study.setting(f"neutral.recording.{frame.recording_id}")["pts"] == frame.pts
    again = make_page(coded_study)
    qtbot.waitUntil(lambda: again.view.neutral.has_image, timeout=5000)


def test_the_neutral_face_of_one_person_does_not_stay_beside_another(page, press, coded_study, qtbot):
    recording_id = page.controller.state.frame.recording_id
    press("n")
    qtbot.waitUntil(lambda: page.view.neutral.has_image, timeout=5000)
    other = next(f for f in page.controller._session.frames if f.recording_id != recording_id)
    coded_study.study.remove_recording(recording_id)
    page.controller.reload()
    assert page.controller.state.frame.recording_id == other.recording_id
    assert not page.view.neutral.has_image


def test_the_context_plays_without_leaving_the_frame_and_l_ends_it(page, press, qtbot):
    frame = page.controller.state.frame
    press("l")
    qtbot.waitUntil(lambda: page.view.face.loop is not None, timeout=5000)
    qtbot.waitUntil(lambda: page.view.face.context_pts != frame.pts, timeout=5000)
    press("3")
    assert page.view.face.loop is not None
    assert page.controller.state.frame == frame
    press("l")
    assert page.view.face.loop is None


def test_the_context_ends_when_its_key_was_held_and_is_let_go(page, qtbot):
    QTest.keyPress(page.view, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: page.view.face.loop is not None, timeout=5000)
    qtbot.wait(HOLD_MS + 50)
    QTest.keyRelease(page.view, Qt.Key.Key_L)
    assert page.view.face.loop is None


def test_the_context_ends_with_the_next_frame(page, press, qtbot):
    press("l")
    qtbot.waitUntil(lambda: page.view.face.loop is not None, timeout=5000)
    press(" ")
    assert page.view.face.loop is None
    press("l")
    qtbot.waitUntil(lambda: page.view.face.loop is not None, timeout=5000)
    assert page.view.face.loop.frame == page.controller.state.frame


def test_a_neutral_picture_can_be_taken_from_the_context(page, press, qtbot, coded_study):
    frame = page.controller.state.frame
    press("l")
    qtbot.waitUntil(lambda: page.view.face.context_pts not in {None, frame.pts}, timeout=5000)
    shown = page.view.face.context_pts
    press("n")
    assert coded_study.study.setting(f"neutral.recording.{frame.recording_id}")["pts"] == shown


def test_the_neutral_face_can_be_flipped_to_and_back(page, press, qtbot):
    press("n")
    qtbot.waitUntil(lambda: page.view.neutral.has_image, timeout=5000)
    press("f")
    assert page.view.face._badge == "neutral reference"
    press("f")
    assert page.view.face._badge != "neutral reference"
    press("f ")
    assert not page._compare.on


def test_the_neutral_reference_is_chosen_anywhere_in_the_recording(page, coded_study, qtbot):
    from au_studio.ui.code.neutral_dialog import NeutralDialog

    frame = page.controller.state.frame
    page.show_neutral_dialog()
    dialog = page.findChild(NeutralDialog)
    qtbot.waitUntil(dialog.use.isEnabled, timeout=5000)
    index = coded_study.index_of(frame.recording_id) or coded_study.index
    dialog.slider.setValue(7)
    assert not dialog.use.isEnabled()
    qtbot.waitUntil(dialog.use.isEnabled, timeout=5000)
    assert "frame 8" in dialog.where.text()
    dialog.use.click()
    key = f"neutral.recording.{frame.recording_id}"
    assert coded_study.study.setting(key)["pts"] == int(index.pts[7])
    qtbot.waitUntil(lambda: page.view.neutral.has_image, timeout=5000)
    page.controller.undo()
    assert coded_study.study.setting(key) is None
    assert not page.view.neutral.has_image


def test_the_neutral_dialog_says_when_a_recording_cannot_be_read(page, coded_study, qtbot):
    from au_studio.ui.code.neutral_dialog import NeutralDialog

    dialog = None
    try:
        page.controller.display._pictures.set_sources([])
        page.show_neutral_dialog()
        dialog = page.findChild(NeutralDialog)
        qtbot.waitUntil(lambda: "no longer in the study" in dialog.picture._placeholder, timeout=5000)
        assert not dialog.use.isEnabled()
    finally:
        if dialog is not None:
            dialog.reject()
