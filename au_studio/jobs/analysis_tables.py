"""The tables that an analysis is asked for, one after the other by the name of their format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from au_studio.analysis.results import RecordingAnalysis
from au_studio.export import (
    bids,
    elan_eaf,
    events_csv,
    mne_annotations,
    openface_csv,
    summary_csv,
    tidy_csv,
)
from au_studio.export.bids_names import BidsSource, entities_of
from au_studio.export.summary_csv import SummarySource
from au_studio.jobs.job import AnalyzeJob
from au_studio.jobs.outputs import called, summary_path, table_path


def write_table(name: str, job: AnalyzeJob, analysis: RecordingAnalysis, settings: dict[str, Any]) -> None:
    """Write an analysis in one of the formats of `au_studio.jobs.job.TABLES`.

    Parameters
    ----------
    name : str
        Of the format.
    job : AnalyzeJob
        With `output_csv`, which gives the tables their names.
    analysis : RecordingAnalysis
        As it is to be written.
    settings : dict
        What the tables' sidecars say of how it was made.
    """
    assert job.output_csv is not None
    csv, recording = Path(job.output_csv), called(job)
    model = str(analysis.provenance["model"]["name"])
    if name == "parquet":
        from au_studio.export import parquet  # noqa: PLC0415  its library need not be there

        parquet.write_frames(table_path(csv, name), csv.stem, analysis, settings=settings)
        parquet.write_summary(summary_path(csv), SummarySource(csv.stem, model, analysis))
        return
    writers: dict[str, Callable[[Path], int]] = {
        "openface": lambda path: openface_csv.write(path, analysis),
        "tidy": lambda path: tidy_csv.write(path, recording, {model: analysis}),
        "events": lambda path: events_csv.write(path, recording, {model: analysis}),
        "elan": lambda path: elan_eaf.write(path, Path(job.video), model, analysis),
        "summary": lambda path: summary_csv.write(path, [SummarySource(recording, model, analysis)]),
        "mne": lambda path: mne_annotations.write(path, analysis),
        "bids": lambda path: bids.write_recording(
            path, BidsSource(entities_of(csv.stem), recording, model), analysis, settings=settings
        ),
    }
    writers[name](table_path(csv, name))
