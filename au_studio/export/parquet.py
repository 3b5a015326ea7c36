"""Tables for studies of many recordings: Parquet, one file per recording, the same types in every file.

The folder of the files is one data set: pandas, polars, DuckDB and pyarrow read it whole
(``pandas.read_parquet("frames")``), and only the columns that are asked for. Programs that guess types from
the first rows have nothing to guess here: a recording without any face has the same columns as any other.

Every column says its unit and meaning in its metadata; the table says how it was made, under ``au_studio``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ModuleNotFoundError:  # told when a table is asked for, not when this module is loaded
    pa = pq = None

from au_studio.analysis.results import RecordingAnalysis
from au_studio.export import sidecar
from au_studio.export.check import check_analysis
from au_studio.export.errors import ExportError
from au_studio.export.frame_columns import frame_columns
from au_studio.export.summary_csv import HEADER, SummarySource, rows_of
from au_studio.export.summary_parts import read_parts
from au_studio.files import atomic_path
from au_studio.stats.episodes import DEFAULT_RULE, EpisodeRule

KEY = b"au_studio"
"""Where the metadata of a table say how it was made, in JSON."""

_ROW_GROUP = 1 << 16
_COUNTS = frozenset(("frames", "valid_frames", "episodes"))
_TEXTS = frozenset(("recording", "person", "group", "condition", "source", "au"))
_UNITS = {
    "peak_time": "s",
    "episode_seconds": "s",
    "episodes_per_minute": "1/min",
    "frames": "frames",
    "valid_frames": "frames",
}


def require() -> None:
    """Make sure that Parquet can be written here.

    Raises
    ------
    ExportError
        If the library is missing; says how to get it.
    """
    if pq is None:
        raise ExportError(
            "Parquet tables need the library pyarrow, which is not installed.",
            next_step="Install it with: python -m pip install 'au-studio[tables]', or choose other tables.",
        )


def write_frames(
    path: Path, recording: str, analysis: RecordingAnalysis, *, settings: Mapping[str, Any] | None = None
) -> int:
    """Write the values of a recording, one row per frame.

    Columns: ``recording`` and those of `au_studio.export.frame_columns`; without a face the intensities are
    null.

    Parameters
    ----------
    path : Path
        The file to write or replace; it appears only when it is whole.
    recording : str
        Name of the recording, for the column ``recording``.
    analysis : RecordingAnalysis
        The values, T rows; with its `errors`, if it has them.
    settings : mapping, optional
        Choices made for this table; they go into the metadata.

    Returns
    -------
    int
        Rows written.

    Raises
    ------
    ExportError
        If pyarrow is missing, or the analysis is incomplete or contradicts itself; nothing is written then.
    WriteError
        If the file cannot be written.
    """
    require()
    n = len(analysis.pts)
    columns = [_column("recording", pa.array([recording] * n, pa.string()), "the recording")]
    for column in frame_columns(analysis):
        # What is measured may be missing; the columns before that are whole.
        missing = np.isnan(column.values) if column.values.dtype == np.float32 else None
        columns.append(
            _column(column.name, pa.array(column.values, mask=missing), column.meaning, column.unit)
        )
    _write(path, columns, sidecar.describe(path, analysis, settings=settings))
    return n


def write_summary(path: Path, source: SummarySource, rule: EpisodeRule = DEFAULT_RULE) -> int:
    """Write the summary of a recording, one row per action unit: the columns of the summary in CSV, typed.

    Raises
    ------
    ExportError
        If pyarrow is missing or the analysis is incomplete; nothing is written then.
    WriteError
        If the file cannot be written.
    """
    require()
    check_analysis(source.analysis)
    rows = list(rows_of(source, rule))
    columns = [
        _column(name, _typed(name, cells), "", _UNITS.get(name, ""))
        for name, cells in zip(HEADER, zip(*rows, strict=True), strict=True)
    ]
    _write(path, columns, sidecar.describe(path, source.analysis))
    return len(rows)


def join_summaries(path: Path, parts: Sequence[Path]) -> int:
    """Write the summaries of many recordings into one table, in the order given.

    Parameters
    ----------
    path : Path
        The file to write or replace.
    parts : sequence of Path
        What `write_summary` wrote.

    Returns
    -------
    int
        Rows written.

    Raises
    ------
    ExportError
        If pyarrow is missing, or a part cannot be read; nothing is written then.
    WriteError
        If the file cannot be written.
    """
    require()
    schema = pa.schema([_column(name, _typed(name, ()), "", _UNITS.get(name, ""))[0] for name in HEADER])
    about = json.dumps({"format": sidecar.FORMAT, "table": path.name, "recordings": len(parts)})
    schema, count = schema.with_metadata({KEY: about}), 0
    with atomic_path(path) as temporary, pq.ParquetWriter(temporary, schema, compression="zstd") as writer:
        for table in read_parts(
            parts,
            lambda part: pq.ParquetFile(part).read().cast(schema),
            (OSError, pa.ArrowException, ValueError),
        ):
            writer.write_table(table.replace_schema_metadata(schema.metadata))
            count += table.num_rows
    return count


def _write(path: Path, columns: Sequence[tuple[Any, Any]], about: Mapping[str, Any]) -> None:
    text = json.dumps(sidecar.plain(about), ensure_ascii=False, allow_nan=False)
    schema = pa.schema([field for field, _ in columns], metadata={KEY: text.encode()})
    table = pa.Table.from_arrays([values for _, values in columns], schema=schema)
    with atomic_path(path) as temporary:
        pq.write_table(table, temporary, compression="zstd", row_group_size=_ROW_GROUP)


def _column(name: str, values: Any, meaning: str, unit: str = "") -> tuple[Any, Any]:
    told = {"description": meaning, "unit": unit}
    metadata = {key: text for key, text in told.items() if text}
    return pa.field(name, values.type, nullable=True, metadata=metadata or None), values


def _typed(name: str, cells: Sequence[str]) -> Any:
    if name in _TEXTS:
        return pa.array(list(cells), pa.string())
    if name in _COUNTS:
        return pa.array([int(cell) for cell in cells], pa.int64())
    return pa.array([float(cell) if cell else None for cell in cells], pa.float64())
