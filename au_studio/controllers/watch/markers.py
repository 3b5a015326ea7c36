"""Event markers of the open recording: set at the playhead, changed in a list, undone; no widgets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from au_studio.coding.edit_history import Edit, EditHistory
from au_studio.controllers.published import Published
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.study.records import Marker, MarkerKind
from au_studio.study.study import Study
from au_studio.texts import tr


@dataclass(frozen=True)
class ShownMarker:
    """A marker as it is shown: what it means, and when, in seconds; ``stop`` is None at a single frame."""

    marker: Marker
    name: str
    colour: int
    start: float
    stop: float | None


@dataclass(frozen=True)
class MarkersState:
    """What the Watch page shows of markers.

    Attributes
    ----------
    kinds : tuple of MarkerKind
        What can be set.
    markers : tuple of ShownMarker
        Those of the open recording, in the order of time.
    undo_text, redo_text : str
        What undo and redo would do; empty when there is nothing.
    """

    kinds: tuple[MarkerKind, ...] = ()
    markers: tuple[ShownMarker, ...] = ()
    undo_text: str = ""
    redo_text: str = ""


class MarkerEdit(Edit):
    """A marker that becomes another one; None = not there."""

    def __init__(self, before: Marker | None, after: Marker | None, text: str) -> None:
        super().__init__(text)
        self.before = before
        self.after = after

    def make(self, study: Study) -> None:
        """Store the marker as it is afterwards."""
        _replace(study, self.before, self.after)

    def take_back(self, study: Study) -> None:
        """Store the marker as it was before."""
        _replace(study, self.after, self.before)


class NewMarker(MarkerEdit):
    """A marker of a kind that is set at a frame."""

    def __init__(self, kind: MarkerKind, recording_id: str, pts: int, stop: int | None = None) -> None:
        super().__init__(None, None, f"marker “{kind.name}”")
        self._kind, self._recording_id, self._pts, self._stop = kind, recording_id, pts, stop

    def make(self, study: Study) -> None:
        """Set the marker, the first time as a new one."""
        if self.after is None:
            self.after = study.add_marker(self._recording_id, self._kind.id, self._pts, self._stop)
        else:
            super().make(study)


class MarkersController(Published[MarkersState]):
    """Sets, changes and undoes markers.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study and recording.
    position : callable
        Returns the position of the frame on the screen.

    Signals
    -------
    state_changed(MarkersState)
        Show this.
    seek_requested(float)
        Go there (seconds): what was undone was there.
    """

    seek_requested = Signal(float)

    def __init__(
        self, workspace: Workspace, position: Callable[[], int], parent: QObject | None = None
    ) -> None:
        super().__init__(MarkersState(), parent)
        self._workspace = workspace
        self._position = position
        self._edits: EditHistory[MarkerEdit] = EditHistory(workspace)
        self._last: str | None = None
        workspace.recording_changed.connect(self._on_recording_changed)
        self.refresh()

    def refresh(self) -> None:
        """Look at the study again, and show what it holds."""
        self._publish_anew(self._now())

    def _now(self) -> MarkersState:
        """Return what is to be shown."""
        study, index, current = self._workspace.study, self._workspace.index, self._workspace.current
        if study is None:
            return MarkersState()
        kinds = {kind.id: kind for kind in study.marker_kinds(removed=True)}
        shown = []
        if index is not None and current is not None:
            seconds = float(index.time_base)
            for marker in study.markers(current.id):
                kind = kinds[marker.kind_id]
                stop = None if marker.stop is None else marker.stop * seconds
                shown.append(ShownMarker(marker, kind.name, kind.colour, marker.start * seconds, stop))
        return MarkersState(
            tuple(kind for kind in kinds.values() if kind.removed is None),
            tuple(shown),
            self._edits.undo_text,
            self._edits.redo_text,
        )

    # ---- markers

    def set_by_key(self, key: int) -> None:
        """Set a marker of the kind that has a digit, at the frame on the screen."""
        kind = next((kind for kind in self._now().kinds if kind.key == key), None)
        if kind is None:
            self._workspace.say(
                tr("No kind of marker has the key {key} yet: make one in the list of markers.", key=key)
            )
        else:
            self.set(kind)

    def set(self, kind: MarkerKind) -> None:
        """Set a marker of a kind at the frame on the screen."""
        here = self._here()
        if here is not None:
            self._add(NewMarker(kind, *here))

    def set_at(self, kind: MarkerKind, start: float, stop: float | None = None) -> None:
        """Set a marker of a kind at the frame that is shown at a time, or from one to another (seconds)."""
        here, index = self._here(), self._workspace.index
        if here is None or index is None:
            return
        ends = [] if stop is None else [int(index.pts[index.position_at(stop)])]
        begin = int(index.pts[index.position_at(start)])
        self._add(NewMarker(kind, here[0], begin, *(end for end in ends if end > begin)))

    def _add(self, edit: NewMarker) -> None:
        if self._do(edit) and edit.after is not None:
            self._last = edit.after.id

    def end_here(self) -> None:
        """Let the marker that was set last reach to the frame on the screen (or back to it)."""
        here = self._here()
        marker = self._marker(self._last)
        if here is None:
            return
        if marker is None:
            self._workspace.say(tr("Set a marker where it begins first (1 to 9), then end it here."))
            return
        ends = sorted((marker.start, here[1]))
        self.change(replace(marker, start=ends[0], stop=ends[1] if ends[0] != ends[1] else None))

    def change(self, marker: Marker) -> None:
        """Store a marker with another kind, place or note."""
        before = self._marker(marker.id)
        if before is not None and before != marker:
            self._do(MarkerEdit(before, marker, tr("change of a marker")))

    def remove(self, marker_id: str) -> None:
        """Take a marker away."""
        before = self._marker(marker_id)
        if before is not None:
            self._do(MarkerEdit(before, None, tr("removal of a marker")))

    @property
    def edits(self) -> EditHistory[MarkerEdit]:
        """Changes of markers of the open recording that can be undone."""
        return self._edits

    def undo(self) -> None:
        """Take the last edit back, and go where it was."""
        edit = self._edits.undo() if self._workspace.may_write() else None
        if edit is not None:
            self._show(edit.before or edit.after)

    def redo(self) -> None:
        """Make the edit again that was undone last, and go where it is."""
        edit = self._edits.redo() if self._workspace.may_write() else None
        if edit is not None:
            self._show(edit.after or edit.before)

    # ---- kinds

    def add_kind(self, name: str) -> None:
        """Add a kind of marker with the first free digit and the next colour."""
        study = self._writable()
        if study is not None:
            taken = {kind.key for kind in study.marker_kinds()}
            key = next((digit for digit in range(1, 10) if digit not in taken), None)
            self._try(lambda: study.add_marker_kind(name, key=key))

    def change_kind(self, kind: MarkerKind) -> None:
        """Store another name, colour or digit of a kind."""
        study = self._writable()
        if study is not None:
            self._try(
                lambda: study.change_marker_kind(kind.id, name=kind.name, colour=kind.colour, key=kind.key)
            )

    def remove_kind(self, kind_id: str) -> None:
        """Offer a kind no more; its markers stay."""
        study = self._writable()
        if study is not None:
            self._try(lambda: study.remove_marker_kind(kind_id))

    # ---- helpers

    def _writable(self) -> Study | None:
        return self._workspace.study if self._workspace.may_write() else None

    def _here(self) -> tuple[str, int] | None:
        index, current = self._workspace.index, self._workspace.current
        if index is None or current is None:
            return None
        return current.id, int(index.pts[min(max(self._position(), 0), index.n_frames - 1)])

    def _marker(self, marker_id: str | None) -> Marker | None:
        return next((s.marker for s in self._now().markers if s.marker.id == marker_id), None)

    def _do(self, edit: MarkerEdit) -> bool:
        done = self._workspace.may_write() and self._edits.do(edit)
        if done:
            self.refresh()
        return done

    def _show(self, marker: Marker | None) -> None:
        index = self._workspace.index
        self.refresh()
        if marker is not None and index is not None:
            self.seek_requested.emit(marker.start * float(index.time_base))

    def _try(self, change: Callable[[], object]) -> None:
        try:
            change()
        except (AUStudioError, ValueError) as error:
            self._workspace.report(error if isinstance(error, AUStudioError) else AUStudioError(str(error)))
        self.refresh()

    def _on_recording_changed(self) -> None:
        self._edits.clear()
        self._last = None
        self.refresh()


def _replace(study: Study, before: Marker | None, after: Marker | None) -> None:
    """Store a marker in place of another; None = not there."""
    if after is not None and before is not None:
        study.change_marker(after)
    elif after is not None:
        study.bring_back_marker(after.id)
    elif before is not None:
        study.remove_marker(before.id)
