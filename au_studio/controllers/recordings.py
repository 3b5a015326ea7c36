"""The recordings of the open study: their list, which one is open in the window, what is known of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from au_studio.analysis.stored_index import stored_index
from au_studio.coding.rated_person import leave_name_with_ratings, note_rated_person
from au_studio.controllers.face_finder import FaceFinderChoice
from au_studio.controllers.indexing import Indexed, IndexingWorker
from au_studio.controllers.model_choice import ModelChoice, ModelsChange
from au_studio.controllers.notices import Notices
from au_studio.controllers.open_study import OpenStudy
from au_studio.controllers.rest_setting import RestSetting
from au_studio.controllers.same_videos import SameVideos
from au_studio.controllers.stored_files import StoredFiles
from au_studio.controllers.stored_index import place_again
from au_studio.controllers.video_search import VideoSearch
from au_studio.errors import AUStudioError
from au_studio.study.recording_list import RecordingItem, Status, with_analysis, with_notices
from au_studio.study.records import Recording
from au_studio.texts import joined, shown, tr
from au_studio.video.index import VideoIndex


class Recordings(QObject):
    """Holds the list; files are checked and indexed in a worker thread.

    Signals
    -------
    recordings_changed()
        The list changed, or what is known of its recordings.
    recording_progressed(recording_id)
        How far the analysis of one is changed, and nothing else: many times a second.
    recording_checked(recording_id)
        A file that was added has become a recording of the study.
    recording_changed()
        Another recording is the current one (or none).
    recording_chosen_again()
        The current recording was chosen once more: what failed with it is to be tried again.
    glimpsed(uint8 [H, W, 3])
        The first picture of the recording that is being opened, while no other is open.
    analysis_changed(recording_id, model_id)
        An analysis was stored for this recording and model, of all that can be read.
    target_changed(recording_id)
        The person whose face is read changed.
    """

    recordings_changed = Signal()
    recording_progressed = Signal(str)
    recording_checked = Signal(str)
    recording_changed = Signal()
    recording_chosen_again = Signal()
    glimpsed = Signal(object)
    analysis_changed = Signal(str, str)
    target_changed = Signal(str)

    def __init__(
        self,
        opened: OpenStudy,
        choice: ModelChoice,
        face_finder: FaceFinderChoice,
        notices: Notices,
        parent: QObject | None = None,
        *,
        rest: RestSetting,
    ) -> None:
        super().__init__(parent)
        self._opened, self._choice, self._notices = opened, choice, notices
        self._same = SameVideos(notices)
        self.files = StoredFiles(opened, choice, face_finder, self, rest=rest)
        self._items: dict[str, RecordingItem] = {}
        self._indices: dict[str, VideoIndex] = {}
        self._current: str | None = None
        self._wanted: str | None = None
        self.search = VideoSearch(self)
        self.search.found.connect(self._on_searched)
        self.search.failed.connect(notices.problem)
        self._back = 0
        self._indexing = IndexingWorker(self)
        self._indexing.indexed.connect(self._on_indexed)
        self._indexing.failed.connect(self._on_index_failed)
        self._indexing.glimpsed.connect(self._on_glimpsed)
        opened.leaving.connect(self._on_leaving)
        opened.taken.connect(self._on_taken)
        opened.settled.connect(self._on_settled)
        choice.changed.connect(self._on_models_changed)
        face_finder.changed.connect(self.refresh_items)
        rest.changed.connect(self.refresh_items)

    def find_missing(self, folder: Path) -> None:
        """Look in a folder, and those in it, for videos of the study that are no longer where they were.

        `search` looks in a thread, and can be stopped.
        """
        if self._opened.study is None or not self._opened.may_write():
            return
        # A drive that is connected again has its videos where they were: nothing has to be searched for.
        missed = {k for k, i in self._items.items() if i.status is Status.PROBLEM and self.in_study(k)}
        self.look_again(missed)
        self._back = sum(self._items[key].status is not Status.PROBLEM for key in missed)
        self.search.start(folder, self._opened.study.without_video())

    def _on_searched(self, places: list[tuple[Recording, Path]]) -> None:
        if self._opened.study is None:
            return
        try:
            found = self._opened.study.note_places(places)
        except AUStudioError as error:
            self._notices.report(error)
            return
        self.look_again(recording.id for recording in found)
        if count := len(found) + self._back:
            self._notices.say(tr("Found {count} of the missing videos.", count=count), "good")
        else:
            self._notices.say(tr("None of the missing videos is in this folder."), "warning")

    def look_again(self, recording_ids: Iterable[str]) -> None:
        """Read again where videos are, and what there is of them."""
        for recording_id in recording_ids:
            item = self._items[recording_id] = self.files.line_of(recording_id)
            if place_again(self._indices, item) and self._current == recording_id:
                self._current = None
                self.open_recording(recording_id)
        self.recordings_changed.emit()

    def close(self) -> None:
        """Stop the threads; no file is checked afterwards."""
        self._indexing.close()
        self.search.close()

    # ---- the study

    def _on_leaving(self) -> None:
        self._indexing.cancel_all()
        self.search.stop()
        self._items, self._indices = {}, {}
        self._current = self._wanted = None

    def _on_taken(self) -> None:
        study = self._opened.study
        for recording in study.recordings() if study is not None else ():
            self._items[recording.id] = self.files.line(recording)

    def _on_settled(self) -> None:
        self.recordings_changed.emit()
        self.recording_changed.emit()

    def _on_models_changed(self, change: ModelsChange) -> None:
        if self._items and (change.chosen or change.altered):
            self.refresh_items()

    # ---- the list

    def recordings(self) -> tuple[RecordingItem, ...]:
        """Return the recordings of the study and the files being checked or found broken, in order."""
        return tuple(self._items.values())

    def item(self, recording_id: str) -> RecordingItem | None:
        """Return one line of the list, or None."""
        return self._items.get(recording_id)

    @property
    def current(self) -> RecordingItem | None:
        """The recording that is open in the window; its index is ready."""
        return self._items.get(self._current) if self._current is not None else None

    @property
    def index(self) -> VideoIndex | None:
        """The timestamp index of the current recording."""
        return self._indices.get(self._current) if self._current is not None else None

    def index_of(self, recording_id: str) -> VideoIndex | None:
        """Return the timestamp index of a recording if it has been read already."""
        return self._indices.get(recording_id)

    def add_videos(self, paths: Sequence[Path], *, open_first: bool = True) -> None:
        """Check video files in the background and add the good ones to the study.

        Without an open study they go to the scratch study. The first one becomes the current recording.
        """
        if not self._opened.may_write():
            return
        try:
            self._opened.ensure_study()
        except (AUStudioError, OSError) as error:
            self._notices.report(error)
            return
        self._same.forget()
        known = {item.path: item.id for item in self._items.values() if item.status is not Status.PROBLEM}
        for number, path in enumerate(path.resolve() for path in paths):
            key = known.get(path)
            if key is None:
                key = str(path)
                self._items[key] = RecordingItem(key, path.name, path)
                self._indexing.request(key, path, add=True)
            if number == 0 and open_first:
                if key in known.values() and key != str(path):
                    self.open_recording(key)
                else:
                    self._wanted = key
        self.recordings_changed.emit()

    def open_recording(self, recording_id: str) -> None:
        """Make a recording the current one; :attr:`recording_changed` follows when its index is ready."""
        item = self._items.get(recording_id)
        if item is None or item.status is Status.CHECKING:
            return
        if item.status is Status.PROBLEM and not self._take_stored(item):
            return
        self._wanted = recording_id
        if recording_id in self._indices:
            self._set_current(recording_id)
        else:
            self._indexing.request(
                recording_id, item.path, add=False, kept=self.files.index_path(recording_id)
            )

    def stored_of_missing(self, recording_id: str) -> Path | None:
        """Return the chosen model's stored analysis of a recording whose video is missing; None = none."""
        item = self._items.get(recording_id)
        if item is None or item.status is not Status.PROBLEM or not self.files.has_analysis(recording_id):
            return None
        return self.files.analysis_path(recording_id)

    def _take_stored(self, item: RecordingItem) -> bool:
        """Take the timestamps of a recording whose video is missing from its stored analysis, and say so.

        Returns
        -------
        bool
            Whether there is anything to show.
        """
        path = self.stored_of_missing(item.id)
        index = None if path is None else stored_index(path, item.path)
        if index is None:
            return False
        self._indices[item.id] = index
        self._notices.say(tr("{message} What is stored of it is shown.", message=item.message), "warning")
        return True

    def open_first(self) -> None:
        """Open the first recording, unless another one is being opened."""
        if self._items and self._wanted is None:
            self.open_recording(next(iter(self._items)))

    def open_neighbour(self, step: int) -> None:
        """Open the recording `step` lines further down the list."""
        usable = [i.id for i in self._items.values() if i.status not in {Status.PROBLEM, Status.CHECKING}]
        if usable:
            place = usable.index(self._current) if self._current in usable else -1
            self.open_recording(usable[min(max(place + step, 0), len(usable) - 1)])

    def set_progress(self, recording_id: str, fraction: float, *, done: bool = False) -> None:
        """Say how far a recording's analysis with the chosen model is (0 to 1)."""
        item = self._items.get(recording_id)
        if item is None or item.status is Status.PROBLEM:
            return
        status = Status.DONE if done else Status.ANALYSING if fraction > 0 else Status.READY
        self._items[recording_id] = replace(item, status=status, fraction=1.0 if done else fraction)
        self.recording_progressed.emit(recording_id)

    def forget_progress(self, recording_id: str) -> None:
        """Show of a recording what is stored of it: an analysis ended without a result."""
        if recording_id in self._items:
            self._items[recording_id] = self._refreshed(self._items[recording_id])
            self.recording_progressed.emit(recording_id)

    def set_target_person(self, recording_id: str, person: int | None) -> None:
        """Choose whose face is read in a recording (None: the most prominent one)."""
        if self._opened.study is not None and self._opened.may_write():
            name = self._opened.study.recording(recording_id).person
            with self._opened.study.all_or_none():
                note_rated_person(self._opened.study, recording_id, person)
                leave_name_with_ratings(self._opened.study, recording_id, person)
                self._opened.study.set_target_person(recording_id, person)
            self.forget_progress(recording_id)
            self.target_changed.emit(recording_id)
            if name and not self._opened.study.recording(recording_id).person:
                self._notices.say(
                    tr(
                        "Who is read now has no name: “{name}” stays with the face that was rated. "
                        "Say who it is under Recording > Persons and conditions.",
                        name=name,
                    )
                )

    def target_person(self, recording_id: str) -> int | None:
        """Return the person chosen in a recording, or None."""
        if self._opened.study is None or not self.in_study(recording_id):
            return None
        return self._opened.study.recording(recording_id).target_person

    def refresh_recordings(self) -> None:
        """Read the names of the recordings again."""
        if self._opened.study is not None:
            for recording in self._opened.study.recordings():
                if recording.id in self._items:
                    self._items[recording.id] = replace(self._items[recording.id], name=recording.name)
            self.recordings_changed.emit()

    def set_lines(self, items: Sequence[RecordingItem]) -> None:
        """Show these lines: some were removed, or came back."""
        self._items = {item.id: item for item in items}
        if self._current is not None and self._current not in self._items:
            self._current = self._wanted = None
            self.recording_changed.emit()
        self.recordings_changed.emit()

    def in_study(self, recording_id: str) -> bool:
        """Return whether a line is a recording of the study, not a file being checked or found broken."""
        item = self._items.get(recording_id)
        return item is not None and item.id != str(item.path)

    def _set_current(self, recording_id: str) -> None:
        if recording_id == self._current:
            self.recording_chosen_again.emit()
        else:
            if self._current is not None:  # its analysis ends; its line shows what is stored
                self.forget_progress(self._current)
            self._current = recording_id
            self.recording_changed.emit()

    def _on_indexed(self, result: Indexed) -> None:
        index = result.index
        if self._opened.study is None:
            return
        recording_id = result.key
        if result.add:
            try:
                recording = self._opened.study.add_recording(
                    result.path,
                    duration=index.duration,
                    n_frames=index.n_frames,
                    content_hash=result.content_hash,
                )
            except AUStudioError as error:
                self._on_index_failed(result.key, error)
                return
            recording_id = recording.id
            known = self._items.get(recording_id)
            if known is not None and result.key in self._items:  # the line of the one that was there stays
                self._same.add(result.path.name, known.name)
                del self._items[result.key]
            place = recording_id if known is not None else result.key
            item = replace(self.files.line_of(recording_id), message=joined(index.notices, "; "))
            items = self._items.items()
            self._items = dict((recording_id, item) if k == place else (k, v) for k, v in items)
            if self._wanted == result.key:
                self._wanted = recording_id
        elif recording_id in self._items:
            self._items[recording_id] = with_notices(self._items[recording_id], index.notices)
        self._indices[recording_id] = index
        if result.add and (kept := self.files.index_path(recording_id)) is not None:
            self._indexing.keep(kept, index)
        self.recordings_changed.emit()
        if self._wanted == recording_id:
            self._set_current(recording_id)
        if result.add:
            self.recording_checked.emit(recording_id)

    def _on_glimpsed(self, key: str, picture: object) -> None:
        if key == self._wanted and self._current is None:
            self.glimpsed.emit(picture)

    def _on_index_failed(self, key: str, error: AUStudioError) -> None:
        if key in self._items:
            self._items[key] = replace(self._items[key], status=Status.PROBLEM, message=shown(error.message))
            self.recordings_changed.emit()
        self._notices.problem.emit(error)

    def analysis_stored(self, recording_id: str, model_id: str) -> None:
        """Tell everybody that an analysis has been written, of all that can be read."""
        if model_id == self._choice.model_id and self.files.has_analysis(recording_id):
            self.set_progress(recording_id, 1.0, done=True)
        self.analysis_changed.emit(recording_id, model_id)

    def refresh_items(self) -> None:
        """Read again which recordings have the analysis that would be made now."""
        self._items = {k: self._refreshed(item) for k, item in self._items.items()}
        self.recordings_changed.emit()

    def _refreshed(self, item: RecordingItem) -> RecordingItem:
        if item.status in {Status.PROBLEM, Status.CHECKING}:
            return item
        study = self._opened.study
        if study is None or not self.in_study(item.id):
            return item
        return with_analysis(item, self.files.provenance(study.recording(item.id), self._choice.model_id))
