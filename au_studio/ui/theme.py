"""How AU Studio looks: two palettes (light, dark), colours of the action units, spacing and fonts.

This is the one place that knows colours. Widgets that paint themselves ask :func:`theme_of` with their own
palette and paint again when Qt sends ``QEvent.Type.PaletteChange``; nothing uses style sheets.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette, QPen
from PySide6.QtWidgets import QApplication, QStyleFactory

from au_studio.facs.action_units import ACTION_UNITS

SPACING = 6
"""Space between neighbours, in device-independent pixels."""

MARGIN = 8
"""Space between a panel's border and what is in it, in device-independent pixels."""


_TICKED = ("QCheckBox", "QRadioButton", "TickList")


class ThemeMode(StrEnum):
    """What the user chose: follow the system, or always light or dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class Theme:
    """Colours of one look, as ``#rrggbb``."""

    name: str
    window: str
    base: str
    raised: str
    text: str
    muted: str
    border: str
    tick: str
    accent: str
    accent_text: str
    good: str
    warning: str
    problem: str
    notice: str
    plot: str
    grid: str
    cursor: str
    stage: str
    series: tuple[str, ...]

    def color(self, role: str) -> QColor:
        """Return one of the theme's colours by its name, e.g. ``color("muted")``."""
        return QColor(getattr(self, role))


# Okabe & Ito (2008), "Color universal design". Yellow and sky blue are darkened on white, and blue is violet
# on black: the originals have too little contrast there, and shades of them that have enough look like
# another colour of the six to people who are colour-blind.
LIGHT = Theme(
    name="light",
    window="#f3f4f6",
    base="#ffffff",
    raised="#fafbfc",
    text="#1c2127",
    muted="#5c6672",
    border="#cfd5dc",
    tick="#a8b0ba",
    accent="#006fae",
    accent_text="#ffffff",
    good="#00795a",
    warning="#9a5b00",
    problem="#b3261e",
    notice="#e7eff6",
    plot="#ffffff",
    grid="#e3e7eb",
    cursor="#d55e00",
    stage="#1b1e22",
    series=("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#6b5200", "#2f3f8f"),
)
DARK = Theme(
    name="dark",
    window="#1e2126",
    base="#16191d",
    raised="#262a30",
    text="#e6e9ed",
    muted="#9aa4b0",
    border="#3a4049",
    tick="#9aa4b0",
    accent="#56b4e9",
    accent_text="#0b1117",
    good="#3ecf9e",
    warning="#e69f00",
    problem="#ff8a7a",
    notice="#243341",
    plot="#16191d",
    grid="#2b3037",
    cursor="#f0e442",
    stage="#0c0e10",
    series=("#56b4e9", "#e69f00", "#2fc497", "#dc9cc0", "#f0e442", "#9d8cff"),
)


@dataclass(frozen=True)
class SeriesStyle:
    """Colour and dash of one action unit's curve, so that two of them never look the same."""

    color: QColor
    dash: Qt.PenStyle

    def pen(self, *, dashed: bool = False) -> QPen:
        """Return a cosmetic pen of 1 px (wider pens make long curves many times slower to paint)."""
        pen = QPen(self.color, 1.0, Qt.PenStyle.DashLine if dashed else self.dash)
        pen.setCosmetic(True)
        return pen


_ORDER = tuple(ACTION_UNITS)
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)


def series_style(au: int, theme: Theme) -> SeriesStyle:
    """Return the colour and dash of an action unit (FACS number), the same in every plot of the program."""
    place = _ORDER.index(au) if au in ACTION_UNITS else au
    dash = _DASHES[(place // len(theme.series)) % len(_DASHES)]
    return SeriesStyle(QColor(theme.series[place % len(theme.series)]), dash)


def theme_of(palette: QPalette) -> Theme:
    """Return the theme that a palette belongs to (by the lightness of its base colour)."""
    return DARK if palette.color(QPalette.ColorRole.Base).lightnessF() < 0.5 else LIGHT


LEAST_CONTRAST = 4.5
"""Contrast that text needs to be read by people who see less well (WCAG 2.2, level AA)."""


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours: 1 where they are as light as each other, 21 for black and white."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (color.redF(), color.greenF(), color.blueF())
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def blended(over: QColor, ground: QColor) -> QColor:
    """Return what is seen where a colour that lets something through lies over an opaque one."""
    share = over.alphaF()
    pairs = ((over.redF(), ground.redF()), (over.greenF(), ground.greenF()), (over.blueF(), ground.blueF()))
    return QColor.fromRgbF(*(share * above + (1 - share) * below for above, below in pairs))


def text_on(ground: QColor, theme: Theme) -> QColor:
    """Return which of the theme's two colours of text is read better on a ground; black or white, if it must.

    One of these two has a contrast of at least 4.58 to every colour that there is.
    """
    own = (theme.color("text"), theme.color("accent_text"))
    best = max(own, key=lambda text: contrast(text, ground))
    if contrast(best, ground) >= LEAST_CONTRAST:
        return best
    return max((QColor("black"), QColor("white")), key=lambda text: contrast(text, ground))


def selection_of(theme: Theme) -> QColor:
    """Return the pale fill of a chosen row, which lets the row's own ground through."""
    fill = theme.color("accent")
    fill.setAlphaF(0.12 if theme.name == "light" else 0.22)
    return fill


SMALLEST_TEXT = 0.7
"""Size below which text in low rows is not made smaller, relative to the usual one."""


def tabular(font: QFont, scale: float = 1.0) -> QFont:
    """Return a copy of a font with digits of equal width, so that changing numbers do not jitter.

    Parameters
    ----------
    font : QFont
        The font to start from; unchanged.
    scale : float
        Size relative to `font`.
    """
    copy = QFont(font)
    copy.setFeature(QFont.Tag("tnum"), 1)
    if scale != 1.0 and copy.pointSizeF() > 0:
        copy.setPointSizeF(copy.pointSizeF() * scale)
    return copy


def row_font(font: QFont, height: float, scale: float = 1.0) -> QFont:
    """Return `tabular(font, scale)`, smaller where rows are so low that the lines of text would touch.

    Parameters
    ----------
    font : QFont
        The font to start from; unchanged.
    height : float
        Height of a row, px.
    scale : float
        Size relative to `font` where there is room.
    """
    usual = tabular(font, scale)
    needed = QFontMetricsF(usual).height()
    return usual if height >= needed else tabular(font, scale * max(height / needed, SMALLEST_TEXT))


def palette_of(theme: Theme) -> QPalette:
    """Return the Qt palette of a theme, with its disabled colours."""
    role = QPalette.ColorRole
    palette = QPalette()
    for target, name in (
        (role.Window, "window"),
        (role.WindowText, "text"),
        (role.Base, "base"),
        (role.AlternateBase, "raised"),
        (role.Text, "text"),
        (role.Button, "raised"),
        (role.ButtonText, "text"),
        (role.BrightText, "problem"),
        (role.ToolTipBase, "raised"),
        (role.ToolTipText, "text"),
        (role.Highlight, "accent"),
        (role.HighlightedText, "accent_text"),
        (role.PlaceholderText, "muted"),
        (role.Link, "accent"),
        (role.Mid, "border"),
        (role.Accent, "accent"),
    ):
        palette.setColor(target, theme.color(name))
    for target in (role.WindowText, role.Text, role.ButtonText):
        faded = QColor(theme.color("muted"))
        faded.setAlphaF(0.6)
        palette.setColor(QPalette.ColorGroup.Disabled, target, faded)
    return palette


def tick_palette_of(theme: Theme) -> QPalette:
    """Return the Qt palette of check boxes, radio buttons and lists whose lines can be ticked.

    The Fusion style draws their outlines in the window colour, darkened: on a dark window nobody sees them.
    These widgets paint no window of their own, so theirs is one whose darkened colour stands out.
    """
    palette = palette_of(theme)
    palette.setColor(QPalette.ColorRole.Window, theme.color("tick"))
    return palette


def system_is_dark(app: QApplication) -> bool:
    """Return whether the operating system asks for a dark look."""
    return app.styleHints().colorScheme() == Qt.ColorScheme.Dark


def apply_theme(app: QApplication, mode: ThemeMode) -> Theme:
    """Give the whole program one look, and return it.

    With ``ThemeMode.SYSTEM``, call it again when ``app.styleHints().colorSchemeChanged`` fires.
    """
    dark = system_is_dark(app) if mode is ThemeMode.SYSTEM else mode is ThemeMode.DARK
    theme = DARK if dark else LIGHT
    if app.style() is None or app.style().objectName().lower() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette_of(theme))
    for widget in _TICKED:
        app.setPalette(tick_palette_of(theme), widget)  # type: ignore[arg-type]  # the stub knows bytes only
    return theme
