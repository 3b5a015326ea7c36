"""Who is in the recordings of a study, their groups, conditions and notes: changed in a table, undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.study.records import Recording
from au_studio.study.study import Study

FIELDS: dict[str, str] = {
    "name": "Recording",
    "person": "Person",
    "group": "Group",
    "condition": "Condition",
    "note": "Note",
}
"""What can be changed, with its title."""


@dataclass(frozen=True)
class FieldChange:
    """One field of one recording before and after; empty = not said."""

    recording_id: str
    field: str
    before: str
    after: str


class DetailsCommand(QUndoCommand):
    """Changes of several recordings, already on disk when the command is pushed."""

    def __init__(self, changes: Sequence[FieldChange]) -> None:
        super().__init__(f"change of {FIELDS[changes[0].field].lower()}")
        self.changes = tuple(changes)


class RecordingDetailsController(QObject):
    """Reads and writes the details of recordings.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.

    Signals
    -------
    changed()
        Read `recordings` again.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.stack = QUndoStack(self)
        workspace.study_changed.connect(self.stack.clear)

    def recordings(self) -> list[Recording]:
        """Return the recordings of the study."""
        study = self._workspace.study
        return [] if study is None else study.recordings()

    def values_of(self, field: str) -> list[str]:
        """Return what stands in a field somewhere, to be offered again."""
        return sorted({value_of(recording, field) for recording in self.recordings()} - {""})

    def change(self, recording_ids: Sequence[str], field: str, value: str) -> None:
        """Give a field of some recordings a value; empty = not said."""
        value = value.strip()
        wanted = set(recording_ids)
        changes = [
            FieldChange(recording.id, field, value_of(recording, field), value)
            for recording in self.recordings()
            if recording.id in wanted and value_of(recording, field) != value
        ]
        if field == "name" and not value:
            self._workspace.say("A recording needs a name.", "warning")
        elif changes and self._apply(changes):
            self.stack.push(DetailsCommand(changes))
            self.changed.emit()
            return
        self.changed.emit()

    def remove(self, recording_ids: Sequence[str]) -> None:
        """Take recordings off the list; adding the same video again brings everything back."""
        study = self._workspace.study
        if study is None or not self._workspace.may_write():
            return
        for recording_id in recording_ids:
            self._workspace.remove_recording(recording_id)
        self.changed.emit()

    def undo(self) -> None:
        """Take the last change back."""
        command = self.stack.command(self.stack.index() - 1) if self.stack.canUndo() else None
        if isinstance(command, DetailsCommand):
            back = [FieldChange(c.recording_id, c.field, c.after, c.before) for c in command.changes]
            if self._apply(back):
                self.stack.undo()
                self.changed.emit()

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        command = self.stack.command(self.stack.index()) if self.stack.canRedo() else None
        if isinstance(command, DetailsCommand) and self._apply(command.changes):
            self.stack.redo()
            self.changed.emit()

    def _apply(self, changes: Sequence[FieldChange]) -> bool:
        study = self._workspace.study
        if study is None or not self._workspace.may_write():
            return False
        try:
            for change in changes:
                _store(study, change)
        except AUStudioError as error:
            self._workspace.report(error)
            return False
        self._workspace.refresh_recordings()
        return True


def value_of(recording: Recording, field: str) -> str:
    """Return what stands in a field of a recording; empty = not said."""
    return str(getattr(recording, field) or "")


def _store(study: Study, change: FieldChange) -> None:
    recording = study.recording(change.recording_id)
    named = study.tracked_persons(recording.id)
    setters: dict[str, Callable[[str, str | None], None]] = {
        "person": study.set_person,
        "group": study.set_group,
        "condition": study.set_condition,
    }
    if change.field == "name":
        study.rename_recording(recording.id, change.after)
    elif change.field == "note":
        study.set_recording_note(recording.id, change.after)
    elif change.field == "person" and recording.target_person in named:
        # The name of the person who is read stands before that of the recording.
        study.name_tracked_person(recording.id, recording.target_person, change.after or None)
    else:
        setters[change.field](recording.id, change.after or None)
