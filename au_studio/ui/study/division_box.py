"""What tells conditions apart, and how they are compared: chosen in a box of fields."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QListWidget, QListWidgetItem, QWidget

from au_studio.conditions.comparing import Design
from au_studio.conditions.parts import By, Division
from au_studio.controllers.study.drawing_figures import FigureController
from au_studio.texts import mark, tr
from au_studio.ui.fields import TickList, choice, number, wrapped

_BY: dict[By, str] = {
    "condition": mark("Conditions of recordings"),
    "group": mark("Groups of persons"),
    "marker": mark("Time in markers"),
}
_DESIGNS: dict[Design, str] = {
    "auto": mark("as most persons allow"),
    "paired": mark("persons with themselves"),
    "independent": mark("persons with other persons"),
}
_NONE: dict[By, str] = {
    "condition": mark("No recording has a condition yet: Recording > Persons and conditions."),
    "group": mark("No person has a group yet: Recording > Persons and conditions."),
    "marker": mark("There are no markers yet: set them on the Watch page."),
}


class TickedLevels(TickList):
    """A list whose lines can be ticked and dragged into another order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Conditions that are compared"))
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.setMaximumHeight(96)

    def fill(self, names: list[str]) -> None:
        """Offer these, all ticked."""
        with QSignalBlocker(self):
            self.clear()
            for name in names:
                item = QListWidgetItem(name)
                flags = item.flags() | Qt.ItemFlag.ItemIsUserCheckable
                item.setFlags(flags & ~Qt.ItemFlag.ItemIsDropEnabled)
                item.setCheckState(Qt.CheckState.Checked)
                self.addItem(item)

    def ticked(self) -> tuple[str, ...]:
        """Return what is ticked, in its order."""
        items = (self.item(row) for row in range(self.count()))
        return tuple(item.text() for item in items if item.checkState() == Qt.CheckState.Checked)


class DivisionBox(QWidget):
    """Chooses a `Division` and a design.

    Parameters
    ----------
    controller : FigureController
        Says what there is.

    Signals
    -------
    changed()
        Read `division` and `design` again.
    """

    changed = Signal()

    def __init__(self, controller: FigureController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller = controller
        self.by = choice(tr("What tells conditions apart"), ((key, tr(text)) for key, text in _BY.items()))
        self.levels = TickedLevels()
        self.levels.setToolTip(
            tr("The first one is compared with the others; drag lines into another order.")
        )
        self.hint = wrapped()
        lasting = tr("How long a marker at one frame counts for")
        self.after = number(lasting, 600.0, " s", step=0.5, least_text=tr("left out"))
        self.outside = QCheckBox(tr("with the time in no marker"))
        designs = ((design, tr(text)) for design, text in _DESIGNS.items())
        self.design = choice(tr("How persons are compared"), designs)
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.form.addRow(tr("&By"), self.by)
        self.form.addRow(self.levels)
        self.form.addRow(self.hint)
        self.form.addRow(tr("Markers at &one frame"), self.after)
        self.form.addRow(self.outside)
        self.form.addRow(tr("&Compare"), self.design)
        self._fill()
        self.by.currentIndexChanged.connect(self._on_by)
        self.levels.itemChanged.connect(self.changed)
        self.levels.model().rowsMoved.connect(self.changed)
        self.after.valueChanged.connect(self.changed)
        self.outside.toggled.connect(self.changed)
        self.design.currentIndexChanged.connect(self.changed)

    def division(self) -> Division:
        """Return what is chosen."""
        by: By = self.by.currentData()
        of_markers = by == "marker"
        after = self.after.value() if of_markers and self.after.value() > 0 else None
        return Division(by, self.levels.ticked(), after, of_markers and self.outside.isChecked())

    def chosen_design(self) -> Design:
        """Return how persons are compared."""
        design: Design = self.design.currentData()
        return design

    def enough(self) -> bool:
        """Return whether there are two conditions at least."""
        return len(self.levels.ticked()) + (self.division().outside and bool(self.levels.ticked())) >= 2

    def _on_by(self) -> None:
        self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        by: By = self.by.currentData()
        names = self._controller.levels(by)
        self.levels.fill(names)
        self.levels.setVisible(bool(names))
        self.hint.setText("" if names else tr(_NONE[by]))
        self.hint.setVisible(not names)
        for widget in (self.after, self.outside):
            self.form.setRowVisible(widget, by == "marker")
