"""Writes a report, and beside it how it was made."""

from __future__ import annotations

from pathlib import Path

from au_studio.export import sidecar
from au_studio.files import write_bytes
from au_studio.reports.content import ReportContent, ReportError
from au_studio.reports.html import to_html
from au_studio.reports.pdf import to_pdf
from au_studio.texts import sentence

FORMATS = (".html", ".pdf")


def write_report(path: Path, report: ReportContent) -> list[Path]:
    """Write a report as its file's ending says.

    Returns
    -------
    list of Path
        The report and its sidecar.

    Raises
    ------
    ReportError
        If the ending is not one of `FORMATS`.
    au_studio.files.WriteError
        If it cannot be written.
    """
    check_ending(path)
    data = to_pdf(report) if path.suffix.lower() == ".pdf" else to_html(report).encode("utf-8")
    write_bytes(path, data)
    beside = sidecar.path_for(path)
    sidecar.write(beside, {"report": path.name, **report.how})
    return [path, beside]


def check_ending(path: Path) -> None:
    """Refuse a file whose ending does not say how it is to be written.

    Raises
    ------
    ReportError
        If it is not one of `FORMATS`.
    """
    if path.suffix.lower() not in FORMATS:
        raise ReportError(
            sentence("{path} does not say how the report is to be written.", path=path),
            next_step=sentence("Let it end in {names}.", names=" or ".join(FORMATS)),
        )
