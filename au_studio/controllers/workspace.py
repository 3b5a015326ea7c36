"""What every page of the window works on: the open study, its recordings, the models and the queue of jobs.

Lives in the UI thread, as the study's database does; files are checked and indexed in a worker thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject

from au_studio.analysis.models import ModelEntry
from au_studio.controllers.batch import BatchAnalysis
from au_studio.controllers.device_choice import DeviceChoice
from au_studio.controllers.face_finder import FaceFinderChoice
from au_studio.controllers.interrupted import InterruptedJobs
from au_studio.controllers.job_runner import JobRunner
from au_studio.controllers.model_choice import ModelChoice
from au_studio.controllers.notices import Notices
from au_studio.controllers.open_study import OpenStudy
from au_studio.controllers.recordings import Recordings
from au_studio.controllers.rest_setting import RestSetting
from au_studio.study.folder import SUFFIX
from au_studio.study.lock_holder import LockHolder
from au_studio.study.recording_list import RecordingItem
from au_studio.study.study import Study
from au_studio.texts import tr
from au_studio.video.folders import look_in
from au_studio.video.index import VideoIndex


class Workspace(QObject):
    """Four objects of one idea each, put together, and what needs several of them.

    Their methods and signals that pages use have the same names here; each class says what they mean.

    Attributes
    ----------
    opened : OpenStudy
        What is open.
    list : Recordings
        Its recordings.
    choice : ModelChoice
        Which model is chosen; `models_changed` is its signal ``changed``.
    jobs, batch, interrupted : JobRunner, BatchAnalysis, InterruptedJobs
        The queue, analyses in it, and what an earlier run has left of it.
    face_finder, rest, device : FaceFinderChoice, RestSetting, DeviceChoice
        How faces are found, what movement is measured from, and where networks run.
    """

    def __init__(self, parent: QObject | None = None, *, home: Path | None = None) -> None:
        """Start without a study; `home` is where the scratch and demo studies go (Documents/AU Studio)."""
        super().__init__(parent)
        notices = Notices(self)
        self.notice, self.notice_settled = notices.notice, notices.notice_settled
        self.problem = notices.problem
        self.say, self.unsay, self.report = notices.say, notices.unsay, notices.report

        # In the order in which they let go of a study and take up another one.
        self.opened = opened = OpenStudy(notices, self, home=home)
        self.device = DeviceChoice(self)
        self.jobs = JobRunner(self)
        self.jobs.device_of = lambda task: self.device.resolve(str(getattr(task.job, "device", "auto")))
        opened.leaving.connect(self.jobs.close)
        self.face_finder = FaceFinderChoice(self)
        self.face_finder.notice.connect(self.notice)
        self.face_finder.problem.connect(self.problem)
        opened.leaving.connect(lambda: self.face_finder.use_study(None))
        opened.taken.connect(lambda: self.face_finder.use_study(opened.study))
        opened.settled.connect(self.face_finder.announce)
        self.rest = RestSetting(opened, notices, self)
        self.choice = choice = ModelChoice(opened, notices, self)
        self.list = recordings = Recordings(opened, choice, self.face_finder, notices, self, rest=self.rest)

        self.study_changed = opened.study_changed
        self.may_write, self.place_of = opened.may_write, opened.place_of
        self.new_study, self.open_study, self.close_study = (
            opened.new_study,
            opened.open_study,
            opened.close_study,
        )
        self.restore_backup, self.go_back_to, self.back_up = (
            opened.restore_backup,
            opened.go_back_to,
            opened.back_up,
        )

        self.models_changed = choice.changed
        self.models, self.refresh_models = choice.models, choice.refresh_models
        self.choose_model, self.compare_with = choice.choose_model, choice.compare_with

        self.recordings_changed = recordings.recordings_changed
        self.recording_progressed = recordings.recording_progressed
        self.recording_checked = recordings.recording_checked
        self.recording_changed = recordings.recording_changed
        self.recording_chosen_again = recordings.recording_chosen_again
        self.analysis_changed = recordings.analysis_changed
        self.target_changed = recordings.target_changed
        self.search, self.find_missing = recordings.search, recordings.find_missing
        self.look_again = recordings.look_again
        self.recordings, self.item, self.index_of = (
            recordings.recordings,
            recordings.item,
            recordings.index_of,
        )
        self.in_study, self.set_lines = recordings.in_study, recordings.set_lines
        self.refresh_recordings, self.add_videos = recordings.refresh_recordings, recordings.add_videos
        self.open_recording, self.open_neighbour = recordings.open_recording, recordings.open_neighbour
        self.set_progress, self.forget_progress = recordings.set_progress, recordings.forget_progress
        self.set_target_person, self.target_person = (
            recordings.set_target_person,
            recordings.target_person,
        )
        self.analysis_stored, self.stored_of_missing = (
            recordings.analysis_stored,
            recordings.stored_of_missing,
        )

        files = recordings.files
        self.analysis_path, self.analysis_paths = files.analysis_path, files.analysis_paths
        self.has_analysis = files.has_analysis
        self.tracks_path, self.samples_path = files.tracks_path, files.samples_path

        self.batch = BatchAnalysis(self)
        self.interrupted = InterruptedJobs(self)

    @property
    def study(self) -> Study | None:
        """The open study; use it from the UI thread only."""
        return self.opened.study

    @property
    def is_scratch(self) -> bool:
        """Whether the open study is the unnamed one made for videos opened without a study."""
        return self.opened.is_scratch

    @property
    def read_only(self) -> bool:
        """Whether the open study can only be looked at."""
        return self.opened.read_only

    @property
    def writer(self) -> LockHolder | None:
        """Who has the study open for writing while it can only be looked at here, as far as is known."""
        return self.opened.writer

    @property
    def model(self) -> ModelEntry | None:
        """The model whose curves are shown."""
        return self.choice.model

    @property
    def compared_model(self) -> ModelEntry | None:
        """The model whose curves are shown dashed behind the chosen one's, or None."""
        return self.choice.compared_model

    @property
    def current(self) -> RecordingItem | None:
        """The recording that is open in the window; its index is ready."""
        return self.list.current

    @property
    def index(self) -> VideoIndex | None:
        """The timestamp index of the current recording."""
        return self.list.index

    def open_demo(self) -> bool:
        """Open the demo study and its first recording; it is made from the shipped clips first."""
        opened = self.opened.open_demo()
        if opened:
            self.list.open_first()
        return opened

    def save_study_as(self, path: Path) -> None:
        """Copy the open study to `path` and go on there, with the recording that is open."""
        current = self.current
        if self.opened.save_study_as(path) and current is not None:
            self.open_recording(current.id)

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open what was dropped or given: a study, videos, or folders of videos."""
        videos: list[Path] = []
        left_out: list[str] = []
        for path in paths:
            if path.suffix == SUFFIX and path.is_dir():
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
        elif any(p.is_dir() and p.suffix != SUFFIX for p in paths):
            self.say(tr("There is no video file in this folder."), "warning")

    def close(self) -> None:
        """Stop the worker threads, pause the jobs and close the study; it is not usable afterwards."""
        self.list.close()
        self.opened.let_go()
