"""The child that analyses the recording on the screen: ``python -m au_studio.live.child``.

Running networks and cv2 here, niced, keeps the window quick. No Qt in here, and torch only where a model
needs it: on a GPU, or when its quick network is not there yet. Commands come as
messages of :mod:`au_studio.live.wire` on stdin (the child ends with its parent, when stdin does),
results go out on stdout. What is told of frames comes with their timestamps (``pts``): those that could not
be decoded are left out.

``open``
    analyse a recording: job (see :class:`LiveJob`)
``look``
    the playhead is at ``position``; frames there come first
``faces``
    send the stored faces of the frames with the timestamps ``first`` to ``last``
``compare``
    send the analysis by another model; compute it when there is none and nothing else is to do. It takes the
    place of the comparison that was asked for before, also while that is computed
``stop_comparing``
    let go of the comparison
``close``
    let go of the recording
"""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from au_studio.allocation import give_back
from au_studio.analysis.recording import IncompleteAnalysisError, OnProgress, analyze_recording
from au_studio.analysis.rest import RUNNING, RestChoice
from au_studio.analysis.results import FrameAnalysis, RecordingAnalysis
from au_studio.analysis.store import is_analysis_of, load_analysis
from au_studio.analysis.tracks import tracks_backend
from au_studio.errors import AUStudioError, Stopped
from au_studio.face.backends import DEFAULT_BACKEND
from au_studio.live.faces import pack_with_contours, stored_faces
from au_studio.live.preview import Preview
from au_studio.live.wire import Arrays, read_message, write_message
from au_studio.nn.card import read_card
from au_studio.nn.device import available, checked, why_not_gpu
from au_studio.texts import sentence
from au_studio.video.hashing import content_hash
from au_studio.video.kept_index import INDEX_FILE, load_index
from au_studio.video.options import ReadingOptions, want_reading

BATCH = 16
"""Frames that go through the network at once."""
_RESTORED_AT_ONCE = 256
"""Frames in a message about what an earlier analysis has come to."""


@dataclass(frozen=True)
class LiveJob:
    """What the window asks for.

    Attributes
    ----------
    generation : int
        Comes back with every answer; answers of older generations are stale.
    video, model : str
        Paths of the recording and the checkpoint.
    output, tracks : str
        Paths of the analysis and the face tracks: read when they are there and fit, else written.
    target_person : int or None
        Whose face is read; None for the largest.
    backend : str
        Face backend.
    device : str
        Where to compute, as `au_studio.nn.device.choose_device` takes it.
    comparison : int
        0 for the analysis that is shown itself; of a model that it is compared with, a number that comes back
        with every answer: answers of older comparisons are stale.
    rest : str
        What is taken for a person's rest, as `au_studio.analysis.rest.RestChoice` reads it.
    stream, deinterlace
        How the recording is read, as `au_studio.video.options.ReadingOptions` has it.
    """

    generation: int
    video: str
    model: str
    output: str
    tracks: str
    target_person: int | None = None
    backend: str = DEFAULT_BACKEND
    device: str = "auto"
    comparison: int = 0
    rest: str = RUNNING
    stream: int | None = None
    deinterlace: bool = True

    def to_json(self) -> dict[str, Any]:
        """Return JSON values."""
        return asdict(self)


class Desk:
    """The newest commands, filled by the thread that reads stdin."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._job: LiveJob | None = None
        self._fresh = False
        self._compare: LiveJob | None = None
        self._comparison = 0
        self._faces: deque[tuple[int, int]] = deque(maxlen=4)
        self.looking_at = 0
        self.closing = False

    def listen(self, stream: BinaryIO) -> None:
        """Take commands until the stream ends, which means that the window is gone."""
        while (received := read_message(stream)) is not None:
            command = received[0]
            with self._changed:
                if command["do"] == "open":
                    self._job, self._fresh = LiveJob(**command["job"]), True
                    self.looking_at = int(command["position"])
                    self._want_comparison(None)
                    self._faces.clear()
                elif command["do"] == "compare":
                    self._want_comparison(LiveJob(**command["job"]))
                elif command["do"] == "stop_comparing":
                    self._want_comparison(None)
                elif command["do"] == "close":
                    self._job, self._fresh = None, True
                    self._want_comparison(None)
                elif command["do"] == "look":
                    self.looking_at = int(command["position"])
                elif command["do"] == "faces":
                    self._faces.append((int(command["first"]), int(command["last"])))
                self._changed.notify()
        with self._changed:
            self.closing = True
            self._changed.notify()

    def _want_comparison(self, job: LiveJob | None) -> None:
        self._compare, self._comparison = job, 0 if job is None else job.comparison

    def superseded(self, comparison: int = 0) -> bool:
        """Return whether the running job should end: there is another one, or the window is gone.

        Parameters
        ----------
        comparison : int
            Number of the comparison that runs, which ends for another comparison, too; 0 when none does.
        """
        return self._fresh or self.closing or comparison not in {0, self._comparison}

    def wait(self) -> None:
        """Wait for something to do."""
        with self._changed:
            while not (self._fresh or self._faces or self._compare or self.closing):
                self._changed.wait()

    def take_job(self) -> LiveJob | None:
        """Return the newest job if it has not been taken yet."""
        with self._changed:
            job = self._job if self._fresh else None
            self._fresh = False
            return job

    def take_compare(self) -> LiveJob | None:
        """Return the analysis that is wanted for comparison, once."""
        with self._changed:
            job, self._compare = self._compare, None
            return job

    def take_faces(self) -> tuple[int, int] | None:
        """Return the next wish for stored faces: timestamps of the first and the last frame."""
        with self._changed:
            return self._faces.popleft() if self._faces else None


class LiveAnalyst:
    """Works through jobs until the window is gone.

    Parameters
    ----------
    desk : Desk
        Where commands arrive.
    stream : binary stream
        Where answers go.
    """

    def __init__(self, desk: Desk, stream: BinaryIO) -> None:
        self._desk = desk
        self._stream = stream
        self._device = "auto"
        self._job: LiveJob | None = None
        self._done = 0
        self._preview: Preview | None = None

    def run(self) -> None:
        """Work until the window is gone."""
        # Each stands by itself, so that sentences stay sentences on their way (`au_studio.live.wire`).
        found = dict(available())
        texts: dict[str, Any] = {f"device {name}": text for name, text in found.items()}
        self._say("ready", None, devices=list(found), why=why_not_gpu(), **texts)
        while not self._desk.closing:
            self._desk.wait()
            job = self._desk.take_job()
            if job is not None:
                self._work(job)
            self._answer_faces()
            compared = None if self._desk.superseded() else self._desk.take_compare()
            if compared is not None:
                self._work(compared, event="compared")

    def _say(self, event: str, arrays: Arrays | None = None, **values: Any) -> None:
        job = self._job
        whose = {"generation": job.generation if job else 0, "comparison": job.comparison if job else 0}
        write_message(self._stream, {"event": event, **whose, **values}, arrays)

    def _work(self, job: LiveJob, event: str = "stored") -> None:
        self._job, self._done = job, 0
        want_reading(Path(job.video), ReadingOptions(job.stream, job.deinterlace))
        try:
            self._device = checked(job.device)
            if not self._send_stored(job, event):
                self._analyze(job, event)
        except Stopped:
            pass
        except AUStudioError as error:
            self._say("failed", text=error.message, next_step=error.next_step, details=error.details)
        except Exception as error:  # anything else must still reach the window as a sentence
            self._say(
                "failed",
                text=sentence("The analysis stopped unexpectedly."),
                next_step="",
                details=repr(error),
            )
        finally:
            if self._preview is not None:
                self._preview.close()
                self._preview = None

    def _send_stored(self, job: LiveJob, event: str) -> bool:
        if not Path(job.output).exists():
            return False
        video = Path(job.video)
        there = video.is_file()  # values that are stored can be seen without the video
        try:
            analysis = load_analysis(Path(job.output))
            fits = is_analysis_of(
                analysis.provenance,
                target_person=job.target_person,
                video_hash=content_hash(video) if there else "",
                model_sha256=read_card(Path(job.model)).sha256,
                backend=job.backend,
                rest=job.rest,
                video=video if there else None,
            )
            # Its persons are numbered as in tracks that another backend has replaced since.
            fits = fits and tracks_backend(Path(job.tracks)) in {None, job.backend}
        except AUStudioError:
            return False
        if not fits:
            return False
        self._say_analysis(event, analysis, fresh=False)
        return True

    def _say_analysis(self, event: str, analysis: RecordingAnalysis, *, fresh: bool) -> None:
        arrays: dict[str, NDArray[Any]] = {
            "pts": analysis.pts,
            "intensities": analysis.intensities,
            "target": analysis.person,
        }
        self._say(event, arrays, aus=list(analysis.aus), fresh=fresh)

    def _analyze(self, job: LiveJob, event: str) -> None:
        on_progress: OnProgress = self._on_progress
        on_restored: OnProgress | None = self._on_restored
        # The window has read through a long recording just now, and kept what it found beside the faces.
        kept, options = Path(job.tracks).with_name(INDEX_FILE), ReadingOptions(job.stream, job.deinterlace)
        index = load_index(kept, Path(job.video), options) if job.tracks else None
        if event == "stored":
            self._preview = Preview(
                Path(job.video),
                Path(job.model),
                self._device,
                target_person=job.target_person,
                batch=BATCH,
                backend=job.backend,
                rest=RestChoice.parse(job.rest),
                index=index,
            )
        else:
            # While another model reads, its values wait for the end; wishes for faces do not.
            on_progress = lambda *_: self._answer_faces()  # noqa: E731
            on_restored = None
        try:
            analysis = analyze_recording(
                Path(job.video),
                Path(job.model),
                Path(job.output),
                tracks_path=Path(job.tracks),
                backend=job.backend,
                device=self._device,
                target_person=job.target_person,
                rest=job.rest,
                batch=BATCH,
                on_progress=on_progress,
                on_restored=on_restored,
                on_notice=lambda text: self._say("notice", text=text),
                should_stop=lambda: self._desk.superseded(job.comparison),
                index=index,
            )
        except IncompleteAnalysisError as error:
            analysis = error.analysis
            self._say("incomplete", text=error.message, next_step=error.next_step, details=error.details)
        self._say_analysis(event, analysis, fresh=True)
        give_back()

    def _on_restored(self, _rows: int, total: int, results: list[FrameAnalysis]) -> None:
        """Send what was analysed when the recording was on the screen before."""
        for start in range(0, len(results), _RESTORED_AT_ONCE):
            part = results[start : start + _RESTORED_AT_ONCE]
            self._done = part[-1].position + 1
            self._send_frames(part, total, provisional=False, restored=True)

    def _on_progress(self, _rows: int, total: int, results: list[FrameAnalysis]) -> None:
        done = self._done = results[-1].position + 1
        self._send_frames(results, total, provisional=False)
        self._answer_faces()
        preview = self._preview
        while preview is not None and not self._desk.superseded():
            results = preview.advance(self._desk.looking_at, done)
            if not results:
                break
            self._send_frames(results, total, provisional=True)

    @property
    def _tracks(self) -> Path | None:
        return None if self._job is None or not self._job.tracks else Path(self._job.tracks)

    def _send_frames(
        self, results: Sequence[FrameAnalysis], total: int, *, provisional: bool, restored: bool = False
    ) -> None:
        if not results:
            return
        known = next((r.intensities for r in results if r.intensities is not None), None)
        width = 0 if known is None else len(known)
        absent = np.full(width, np.nan, dtype=np.float32)
        values = np.stack([absent if r.intensities is None else r.intensities for r in results])
        target = [-1 if r.person is None else r.person for r in results]
        pts = np.array([r.pts for r in results], dtype=np.int64)
        arrays: dict[str, NDArray[Any]] = {
            "pts": pts,
            "intensities": values,
            "target": np.array(target, dtype=np.int16),
            **pack_with_contours([r.faces for r in results], pts, self._tracks),
        }
        self._say(
            "frames",
            arrays,
            done=self._done,
            total=total,
            provisional=provisional,
            restored=restored,
        )

    def _answer_faces(self) -> None:
        while self._job is not None and (wish := self._desk.take_faces()) is not None:
            arrays = stored_faces(Path(self._job.tracks), *wish)
            if arrays is not None:
                self._say("faces", arrays, first=wish[0], last=wish[1])


def main() -> int:
    """Run until stdin ends."""
    # Libraries print to stdout now and then; the messages get a private copy of it.
    stream = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(10)
    desk = Desk()
    threading.Thread(target=desk.listen, args=(sys.stdin.buffer,), name="commands", daemon=True).start()
    with contextlib.suppress(BrokenPipeError):
        LiveAnalyst(desk, stream).run()
    return 0


if __name__ == "__main__":
    # The thread that reads stdin may be blocked in it; leaving without joining it is right here.
    sys.stdout.flush()
    os._exit(main())
