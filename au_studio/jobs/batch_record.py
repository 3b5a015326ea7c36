"""What is known of every recording of a batch: ``batch.json`` for programs, ``batch.log`` for people.

``batch.json`` holds ``format``, ``app_version``, ``started``, ``ended`` (null while it runs, or after it was
killed), ``model``, ``settings``, ``workers``, ``counts`` by status, and ``recordings``: for each its
``video``, ``name`` (what its files are called, without ending), ``size``, ``modified`` and ``content_hash``,
``status`` (`Status`), ``skipped`` (done by an earlier run), ``rows``, ``rows_with_face``, ``first`` and
``last`` (seconds), ``notices``, ``seconds`` of work (of the run that ended it), ``peak_memory`` (bytes of the
process that did it), ``attempts``, ``error`` (null, or ``message``, ``next_step``, ``details``) and ``files``
(none when it failed).
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from au_studio import __version__
from au_studio.errors import AUStudioError
from au_studio.files import write_text
from au_studio.jobs.earlier import Earlier
from au_studio.jobs.job import AnalyzeJob
from au_studio.jobs.outputs import called, output_files
from au_studio.video.hashing import content_hash

RECORD = "batch.json"
LOG = "batch.log"
FORMAT = "au-studio batch 1"
WRITE_SHARE = 0.02
"""``batch.json`` is written with every recording that ends, as long as that takes no more than this share
of the time: a kill costs no results, only what it says of them."""


class Status(StrEnum):
    """How far a recording is."""

    WAITING = "waiting"
    DONE = "done"
    INCOMPLETE = "incomplete"
    """Cut short or damaged: what could be read is done, and analysing it again would yield no more."""
    FAILED = "failed"


@dataclass(eq=False)
class Item:
    """One recording of a batch; the attributes are the fields of ``batch.json``."""

    job: AnalyzeJob
    label: str = ""
    size: int = 0
    modified: int = 0
    content_hash: str = ""
    status: Status = Status.WAITING
    skipped: bool = False
    rows: int | None = None
    rows_with_face: int | None = None
    first: float | None = None
    last: float | None = None
    notices: list[str] = field(default_factory=list)
    seconds: float | None = None
    peak_memory: int | None = None
    attempts: int = 0
    error: dict[str, str] | None = None

    @property
    def name(self) -> str:
        """What people call the recording (`au_studio.jobs.outputs.called`)."""
        return self.label or called(self.job)

    @property
    def place(self) -> str:
        """Where its table lies, as it is told behind what was done; nothing for a study's, which has none."""
        return "" if self.job.output_csv is None else f" → {self.job.output_csv}"

    def identify(self, known: dict[str, Any] | None) -> None:
        """Fingerprint the recording; one that an earlier run has read and nobody touched is not read again.

        Raises
        ------
        au_studio.video.errors.UnreadableVideoError
            If the file is missing or cannot be read.
        """
        with contextlib.suppress(OSError):
            stat = Path(self.job.video).stat()
            self.size, self.modified = stat.st_size, stat.st_mtime_ns
        if (
            known
            and (known["size"], known["modified"]) == (self.size, self.modified)
            and known["content_hash"]
        ):
            self.content_hash = str(known["content_hash"])
        else:
            self.content_hash = content_hash(Path(self.job.video))

    def found(self, earlier: Earlier) -> None:
        """Take over what the finished tables say."""
        self.status = Status.DONE if earlier.complete else Status.INCOMPLETE
        self.rows, self.rows_with_face = earlier.rows, earlier.rows_with_face
        self.first, self.last = earlier.first, earlier.last
        self.notices = list(dict.fromkeys([*self.notices, *earlier.notices]))
        if self.seconds is None:
            self.seconds = earlier.seconds
        self.error = None
        if not earlier.complete:
            reason = earlier.notices[-1] if earlier.notices else "It could be read only in part."
            self.error = {"message": reason, "next_step": "", "details": ""}

    def failed(self, error: AUStudioError) -> None:
        """Note why it could not be analysed."""
        self.status = Status.FAILED
        self.error = {"message": error.message, "next_step": error.next_step, "details": error.details}

    def to_json(self) -> dict[str, Any]:
        """Return the fields, in JSON types."""
        names = [field.name for field in dataclasses.fields(self) if field.name not in ("job", "label")]
        fields = {name: getattr(self, name) for name in names}
        files = output_files(self.job) if self.rows is not None else []
        name = self.label or Path(str(self.job.output_csv)).stem
        return {"video": self.job.video, "name": name, **fields, "files": [str(path) for path in files]}


class BatchRecord:
    """The record of a batch, kept in its folder while it runs.

    Parameters
    ----------
    folder : Path
        Where the results go.
    items : sequence of Item
        The recordings, in the order of ``batch.json``.
    about : dict
        Model, settings and number of workers, in JSON types.
    keep : bool
        Whether anything is written; a single recording needs no record.
    """

    def __init__(
        self, folder: Path, items: Sequence[Item], about: dict[str, Any], *, keep: bool = True
    ) -> None:
        self._folder = folder
        self._items = items
        self._about = about
        self._keep = keep
        self._started, self._next = _now(), 0.0
        self._lock = threading.Lock()

    def earlier(self) -> dict[str, dict[str, Any]]:
        """Return the fields that an earlier run wrote, by the path of the recording; none when illegible."""
        return _recorded(self._folder)

    def log(self, text: str) -> None:
        """Add a line with the time of day to ``batch.log``; a line that cannot be written stops nothing."""
        if not self._keep:
            return
        line = " ".join(text.splitlines())
        with self._lock, contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            with (self._folder / LOG).open("a", encoding="utf-8") as stream:
                stream.write(f"{_now()} {line}\n")

    def write(self, *, ended: bool = False) -> None:
        """Write ``batch.json``, unless it was written a moment ago and the batch goes on.

        Raises
        ------
        au_studio.files.WriteError
            If it cannot be written.
        """
        now = time.monotonic()
        if not self._keep or (not ended and now < self._next):
            return
        counts = Counter(str(item.status) for item in self._items)
        told = {
            "format": FORMAT,
            "app_version": __version__,
            "started": self._started,
            "ended": _now() if ended else None,
            **self._about,
            "counts": {status.value: counts.get(status.value, 0) for status in Status},
            "recordings": [item.to_json() for item in self._items],
        }
        write_text(self._folder / RECORD, json.dumps(told, indent=1, ensure_ascii=False) + "\n")
        ready = time.monotonic()
        self._next = ready + (ready - now) / WRITE_SHARE


def earlier_names(folder: Path) -> dict[str, str]:
    """Return what the last batch of a folder has called the results of each recording, by its path."""
    found = {}
    for video, fields in _recorded(folder).items():
        files = fields.get("files") or [""]
        found[video] = str(fields.get("name") or Path(str(files[0])).stem)
    return {video: name for video, name in found.items() if name}


def _recorded(folder: Path) -> dict[str, dict[str, Any]]:
    try:
        told = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        if told["format"] != FORMAT:
            return {}
        return {str(fields["video"]): dict(fields) for fields in told["recordings"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
