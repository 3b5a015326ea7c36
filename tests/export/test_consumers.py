"""Tables read back by the programs that people read them with: R, pandas, MNE, pympi, py-feat's rules.

Parquet has tests of its own with pandas, polars, DuckDB and pyarrow, BIDS with its validator. What is not
installed is skipped: ``pip install 'au-studio[consumers]'`` brings all but R (Debian: ``r-base-core``).
"""

from __future__ import annotations

import dataclasses
import math
import re
import shutil
import subprocess
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pytest

from au_studio.export import bids, elan_eaf, events_csv, mne_annotations, openface_csv, summary_csv, tidy_csv
from au_studio.export.bids_names import BidsSource, Entities
from au_studio.export.markers_csv import MarkerRow
from au_studio.export.markers_csv import write as write_markers
from au_studio.export.summary_csv import SummarySource
from au_studio.stats.episodes import EpisodeRule

RULE = EpisodeRule(1.0, 0.25, 0.0)
MARKERS = (MarkerRow("start", 0, None, "a note"), MarkerRow("talks, loudly #1", 3003, 9009, 'so "so"'))

R_SCRIPT = """
options(digits = 15)
folder <- commandArgs(trailingOnly = TRUE)[1]
at <- function(name) file.path(folder, name)
openface <- read.csv(at("a.csv"))
cat("openface", nrow(openface), sum(is.na(openface$AU12_r)), class(openface$AU12_r),
    class(openface$frame), openface$AU12_r[5], openface$timestamp[2], "\\n")
tidy <- read.csv(at("a.tidy.csv"))
means <- aggregate(intensity ~ au, tidy, mean)
cat("tidy", nrow(tidy), means$intensity, "\\n")
summaries <- read.csv(at("summary.csv"))
cat("summary", nrow(summaries), summaries$mean, summaries$valid_frames, "\\n")
events <- read.csv(at("a.events.csv"))
cat("events", nrow(events), class(events$onset), events$duration, "\\n")
markers <- read.csv(at("a.markers.csv"))
cat("markers", markers$marker[2], "|", markers$note[2], "|", sum(is.na(markers$stop)), "\\n")
samples <- read.delim(gzfile(at(commandArgs(trailingOnly = TRUE)[2])), header = FALSE, na.strings = "n/a")
cat("bids", dim(samples), sum(is.na(samples$V7)), class(samples$V7), samples$V7[5], "\\n")
"""


@pytest.fixture
def tables(tmp_path, analysis) -> Path:
    """All tables of one recording, as an export writes them."""
    openface_csv.write(tmp_path / "a.csv", analysis)
    tidy_csv.write(tmp_path / "a.tidy.csv", "a.mp4", {"Base": analysis})
    events_csv.write(tmp_path / "a.events.csv", "a.mp4", {"Base": analysis}, RULE)
    summary_csv.write(tmp_path / "summary.csv", [SummarySource("a.mp4", "Base", analysis)], RULE)
    write_markers(tmp_path / "a.markers.csv", "a.mp4", analysis.pts, analysis.times, MARKERS)
    mne_annotations.write(tmp_path / "a.mne.txt", analysis, MARKERS, RULE)
    elan_eaf.write(tmp_path / "a.eaf", None, "Base", analysis, MARKERS)
    bids.write_recording(tmp_path, BidsSource(Entities("a"), "a.mp4", "Base"), analysis, rule=RULE)
    return tmp_path


def test_r_reads_every_table_with_the_types_that_it_should_have(tables, analysis):
    program = shutil.which("Rscript")
    if program is None:
        pytest.skip("R is not installed (Debian: r-base-core)")
    (tables / "read.R").write_text(R_SCRIPT, encoding="utf-8")
    samples = next(tables.rglob("*.tsv.gz")).relative_to(tables)
    ran = subprocess.run(
        [program, "--vanilla", str(tables / "read.R"), str(tables), str(samples)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    told = {line.split()[0]: line.split()[1:] for line in ran.stdout.splitlines()}
    rows, missing, kind, frames, value, time = told["openface"]
    assert (rows, missing, kind, frames) == ("6", "1", "numeric", "integer")
    assert float(value) == pytest.approx(2.1235, abs=1e-9)
    assert float(time) == pytest.approx(analysis.times[1], abs=1e-6)
    means = np.nanmean(analysis.intensities.astype(float), axis=0)
    assert told["tidy"][0] == "12"
    np.testing.assert_allclose([float(x) for x in told["tidy"][1:]], means, atol=1e-4)
    assert told["summary"][0] == "2"
    np.testing.assert_allclose([float(x) for x in told["summary"][1:3]], means, atol=1e-4)
    assert told["summary"][3:] == ["5", "5"]
    assert told["events"][:2] == ["2", "numeric"]
    assert " ".join(told["markers"]) == 'talks, loudly #1 | so "so" | 1'
    n_samples = len(bids.even_samples(analysis.times)[1])
    assert told["bids"][:2] == [str(n_samples), "7"]
    assert told["bids"][3] == "numeric"


def test_mne_reads_episodes_and_markers_as_annotations(tables, analysis):
    mne = pytest.importorskip("mne", reason="MNE-Python is not installed")
    found = mne.read_annotations(tables / "a.mne.txt")
    assert found.orig_time is None
    assert list(found.description) == ["start", "AU12", "talks; loudly 1", "AU12"]
    np.testing.assert_allclose(found.onset, analysis.times[[0, 1, 1, 3]], atol=1e-6)
    assert found.duration[0] == 0
    assert found.duration[2] == pytest.approx(analysis.times[4] - analysis.times[1], abs=1e-6)
    assert found.duration[3] == pytest.approx(analysis.times[5] - analysis.times[3], abs=1e-6)


def test_mne_reads_a_recording_without_any_event(tmp_path, analysis):
    mne = pytest.importorskip("mne", reason="MNE-Python is not installed")
    quiet = dataclasses.replace(analysis, intensities=np.where(np.isnan(analysis.intensities), np.nan, 0))
    assert mne_annotations.write(tmp_path / "a.mne.txt", quiet) == 0
    assert len(mne.read_annotations(tmp_path / "a.mne.txt")) == 0


def test_pympi_finds_the_episodes_where_they_are(tables, analysis):
    pympi = pytest.importorskip("pympi", reason="pympi-ling is not installed")
    document = pympi.Elan.Eaf(str(tables / "a.eaf"))
    tiers = {name: document.get_annotation_data_for_tier(name) for name in document.get_tier_names()}
    markers = sorted(
        (begin, text) for name, found in tiers.items() for begin, _, text in found if "AU" not in name
    )
    assert [begin for begin, _ in markers] == [0, round(analysis.times[1] * 1000)]


def test_the_rules_by_which_py_feat_takes_columns_find_the_intensities(tables, analysis):
    # py-feat reads with a comma, strips blanks from names, takes what has "AU" in its name for action units,
    # and knows OpenFace's names for time and intensities.
    table = pd.read_csv(tables / "a.csv", sep=",")
    names = table.columns.str.strip(" ").tolist()
    assert names == table.columns.tolist()
    assert [name for name in names if "AU" in name] == ["AU06_r", "AU12_r"]
    assert all(re.fullmatch(r"AU\d\d_r", name) for name in names if "AU" in name)
    assert {"frame", "timestamp", "confidence", "success"} <= set(names)
    assert table["AU12_r"].dtype == float
    assert table["success"].tolist() == analysis.success.astype(int).tolist()


def test_py_feat_itself_reads_it(tables):
    feat = pytest.importorskip("feat.utils.io", reason="py-feat is not installed")
    assert feat.read_openface(str(tables / "a.csv"), features=["AU12_r"])["AU12_r"].notna().sum() == 5


def test_pandas_polars_and_duckdb_read_the_samples_of_bids(tables, analysis):
    path = next(tables.rglob("*.tsv.gz"))
    names = ["timestamp", "frame", "face_id", "confidence", "success", "AU06_r", "AU12_r"]
    by_pandas = pd.read_csv(path, sep="\t", names=names, na_values=["n/a"])
    by_polars = pl.read_csv(path, separator="\t", has_header=False, new_columns=names, null_values=["n/a"])
    asked = f"SELECT * FROM read_csv('{path}', delim='\t', header=false, nullstr='n/a', names={names})"
    by_duckdb = duckdb.sql(asked).fetchall()
    expected = [None if math.isnan(x) else x for x in by_pandas["AU12_r"]]
    assert len(expected) == len(bids.even_samples(analysis.times)[1])
    assert expected.count(None) == 1
    assert by_polars["AU12_r"].to_list() == expected
    assert [row[6] for row in by_duckdb] == expected
