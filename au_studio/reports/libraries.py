"""The libraries of reports, an extra named ``report``, imported when the first report is made.

reportlab (BSD licence) makes the PDF. WeasyPrint would print the HTML, but needs libraries of the system that
Windows does not have; fpdf2 breaks tables over pages less well and is under the LGPL; Qt's printer belongs to
the window, and a command has no Qt.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

from au_studio.reports.content import ReportError
from au_studio.texts import sentence


def library(name: str) -> Any:
    """Import a library.

    Raises
    ------
    ReportError
        If it is not installed.
    """
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise ReportError(
            sentence(
                "Reports need the library {library}, which is not installed.",
                library=name.split(".", maxsplit=1)[0],
            ),
            next_step=sentence(
                "Install it with: {name} -m pip install 'au-studio[report]'", name=Path(sys.executable).name
            ),
            details=str(error),
        ) from error
