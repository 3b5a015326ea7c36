"""A report as PDF, A4, with the letters that it needs inside."""

from __future__ import annotations

import io
from collections.abc import Sequence
from html import escape
from pathlib import Path
from typing import Any

from au_studio.figures.canvas import library as drawing_library
from au_studio.figures.canvas import render
from au_studio.reports.content import RecordingReport, ReportContent
from au_studio.reports.libraries import library
from au_studio.reports.words import FACE_WARNING, RULE, clock, figure, unit

_FONT, _BOLD = "AUStudioSans", "AUStudioSansBold"
_CURVES_DPI = 220
_STRIP = 6
"""Pictures in a row."""


def to_pdf(report: ReportContent) -> bytes:
    """Return a report as PDF.

    Raises
    ------
    ReportError
        If reportlab is not installed.
    """
    page = _Page()
    story = page.head(report)
    for number, part in enumerate(report.recordings):
        story += [page.turn()] if number else []
        story += page.recording(part, titled=part.name != report.title)
    story += page.section("Model and its agreement", (*report.model, *report.agreement))
    story += page.section("Rest and calibration", report.rest)
    cautions = (*report.cautions, *([report.hidden] if report.hidden else ()))
    story += page.section("Read with care", cautions, dots=True)
    return page.build(story, report)


class _Page:
    """Makes the parts of a page in one style."""

    def __init__(self) -> None:
        self._flow = library("reportlab.platypus")
        self._mm = library("reportlab.lib.units").mm
        colors = library("reportlab.lib.colors")
        self._ink, self._faint = colors.HexColor("#1a1d21"), colors.HexColor("#59626b")
        self._line, self._warn = colors.HexColor("#dfe3e7"), colors.HexColor("#fff4e5")
        # An edge of 18 mm on both sides, and six points that reportlab leaves beside every text.
        self._width = 174 * self._mm - 12
        self._register_letters()
        style = library("reportlab.lib.styles").ParagraphStyle
        self._body = style(
            "body", fontName=_FONT, fontSize=8.5, leading=12, textColor=self._ink, spaceAfter=4
        )
        self._small = style("small", parent=self._body, fontSize=7, leading=9, textColor=self._faint)
        self._cell = style("cell", parent=self._body, fontSize=7.5, leading=9.5, spaceAfter=0)
        self._title = style("title", parent=self._body, fontName=_BOLD, fontSize=16, leading=20)
        self._heading = style(
            "h2", parent=self._body, keepWithNext=1, fontName=_BOLD, fontSize=11.5, leading=15, spaceBefore=9
        )
        self._sub = style(
            "h3", parent=self._body, keepWithNext=1, fontName=_BOLD, fontSize=9, leading=12, spaceBefore=5
        )
        self._warning = style(
            "warning", parent=self._body, fontName=_BOLD, backColor=self._warn, borderPadding=5, spaceAfter=8,
            spaceBefore=6,
        )  # fmt: skip

    @staticmethod
    def _register_letters() -> None:
        """Take the letters that come with the drawing library: the built-in ones know Latin only."""
        metrics, fonts = library("reportlab.pdfbase.pdfmetrics"), library("reportlab.pdfbase.ttfonts")
        folder = Path(drawing_library().get_data_path()) / "fonts" / "ttf"
        for name, file in ((_FONT, "DejaVuSans.ttf"), (_BOLD, "DejaVuSans-Bold.ttf")):
            if name not in metrics.getRegisteredFontNames():
                metrics.registerFont(fonts.TTFont(name, str(folder / file)))

    def build(self, story: list[Any], report: ReportContent) -> bytes:
        """Set the pages, numbered."""
        buffer = io.BytesIO()
        size = library("reportlab.lib.pagesizes").A4
        edge = 18 * self._mm
        document = self._flow.SimpleDocTemplate(
            buffer, pagesize=size, leftMargin=edge, rightMargin=edge, topMargin=edge, bottomMargin=edge,
            title=f"{report.title} – facial action units", author="AU Studio", lang="en",
        )  # fmt: skip

        def number(canvas: Any, _document: Any) -> None:
            canvas.setFont(_FONT, 7)
            canvas.setFillColor(self._faint)
            canvas.drawRightString(size[0] - edge, 10 * self._mm, str(canvas.getPageNumber()))

        document.build(story, onFirstPage=number, onLaterPages=number)
        return buffer.getvalue()

    def turn(self) -> Any:
        """Return the end of a page."""
        return self._flow.PageBreak()

    def text(self, words: str, style: Any = None) -> Any:
        """Return a paragraph; whatever it says is text, never markup."""
        return self._flow.Paragraph(escape(words, quote=False), style or self._body)

    def head(self, report: ReportContent) -> list[Any]:
        """Return the title, when it was made, and the warning."""
        made = f"Facial action units, study “{report.study}”. {report.made}"
        parts = [self.text(report.title, self._title), self.text(made, self._small)]
        return [*parts, self.text(FACE_WARNING, self._warning)] if report.shows_face else parts

    def section(self, title: str, sentences: Sequence[str], *, dots: bool = False) -> list[Any]:
        """Return a heading and sentences under it."""
        return [
            self.text(title, self._heading),
            *(self.text(f"• {words}" if dots else words) for words in sentences),
        ]

    def recording(self, part: RecordingReport, *, titled: bool) -> list[Any]:
        """Return all that is said of one recording, under its name if that is not the title already."""
        facts = [[self.text(name, self._cell), self.text(words, self._cell)] for name, words in part.facts]
        tight = [("TOPPADDING", (0, 0), (-1, -1), 0), ("BOTTOMPADDING", (0, 0), (-1, -1), 1)]
        widths = [28 * self._mm, self._width - 28 * self._mm]
        story = [self.text(part.name, self._heading)] if titled else []
        story.append(self._flow.Table(facts, colWidths=widths, hAlign="LEFT", style=tight))
        if part.peaks:
            story += [self.text("Strongest moments", self._sub), self._strip(part)]
        story += [*self._curves(part), *self._units(part)]
        story += self._episodes(part) if part.episodes else []
        return story + (self._markers(part) if part.markers else [])

    def _strip(self, part: RecordingReport) -> Any:
        width = self._width / _STRIP
        cells = []
        for peak in part.peaks:
            words = self._flow.Paragraph(
                f"<b>{escape(unit(peak.au))}</b> {figure(peak.value, 1)}<br/>at {clock(peak.seconds)}",
                self._cell,
            )
            side = width - 4 * self._mm
            picture = [self._flow.Image(io.BytesIO(peak.picture), side, side)] if peak.picture else []
            cells.append([*picture, words])
        rows = [cells[n : n + _STRIP] for n in range(0, len(cells), _STRIP)]
        rows[-1] += [[]] * (_STRIP - len(rows[-1]))
        return self._flow.Table(rows, colWidths=[width] * _STRIP, style=[("VALIGN", (0, 0), (-1, -1), "TOP")])

    def _curves(self, part: RecordingReport) -> list[Any]:
        wide, high = part.curves.figure.get_size_inches()
        picture = io.BytesIO(render(part.curves, ".png", dpi=_CURVES_DPI))
        image = self._flow.Image(picture, self._width, self._width * float(high) / float(wide))
        return [self._flow.KeepTogether([image, self.text(part.curves.caption, self._small)])]

    def _units(self, part: RecordingReport) -> list[Any]:
        head = ["action unit", "mean", "sd", "peak", "at", "% ≥ 1", "% ≥ 2", "% ≥ 3", "episodes", "per min"]
        rows = [
            [
                unit(u.au), *(figure(v) for v in (u.mean, u.sd, u.peak)), clock(u.peak_seconds),
                *(figure(v, 1) for v in u.shares), str(u.episodes), figure(u.per_minute, 1),
            ]
            for u in part.units
        ]  # fmt: skip
        return [self.text("Summary (of frames with a face)", self._sub), self._table(head, rows, 44)]

    def _episodes(self, part: RecordingReport) -> list[Any]:
        left = (
            f" (the {len(part.episodes)} strongest; {part.episodes_left} more are in the event table)"
            if part.episodes_left
            else ""
        )
        rows = [
            [
                unit(e.au), clock(e.onset), clock(e.apex), clock(e.offset) + "*" * e.cut_off,
                figure(e.offset - e.onset), figure(e.peak),
            ]
            for e in part.episodes
        ]  # fmt: skip
        head = ["action unit", "onset", "apex", "offset", "duration, s", "peak"]
        return [
            self.text(f"Episodes{left}", self._sub),
            self._table(head, rows, 50),
            self.text(RULE, self._small),
        ]

    def _markers(self, part: RecordingReport) -> list[Any]:
        rows = [
            [
                self.text(m.name, self._cell), clock(m.start), "" if m.stop is None else clock(m.stop),
                self.text(m.note, self._cell),
            ]
            for m in part.markers
        ]  # fmt: skip
        return [self.text("Markers", self._sub), self._table(["marker", "from", "to", "note"], rows, 50, 80)]

    def _table(self, head: list[str], rows: list[list[Any]], first: float, last: float = 0.0) -> Any:
        """Return a table whose head stands on every page; `first` and `last` are widths in mm."""
        n = len(head)
        fixed = [first * self._mm, *([last * self._mm] if last else [])]
        between = (self._width - sum(fixed)) / (n - len(fixed))
        widths = [fixed[0], *[between] * (n - len(fixed)), *fixed[1:]]
        style = [
            ("FONT", (0, 0), (-1, -1), _FONT, 7.5),
            ("FONT", (0, 0), (-1, 0), _BOLD, 7),
            ("TEXTCOLOR", (0, 0), (-1, -1), self._ink),
            ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LINEBELOW", (0, 0), (-1, 0), 0.8, self._faint),
            ("LINEBELOW", (0, 1), (-1, -1), 0.3, self._line),
            ("TOPPADDING", (0, 0), (-1, -1), 1.2),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 1.8),
            *([("ALIGN", (-1, 0), (-1, -1), "LEFT")] if last else []),
        ]
        return self._flow.Table([head, *rows], colWidths=widths, repeatRows=1, style=style, spaceAfter=4)
