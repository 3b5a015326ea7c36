"""How a recording is read where its file leaves it open: which video stream, and deinterlaced or not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from au_studio.coding.edit_history import Edit
from au_studio.controllers.background import Background
from au_studio.controllers.published import Published
from au_studio.controllers.study_edits import StudyEdits
from au_studio.controllers.workspace import Workspace
from au_studio.study.recording_list import Status
from au_studio.study.study import Study
from au_studio.texts import joined, listed, tr, tr_n
from au_studio.video.index import VideoIndex, index_video
from au_studio.video.options import ReadingOptions
from au_studio.video.stream_list import StreamChoice, list_streams


@dataclass(frozen=True)
class ReadingState:
    """What can be chosen for a recording, and what is.

    Attributes
    ----------
    recording_id, name : str
        The recording.
    streams : tuple of StreamChoice
        Its video streams; the one that is read without a choice says so.
    options : ReadingOptions
        What was chosen.
    interlaced : bool
        Whether its frames consist of two half pictures.
    bound_to : str
        What hangs on the frames of the stream that is read now, so that no other one can be chosen; empty if
        nothing does.
    """

    recording_id: str
    name: str
    streams: tuple[StreamChoice, ...]
    options: ReadingOptions
    interlaced: bool
    bound_to: str


class ReadingEdit(Edit):
    """Another way to read a recording."""

    def __init__(
        self,
        name: str,
        before: tuple[ReadingOptions, VideoIndex],
        after: tuple[ReadingOptions, VideoIndex],
        recording_id: str,
        again: Callable[[], None],
    ) -> None:
        super().__init__(tr("other reading of “{name}”", name=name))
        self._before, self._after = before, after
        self._recording_id, self._again = recording_id, again

    def make(self, study: Study) -> None:
        """Read it in the new way."""
        self._write(study, *self._after)

    def take_back(self, study: Study) -> None:
        """Read it as before."""
        self._write(study, *self._before)

    def _write(self, study: Study, options: ReadingOptions, index: VideoIndex) -> None:
        study.set_reading_options(
            self._recording_id, options, duration=index.duration, n_frames=index.n_frames
        )
        self._again()


class ReadingChoiceController(Published[ReadingState | None]):
    """Reads and changes how a recording is read.

    The file is indexed in the new way before anything is changed: a stream that cannot be read is refused.

    Parameters
    ----------
    workspace : Workspace
        Holds the open study.
    edits : StudyEdits
        Makes the change, and can take it back.

    Signals
    -------
    state_changed(ReadingState)
        What can be chosen for the recording that was asked about.
    chosen(recording_id)
        A recording is read in another way from now on.
    """

    chosen = Signal(str)

    def __init__(self, workspace: Workspace, edits: StudyEdits, parent: QObject | None = None) -> None:
        super().__init__(None, parent)
        self._workspace, self._edits = workspace, edits
        self._wish: tuple[str, ReadingOptions, ReadingOptions] | None = None
        self._looking = Background("streams", self, failure=tr("The video streams could not be listed."))
        self._looking.done.connect(self._publish_anew)
        self._looking.failed.connect(workspace.report)
        self._reading = Background("other reading", self, failure=tr("The recording could not be read so."))
        self._reading.done.connect(self._on_indexed)
        self._reading.failed.connect(workspace.report)
        workspace.study_changed.connect(self._forget)

    def look(self, recording_id: str) -> None:
        """Find out what can be chosen for a recording; `state_changed` follows."""
        item, study = self._workspace.item(recording_id), self._workspace.study
        if item is None or study is None or not self._workspace.in_study(recording_id):
            return
        if item.status in {Status.PROBLEM, Status.CHECKING}:
            return
        options = study.reading_options(recording_id)
        state = ReadingState(recording_id, item.name, (), options, False, bound_to(study, recording_id))
        known = self._workspace.index_of(recording_id)
        self._looking.run(lambda stop: _state(known or index_video(item.path, should_stop=stop), state))

    def choose(self, recording_id: str, options: ReadingOptions) -> None:
        """Read a recording so from now on; what was made from its pictures is made again."""
        item, study = self._workspace.item(recording_id), self._workspace.study
        if item is None or study is None or not self._workspace.may_write():
            return
        before = study.reading_options(recording_id)
        if options == before:
            return
        if options.stream != before.stream and (bound := bound_to(study, recording_id)):
            self._workspace.say(
                tr(
                    "{bound} of “{name}” belong to the frames of the video stream that is read now, so "
                    "another one cannot be chosen here. Make a study of its own for the other stream.",
                    bound=bound,
                    name=item.name,
                ),
                "warning",
            )
            return
        self._workspace.say(tr("“{name}” is read in another way …", name=item.name))
        self._wish = (recording_id, before, options)
        path = item.path
        self._reading.run(
            lambda stop: tuple(index_video(path, each, should_stop=stop) for each in (before, options))
        )

    def close(self) -> None:
        """Wait for the threads."""
        self._looking.close()
        self._reading.close()

    def _forget(self) -> None:
        self._looking.stop()
        self._reading.stop()
        self._wish = None

    def _on_indexed(self, indices: object) -> None:
        wish, self._wish = self._wish, None
        item = None if wish is None else self._workspace.item(wish[0])
        if wish is None or item is None or not isinstance(indices, tuple):
            return
        recording_id, before, after = wish
        again = partial(self._read_again, recording_id)
        edit = ReadingEdit(item.name, (before, indices[0]), (after, indices[1]), recording_id, again)
        if self._edits.do(edit):
            told = joined(indices[1].notices, "; ")
            self._workspace.say(
                tr(
                    "“{name}” is read in another way from now on: {told}. Its curves are computed again.",
                    name=item.name,
                    told=told,
                )
                if told
                else tr(
                    "“{name}” is read in another way from now on. Its curves are computed again.",
                    name=item.name,
                ),
                "good",
            )

    def _read_again(self, recording_id: str) -> None:
        self._workspace.look_again([recording_id])
        self.chosen.emit(recording_id)


def bound_to(study: Study, recording_id: str) -> str:
    """Say what hangs on the timestamps of a recording's frames; empty if nothing does."""
    has = study.belongings(recording_id)
    parts = (
        tr_n("{n} rating", "{n} ratings", has.n_ratings) if has.n_ratings else "",
        tr_n("{n} sampled frame", "{n} sampled frames", has.n_frames) if has.n_frames else "",
        tr_n("{n} marker", "{n} markers", has.n_markers) if has.n_markers else "",
    )
    return listed([part for part in parts if part])


def _state(known: VideoIndex, state: ReadingState) -> ReadingState:
    return replace(state, streams=list_streams(known.path), interlaced=known.interlaced)
