from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from au_studio.controllers.guiding import GuideController, GuideState, Step
from au_studio.controllers.model_choice import ModelsChange
from au_studio.ui.guide.guide_panel import GuidePanel
from au_studio.ui.theme import DARK, LIGHT, palette_of


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


@pytest.mark.parametrize("larger", [1.0, 1.5])
@pytest.mark.parametrize("width", [320, 600, 860, 1000, 1400])
def test_no_sentence_is_cut_off_however_narrow_the_window_is(qtbot, panel, width, larger):
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(panel)
    column.addWidget(QWidget(), 1)
    font = host.font()
    font.setPointSizeF(font.pointSizeF() * larger)
    host.setFont(font)
    host.resize(width, 300)
    host.show()
    for count in range(len(Step) + 1):
        panel.set_state(GuideState(frozenset(list(Step)[:count])))
        qtbot.wait(1)
        hint = panel._hint
        needed = hint.fontMetrics().boundingRect(
            0, 0, hint.width(), 10_000, Qt.TextFlag.TextWordWrap, hint.text()
        )
        assert needed.width() <= hint.width(), hint.text()
        assert needed.height() <= hint.height(), hint.text()
        assert panel.rect().contains(hint.geometry()), hint.text()
        others = [*panel._labels.values(), panel.button]
        shown = [other.geometry() for other in others if not other.isHidden()]
        assert not any(hint.geometry().intersects(geometry) for geometry in shown)
    column.removeWidget(panel)
    panel.setParent(None)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_steps_to_come_stand_back_and_can_be_read(panel, theme):
    panel.setPalette(palette_of(theme))
    panel.set_state(GuideState(frozenset({Step.OPEN})))
    colors = {step: label.palette().windowText().color() for step, label in panel._labels.items()}
    assert colors[Step.OPEN] == colors[Step.WATCH] == theme.color("text")
    assert colors[Step.EXPORT] == theme.color("muted")
    assert all(label.isEnabled() for label in panel._labels.values())


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
    elsewhere = study.add_coder("CD", kind="imported")
    study.rate(elsewhere.id, recording, int(index.pts[0]), 12, 1, visible="imported")
    guide.note(Step.CODE)
    guide._set(guide.state.done | {Step.WATCH})
    assert "1 of the first 3" in guide.state.how_far, "what somebody rated elsewhere counts"
    coder = study.add_coder("AB").id
    pts = study.samples(recording)[0].pts
    study.rate(coder, recording, pts[0], 12, 1)
    guide.note(Step.CODE)
    assert Step.CODE not in guide.state.done, "one frame of three"
    for moment in pts[1:]:
        study.rate(coder, recording, moment, 12, 1)
    guide.note(Step.CODE)
    guide.note_exported()
    assert guide.state.done == {Step.OPEN, Step.DRAW, Step.CODE, Step.EXPORT}
    assert guide.state.next is Step.WATCH


def test_one_frame_of_many_does_not_lead_to_the_training(workspace, make_video, qtbot, tmp_path):
    workspace.new_study(tmp_path / "Mine")
    guide, panel = GuideController(workspace), GuidePanel()
    qtbot.addWidget(panel)
    guide.state_changed.connect(panel.set_state)
    panel.set_state(guide.state)
    assert panel.button.text() == "Open videos…"
    assert "“Mine” is empty still" in panel._hint.text()
    workspace.add_videos([make_video(n_frames=60)])
    qtbot.waitUntil(lambda: workspace.current is not None, timeout=10_000)
    study, index, recording = workspace.study, workspace.index, workspace.current.id
    sample = study.draw_sample(recording, seed=1, index_digest=index.digest(), pts=index.pts, count=50)
    study.rate(study.add_coder("AB").id, recording, sample.pts[0], 12, 1)
    guide.refresh()
    done = {Step.WATCH} | guide.state.done
    guide._set(frozenset(done))
    assert guide.state.next is Step.CODE
    assert "1 of the first 30 are rated." in panel._hint.text()


def test_whoever_has_trained_a_model_is_not_sent_back_to_coding(workspace, tmp_path, monkeypatch):
    workspace.new_study(tmp_path / "Mine")
    guide = GuideController(workspace)
    assert Step.CODE not in guide.state.done
    made = SimpleNamespace(id="mine", path=workspace.study.path / "models" / "mine.safetensors")
    monkeypatch.setattr(workspace, "models", lambda: (made,))
    workspace.models_changed.emit(ModelsChange(added=frozenset({"mine"})))
    assert {Step.CODE, Step.TRAIN} <= guide.state.done
