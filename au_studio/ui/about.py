"""What the program is, in a box."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from au_studio import __version__
from au_studio.texts import tr


def show_about(parent: QWidget) -> None:
    """Say what this is."""
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(tr("About AU Studio"))
    box.setText(tr("<b>AU Studio {version}</b>", version=__version__))
    box.setInformativeText(
        tr(
            "Facial action unit intensity from video: watch, code 2 % of the frames, fine-tune, export.\n\n"
            "Everything happens on this computer."
        )
    )
    box.open()
