"""Panels are moved, taken out and laid over each other, remembered, and put back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QTextEdit

from au_studio.ui.panels import PanelArea
from au_studio.ui.theme import ThemeMode, apply_theme, contrast

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
NAMES = ("one", "two", "three")


@pytest.fixture
def make(qtbot):
    QSettings().remove("panels/test")

    def made(*, shown: bool = True) -> PanelArea:
        area = PanelArea("test")
        qtbot.addWidget(area)
        for name in NAMES:
            area.add(name, name.title(), QTextEdit(), LEFT, hidden=name == "three")
        area.finish()
        area.resize(900, 500)
        area.setVisible(shown)
        return area

    yield made
    QSettings().remove("panels/test")


def test_a_layout_is_remembered_and_can_be_reset(make):
    area = make()
    area.addDockWidget(RIGHT, area.panels["two"])
    area.panels["three"].show()
    area.tabifyDockWidget(area.panels["one"], area.panels["three"])
    area.resizeDocks([area.panels["one"], area.panels["two"]], [200, 690], Qt.Orientation.Horizontal)
    area.remember()
    area.close()
    again = make()
    assert again.dockWidgetArea(again.panels["two"]) is RIGHT
    assert again.panels["two"].width() > 600
    assert again.tabifiedDockWidgets(again.panels["one"]) == [again.panels["three"]]
    again.reset()
    assert again.dockWidgetArea(again.panels["two"]) is LEFT
    assert again.tabifiedDockWidgets(again.panels["one"]) == []
    assert again.panels["three"].isHidden()
    again.close()


def test_a_panel_that_is_taken_out_is_a_window_and_comes_back(make):
    area = make()
    panel = area.panels["one"]
    panel.setFloating(True)
    assert panel.isWindow()
    assert panel.isVisible()
    area.reset()
    assert not panel.isFloating()
    panel.close()
    assert panel.isHidden()
    panel.toggleViewAction().trigger()
    assert panel.isVisible()
    area.close()


def test_a_panel_outside_goes_with_its_page_and_comes_back_with_it(make):
    area = make()
    panel = area.panels["two"]
    panel.setFloating(True)
    area.hide()  # another page is shown: coders must not see what the model says
    assert not panel.isVisible()
    area.remember()
    area.show()
    assert panel.isVisible()
    assert panel.isFloating()
    area.close()
    again = make(shown=False)
    assert not again.panels["two"].isVisible()
    again.show()
    assert again.panels["two"].isFloating()
    assert again.panels["two"].isVisible()
    again.close()


@pytest.mark.parametrize("mode", [ThemeMode.LIGHT, ThemeMode.DARK])
def test_the_buttons_of_a_panel_can_be_seen_in_both_looks(qapp: QApplication, make, mode):
    theme = apply_theme(qapp, mode)
    area = make()
    panel = area.panels["one"]
    try:
        for change in (lambda: None, lambda: panel.setFloating(True), area.reset):
            change()
            buttons = [
                panel.findChild(QAbstractButton, f"qt_dockwidget_{name}button") for name in ("float", "close")
            ]
            for button in buttons:
                picture = button.icon().pixmap(64, 64).toImage()
                shades = [picture.pixelColor(x, y) for x in range(64) for y in range(64)]
                solid = [color for color in shades if color.alphaF() > 0.95]
                assert len(solid) > 200
                assert all(contrast(color, theme.color("window")) >= 4.5 for color in solid)
    finally:
        area.close()
        apply_theme(qapp, ThemeMode.LIGHT)


def test_panels_move_at_once(make):
    """While Qt animates a drop onto another panel, the tabs of both stay hidden for good."""
    area = make()
    assert not area.isAnimated()
    area.close()
