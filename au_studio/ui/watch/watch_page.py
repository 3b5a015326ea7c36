"""The Watch page: picture and bars above, transport, and the curves of every action unit below."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSplitter, QVBoxLayout, QWidget

from au_studio.controllers.stored_index import has_pictures
from au_studio.controllers.stretch import stretch_rows
from au_studio.controllers.watch.markers import MarkersController, MarkersState
from au_studio.controllers.watch.watching import WatchController
from au_studio.controllers.workspace import Workspace
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.ui.keymap import make_action
from au_studio.ui.page import Undoing
from au_studio.ui.plot_picture import ask_and_save
from au_studio.ui.watch.bars_view import BarsView
from au_studio.ui.watch.curves_view import CurvesView
from au_studio.ui.watch.marker_menu import MarkerMenu
from au_studio.ui.watch.marker_panel import MarkerPanel
from au_studio.ui.watch.stretch_dialog import StretchDialog
from au_studio.ui.watch.time_axis import clock_text
from au_studio.ui.watch.transport import Transport
from au_studio.ui.watch.video_view import VideoView
from au_studio.video.shown_time import since_first

_EMPTY_NUMBERS = np.zeros(0)


class WatchPage(QWidget):
    """Shows what the controller says and hands over what the user wants.

    Parameters
    ----------
    workspace : Workspace
        The open study.
    """

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.controller = WatchController(workspace, self)
        self.markers = MarkersController(workspace, lambda: self.controller.playback.position, self)
        self.actions_by_id = self._make_actions()
        self.video = VideoView(self)
        self.bars = BarsView(self)
        self._units = QMenu("Action &units", self)
        self.marker_panel = MarkerPanel(self)
        self.marker_menu = MarkerMenu(self.markers, self)
        self.transport = Transport(self.actions_by_id, self)
        self.curves = CurvesView(self)
        self._lay_out()
        self._make_context_menus()
        self._connect()
        self._on_recording_opened()

    def _make_actions(self) -> dict[str, QAction]:
        play = self.controller.playback
        slots = {
            "watch.play": play.toggle,
            "watch.step_back": lambda: play.step(-1),
            "watch.step_forward": lambda: play.step(1),
            "watch.back_10": lambda: play.step(-10),
            "watch.forward_10": lambda: play.step(10),
            "watch.back_second": lambda: play.jump(-1.0),
            "watch.forward_second": lambda: play.jump(1.0),
            "watch.back_10_seconds": lambda: play.jump(-10.0),
            "watch.forward_10_seconds": lambda: play.jump(10.0),
            "watch.first": play.first,
            "watch.last": play.last,
            "watch.slower": lambda: play.change_speed(-1),
            "watch.faster": lambda: play.change_speed(1),
            "watch.normal_speed": lambda: play.set_speed(1.0),
            "watch.zoom_in": lambda: self.curves.zoom(0.7),
            "watch.zoom_out": lambda: self.curves.zoom(1 / 0.7),
            "watch.fit": self._fit,
            "watch.next_person": self.controller.next_person,
            "watch.all_units": self._show_all_units,
            "watch.neutral": self.controller.mark_neutral,
            "watch.save_picture": self._save_picture,
            "watch.stretch_figures": self.show_stretch,
        }
        actions = {name: make_action(name, self, slot) for name, slot in slots.items()}
        for name in (
            "watch.loop", "watch.mute", "watch.boxes", "watch.landmarks", "watch.calibrated", "watch.bands",
        ):  # fmt: skip
            actions[name] = make_action(name, self, checkable=True)
        actions["watch.calibrated"].toggled.connect(self.controller.display.set_calibrated)
        actions["watch.bands"].toggled.connect(self.controller.display.set_bands)
        actions["watch.loop"].toggled.connect(self._on_loop)
        actions["watch.mute"].toggled.connect(play.set_muted)
        for name in ("watch.boxes", "watch.landmarks"):
            actions[name].setChecked(QSettings().value(name, True, type=bool))  # type: ignore[arg-type]
            actions[name].toggled.connect(self._on_overlays)
        return actions

    def _lay_out(self) -> None:
        top = QSplitter(Qt.Orientation.Horizontal, self)
        top.addWidget(self.video)
        top.addWidget(self.bars)
        top.addWidget(self.marker_panel)
        self.marker_panel.hide()
        top.setStretchFactor(0, 1)
        top.setStretchFactor(1, 0)
        top.setSizes([700, 240, 280])
        upper = QWidget(self)
        column = QVBoxLayout(upper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top, 1)
        column.addWidget(self.transport)
        self._split = QSplitter(Qt.Orientation.Vertical, self)
        self._split.addWidget(upper)
        self._split.addWidget(self.curves)
        self._split.setStretchFactor(0, 5)
        self._split.setStretchFactor(1, 4)
        self._split.setSizes([470, 380])
        for splitter in (top, self._split):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)
        self._on_overlays()

    def _make_context_menus(self) -> None:
        """Offer at the right button what can be done with the picture, the timeline and the curves."""
        act = self.actions_by_id
        offers: tuple[tuple[QWidget, tuple[str, ...]], ...] = (
            (self.video, ("play", "neutral", "next_person", "boxes", "landmarks")),
            (self.transport.timeline, ("play", "loop", "stretch_figures", "zoom_in", "zoom_out", "fit")),
            (self.curves, ("zoom_in", "zoom_out", "fit", "loop", "bands", "all_units", "save_picture")),
        )
        for widget, names in offers:
            widget.addActions([act[f"watch.{name}"] for name in names])
            if widget is not self.video:
                widget.addAction(self.marker_menu.menuAction())
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _connect(self) -> None:
        controller, play = self.controller, self.controller.playback
        controller.recording_opened.connect(self._on_recording_opened)
        controller.frame_shown.connect(lambda frame: self.video.set_frame(frame.image))
        controller.cursor_moved.connect(self._on_cursor_moved)
        controller.frame_read.connect(self._on_frame_read)
        controller.curves_replaced.connect(self._on_curves_replaced)
        controller.curves_grown.connect(self._on_curves_grown)
        controller.samples_changed.connect(self.curves.set_samples)
        play.playing_changed.connect(self.transport.set_playing)
        play.speed_changed.connect(self.transport.set_speed)
        play.muted_changed.connect(self.transport.set_muted)
        self.transport.speed_chosen.connect(play.set_speed)
        self.transport.timeline.seek_requested.connect(play.seek_time)
        self.transport.timeline.region_changed.connect(self._on_region)
        self.curves.seek_requested.connect(play.seek_time)
        self.curves.view_changed.connect(self._on_view_changed)
        self.video.person_chosen.connect(controller.choose_person)
        self._connect_markers()

    def _connect_markers(self) -> None:
        markers, panel = self.markers, self.marker_panel
        markers.state_changed.connect(self._on_markers_changed)
        markers.seek_requested.connect(self.controller.playback.seek_time)
        panel.seek_requested.connect(self.controller.playback.seek_time)
        panel.kind_chosen.connect(markers.set)
        panel.marker_changed.connect(markers.change)
        panel.marker_removed.connect(markers.remove)
        panel.kind_named.connect(markers.add_kind)
        panel.kind_changed.connect(markers.change_kind)
        panel.kind_removed.connect(markers.remove_kind)
        self.marker_menu.actions_by_id["watch.markers"].toggled.connect(panel.setVisible)

    # ---------------------------------------------------------------- the page

    def menu_actions(self) -> Sequence[QAction | None]:
        """Return the actions of the Watch menu; None is a separator."""
        groups = (
            ("play", "loop", "mute"),
            ("slower", "faster", "normal_speed"),
            ("step_back", "step_forward", "back_10", "forward_10", "back_second", "forward_second"),
            ("back_10_seconds", "forward_10_seconds", "first", "last"),
            ("zoom_in", "zoom_out", "fit", "all_units", "stretch_figures"),
            ("calibrated", "neutral", "bands"),
            ("boxes", "landmarks", "next_person"),
            ("save_picture",),
        )
        actions: list[QAction | None] = []
        for group in groups:
            actions += [self.actions_by_id[f"watch.{name}"] for name in group]
            if "all_units" in group:
                actions.append(self._units.menuAction())
                actions.append(self.marker_menu.menuAction())
            actions.append(None)
        return actions[:-1]

    @property
    def undoing(self) -> Undoing:
        """What undo and redo change on this page: markers."""
        return Undoing(self.markers.edits, self.markers.undo, self.markers.redo)

    def page_shown(self) -> None:
        """Take the keyboard; samples may have been drawn meanwhile."""
        self.controller.refresh_samples()
        self.curves.setFocus()
        self.controller.display.refresh()

    def page_hidden(self) -> None:
        """Stop playing: another page is shown."""
        self.controller.playback.pause()

    def close_page(self) -> None:
        """End the threads and the analysis child; the page is not usable afterwards."""
        self.controller.close()

    # ---------------------------------------------------------------- state in

    def _on_recording_opened(self) -> None:
        index = self.controller.index
        times = index.times if index is not None else _EMPTY_NUMBERS
        self.video.set_frame(None)
        missing = index is not None and not has_pictures(index)
        self.video.set_message(
            "The video is missing. The curves are those that are stored." if missing else ""
        )
        self.video.set_faces((), None)
        self.bars.set_aus(self.controller.aus)
        self.curves.set_recording(times, self.controller.aus)
        self.transport.timeline.set_recording(times)
        self.transport.set_recording(index.duration if index is not None else 0.0, len(times))
        for action in self.actions_by_id.values():
            action.setEnabled(index is not None)
        self.actions_by_id["watch.calibrated"].setChecked(self.controller.display.calibrated)
        self.actions_by_id["watch.bands"].setChecked(self.controller.display.bands)
        self.marker_panel.set_recording(times)
        self._on_markers_changed(self.markers.state)
        self._on_curves_replaced()

    def _on_markers_changed(self, state: MarkersState) -> None:
        self.marker_panel.set_state(state)
        self.transport.timeline.set_markers(state.markers)
        self.curves.set_markers(state.markers)

    def _on_cursor_moved(self, position: int, seconds: float) -> None:
        index = self.controller.index
        if index is not None:
            self.transport.set_time(since_first(seconds, index.times), position)
            self.transport.timeline.set_cursor(seconds)
            self.curves.set_cursor(seconds)

    def _on_frame_read(self) -> None:
        controller = self.controller
        values, provisional = controller.values()
        self.bars.set_values(values, provisional=provisional)
        self.curves.set_values(values, provisional=provisional)
        frame = controller.frame
        faces = controller.live.faces_at(frame.position) if frame is not None else None
        if faces is None:
            self.video.set_faces((), None)
        else:
            self.video.set_faces(faces.faces, controller.target(), provisional=faces.provisional)

    def _on_curves_replaced(self) -> None:
        live, index = self.controller.live, self.controller.index
        other = self._workspace.compared_model
        self.bars.set_aus(self.controller.aus)
        self._fill_units()
        self.curves.set_recording(index.times if index is not None else _EMPTY_NUMBERS, self.controller.aus)
        if live.exact is not None and live.aus == self.controller.aus:
            display, other_display = self.controller.display.display, self.controller.display.compared
            self.curves.set_series(
                display.curves(live.exact),
                display.curves(live.provisional),
                other_display.curves(live.compared),
                other.name if other else "",
                display.band(live.exact),
            )
        self.curves.set_note(self.controller.display.note)
        self.curves.setToolTip(self.controller.display.explanation)
        self._on_curves_grown()
        self._on_frame_read()

    def _on_curves_grown(self) -> None:
        covered = self.controller.live.covered
        index = self.controller.index
        if index is not None and len(covered) == index.n_frames:
            self.curves.set_covered(covered)
            self.transport.timeline.set_covered(covered)
            self.curves.data_grown()

    def _on_overlays(self) -> None:
        boxes, contours = (self.actions_by_id[f"watch.{name}"].isChecked() for name in ("boxes", "landmarks"))
        self.video.set_overlays(boxes=boxes, contours=contours)
        settings = QSettings()
        settings.setValue("watch.boxes", boxes)
        settings.setValue("watch.landmarks", contours)

    def _fill_units(self) -> None:
        """Offer the model's action units to be shown or hidden."""
        aus = self.controller.aus
        if aus == tuple(action.data() for action in self._units.actions()):
            return
        self._units.clear()
        for au in aus:
            unit = ACTION_UNITS.get(au)
            action = self._units.addAction(f"{unit.label} {unit.name}" if unit is not None else f"AU{au:02d}")
            action.setCheckable(True)
            action.setChecked(True)
            action.setData(au)
            action.toggled.connect(self._on_units_chosen)

    def _on_units_chosen(self) -> None:
        self.curves.set_hidden(frozenset(a.data() for a in self._units.actions() if not a.isChecked()))

    def _show_all_units(self) -> None:
        for action in self._units.actions():
            action.setChecked(True)

    def show_stretch(self) -> None:
        """Show figures of the selected stretch; of what the curves show where none is selected."""
        index, item, exact = self.controller.index, self._workspace.current, self.controller.live.exact
        curves = self.controller.display.display.curves(exact)
        if index is None or item is None or curves is None or curves.empty:
            self._workspace.say("Nothing of this recording is analysed yet.", "warning")
            return
        span = self.transport.timeline.region.span or self.curves.view
        values = curves.window(0, index.n_frames)
        rows = stretch_rows(index.times, values, self.controller.aus, span)
        start, stop = (clock_text(since_first(end, index.times), 2) for end in span)
        dialog = StretchDialog(rows, f"{item.name}, {start} to {stop}", self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _range(self) -> tuple[float, float] | None:
        """Return what is played in a loop: the selected stretch, else what the curves show."""
        if (span := self.transport.timeline.region.span) is not None:
            return span
        return self.curves.view if self.curves.view != self.curves.extent else None

    def _on_region(self, span: tuple[float, float] | None) -> None:
        self.actions_by_id["watch.loop"].setChecked(span is not None)
        self.controller.playback.set_range(self._range())

    def _on_loop(self, loop: bool) -> None:
        play = self.controller.playback
        if loop:
            play.set_range(self._range())
        play.set_loop(loop)

    def _save_picture(self) -> None:
        item = self._workspace.current
        if item is not None:
            ask_and_save(self.curves, f"{Path(item.name).stem} curves", self._workspace, self)

    def _fit(self) -> None:
        self.curves.fit()

    def _on_view_changed(self, start: float, stop: float) -> None:
        self.transport.timeline.set_view(start, stop)
        play = self.controller.playback
        if play.loop and not play.playing:
            play.set_range(self._range())
