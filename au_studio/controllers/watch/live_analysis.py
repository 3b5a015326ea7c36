"""The analysis of the recording on the screen, as the window sees it: values that grow, faces, progress."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from au_studio import children
from au_studio.analysis.rest import RUNNING
from au_studio.controllers.watch.analysis_child import AnalysisChild
from au_studio.errors import AUStudioError
from au_studio.face.backends import DEFAULT_BACKEND
from au_studio.jobs.protocol import Progress
from au_studio.jobs.time_left import Tempo, TimeLeft
from au_studio.live.faces import unpack_faces
from au_studio.live.seen_faces import FrameFaces, SeenFaces
from au_studio.live.series import Series
from au_studio.texts import tr
from au_studio.video.options import options_of

_FACES_AT_ONCE = 96
_RATE_BATCHES = 24


def child_command() -> list[str]:
    """Return the command line of the analysis child."""
    return children.command("au_studio.live.child")


class LiveAnalysisError(AUStudioError):
    """The recording on the screen could not be analysed (or compared); choosing it again tries it anew."""


class LiveAnalysis(QObject):
    """Owns the analysis child and what it has found out about one recording.

    Signals
    -------
    devices_known(devices, why_not_gpu)
        The child runs; the devices there are, (name, description), the fastest first.
    began()
        Another recording or model: everything known before is gone.
    grown(start, stop)
        Values of these frames (exclusive) arrived.
    faces_arrived(start, stop)
        Faces of these frames arrived without new values.
    progressed(fraction, frames_per_second, seconds_left)
        How far the exact analysis is; the time left is None while it is not known.
    finished(fresh)
        The exact analysis is complete and stored; `fresh` when it was computed just now.
    compared_changed()
        The values of the model to compare with arrived or are gone.
    noticed(text)
        Something to tell.
    incomplete(AUStudioError)
        Only a part of the recording can be read; its analysis is finished all the same.
    failed(LiveAnalysisError)
        The analysis, or its child, has ended without a result.
    comparison_failed(LiveAnalysisError)
        The values of the model to compare with will not come.

    Attributes
    ----------
    needs_opening : bool
        Whether nothing is analysed unless the recording is opened (again): none is open, or it failed.
    """

    devices_known = Signal(object, str)
    began = Signal()
    grown = Signal(int, int)
    faces_arrived = Signal(int, int)
    progressed = Signal(float, float, object)
    finished = Signal(bool)
    compared_changed = Signal()
    noticed = Signal(str)
    incomplete = Signal(object)
    failed = Signal(object)
    comparison_failed = Signal(object)

    def __init__(self, parent: QObject | None = None, device: str = "auto") -> None:
        super().__init__(parent)
        self._device = device
        self._child = AnalysisChild(child_command(), self)
        self._child.received.connect(self._on_message)
        self._child.ended.connect(self._on_ended)
        self._generation = self._comparison = 0
        self._comparing: tuple[Path, Path] | None = None
        self._arrivals: deque[tuple[float, int]] = deque(maxlen=_RATE_BATCHES)
        self._left = TimeLeft(Tempo())
        self._asked: tuple[int, int] | None = None
        self._pts: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self.aus: tuple[int, ...] = ()
        self.exact: Series | None = None
        self.provisional: Series | None = None
        self.covered: NDArray[np.uint8] = np.zeros(0, dtype=np.uint8)
        self.target: NDArray[np.int16] = np.zeros(0, dtype=np.int16)
        self.compared: Series | None = None
        self._job: dict[str, Any] = {}
        self.complete = False
        self.needs_opening = True
        self.faces = SeenFaces()

    # ---------------------------------------------------------------- intentions

    def start(self) -> None:
        """Start the child ahead of need: importing its libraries takes seconds."""
        self._child.start()

    def open(
        self,
        video: Path,
        model: Path,
        aus: tuple[int, ...],
        pts: NDArray[np.int64],
        *,
        output: Path,
        tracks: Path,
        target_person: int | None = None,
        backend: str = DEFAULT_BACKEND,
        rest: str = RUNNING,
        position: int = 0,
    ) -> None:
        """Analyse a recording with a model, beginning at the stored analysis if there is one.

        Parameters
        ----------
        video, model, output, tracks : Path
            As in :class:`au_studio.live.child.LiveJob`.
        aus : tuple of int
            FACS numbers of the model's columns.
        pts : int64[T]
            Timestamps of the recording's frames, rising: values belong to the frames by theirs.
        target_person : int or None
            Whose face is read.
        backend : str
            Face backend.
        rest : str
            What movement is measured from, as `au_studio.analysis.rest.RestChoice` reads it.
        position : int
            Frame at the playhead.
        """
        self.start()
        self._generation += 1
        self.aus = aus
        self._pts, n_frames = pts, len(pts)
        self.exact, self.provisional = Series(n_frames, len(aus)), Series(n_frames, len(aus))
        self.covered = np.zeros(n_frames, dtype=np.uint8)
        self.target = np.full(n_frames, -1, dtype=np.int16)
        self.compared = self._comparing = None
        self.complete = self.needs_opening = False
        self._forget_pace()
        self._asked = None
        self.faces.clear()
        self.began.emit()
        self._job = {
            "generation": self._generation,
            "video": str(video),
            "model": str(model),
            "output": str(output),
            "tracks": str(tracks),
            "target_person": target_person,
            "backend": backend,
            "rest": rest,
            "device": self._device,
            **asdict(options_of(video)),
        }
        self._child.say({"do": "open", "job": self._job, "position": position})

    def use_device(self, name: str) -> None:
        """Compute on another device from now on; an analysis that runs begins anew there."""
        if name == self._device:
            return
        self._device = name
        if self._job and self.exact is not None and not self.complete:
            self.start()
            self.needs_opening = False
            self._generation += 1
            self._job = {**self._job, "generation": self._generation, "device": name}
            self._forget_pace()
            self._child.say({"do": "open", "job": self._job, "position": 0})
            if self._comparing is not None and self.compared is None:
                self.compare(*self._comparing)

    def compare(self, model: Path, output: Path) -> None:
        """Get the same recording's analysis by another model too; it is computed when it is not stored.

        A comparison that was asked for before is forgotten, whether its values have arrived or not.
        """
        self.stop_comparing()
        if self.exact is not None:
            self._comparing = model, output
            of_other = {"model": str(model), "output": str(output), "comparison": self._comparison}
            self._child.say({"do": "compare", "job": {**self._job, **of_other}})

    def stop_comparing(self) -> None:
        """Forget the other model's values, also those that have yet to come."""
        self._comparison += 1  # what the child has sent of it already is stale
        if self._comparing is not None:
            self._comparing = None
            self._child.say({"do": "stop_comparing"})
        if self.compared is not None:
            self.compared = None
            self.compared_changed.emit()

    def close_recording(self) -> None:
        """Let go of the recording."""
        self._generation += 1
        self.exact = self.provisional = self.compared = self._comparing = None
        self._pts = np.zeros(0, dtype=np.int64)
        self.target = np.zeros(0, dtype=np.int16)
        self.covered = np.zeros(0, dtype=np.uint8)
        self.complete = False
        self.needs_opening = True
        self.faces.clear()
        self._child.say({"do": "close"})
        self.began.emit()

    def look_at(self, position: int) -> None:
        """Tell where the playhead is: frames from there on come first."""
        if not self.complete:
            self._child.say({"do": "look", "position": position})

    def faces_at(self, position: int) -> FrameFaces | None:
        """Return the faces of a frame; ask for stored ones when they are not in memory."""
        found = self.faces.get(position)
        if found is None and self.complete and 0 <= position < len(self._pts):
            asked = self._asked
            if asked is None or not asked[0] <= position < asked[1]:
                start = max(position - _FACES_AT_ONCE // 4, 0)
                self._asked = (start, min(start + _FACES_AT_ONCE, len(self._pts)))
                first, last = self._pts[start], self._pts[self._asked[1] - 1]
                self._child.say({"do": "faces", "first": int(first), "last": int(last)})
        return found

    def values_at(self, position: int) -> tuple[NDArray[np.float32] | None, bool]:
        """Return a frame's intensities, float32 [A] (NaN without a face), and whether they are provisional.

        None when the frame has not been analysed yet.
        """
        if self.exact is None or self.provisional is None or not 0 <= position < len(self.covered):
            return None, False
        state = int(self.covered[position])
        if state == 0:
            return None, False
        return (self.provisional if state == 1 else self.exact).values[position], state == 1

    def close(self) -> None:
        """End the child and wait for it."""
        self._child.close()

    # ---------------------------------------------------------------- inside

    def _on_message(self, message: dict[str, Any], arrays: dict[str, NDArray[Any]]) -> None:
        event = message["event"]
        if event == "ready":
            found = [(name, message[f"device {name}"]) for name in message["devices"]]
            self.devices_known.emit(found, message["why"])
            return
        if message["generation"] != self._generation or self.exact is None or self._child.closing:
            return
        if event != "faces" and message["comparison"] not in {0, self._comparison}:
            return
        if event == "frames":
            self._on_frames(message, arrays)
        elif event == "stored":
            self._on_stored(message, arrays)
        elif event == "compared":
            self._on_compared(message, arrays)
        elif event == "faces":
            self._on_faces(message, arrays)
        elif event == "notice":
            self.noticed.emit(message["text"])
        else:
            self._on_problem(message)

    def _on_problem(self, message: dict[str, Any]) -> None:
        kind = AUStudioError if message["event"] == "incomplete" else LiveAnalysisError
        error = kind(message["text"], next_step=message["next_step"], details=message["details"])
        if kind is AUStudioError:
            self.incomplete.emit(error)
        elif message["comparison"]:
            self._comparing = None
            self.comparison_failed.emit(error)
        else:
            self.needs_opening = True
            self.failed.emit(error)

    def _places(self, pts: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """Return the positions of the frames with these timestamps, and which of `pts` they are.

        The recording may list frames that could not be decoded, so rows of values are not positions.
        """
        if not len(self._pts):
            return np.zeros(0, dtype=np.int64), np.zeros(len(pts), dtype=np.bool_)
        positions = np.searchsorted(self._pts, pts).astype(np.int64)
        known = self._pts[np.minimum(positions, len(self._pts) - 1)] == pts
        return positions[known], known

    def _keep_faces(self, arrays: dict[str, NDArray[Any]], *, provisional: bool) -> None:
        faces = unpack_faces(arrays, provisional=provisional)
        positions, known = self._places(arrays["pts"])
        for position, row in zip(positions.tolist(), np.flatnonzero(known).tolist(), strict=True):
            self.faces.put(position, faces[row])

    def _on_faces(self, message: dict[str, Any], arrays: dict[str, NDArray[Any]]) -> None:
        start = int(np.searchsorted(self._pts, message["first"]))
        stop = int(np.searchsorted(self._pts, message["last"])) + 1
        self._keep_faces(arrays, provisional=False)
        for position in range(start, stop):
            # Nothing is stored of a frame that could not be decoded: it is not to be asked for again.
            if self.faces.get(position) is None:
                self.faces.put(position, FrameFaces((), provisional=False))
        self._asked = None
        self.faces_arrived.emit(start, stop)

    def _on_frames(self, message: dict[str, Any], arrays: dict[str, NDArray[Any]]) -> None:
        assert self.exact is not None
        assert self.provisional is not None
        provisional = bool(message["provisional"])
        positions, known = self._places(arrays["pts"])
        if not len(positions):
            return
        values = arrays["intensities"][known]
        if values.shape[1] != len(self.aus):
            values = np.full((len(values), len(self.aus)), np.nan, dtype=np.float32)
        start, stop = int(positions[0]), int(positions[-1]) + 1
        self.target[positions] = arrays["target"][known]
        if message["restored"]:
            self._forget_pace()  # analysed earlier: they say nothing of the speed
        self._arrivals.append((time.perf_counter(), len(positions)))
        if provisional:
            self.provisional.put_at(positions, values)
            self.covered[positions] = 1
        else:
            self.exact.put_at(positions, values)
            self.provisional.clear(start, stop)
            self.covered[positions] = 2
            self._tell_progress(int(message["done"]), int(message["total"]))
        self._keep_faces(arrays, provisional=provisional)
        self.grown.emit(start, stop)

    def _forget_pace(self) -> None:
        self._arrivals.clear()
        self._left = TimeLeft(Tempo())

    def _tell_progress(self, done: int, total: int) -> None:
        elapsed = self._arrivals[-1][0] - self._arrivals[0][0]
        # The first of the remembered batches only marks the beginning of the time.
        frames = sum(count for _, count in self._arrivals) - self._arrivals[0][1]
        left = self._left.seconds_left(Progress(done, total), time.monotonic())
        self.progressed.emit(done / max(total, 1), frames / elapsed if elapsed > 0 else 0.0, left)

    def _on_stored(self, message: dict[str, Any], arrays: dict[str, NDArray[Any]]) -> None:
        assert self.exact is not None
        assert self.provisional is not None
        positions, known = self._places(arrays["pts"])
        values = arrays["intensities"][known]
        if values.shape[1] == len(self.aus):
            self.exact.put_at(positions, values)
        self.provisional.clear(0, len(self.covered))
        self.covered[positions] = 2
        self.target[positions] = arrays["target"][known]
        self.complete = True
        self.progressed.emit(1.0, 0.0, None)
        self.grown.emit(0, len(self.covered))
        self.finished.emit(bool(message["fresh"]))

    def _on_compared(self, message: dict[str, Any], arrays: dict[str, NDArray[Any]]) -> None:
        """Sort the other model's columns into the order of this one's; what it lacks stays empty."""
        positions, known = self._places(arrays["pts"])
        values = arrays["intensities"][known]
        ordered = np.full((len(values), len(self.aus)), np.nan, dtype=np.float32)
        for column, au in enumerate(message["aus"]):
            if au in self.aus:
                ordered[:, self.aus.index(au)] = values[:, column]
        self.compared = Series(len(self.covered), len(self.aus))
        self.compared.put_at(positions, ordered)
        self.compared_changed.emit()

    def _on_ended(self, code: int) -> None:
        self.needs_opening = True
        self.failed.emit(
            LiveAnalysisError(
                tr("The analysis in the background ended unexpectedly (exit code {code}).", code=code),
                next_step=tr("Choose the recording again to start it anew."),
                details=self._child.last_words,
            )
        )
