"""Event markers on the Watch page: set, stretched, noted, undone, seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from au_studio.study.recording_list import Status
from au_studio.ui.edit_menu import EditMenu
from au_studio.ui.theme import LIGHT, theme_of
from au_studio.ui.watch.marker_paint import marker_colour
from au_studio.ui.watch.marker_panel import KindDialog
from au_studio.ui.watch.watch_page import WatchPage


@pytest.fixture
def page(workspace, make_video, qtbot, tmp_path):
    workspace.new_study(tmp_path / "Mine")
    page = WatchPage(workspace)
    page.addActions(EditMenu(lambda: page.undoing, page).actions())
    qtbot.addWidget(page)
    page.resize(1200, 800)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    workspace.add_videos([make_video("one.mp4", 100), make_video("two.mp4", 50)])
    qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY] * 2, timeout=10_000)
    qtbot.waitUntil(lambda: page.controller.frame is not None, timeout=10_000)
    page.curves.setFocus()
    yield page
    page.close_page()
    page.close()


@pytest.fixture
def go(page, qtbot):
    def go_to(position: int) -> None:
        page.controller.playback.seek(position)
        qtbot.waitUntil(lambda: page.controller.playback.position == position, timeout=5_000)

    return go_to


def stored(page):
    study = page._workspace.study
    index = page._workspace.index
    places = {int(pts): place for place, pts in enumerate(index.pts)}
    return [
        (places[m.start], None if m.stop is None else places[m.stop], m.note)
        for m in study.markers(page._workspace.current.id)
    ]


def key(page, *keys):
    for one in keys:
        QTest.keyClick(page.curves, one)


def test_without_a_kind_the_digit_says_how_to_begin(page):
    told = []
    page._workspace.notice.connect(lambda text, _level: told.append(text))
    key(page, Qt.Key.Key_1)
    assert "make one in the list of markers" in told[0]
    assert stored(page) == []


def test_a_digit_sets_a_marker_and_e_lets_it_last(page, go):
    page.marker_panel.new_kind.setText("question asked")
    QTest.keyClick(page.marker_panel.new_kind, Qt.Key.Key_Return)
    assert page.marker_menu.actions_by_id["watch.mark_1"].text() == "Mark “question asked”"
    go(10)
    key(page, Qt.Key.Key_1)
    assert stored(page) == [(10, None, "")]
    go(30)
    key(page, Qt.Key.Key_E)
    assert stored(page) == [(10, 30, "")]
    go(5)
    key(page, Qt.Key.Key_E)  # stretched the other way
    assert stored(page) == [(5, 10, "")]
    assert page.marker_panel.table.item(0, 1).text() == "question asked"
    assert page.marker_panel.table.item(0, 2).text() == "0.20 s"


def test_undo_takes_back_step_by_step_and_goes_there(page, go, qtbot):
    page.markers.add_kind("question")
    go(10)
    key(page, Qt.Key.Key_1)
    go(30)
    key(page, Qt.Key.Key_E)
    go(60)
    QTest.keyClick(page.curves, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stored(page) == [(10, None, "")]
    qtbot.waitUntil(lambda: page.controller.playback.position == 10, timeout=5_000)
    QTest.keyClick(page.curves, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert stored(page) == []
    QTest.keyClick(page.curves, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.curves, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert stored(page) == [(10, 30, "")]


def test_notes_are_kept_and_delete_takes_a_marker_away(page, go):
    page.markers.add_kind("question")
    go(10)
    key(page, Qt.Key.Key_1)
    go(20)
    key(page, Qt.Key.Key_1)
    page.marker_panel.table.item(0, 3).setText(" loud ")
    assert stored(page) == [(10, None, "loud"), (20, None, "")]
    page.marker_panel.table.setCurrentCell(0, 1)
    QTest.keyClick(page.marker_panel.table, Qt.Key.Key_Delete)
    assert stored(page) == [(20, None, "")]
    page.markers.undo()
    assert stored(page) == [(10, None, "loud"), (20, None, "")]


def test_a_double_click_in_the_list_goes_to_the_marker(page, go, qtbot):
    page.markers.add_kind("question")
    go(40)
    key(page, Qt.Key.Key_1)
    go(0)
    page.marker_panel.table.cellDoubleClicked.emit(0, 0)
    qtbot.waitUntil(lambda: page.controller.playback.position == 40, timeout=5_000)


def test_markers_are_seen_on_the_timeline_in_their_colour(page, go):
    page.markers.add_kind("first")
    page.markers.add_kind("second")
    go(50)
    key(page, Qt.Key.Key_2)
    go(80)
    key(page, Qt.Key.Key_E)
    timeline = page.transport.timeline
    image = timeline.grab().toImage()
    index = page._workspace.index
    x = timeline._x_of(float(index.times[65])) * timeline.devicePixelRatioF()
    theme = theme_of(timeline.palette())
    assert image.pixelColor(round(x), 3) == marker_colour(1, theme)
    assert image.pixelColor(round(x / 2), 3) != marker_colour(1, theme)


def test_markers_belong_to_their_recording(page, go, qtbot):
    page.markers.add_kind("question")
    key(page, Qt.Key.Key_1)
    page._workspace.open_neighbour(1)
    qtbot.waitUntil(lambda: page._workspace.current.name == "two.mp4", timeout=10_000)
    assert page.marker_panel.table.rowCount() == 0
    page._workspace.open_neighbour(-1)
    qtbot.waitUntil(lambda: page._workspace.current.name == "one.mp4", timeout=10_000)
    assert page.marker_panel.table.rowCount() == 1


def test_a_kind_is_renamed_recoloured_and_gets_another_digit(page, qtbot):
    page.markers.add_kind("question")
    page.markers.add_kind("film")
    dialog = KindDialog(page.markers.state.kinds[0], page.markers.state.kinds)
    qtbot.addWidget(dialog)
    dialog.changed.connect(page.markers.change_kind)
    assert [dialog.key.itemText(i) for i in range(3)] == ["none", "1", "3"]
    dialog.name.setText("answer")
    dialog.colour.setCurrentIndex(4)
    dialog.key.setCurrentIndex(2)
    dialog._on_save()
    kind = page.markers.state.kinds[0]
    assert (kind.name, kind.colour, kind.key) == ("answer", 4, 3)
    assert marker_colour(4, LIGHT).name() == LIGHT.series[4]


def test_nothing_is_marked_in_a_study_that_is_only_looked_at(page, go, tmp_path, qtbot):
    page.markers.add_kind("question")
    root = page._workspace.study.path
    page._workspace.open_study(tmp_path / "none")
    page._workspace.close_study()
    page._workspace.open_study(root, read_only=True)
    page._workspace.open_neighbour(1)
    qtbot.waitUntil(lambda: page._workspace.current is not None, timeout=10_000)
    key(page, Qt.Key.Key_1)
    assert page._workspace.study.markers() == []


def test_picture_timeline_and_curves_have_menus_of_their_own(page, qtbot):
    for widget, expected in (
        (page.video, "Use as neutral reference"),
        (page.transport.timeline, "Markers"),
        (page.curves, "Markers"),
    ):
        assert widget.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
        assert expected in [action.text().replace("&", "") for action in widget.actions()]
    before = page.controller.playback.position
    timeline = page.transport.timeline
    QTest.mouseClick(timeline, Qt.MouseButton.RightButton, pos=timeline.rect().center())
    assert page.controller.playback.position == before
