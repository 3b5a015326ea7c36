"""The Models page as the main window hosts it: the library at the left, card and comparison at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFileDialog,
    QGridLayout,
    QMessageBox,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from au_studio.analysis.model_package import SUFFIX
from au_studio.controllers.models.comparing import ComparingState, ModelComparing
from au_studio.controllers.models.library import LibraryState, ModelLibrary
from au_studio.controllers.workspace import Workspace
from au_studio.texts import shown, tr
from au_studio.ui.actions import make_action
from au_studio.ui.models.card_view import CardView
from au_studio.ui.models.compare_view import CompareView
from au_studio.ui.models.model_tree import ModelTree
from au_studio.ui.models.transfer_bar import TransferBar
from au_studio.ui.panels import PanelArea
from au_studio.ui.plot_picture import ask_and_save
from au_studio.ui.theme import MARGIN, SPACING


class ModelsPage(QWidget):
    """Lists the models, shows their cards, and compares two of them.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.

    Signals
    -------
    seek_requested(recording id, seconds)
        Go there on the Watch page.
    """

    seek_requested = Signal(str, float)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.library = ModelLibrary(workspace, self)
        self.comparing = ModelComparing(workspace, self)
        self.tree = ModelTree(self)
        self.copying = TransferBar(self)
        self.card = CardView(self)
        self.compare = CompareView(self)
        self._make_actions()
        self._lay_out()
        self._connect()
        self._on_library_changed(self.library.state)
        self._on_comparing_changed(self.comparing.state)

    def minimumSizeHint(self) -> QSize:
        """Return the size below which the page scrolls."""
        return QSize(900, 380)

    # ---- what the main window asks of a page

    def menu_actions(self) -> Sequence[QAction | None]:
        """Return the actions of the Models menu; None is a separator."""
        return [
            *(self._show, self._compare, self._save, self._default, None),
            *(self._import, self._export, None, self._rename, self._note, None, self._delete),
        ]

    def page_shown(self) -> None:
        """Read the models anew, and compare."""
        self.library.refresh()
        self.comparing.activate()
        self.tree.setFocus()

    def page_hidden(self) -> None:
        """Compute nothing while nobody looks."""
        self.comparing.rest()

    def close_page(self) -> None:
        """End the worker threads; called once, before the window goes."""
        self.panels.remember()
        self.comparing.close()
        self.library.transfer.close()

    # ---- building

    def _make_actions(self) -> None:
        self._show = make_action("models.show", self, self._with_chosen(self.library.show_curves))
        self._compare = make_action("models.compare", self, self.show_comparison)
        self._save = make_action("models.save_comparison", self, self._save_comparison)
        self.compare.plot.offer(self._save)
        self._default = make_action("models.default", self, self._with_chosen(self.library.make_default))
        self._import = make_action("models.import", self, self.ask_import)
        self._export = make_action("models.export", self, self.ask_export)
        self._rename = make_action("models.rename", self, lambda: self._edit(self.card.name))
        self._note = make_action("models.note", self, lambda: self._edit(self.card.note))
        self._delete = make_action("models.delete", self, self.ask_delete)
        for action in self.menu_actions():
            if action is not None:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                self.addAction(action)

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(MARGIN, MARGIN, 0, MARGIN)
        column.setSpacing(SPACING)
        column.addWidget(self.tree, 1)
        buttons = QGridLayout()
        buttons.setSpacing(SPACING)
        shown = (self._show, self._compare, self._default, self._import, self._export, self._delete)
        for place, action in enumerate(shown):
            buttons.addWidget(_button(action, self), place // 3, place % 3)
        column.addLayout(buttons)
        column.addWidget(self.copying)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("About the model"))
        self.tabs.addTab(self.card, tr("Card"))
        self.tabs.addTab(self.compare, tr("Compare"))
        self.panels = PanelArea("models", self)
        area, across = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.Orientation.Horizontal
        listed = self.panels.add("models", tr("List of models"), left, area)
        details = self.panels.add("card", tr("Card and comparison"), self.tabs, area)
        self.panels.splitDockWidget(listed, details, across)
        self.panels.finish(lambda: self.panels.resizeDocks([listed, details], [520, 740], across))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panels)

    def _connect(self) -> None:
        library, comparing = self.library, self.comparing
        library.state_changed.connect(self._on_library_changed)
        library.transfer.state_changed.connect(self.copying.set_state)
        self.copying.cancelled.connect(library.transfer.cancel)
        comparing.state_changed.connect(self._on_comparing_changed)
        self.tabs.currentChanged.connect(lambda _place: self._allow_saving())
        self.tree.chosen.connect(library.choose)
        self.tree.itemDoubleClicked.connect(lambda _item, _column: self._show.trigger())
        self.card.renamed.connect(library.rename)
        self.card.noted.connect(library.set_note)
        self.compare.first_chosen.connect(comparing.choose_first)
        self.compare.second_chosen.connect(comparing.choose_second)
        self.compare.au_chosen.connect(comparing.choose_au)
        self.compare.recording_chosen.connect(comparing.choose_recording)
        self.compare.moment_chosen.connect(comparing.choose_moment)
        self.compare.seek_requested.connect(self._on_seek)
        self.compare.analysis_requested.connect(self._on_analysis_requested)

    def _with_chosen(self, do: Callable[[str], None]) -> Callable[[], None]:
        def act() -> None:
            if self.library.state.chosen is not None:
                do(self.library.state.chosen)

        return act

    # ---- dialogs

    def show_comparison(self) -> None:
        """Compare the chosen model with the one that it was trained from, or with the one before."""
        chosen = self.library.state.chosen
        if chosen is not None:
            self.comparing.choose_first(chosen)
        self.tabs.setCurrentWidget(self.compare)

    def ask_import(self) -> None:
        """Ask for a model file and take its model into the study."""
        name, _ = QFileDialog.getOpenFileName(
            self,
            tr("Import a model"),
            _folder(),
            tr("Models (*{suffix} *.safetensors);;All files (*)", suffix=SUFFIX),
        )
        if name:
            self.library.take_in(Path(name))

    def ask_export(self) -> None:
        """Ask where the chosen model's file goes."""
        line = self.library.state.line
        if line is None:
            return
        plain = "".join(c if c.isalnum() or c in " ._-" else "-" for c in line.name)
        start = str(Path(_folder()) / f"{plain}{SUFFIX}")
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Export the model"), start, tr("Models (*{suffix})", suffix=SUFFIX)
        )
        if name:
            self.library.export(line.id, Path(name))

    def ask_delete(self) -> None:
        """Say what depends on the chosen model, and delete it if that is still wanted."""
        line = self.library.state.line
        if line is None or not line.own:
            return
        if needing := self.library.jobs_that_need(line.id):
            jobs = "\n".join(f"•  {job}" for job in needing)
            QMessageBox.information(
                self,
                tr("This model is needed"),
                tr(
                    "“{name}” cannot be deleted as long as a job needs it:\n\n{jobs}\n\n"
                    "Let it end, or remove it from the list under View > Jobs. Then delete the model.",
                    name=line.name,
                    jobs=jobs,
                ),
            )
            return
        depends = "\n\n".join(map(shown, self.library.what_depends_on(line.id)))
        answer = QMessageBox.warning(
            self,
            tr("Delete this model?"),
            tr(
                "“{name}” will be deleted for good. Export it first if you may want it again.\n\n{depends}",
                name=line.name,
                depends=depends,
            ),
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
            QMessageBox.StandardButton.No,
        )
        if answer == QMessageBox.StandardButton.Yes:
            self.library.delete(line.id)

    def _save_comparison(self) -> None:
        first, second = self.compare.plot.names
        ask_and_save(self.compare.plot, f"{first} and {second}", self._workspace, self)

    def _edit(self, field: QWidget) -> None:
        self.tabs.setCurrentWidget(self.card)
        field.setFocus()

    # ---- told

    def _on_library_changed(self, state: LibraryState) -> None:
        self.tree.set_lines(state.lines, state.chosen)
        self.card.set_state(state)
        line = state.line
        own = line is not None and line.own
        self._show.setEnabled(line is not None and not line.is_shown)
        self._default.setEnabled(line is not None and state.has_study and not line.is_default)
        self._compare.setEnabled(len(state.lines) > 1)
        self._export.setEnabled(line is not None)
        self._import.setEnabled(state.has_study)
        for action in (self._rename, self._note, self._delete):
            action.setEnabled(own)

    def _on_comparing_changed(self, state: ComparingState) -> None:
        self.compare.set_state(state)
        self._allow_saving()

    def _allow_saving(self) -> None:
        # What is not shown has no size yet.
        shown = self.tabs.currentWidget() is self.compare
        self._save.setEnabled(shown and self.comparing.state.curves is not None)

    def _on_seek(self, recording_id: str, seconds: float) -> None:
        self.comparing.show_curves(recording_id)
        self.seek_requested.emit(recording_id, seconds)

    def _on_analysis_requested(self) -> None:
        missing = self.comparing.unread
        if missing is not None:
            self._on_seek(missing, 0.0)


def _button(action: QAction, parent: QWidget) -> QPushButton:
    """Return a button that does what an action does and is enabled when it is."""
    button = QPushButton(action.text().replace("&", ""), parent)
    button.setToolTip(action.toolTip())
    button.setEnabled(action.isEnabled())
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    return button


def _folder() -> str:
    return str(QSettings().value("folder", str(Path.home())))
