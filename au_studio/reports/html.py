"""A report as one HTML file that needs no other: pictures and curves are inside."""

from __future__ import annotations

import base64
from typing import Any

from au_studio.figures.canvas import Drawn, render
from au_studio.reports.content import ReportContent
from au_studio.reports.words import FACE_WARNING, RULE, clock, figure, unit
from au_studio.templates import Filters, as_markup, fill

TEMPLATE = "report/report.html.j2"


def to_html(report: ReportContent) -> str:
    """Return a report as HTML; names and notes are text in it, never markup."""
    return (
        fill(TEMPLATE, _FILTERS, {"report": report, "warning": FACE_WARNING, "rule": RULE}, markup=True)
        + "\n"
    )


def _data_url(picture: bytes) -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(picture).decode('ascii')}"


def _svg(drawn: Drawn) -> Any:
    """Return a figure as an SVG element."""
    text = render(drawn, ".svg").decode("utf-8")
    return as_markup(text[text.index("<svg") :])


_FILTERS: Filters = {"unit": unit, "figure": figure, "clock": clock, "data_url": _data_url, "svg": _svg}
