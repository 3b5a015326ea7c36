"""What the dialogs of figures and of conditions have in common: what is chosen is drawn at once."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from au_studio.controllers.study.drawing_figures import FigureController, FigureState
from au_studio.figures.kinds import FigureRequest
from au_studio.ui.fields import dialog_column, scrolled
from au_studio.ui.fitting import fit_on_screen
from au_studio.ui.focus import walk_as_laid_out
from au_studio.ui.study.division_box import DivisionBox
from au_studio.ui.study.figure_preview import FigurePreview
from au_studio.ui.study.figure_saving import ask_figure_file
from au_studio.ui.study.readings_box import ReadingsBox
from au_studio.ui.theme import MARGIN, SPACING


class DrawingDialog(QDialog):
    """Choices on the left, what comes of them on the right.

    Parameters
    ----------
    controller : FigureController
        Draws and compares.
    title : str
        Of the window.
    """

    def __init__(self, controller: FigureController, title: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._controller = controller
        self.division = DivisionBox(controller)
        self.readings = ReadingsBox(controller)
        self.preview = FigurePreview()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)

    def request(self) -> FigureRequest | None:
        """Return which figure is wanted; None without a study."""
        raise NotImplementedError

    def kind_of_figure(self) -> str:
        """Return the chosen figure, a key of `au_studio.figures.kinds.KINDS`."""
        raise NotImplementedError

    def _button(self, text: str) -> QPushButton:
        return self._buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)

    def _lay_out(
        self,
        choices: Sequence[QWidget | QLayout],
        name: str,
        width: int,
        found: QLayout,
        *above: QWidget,
    ) -> None:
        """Lay out the choices, under this name, what comes of them, and what stands above all."""
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, MARGIN, 0)
        column.setSpacing(2 * SPACING)
        for part in choices:
            column.addLayout(part) if isinstance(part, QLayout) else column.addWidget(part)
        column.addStretch(1)
        area = scrolled(left, name)
        area.setFixedWidth(width)
        across = QHBoxLayout()
        across.setSpacing(2 * SPACING)
        across.addWidget(area)
        across.addLayout(found, 1)
        layout = dialog_column(self)
        for widget in above:
            layout.addWidget(widget)
        layout.addLayout(across, 1)
        layout.addWidget(self._buttons)
        fit_on_screen(self, 1120, 640)
        walk_as_laid_out(self)
        for box in (self.division, self.readings):
            box.changed.connect(self._ask)
        self._buttons.rejected.connect(self.reject)
        self._controller.state_changed.connect(self._set_state)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what is chosen first."""
        super().showEvent(event)
        self._ask()

    def _ask(self) -> None:
        request = self.request()
        if request is not None:
            self._controller.show(request)

    def _set_state(self, state: FigureState) -> None:
        self.preview.set_state(state)

    def _on_save_figure(self) -> None:
        path = ask_figure_file(self, f"{self._controller.study_name()} {self.kind_of_figure()}")
        if path is not None:
            self._controller.save_figure(path)
