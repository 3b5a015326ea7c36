"""The bar above the pages: which page is shown, and which models' curves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from au_studio.analysis.models import ModelEntry
from au_studio.texts import tr
from au_studio.ui.choice_box import ChoiceBox
from au_studio.ui.theme import MARGIN, SPACING, theme_of


class PageButton(QToolButton):
    """A tab: plain text, underlined while its page is shown."""

    def __init__(self, action: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDefaultAction(action)
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(tr("Page {text}", text=action.text().replace("&", "")))

    def sizeHint(self) -> QSize:
        """Return a size with room around the text."""
        hint = self.fontMetrics().size(0, self.text().replace("&", ""))
        return QSize(hint.width() + 36, hint.height() + 16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint text and underline."""
        painter = QPainter(self)
        theme = theme_of(self.palette())
        if self.underMouse() or self.hasFocus():
            painter.fillRect(self.rect(), theme.color("raised"))
        font = self.font()
        font.setBold(self.isChecked())
        painter.setFont(font)
        painter.setPen(theme.color("text" if self.isChecked() else "muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text().replace("&", ""))
        if self.isChecked():
            line = QRectF(8, self.height() - 3, self.width() - 16, 3)
            painter.fillRect(line, theme.color("accent"))


class ModelChooser(QWidget):
    """Two lists: the model whose curves are shown, and one to compare with.

    Signals
    -------
    model_chosen(id)
        The user chose a model.
    comparison_chosen(id)
        The user chose a model to compare with; empty for none.
    """

    model_chosen = Signal(str)
    comparison_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACING)
        self._model = self._box(tr("Model whose curves are shown"))
        self._other = self._box(tr("Model to compare with: dashed curves"))
        for text, box in ((tr("&Model"), self._model), (tr("c&ompared with"), self._other)):
            label = QLabel(text, self)
            label.setBuddy(box)
            row.addWidget(label)
            row.addWidget(box)
        self._model.activated.connect(lambda place: self.model_chosen.emit(self._model.itemData(place)))
        self._other.activated.connect(lambda place: self.comparison_chosen.emit(self._other.itemData(place)))

    def _box(self, name: str) -> ChoiceBox:
        box = ChoiceBox(name, self)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setMaximumWidth(240)
        return box

    def set_models(
        self, models: Sequence[ModelEntry], chosen: ModelEntry | None, compared: ModelEntry | None
    ) -> None:
        """Show these models and this choice."""
        self._model.clear()
        self._other.clear()
        self._other.addItem(tr("none"), "")
        for model in models:
            self._model.addItem(model.name, model.id)
            if chosen is None or model.id != chosen.id:
                self._other.addItem(model.name, model.id)
        if not models:
            self._model.addItem(tr("no model found"), "")
        self._model.setEnabled(bool(models))
        self._model.setCurrentIndex(self._model.findData(chosen.id) if chosen is not None else 0)
        self._other.setCurrentIndex(self._other.findData(compared.id) if compared is not None else 0)
        self._other.setEnabled(len(models) > 1)
        for box in (self._model, self._other):  # a narrow window cuts the name off
            box.setToolTip(f"{box.accessibleName()}: {box.currentText()}")


class TopBar(QWidget):
    """Page buttons at the left, whatever the page needs at the right."""

    def __init__(self, page_actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        row.setSpacing(0)
        for action in page_actions:
            row.addWidget(PageButton(action, self))
        row.addStretch(1)
        self.models = ModelChooser(self)
        row.addWidget(self.models)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a line below."""
        painter = QPainter(self)
        color = theme_of(self.palette()).color("border")
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), color)

    def changeEvent(self, event: QEvent) -> None:
        """Paint again in new colours."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.update()
