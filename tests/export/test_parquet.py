"""Parquet tables, read back by the programs that people read them with."""

from __future__ import annotations

import dataclasses
import json

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.dataset
import pyarrow.parquet as pq
import pytest

from au_studio.export import parquet, summary_csv
from au_studio.export.errors import ExportError
from au_studio.export.summary_csv import SummarySource

LEADING = ["recording", "frame", "pts", "timestamp", "face_id", "confidence", "success"]


@pytest.fixture
def frames(tmp_path, analysis):
    """Two recordings, the second one without any face."""
    nothing = dataclasses.replace(
        analysis,
        intensities=np.full((6, 2), np.nan, np.float32),
        success=np.zeros(6, bool),
        confidence=np.zeros(6, np.float32),
        person=np.full(6, -1, np.int16),
    )
    folder = tmp_path / "frames"
    # The empty one comes first: readers that guess types from the first file would guess wrong.
    parquet.write_frames(folder / "001.parquet", "001", nothing)
    parquet.write_frames(folder / "002.parquet", "002", analysis, settings={"smooth": 0.5})
    return folder


def test_every_file_has_the_same_columns_and_types(frames):
    one, other = (pq.read_schema(frames / name) for name in ("001.parquet", "002.parquet"))
    assert one.names == [*LEADING, "AU06_r", "AU12_r"]
    assert one.types == other.types
    types = {"recording": pa.string(), "frame": pa.int32(), "pts": pa.int64(), "timestamp": pa.float64()}
    types |= {"face_id": pa.int16(), "success": pa.bool_(), "AU12_r": pa.float32()}
    assert {name: one.field(name).type for name in types} == types


def test_columns_say_their_units_and_the_table_how_it_was_made(frames):
    schema = pq.read_schema(frames / "002.parquet")
    assert schema.field("timestamp").metadata[b"unit"] == b"s"
    assert b"lip corner puller" in schema.field("AU12_r").metadata[b"description"]
    made = json.loads(schema.metadata[parquet.KEY])
    assert made["provenance"]["model"]["name"] == "Base"
    assert made["settings"] == {"smooth": 0.5}


def check(table, analysis):
    """Check a data frame of pandas with both recordings in it."""
    table = table.sort_values(["recording", "frame"])
    assert table["recording"].tolist() == ["001"] * 6 + ["002"] * 6
    first, second = table[:6], table[6:]
    assert first[["AU06_r", "AU12_r"]].isna().all().all()
    assert second["AU12_r"].isna().tolist() == [False, False, True, False, False, False]
    np.testing.assert_array_equal(second["AU12_r"].to_numpy(np.float32), analysis.intensities[:, 1])
    np.testing.assert_array_equal(second["timestamp"].to_numpy(), analysis.times)
    assert second["success"].tolist() == analysis.success.tolist()


def test_pandas_reads_the_folder(frames, analysis):
    table = pd.read_parquet(frames)
    check(table, analysis)
    assert table["AU12_r"].dtype == np.float32
    assert table["face_id"].dtype == np.int16
    assert table["success"].dtype == bool


def test_polars_reads_the_folder(frames, analysis):
    table = pl.read_parquet(frames / "*.parquet")
    assert table.schema["AU12_r"] == pl.Float32
    assert table["AU12_r"].null_count() == 7
    check(pd.DataFrame(table.to_dict(as_series=False)), analysis)


def test_duckdb_reads_the_folder_and_skips_what_is_missing(frames, analysis):
    with duckdb.connect() as connection:
        found = connection.execute(
            f"SELECT recording, avg(AU12_r), count(AU12_r) FROM '{frames}/*.parquet' GROUP BY 1 ORDER BY 1"
        ).fetchall()
        mean = float(np.nanmean(analysis.intensities[:, 1].astype(float)))
        assert found == [("001", None, 0), ("002", pytest.approx(mean), 5)]
        columns = connection.execute(f"DESCRIBE SELECT * FROM '{frames}/*.parquet'").fetchall()
    assert {name: kind for name, kind, *_ in columns}["AU12_r"] == "FLOAT"


def test_pyarrow_reads_the_folder_as_one_data_set(frames, analysis):
    found = pyarrow.dataset.dataset(frames, format="parquet")
    check(found.to_table().to_pandas(), analysis)
    strong = found.to_table(filter=pyarrow.dataset.field("AU12_r") > 2, columns=["recording", "frame"])
    assert strong.to_pylist() == [{"recording": "002", "frame": 4}, {"recording": "002", "frame": 5}]


def test_expected_errors_are_columns_too(tmp_path, analysis):
    known = dataclasses.replace(analysis, errors=np.full((6, 2), 0.25, np.float32))
    parquet.write_frames(tmp_path / "a.parquet", "a", known)
    assert pq.read_table(tmp_path / "a.parquet")["AU06_sd"].to_pylist() == [0.25] * 6


def test_the_summary_says_what_that_in_csv_says(tmp_path, analysis):
    sources = [SummarySource(name, "Base", analysis) for name in ("a", "b")]
    parts = [tmp_path / f"{source.recording}.parquet" for source in sources]
    csvs = [tmp_path / f"{source.recording}.csv" for source in sources]
    for source, part, table in zip(sources, parts, csvs, strict=True):
        assert parquet.write_summary(part, source) == 2
        summary_csv.write(table, [source])
    assert parquet.join_summaries(tmp_path / "all.parquet", parts) == 4
    assert summary_csv.join(tmp_path / "all.csv", csvs) == 4
    whole = tmp_path / "whole.csv"
    summary_csv.write(whole, sources)
    assert (tmp_path / "all.csv").read_bytes() == whole.read_bytes()
    joined = pd.read_parquet(tmp_path / "all.parquet")
    texts = ["person", "group", "condition"]  # empty texts; a CSV cannot tell them from missing ones
    assert (joined[texts] == "").all().all()
    pd.testing.assert_frame_equal(
        joined.drop(columns=texts), pd.read_csv(whole).drop(columns=texts), check_dtype=False
    )


@pytest.mark.parametrize("ending", ["parquet", "csv"])
def test_a_summary_that_cannot_be_read_is_named_and_nothing_is_written(tmp_path, ending):
    part = tmp_path / f"bad.{ending}"
    part.write_bytes(b"recording,mean\r\n" if ending == "csv" else b"PAR1 or not")
    join = summary_csv.join if ending == "csv" else parquet.join_summaries
    with pytest.raises(ExportError, match=part.name):
        join(tmp_path / f"all.{ending}", [part])
    assert list(tmp_path.iterdir()) == [part]


def test_a_contradictory_analysis_is_refused(tmp_path, analysis):
    analysis.intensities[0, 0] = np.nan
    with pytest.raises(ExportError):
        parquet.write_frames(tmp_path / "a.parquet", "a", analysis)
    assert list(tmp_path.iterdir()) == []


def test_without_the_library_it_says_how_to_get_it(tmp_path, analysis, monkeypatch):
    monkeypatch.setattr(parquet, "pq", None)
    with pytest.raises(ExportError, match="pyarrow") as caught:
        parquet.write_frames(tmp_path / "a.parquet", "a", analysis)
    assert "tables" in caught.value.next_step
