"""Decodes the frames of a sample ahead of the coder, in one worker thread of its own."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from PySide6.QtCore import QObject, Signal

from au_studio.coding.pictures import (
    ContextLoop,
    FramePictures,
    face_cut,
    fit_within,
)
from au_studio.coding.session import SampleFrame
from au_studio.errors import AUStudioError
from au_studio.face.model import Face, Image
from au_studio.texts import tr
from au_studio.video.aspect import SQUARE
from au_studio.video.cache import FrameCache
from au_studio.video.errors import VideoError
from au_studio.video.index import VideoIndex, index_video
from au_studio.video.options import AS_USUAL, ReadingOptions
from au_studio.video.pictures import picture_path, picture_reading, picture_size, read_picture
from au_studio.video.reader import FrameReader
from au_studio.video.shown_time import since_first

CONTEXT_SECONDS = 1.0
PREVIEW = -1
"""Stands for the timestamp of a frame that is asked for by its place, until the worker has looked it up."""

_MAX_OPEN_RECORDINGS = 3
CACHE_BYTES = 160 << 20
"""Memory for pictures of sampled frames: 25 of 1920x1080, some behind and four ahead of the coder."""
READER_BYTES = 24 << 20
"""Memory for the frames that a reader has given: what is wanted again comes from the pictures above."""
_CONTEXT_SIDE = 512
_QUIET = {"ahead", "prepare"}  # nobody waits for these: their errors come again when somebody does
_KINDS = ("frame", "reference", "preview", "context")  # what the worker does first


@dataclass(frozen=True)
class RecordingSource:
    """Where a recording's pictures come from.

    Attributes
    ----------
    recording_id : str
        The recording.
    path : Path
        Its video file.
    index : VideoIndex or None
        Its timestamps when they are known already; otherwise the worker reads them.
    pictures : Path or None
        Folder of its sampled frames that were extracted.
    options : ReadingOptions
        How it is to be read.
    """

    recording_id: str
    path: Path
    index: VideoIndex | None = None
    pictures: Path | None = None
    options: ReadingOptions = AS_USUAL


class FaceFinder(Protocol):
    """Finds the target person's face in a frame; used in the worker thread only."""

    def find(self, recording_id: str, pts: int, image: Image) -> Face | None:
        """Return the face of the person who is coded, or None."""


class FrameLoader(QObject):
    """Loads pictures in a worker thread: the frame asked for first, then its context, then what comes next.

    The thread starts with the first frame asked for.
    Every answer names the frame it is for; an answer that nobody waits for any more is simply not used.

    Parameters
    ----------
    finder : FaceFinder
        Finds the face to enlarge.
    """

    loaded = Signal(object)
    """FramePictures of the frame that was asked for."""
    reference_loaded = Signal(object)
    """FramePictures of the neutral reference that was asked for."""
    preview_loaded = Signal(object)
    """FramePictures of the frame that was asked for by its place."""
    context_loaded = Signal(object)
    """ContextLoop of the frame whose context was asked for."""
    failed = Signal(object, object)
    """(SampleFrame, AUStudioError): the frame cannot be shown."""

    def __init__(self, finder: FaceFinder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._finder = finder
        self._sources: dict[str, RecordingSource] = {}
        self._wake = threading.Condition()
        self._wanted: dict[str, SampleFrame] = {}
        self._ahead: list[SampleFrame] = []
        self._idle: SampleFrame | None = None
        self._position = 0
        self._loop: ContextLoop | None = None
        self._closing = False
        self._cache: OrderedDict[SampleFrame, FramePictures] = OrderedDict()
        self._readers: OrderedDict[str, FrameReader] = OrderedDict()
        self._thread: threading.Thread | None = None

    # ---- asked by the UI thread

    def set_sources(self, sources: Sequence[RecordingSource]) -> None:
        """Say where the recordings are; forgets pictures of recordings that moved."""
        with self._wake:
            fresh = {source.recording_id: source for source in sources}
            if {k: (s.path, s.options) for k, s in fresh.items()} != {
                k: (s.path, s.options) for k, s in self._sources.items()
            }:
                self._cache.clear()
            self._sources = fresh

    def forget(self) -> None:
        """Forget all pictures: the finder would find other faces now."""
        with self._wake:
            self._cache.clear()
            self._loop = None

    def request(
        self, frame: SampleFrame, ahead: Sequence[SampleFrame] = (), *, prepare_context: bool = True
    ) -> FramePictures | None:
        """Ask for a frame, and name those that will be wanted next.

        Parameters
        ----------
        frame : SampleFrame
            The frame to show.
        ahead : sequence of SampleFrame
            Frames to decode afterwards.
        prepare_context : bool
            Whether to have the second around it ready, too, once nothing else is to do.

        Returns
        -------
        FramePictures or None
            The pictures at once when they are decoded already; otherwise `loaded` brings them.
        """
        with self._wake:
            ready = self._cache.get(frame)
            self._wanted.pop("context", None)
            if ready is None:
                self._wanted["frame"] = frame
            else:
                self._wanted.pop("frame", None)
            self._idle = frame if prepare_context else None
            self._ahead = [other for other in ahead if other not in self._cache]
            self._wake_worker()
        return ready

    def request_reference(self, frame: SampleFrame) -> None:
        """Ask for the neutral reference of a person; `reference_loaded` brings it."""
        self._want("reference", frame)

    def request_context(self, frame: SampleFrame) -> None:
        """Ask for the second before and after a frame; `context_loaded` brings it."""
        self._want("context", frame)

    def request_preview(self, recording_id: str, position: int) -> None:
        """Ask for a frame by its place in its recording, from 0; `preview_loaded` brings it."""
        with self._wake:
            self._position = position
        self._want("preview", SampleFrame(recording_id, PREVIEW))

    def _want(self, kind: str, frame: SampleFrame) -> None:
        with self._wake:
            self._wanted[kind] = frame
            self._wake_worker()

    def _wake_worker(self) -> None:
        """Let the worker look what is wanted; `_wake` is held."""
        if self._thread is None:
            self._start()
        self._wake.notify()

    def _start(self) -> None:
        self._thread = threading.Thread(target=self._run, name="coding-frame-loader", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop the worker and close every file; nothing may be asked for afterwards."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        if self._thread is not None:
            self._thread.join()

    # ---- the worker thread

    def _run(self) -> None:
        try:
            while (task := self._next_task()) is not None:
                kind, frame = task
                try:
                    self._do(kind, frame)
                except AUStudioError as error:
                    if kind not in _QUIET:
                        self.failed.emit(frame, error)
                except Exception as error:
                    # A worker that dies silently would leave the coder in front of an empty picture for ever.
                    if kind not in _QUIET:
                        self.failed.emit(
                            frame,
                            AUStudioError(
                                tr("This frame cannot be shown."), details=f"{type(error).__name__}: {error}"
                            ),
                        )
        finally:
            for reader in self._readers.values():
                reader.close()

    def _next_task(self) -> tuple[str, SampleFrame] | None:
        with self._wake:
            while True:
                if self._closing:
                    return None
                for kind in _KINDS:
                    if kind in self._wanted:
                        return kind, self._wanted.pop(kind)
                if self._ahead:
                    return "ahead", self._ahead.pop(0)
                if self._idle is not None:
                    frame, self._idle = self._idle, None
                    return "prepare", frame
                self._wake.wait()

    def _do(self, kind: str, frame: SampleFrame) -> None:
        if kind == "preview":
            _, index = self._reader(frame.recording_id)
            position = min(max(self._position, 0), index.n_frames - 1)
            self.preview_loaded.emit(self._load(SampleFrame(frame.recording_id, int(index.pts[position]))))
            return
        if kind in {"context", "prepare"}:
            # The context of the frame on the screen is made ready while nothing else is to do.
            loop = self._loop
            if loop is None or loop.frame != frame:
                loop = self._loop = self._load_context(frame)
            if kind == "context" and loop is not None:
                self.context_loaded.emit(loop)
            return
        with self._wake:
            pictures = self._cache.get(frame)
        if pictures is None:
            pictures = self._load(frame)
            self._remember(pictures)
        if kind == "frame":
            self.loaded.emit(pictures)
        elif kind == "reference":
            self.reference_loaded.emit(pictures)

    def _remember(self, pictures: FramePictures) -> None:
        with self._wake:
            self._cache[pictures.frame] = pictures
            self._cache.move_to_end(pictures.frame)
            size = sum(item.nbytes for item in self._cache.values())
            while size > CACHE_BYTES and len(self._cache) > 2:
                _, dropped = self._cache.popitem(last=False)
                size -= dropped.nbytes

    def _reader(self, recording_id: str) -> tuple[FrameReader, VideoIndex]:
        with self._wake:
            source = self._sources.get(recording_id)
        if source is None:
            raise AUStudioError(tr("The recording of this frame is no longer in the study."))
        reader = self._readers.get(recording_id)
        if reader is not None and (reader.index.path, reader.index.options) != (source.path, source.options):
            reader.close()
            reader = None
        if reader is None:
            index = source.index or index_video(source.path, source.options, should_stop=self._should_stop)
            reader = FrameReader(index, FrameCache(READER_BYTES))
            self._readers[recording_id] = reader
            if len(self._readers) > _MAX_OPEN_RECORDINGS:
                _, oldest = self._readers.popitem(last=False)
                oldest.close()
        self._readers.move_to_end(recording_id)
        return reader, reader.index

    def _should_stop(self) -> bool:
        return self._closing

    def _load(self, frame: SampleFrame) -> FramePictures:
        reader, index = self._reader(frame.recording_id)
        position = _position_of(index, frame.pts)
        image = self._extracted(frame, index)
        image = reader.read(position).image if image is None else image
        time = since_first(float(index.times[position]), index.times)
        face = self._finder.find(frame.recording_id, frame.pts, image)
        if face is None:
            return FramePictures(frame, time, position, image, None, None)
        cut = face_cut(face)
        return FramePictures(frame, time, position, image, cut.picture(image), cut.outline())

    def _extracted(self, frame: SampleFrame, index: VideoIndex) -> Image | None:
        """Return the picture that was stored when the frame was sampled; None when none fits."""
        with self._wake:
            source = self._sources.get(frame.recording_id)
        path = picture_path(source.pictures, frame.pts) if source and source.pictures else None
        if path is None or not path.is_file():
            return None
        if index.pixel_aspect != SQUARE and picture_size(path) != (index.width, index.height):
            return None  # it was stored before oblong pixels were shown square
        if picture_reading(path) != index.reading:
            return None  # it was stored upside down, for example
        try:
            return read_picture(path)
        except VideoError:
            return None  # the video has it, too

    def _load_context(self, frame: SampleFrame) -> ContextLoop | None:
        reader, index = self._reader(frame.recording_id)
        middle = _position_of(index, frame.pts)
        times = index.times
        first = int(np.searchsorted(times, times[middle] - CONTEXT_SECONDS))
        last = int(np.searchsorted(times, times[middle] + CONTEXT_SECONDS, side="right"))
        with self._wake:
            known = self._cache.get(frame)
        if known is None:
            known = self._load(frame)
            self._remember(known)
        face = self._finder.find(frame.recording_id, frame.pts, known.full)
        cut = None if face is None else face_cut(face)
        pictures: list[Image] = []
        kept: list[int] = []
        for decoded in reader.frames(first, last):
            with self._wake:
                if self._closing or "frame" in self._wanted:
                    return None
            image = decoded.image
            pictures.append(fit_within(image, _CONTEXT_SIDE) if cut is None else cut.picture(image))
            kept.append(decoded.position)
        offsets = tuple(float(times[position] - times[middle]) for position in kept)
        return ContextLoop(frame, tuple(int(index.pts[p]) for p in kept), offsets, tuple(pictures))


def _position_of(index: VideoIndex, pts: int) -> int:
    position = int(np.searchsorted(index.pts, pts))
    if position >= index.n_frames or int(index.pts[position]) != pts:
        raise AUStudioError(
            tr(
                "{name} has no frame with the timestamp that was sampled ({pts}).",
                name=index.path.name,
                pts=pts,
            ),
            next_step=tr("The file was changed since the sample was drawn: put the original file back."),
        )
    return position
