"""The coding page as the main window hosts it: view, controller, keys and dialogs put together."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QInputDialog, QMenu, QVBoxLayout, QWidget

from au_studio.coding.drawing import DrawPlan
from au_studio.coding.pictures import ContextLoop
from au_studio.coding.session import SampleFrame
from au_studio.controllers.code.coding import CodingController
from au_studio.controllers.code.sampling import SamplingController
from au_studio.controllers.code.state import CodingState, Situation
from au_studio.controllers.workspace import Workspace
from au_studio.facs.visibility import VISIBILITY_CODES
from au_studio.texts import tr, tr_n
from au_studio.ui.actions import make_action
from au_studio.ui.code.au_choice_dialog import AuChoiceDialog
from au_studio.ui.code.coding_view import CodingView
from au_studio.ui.code.hold_switch import HoldSwitch
from au_studio.ui.code.neutral_dialog import NeutralDialog
from au_studio.ui.code.sample_dialog import SampleDialog
from au_studio.ui.page import Undoing

_RATE = (
    *(f"code.rate_{value}" for value in range(6)),
    "code.not_codable", None, "code.repeat", "code.copy_previous", "code.zero_rest", "code.clear",
)  # fmt: skip
_SAY_MORE = (
    "code.unsure", "code.left", "code.right", "code.one_side", "code.note", None, "code.not_visible",
    *(f"code.not_visible_{code}" for code in VISIBILITY_CODES),
)  # fmt: skip
_GO = (
    "code.next_frame", "code.previous_frame", "code.next_unrated", "code.next_unsure", "code.first_frame",
    "code.last_frame", None, "code.next_au", "code.previous_au",
)  # fmt: skip
_LOOK = ("code.context", "code.compare", None, "code.neutral", "code.choose_neutral")
_WHILE_CODING = tuple(name for name in (*_RATE, *_SAY_MORE, *_GO, *_LOOK) if name is not None)
_REPEATING = {"code.next_au", "code.previous_au", "code.next_frame", "code.previous_frame"}


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
        self.panels = self.view.panels
        self._shown: SampleFrame | None = None
        self._context = HoldSwitch("code.context", self)
        self._compare = HoldSwitch("code.compare", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self._actions = self._make_actions()
        self._menus = [
            self._menu(*menu)
            for menu in ((tr("&Rate"), _RATE), (tr("&Say more"), _SAY_MORE), (tr("&Go to"), _GO))
        ]
        self._connect()
        self._on_state_changed(self.controller.state)

    def close_page(self) -> None:
        """Stop the worker threads; called once, before the window goes."""
        self.panels.remember()
        self.view.note.flush()
        self._end_switches()
        self.sampling.close()
        self.controller.close()

    # ---- what the main window asks of a page

    @property
    def undoing(self) -> Undoing:
        """What undo and redo change on this page."""
        controller = self.controller
        return Undoing(
            controller.edits, partial(self._do, controller.undo), partial(self._do, controller.redo)
        )

    def menu_actions(self) -> Sequence[QAction | None]:
        """Return the actions of the Code menu; None is a separator."""
        a = self._actions
        rows: list[QAction | None] = [
            a[f"code.{name}"] for name in ("draw_sample", "add_coder", "choose_aus")
        ]
        rows.append(None)
        rows += [menu.menuAction() for menu in self._menus]
        return [*rows, None, *(a[name] if name is not None else None for name in _LOOK)]

    def page_shown(self) -> None:
        """Take over what other pages changed, and take the keys."""
        self.controller.follow_study()
        if self.controller.state.situation is Situation.CODING:
            self.view.setFocus()

    def page_hidden(self) -> None:
        """Show the frame itself again, and keep what was being written."""
        self.view.note.flush()
        self._end_switches()

    # ---- building

    def _make_actions(self) -> dict[str, QAction]:
        controller = self.controller
        does: dict[str, Callable[[], object]] = {
            "code.draw_sample": self.show_sample_dialog,
            "code.add_coder": self._ask_for_coder,
            "code.choose_aus": self._ask_for_aus,
            "code.not_codable": partial(controller.rate, None),
            "code.not_visible": self._ask_what_is_not_visible,
            "code.left": partial(controller.toggle_side, "L"),
            "code.right": partial(controller.toggle_side, "R"),
            "code.one_side": partial(controller.toggle_side, "U"),
            "code.note": self.view.note.setFocus,
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
            "code.next_unsure": controller.go_to_next_unsure,
            "code.context": self._context.toggle,
            "code.compare": self._compare.toggle,
            "code.neutral": self._mark_neutral,
            "code.choose_neutral": self.show_neutral_dialog,
        }
        does |= {f"code.rate_{value}": partial(controller.rate, value) for value in range(6)}
        does |= {
            f"code.not_visible_{code}": partial(controller.set_not_visible, code) for code in VISIBILITY_CODES
        }
        actions: dict[str, QAction] = {}
        for name, action_does in does.items():
            action = make_action(name, self, partial(self._do, action_does))
            # A digit held a moment too long must not rate the next action units, too.
            action.setAutoRepeat(name in _REPEATING)
            self.addAction(action)
            actions[name] = action
        return actions

    def _do(self, action: Callable[[], object]) -> None:
        """Do what a key asks for, after keeping what is being written."""
        self.view.note.flush()
        action()

    def _menu(self, title: str, names: Sequence[str | None]) -> QMenu:
        menu = QMenu(title, self)
        for name in names:
            if name is None:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[name])
        return menu

    def _connect(self) -> None:
        view, controller = self.view, self.controller
        controller.state_changed.connect(self._on_state_changed)
        controller.display.pictures_changed.connect(view.set_pictures)
        controller.display.reference_changed.connect(view.set_reference)
        controller.display.context_ready.connect(self._on_context_ready)
        controller.display.failed.connect(lambda error: view.set_problem(error.shown()))
        controller.display.reference_failed.connect(lambda error: view.set_reference_problem(error.shown()))
        self._context.switched.connect(self._on_context_switched)
        self._compare.switched.connect(self._on_compare_switched)
        view.note_written.connect(controller.set_note)
        view.neutral_requested.connect(self.show_neutral_dialog)
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
            self._workspace.say(tr("Open a video first; then draw the sample."), "warning")
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
        dialog.open()
        self.sampling.load()

    def _on_draw_requested(self, recording_ids: list[str], plan: DrawPlan) -> None:
        added = self.sampling.draw(recording_ids, plan)
        if added:
            told = tr_n("1 frame drawn.", "{n} frames drawn. Rate them one after the other.", added)
            self._workspace.say(told, "good")

    def _on_dialog_finished(self, _result: int) -> None:
        self.sampling.close()
        self._take_keys_back()

    def _take_keys_back(self) -> None:
        """Let the keys rate again: without a window manager nobody gives them back to the window below."""
        self.window().activateWindow()
        self.view.setFocus()

    def _ask_for_coder(self) -> None:
        name, accepted = QInputDialog.getText(self, tr("Add a coder"), tr("Name or initials of the coder"))
        if accepted:
            self.controller.add_coder(name)
        self._on_state_changed(self.controller.state)
        self._take_keys_back()

    def _ask_for_aus(self) -> None:
        dialog = AuChoiceDialog(self.controller.state.aus, self.controller.read_by_model, self)
        dialog.chosen.connect(self.controller.choose_aus)
        self._open(dialog)

    def show_neutral_dialog(self) -> None:
        """Look through the recordings of this person for a face at rest."""
        display, pictures = self.controller.display, self.view.face.pictures
        recordings = self.controller.neutral.recordings()
        if not recordings:
            return
        self._end_switches()
        start = pictures.position if pictures is not None else 0
        dialog = NeutralDialog(recordings, start, display.reference is not None, self)
        dialog.wanted.connect(display.request_preview)
        display.preview_ready.connect(dialog.set_pictures)
        display.preview_failed.connect(dialog.set_problem)
        dialog.chosen.connect(self.controller.neutral.choose)
        self._open(dialog)
        dialog.start()

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._take_keys_back)
        dialog.open()

    def _ask_what_is_not_visible(self) -> None:
        """Offer the visibility codes beside the list: a digit chooses one."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("What is not visible?")).setEnabled(False)
        for code in VISIBILITY_CODES:
            menu.addAction(self._actions[f"code.not_visible_{code}"])
        corner = self.view.list.rect().topLeft()
        menu.popup(self.view.list.mapToGlobal(corner))

    # ---- the context loop and the comparison

    def _on_context_switched(self, on: bool) -> None:
        if on:
            self._compare.end()
            self.view.face.announce_context()
            self.controller.display.request_context()
        else:
            self.view.face.stop_context()

    def _on_compare_switched(self, on: bool) -> None:
        if on:
            self._context.end()
            if self.controller.display.reference is None:
                self.controller.say(tr("There is no neutral reference of this person to compare with yet."))
                self._compare.end()
                return
        self.view.face.compare(on)

    def _end_switches(self) -> None:
        self._context.end()
        self._compare.end()

    def _on_context_ready(self, loop: ContextLoop) -> None:
        if self._context.on:
            self.view.face.play_context(loop)

    def _mark_neutral(self) -> None:
        self.controller.neutral.mark(self.view.face.context_pts)

    # ---- told by the controller and the view

    def _on_state_changed(self, state: CodingState) -> None:
        if state.frame != self._shown:
            self._shown = state.frame
            self._end_switches()
        self.view.set_state(state)
        self.view.set_read_by_model(self.controller.read_by_model)
        coding = state.situation is Situation.CODING
        for name in _WHILE_CODING:
            self._actions[name].setEnabled(coding)
        self._actions["code.draw_sample"].setEnabled(state.situation is not Situation.NO_STUDY)
        self._actions["code.add_coder"].setEnabled(state.situation is not Situation.NO_STUDY)
        self._actions["code.choose_aus"].setEnabled(state.situation is not Situation.NO_STUDY)

    def _on_value_clicked(self, row: int, value: object) -> None:
        self.controller.focus(row)
        self.controller.rate(value)  # type: ignore[arg-type]
