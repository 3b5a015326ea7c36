"""Changes of the study as a whole that can be undone: recordings that leave it, draws, details."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from au_studio.coding.edit_history import Edit, EditHistory
from au_studio.controllers.workspace import Workspace
from au_studio.study.draws import DrawnState
from au_studio.study.recording_list import RecordingItem, Status
from au_studio.study.records import Belongings
from au_studio.study.study import Study
from au_studio.texts import listed, tr, tr_n


class RemovalEdit(Edit):
    """Lines of the recording list that go: recordings of the study, and files that were refused."""

    def __init__(self, items: Sequence[RecordingItem], workspace: Workspace) -> None:
        super().__init__(tr("removal of {names_of}", names_of=names_of(items)))
        self._items, self._workspace = tuple(items), workspace
        self._ids = tuple(item.id for item in items if workspace.in_study(item.id))
        self._before: tuple[RecordingItem, ...] = ()
        self._open: str | None = None

    def make(self, study: Study) -> None:
        """Take them off the list; nothing is deleted."""
        with study.all_or_none():
            for recording_id in self._ids:
                study.remove_recording(recording_id)
        gone = {item.id for item in self._items}
        current = self._workspace.current
        self._open = current.id if current is not None and current.id in gone else None
        self._before = self._workspace.recordings()
        self._workspace.set_lines([item for item in self._before if item.id not in gone])

    def take_back(self, study: Study) -> None:
        """Put them back where they were."""
        with study.all_or_none():
            for recording_id in self._ids:
                study.bring_back_recording(recording_id)
        present = {item.id: item for item in self._workspace.recordings()}
        known = {item.id for item in self._before}
        gone = {item.id for item in self._items}
        lines = [present.get(i.id, i) for i in self._before if i.id in present or i.id in gone]
        self._workspace.set_lines([*lines, *(item for key, item in present.items() if key not in known)])
        if self._open is not None and self._workspace.current is None:
            self._workspace.open_recording(self._open)


class DrawEdit(Edit):
    """A draw, which is written already when the edit is made for the first time."""

    def __init__(self, before: DrawnState, after: DrawnState) -> None:
        count = len(after.keys() - before.keys())
        super().__init__(tr_n("draw of 1 frame", "draw of {n} frames", count))
        self._before, self._after = before, after

    def make(self, study: Study) -> None:
        """Let the frames be drawn that were."""
        study.set_drawn_state(self._after)

    def take_back(self, study: Study) -> None:
        """Let the samples be what they were before; refused once something is rated."""
        study.set_drawn_state(self._before)


class StudyEdits(QObject):
    """The history of changes of the study as a whole; it begins anew with every study.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.

    Signals
    -------
    changed()
        Something was changed, undone or made again: names, the list, or the sample.
    """

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.history: EditHistory[Edit] = EditHistory(workspace)
        workspace.study_changed.connect(self.history.clear)

    def do(self, edit: Edit) -> bool:
        """Make a change; return whether it is written."""
        return self._tell(self._workspace.may_write() and self.history.do(edit))

    def undo(self) -> None:
        """Take the last change back."""
        self._report(tr("Undone"), self.history.undo() if self._workspace.may_write() else None)

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._report(tr("Done again"), self.history.redo() if self._workspace.may_write() else None)

    def remove(self, recording_ids: Sequence[str]) -> None:
        """Take recordings and refused files off the list; their files stay where they are."""
        items = [i for i in self._workspace.recordings() if i.id in set(recording_ids)]
        items = [item for item in items if item.status is not Status.CHECKING]
        if items and self.do(RemovalEdit(items, self._workspace)):
            self._workspace.say(
                tr("{names_of} removed. Undo brings everything back.", names_of=names_of(items))
            )

    def belongings(self, recording_id: str) -> Belongings | None:
        """Return what leaves the lists together with a recording; None for a file that was refused."""
        study = self._workspace.study
        if study is None or not self._workspace.in_study(recording_id):
            return None
        return study.belongings(recording_id)

    def note_draw(self, before: DrawnState, after: DrawnState) -> None:
        """Remember a draw, so that it can be taken back while nothing of it is rated."""
        self.history.do(DrawEdit(before, after))

    def _report(self, words: str, edit: Edit | None) -> None:
        if self._tell(edit is not None) and edit is not None:
            self._workspace.say(f"{words}: {edit.text}.")

    def _tell(self, done: bool) -> bool:
        if done:
            self._workspace.refresh_recordings()
            self.changed.emit()
        return done


def names_of(items: Sequence[RecordingItem]) -> str:
    """Return what lines are called in a sentence: a name, or how many there are."""
    return f"“{items[0].name}”" if len(items) == 1 else tr_n("1 recording", "{n} recordings", len(items))


def removal_text(belongings: Belongings | None) -> str:
    """Return what leaves with a recording, and how it comes back."""
    stays = tr("The video file stays where it is. Undo, or adding the video again, brings everything back.")
    if belongings is None:
        return stays
    parts = []
    if belongings.n_ratings:
        coders = tr_n("1 coder", "{n} coders", belongings.n_coders)
        parts.append(
            tr_n("1 rating by {coders}", "{n} ratings by {coders}", belongings.n_ratings, coders=coders)
        )
    if belongings.n_frames:
        parts.append(tr_n("1 sampled frame", "{n} sampled frames", belongings.n_frames))
    if belongings.n_markers:
        parts.append(tr_n("1 marker", "{n} markers", belongings.n_markers))
    if not parts:
        return stays
    one = belongings.n_ratings + belongings.n_frames + belongings.n_markers == 1
    leaves = (
        tr(
            "With it goes {what}: models no longer learn from what leaves, and tables no longer hold it.",
            what=parts[0],
        )
        if one
        else tr(
            "With it go {what}: models no longer learn from what leaves, and tables no longer hold it.",
            what=listed(parts),
        )
    )
    return f"{leaves} {stays}"
