from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest

from au_studio.controllers.guiding import GuideController, GuideState, Step
from au_studio.ui.guide.guide_panel import GuidePanel


@pytest.fixture
def panel(qtbot):
    QSettings().remove("guide")
    made = GuidePanel()
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()
    QSettings().remove("guide")


def test_the_panel_offers_the_first_step_that_is_not_done(panel, qtbot):
    panel.set_state(GuideState(frozenset({Step.OPEN, Step.WATCH, Step.CODE})))
    assert panel._labels[Step.OPEN].text() == "✓ Open"
    with qtbot.waitSignal(panel.step_requested) as asked:
        QTest.mouseClick(panel.button, Qt.MouseButton.LeftButton)
    assert asked.args == [Step.DRAW]


def test_the_panel_stays_away_once_it_was_closed_and_can_be_brought_back(panel, qtbot):
    panel.dismiss()
    assert not panel.isVisible()
    again = GuidePanel()
    qtbot.addWidget(again)
    assert again.isHidden()
    again.bring_back()
    assert not again.isHidden()
    assert not GuidePanel.was_dismissed()
    again.close()


def test_when_everything_is_done_there_is_no_button(panel):
    panel.set_state(GuideState(frozenset(Step)))
    assert panel.button.isHidden()
    assert "whole way" in panel._hint.text()


def test_steps_are_ticked_by_what_is_in_the_study(workspace, make_video, qtbot):
    guide = GuideController(workspace)
    assert guide.state.next is Step.OPEN
    workspace.add_videos([make_video()])
    qtbot.waitUntil(lambda: workspace.current is not None, timeout=10_000)
    assert guide.state.done == {Step.OPEN}
    study, index, recording = workspace.study, workspace.index, workspace.current.id
    study.draw_sample(recording, seed=1, index_digest=index.digest(), pts=index.pts, count=3)
    imported = study.add_coder("demo", kind="imported")
    study.rate(imported.id, recording, int(index.pts[0]), 12, 1, visible="imported")
    guide.note(Step.DRAW)
    assert guide.state.done == {Step.OPEN, Step.DRAW}
    study.rate(study.add_coder("AB").id, recording, int(index.pts[0]), 12, 1)
    guide.note(Step.CODE)
    guide.note_exported()
    assert guide.state.done == {Step.OPEN, Step.DRAW, Step.CODE, Step.EXPORT}
    assert guide.state.next is Step.WATCH
