"""Several forms under each other look like one."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLineEdit, QVBoxLayout, QWidget

from au_studio.ui.forms import align


def test_fields_of_all_forms_begin_at_the_same_place_except_beside_a_very_long_label(qtbot):
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    fields = {}
    forms = []
    long = "A label much longer than all the others that there are"
    for texts in (("To",), ("Action units", long)):
        forms.append(QFormLayout())
        for text in texts:
            fields[text] = QLineEdit()
            forms[-1].addRow(text, fields[text])
        column.addLayout(forms[-1])
    forms[0].addRow(QLineEdit())  # without a label
    align(*forms)
    host.resize(600, 200)
    host.show()
    label = forms[0].labelForField(fields["To"])
    assert label.minimumWidth() == forms[1].labelForField(fields["Action units"]).minimumWidth()
    assert label.minimumWidth() < forms[1].labelForField(fields[long]).minimumWidth()
