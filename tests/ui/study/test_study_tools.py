"""What is changed in the study's dialogs and on other pages reaches the Code page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from au_studio.coding.neutral_references import choose_neutral_reference
from au_studio.coding.session import SampleFrame
from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.controllers.workspace import Workspace
from au_studio.ui.code.coding_page import CodingPage
from au_studio.ui.main_window import MainWindow
from au_studio.ui.study.study_tools import StudyTools


@pytest.fixture
def window(two_recordings: Workspace, qtbot, monkeypatch) -> Iterator[MainWindow]:
    """The window's Watch and Code page, and four frames of each recording to rate."""
    monkeypatch.setattr(LiveAnalysis, "start", lambda self: None)
    study = two_recordings.study
    study.add_coder("AB")
    for recording in study.recordings():
        index = two_recordings.index_of(recording.id)
        study.draw_sample(recording.id, seed=17, index_digest=index.digest(), pts=index.pts, count=4)
    made = MainWindow(two_recordings, (CodingPage,))
    made.show()
    made.show_page(1)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def page(window) -> CodingPage:
    return window.pages[1]


def test_frames_of_a_removed_recording_are_no_longer_to_be_rated(window, page, two_recordings):
    tools = StudyTools(window)
    gone = page.controller.state.frame.recording_id
    tools.details.remove([gone])
    assert page.controller.state.progress.frames == 4
    assert page.controller.state.frame.recording_id != gone


def test_the_coder_stays_where_they_are_when_a_detail_of_a_recording_changes(window, page):
    tools = StudyTools(window)
    page.controller.rate(3)
    page.controller.step(3)
    frame = page.controller.state.frame
    tools.details.change([frame.recording_id], "name", "Interview of P1")
    assert page.controller.state.frame == frame
    assert page.controller.state.recording_name == "Interview of P1"
    assert page.controller.state.undo_text


def test_a_neutral_reference_counts_at_once_for_all_recordings_of_the_person(window, page, two_recordings):
    tools = StudyTools(window)
    frame, study = page.controller.state.frame, two_recordings.study
    other = next(r.id for r in study.recordings() if r.id != frame.recording_id)
    tools.details.change([other], "person", "P1")
    reference = SampleFrame(other, 0)
    choose_neutral_reference(study, reference)
    tools.details.change([frame.recording_id], "person", "P1")
    assert page.controller.display.reference == reference


def test_a_neutral_reference_marked_on_the_watch_page_stands_on_the_code_page(window, page, qtbot):
    window.show_page(0)
    window.workspace.open_recording(page.controller.state.frame.recording_id)
    window.watch.controller.display.mark_neutral(0)
    window.show_page(1)
    qtbot.waitUntil(lambda: page.view.neutral.has_image, timeout=5000)
