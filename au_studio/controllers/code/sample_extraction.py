"""Extracts the sampled frames once, without loss, in the background: what coders see is what trains.

Decoders differ between versions and computers. A picture that is stored as it was decoded first is the same
for every coder, and for the training that learns from their ratings. The seconds around a frame are read from
the video: stored without loss they would take some fifty times as much room, and no rating is of them.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from au_studio.controllers.background import Background
from au_studio.controllers.workspace import Workspace
from au_studio.errors import AUStudioError
from au_studio.study.recording_list import Status
from au_studio.texts import tr
from au_studio.video.aspect import oblong_size_of
from au_studio.video.index import VideoIndex, index_video
from au_studio.video.pictures import (
    picture_path,
    picture_reading,
    picture_size,
    pixel_digest,
    write_picture,
)
from au_studio.video.reader import FrameReader
from au_studio.video.reading import fits_reading

LEAST_FREE = 2 << 30
"""Bytes that stay free on the disk: the ratings must never lack room because of pictures."""

_SOON_MS = 1500


@dataclass(frozen=True)
class _Task:
    """The sampled frames of one recording, and the folder of their pictures."""

    recording_id: str
    video: Path
    index: VideoIndex | None
    folder: Path
    pts: tuple[int, ...]


class SampleExtraction(QObject):
    """Extracts what is missing whenever a study is opened or a sample drawn.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.

    Signals
    -------
    progressed(str)
        What goes on, for the status bar; empty when nothing does.
    finished()
        Everything that can be extracted is.
    """

    progressed = Signal(str)
    finished = Signal()
    _made = Signal(str, int, str, bool)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._background = Background("sample-extraction", self)
        self._background.done.connect(self._on_done)
        self._background.failed.connect(self._on_failed)
        self._made.connect(self._on_made)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self.start)
        workspace.study_changed.connect(self._on_study_changed)

    def start_soon(self) -> None:
        """Start in a moment, when what the user has just done is finished."""
        self._soon.start()

    def start(self) -> None:
        """Extract the frames that are missing now."""
        tasks = self._tasks()
        if tasks:
            self._background.run(lambda stop: self._extract(tasks, stop))
        else:
            self.finished.emit()

    def close(self) -> None:
        """Stop; what is extracted stays."""
        self._soon.stop()
        self._background.close()

    def _tasks(self) -> list[_Task]:
        study = self._workspace.study
        if study is None or study.read_only:
            return []
        tasks = []
        for sample in study.samples():
            item = self._workspace.item(sample.recording_id)
            if item is None or item.status in {Status.CHECKING, Status.PROBLEM}:
                continue
            if sample.pts:
                index = self._workspace.index_of(sample.recording_id)
                folder = study.samples_path(sample.recording_id)
                tasks.append(_Task(sample.recording_id, item.path, index, folder, sample.pts))
        return tasks

    # ---- the worker thread

    def _extract(self, tasks: list[_Task], stop: Callable[[], bool]) -> str:
        # Here, not in the window's thread: a large study has tens of thousands of these files.
        found = [_missing_and_outdated(task) for task in tasks]
        outdated, wanted = [old for _, old in found], [missing | old for missing, old in found]
        total, done = sum(map(len, wanted)), 0
        for task, old, files in zip(tasks, outdated, wanted, strict=True):
            if not files:
                continue
            with FrameReader(task.index or index_video(task.video, should_stop=stop)) as reader:
                place_of = {int(pts): place for place, pts in enumerate(reader.index.pts)}
                for pts, file in sorted(files.items()):
                    if stop():
                        return ""
                    if shutil.disk_usage(file.parents[2]).free < LEAST_FREE:
                        return tr(
                            "The disk is nearly full: {total} sampled frames are not extracted.",
                            total=f"{total - done:,}",
                        )
                    if pts in place_of:
                        image = reader.read(place_of[pts]).image
                        write_picture(file, image, reader.index.reading)
                        self._made.emit(task.recording_id, pts, pixel_digest(image), pts in old)
                    done += 1
                    self.progressed.emit(
                        tr("storing sampled frames: {done} of {total}", done=f"{done:,}", total=f"{total:,}")
                    )
        return ""

    # ---- told

    def _on_made(self, recording_id: str, pts: int, digest: str, changed: bool) -> None:
        study = self._workspace.study
        if study is None or study.read_only:
            return
        try:
            before = study.note_picture(recording_id, pts, digest, replace=changed)
        except AUStudioError as error:
            self.close()
            self._workspace.report(error)
            return
        if before not in {None, digest} and not changed:
            self._workspace.say(
                tr(
                    "A sampled frame was extracted again and its pixels are not those that were coded: "
                    "another "
                    "version of the video decoder gives other pictures."
                ),
                "warning",
            )

    def _on_done(self, problem: object) -> None:
        self.progressed.emit("")
        if problem:
            self._workspace.say(str(problem), "warning")
        self.finished.emit()

    def _on_failed(self, error: AUStudioError) -> None:
        self.progressed.emit("")
        self._workspace.report(error)

    def _on_study_changed(self) -> None:
        self.close()
        self.progressed.emit("")
        if self._workspace.study is not None:
            self.start_soon()


def _missing_and_outdated(task: _Task) -> tuple[dict[int, Path], dict[int, Path]]:
    """Return the pictures to be extracted, and those stored when the recording was read in another way."""
    files = {pts: picture_path(task.folder, pts) for pts in task.pts}
    stored = set(task.folder.iterdir()) if task.folder.is_dir() else set()
    missing = {pts: file for pts, file in files.items() if file not in stored}
    if len(missing) == len(files):
        return missing, {}
    oblong = oblong_size_of(task.video)
    squeezed = {oblong, oblong[::-1]} if oblong else set()
    return missing, {
        pts: file
        for pts, file in files.items()
        if file in stored
        and (not fits_reading(task.video, picture_reading(file)) or picture_size(file) in squeezed)
    }
