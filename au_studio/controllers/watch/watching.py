"""The Watch page's logic: the recording on the screen, played and analysed, with one model or two."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal

from au_studio.coding.pace import duration_text
from au_studio.coding.rated_person import explained, other_person_rated
from au_studio.controllers.stored_index import has_pictures
from au_studio.controllers.watch.curve_display import DisplayController
from au_studio.controllers.watch.live_analysis import LiveAnalysis, LiveAnalysisError
from au_studio.controllers.watch.playback import Playback
from au_studio.controllers.workspace import Workspace
from au_studio.texts import tr
from au_studio.video.index import VideoIndex
from au_studio.video.reader import Frame

_LOOK_MS = 150


class WatchController(QObject):
    """Keeps playback, live analysis and the workspace together.

    Parameters
    ----------
    workspace : Workspace
        The open study.

    Signals
    -------
    recording_opened()
        Another recording is on the screen, or none; read :attr:`index` and :attr:`aus`.
    frame_shown(Frame)
        Show this frame.
    cursor_moved(position, seconds)
        The playhead is there.
    frame_read()
        What is known about the frame on the screen changed: its faces or its intensities.
    curves_replaced()
        Other series are to be drawn, or in another way; read :attr:`live` and :attr:`display`.
    curves_grown()
        The values of the series changed in place.
    working(text)
        What goes on in the background, for the status bar; empty when nothing does.
    """

    recording_opened = Signal()
    frame_shown = Signal(object)
    cursor_moved = Signal(int, float)
    frame_read = Signal()
    curves_replaced = Signal()
    curves_grown = Signal()
    working = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.playback = Playback(self)
        self.live = LiveAnalysis(self, workspace.device.name)
        self.display = DisplayController(workspace, self.live, self)
        self._recording_id: str | None = None
        self._analysed: tuple[str, str, int | None, str, str] | None = None
        self._compared: tuple[str, str] | None = None
        self._shown: Frame | None = None
        self._last_percent = -1
        self._seek_to: tuple[str, float] | None = None
        self._several = ""
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(lambda: self.live.look_at(self.playback.position))
        workspace.recording_changed.connect(self._on_recording_changed)
        workspace.recording_chosen_again.connect(self._analyze)
        workspace.models_changed.connect(self._on_models_changed)
        workspace.target_changed.connect(self._on_models_changed)
        workspace.face_finder.changed.connect(self._on_models_changed)
        workspace.rest.changed.connect(self._on_models_changed)
        self.playback.frame_shown.connect(self._on_frame_shown)
        self.playback.position_changed.connect(self._on_position_changed)
        self.playback.failed.connect(workspace.report)
        self.live.began.connect(self.curves_replaced)
        self.live.compared_changed.connect(self.curves_replaced)
        self.display.changed.connect(self.curves_replaced)
        self.live.grown.connect(self._on_grown)
        self.live.faces_arrived.connect(self._on_faces_arrived)
        self.live.progressed.connect(self._on_progressed)
        self.live.finished.connect(self._on_finished)
        self.live.noticed.connect(workspace.say)
        self.live.incomplete.connect(workspace.report)
        self.live.failed.connect(self._on_failed)
        self.live.comparison_failed.connect(self._on_comparison_failed)
        self.live.devices_known.connect(workspace.device.set_known)
        workspace.device.changed.connect(self._on_device_changed)

    # ---------------------------------------------------------------- state

    @property
    def index(self) -> VideoIndex | None:
        """Timestamps of the recording on the screen."""
        return self.playback.index

    @property
    def aus(self) -> tuple[int, ...]:
        """FACS numbers of the chosen model's action units."""
        model = self._workspace.model
        return tuple(int(au) for au in model.card["config"]["aus"]) if model is not None else ()

    @property
    def frame(self) -> Frame | None:
        """The frame on the screen."""
        return self._shown

    def values(self) -> tuple[NDArray[np.float32] | None, bool]:
        """Return the intensities of the frame on the screen, as they are shown, and whether provisional."""
        position = self._position_read()
        if position is None:
            return None, False
        values, provisional = self.live.values_at(position)
        return None if values is None else self.display.display.values(values), provisional

    def _position_read(self) -> int | None:
        """Return the frame whose values are shown: the one on the screen; without a video, at the cursor."""
        if self._shown is not None:
            return self._shown.position
        index = self.index
        return self.playback.position if index is not None and not has_pictures(index) else None

    def target(self) -> int | None:
        """Return the person whose face is read in the frame on the screen."""
        if self._shown is None or self._shown.position >= len(self.live.target):
            return None
        person = int(self.live.target[self._shown.position])
        return person if person >= 0 else None

    # ---------------------------------------------------------------- intentions

    def choose_person(self, person: int) -> None:
        """Read this person's face from now on; the recording is analysed again."""
        faces = self.live.faces_at(self._shown.position) if self._shown is not None else None
        if self._recording_id is None or faces is None:
            return
        if faces.provisional:
            self._workspace.say(
                tr("Persons here are not numbered yet; try again when the analysis has come this far.")
            )
        elif person != self.target():
            self._forget_several()
            self._workspace.set_target_person(self._recording_id, person)
            self._workspace.say(
                tr("Reading person {person} from now on; the curves are computed again.", person=person + 1)
            )
            study = self._workspace.study
            recording = None if study is None else study.recording(self._recording_id)
            if study is not None and recording is not None:
                rated = other_person_rated(study, recording)
                if rated is not None:
                    self._workspace.say(explained(recording, rated), "warning")

    def next_person(self) -> None:
        """Read the next face in the picture."""
        faces = self.live.faces_at(self._shown.position) if self._shown is not None else None
        persons = sorted(f.person for f in faces.faces) if faces is not None else []
        target = self.target()
        if not set(persons) - {target}:
            self._workspace.say(tr("There is no other face in this frame. Go to one that shows it."))
            return
        place = persons.index(target) if target in persons else -1
        self.choose_person(persons[(place + 1) % len(persons)])

    def mark_neutral(self) -> None:
        """Remember the frame on the screen as this person's face at rest."""
        if self._shown is not None:
            self.display.mark_neutral(self._shown.pts)

    def seek_when_open(self, recording_id: str, seconds: float) -> None:
        """Go to a time of a recording: now if it is on the screen, else as soon as it is."""
        self._seek_to = (recording_id, seconds)
        if self._recording_id == recording_id:
            self._seek()

    def _seek(self) -> None:
        if self._seek_to is not None and self._seek_to[0] == self._recording_id and self.index is not None:
            self.playback.seek_time(self._seek_to[1])
            self._seek_to = None

    def close(self) -> None:
        """End playback and the analysis child."""
        self._look.stop()
        self.playback.close()
        self.live.close()

    # ---------------------------------------------------------------- the workspace changed

    def _on_recording_changed(self) -> None:
        item, index = self._workspace.current, self._workspace.index
        self._forget_several()
        self._recording_id = item.id if item is not None else None
        self._shown = None
        self._analysed = self._compared = None
        self._last_percent = -1
        self.playback.open(None)
        if index is None:
            self.live.close_recording()
            self.working.emit("")
        self.playback.open(index)
        self.recording_opened.emit()
        self._analyze()
        self._seek()

    def _on_models_changed(self) -> None:
        if self._recording_id is not None:
            self._analyze()

    def _on_device_changed(self) -> None:
        """Go on with the analysis on the chosen device."""
        self.live.use_device(self._workspace.device.name)
        self._workspace.batch.leave_to_screen(not self.live.needs_opening)

    def _analyze(self) -> None:
        """Ask for the analysis of the open recording with the chosen model, unless that is what runs."""
        model, index, recording_id = self._workspace.model, self.index, self._recording_id
        if index is None or recording_id is None:
            return
        if model is None:
            self.live.close_recording()
            self._workspace.say(
                tr("There is no model to read faces with: “au-studio doctor” says why."), "warning"
            )
            return
        person, backend = self._workspace.target_person(recording_id), self._workspace.face_finder.name
        rest = self._workspace.rest.of(recording_id)
        output = self._workspace.analysis_path(recording_id, model.id)
        tracks = self._workspace.tracks_path(recording_id)
        if output is None or tracks is None:
            return  # the study is closed, of which the models hear first
        wanted = (recording_id, model.id, person, backend, rest)
        if wanted != self._analysed or self.live.needs_opening:
            self._analysed, self._compared = wanted, None
            self.working.emit(tr("starting the analysis…"))
            self._workspace.batch.leave_to_screen(True)
            self.live.open(
                index.path,
                model.path,
                self.aus,
                index.pts,
                output=output,
                tracks=tracks,
                target_person=person,
                backend=backend,
                rest=rest,
                position=self.playback.position,
            )
        self._compare(recording_id)

    def _compare(self, recording_id: str) -> None:
        other = self._workspace.compared_model
        wanted = (recording_id, other.id) if other is not None else None
        if wanted == self._compared:
            return
        self._compared = wanted
        if other is None:
            self.live.stop_comparing()
        else:
            output = self._workspace.analysis_path(recording_id, other.id)
            assert output is not None
            self.live.compare(other.path, output)

    # ---------------------------------------------------------------- playback and analysis report

    def _on_frame_shown(self, frame: Frame) -> None:
        self._shown = frame
        self.frame_shown.emit(frame)
        self.frame_read.emit()

    def _on_position_changed(self, position: int) -> None:
        if self.index is not None:
            self.cursor_moved.emit(position, float(self.index.times[position]))
            if not has_pictures(self.index):
                self.frame_read.emit()
            if not self._look.isActive():
                self._look.start()

    def _on_grown(self, start: int, stop: int) -> None:
        self.curves_grown.emit()
        self._on_faces_arrived(start, stop)

    def _on_faces_arrived(self, start: int, stop: int) -> None:
        position = self._position_read()
        if position is not None and start <= position < stop:
            self.frame_read.emit()

    def _on_progressed(self, fraction: float, rate: float, left: float | None) -> None:
        percent = int(fraction * 100)
        if self._recording_id is None or percent == self._last_percent:
            return
        self._last_percent = percent
        self._workspace.set_progress(self._recording_id, fraction)
        speed = tr(" at {rate} frames/s", rate=f"{rate:.0f}") if rate else ""
        text = tr("analysing {percent} %{speed}", percent=percent, speed=speed)
        if left is not None:
            text += tr("  ·  about {duration_text} left", duration_text=duration_text(left))
        self.working.emit(text if fraction < 1 else "")

    def _on_finished(self, fresh: bool) -> None:
        self.working.emit("")
        if self._analysed is None:
            return
        recording_id, model_id, *_ = self._analysed
        if fresh:
            self._workspace.analysis_stored(recording_id, model_id)
            self._tell_of_several(recording_id)
        else:
            self._workspace.set_progress(recording_id, 1.0, done=True)

    def _tell_of_several(self, recording_id: str) -> None:
        """Say when nobody was chosen and the curves are not of one person."""
        read = {int(person) for person in np.unique(self.live.target) if person >= 0}
        if len(read) > 1 and self._workspace.target_person(recording_id) is None:
            persons = ", ".join(str(person + 1) for person in sorted(read))
            self._several = tr(
                "The curves are of several people, one after the other (persons {persons}). "
                "Click a face, or press P, to read one person’s throughout.",
                persons=persons,
            )
            self._workspace.say(self._several, "warning")

    def _forget_several(self) -> None:
        if self._several:
            self._workspace.unsay(self._several)
            self._several = ""

    def _on_failed(self, error: LiveAnalysisError) -> None:
        """Show of the recording what is stored of it, and let it be analysed in another way or again."""
        self.working.emit("")
        self._last_percent = -1
        if self._recording_id is not None:
            self._workspace.forget_progress(self._recording_id)
        self._workspace.batch.leave_to_screen(False)
        self._workspace.report(error)

    def _on_comparison_failed(self, error: LiveAnalysisError) -> None:
        self._compared = None
        self._workspace.report(error)
