"""Forms of fields, several of them under each other, that look like one."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout

from au_studio.ui.theme import SPACING

_WIDEST = 110
"""Pixels of a label from which on it does not decide where the fields of all forms begin."""


def align(*forms: QFormLayout) -> None:
    """Let the fields of all forms begin at the same place, with the same space between rows.

    Parameters
    ----------
    *forms : QFormLayout
        All their rows are in them already. A label that is much longer than the others keeps its own width.
    """
    items = [
        form.itemAt(row, QFormLayout.ItemRole.LabelRole) for form in forms for row in range(form.rowCount())
    ]
    labels = [item.widget() for item in items if item is not None and item.widget() is not None]
    widths = [label.sizeHint().width() for label in labels]
    widest = max((width for width in widths if width <= _WIDEST), default=0)
    for label, width in zip(labels, widths, strict=True):
        label.setMinimumWidth(max(width, widest))
    for form in forms:
        form.setSpacing(SPACING)  # across, too: a form within a layout has another one than that of a widget
