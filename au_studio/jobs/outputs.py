"""Which files an analysis writes; known without loading anything heavy."""

from __future__ import annotations

from pathlib import Path

from au_studio.export.bids_names import FOLDER, entities_of, files_of
from au_studio.jobs.job import AnalyzeJob

FRAMES = "frames"
"""Folder of the Parquet tables of frames, one file per recording."""
SUMMARIES = "summaries"
"""Folder of the Parquet summaries, one file per recording."""


def called(job: AnalyzeJob) -> str:
    """Return what people, and tables of several recordings, call the job's recording: no two are the same.

    It is the file's name; where several are called alike, with what tells the names of their results apart.
    """
    video = Path(job.video)
    return video.name if job.output_csv is None else Path(job.output_csv).stem + video.suffix


def table_path(csv: Path, table: str) -> Path:
    """Return where a table goes: ``clip.csv`` for the default, else ``clip.events.csv`` or ``clip.eaf``.

    Parquet has a folder of its own, ``frames/clip.parquet``: the folder is one data set of all recordings.
    So is that of BIDS, which names the files in it in its own way: only the folder is returned.
    """
    if table == "elan":
        return csv.with_name(f"{csv.stem}.eaf")
    if table == "mne":
        return csv.with_name(f"{csv.stem}.mne.txt")
    if table == "bids":
        return csv.parent / FOLDER
    if table == "parquet":
        return csv.parent / FRAMES / f"{csv.stem}.parquet"
    return csv if table == "openface" else csv.with_name(f"{csv.stem}.{table}.csv")


def output_files(job: AnalyzeJob) -> list[Path]:
    """Return every file that the job writes besides face tracks, in the order of writing."""
    files = [] if job.output_h5 is None else [Path(job.output_h5)]
    if job.output_csv is not None:
        table = Path(job.output_csv)
        files += [table_path(table, name) for name in job.formats if name != "bids"]
        if "bids" in job.formats:
            files += table_files(table, "bids")
        files.append(sidecar_path(table))
        if "parquet" in job.formats:
            files.append(summary_path(table))
    return files


def table_files(csv: Path, table: str) -> list[Path]:
    """Return every file that a table of a recording consists of."""
    if table == "bids":
        return files_of(table_path(csv, table), entities_of(csv.stem))
    return [table_path(csv, table), *([summary_path(csv)] if table == "parquet" else [])]


def summary_path(csv: Path) -> Path:
    """Return where the summary of a recording goes that is written with its Parquet table."""
    return csv.parent / SUMMARIES / f"{csv.stem}.parquet"


def sidecar_path(csv: Path) -> Path:
    """Return where the sidecar of a table goes: beside it, with the ending ``.json``."""
    return csv.with_name(f"{csv.stem}.json")
