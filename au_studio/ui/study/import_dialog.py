"""The dialog that imports ratings: what the file holds, what of it fits, and only then the import."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from html import escape
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from au_studio.controllers.study.importing_ratings import ImportState, RatingImportController
from au_studio.study.rating_table import SUFFIXES
from au_studio.texts import listed, mark, tr, tr_n
from au_studio.ui.fields import choice, dialog_column, wrapped
from au_studio.ui.focus import walk_as_laid_out
from au_studio.ui.theme import SPACING, tabular

_FOLDER = "ratings/folder"
_SHOWN_PROBLEMS = 500
_FORMATS = mark(
    "Tables (.csv, .xlsx): one row per rating (columns au, value) or one per frame (columns AU01, AU02, …), "
    "each with frame, timestamp or pts, and with recording and coder if there are several. ELAN files (.eaf) "
    "with tiers AU01, AU02, …; tables of BORIS; files as in DISFA and BP4D (SN001_au12.txt, "
    "F001_T1_AU06.csv), or their folder. Nothing changes before you press Import."
)
_NONE = mark("leave out")
_SHOWN_IGNORED = 40


class ImportDialog(QDialog):
    """Chooses a file, shows what fits, imports.

    Parameters
    ----------
    controller : RatingImportController
        Does the work.
    """

    def __init__(self, controller: RatingImportController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Import ratings"))
        self._controller = controller
        self.source = QLabel()
        self.recordings = _mapping_table(tr("Recording in the file"), tr("Recording of the study"))
        self.coders = _mapping_table(tr("Coder in the file"), tr("Coder in the study"))
        self.recording_boxes: dict[str, QComboBox] = {}
        self.coder_boxes: dict[str, QComboBox] = {}
        self.read_label = QLabel()
        self.read_label.setAccessibleName(tr("What was read"))
        self.counting = choice(tr("How the file counts"))
        self._counting_label = QLabel(tr("&How the file counts"))
        self._counting_label.setBuddy(self.counting)
        self.summary = QLabel()
        self.replace = QCheckBox()
        self.problems = QPlainTextEdit()
        self.problems.setReadOnly(True)
        self.problems.setAccessibleName(tr("What cannot be imported"))
        self._problems_title = QLabel()
        self.copy_button = QPushButton(tr("Copy the list"))
        self.earlier = choice(tr("Earlier imports"))
        self.take_back_button = QPushButton(tr("&Take back"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.import_button = buttons.addButton(tr("Import"), QDialogButtonBox.ButtonRole.ActionRole)
        self._build(buttons)
        self._connect(buttons)
        self._fill_earlier()
        self.set_state(controller.state)
        walk_as_laid_out(self)

    def _build(self, buttons: QDialogButtonBox) -> None:
        self.summary.setFont(tabular(self.font(), 1.1))
        for label in (self.source, self.read_label, self.summary):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.RichText)
        explanation = wrapped(tr(_FORMATS))
        self.file_button, self.folder_button = (
            QPushButton(tr("Choose a &file…")),
            QPushButton(tr("Choose a fol&der…")),
        )
        top = QHBoxLayout()
        top.addWidget(self.source, 1)
        top.addWidget(self.file_button)
        top.addWidget(self.folder_button)
        tables = QHBoxLayout()
        tables.setSpacing(2 * SPACING)
        tables.addWidget(self.recordings, 3)
        tables.addWidget(self.coders, 2)
        problems = QHBoxLayout()
        problems.addWidget(self._problems_title, 1)
        problems.addWidget(self.copy_button)
        earlier = QHBoxLayout()
        label = QLabel(tr("&Earlier imports"))
        label.setBuddy(self.earlier)
        earlier.addWidget(label)
        earlier.addWidget(self.earlier, 1)
        earlier.addWidget(self.take_back_button)
        column = dialog_column(self)
        column.addWidget(explanation)
        column.addLayout(top)
        column.addWidget(self.read_label)
        column.addLayout(tables, 3)
        counting = QHBoxLayout()
        counting.addWidget(self._counting_label)
        counting.addWidget(self.counting, 1)
        column.addLayout(counting)
        column.addWidget(self.summary)
        column.addWidget(self.replace)
        column.addLayout(problems)
        column.addWidget(self.problems, 2)
        column.addLayout(earlier)
        column.addWidget(buttons)
        self.resize(820, 660)

    def _connect(self, buttons: QDialogButtonBox) -> None:
        self.file_button.clicked.connect(self._ask_file)
        self.folder_button.clicked.connect(self._ask_folder)
        self.import_button.clicked.connect(self._on_import)
        self.copy_button.clicked.connect(self._copy_problems)
        self.counting.activated.connect(
            lambda _index: self._controller.choose_counting(self.counting.currentData())
        )
        self.replace.toggled.connect(lambda _on: self._label_import(self._controller.state))
        self.take_back_button.clicked.connect(self._on_take_back)
        buttons.rejected.connect(self.reject)
        self._controller.state_changed.connect(self.set_state)
        self._controller.imported.connect(self._on_imported)

    # ---- state in

    def set_state(self, state: ImportState) -> None:
        """Show what a file holds and what of it fits."""
        self.source.setText(
            f"<b>{escape(str(state.source))}</b>" if state.source else tr("Nothing is chosen yet.")
        )
        self.read_label.setText(_what_was_read(state) if state.table else "")
        self.read_label.setVisible(state.table is not None)
        self._fill_recordings(state.recordings)
        self._fill_coders(state.coders)
        self._fill_counting(state)
        plan = state.plan
        changed = len(plan.changed) if plan else 0
        self.replace.setText(
            tr(
                "&Replace the {changed} that differ (what is in the study stays in its history)",
                changed=f"{changed:,}",
            )
            if changed
            else tr("Replace ratings that differ")
        )
        self.replace.setVisible(bool(changed))
        problems = [str(problem) for problem in plan.problems] if plan else []
        self._problems_title.setText(
            tr("{n} cannot be imported:", n=f"{len(problems):,}") if problems else ""
        )
        more = (
            [tr("… and {n} more", n=f"{len(problems) - _SHOWN_PROBLEMS:,}")]
            if len(problems) > _SHOWN_PROBLEMS
            else []
        )
        self.problems.setPlainText("\n".join(problems[:_SHOWN_PROBLEMS] + more))
        for part in (self._problems_title, self.problems, self.copy_button):
            part.setVisible(bool(problems))
        self.summary.setText(_summary(state))
        for widget in (self.file_button, self.folder_button, self.recordings, self.coders, self.counting):
            widget.setEnabled(not state.working)
        self._label_import(state)

    def _label_import(self, state: ImportState) -> None:
        plan = state.plan
        count = len(plan.new) + (len(plan.changed) if self.replace.isChecked() else 0) if plan else 0
        notes = len(plan.notes) if plan else 0
        what = [
            tr_n("{n} rating", "{n} ratings", count) if count else "",
            tr_n("{n} note", "{n} notes", notes) if notes else "",
        ]
        what = [text for text in what if text]
        self.import_button.setText(tr("&Import {what}", what=listed(what)).rstrip())
        self.import_button.setEnabled(bool(what) and not state.working and not state.asks)

    def _fill_recordings(self, chosen: Mapping[str, str | None]) -> None:
        if [*self.recording_boxes] != [*chosen]:
            self.recording_boxes = {name: QComboBox() for name in chosen}
            for name, box in self.recording_boxes.items():
                box.addItem(tr(_NONE), None)
                for recording_id, title in self._controller.recordings():
                    box.addItem(title, recording_id)
                box.setAccessibleName(tr("Recording that {name} means", name=name))
                box.activated.connect(partial(self._on_recording_chosen, name, box))
            _show_boxes(self.recordings, self.recording_boxes)
        for name, box in self.recording_boxes.items():
            box.setCurrentIndex(max(box.findData(chosen[name]), 0))

    def _fill_coders(self, chosen: Mapping[str, str]) -> None:
        if [*self.coder_boxes] != [*chosen]:
            self.coder_boxes = {name: QComboBox() for name in chosen}
            for name, box in self.coder_boxes.items():
                box.setEditable(True)
                box.addItems(self._controller.coders())
                box.setAccessibleName(tr("Coder that {name} become", name=name or tr("the ratings")))
                box.setToolTip(tr("Choose a coder, or type the name of a new one."))
                box.activated.connect(partial(self._on_coder_chosen, name, box))
                edit = box.lineEdit()
                assert edit is not None
                edit.editingFinished.connect(partial(self._on_coder_chosen, name, box))
            _show_boxes(self.coders, self.coder_boxes)
        for name, box in self.coder_boxes.items():
            if box.currentText() != chosen[name]:
                box.setEditText(chosen[name])

    def _fill_counting(self, state: ImportState) -> None:
        """Show how the file may count, where that makes a difference; ask where several ways fit."""
        self.counting.clear()
        ways = state.ways()
        if state.asks:
            self.counting.addItem(tr("Choose: several ways fit, and they mean different frames"), None)
        for text, way in ways:
            self.counting.addItem(text, way)
            if way == state.counting:
                self.counting.setCurrentIndex(self.counting.count() - 1)
        self.counting.setVisible(bool(ways))
        self._counting_label.setVisible(bool(ways))

    def _fill_earlier(self) -> None:
        self.earlier.clear()
        for import_id, text in self._controller.imports():
            self.earlier.addItem(text, import_id)
        some = self.earlier.count() > 0
        if not some:
            self.earlier.addItem(tr("none"))
        self.earlier.setEnabled(some)
        self.take_back_button.setEnabled(some)

    # ---- intentions

    def _on_recording_chosen(self, name: str, box: QComboBox, _index: int) -> None:
        self._controller.choose_recording(name, box.currentData())

    def _on_coder_chosen(self, name: str, box: QComboBox, _index: int = 0) -> None:
        self._controller.choose_coder(name, box.currentText())

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self,
            tr("Ratings"),
            _last_folder(),
            tr("Ratings ({names});;All files (*)", names=" ".join(f"*{s}" for s in SUFFIXES)),
        )
        self._read(name)

    def _ask_folder(self) -> None:
        self._read(QFileDialog.getExistingDirectory(self, tr("Folder of ratings"), _last_folder()))

    def _read(self, name: str) -> None:
        if name:
            QSettings().setValue(_FOLDER, str(Path(name).parent))
            self.replace.setChecked(False)
            self._controller.read(Path(name))

    def _on_import(self) -> None:
        self._controller.store(replace_changed=self.replace.isChecked())

    def _on_take_back(self) -> None:
        self._controller.take_back(str(self.earlier.currentData()))

    def _on_imported(self, _count: int) -> None:
        self.replace.setChecked(False)
        self._fill_earlier()

    def _copy_problems(self) -> None:
        plan = self._controller.state.plan
        if plan is not None:
            QGuiApplication.clipboard().setText("\n".join(str(problem) for problem in plan.problems))

    def done(self, result: int) -> None:
        """Stop reading before the dialog goes."""
        self._controller.close()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop reading before the dialog goes."""
        self._controller.close()
        super().closeEvent(event)


def _mapping_table(left: str, right: str) -> QTableWidget:
    table = QTableWidget(0, 2)
    table.setHorizontalHeaderLabels([left, right])
    table.setAccessibleName(tr("{left} and {right}", left=left, right=right.lower()))
    table.verticalHeader().hide()
    table.setShowGrid(False)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.horizontalHeader().setHighlightSections(False)
    return table


def _show_boxes(table: QTableWidget, boxes: Mapping[str, QComboBox]) -> None:
    table.setRowCount(len(boxes))
    for row, (name, box) in enumerate(boxes.items()):
        table.setItem(row, 0, QTableWidgetItem(name or tr("(the file does not say)")))
        table.setCellWidget(row, 1, box)


def _summary(state: ImportState) -> str:
    if state.problem:
        return f"✕ {escape(state.problem)}"
    if state.working:
        return tr("Reading and comparing…")
    plan = state.plan
    if plan is None:
        return ""
    parts = [tr("<b>{n} new ratings</b>", n=f"{len(plan.new):,}")]
    if plan.same:
        parts.append(tr("{same} that the study has already", same=f"{plan.same:,}"))
    if plan.changed:
        parts.append(
            tr("{n} that differ from those of the same coder in the study", n=f"{len(plan.changed):,}")
        )
    if plan.notes:
        parts.append(tr("{n} new notes on frames", n=f"{len(plan.notes):,}"))
    if plan.repeated:
        parts.append(tr("{repeated} that stand in the file more than once", repeated=f"{plan.repeated:,}"))
    text = ", ".join(parts) + "."
    return tr("{text} <b>Choose above how the file counts.</b>", text=text) if state.asks else text


def _what_was_read(state: ImportState) -> str:
    """Say what a file holds: rows, ratings, rows in which nothing is rated, and what is not read, by name."""
    table = state.table
    assert table is not None
    refused = len({problem.where for problem in table.problems})
    counts = [
        tr_n("<b>{n} row read</b>", "<b>{n} rows read</b>", table.rows),
        tr_n("{n} rating found", "{n} ratings found", len(table.ratings)),
    ]
    if table.unrated:
        counts.append(
            tr_n("{n} row in which nothing is rated", "{n} rows in which nothing is rated", table.unrated)
        )
    if refused:
        counts.append(
            tr_n(
                "{n} row or cell refused, with the reason below",
                "{n} rows or cells refused, with the reason below",
                refused,
            )
        )
    lines = [", ".join(counts) + "."]
    if table.ignored:
        named = [escape(f"{name} ({why})" if why else name) for name, why in table.ignored.items()]
        more = (
            tr(" and {n} more", n=f"{len(named) - _SHOWN_IGNORED:,}") if len(named) > _SHOWN_IGNORED else ""
        )
        lines.append(tr("Not read: {names}{more}.", names=", ".join(named[:_SHOWN_IGNORED]), more=more))
    remarks = (*table.remarks, *(state.choice.remarks if state.choice else ()))
    return "<br>".join([*lines, *map(escape, remarks)])


def _last_folder() -> str:
    return str(QSettings().value(_FOLDER, str(Path.home())))
