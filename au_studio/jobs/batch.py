"""Analyses of many recordings: what is done is skipped, what is begun goes on, what is bad stops nothing."""

from __future__ import annotations

import contextlib
import dataclasses
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from au_studio.allocation import allocate_steadily, give_back
from au_studio.errors import AUStudioError, Stopped
from au_studio.export import bids_names, summary_csv
from au_studio.files import WriteError
from au_studio.jobs import earlier
from au_studio.jobs.batch_progress import BatchProgress
from au_studio.jobs.batch_record import BatchRecord, Item, Status
from au_studio.jobs.console import Console
from au_studio.jobs.control import Control
from au_studio.jobs.job import AnalyzeJob
from au_studio.jobs.output_names import SUMMARY
from au_studio.jobs.outputs import summary_path, table_path
from au_studio.jobs.pool import Died, Pool, Task, prepare
from au_studio.jobs.protocol import Done, Event, Failed, Notice, Progress
from au_studio.jobs.run import execute, failure
from au_studio.jobs.worker import peak_memory

_TEMPORARY = re.compile(r"\..+\.[0-9a-f]{8}\.part(\.(h5|csv|json|parquet|eaf|tsv|gz|md|txt))?")


class Batch:
    """The recordings of one call of ``au-studio analyze``.

    Parameters
    ----------
    jobs : sequence of AnalyzeJob
        One per recording, all with the same model and settings.
    model_sha256 : str
        Fingerprint of the model's weights.
    console : Console
        Where people read how it goes.
    workers : int
        How many recordings at once.
    threads : int
        Threads per recording.
    overwrite : bool
        Analyse everything again, and replace what is there.
    keep : bool
        Whether a record and a log are kept, and a summary of all is written.
    folder : Path, optional
        Where they lie; by default beside the tables.
    """

    def __init__(
        self,
        jobs: Sequence[AnalyzeJob],
        model_sha256: str,
        console: Console,
        *,
        workers: int = 1,
        threads: int = 1,
        overwrite: bool = False,
        keep: bool = True,
        folder: Path | None = None,
    ) -> None:
        self.items = [Item(dataclasses.replace(job, reuse=not overwrite)) for job in jobs]
        self.console, self.workers, self.threads, self.keep = console, workers, threads, keep
        self._sha256, self._overwrite = model_sha256, overwrite
        self.folder = folder or Path(str(jobs[0].output_csv)).parent
        about: dict[str, Any] = {
            "model": {"file": jobs[0].model, "sha256": model_sha256},
            "settings": earlier.settings_of(jobs[0]) | {"device": jobs[0].device, "decoder": jobs[0].decoder},
            "workers": workers,
            "threads": threads,
        }
        self.record = BatchRecord(self.folder, self.items, about, keep=keep)
        self.progress = BatchProgress({}, len(jobs))

    # ---- before

    def sort_out(self) -> list[int]:
        """Look what earlier runs have left; return the numbers of the recordings that are to be analysed."""
        if self.keep:
            self._sweep()
        self.record.log(f"begin: {len(self.items)} recordings")
        known = self.record.earlier()
        for item in self.items:
            self.look_at(item, known.get(item.job.video))
        waiting = [n for n, item in enumerate(self.items) if item.status is Status.WAITING]
        skipped = sum(item.skipped for item in self.items)
        if skipped:
            self.console.say(
                f"{skipped} of {len(self.items)} recordings were analysed already, with this model and these "
                "settings: skipped."
            )
        self.record.log(f"{skipped} done already, {len(waiting)} to do")
        with contextlib.suppress(WriteError):  # whoever goes on after a kill finds here what is called how
            self.record.write()
        self.progress = BatchProgress({n: self.items[n].size for n in waiting}, len(self.items))
        return waiting

    def _sweep(self) -> None:
        """Delete the temporary files of processes that were killed; the folder's lock says that none runs."""
        for pattern in ("*", "*/*", f"{bids_names.FOLDER}/**/*"):
            for path in self.folder.glob(pattern):
                if _TEMPORARY.fullmatch(path.name) and path.is_file():
                    path.unlink(missing_ok=True)

    def find(self, item: Item) -> earlier.Earlier | None:
        """Return the finished analysis of a recording that is there, if it is the one that is wanted."""
        if not item.content_hash:
            return None
        return earlier.find(item.job, item.content_hash, self._sha256)

    def look_at(self, item: Item, known: dict[str, Any] | None) -> None:
        """Look whether a recording is done, or cannot be; `known` is what the record said of it."""
        try:
            item.identify(known)
            if not (self._overwrite or self.skip(item, known)):
                earlier.refuse_to_overwrite(item.job, item.content_hash, self._sha256)
        except AUStudioError as error:
            self.end(self.items.index(item), error)

    def skip(self, item: Item, known: dict[str, Any] | None) -> bool:
        """Take over what an earlier run has done; return whether it has."""
        found = self.find(item)
        if found is None:
            return False
        item.skipped = True
        if known is not None:
            item.notices, item.seconds = list(known["notices"]), known["seconds"]
            item.peak_memory = known["peak_memory"]
        item.found(found)
        return True

    # ---- while it runs

    def begin(self, number: int, where: str = "") -> None:
        """Note that a recording is begun."""
        item = self.items[number]
        item.attempts += 1
        self.progress.running(number, item.name, 0.0)
        self.record.log(f"start: {item.job.video}{where}")

    def hear(self, number: int, event: Event | Died) -> None:
        """Take in an event of a recording's analysis; `Done` and `Failed` end it."""
        item = self.items[number]
        if isinstance(event, Progress):
            if self.keep and event.total:
                self.progress.running(number, item.name, event.done / event.total)
                self.console.status(self.progress.line(), self.progress.fraction())
            elif not self.keep:
                self.console(event)
        elif isinstance(event, Notice):
            item.notices.append(event.text)
            self.record.log(f"note: {item.job.video}: {event.text}")
            # Several are under way at once: a notice that does not name its recording would be anybody's.
            named = not self.keep or item.name in event.text
            self.console(event if named else Notice(f"{item.name}: {event.text}"))
        elif isinstance(event, Died):
            item.attempts += 1
            self.record.log(f"again: {item.job.video}: {event.message}")
            self.console.say(f"{item.name}: {event.message}")
        elif isinstance(event, Done):
            item.seconds, item.peak_memory = event.result.get("seconds"), event.result.get("peak_memory")
            self.end(number, None, reused=bool(event.result.get("reused")))
        elif isinstance(event, Failed):
            self.end(number, AUStudioError(event.message, next_step=event.next_step, details=event.details))

    def end(self, number: int, error: AUStudioError | None, *, reused: bool = False) -> None:
        """Note how a recording's analysis has ended; what lies on the disk decides whether it is done.

        Where intensities were there already (`reused`), only tables were written: no pace of anything.
        """
        item = self.items[number]
        found = self.find(item)
        prefix = f"[{number + 1}/{len(self.items)}] {item.name}"
        if found is not None and (error is None or not found.complete) and item.attempts:
            item.found(found)
        elif error is not None:
            item.failed(error)
        else:
            item.failed(AUStudioError("Its results have been taken away.", next_step="Analyse it again."))
        if item.status is Status.DONE:
            speed = (item.rows or 0) / max(item.seconds or 0.0, 1e-3)
            how = "analysed already, tables added" if reused else f"{speed:.0f} frames/s"
            text = f"{item.rows} frames, {item.rows_with_face} with a face, {how}"
            self.console.say(f"{prefix}: {text}{item.place}")
        else:
            incomplete = item.status is Status.INCOMPLETE
            how = f"incomplete, {item.rows} frames were read{item.place}" if incomplete else "failed"
            self.console.say(f"{prefix}: {how}{' (why: at the end)' if len(self.items) > 1 else ''}")
            text = item.error["message"] if item.error else ""
        self.record.log(f"{item.status}: {item.job.video}: {text}")
        self.progress.finished(number)
        with contextlib.suppress(WriteError):  # the next time, or at the end, when it is said
            self.record.write()

    # ---- afterwards

    def finish(self, *, stopped: bool = False) -> None:
        """Write what tells of all recordings, and the record."""
        try:
            if not stopped:
                self.tell_of_all()
        finally:
            self.record.log("interrupted" if stopped else "end")
            try:
                self.record.write(ended=True)
            except WriteError:
                if not any(item.status is Status.FAILED for item in self.items):
                    raise  # what has failed has told of the full disk already

    @property
    def unsound(self) -> list[Item]:
        """The recordings that could not be analysed completely, in this run or an earlier one."""
        return [item for item in self.items if item.status is not Status.DONE]

    def tell_of_all(self) -> None:
        """Write the tables that tell of all recordings."""
        self._describe_data_set()
        if self.keep:
            self._summarize()

    def _describe_data_set(self) -> None:
        job = self.items[0].job
        if "bids" in job.formats and any(item.rows is not None for item in self.items):
            from au_studio.export.bids_dataset import write_dataset  # noqa: PLC0415  few ask for it

            write_dataset(table_path(Path(str(job.output_csv)), "bids"))

    def _summarize(self) -> None:
        tables = [item.job for item in self.items if item.rows is not None]
        if not tables:
            return
        csvs = [Path(str(job.output_csv)) for job in tables]
        if "summary" in tables[0].formats:
            parts = [table_path(csv, "summary") for csv in csvs]
            summary_csv.join(self.folder / f"{SUMMARY}.csv", parts)
        if "parquet" in tables[0].formats:
            from au_studio.export import parquet  # noqa: PLC0415  its library need not be there

            parquet.join_summaries(self.folder / f"{SUMMARY}.parquet", [summary_path(csv) for csv in csvs])


def run_here(batch: Batch, waiting: Sequence[int], control: Control) -> None:
    """Analyse one recording after the other in this process.

    Raises
    ------
    Stopped
        When it was asked to; what is under way is saved.
    """
    allocate_steadily()
    for number in waiting:
        item = batch.items[number]
        batch.begin(number)
        try:
            result = execute(item.job, _listener(batch, number), control)
        except Stopped:
            raise
        except AUStudioError as error:
            batch.end(number, error)
        except Exception as error:
            if not batch.keep:
                raise
            # One bad file stops no batch: what nobody foresaw is written down, and the next one begins.
            batch.hear(number, failure(error))
        else:
            batch.hear(number, Done({**result, "peak_memory": peak_memory()}))
        give_back()


def run_pool(batch: Batch, waiting: Sequence[int], control: Control, lock: int | None = None) -> None:
    """Analyse several recordings at once, in processes.

    Raises
    ------
    Stopped
        When it was asked to; what is under way is saved.
    """
    begun: set[int] = set()

    def hear(task: Task, event: Event | Died) -> None:
        if task.key not in begun:
            begun.add(task.key)
            batch.begin(task.key)
        batch.hear(task.key, event)

    from au_studio.analysis.estimators import is_ready  # noqa: PLC0415  OpenCV, where nothing else needs it

    job = batch.items[0].job
    if not is_ready(Path(job.model), job.device):
        # Once, by a process that ends: in the workers PyTorch would stay, 200 MiB in each.
        prepare(job.model, job.device)
    pool = Pool(batch.workers, batch.threads, keep_open=() if lock is None else (lock,))
    tasks = [Task(number, batch.items[number].job) for number in waiting]
    if not pool.run(tasks, hear, control.should_stop):
        raise Stopped("The analysis was interrupted.")


def _listener(batch: Batch, number: int) -> Callable[[Event], None]:
    return lambda event: batch.hear(number, event)
