"""The Watch page: picture and bars above, transport, the curves of every action unit below, as panels."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from au_studio.coding.reading import chosen_aus
from au_studio.controllers.stored_index import has_pictures
from au_studio.controllers.watch.marked_frames import MarkedFrames
from au_studio.controllers.watch.markers import MarkersController, MarkersState
from au_studio.controllers.watch.row_choices import RowChoices, RowsController
from au_studio.controllers.watch.sound_outline import SoundOutline
from au_studio.controllers.watch.watching import WatchController
from au_studio.controllers.workspace import Workspace
from au_studio.study.frame_marks import FrameMarks
from au_studio.texts import tr
from au_studio.ui.page import Undoing
from au_studio.ui.panels import PanelArea
from au_studio.ui.plot_picture import ask_and_save
from au_studio.ui.watch.bars_view import BarsView
from au_studio.ui.watch.coverage_paint import with_lost_faces
from au_studio.ui.watch.curves_view import CurvesView
from au_studio.ui.watch.marker_menu import MarkerMenu, PlaceMenu
from au_studio.ui.watch.marker_panel import MarkerPanel
from au_studio.ui.watch.row_menu import RowMenu
from au_studio.ui.watch.stretch_tools import StretchTools
from au_studio.ui.watch.strip_paint import Marks
from au_studio.ui.watch.transport import Transport
from au_studio.ui.watch.unit_menu import UnitMenu
from au_studio.ui.watch.video_view import VideoView
from au_studio.ui.watch.watch_actions import (
    AT_CURVES,
    AT_PICTURE,
    AT_STRETCH,
    AT_TIMELINE,
    MENU,
    make_actions,
)
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
        self.sound = SoundOutline(workspace, self)
        self.marked = MarkedFrames(workspace, self)
        self.rows = RowsController(workspace, self)
        self.video = VideoView(self)
        self.bars = BarsView(self)
        self.curves = CurvesView(self)
        self.stretch = StretchTools(self, workspace)
        self.actions_by_id = self._make_actions()
        self._units = UnitMenu(self.rows, self.curves, self)
        self.row_menu = RowMenu(self.rows, self.curves, self)
        self.marker_panel = MarkerPanel(self)
        self.marker_menu = MarkerMenu(self.markers, self)
        self.mark_here = PlaceMenu(tr("Add &marker here"), self.markers, self._pointed, self)
        self.mark_stretch = PlaceMenu(tr("Mark the stretch"), self.markers, self.stretch.ends, self)
        self.transport = Transport(self.actions_by_id, self)
        self.panels = PanelArea("watch", self)
        self._lay_out()
        self._make_context_menus()
        self._connect()
        self._on_recording_opened()

    def _make_actions(self) -> dict[str, QAction]:
        actions = make_actions(self)
        actions["watch.calibrated"].toggled.connect(self.controller.display.set_calibrated)
        actions["watch.bands"].toggled.connect(self.controller.display.set_bands)
        actions["watch.loop"].toggled.connect(self._on_loop)
        actions["watch.mute"].toggled.connect(self.controller.playback.set_muted)
        for name in ("watch.boxes", "watch.landmarks"):
            actions[name].setChecked(QSettings().value(name, True, type=bool))  # type: ignore[arg-type]
            actions[name].toggled.connect(self._on_overlays)
        return actions

    def _lay_out(self) -> None:
        top, bottom = Qt.DockWidgetArea.TopDockWidgetArea, Qt.DockWidgetArea.BottomDockWidgetArea
        panels = self.panels
        self.transport.setFixedHeight(self.transport.sizeHint().height())
        panels.setCentralWidget(self.transport)
        picture = panels.add("picture", tr("Picture"), self.video, top)
        bars = panels.add("intensities", tr("Intensities of the frame"), self.bars, top)
        markers = panels.add("markers", tr("Markers"), self.marker_panel, top, hidden=True)
        stretch = panels.add("stretch", tr("Stretch"), self.stretch.panel, top, hidden=True)
        panels.tabifyDockWidget(markers, stretch)
        curves = panels.add("curves", tr("Curves"), self.curves, bottom)

        def arrange() -> None:
            across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
            panels.resizeDocks([picture, bars], [max(panels.width() - 240, 240), 240], across)
            panels.resizeDocks([picture, curves], [47, 40], down)

        panels.finish(arrange)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panels)
        self._on_overlays()

    def _make_context_menus(self) -> None:
        """Offer at the right button what can be done with the picture, the timeline and the curves."""
        act = self.actions_by_id
        for widget, names in (
            (self.video, AT_PICTURE),
            (self.transport.timeline, AT_TIMELINE),
            (self.curves, AT_STRETCH),
        ):
            widget.addActions([act[f"watch.{name}"] for name in names])
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.transport.timeline.addActions([self.mark_stretch.menuAction(), self.marker_menu.menuAction()])
        menus = (self.row_menu, self._units, self.marker_menu)
        self.curves.insertActions(self.curves.actions()[0], [self.mark_here.menuAction(), self._line()])
        self.curves.addActions([self.mark_stretch.menuAction(), self._line()])
        self.curves.addActions([menu.menuAction() for menu in menus])
        self.curves.addActions([self._line(), *(act[f"watch.{name}"] for name in AT_CURVES)])

    def _line(self) -> QAction:
        """Return a line between the parts of a menu."""
        line = QAction(self)
        line.setSeparator(True)
        return line

    def _connect(self) -> None:
        controller, play = self.controller, self.controller.playback
        controller.recording_opened.connect(self._on_recording_opened)
        self._workspace.list.glimpsed.connect(self.video.set_frame)
        controller.frame_shown.connect(lambda frame: self.video.set_frame(frame.image))
        controller.cursor_moved.connect(self._on_cursor_moved)
        controller.frame_read.connect(self._on_frame_read)
        controller.curves_replaced.connect(self._on_curves_replaced)
        controller.curves_grown.connect(self._on_curves_grown)
        self.sound.changed.connect(lambda: self.curves.set_sound(self.sound.series))
        self.sound.grown.connect(self.curves.data_grown)
        self.marked.changed.connect(self._on_marked)
        controller.live.finished.connect(lambda _fresh: self.stretch.refresh())
        self.rows.changed.connect(self.curves.set_rows)
        self.curves.rows_changed.connect(self.rows.choose)
        play.playing_changed.connect(self.transport.set_playing)
        play.speed_changed.connect(self.transport.set_speed)
        play.muted_changed.connect(self.transport.set_muted)
        self.transport.speed_chosen.connect(play.set_speed)
        self.transport.timeline.seek_requested.connect(play.seek_time)
        self.transport.timeline.region_changed.connect(self.stretch.select)
        self.curves.region_changed.connect(self.stretch.select)
        panel = self.stretch.panel
        panel.mark_requested.connect(lambda: self.mark_stretch.popup_below(panel.mark))
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
        listed = self.marker_menu.actions_by_id["watch.markers"]
        shown = self.panels.panels["markers"].toggleViewAction()
        listed.setChecked(shown.isChecked())
        shown.toggled.connect(listed.setChecked)
        listed.triggered.connect(self._show_markers)

    # ---------------------------------------------------------------- the page

    def menu_actions(self) -> Sequence[QAction | None]:
        """Return the actions of the Watch menu; None is a separator."""
        behind = {
            "all_units": (self._units, self.row_menu, self.marker_menu),
            "export_stretch": (self.mark_stretch,),
        }
        actions: list[QAction | None] = []
        for group in MENU:
            actions += [self.actions_by_id[f"watch.{name}"] for name in group]
            for menu in (menu for name in group for menu in behind.get(name, ())):
                actions.append(menu.menuAction())
            actions.append(None)
        return actions[:-1]

    @property
    def undoing(self) -> Undoing:
        """What undo and redo change on this page: markers."""
        return Undoing(self.markers.edits, self.markers.undo, self.markers.redo)

    def page_shown(self) -> None:
        """Take the keyboard; samples may have been drawn meanwhile."""
        self.marked.refresh()
        self._set_uncoded()
        self.curves.setFocus()
        self.controller.display.refresh()

    def page_hidden(self) -> None:
        """Stop playing: another page is shown."""
        self.controller.playback.pause()

    def close_page(self) -> None:
        """End the threads and the analysis child; the page is not usable afterwards."""
        self.panels.remember()
        for worker in (self.sound, self.marked, self.stretch):
            worker.close()
        self.controller.close()

    # ---------------------------------------------------------------- state in

    def _on_recording_opened(self) -> None:
        index = self.controller.index
        times = index.times if index is not None else _EMPTY_NUMBERS
        self.video.set_frame(None)
        missing = index is not None and not has_pictures(index)
        self.video.set_message(
            tr("The video is missing. The curves are those that are stored.") if missing else ""
        )
        self.video.set_faces((), None)
        self.bars.set_aus(self.controller.aus)
        self.curves.set_recording(times, self.controller.aus)
        self.curves.set_region(None)
        self.transport.timeline.set_recording(times)
        self.transport.set_recording(index.duration if index is not None else 0.0, len(times))
        for action in self.actions_by_id.values():
            action.setEnabled(index is not None)
        self.actions_by_id["watch.calibrated"].setChecked(self.controller.display.calibrated)
        self.actions_by_id["watch.bands"].setChecked(self.controller.display.bands)
        self.marker_panel.set_recording(times)
        self.stretch.refresh()
        self.marked.refresh()
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
        self._units.fill()
        self._set_uncoded()
        self.curves.set_note(self.controller.display.note)
        self.curves.setToolTip(self.controller.display.explanation)
        self._on_curves_grown()
        self._on_frame_read()

    def _on_curves_grown(self) -> None:
        covered = self.controller.live.covered
        index = self.controller.index
        if index is not None and len(covered) == index.n_frames:
            exact = self.controller.live.exact
            states = with_lost_faces(covered, exact.values if exact is not None else None)
            self.curves.set_covered(states)
            self.transport.timeline.set_covered(states)
            self.curves.data_grown()

    def _set_uncoded(self) -> None:
        """Show which of the model's action units the study does not code, where there are frames to code."""
        study = self._workspace.study
        coded = () if study is None or self.marked.marks.empty else chosen_aus(study)
        self.curves.set_uncoded(frozenset(self.controller.aus) - frozenset(coded) if coded else frozenset())

    def _on_marked(self, marks: FrameMarks) -> None:
        index = self.controller.index
        seconds = float(index.time_base) if index is not None else 1.0
        shown = Marks(
            unrated=np.asarray(marks.unrated * seconds, dtype=np.float64),
            rated=np.asarray(marks.rated * seconds, dtype=np.float64),
            further=np.asarray(marks.further * seconds, dtype=np.float64),
            disputed=np.asarray(marks.disputed * seconds, dtype=np.float64),
            steps=marks.steps,
            units=marks.units,
        )
        self.curves.set_marks(shown)
        self._set_uncoded()
        self._units.fill()

    def _on_overlays(self) -> None:
        boxes, contours = (self.actions_by_id[f"watch.{name}"].isChecked() for name in ("boxes", "landmarks"))
        self.video.set_overlays(boxes=boxes, contours=contours)
        settings = QSettings()
        settings.setValue("watch.boxes", boxes)
        settings.setValue("watch.landmarks", contours)

    def show_all_units(self) -> None:
        """Show every row, none of them alone."""
        self.rows.change(lambda now: RowChoices(now.order, frozenset(), now.heights))

    def _show_markers(self, wanted: bool) -> None:
        panel = self.panels.panels["markers"]
        panel.setVisible(wanted)
        if wanted:
            panel.bring_to_front()

    def _pointed(self) -> tuple[float | None, None]:
        here = self.curves.pointed
        return here if here is not None else self.curves.cursor_seconds, None

    def _on_loop(self, loop: bool) -> None:
        play = self.controller.playback
        if loop:
            play.set_range(self.stretch.loop_range())
        play.set_loop(loop)

    def save_picture(self) -> None:
        """Ask for a file and save the curves there as they are shown."""
        item = self._workspace.current
        if item is not None:
            ask_and_save(self.curves, f"{Path(item.name).stem} curves", self._workspace, self)

    def _on_view_changed(self, start: float, stop: float) -> None:
        self.transport.timeline.set_view(start, stop)
        self.stretch.view_changed()
        play = self.controller.playback
        if play.loop and not play.playing:
            play.set_range(self.stretch.loop_range())
