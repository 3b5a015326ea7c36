"""What can be done with a recording in the list: open it, remove it, show where its file is."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import QMenu, QMessageBox

from au_studio.controllers.study.reading_choice import ReadingChoiceController, ReadingState
from au_studio.controllers.study_edits import StudyEdits, removal_text
from au_studio.study.recording_list import RecordingItem, Status
from au_studio.texts import tr
from au_studio.ui.actions import make_action
from au_studio.ui.main_window import MainWindow
from au_studio.ui.study.reading_dialog import ReadingDialog


class RecordingActions(QObject):
    """The actions for the marked line of the recording list, and its context menu.

    Parameters
    ----------
    window : MainWindow
        The window with the list.
    edits : StudyEdits
        Removes, and can be undone.
    details : QAction
        Shows persons and conditions.

    Attributes
    ----------
    reading : ReadingChoiceController
        Changes how a recording is read.
    """

    def __init__(self, window: MainWindow, edits: StudyEdits, details: QAction) -> None:
        super().__init__(window)
        self._window, self._edits, self._details = window, edits, details
        self.reading = ReadingChoiceController(window.workspace, edits, self)
        self.reading.state_changed.connect(self._show_reading)
        window.closing.connect(self.reading.close)
        self.choose_reading = make_action("recording.reading", window, self._ask_reading)
        self._list = window.recordings
        self._told: dict[str, str] = {}
        self.remove = make_action("recording.remove", window, self.ask_remove)
        self.show_file = make_action("recording.show_file", window, self._show_file)
        self.actions = [self.choose_reading, self.show_file, self.remove]
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self._list.removal_requested.connect(self.ask_remove)
        window.workspace.recordings_changed.connect(self._refresh)
        self._list.selectionModel().currentChanged.connect(self._refresh)
        self._refresh()

    def ask_remove(self) -> None:
        """Ask whether the marked recording is to leave the study, saying what leaves with it."""
        item = self._item()
        if item is None or not self.remove.isEnabled() or not self._window.workspace.may_write():
            return
        if not self._window.workspace.in_study(item.id):
            self._edits.remove([item.id])
            return
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(tr("Remove from the study"))
        box.setText(tr("Remove “{name}” from the study?", name=item.name))
        box.setInformativeText(removal_text(self._edits.belongings(item.id)))
        remove = box.addButton(tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        remove.clicked.connect(lambda: self._edits.remove([item.id]))
        box.open()

    def menu(self, recording_id: str) -> QMenu:
        """Return the context menu of a line."""
        menu = QMenu(self._list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        item = self._window.workspace.item(recording_id)
        if item is not None and item.status not in {Status.PROBLEM, Status.CHECKING}:
            menu.addAction(tr("&Watch"), lambda: self._watch(recording_id))
            menu.addAction(self._details)
        elif item is not None and item.status is Status.PROBLEM:
            menu.addAction(self._window.actions_by_id["recording.find_missing"])
        menu.addSeparator()
        menu.addActions(self.actions)
        return menu

    def _watch(self, recording_id: str) -> None:
        self._window.workspace.open_recording(recording_id)
        self._window.show_page(0)

    def _show_menu(self, point: QPoint) -> None:
        # The right button has marked the line under the pointer, whose actions these are.
        if self._list.indexAt(point).isValid() and (item := self._item()) is not None:
            self.menu(item.id).popup(self._list.viewport().mapToGlobal(point))

    def _show_file(self) -> None:
        item = self._item()
        if item is None:
            return
        if not item.path.parent.is_dir():
            self._window.workspace.say(
                tr("The folder {parent} is not there.", parent=item.path.parent), "warning"
            )
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(item.path.parent)))

    def _ask_reading(self) -> None:
        item = self._item()
        if item is not None and self._window.workspace.may_write():
            self.reading.look(item.id)

    def _show_reading(self, state: ReadingState) -> None:
        dialog = ReadingDialog(self.reading, state, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _item(self) -> RecordingItem | None:
        marked = self._list.current_id()
        return self._window.workspace.item(marked) if marked is not None else None

    def _settle(self) -> None:
        """Take notices away whose cause is gone: the file left the list, or can be used now."""
        problems = {
            item.id: item.message
            for item in self._window.workspace.recordings()
            if item.status is Status.PROBLEM
        }
        for key, text in self._told.items():
            if key not in problems and text not in problems.values():
                self._window.notices.settle(text)
        self._told = problems

    def _refresh(self) -> None:
        self._settle()
        item = self._item()
        self.show_file.setEnabled(item is not None)
        readable = item is not None and item.status not in {Status.PROBLEM, Status.CHECKING}
        self.choose_reading.setEnabled(readable)
        self.remove.setEnabled(item is not None and item.status is not Status.CHECKING)
