"""The open study, its recordings and models: what every page of the window works on.

Lives in the UI thread, as the study's database does; files are checked and indexed in a worker thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from au_studio.analysis.models import ModelEntry, available_models
from au_studio.analysis.stored_analyses import StoredAnalyses
from au_studio.coding.rated_person import leave_name_with_ratings, note_rated_person
from au_studio.controllers.batch import BatchAnalysis
from au_studio.controllers.device_choice import DeviceChoice
from au_studio.controllers.face_finder import FaceFinderChoice
from au_studio.controllers.indexing import Indexed, IndexingWorker
from au_studio.controllers.job_runner import JobRunner
from au_studio.controllers.open_study import OpenStudy
from au_studio.controllers.stored_index import place_again, take_stored
from au_studio.controllers.unfinished import UnfinishedJobs
from au_studio.controllers.video_search import VideoSearch
from au_studio.errors import AUStudioError
from au_studio.study.recording_list import STUDY_SUFFIX, RecordingItem, Status, with_analysis, with_notices
from au_studio.study.records import Recording
from au_studio.study.study import Study
from au_studio.video.folders import look_in
from au_studio.video.index import VideoIndex


class Workspace(OpenStudy):
    """One open study with its recordings, models and the choice of both.

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
    models_changed()
        The list of models, the chosen one or the compared one changed.
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
    models_changed = Signal()
    analysis_changed = Signal(str, str)
    target_changed = Signal(str)

    def __init__(self, parent: QObject | None = None, *, home: Path | None = None) -> None:
        """Start without a study; `home` is where the scratch and demo studies go (Documents/AU Studio)."""
        super().__init__(parent, home=home)
        self._items: dict[str, RecordingItem] = {}
        self._indices: dict[str, VideoIndex] = {}
        self._current: str | None = None
        self._wanted: str | None = None
        self._models: tuple[ModelEntry, ...] = ()
        self._model: str | None = None
        self._compared: str | None = None
        self._stored = StoredAnalyses()
        self.face_finder = FaceFinderChoice(self)
        self.face_finder.notice.connect(self.notice)
        self.face_finder.problem.connect(self.problem)
        self.face_finder.changed.connect(self._refresh_items)
        self.device = DeviceChoice(self)
        self.jobs = JobRunner(self)
        self.jobs.device_of = lambda task: self.device.resolve(str(getattr(task.job, "device", "auto")))
        self.batch = BatchAnalysis(self)
        self.unfinished = UnfinishedJobs(self)
        self.search = VideoSearch(self)
        self.search.found.connect(self._on_searched)
        self.search.failed.connect(self.problem)
        self._back = 0
        self._indexing = IndexingWorker(self)
        self._indexing.indexed.connect(self._on_indexed)
        self._indexing.failed.connect(self._on_index_failed)
        self.refresh_models()

    def save_study_as(self, path: Path) -> None:
        """Copy the open study to `path` and go on there."""
        if self._study is None:
            return
        current = self._current
        try:
            copy = self._study.save_as(path)
        except AUStudioError as error:
            self.report(error)
            return
        if not self.open_study(copy):
            self.say(f"The copy is {copy}. The study that was open is open still.")
        elif current is not None:
            self.open_recording(current)

    def find_missing(self, folder: Path) -> None:
        """Look in a folder, and those in it, for videos of the study that are no longer where they were.

        `search` looks in a thread, and can be stopped.
        """
        if self._study is None or not self.may_write():
            return
        # A drive that is connected again has its videos where they were: nothing has to be searched for.
        missed = {k for k, i in self._items.items() if i.status is Status.PROBLEM and self._in_study(k)}
        self.look_again(missed)
        self._back = sum(self._items[key].status is not Status.PROBLEM for key in missed)
        self.search.start(folder, self._study.unlocated())

    def _on_searched(self, places: list[tuple[Recording, Path]]) -> None:
        if self._study is None:
            return
        try:
            found = self._study.note_places(places)
        except AUStudioError as error:
            self.report(error)
            return
        self.look_again(recording.id for recording in found)
        if count := len(found) + self._back:
            self.say(f"Found {count} of the missing videos.", "good")
        else:
            self.say("None of the missing videos is in this folder.", "warning")

    def look_again(self, recording_ids: Iterable[str]) -> None:
        """Read again where videos are, and how they are to be read."""
        for recording_id in recording_ids:
            item = self._items[recording_id] = self._item_of(recording_id)
            if place_again(self._indices, item) and self._current == recording_id:
                self._current = None
                self.open_recording(recording_id)
        self.recordings_changed.emit()

    def open_demo(self) -> bool:
        """Open the demo study and its first recording; it is made from the shipped clips first."""
        opened = super().open_demo()
        if opened and self._items and self._wanted is None:
            self.open_recording(next(iter(self._items)))
        return opened

    def close(self) -> None:
        """Stop the worker thread, pause the jobs and close the study; it is not usable afterwards."""
        self._indexing.close()
        self.search.close()
        self._let_go()

    def _hold(self, study: Study, *, scratch: bool) -> None:
        super()._hold(study, scratch=scratch)
        self._model = self._compared = None
        self.face_finder.use_study(study)
        for recording in study.recordings():
            self._items[recording.id] = self._item_of(recording.id)
        self.refresh_models()
        self._items = {k: self._refreshed(item) for k, item in self._items.items()}

    def _announce(self) -> None:
        super()._announce()
        self.recordings_changed.emit()
        self.recording_changed.emit()
        if self._study is None:
            self.refresh_models()
        else:
            self.face_finder.announce()

    def _let_go(self) -> None:
        self.jobs.close()
        self._indexing.cancel_all()
        self.search.stop()
        super()._let_go()
        self.face_finder.use_study(None)
        self._items, self._indices = {}, {}
        self._current = self._wanted = None

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

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open what was dropped or given: a study, videos, or folders of videos."""
        videos: list[Path] = []
        left_out: list[str] = []
        for path in paths:
            if path.suffix == STUDY_SUFFIX and path.is_dir():
                self.open_study(path)
            elif path.is_dir():
                found = look_in(path, recursive=True)
                videos += found.recordings
                left_out += [found.words()] * bool(found.words())
            else:
                videos.append(path)
        if videos:
            self.add_videos(videos)
            if left_out:
                self.say(" ".join(left_out))
        elif any(p.is_dir() and p.suffix != STUDY_SUFFIX for p in paths):
            self.say("There is no video file in this folder.", "warning")

    def add_videos(self, paths: Sequence[Path], *, open_first: bool = True) -> None:
        """Check video files in the background and add the good ones to the study.

        Without an open study they go to the scratch study. The first one becomes the current recording.
        """
        if not self.may_write():
            return
        try:
            self._ensure_study()
        except (AUStudioError, OSError) as error:
            self.report(error)
            return
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
        if item.status is Status.PROBLEM and not take_stored(self, item, self._indices):
            return
        self._wanted = recording_id
        if recording_id in self._indices:
            self._set_current(recording_id)
        else:
            self._indexing.request(recording_id, item.path, add=False)

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
        if self._study is not None and self.may_write():
            name = self._study.recording(recording_id).person
            with self._study.all_or_none():
                note_rated_person(self._study, recording_id, person)
                leave_name_with_ratings(self._study, recording_id, person)
                self._study.set_target_person(recording_id, person)
            self.forget_progress(recording_id)
            self.target_changed.emit(recording_id)
            if name and not self._study.recording(recording_id).person:
                self.say(
                    f"Who is read now has no name: “{name}” stays with the face that was rated. "
                    "Say who it is under Recording > Persons and conditions."
                )

    def target_person(self, recording_id: str) -> int | None:
        """Return the person chosen in a recording, or None."""
        if self._study is None or not self._in_study(recording_id):
            return None
        return self._study.recording(recording_id).target_person

    def refresh_recordings(self) -> None:
        """Read the names of the recordings again."""
        if self._study is not None:
            for recording in self._study.recordings():
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
        return self._in_study(recording_id)

    def _item_of(self, recording_id: str) -> RecordingItem:
        assert self._study is not None
        recording = self._study.recording(recording_id)
        path = recording.absolute_path
        item = RecordingItem(recording.id, recording.name, path, recording.duration, recording.n_frames)
        try:
            item = replace(item, path=self._study.locate(recording))
        except AUStudioError as error:
            return replace(item, status=Status.PROBLEM, message=str(error))
        return with_analysis(item, self._provenance(recording, self._model))

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
        if self._study is None:
            return
        recording_id = result.key
        if result.add:
            try:
                recording = self._study.add_recording(
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
                self.say(f"“{result.path.name}” is the same video as “{known.name}”, which is here already.")
                del self._items[result.key]
            place = recording_id if known is not None else result.key
            item = replace(self._item_of(recording_id), message="; ".join(index.notices))
            items = self._items.items()
            self._items = dict((recording_id, item) if k == place else (k, v) for k, v in items)
            if self._wanted == result.key:
                self._wanted = recording_id
        elif recording_id in self._items:
            self._items[recording_id] = with_notices(self._items[recording_id], index.notices)
        self._indices[recording_id] = index
        self.recordings_changed.emit()
        if self._wanted == recording_id:
            self._set_current(recording_id)
        if result.add:
            self.recording_checked.emit(recording_id)

    def _on_index_failed(self, key: str, error: AUStudioError) -> None:
        if key in self._items:
            self._items[key] = replace(self._items[key], status=Status.PROBLEM, message=error.message)
            self.recordings_changed.emit()
        self.problem.emit(error)

    def models(self) -> tuple[ModelEntry, ...]:
        """Return the models at hand, the shipped one first."""
        return self._models

    @property
    def model(self) -> ModelEntry | None:
        """The model whose curves are shown."""
        return next((m for m in self._models if m.id == self._model), None)

    @property
    def compared_model(self) -> ModelEntry | None:
        """The model whose curves are shown dashed behind the chosen one's, or None."""
        return next((m for m in self._models if m.id == self._compared), None)

    def choose_model(self, model_id: str, *, compare_with: str | None = None) -> None:
        """Show this model's curves, and optionally another one's behind them."""
        self._model = model_id
        if compare_with is not None:
            self._compared = compare_with
        if self._compared == model_id:
            self._compared = None
        self._refresh_items()
        self.models_changed.emit()

    def compare_with(self, model_id: str | None) -> None:
        """Show another model's curves dashed behind the chosen one's; None for no comparison."""
        self._compared = None if model_id == self._model else model_id
        self.models_changed.emit()

    def refresh_models(self) -> None:
        """Read the list of models again, as after a fine-tuning; the choice stays if it can."""
        try:
            self._models = tuple(available_models(Path(self._study.path) if self._study else None))
        except AUStudioError as error:
            self._models = ()
            self.report(error)
        ids = [m.id for m in self._models]
        if self._model not in ids:
            wanted = self._study.default_model if self._study is not None else None
            self._model = wanted if wanted in ids else next(iter(ids), None)
        if self._compared not in ids:
            self._compared = None
        self.models_changed.emit()

    def analysis_path(self, recording_id: str, model_id: str | None = None) -> Path | None:
        """Return where a recording's analysis with a model (the chosen one) is or will be stored."""
        model_id = model_id or self._model
        if self._study is None or model_id is None or not self._in_study(recording_id):
            return None
        return self.place_of(self._study.analysis_path(recording_id, model_id))

    def analysis_paths(self, model_id: str) -> dict[str, Path]:
        """Return where the analyses with a model are or will be stored, by recording."""
        paths = {key: self.analysis_path(key, model_id) for key in self._items}
        return {key: path for key, path in paths.items() if path is not None}

    def tracks_path(self, recording_id: str) -> Path | None:
        """Return where a recording's face tracks are or will be stored."""
        if self._study is None or not self._in_study(recording_id):
            return None
        return self.place_of(self._study.tracks_path(recording_id))

    def samples_path(self, recording_id: str) -> Path | None:
        """Return the folder of a recording's sampled frames that were extracted."""
        if self._study is None or not self._in_study(recording_id):
            return None
        return Path(self._study.samples_path(recording_id))

    def has_analysis(self, recording_id: str, model_id: str | None = None) -> bool:
        """Return whether the analysis that a model (the chosen one) would make now is stored."""
        model_id = model_id or self._model
        if self._study is None or not self._in_study(recording_id):
            return False
        return self._provenance(self._study.recording(recording_id), model_id) is not None

    def _provenance(self, recording: Recording, model_id: str | None) -> Mapping[str, Any] | None:
        """Return how the stored analysis was made, if it is the one that would be made now."""
        if self._study is None or model_id is None:
            return None
        path = self.place_of(Path(self._study.analysis_path(recording.id, model_id)))
        model = next((m for m in self._models if m.id == model_id), None)
        item = self._items.get(recording.id)
        video = recording.absolute_path if item is None else item.path
        return self._stored.fitting(path, recording, model, self.face_finder.name, video)

    def analysis_stored(self, recording_id: str, model_id: str) -> None:
        """Tell everybody that an analysis has been written, of all that can be read."""
        if model_id == self._model and self.has_analysis(recording_id):
            self.set_progress(recording_id, 1.0, done=True)
        self.analysis_changed.emit(recording_id, model_id)

    def _in_study(self, recording_id: str) -> bool:
        """Return whether a line is a recording of the study, not a file being checked or found broken."""
        item = self._items.get(recording_id)
        return item is not None and item.id != str(item.path)

    def _refresh_items(self) -> None:
        self._items = {k: self._refreshed(item) for k, item in self._items.items()}
        self.recordings_changed.emit()

    def _refreshed(self, item: RecordingItem) -> RecordingItem:
        if item.status in {Status.PROBLEM, Status.CHECKING}:
            return item
        study = self._study
        if study is None or not self._in_study(item.id):
            return item
        return with_analysis(item, self._provenance(study.recording(item.id), self._model))
