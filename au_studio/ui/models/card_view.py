"""What is known of one model: its card in words, a note, and its held-out agreement per action unit."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from au_studio.analysis.verdict_words import persons_known
from au_studio.controllers.models.library import LibraryState
from au_studio.jobs.training_results import rows_of
from au_studio.texts import shown, tr
from au_studio.ui.fields import wrapped
from au_studio.ui.theme import MARGIN, SPACING
from au_studio.ui.train.agreement_table import EvaluationTable
from au_studio.ui.train.judgement_choice import JudgementChoice


class CardView(QScrollArea):
    """Shows the chosen model of the library.

    Signals
    -------
    renamed(id, name)
        The user gave the model another name.
    noted(id, note)
        The user wrote a note on it.
    """

    renamed = Signal(str, str)
    noted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = ""
        self._state = LibraryState()
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the model"))
        self.note = QLineEdit()
        self.note.setAccessibleName(tr("Note on the model"))
        self.note.setPlaceholderText(tr("What you want to remember of it"))
        self.facts = wrapped()
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.judged_on = JudgementChoice()
        self.table = EvaluationTable()
        self.no_table = QLabel(tr("Its card holds no held-out agreement."))
        self.no_table.setForegroundRole(self.no_table.palette().ColorRole.PlaceholderText)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        column.setSpacing(2 * SPACING)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(tr("&Name"), self.name)
        form.addRow(tr("No&te"), self.note)
        column.addLayout(form)
        column.addWidget(self.facts)
        column.addWidget(self.judged_on)
        column.addWidget(self.table, 1)
        column.addWidget(self.no_table)
        column.addStretch(0)
        self.setWidget(body)
        self.name.editingFinished.connect(self._on_name)
        self.note.editingFinished.connect(self._on_note)
        self.judged_on.changed.connect(self._set_table)

    def set_state(self, state: LibraryState) -> None:
        """Show the chosen model."""
        self._state = state
        line = state.line
        self._id = line.id if line is not None else ""
        self.name.setText(line.name if line is not None else "")
        self.note.setText(line.note if line is not None else "")
        for field in (self.name, self.note):
            field.setReadOnly(line is None or not line.own)
            field.setEnabled(line is not None and line.own)
        self.facts.setText(
            "<table cellspacing='4'>"
            + "".join(
                f"<tr><td style='white-space:nowrap'><b>{escape(tr(name))}</b>&nbsp;&nbsp;</td>"
                f"<td>{escape(shown(text))}</td></tr>"
                for name, text in state.facts
            )
            + "</table>"
        )
        self._set_table()

    def _set_table(self) -> None:
        """Show the figures of whom they are wanted of."""
        evaluation = self._state.evaluation
        rows, within = rows_of(evaluation), rows_of(evaluation.get("within") or {})
        self.judged_on.setVisible(bool(within))
        self.judged_on.set_persons_known(known=persons_known(evaluation))
        if within and self.judged_on.within.isChecked():
            rows = within
        self.table.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.no_table.setVisible(not rows and self._state.line is not None)

    def _on_name(self) -> None:
        if self._id and self.name.isModified():
            self.name.setModified(False)
            self.renamed.emit(self._id, self.name.text())

    def _on_note(self) -> None:
        if self._id and self.note.isModified():
            self.note.setModified(False)
            self.noted.emit(self._id, self.note.text())
