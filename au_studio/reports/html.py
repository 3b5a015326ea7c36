"""A report as one HTML file that needs no other: pictures and curves are inside."""

from __future__ import annotations

import base64
import importlib
from typing import Any

from au_studio import resources
from au_studio.figures.canvas import Drawn, render
from au_studio.reports.content import ReportContent
from au_studio.reports.libraries import library
from au_studio.reports.words import FACE_WARNING, RULE, clock, figure, unit

TEMPLATE = "report/report.html.j2"


def to_html(report: ReportContent) -> str:
    """Return a report as HTML; names and notes are text in it, never markup.

    Raises
    ------
    ReportError
        If Jinja2 is not installed.
    """
    jinja2 = library("jinja2")
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    markup = importlib.import_module("markupsafe").Markup
    environment.filters |= {
        "unit": unit,
        "figure": figure,
        "clock": clock,
        "data_url": _data_url,
        "svg": lambda drawn: markup(_svg(drawn)),
    }
    template: Any = environment.from_string(resources.path(TEMPLATE).read_text(encoding="utf-8"))
    return str(template.render(report=report, warning=FACE_WARNING, rule=RULE)) + "\n"


def _data_url(picture: bytes) -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(picture).decode('ascii')}"


def _svg(drawn: Drawn) -> str:
    """Return a figure as an SVG element."""
    text = render(drawn, ".svg").decode("utf-8")
    return text[text.index("<svg") :]
