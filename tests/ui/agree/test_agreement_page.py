"""The agreement page as its users meet it: figures, the frame of a disagreement, consensus, export."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea

from au_studio.controllers.agree.state import Situation
from au_studio.controllers.workspace import Workspace
from au_studio.ui.agree.agreement_page import AgreementPage
from au_studio.ui.agree.definitions import DEFINITIONS, DefinitionsDialog
from au_studio.ui.agree.disagreement_list import clock_text
from au_studio.ui.theme import ThemeMode, apply_theme


def texts(table, row: int) -> list[str]:
    return [table.item(row, column).text().strip() for column in range(table.columnCount())]


def consensus(page: AgreementPage) -> list[tuple[int, int | None, str]]:
    """Return what the study holds by the consensus coder."""
    study = page.controller._workspace.study
    (coder,) = (c for c in study.coders() if c.kind == "consensus")
    return [(r.au, r.value, r.visible) for r in study.ratings(coder.id)]


def test_the_table_shows_every_action_unit_and_the_mean(page):
    table = page.view.table
    assert [texts(table, row)[0][:4] for row in range(table.rowCount())] == ["AU04", "AU12", "Mean"]
    assert texts(table, 1)[1] == "20"
    assert texts(table, 1)[5:7] == ["95 %", "95 %"]
    assert "20 frames rated by both, of 1 recording without a person’s name" in page.view.counts.text()


def test_the_page_fits_a_small_screen_and_names_its_action_units_whole(page, qtbot):
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    area.setWidget(page)
    area.resize(1280, 570)  # what a screen of 1280 x 680 leaves
    area.show()
    page.view.warnings.setText("Something to know")
    page.view.warnings.show()
    qtbot.wait(50)
    assert area.verticalScrollBar().maximum() == 0
    table = page.view.table
    named = max(table.fontMetrics().horizontalAdvance(texts(table, row)[0]) for row in range(2))
    assert table.columnWidth(0) > named
    area.takeWidget()


def test_choosing_an_action_unit_changes_both_plots(page):
    page.view.table.selectRow(1)
    assert page.view.confusion.counts.sum() == 20
    assert page.view.confusion.counts[4, 1] == 1
    difference = -3 / 20
    assert page.view.bland_altman.levels[0] == pytest.approx(difference)
    assert len(page.view.bland_altman.levels) == 3
    page.view.table.selectRow(0)
    assert page.view.confusion.counts[4, 1] == 0


def test_the_largest_disagreement_comes_first_with_its_time(page):
    assert texts(page.view.disagreements, 0) == ["AU12", "one.mp4", "0:00.360", "4", "1", "−3", ""]
    assert page.view.disagreements.rowCount() == 2


def test_a_disagreement_shows_its_frame_and_takes_a_consensus_by_key(page, qtbot):
    page.view.disagreements.selectRow(0)
    qtbot.waitUntil(lambda: page.view.reconcile.picture.has_image, timeout=20_000)
    QTest.keyClick(page.view.disagreements, Qt.Key.Key_3)
    assert consensus(page) == [(12, 3, "reconciled: saw AB and CD")]
    assert texts(page.view.disagreements, 0)[-1] == "✓ 3"
    assert page.view.disagreements.currentRow() == 1, "the next disagreement is shown"
    QTest.keyClick(page.view.disagreements, Qt.Key.Key_X)
    assert (4, None, "reconciled: saw AB and CD") in consensus(page)


def test_the_context_of_a_disagreement_plays_until_the_next_one(page, qtbot):
    page.view.disagreements.selectRow(0)
    qtbot.waitUntil(lambda: page.view.reconcile.picture.has_image, timeout=20_000)
    QTest.keyClick(page.view.disagreements, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: page.view.reconcile.picture.loop is not None, timeout=20_000)
    page.view.disagreements.selectRow(1)
    assert page.view.reconcile.picture.loop is None
    QTest.keyClick(page.view.disagreements, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: page.view.reconcile.picture.loop is not None, timeout=20_000)
    QTest.keyClick(page.view.disagreements, Qt.Key.Key_L)
    assert page.view.reconcile.picture.loop is None


def test_what_coders_said_beside_the_value_is_shown_to_reconcile(page):
    study = page.controller._workspace.study
    (recording,) = study.recordings()
    one, other = study.coders()
    frame = page.controller.state.comparison.disagreements[0].frame
    study.rate(one.id, recording.id, frame.pts, 12, 4, True, side="L")
    study.set_note(other.id, recording.id, frame.pts, "hand before the mouth")
    page.view.disagreements.selectRow(0)
    caption = page.view.reconcile.caption.text()
    assert "AB: left" in caption
    assert "AB was unsure" in caption
    assert "CD: “hand before the mouth”" in caption


def test_undo_takes_a_consensus_back_and_shows_its_disagreement(page):
    page.view.disagreements.selectRow(0)
    page.view.reconcile.buttons[3].click()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(page.view.disagreements, Qt.Key.Key_Z, control)
    assert consensus(page) == []
    assert page.view.disagreements.currentRow() == 0
    QTest.keyClick(page.view.disagreements, Qt.Key.Key_Y, control)
    assert [value for _, value, _ in consensus(page)] == [3]


def test_what_both_rated_alike_can_be_adopted_at_once_and_undone_at_once(page):
    page.view.adopt.click()
    assert len(consensus(page)) == 38
    assert {visible for *_, visible in consensus(page)} == {"agreed: the same rating by AB and CD"}
    assert not page.view.adopt.isEnabled()
    page.controller.undo()
    assert consensus(page) == []
    assert page.view.adopt.isEnabled()


def test_who_could_code_it_is_listed_settled_and_adopted_where_neither_could(page, qtbot, rated_study):
    study, (recording,) = rated_study.study, rated_study.study.recordings()
    pts = rated_study.index_of(recording.id).pts.tolist()
    first, second = study.coders()
    study.rate(first.id, recording.id, pts[4], 12, None)
    for coder in (first, second):
        study.rate(coder.id, recording.id, pts[6], 12, None, code=72)
        study.rate(coder.id, recording.id, pts[6], 6, None, code=72)
    page.page_shown()
    listed = page.view.disagreements
    qtbot.waitUntil(lambda: listed.rowCount() == 3, timeout=10_000)
    assert texts(listed, 2) == ["AU12", "one.mp4", "0:00.160", "X", "4", "–", ""]
    assert "2 differ by one step or more, 1 codable to one only" in page.view.heading.whole
    listed.selectRow(2)
    assert "AB X · CD 4" in page.view.reconcile.caption.text()
    QTest.keyClick(listed, Qt.Key.Key_4)
    assert texts(listed, 2)[-1] == "✓ 4"
    QTest.keyClick(listed, Qt.Key.Key_X)
    assert texts(listed, 2)[-1] == "✓ not codable"
    page.view.adopt.click()
    holder = next(coder for coder in study.coders() if coder.kind == "consensus")
    agreed = {(r.au, r.value) for r in study.ratings(holder.id) if r.pts == pts[6]}
    assert {(12, None), (6, None)} <= agreed


def test_nobodys_own_ratings_change(page):
    study = page.controller._workspace.study
    before = {c.id: study.ratings(c.id) for c in study.coders()}
    page.view.disagreements.selectRow(0)
    page.controller.set_consensus(2)
    page.controller.adopt_agreed()
    assert {key: study.ratings(key) for key in before} == before


def test_the_consensus_can_be_compared_with_a_coder(page, qtbot):
    page.controller.adopt_agreed()
    key = next(rater.key for rater in page.controller.state.seconds if rater.name == "consensus")
    page.controller.choose_second(key)
    qtbot.waitUntil(lambda: page.controller.state.comparison.second.key == key, timeout=10_000)
    assert page.controller.state.comparison.disagreements == ()
    assert not page.view.adopt.isEnabled()


def test_ratings_made_meanwhile_count_when_the_page_is_shown_again(page, qtbot):
    study = page.controller._workspace.study
    page.page_hidden()
    (recording,) = study.recordings()
    study.rate(
        study.coders()[1].id, recording.id, page.controller.state.comparison.paired.frames[9].pts, 12, 4
    )
    page.page_shown()
    qtbot.waitUntil(lambda: len(page.controller.state.comparison.disagreements) == 1, timeout=10_000)


def test_the_table_can_be_exported(page, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "agreement"), ""))
    page.view.export.click()
    assert (tmp_path / "agreement.csv").read_text().startswith("au,frames,icc_2_1,")
    assert (tmp_path / "agreement.json").is_file()


def test_definitions_are_one_click_away(page):
    page.view.definitions.click()
    (dialog,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, DefinitionsDialog))
    shown = dialog.text.toPlainText()
    assert all(d.name in shown for d in DEFINITIONS.values())
    dialog.close()


def test_both_looks_paint_without_losing_the_choice(page, qapp):
    page.view.table.selectRow(1)
    try:
        for mode in (ThemeMode.DARK, ThemeMode.LIGHT):
            apply_theme(qapp, mode)
            assert not page.grab().isNull()
            assert page.controller.state.detail.au == 12
            assert page.view.table.currentRow() == 1
    finally:
        apply_theme(qapp, ThemeMode.LIGHT)


def test_a_page_without_a_study_or_coders_says_what_to_do(workspace: Workspace, qtbot, tmp_path):
    page = AgreementPage(workspace)
    qtbot.addWidget(page)
    page.page_shown()
    assert page.controller.state.situation is Situation.NO_STUDY
    workspace.new_study(tmp_path / "Empty.austudio")
    assert page.controller.state.situation is Situation.NO_CODER
    assert "Nobody has rated yet" in page.view._title.text()
    page.close_page()


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.36, "0:00.360"), (61.5, "1:01.500"), (3661, "1:01:01.000"), (None, "–")]
)
def test_times_are_written_as_people_read_them(seconds, text):
    assert clock_text(seconds) == text


def test_both_plots_are_saved_as_pictures_from_their_menus(page, tmp_path, monkeypatch):
    asked = []

    def ask(_parent, _title, proposed, _kinds):
        asked.append(Path(proposed).name)
        return str(tmp_path / asked[-1]), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    page.view.table.selectRow(1)
    for plot in (page.view.confusion, page.view.bland_altman):
        (action,) = plot.actions()
        assert plot.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
        assert action in page.menu_actions()
        action.trigger()
    assert asked == ["AU12 confusion AB CD.png", "AU12 differences AB CD.png"]
    assert all((tmp_path / name).stat().st_size > 10_000 for name in asked)
