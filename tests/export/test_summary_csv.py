"""Summaries are worked out for all action units at once; each says what it would say by itself."""

from __future__ import annotations

import csv

import numpy as np
import pytest

from au_studio.analysis.results import RecordingAnalysis
from au_studio.export import summary_csv
from au_studio.export.summary_csv import SummarySource
from au_studio.stats.episodes import find_episodes, frame_ends


def made(seen: np.ndarray) -> RecordingAnalysis:
    rng, n = np.random.default_rng(3), len(seen)
    values = np.clip(rng.normal(1.0, 1.5, (n, 3)).cumsum(axis=0) % 6, 0, 5).astype(np.float32)
    values[~seen] = np.nan
    times = np.cumsum(rng.uniform(0.02, 0.06, n))
    return RecordingAnalysis(
        aus=(1, 12, 43),
        pts=np.arange(n),
        times=times,
        intensities=values,
        confidence=seen.astype(np.float32),
        success=seen,
        person=np.where(seen, 0, -1).astype(np.int16),
        boxes=np.zeros((n, 4), np.float32),
        provenance={"complete": True},
    )


def rows_of(tmp_path, analysis):
    summary_csv.write(tmp_path / "s.csv", [SummarySource("a.mp4", "m", analysis)])
    with (tmp_path / "s.csv").open(newline="", encoding="utf-8") as stream:
        return {row["au"]: row for row in csv.DictReader(stream)}


def test_every_figure_is_that_of_the_unit_alone(tmp_path):
    analysis = made(np.random.default_rng(1).random(700) > 0.2)
    rows = rows_of(tmp_path, analysis)
    lasting = float((frame_ends(analysis.times) - analysis.times)[analysis.success].sum())
    for column, au in enumerate(analysis.aus):
        values = analysis.intensities[analysis.success, column].astype(float)
        row, at = rows[f"AU{au:02d}"], int(np.argmax(values))
        episodes = find_episodes(analysis.times, analysis.intensities[:, column])
        plain = {
            "mean": values.mean(),
            "sd": values.std(ddof=1),
            "median": np.median(values),
            "p90": np.quantile(values, 0.9),
            "peak": values[at],
            "peak_time": analysis.times[analysis.success][at],
            "pct_ge_1": 100 * (values >= 1).mean(),
            "pct_ge_3": 100 * (values >= 3).mean(),
            "episodes": len(episodes),
            "episodes_per_minute": 60 * len(episodes) / lasting,
        }
        for name, value in plain.items():
            decimals = len(row[name].partition(".")[2])
            assert float(row[name]) == pytest.approx(value, abs=0.51 * 10.0**-decimals), name


@pytest.mark.parametrize("n_seen", [0, 1])
def test_hardly_anything_seen_leaves_cells_empty(tmp_path, n_seen):
    analysis = made(np.arange(5) < n_seen)
    row = rows_of(tmp_path, analysis)["AU12"]
    assert (row["sd"], row["valid_frames"]) == ("", str(n_seen))
    assert (row["mean"] == "") == (n_seen == 0)
    assert (row["episodes_per_minute"] == "") == (n_seen == 0)
