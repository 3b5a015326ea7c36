"""Who is in the recordings of a study, their groups, conditions and notes: changed in a table, undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from au_studio.coding.edit_history import Edit
from au_studio.controllers.study_edits import StudyEdits
from au_studio.controllers.workspace import Workspace
from au_studio.study.records import Recording
from au_studio.study.study import Study
from au_studio.texts import mark, tr

FIELDS: dict[str, str] = {
    "name": mark("Recording"),
    "person": mark("Person"),
    "group": mark("Group"),
    "condition": mark("Condition"),
    "note": mark("Note"),
}
"""What can be changed, with its title."""


@dataclass(frozen=True)
class FieldChange:
    """One field of one recording before and after; empty = not said."""

    recording_id: str
    field: str
    before: str
    after: str


class DetailsEdit(Edit):
    """One field of several recordings, at least one, that gets another value."""

    def __init__(self, changes: Sequence[FieldChange]) -> None:
        super().__init__(tr("change of {field}", field=tr(FIELDS[changes[0].field]).lower()))
        self._changes = tuple(changes)

    def make(self, study: Study) -> None:
        """Write the new values: all, or none when one cannot be written."""
        with study.all_or_none():
            for change in self._changes:
                study.set_detail(change.recording_id, change.field, change.after)

    def take_back(self, study: Study) -> None:
        """Write the values of before: all, or none when one cannot be written."""
        with study.all_or_none():
            for change in self._changes:
                study.set_detail(change.recording_id, change.field, change.before)


class RecordingDetailsController(QObject):
    """Reads and writes the details of recordings.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.
    edits : StudyEdits, optional
        What was changed in the study as a whole, to be undone together with the details.

    Signals
    -------
    changed()
        Read `recordings` again.
    """

    changed = Signal()

    def __init__(
        self, workspace: Workspace, parent: QObject | None = None, *, edits: StudyEdits | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._edits = edits if edits is not None else StudyEdits(workspace, self)
        self._edits.changed.connect(self._tell)

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
        if field == "name" and changes and (why_not := self._why_no_name(value, wanted)):
            self._workspace.say(why_not, "warning")
        elif changes and self._edits.do(DetailsEdit(changes)):
            return  # which has told everybody
        self.changed.emit()

    def _why_no_name(self, name: str, wanted: set[str]) -> str:
        if not name:
            return tr("A recording needs a name.")
        others = {r.name.casefold() for r in self.recordings() if r.id not in wanted}
        taken = len(wanted) > 1 or name.casefold() in others
        # Tables name recordings: rows of two with one name could not be told apart.
        return tr("Another recording is named “{name}” already.", name=name) if taken else ""

    def remove(self, recording_ids: Sequence[str]) -> None:
        """Take recordings off the list; undo, or adding the same video again, brings everything back."""
        self._edits.remove(recording_ids)

    def undo(self) -> None:
        """Take the last change back."""
        self._edits.undo()

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._edits.redo()

    def _tell(self) -> None:
        self._workspace.refresh_recordings()
        self.changed.emit()


def value_of(recording: Recording, field: str) -> str:
    """Return what stands in a field of a recording; empty = not said."""
    return str(getattr(recording, field) or "")
