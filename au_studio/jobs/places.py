"""Where a job's files lie: ``NAME.json`` describes it, the folder ``NAME`` beside it holds its progress.

The folder is there as long as the job is not done: waiting, running, paused, failed or killed. So the folders
that are left when a study is opened are the jobs that can go on.
"""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path
from typing import Any

from au_studio.files import write_text
from au_studio.jobs.protocol import Done, Event, Failed

_ABOUT = "about.json"


def state_folder(job_file: Path) -> Path:
    """Return the folder that holds the progress of a job."""
    return job_file.with_suffix("")


def remember(job_file: Path, title: str = "", key: object = None) -> None:
    """Mark a job as not done, with what people call it and its asker knows it by (JSON values).

    Raises
    ------
    au_studio.files.WriteError
        If the folder cannot be written.
    """
    about = {"title": title, "key": key, "since": time.time_ns()}
    write_text(state_folder(job_file) / _ABOUT, json.dumps(about))


def recall(job_file: Path) -> tuple[str, Any]:
    """Return title and key of a job that is not done; its file's name and None when nobody gave any."""
    try:
        about = json.loads((state_folder(job_file) / _ABOUT).read_text(encoding="utf-8"))
        return str(about["title"]) or job_file.stem, about["key"]
    except (OSError, ValueError, KeyError, TypeError):
        return job_file.stem, None


def forget(job_file: Path) -> None:
    """Mark a job as done, or given up: its progress is deleted, its description stays."""
    shutil.rmtree(state_folder(job_file), ignore_errors=True)


def tidy(job_file: Path, last: Event) -> None:
    """Forget the progress of a job that is done or given up; keep what one that can go on needs.

    Parameters
    ----------
    job_file : Path
        The job.
    last : Event
        How it ended: `Done` or `Failed`.
    """
    if isinstance(last, Done) and not last.result.get("paused"):
        forget(job_file)
    elif isinstance(last, Failed) and state_folder(job_file).is_dir():
        write_text(state_folder(job_file) / "log.txt", f"{last.message}\n\n{last.details}\n")


def interrupted(folder: Path) -> list[Path]:
    """Return the files of the jobs in a folder that are not done, the oldest first."""
    left = [path for path in folder.glob("*.json") if state_folder(path).is_dir()]
    return sorted(left, key=lambda path: (_since(path), path.name))


def _since(job_file: Path) -> int:
    """Return when a job was remembered, in ns: files that are written at once have one time of change."""
    try:
        return int(json.loads((state_folder(job_file) / _ABOUT).read_text(encoding="utf-8"))["since"])
    except (OSError, ValueError, KeyError, TypeError):
        return job_file.stat().st_mtime_ns


def sweep(folder: Path) -> int:
    """Delete the temporary files that killed processes left in a folder and those in it; return how many.

    Call it only while nothing writes there: when a study has just been opened.
    """
    left = [path for path in folder.rglob(".*.part*") if path.is_file()]
    for path in left:
        path.unlink(missing_ok=True)
    return len(left)
