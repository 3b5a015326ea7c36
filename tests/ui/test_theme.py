"""Light and dark, and colours that can be told apart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import QCheckBox, QFrame, QListWidget, QListWidgetItem, QRadioButton

from au_studio.facs.action_units import ACTION_UNITS, DISFA_AUS
from au_studio.ui.theme import (
    DARK,
    LIGHT,
    ThemeMode,
    apply_theme,
    palette_of,
    row_font,
    series_style,
    tabular,
    theme_of,
)


def _luminance(color: QColor) -> float:
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in color.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(a: QColor, b: QColor) -> float:
    dark, light = sorted((_luminance(a), _luminance(b)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_text_is_readable_on_every_ground(theme, qapp):
    for ground in ("window", "base", "raised", "plot", "notice"):
        for role in ("text", "muted", "good", "warning", "problem"):
            ratio = _contrast(theme.color(role), theme.color(ground))
            assert ratio >= 4.5, f"{role} on {ground}: {ratio:.2f}"
    assert _contrast(theme.color("accent_text"), theme.color("accent")) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_curve_stands_out_from_the_plot(theme, qapp):
    for au in DISFA_AUS:
        assert _contrast(series_style(au, theme).color, theme.color("plot")) >= 2.9, au


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_no_two_action_units_look_the_same(theme, qapp):
    looks = {(s.color.name(), s.dash) for s in (series_style(au, theme) for au in ACTION_UNITS)}
    assert len(looks) == len(ACTION_UNITS)


def test_curves_are_one_pixel_wide_at_every_zoom(qapp):
    pen = series_style(12, LIGHT).pen()
    assert pen.isCosmetic()
    assert pen.widthF() == 1
    assert series_style(12, LIGHT).pen(dashed=True).style() is Qt.PenStyle.DashLine


def test_widgets_find_their_theme_by_the_palette(qapp):
    assert theme_of(palette_of(LIGHT)) is LIGHT
    assert theme_of(palette_of(DARK)) is DARK


def test_the_look_can_be_switched_while_the_program_runs(qapp):
    before = qapp.palette()
    assert apply_theme(qapp, ThemeMode.DARK) is DARK
    assert theme_of(qapp.palette()) is DARK
    assert apply_theme(qapp, ThemeMode.LIGHT) is LIGHT
    assert theme_of(qapp.palette()) is LIGHT
    qapp.setPalette(before)


def test_digits_of_changing_numbers_have_equal_width(qapp):
    font = tabular(qapp.font(), 2.0)
    assert font.pointSizeF() == pytest.approx(qapp.font().pointSizeF() * 2)
    assert [tag.toString().data().decode() for tag in font.featureTags()] == ["tnum"]


class TickList(QListWidget):
    """The theme goes by the name."""


def _tick_list() -> QListWidget:
    ticks = TickList()
    line = QListWidgetItem(" ")
    line.setCheckState(Qt.CheckState.Unchecked)
    ticks.addItem(line)
    ticks.setFrameShape(QFrame.Shape.NoFrame)
    return ticks


@pytest.mark.parametrize("mode", [ThemeMode.LIGHT, ThemeMode.DARK])
@pytest.mark.parametrize("make", [QCheckBox, QRadioButton, _tick_list])
def test_what_is_not_ticked_has_an_outline_that_can_be_seen(make, mode, qapp, qtbot):
    before = qapp.palette()
    theme = apply_theme(qapp, mode)
    widget = make()
    qtbot.addWidget(widget)
    widget.resize(60, 24)
    picture = widget.grab().toImage()
    ground = theme.color("base" if isinstance(widget, QListWidget) else "window")
    pixels = [picture.pixelColor(x, y) for x in range(24) for y in range(picture.height())]
    assert max(_contrast(color, ground) for color in pixels) >= 3
    qapp.setPalette(before)


def test_text_shrinks_only_where_rows_are_too_low_for_it_and_stays_readable(qapp):
    needed = QFontMetricsF(tabular(qapp.font())).height()
    size = tabular(qapp.font()).pointSizeF()
    assert row_font(qapp.font(), needed + 1).pointSizeF() == size
    low = row_font(qapp.font(), 0.8 * needed)
    assert QFontMetricsF(low).height() <= 0.9 * needed
    assert row_font(qapp.font(), 1.0).pointSizeF() >= 0.69 * size
