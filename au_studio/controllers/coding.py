"""Coding: takes the coder's keys, writes every rating to the study at once, and says what to show."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from au_studio.controllers.coding_commands import RatingCommand, edit_text
from au_studio.controllers.coding_faces import TargetFaceFinder
from au_studio.controllers.coding_pace import PaceMeter
from au_studio.controllers.coding_pictures import ContextLoop, FramePictures
from au_studio.controllers.coding_session import (
    Cell,
    CellChange,
    CodingSession,
    FrameOrder,
    SampleFrame,
    order_frames,
)
from au_studio.controllers.coding_state import CodingState, Situation, progress_of
from au_studio.controllers.frame_loader import FrameLoader, RecordingSource
from au_studio.controllers.recordings import Status
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.facs.action_units import DISFA_AUS
from au_studio.study.ratings import RatingInput

VISIBLE_TO_CODER = "blind"
"""What every rating made here says about what was on the screen: no model, no other coder."""

_FRAMES_AHEAD = 4
_CODER = "coding.coder"
_ORDER = "coding.order"
_NO_FRAMES = CodingSession((), DISFA_AUS)


def _inputs(changes: Sequence[CellChange], seconds: float | None) -> list[RatingInput]:
    """Return changes as the study takes them; the time spent is that of the first, which brought the rest."""
    return [
        RatingInput(
            change.frame.recording_id,
            change.frame.pts,
            change.au,
            change.after.value,
            unsure=change.after.unsure,
            seconds=seconds if number == 0 else None,
        )
        for number, change in enumerate(changes)
        if change.after is not None
    ]


class CodingController(QObject):
    """One coder rates the sample of a study.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.

    Signals
    -------
    state_changed(CodingState)
        Show this.
    pictures_changed(FramePictures or None)
        The pictures of the current frame; None while they are being decoded.
    reference_changed(FramePictures or None)
        The neutral reference of the current frame's person; None when there is none.
    context_ready(ContextLoop)
        The second around the current frame, as asked for by `request_context`.
    picture_failed(AUStudioError)
        The current frame cannot be shown.
    rated()
        The ratings of the study changed.
    """

    state_changed = Signal(object)
    pictures_changed = Signal(object)
    reference_changed = Signal(object)
    context_ready = Signal(object)
    picture_failed = Signal(object)
    rated = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._session = _NO_FRAMES
        self._coder_id: str | None = None
        self._coders: tuple[tuple[str, str], ...] = ()
        self._order: FrameOrder = "random"
        self._message = ""
        self._shown: SampleFrame | None = None
        self._where: tuple[tuple[str, Path, bool], ...] = ()
        self._reference: SampleFrame | None = None
        self._pace = PaceMeter()
        self._stack = QUndoStack(self)
        self._finder = TargetFaceFinder()
        self._loader = FrameLoader(self._finder, self)
        self._loader.loaded.connect(self._on_pictures_loaded)
        self._loader.reference_loaded.connect(self._on_reference_loaded)
        self._loader.context_loaded.connect(self._on_context_loaded)
        self._loader.failed.connect(self._on_picture_failed)
        workspace.study_changed.connect(self._on_study_changed)
        workspace.recordings_changed.connect(self._on_recordings_changed)
        workspace.target_changed.connect(lambda _recording_id: self._find_faces_again())
        workspace.face_finder.changed.connect(self._find_faces_again)
        self._on_study_changed()

    def close(self) -> None:
        """Stop decoding; nothing has to be saved, every rating is on disk."""
        self._loader.close()

    # ---- what the pages ask

    @property
    def state(self) -> CodingState:
        """What the page shows now."""
        study = self._workspace.study
        if study is None:
            return CodingState(Situation.NO_STUDY)
        session = self._session
        situation = Situation.CODING
        if not session.frames:
            situation = Situation.NO_SAMPLE
        elif self._coder_id is None:
            situation = Situation.NO_CODER
        frame = session.frame
        item = self._workspace.item(frame.recording_id) if frame else None
        return CodingState(
            situation=situation,
            coders=self._coders,
            coder_id=self._coder_id,
            order=self._order,
            frame=frame,
            place=session.index,
            recording_name=item.name if item else "",
            aus=session.aus,
            cells=session.cells(),
            focus=session.focus,
            progress=progress_of(session, self._pace.seconds_per_frame(len(session.aus))),
            undo_text=self._stack.undoText(),
            redo_text=self._stack.redoText(),
            message=self._message,
        )

    # ---- who codes, and in which order

    def add_coder(self, name: str) -> None:
        """Add a coder to the study and let them rate; a name that exists is simply chosen."""
        study = self._workspace.study
        name = " ".join(name.split())
        if study is None or not name:
            return
        known = {coder.name.casefold(): coder.id for coder in study.coders()}
        try:
            coder_id = known.get(name.casefold()) or study.add_coder(name).id
        except AUStudioError as error:
            self._workspace.report(error)
            return
        self.choose_coder(coder_id)

    def choose_coder(self, coder_id: str) -> None:
        """Let another coder rate; each sees only their own ratings."""
        if coder_id != self._coder_id:
            self._coder_id = coder_id
            self._remember(_CODER, coder_id)
            self.reload()

    def choose_order(self, order: FrameOrder) -> None:
        """Code the frames in random or chronological order."""
        if order != self._order:
            self._order = order
            self._remember(_ORDER, order)
            self.reload()

    def reload(self) -> None:
        """Read sample and ratings from the study again, and go to the first frame that is not complete."""
        self._stack.clear()
        self._message = ""
        study = self._workspace.study
        if study is None:
            self._session, self._pace = _NO_FRAMES, PaceMeter()
        else:
            self._coders = tuple((coder.id, coder.name) for coder in study.coders() if coder.kind == "human")
            mine = study.ratings(coder_id=self._coder_id) if self._coder_id is not None else []
            frames = order_frames(self._drawn(), self._order)
            self._session = CodingSession(
                frames,
                DISFA_AUS,
                (((SampleFrame(r.recording_id, r.pts), r.au), Cell(r.value, r.unsure)) for r in mine),
            )
            self._pace = PaceMeter(rating.created for rating in mine)
            self._on_recordings_changed()
        self._shown = None
        self._show()

    def _drawn(self) -> list[list[SampleFrame]]:
        study = self._workspace.study
        assert study is not None
        coder = study.coder(self._coder_id) if self._coder_id is not None else None
        by_recording: dict[str, list[SampleFrame]] = {recording.id: [] for recording in study.recordings()}
        for sample in study.samples():
            if sample.recording_id in by_recording:
                mine = sample.drawn_order if coder is None else sample.pts_for(coder)
                frames = (SampleFrame(sample.recording_id, pts) for pts in mine)
                by_recording[sample.recording_id].extend(frames)
        return list(by_recording.values())

    def _remember(self, key: str, value: str) -> None:
        study = self._workspace.study
        if study is not None:
            with contextlib.suppress(
                AUStudioError
            ):  # a read-only study can't remember; nothing is lost by that
                study.set_setting(key, value)

    # ---- rating

    def rate(self, value: int | None) -> None:
        """Rate the focused action unit (None = not codable) and focus the next one."""
        if self._session.frame is None or self._coder_id is None:
            return
        cell = Cell(value)
        if self._edit(self._session.rate_focused(value)):
            self._session.last_value = cell
            self._session.focus_next()
            self._show()

    def repeat_last(self) -> None:
        """Rate the focused action unit like the one rated before."""
        last = self._session.last_value
        if last is None:
            self._say("There is no rating to repeat yet.")
            return
        self.rate(last.value)

    def toggle_unsure(self) -> None:
        """Mark the focused rating as unsure, or take the mark away; just after a rating, mark that one."""
        session = self._session
        changes = session.toggle_unsure()
        if not changes:
            self._say("Rate an action unit first, then mark it as unsure.")
            return
        if self._edit(changes):
            self._say(edit_text(changes))

    def clear(self) -> None:
        """Take the focused rating away."""
        if self._edit(self._session.clear_focused()):
            self._show()

    def zero_the_rest(self) -> None:
        """Rate everything that is not rated in this frame as 0."""
        changes = self._session.zero_the_rest()
        if not changes:
            self._say("Every action unit of this frame is rated already.")
            return
        if self._edit(changes):
            self._say(f"{len(changes)} action units rated 0. Ctrl+Z takes it back.")

    def copy_previous(self) -> None:
        """Copy the ratings of the frame before in coding order."""
        if self._session.index == 0:
            self._say("This is the first frame: there is none before it to copy.")
            return
        changes = self._session.copy_previous()
        if not changes:
            self._say("The frame before has nothing that would change this one.")
            return
        if self._edit(changes):
            self._say(f"{len(changes)} ratings copied from the frame before. Ctrl+Z takes it back.")

    def undo(self) -> None:
        """Take the last edit back, and show the frame that it changed."""
        if self._stack.canUndo():
            command = cast("RatingCommand", self._stack.command(self._stack.index() - 1))
            if self._revert(command, [change.reversed() for change in reversed(command.changes)]):
                self._stack.undo()
                self._reveal(command, f"Undone: {command.text()}")

    def redo(self) -> None:
        """Make the edit again that was undone last, and show the frame that it changes."""
        if self._stack.canRedo():
            command = cast("RatingCommand", self._stack.command(self._stack.index()))
            if self._revert(command, command.changes):
                self._stack.redo()
                self._reveal(command, f"Done again: {command.text()}")

    def _reveal(self, command: RatingCommand, message: str) -> None:
        self._session.go_to(command.affected_frame(), command.affected_au())
        self._say(message)

    def _edit(self, changes: Sequence[CellChange]) -> bool:
        """Write an edit and put it on the undo stack; return whether the coder may move on."""
        self._message = ""
        study, coder_id = self._workspace.study, self._coder_id
        if study is None or coder_id is None:
            return False
        if not changes:
            return True
        seconds = self._pace.seconds_since_last(time.time())
        rated = [change for change in changes if change.after is not None]
        try:
            if rated:
                events = list(study.rate_many(coder_id, _inputs(rated, seconds), VISIBLE_TO_CODER))
            else:
                events = [
                    study.retract(coder_id, c.frame.recording_id, c.frame.pts, c.au, visible=VISIBLE_TO_CODER)
                    for c in changes
                ]
        except AUStudioError as error:
            self._workspace.report(error)
            return False
        self._take_over(changes)
        self._stack.push(RatingCommand(changes, edit_text(changes), events))
        self._pace.add(time.time(), len(changes))
        return True

    def _revert(self, command: RatingCommand, changes: Sequence[CellChange]) -> bool:
        """Append to the history what takes a command back, or makes it again; return whether it worked."""
        study = self._workspace.study
        if study is None:
            return False
        try:
            command.events = tuple(study.revert(event) for event in reversed(command.events))
        except AUStudioError as error:
            self._workspace.report(error)
            return False
        self._take_over(changes)
        return True

    def _take_over(self, changes: Sequence[CellChange]) -> None:
        for change in changes:
            self._session.apply(change)
        self.rated.emit()

    # ---- moving

    def move_focus(self, rows: int) -> None:
        """Focus another action unit: 1 down, -1 up."""
        self._message = ""
        self._session.move_focus(rows)
        self._show()

    def focus(self, row: int) -> None:
        """Focus an action unit by its place in the list."""
        self.move_focus(row - self._session.focus)

    def step(self, frames: int) -> None:
        """Go to another frame of the sample: 1 next, -1 previous."""
        self._message = ""
        if not self._session.step(frames) and self._session.frames:
            self._message = "This is the last frame." if frames > 0 else "This is the first frame."
        self._show()

    def go_to_index(self, index: int) -> None:
        """Go to a place in the coding order; the ends clamp."""
        self._message = ""
        self._session.go_to_index(index)
        self._show()

    def go_to_next_incomplete(self) -> None:
        """Go to the next frame with something left to rate."""
        self._message = ""
        if not self._session.go_to_first_incomplete(after_current=True):
            self._message = "Every frame of the sample is rated."
        self._show()

    # ---- pictures

    def request_context(self) -> None:
        """Ask for the second before and after the current frame."""
        if self._session.frame is not None:
            self._loader.request_context(self._session.frame)

    def mark_neutral(self, pts: int | None = None) -> None:
        """Remember a picture as the neutral reference of the person in this frame.

        Parameters
        ----------
        pts : int, optional
            Timestamp of the picture in the current recording; without it, the current frame.
        """
        frame, study = self._session.frame, self._workspace.study
        if frame is None or study is None:
            return
        value = {"recording": frame.recording_id, "pts": frame.pts if pts is None else pts}
        try:
            study.set_setting(self._neutral_key(frame.recording_id), value)
        except AUStudioError as error:
            self._workspace.report(error)
            return
        self._request_reference(frame)
        self._say("This picture is now the neutral reference of this person.")

    def _neutral_key(self, recording_id: str) -> str:
        study = self._workspace.study
        assert study is not None
        person = study.recording(recording_id).person
        return f"neutral.person.{person}" if person else f"neutral.recording.{recording_id}"

    def _request_reference(self, frame: SampleFrame) -> None:
        study = self._workspace.study
        data = study.setting(self._neutral_key(frame.recording_id)) if study is not None else None
        wanted = SampleFrame(str(data["recording"]), int(data["pts"])) if data else None
        if wanted == self._reference:
            return
        self._reference = wanted
        self.reference_changed.emit(None)
        if wanted is not None:
            self._loader.request_reference(wanted)

    def _say(self, message: str) -> None:
        self._message = message
        self._show()

    def _show(self) -> None:
        frame = self._session.frame
        if frame != self._shown:
            self._shown = frame
            if frame is None:
                self._reference = None
                self.pictures_changed.emit(None)
                self.reference_changed.emit(None)
            else:
                self.pictures_changed.emit(self._loader.request(frame, self._session.upcoming(_FRAMES_AHEAD)))
                self._request_reference(frame)
        self.state_changed.emit(self.state)

    # ---- told by the workspace and the loader

    def _on_study_changed(self) -> None:
        study = self._workspace.study
        self._coder_id, self._order = None, "random"
        self._reference = None
        if study is not None:
            coders = [coder.id for coder in study.coders() if coder.kind == "human"]
            remembered = study.setting(_CODER)
            if coders:
                self._coder_id = remembered if remembered in coders else coders[0]
            self._order = "chronological" if study.setting(_ORDER) == "chronological" else "random"
        self.reload()

    def _on_recordings_changed(self) -> None:
        """Tell the worker where videos are, if that changed: this fires at every progress of an analysis."""
        usable = [item for item in self._workspace.recordings() if item.status is not Status.CHECKING]
        where = tuple((item.id, item.path, self._workspace.index_of(item.id) is None) for item in usable)
        if where != self._where:
            self._where = where
            self._tell_worker()

    def _tell_worker(self) -> None:
        where, workspace = self._where, self._workspace
        self._loader.set_sources(
            [RecordingSource(key, path, workspace.index_of(key)) for key, path, _ in where]
        )
        self._finder.set_tracks(
            {
                key: (tracks, workspace.target_person(key))
                for key, _, _ in where
                if (tracks := workspace.tracks_path(key)) is not None
            },
            workspace.face_finder.name,
        )

    def _find_faces_again(self) -> None:
        """Load the pictures anew: they show the face of another person, or as found by another backend."""
        self._tell_worker()
        self._loader.forget()
        self._shown = self._reference = None
        self._show()

    def _on_pictures_loaded(self, pictures: FramePictures) -> None:
        if pictures.frame == self._session.frame:
            self.pictures_changed.emit(pictures)

    def _on_reference_loaded(self, pictures: FramePictures) -> None:
        if pictures.frame == self._reference:
            self.reference_changed.emit(pictures)

    def _on_context_loaded(self, loop: ContextLoop) -> None:
        if loop.frame == self._session.frame:
            self.context_ready.emit(loop)

    def _on_picture_failed(self, frame: SampleFrame, error: AUStudioError) -> None:
        if frame == self._session.frame:
            self.picture_failed.emit(error)
