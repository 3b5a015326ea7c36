"""Where figures are drawn and saved: the one place that knows the drawing library.

That is matplotlib (its licence allows any use), an extra named ``figures``, imported when the first figure is
drawn: it draws without a window, so that the command line and the window give the same file, and it writes
PDF and SVG in which letters stay letters. pyqtgraph draws what moves on the screen, but needs Qt, which a
command has none of, and writes no PDF; Qt's SVG writer turns letters into their environment's fonts.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
import io
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from au_studio.errors import AUStudioError
from au_studio.export import sidecar
from au_studio.files import write_bytes
from au_studio.texts import sentence

WIDTH = 7.0
"""Inches: the width of a page's text."""
DPI = 300
FORMATS = (".png", ".svg", ".pdf")

INK, FAINT, BAND = "#1a1d21", "#8a929b", "#e9ebee"
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000")
"""Okabe and Ito's, those first that stand out on white; yellow, which does not, is left out."""
DASHES: tuple[Any, ...] = ("-", (0, (5, 2)), (0, (1, 1.2)), (0, (6, 2, 1, 2)), (0, (3, 1)), (0, (8, 3)), "-")
SHAPES = ("o", "s", "^", "D", "v", "P", "X")

_STYLE = {
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 8,
    "axes.titlesize": 8,
    "axes.titleweight": "bold",
    "axes.labelsize": 8,
    "axes.edgecolor": FAINT,
    "axes.labelcolor": INK,
    "axes.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.unicode_minus": True,
    "figure.facecolor": "white",
    "legend.frameon": False,
    "legend.fontsize": 7.5,
    "lines.linewidth": 1.2,
    "pdf.fonttype": 42,
    "svg.fonttype": "none",
    "svg.hashsalt": "au-studio",
    "text.color": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "xtick.labelsize": 7,
    "ytick.labelsize": 7,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
}


_ONE_AT_A_TIME = threading.RLock()


class FigureError(AUStudioError):
    """A figure cannot be drawn or saved."""


@dataclass(frozen=True, eq=False)
class Drawn:
    """A figure.

    Attributes
    ----------
    figure : matplotlib.figure.Figure
        To be saved with `save`.
    caption : str
        What it shows, in sentences for the legend of a paper.
    how : dict
        How it was made, in the types of JSON.
    """

    figure: Any
    caption: str
    how: dict[str, Any] = field(default_factory=dict)


@functools.cache
def library() -> Any:
    """Import matplotlib.

    Raises
    ------
    FigureError
        If it is not installed.
    """
    try:
        found = importlib.import_module("matplotlib")
        for part in ("figure", "ticker", "lines", "patheffects", "backends.backend_agg"):
            importlib.import_module(f"matplotlib.{part}")
    except ImportError as error:
        raise FigureError(
            "Figures need the library matplotlib, which is not installed.",
            next_step=sentence(
                "Install it with: {name} -m pip install 'au-studio[figures]'", name=Path(sys.executable).name
            ),
            details=str(error),
        ) from error
    return found


def new_figure(width: float = WIDTH, height: float = 4.0) -> Any:
    """Return an empty figure of a size in inches, in the style of all figures."""
    with styled():
        return library().figure.Figure(figsize=(width, height), layout="constrained")


@contextlib.contextmanager
def styled() -> Iterator[None]:
    """Give everything that is drawn meanwhile the style of all figures; one thread at a time."""
    # The library's style is one for the whole process.
    with _ONE_AT_A_TIME, library().rc_context(_STYLE):
        yield


def render(drawn: Drawn, kind: str = ".png", *, dpi: int = DPI) -> bytes:
    """Return a figure as a file of one of `FORMATS`.

    Raises
    ------
    FigureError
        If there is no such format.
    """
    if kind not in FORMATS:
        raise FigureError(
            sentence("Figures are not written as “{kind}”.", kind=kind),
            next_step=sentence("Choose one of: {names}.", names=", ".join(FORMATS)),
        )
    buffer = io.BytesIO()
    # Without the time of day, the same figure gives the same file.
    dateless = {".png": {}, ".svg": {"Date": None}, ".pdf": {"CreationDate": None}}[kind]
    with styled():
        drawn.figure.savefig(buffer, format=kind[1:], dpi=dpi, metadata=dateless)
    return buffer.getvalue()


def save(drawn: Drawn, path: Path) -> list[Path]:
    """Write a figure, as its file's ending says, and beside it how it was made.

    Returns
    -------
    list of Path
        The figure and its sidecar.

    Raises
    ------
    FigureError
        If the ending is not one of `FORMATS`.
    au_studio.files.WriteError
        If it cannot be written.
    """
    write_bytes(path, render(drawn, path.suffix.lower()))
    beside = sidecar.path_for(path)
    sidecar.write(beside, {"figure": path.name, "caption": drawn.caption, **drawn.how})
    return [path, beside]


def small_plots(n: int, *, columns: int, height: float) -> tuple[Any, list[Any]]:
    """Return a figure of n small plots in rows, and the plots.

    Parameters
    ----------
    n, columns : int
        Plots, and how many stand beside each other at most; fewer make the figure narrower.
    height : float
        Inches of a row; a plot that stands alone gets more.
    """
    across = min(n, columns)
    rows = -(-n // across)
    figure = new_figure(WIDTH * max(0.5, across / columns), 0.5 + max(2.2, height * rows))
    return figure, grid(figure, n, columns=across)


def grid(figure: Any, n: int, *, columns: int) -> list[Any]:
    """Return n small plots in rows; those of a column share the horizontal axis' place."""
    rows = -(-n // columns)
    with styled():
        plots: list[Any] = figure.subplots(rows, columns, squeeze=False).ravel().tolist()
    for plot in plots[n:]:
        plot.set_visible(False)
    return plots[:n]
