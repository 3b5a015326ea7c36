"""Who rates on the Code page, in which order, and what each of them sees of the others."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from au_studio.coding.session import Cell
from au_studio.controllers.code.state import Situation


def cells(page) -> tuple:
    return page.controller.state.cells


def test_another_coder_sees_nothing_of_the_first(page, press, coded_study):
    press("12345")
    page.controller.add_coder("CD")
    assert cells(page) == (None,) * 12
    assert page.controller.state.progress.ratings_done == 0
    assert page.controller.state.undo_text == ""
    press("0")
    assert {rating.value for rating in coded_study.study.ratings()} == {0, 1, 2, 3, 4, 5}
    page.controller.choose_coder(page.controller.state.coders[0][0])
    assert cells(page)[:5] == tuple(Cell(value) for value in (1, 2, 3, 4, 5))


def test_the_order_of_the_frames_is_a_setting_of_the_study(page, coded_study, make_page):
    page.controller.choose_order("chronological")
    frames = []
    for place in range(16):
        page.controller.go_to_index(place)
        frames.append(page.controller.state.frame)
    by_recording = [frame.recording_id for frame in frames]
    assert len(set(by_recording[:8])) == 1
    assert [f.pts for f in frames[:8]] == sorted(f.pts for f in frames[:8])
    assert make_page(coded_study).controller.state.order == "chronological"


def test_without_a_study_a_coder_and_a_sample_the_page_says_what_is_missing(
    workspace, make_page, make_video, qtbot
):
    page = make_page(workspace)
    assert page.controller.state.situation is Situation.NO_STUDY
    workspace.add_videos([make_video()])
    qtbot.waitUntil(lambda: workspace.current is not None, timeout=10_000)
    assert page.controller.state.situation is Situation.NO_SAMPLE
    recording, index = workspace.study.recordings()[0], workspace.index
    workspace.study.draw_sample(recording.id, seed=1, index_digest=index.digest(), pts=index.pts, count=2)
    page.controller.reload()
    assert page.controller.state.situation is Situation.NO_CODER
    page.view._empty.name_edit.setText("AB")
    QTest.keyClick(page.view._empty.name_edit, Qt.Key.Key_Return)
    assert page.controller.state.situation is Situation.CODING
    QTest.keyClick(QApplication.focusWidget(), "4")
    assert cells(page)[0] == Cell(4)


def test_a_coder_whose_ratings_were_imported_goes_on_under_their_own_name(page, press, coded_study):
    study = coded_study.study
    imported = study.add_coder("EF", kind="imported")
    page.controller.add_coder("ef")
    press("4")
    assert page.view.bar.coders.currentText() == "EF"
    assert [r.value for r in study.ratings(imported.id)] == [4]
    assert [coder.name for coder in study.coders()] == ["AB", "EF"]


def test_the_only_coder_of_a_study_can_be_an_imported_one(coded_study, make_page):
    coded_study.study.add_coder("demo", kind="imported")
    page = make_page(coded_study)
    assert page.controller.state.situation is Situation.NO_CODER
    page.view._empty.name_edit.setText("demo")
    QTest.keyClick(page.view._empty.name_edit, Qt.Key.Key_Return)
    assert page.controller.state.situation is Situation.CODING


def test_a_removed_coder_comes_back_by_name_and_the_consensus_is_refused(page, press, coded_study):
    study, told = coded_study.study, []
    coded_study.problem.connect(lambda error: told.append(str(error)))
    press("4")
    removed = page.controller.state.coder_id
    page.controller.add_coder("CD")
    study.remove_coder(removed)
    page.controller.add_coder("AB")
    assert page.controller.state.coder_id == removed
    assert cells(page)[0] == Cell(4)
    study.add_coder("consensus", kind="consensus")
    page.controller.add_coder("consensus")
    assert page.controller.state.coder_id == removed
    assert "settled on" in told[0]


def test_another_coders_notes_are_hidden(page, press, coded_study):
    press("t")
    QTest.keyClicks(page.view.note, "mine")
    QTest.keyClick(page.view.note, Qt.Key.Key_Return)
    page.controller.add_coder("CD")
    assert page.view.note.text() == ""
