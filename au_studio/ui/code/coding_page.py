"""The coding page as the main window hosts it: view, controller, keys and dialogs put together."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QVBoxLayout, QWidget

from au_studio.controllers.coding import CodingController
from au_studio.controllers.coding_pictures import ContextLoop
from au_studio.controllers.coding_session import SampleFrame
from au_studio.controllers.coding_state import CodingState, Situation
from au_studio.controllers.sampling import DrawPlan, SamplingController
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.ui.code.coding_view import CodingView
from au_studio.ui.code.sample_dialog import SampleDialog
from au_studio.ui.keymap import make_action

HOLD_MS = 350
"""A key held down longer than this plays the context only while it is held."""

_WHILE_CODING = (
    *(f"code.rate_{value}" for value in range(6)),
    "code.not_codable", "code.unsure", "code.repeat", "code.copy_previous", "code.zero_rest", "code.clear",
    "code.next_au", "code.previous_au", "code.next_frame", "code.previous_frame", "code.next_unrated",
    "code.first_frame", "code.last_frame", "code.context", "code.neutral", "code.undo", "code.redo",
)  # fmt: skip
_REPEATING = {"code.next_au", "code.previous_au", "code.next_frame", "code.previous_frame"}


def _application() -> QCoreApplication:
    application = QApplication.instance()
    assert application is not None
    return application


class CodingPage(QWidget):
    """Rates the sample, frame by frame, by keyboard.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.
    """

    open_requested = Signal()
    """The coder wants to open videos."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.controller = CodingController(workspace, self)
        self.sampling = SamplingController(workspace, self)
        self.view = CodingView(self)
        self._dialog: SampleDialog | None = None
        self._context_wanted = False
        self._context_frame: SampleFrame | None = None
        self._held = QElapsedTimer()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._actions = self._make_actions()
        self._connect()
        self._on_state_changed(self.controller.state)

    def close_page(self) -> None:
        """Stop the worker threads; called once, before the window goes."""
        self._stop_context()
        self.sampling.close()
        self.controller.close()

    # ---- what the main window asks of a page

    def menu_actions(self) -> Sequence[QAction | None]:
        """Return the actions of the Code menu; None is a separator."""
        a = self._actions
        rows: list[QAction | None] = [a["code.draw_sample"], a["code.add_coder"], None]
        rows += [a["code.undo"], a["code.redo"], None]
        rows += [a[f"code.rate_{value}"] for value in range(6)]
        rows += [a[f"code.{name}"] for name in ("not_codable", "unsure", "repeat", "copy_previous")]
        rows += [a["code.zero_rest"], a["code.clear"], None]
        rows += [a[f"code.{name}"] for name in ("next_frame", "previous_frame", "next_unrated")]
        rows += [a["code.first_frame"], a["code.last_frame"], a["code.next_au"], a["code.previous_au"], None]
        return [*rows, a["code.context"], a["code.neutral"]]

    def page_shown(self) -> None:
        """Take the keys."""
        if self.controller.state.situation is Situation.CODING:
            self.view.setFocus()

    def page_hidden(self) -> None:
        """Stop the context loop."""
        self._stop_context()

    # ---- building

    def _make_actions(self) -> dict[str, QAction]:
        controller = self.controller
        does: dict[str, Callable[[], object]] = {
            "code.draw_sample": self.show_sample_dialog,
            "code.add_coder": self._ask_for_coder,
            "code.not_codable": partial(controller.rate, None),
            "code.unsure": controller.toggle_unsure,
            "code.repeat": controller.repeat_last,
            "code.copy_previous": controller.copy_previous,
            "code.zero_rest": controller.zero_the_rest,
            "code.clear": controller.clear,
            "code.next_au": partial(controller.move_focus, 1),
            "code.previous_au": partial(controller.move_focus, -1),
            "code.next_frame": partial(controller.step, 1),
            "code.previous_frame": partial(controller.step, -1),
            "code.next_unrated": controller.go_to_next_incomplete,
            "code.first_frame": partial(controller.go_to_index, 0),
            "code.last_frame": partial(controller.go_to_index, 1 << 30),
            "code.context": self._toggle_context,
            "code.neutral": self._mark_neutral,
            "code.undo": controller.undo,
            "code.redo": controller.redo,
        }
        does |= {f"code.rate_{value}": partial(controller.rate, value) for value in range(6)}
        actions: dict[str, QAction] = {}
        for name, action_does in does.items():
            action = make_action(name, self, action_does)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            # A digit held a moment too long must not rate the next action units, too.
            action.setAutoRepeat(name in _REPEATING)
            self.addAction(action)
            actions[name] = action
        return actions

    def _connect(self) -> None:
        view, controller = self.view, self.controller
        controller.state_changed.connect(self._on_state_changed)
        controller.display.pictures_changed.connect(view.set_pictures)
        controller.display.reference_changed.connect(view.set_reference)
        controller.display.context_ready.connect(self._on_context_ready)
        controller.display.failed.connect(self._on_picture_failed)
        view.coder_chosen.connect(controller.choose_coder)
        view.coder_named.connect(controller.add_coder)
        view.coder_named.connect(lambda _name: self.view.setFocus())
        view.add_coder_requested.connect(self._ask_for_coder)
        view.order_chosen.connect(controller.choose_order)
        view.draw_requested.connect(self.show_sample_dialog)
        view.open_requested.connect(self.open_requested)
        view.row_clicked.connect(controller.focus)
        view.value_clicked.connect(self._on_value_clicked)
        self.sampling.drawn.connect(controller.reload)

    # ---- dialogs

    def show_sample_dialog(self) -> None:
        """Ask how much to draw; nothing is drawn before the button is pressed."""
        if self._workspace.study is None or not self._workspace.recordings():
            self._workspace.say("Open a video first; then draw the sample.", "warning")
            return
        current = self._workspace.current
        dialog = SampleDialog(
            random.SystemRandom().randrange(1, 100_000),
            self.controller.state.progress.pace,
            current.id if current else None,
            self,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sampling.pools_changed.connect(dialog.set_pools)
        self.sampling.loading_changed.connect(dialog.set_loading)
        dialog.draw_requested.connect(self._on_draw_requested)
        dialog.finished.connect(self._on_dialog_finished)
        self._dialog = dialog
        dialog.open()
        self.sampling.load()

    def _on_draw_requested(self, recording_ids: list[str], plan: DrawPlan) -> None:
        added = self.sampling.draw(recording_ids, plan)
        if added:
            self._workspace.say(f"{added} frames drawn. Rate them one after the other.", "good")

    def _on_dialog_finished(self, _result: int) -> None:
        self._dialog = None
        self.sampling.close()
        # Without a window manager nobody gives the keys back to the window below.
        self.window().activateWindow()
        self.view.setFocus()

    def _ask_for_coder(self) -> None:
        name, accepted = QInputDialog.getText(self, "Add a coder", "Name or initials of the coder")
        if accepted:
            self.controller.add_coder(name)
        self._on_state_changed(self.controller.state)
        self.window().activateWindow()
        self.view.setFocus()

    # ---- the context loop

    def _toggle_context(self) -> None:
        if self._context_wanted:
            self._stop_context()
        else:
            self._context_wanted = True
            self._context_frame = self.controller.state.frame
            self._held.start()
            _application().installEventFilter(self)
            self.view.announce_context()
            self.controller.display.request_context()

    def _stop_context(self) -> None:
        self._context_wanted = False
        _application().removeEventFilter(self)
        self.view.stop_context()

    def _on_context_ready(self, loop: ContextLoop) -> None:
        if self._context_wanted:
            self.view.play_context(loop)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop the context when its key was held down and is let go, whatever has the focus."""
        if (
            event.type() == QEvent.Type.KeyRelease
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_L
            and not event.isAutoRepeat()
            and self._held.elapsed() >= HOLD_MS
        ):
            self._stop_context()
        return super().eventFilter(watched, event)

    def _mark_neutral(self) -> None:
        self.controller.mark_neutral(self.view.context_pts)

    # ---- told by the controller and the view

    def _on_state_changed(self, state: CodingState) -> None:
        if self._context_wanted and state.frame != self._context_frame:
            self._stop_context()
        self.view.set_state(state)
        coding = state.situation is Situation.CODING
        for name in _WHILE_CODING:
            self._actions[name].setEnabled(coding)
        self._actions["code.draw_sample"].setEnabled(state.situation is not Situation.NO_STUDY)
        self._actions["code.add_coder"].setEnabled(state.situation is not Situation.NO_STUDY)
        for name, text in (("undo", state.undo_text), ("redo", state.redo_text)):
            action = self._actions[f"code.{name}"]
            action.setEnabled(coding and bool(text))
            action.setText(f"&{name.capitalize()} {text}".rstrip())

    def _on_picture_failed(self, error: AUStudioError) -> None:
        self.view.set_problem(str(error))

    def _on_value_clicked(self, row: int, value: object) -> None:
        self.controller.focus(row)
        self.controller.rate(value)  # type: ignore[arg-type]
