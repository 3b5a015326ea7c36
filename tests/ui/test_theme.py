"""Light and dark, and colours that can be told apart."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPalette
from PySide6.QtWidgets import QCheckBox, QFrame, QListWidget, QListWidgetItem, QRadioButton

from au_studio.facs.action_units import ACTION_UNITS, DISFA_AUS
from au_studio.ui.theme import (
    DARK,
    LEAST_CONTRAST,
    LIGHT,
    ThemeMode,
    apply_theme,
    blended,
    contrast,
    palette_of,
    row_font,
    selection_of,
    series_style,
    tabular,
    text_on,
    theme_of,
)

# fmt: off
_COLOUR_BLIND = {
    "protanopia":
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia":
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "tritanopia":
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
    "none": np.eye(3).tolist(),
}
# fmt: on
"""What people see instead of a colour, in linear RGB (Machado, Oliveira & Fernandes 2009, severity 1)."""


def _linear(color: QColor) -> np.ndarray:
    parts = np.array(color.getRgbF()[:3])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def _lab(linear: np.ndarray) -> np.ndarray:
    """Return CIE L*a*b* (D65) of linear RGB."""
    to_xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
    xyz = to_xyz @ np.clip(linear, 0, 1) / np.array([0.9505, 1.0, 1.089])
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


_contrast = contrast


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_text_is_readable_on_every_ground(theme, qapp):
    for ground in ("window", "base", "raised", "plot", "notice"):
        for role in ("text", "muted", "good", "warning", "problem", "accent"):
            ratio = _contrast(theme.color(role), theme.color(ground))
            assert ratio >= 4.5, f"{role} on {ground}: {ratio:.2f}"
    for filled, text in (("accent", "accent_text"), ("warning", "base")):  # as the scale's chosen boxes are
        assert _contrast(theme.color(text), theme.color(filled)) >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_text_is_readable_on_a_chosen_row(theme, qapp):
    ground = blended(selection_of(theme), theme.color("base"))
    assert ground != theme.color("base")
    for role in ("text", "muted", "good", "warning", "problem"):
        assert _contrast(theme.color(role), ground) >= LEAST_CONTRAST, role


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_numbers_are_readable_on_every_shade_of_the_confusion_matrix(theme, qapp):
    fill = theme.color("accent")
    for percent in range(86):
        fill.setAlphaF(percent / 100)
        ground = blended(fill, theme.color("raised"))
        assert _contrast(text_on(ground, theme), ground) >= LEAST_CONTRAST, percent


def test_the_palettes_have_the_contrast_of_the_theme(qapp):
    role = QPalette.ColorRole
    for palette in (palette_of(LIGHT), palette_of(DARK)):
        pairs = [(role.WindowText, role.Window), (role.Text, role.Base), (role.Text, role.AlternateBase)]
        pairs += [(role.ButtonText, role.Button), (role.ToolTipText, role.ToolTipBase)]
        pairs += [(role.HighlightedText, role.Highlight), (role.PlaceholderText, role.Base)]
        pairs += [(role.Link, role.Window), (role.Link, role.Base), (role.BrightText, role.Window)]
        for text, ground in pairs:
            assert _contrast(palette.color(text), palette.color(ground)) >= LEAST_CONTRAST, (text, ground)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_curve_stands_out_from_the_plot(theme, qapp):
    for au in DISFA_AUS:
        assert _contrast(series_style(au, theme).color, theme.color("plot")) >= 3, au


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_colours_of_curves_differ_for_the_colour_blind_too(theme, qapp):
    for name, matrix in _COLOUR_BLIND.items():
        seen = [_lab(np.array(matrix) @ _linear(QColor(color))) for color in theme.series]
        for one, other in combinations(range(len(seen)), 2):
            distance = float(np.linalg.norm(seen[one] - seen[other]))
            assert distance >= 10, f"{name}: {theme.series[one]} and {theme.series[other]}"


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_curves_of_one_colour_have_different_dashes(theme, qapp):
    for color in theme.series:
        same = [series_style(au, theme) for au in ACTION_UNITS]
        dashes = [style.dash for style in same if style.color == QColor(color)]
        assert len(dashes) == len(set(dashes)) > 1


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
