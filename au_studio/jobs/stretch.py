"""A stretch of one recording's analysis, done wherever there is room: what a worker of a cluster runs.

A stretch is some seconds of work. It takes up what the stretch before it has left beside the result (on the
file system that all computers share: the rows, and what is remembered of the past), and leaves the same for
the next. So the stretches of a recording form a chain, each link of which any computer may do, and together
they come to exactly what one computer comes to. Whatever is sent is small: the job with its paths, and
numbers.
"""

from __future__ import annotations

import functools
import os
import threading
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from au_studio import __version__
from au_studio.allocation import allocate_steadily, give_back
from au_studio.errors import Stopped
from au_studio.jobs.control import Control
from au_studio.jobs.earlier import GOING_ON
from au_studio.jobs.job import AnalyzeJob, JobError
from au_studio.jobs.protocol import Event, Failed, Notice, Progress
from au_studio.jobs.run import failure
from au_studio.jobs.worker import peak_memory
from au_studio.nn.engine import NO_EIGHT_BITS
from au_studio.texts import sentence
from au_studio.video.options import ReadingOptions

if TYPE_CHECKING:
    from au_studio.video.index import VideoIndex

_ONE_AT_A_TIME = threading.Lock()
"""Memory was counted on for one recording a process, and threads for one, too."""


@dataclass(frozen=True)
class StretchResult:
    """What a stretch came to; small enough to be sent.

    Attributes
    ----------
    finished : bool
        Whether the recording is done, its tables written.
    done, total : int
        Frames that are done, and all.
    seconds : float
        How long the stretch took.
    notices : list of str
        What people should know.
    error : dict or None
        ``message``, ``next_step``, ``details``; then the recording is over, however far it came.
    peak_memory : int or None
        Most memory that the process had, bytes.
    lead : float
        Seconds from taking the recording up (model, place in the file, what was saved) to its first frames.
    """

    finished: bool
    done: int
    total: int
    seconds: float
    notices: list[str] = field(default_factory=list)
    error: dict[str, str] | None = None
    peak_memory: int | None = None
    lead: float = 0.0


class _StretchControl(Control):
    """Ends the work some seconds after its first frames: every stretch gets on, however slow the start."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._seconds = seconds
        self.notices: list[str] = []
        self._first: int | None = None
        self._taken_up = time.monotonic()
        self._lead = 0.0
        self.done = self.total = 0

    def take_up(self) -> None:
        """Count from now what taking the recording up costs; libraries are loaded only once."""
        self._taken_up = time.monotonic()

    def hear(self, event: Event) -> None:
        """Take in how far the work is."""
        if isinstance(event, Notice):
            # Every stretch but the first goes on from another: nothing that people need to be told.
            if not event.text.startswith(GOING_ON):
                self.notices.append(event.text)
        elif isinstance(event, Progress) and event.total and event.done:
            if self._first is None:
                now = time.monotonic()
                self._first, self._until, self._lead = event.done, now + self._seconds, now - self._taken_up
            self.done, self.total = event.done, event.total

    def should_stop(self) -> bool:
        """Whether the stretch is over."""
        if self._first is not None and time.monotonic() >= self._until:
            self.pause()
        return super().should_stop()

    def result(self, started: float, *, finished: bool, failed: Failed | None = None) -> dict[str, Any]:
        """Return what the stretch came to, in JSON types."""
        error = None
        if failed is not None:
            error = {"message": failed.message, "next_step": failed.next_step, "details": failed.details}
        result = StretchResult(
            finished=finished,
            done=self.done,
            total=self.total,
            seconds=round(time.monotonic() - started, 3),
            notices=self.notices,
            error=error,
            peak_memory=peak_memory(),
            lead=round(self._lead, 3),
        )
        return asdict(result)


def run_stretch(job: dict[str, Any], seconds: float, version: str, alike: bool = False) -> dict[str, Any]:
    """Analyse on from where the recording's last stretch ended, for some seconds.

    Parameters
    ----------
    job : dict
        An `AnalyzeJob` in JSON types; its paths hold on every computer, and its threads are those of all
        stretches.
    seconds : float
        How long, counted from the first frames.
    version : str
        Of AU Studio where the work is asked for.
    alike : bool
        Compute what every processor computes alike: the next stretch may be another one's.

    Returns
    -------
    dict
        A `StretchResult`; errors are in it, because not every exception can be sent.
    """
    with _ONE_AT_A_TIME:
        allocate_steadily()
        started, control = time.monotonic(), _StretchControl(seconds)
        try:
            if version != __version__:
                raise JobError(
                    sentence(
                        "This worker has AU Studio {version}, but {version_2} asks for the work.",
                        version=__version__,
                        version_2=version,
                    ),
                    next_step="Install the same version on all computers.",
                )
            if alike:
                os.environ[NO_EIGHT_BITS] = "1"
            _analyze(cast("AnalyzeJob", AnalyzeJob.from_json(job)), control)
        except Stopped:
            return control.result(started, finished=False)
        except Exception as error:
            return control.result(started, finished=True, failed=failure(error))
        finally:
            give_back()
        return control.result(started, finished=True)


def _analyze(job: AnalyzeJob, control: _StretchControl) -> None:
    # Heavy, and this module is named where nothing is analysed: by the program that asks for the work.
    from au_studio.jobs import analyze  # noqa: PLC0415

    stat = Path(job.video).stat() if Path(job.video).is_file() else None
    options = ReadingOptions(job.stream, job.deinterlace)
    index = None if stat is None else _index(job.video, options, stat.st_size, stat.st_mtime_ns)
    control.take_up()
    analyze.run(job, control.hear, control, index=index)


@functools.lru_cache(maxsize=1)
def _index(video: str, options: ReadingOptions, _size: int, _modified: int) -> VideoIndex:
    """Read the index of a recording, once for all stretches that are done here: it reads the whole file."""
    from au_studio.video.index import index_video  # noqa: PLC0415  it brings the decoder

    return index_video(Path(video), options)
