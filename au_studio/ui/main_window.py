"""The main window: recordings at the left, pages (Watch, Code, Train, Agree, Models), menus, notices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from au_studio.controllers.models.transfer import TransferState
from au_studio.controllers.workspace import Workspace
from au_studio.texts import tr
from au_studio.ui.about import show_about
from au_studio.ui.actions import make_action
from au_studio.ui.bindings import Group
from au_studio.ui.empty_state import EmptyState
from au_studio.ui.file_questions import FileQuestions
from au_studio.ui.fitting import ElidedLabel, fit_on_screen
from au_studio.ui.jobs.device_menu import DeviceLabel
from au_studio.ui.key_dialog import KeyDialog
from au_studio.ui.main_menus import MainMenus
from au_studio.ui.menus import let_listen
from au_studio.ui.models.transfer_bar import TransferBar
from au_studio.ui.notices import NoticeBar
from au_studio.ui.page import Undoing
from au_studio.ui.recent import recent_studies, remember_study
from au_studio.ui.recordings_list import RecordingsList, local_files
from au_studio.ui.study.remedies import remedies
from au_studio.ui.theme import ThemeMode, apply_theme
from au_studio.ui.top_bar import PageButton, TopBar
from au_studio.ui.watch.watch_page import WatchPage

_PAGES = (
    ("view.watch", Group.WATCH),
    ("view.code", Group.CODE),
    ("view.train", Group.TRAIN),
    ("view.agree", Group.AGREE),
    ("view.models", Group.MODELS),
)


class MainWindow(QMainWindow):
    """The one window.

    Parameters
    ----------
    workspace : Workspace
        The open study; the window closes it when it closes.
    make_pages : sequence of callables
        Make the pages after Watch from the workspace, in the order Code, Train, Agree, Models.
    """

    closing = Signal()
    """The window closes for sure: let go of threads and children."""

    def __init__(
        self,
        workspace: Workspace,
        make_pages: Sequence[Callable[[Workspace, QWidget], QWidget]] = (),
    ) -> None:
        super().__init__()
        self.workspace = workspace
        self.ask = FileQuestions(workspace, self)
        self.closing_guards: list[Callable[[], bool]] = []
        self.setWindowTitle("AU Studio")
        self.setAcceptDrops(True)
        self.watch = WatchPage(workspace, self)
        self.pages: list[Any] = [self.watch, *(make(workspace, self) for make in make_pages)]
        self.notices = NoticeBar(self)
        self.search = TransferBar(self)
        self.recordings = RecordingsList(self)
        self._make_actions()
        self._lay_out()
        self.menus = MainMenus(self.menuBar(), self.actions_by_id, workspace, self._undoing)
        for (_, group), page in zip(_PAGES, self.pages, strict=False):
            self.menus.add_page(group, page.menu_actions(), partial(self._show_page_of, page))
        self.menus.add_last()
        self.edit_menu, self.face_finder_menu = self.menus.edit, self.menus.face_finder
        self._make_status_bar()
        self._connect()
        self._restore()
        self._on_study_changed()
        self._on_models_changed()
        self.show_page(0)

    # ---------------------------------------------------------------- building

    def _make_actions(self) -> None:
        work = self.workspace
        slots: dict[str, Callable[[], object]] = {
            "study.new": self.ask.new_study,
            "study.open": self.ask.open_study,
            "study.save_as": self.ask.save_study_as,
            "study.demo": work.open_demo,
            "study.close": work.close_study,
            "study.quit": self.close,
            "recording.add": self.ask.videos,
            "recording.add_folder": self.ask.folder,
            "recording.find_missing": self.ask.missing,
            "recording.next": lambda: work.open_neighbour(1),
            "recording.previous": lambda: work.open_neighbour(-1),
            "help.keys": self.show_keys,
            "help.about": self.show_about,
        }
        self.actions_by_id = {name: make_action(name, self, slot) for name, slot in slots.items()}
        group = QActionGroup(self)
        for place, (name, _) in enumerate(_PAGES[: len(self.pages)]):
            action = make_action(name, self, partial(self.show_page, place), checkable=True)
            group.addAction(action)
            self.actions_by_id[name] = action
        looks = QActionGroup(self)
        for mode in ThemeMode:
            name = f"view.theme_{mode.value}"
            action = make_action(name, self, partial(self.set_theme, mode), checkable=True)
            looks.addAction(action)
            self.actions_by_id[name] = action
        for name, slot in (
            ("view.recordings", self._toggle_recordings),
            ("view.full_screen", self._toggle_full_screen),
        ):
            self.actions_by_id[name] = make_action(name, self, slot, checkable=True)
        self.actions_by_id["view.recordings"].setChecked(True)

    def _lay_out(self) -> None:
        names = [name for name, _ in _PAGES[: len(self.pages)]]
        self.top_bar = TopBar([self.actions_by_id[name] for name in names], self)
        begin = [
            self.actions_by_id[name] for name in ("recording.add", "study.new", "study.open", "study.demo")
        ]
        self.empty = EmptyState(begin, self)
        self._watch_stack = QStackedWidget(self)
        self._watch_stack.addWidget(self.empty)
        self._watch_stack.addWidget(self.watch)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._watch_stack)
        for page in self.pages[1:]:
            self._stack.addWidget(_scrolling(page))
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._column = column
        column.addWidget(self.top_bar)
        column.addWidget(self.search)
        column.addWidget(self._stack, 1)
        self.notices.float_over(self._stack, right)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.addWidget(self.recordings)
        self._split.addWidget(right)
        self._split.setStretchFactor(1, 1)
        self._split.setChildrenCollapsible(False)
        self._split.setSizes([230, 1000])
        self.setCentralWidget(self._split)

    def _make_status_bar(self) -> None:
        self._working = ElidedLabel("", self)
        self._study_label = ElidedLabel("", self)
        self._device = DeviceLabel(self.workspace.device, self)
        bar = self.statusBar()
        for label in (self._working, self._device, self._study_label):
            label.setContentsMargins(8, 0, 8, 0)
            bar.addPermanentWidget(label)

    def _connect(self) -> None:
        work, controller = self.workspace, self.watch.controller
        work.study_changed.connect(self._on_study_changed)
        work.recordings_changed.connect(self._on_recordings_changed)
        work.recording_progressed.connect(self._on_recording_progressed)
        work.recording_changed.connect(self._on_recording_changed)
        work.models_changed.connect(self._on_models_changed)
        work.notice.connect(self.notices.show_notice)
        work.notice_settled.connect(self.notices.settle)
        work.problem.connect(lambda e: self.notices.show_error(e, remedies(e, work, self)))
        work.search.searching.connect(lambda text: self.search.set_state(TransferState(text, None)))
        self.search.cancelled.connect(work.search.stop)
        self.recordings.chosen.connect(work.open_recording)
        self.empty.study_chosen.connect(work.open_study)
        self.top_bar.models.model_chosen.connect(work.choose_model)
        self.top_bar.models.comparison_chosen.connect(lambda name: work.compare_with(name or None))
        controller.working.connect(self._working.setText)
        for page in self.pages[1:]:
            if hasattr(page, "open_requested"):
                page.open_requested.connect(self.ask.videos)
            if hasattr(page, "seek_requested"):
                page.seek_requested.connect(self.go_to)

    def add_panel(self, panel: QWidget) -> None:
        """Put a slim panel between the bar at the top and the page."""
        self._column.insertWidget(self._column.indexOf(self._stack), panel)

    # ---------------------------------------------------------------- intentions

    def show_page(self, place: int) -> None:
        """Show a page: 0 Watch, 1 Code, 2 Train, 3 Agree, 4 Models."""
        before = self._stack.currentIndex()
        self._stack.setCurrentIndex(place)
        self.actions_by_id[_PAGES[place][0]].setChecked(True)
        self.top_bar.models.setVisible(place == 0)
        self._show_recordings()
        for number, page in enumerate(self.pages):
            # The same key means different things on different pages; only one of them may listen.
            let_listen(page.menu_actions(), number == place)
        if before != place:
            self.pages[before].page_hidden()
        self.pages[place].page_shown()
        self.edit_menu.refresh()
        if isinstance(self.focusWidget(), PageButton):
            self.pages[place].setFocus()

    def go_to(self, recording_id: str, seconds: float) -> None:
        """Show a moment of a recording on the Watch page."""
        self.workspace.open_recording(recording_id)
        self.watch.controller.seek_when_open(recording_id, seconds)
        self.show_page(0)

    def _undoing(self) -> Undoing | None:
        """Return what undo means on the page that is shown."""
        return getattr(self.pages[max(self._stack.currentIndex(), 0)], "undoing", None)

    def _show_page_of(self, page: QWidget, _checked: bool = False) -> None:
        """Show the page whose menu was used from another page."""
        place = self.pages.index(page)
        if place != self._stack.currentIndex():
            self.show_page(place)

    def show_keys(self) -> None:
        """Show the key map."""
        dialog = KeyDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def show_about(self) -> None:
        """Say what this is."""
        show_about(self)

    def set_theme(self, mode: ThemeMode) -> None:
        """Change the look, and remember it."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            QSettings().setValue("theme", mode.value)
            apply_theme(app, mode)
            self.actions_by_id[f"view.theme_{mode.value}"].setChecked(True)

    def _toggle_recordings(self) -> None:
        self._show_recordings()

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # ---------------------------------------------------------------- the workspace changed

    def _on_study_changed(self) -> None:
        self.notices.clear()
        study = self.workspace.study
        name = "" if study is None else study.name
        named = tr("not saved as a study") if self.workspace.is_scratch else name
        named = tr("{name} (reading only)", name=named) if self.workspace.read_only else named
        self.setWindowTitle(f"{named} – AU Studio" if study is not None else "AU Studio")
        self._study_label.setText(tr("Study: {name}", name=named) if study is not None else tr("no study"))
        writer = self.workspace.writer
        self._study_label.setToolTip(tr("Open for writing by {writer}", writer=writer) if writer else "")
        if study is not None and not self.workspace.is_scratch:
            remember_study(study.path)
        for name in ("study.save_as", "study.close", "recording.find_missing"):
            self.actions_by_id[name].setEnabled(study is not None)
        self.empty.set_recent(recent_studies() if study is None else ())
        self._on_recordings_changed()

    def _on_recordings_changed(self) -> None:
        items = self.workspace.recordings()
        self.recordings.set_recordings(items)
        current = self.workspace.current
        self.recordings.set_current(current.id if current is not None else self.recordings.current_id())
        self._show_recordings()
        study = self.workspace.study
        named = "" if study is None or self.workspace.is_scratch else study.name
        self.empty.set_study(named or (tr("Scratch") if study is not None and items else ""), len(items))

    def _on_recording_progressed(self, recording_id: str) -> None:
        if (item := self.workspace.item(recording_id)) is not None:
            self.recordings.show_progress(item)

    def _show_recordings(self) -> None:
        """Show the list where a recording is chosen; the other pages work on all and need the room."""
        wanted = self.actions_by_id["view.recordings"].isChecked() and self._stack.currentIndex() == 0
        self.recordings.setVisible(wanted and bool(self.workspace.recordings()))

    def _on_recording_changed(self) -> None:
        current = self.workspace.current
        self._watch_stack.setCurrentIndex(0 if current is None else 1)
        self.recordings.set_current(current.id if current is not None else None)

    def _on_models_changed(self) -> None:
        work = self.workspace
        models = [model for model in work.models() if model.reads_intensities]
        self.top_bar.models.set_models(models, work.model, work.compared_model)

    # ---------------------------------------------------------------- events

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files."""
        if local_files(event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped: videos, folders, a study."""
        self.workspace.open_paths(local_files(event.mimeData().urls()))
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place, end every thread and child, close the study."""
        if not all(may_close() for may_close in self.closing_guards):
            event.ignore()
            return
        settings = QSettings()
        settings.setValue("window/geometry", self.saveGeometry())
        settings.setValue("window/split", self._split.saveState())
        self.closing.emit()
        for page in self.pages:
            page.close_page()
        self.hide()  # what is left may take seconds, and there is nothing more to see
        self.workspace.close()
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Take the keyboard back when a dialog has closed: not every window manager gives it."""
        if event.type() is QEvent.Type.WindowUnblocked:
            QTimer.singleShot(0, self, self.activateWindow)
        return super().event(event)

    def _restore(self) -> None:
        settings = QSettings()
        geometry, split = settings.value("window/geometry"), settings.value("window/split")
        if geometry is None or not self.restoreGeometry(geometry):
            fit_on_screen(self, 1280, 860)
        if split is not None:
            self._split.restoreState(split)
        mode = str(settings.value("theme", ThemeMode.SYSTEM.value))
        if mode in {member.value for member in ThemeMode}:
            self.set_theme(ThemeMode(mode))


def _scrolling(page: QWidget) -> QScrollArea:
    """Return the page in an area that scrolls on screens that are too small for it."""
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setWidget(page)
    return area
