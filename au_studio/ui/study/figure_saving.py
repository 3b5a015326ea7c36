"""Asks where a figure is to be saved, and how."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from au_studio.texts import mark, tr

_FILTERS = {
    ".png": mark("PNG picture, 300 dpi (*.png)"),
    ".svg": mark("SVG drawing, letters can be edited (*.svg)"),
    ".pdf": mark("PDF (*.pdf)"),
}


def ask_figure_file(parent: QWidget, name: str) -> Path | None:
    """Return the file that a person chose, with an ending that says its format; None for none."""
    return ask_file(
        parent, tr("Save the figure"), name, {ending: tr(text) for ending, text in _FILTERS.items()}
    )


def ask_file(parent: QWidget, title: str, name: str, filters: dict[str, str]) -> Path | None:
    """Ask for a file.

    Parameters
    ----------
    parent : QWidget
        Where the dialog belongs.
    title : str
        Of the dialog.
    name : str
        Of the file, as it is proposed, without an ending.
    filters : dict of str to str
        Endings, and how the dialog names them; the first is proposed.
    """
    folder = Path(str(QSettings().value("folder", str(Path.home()))))
    plain = re.sub(r'[<>:"/\\|?*\x00-\x1f]', "_", name)
    proposed = str(folder / f"{plain}{next(iter(filters))}")
    chosen, kind = QFileDialog.getSaveFileName(parent, title, proposed, ";;".join(filters.values()))
    if not chosen:
        return None
    path = Path(chosen)
    if path.suffix.lower() not in filters:
        ending = next((e for e, text in filters.items() if text == kind), next(iter(filters)))
        path = path.with_name(f"{path.name}{ending}")
    QSettings().setValue("folder", str(path.parent))
    return path
