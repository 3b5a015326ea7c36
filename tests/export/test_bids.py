"""A BIDS data set: what stands in it, and what the real validators of BIDS and of Frictionless say of it."""

from __future__ import annotations

import csv
import dataclasses
import gzip
import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from au_studio.export import bids
from au_studio.export.bids_dataset import write_dataset
from au_studio.export.bids_names import BidsSource, Entities, entities_of, files_of, label_of, named
from au_studio.export.errors import ExportError
from au_studio.export.markers_csv import MarkerRow


def at(times: np.ndarray, analysis):
    """Return an analysis of frames at these times, with an episode of AU12 in it."""
    n = len(times)
    values = np.zeros((n, 2), np.float32)
    values[n // 4 : n // 2, 1] = 2.5
    values[0] = np.nan
    success = np.isfinite(values[:, 0])
    return dataclasses.replace(
        analysis,
        pts=np.round(times * 90000).astype(np.int64),
        times=times,
        intensities=values,
        confidence=np.where(success, 0.9, 0).astype(np.float32),
        success=success,
        person=np.where(success, 1, -1).astype(np.int16),
        boxes=np.zeros((n, 4), np.float32),
    )


EVEN = np.arange(90) / 29.97
UNEVEN = np.concatenate([np.arange(60) / 30, 2 + np.arange(30) / 15, 20 + np.arange(30) / 30])


def source(name: str, **more) -> BidsSource:
    return BidsSource(entities_of(Path(name).stem), name, "Base", **more)


@pytest.fixture
def data_set(tmp_path, analysis):
    """Recordings of several kinds: one of a person, one uneven, one with BIDS's own name, one picture."""
    markers = (MarkerRow('said "yes",\tloudly', 9009, 18018, "a\nnote"), MarkerRow("start", 0, None))
    sources = named(
        [
            source("a b.mp4", person="Müller, 2", condition="rest 1", group="patients", markers=markers),
            source("c.mp4", person="Müller, 2", condition="rest 1"),
            source("sub-07_ses-1_task-talk_run-2_video.mp4"),
            source("日本.png"),
        ]
    )
    root = tmp_path / "bids"
    for one, times in zip(sources, (EVEN, UNEVEN, EVEN, np.zeros(1)), strict=True):
        bids.write_recording(root, one, at(times, analysis), settings={"smooth": 0.5})
    assert write_dataset(root) == 4
    return root


def samples(path: Path) -> pd.DataFrame:
    told = json.loads(Path(str(path).replace(".tsv.gz", ".json")).read_text(encoding="utf-8"))
    return pd.read_csv(path, sep="\t", names=told["Columns"], na_values=["n/a"])


def test_recordings_are_named_by_person_condition_and_number(data_set):
    found = sorted(path.name for path in data_set.rglob("*.tsv.gz"))
    assert found == [
        "sub-07_ses-1_task-talk_run-2_recording-face_physio.tsv.gz",
        "sub-Muller2_task-rest1_run-1_recording-face_physio.tsv.gz",
        "sub-Muller2_task-rest1_run-2_recording-face_physio.tsv.gz",
        f"sub-{label_of('日本')}_task-video_recording-face_physio.tsv.gz",
    ]
    people = pd.read_csv(data_set / "participants.tsv", sep="\t", na_values=["n/a"])
    known = people.set_index("participant_id").loc["sub-Muller2"]
    assert (known["person"], known["group"]) == ("Müller, 2", "patients")
    assert len(people) == 3


def test_even_frames_are_the_samples_and_nothing_is_made_up(data_set):
    (path,) = data_set.rglob("*run-1_recording*.tsv.gz")
    table = samples(path)
    told = json.loads(path.with_name(path.name.replace(".tsv.gz", ".json")).read_text(encoding="utf-8"))
    assert told["SamplingFrequency"] == pytest.approx(29.97)
    assert (told["StartTime"], told["FramesWithoutSample"]) == (0.0, 0)
    assert told["AUStudio"]["settings"] == {"smooth": 0.5}
    assert table["frame"].tolist() == list(range(1, 91))
    np.testing.assert_allclose(table["timestamp"], EVEN, atol=1e-6)
    assert table["AU12_r"].isna().tolist() == [True] + [False] * 89
    assert table["success"].tolist() == [0] + [1] * 89


def test_uneven_frames_stand_where_they_were_seen_and_a_gap_stays_one():
    rate, places = bids.even_samples(UNEVEN)
    assert rate == pytest.approx(30)
    moments = np.arange(len(places)) / 30
    shown = places >= 0
    assert moments[~shown].min() == pytest.approx(UNEVEN[89] + 1 / 30, abs=0.034)
    assert moments[~shown].max() == pytest.approx(20, abs=0.034)
    late = moments[shown] - UNEVEN[places[shown]]
    assert late.min() > -1 / 60 - 1e-9
    assert late.max() < 1 / 15
    assert set(places[shown]) == set(range(len(UNEVEN)))


def test_events_are_episodes_and_markers_in_the_order_of_time(data_set):
    (path,) = data_set.rglob("*run-1_events.tsv")
    with path.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    assert [row["trial_type"] for row in rows] == ["start", "said 'yes', loudly", "AU12"]
    assert [row["source"] for row in rows] == ["marker", "marker", "Base"]
    assert float(rows[1]["onset"]) == pytest.approx(3 / 29.97, abs=1e-4)
    assert float(rows[1]["duration"]) == pytest.approx(4 / 29.97, abs=1e-4)
    assert (rows[1]["note"], rows[0]["duration"], rows[0]["peak"]) == ("a note", "0.000000", "n/a")
    assert float(rows[2]["onset"]) == pytest.approx(22 / 29.97, abs=1e-4)
    assert (rows[2]["peak"], rows[2]["cut_off"]) == ("2.5000", "0")


def test_no_two_recordings_share_a_name_and_no_two_people_a_subject():
    sources = named(
        [
            source("a.mp4", person="A B"),
            source("b.mp4", person="AB"),
            source("AB.mp4"),
            source("sub-x_task-t.mp4"),
            source("sub-x_task-t.mov"),
            source("sub-x_task-t_run-1.mov"),
        ]
    )
    prefixes = [one.entities.prefix.casefold() for one in sources]
    assert len(set(prefixes)) == len(prefixes)
    assert len({one.entities.subject.casefold() for one in sources[:3]}) == 3
    assert {one.entities.subject for one in sources[3:]} == {"x"}
    assert entities_of("sub-1_ses-2_task-t_acq-hd_run-3") == Entities("1", "t", "2", "hd", "3")
    assert len(label_of("é" * 300)) == 60


def test_the_same_values_are_the_same_bytes(tmp_path, analysis):
    one = source("a.mp4")
    for root in (tmp_path / "a", tmp_path / "b"):
        bids.write_recording(root, one, analysis)
    for first, second in zip(*(files_of(tmp_path / x, one.entities)[:3] for x in "ab"), strict=True):
        assert first.read_bytes() == second.read_bytes()


def test_what_is_in_the_folder_already_stays_in_the_data_set(data_set, analysis):
    bids.write_recording(data_set, source("later.mp4"), analysis)
    assert write_dataset(data_set) == 5
    (data_set / "sub-later/beh/sub-later_task-video_recording-face_physio.json").write_text("{")
    before = (data_set / "participants.tsv").read_bytes()
    with pytest.raises(ExportError, match="sub-later"):
        write_dataset(data_set)
    assert (data_set / "participants.tsv").read_bytes() == before


# ---- the real validators


def bids_errors(root: Path) -> list[str]:
    """Return what the validator of BIDS calls errors."""
    name = "bids-validator-deno"
    program = shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip(f"{name} is not installed (pip install 'au-studio[consumers]')")
    # No schema is fetched: it checks with the one that it brings.
    ran = subprocess.run(
        [program, str(root), "--json"], capture_output=True, text=True, timeout=120, check=False
    )
    issues = json.loads(ran.stdout)["issues"]["issues"]
    assert (ran.returncode == 0) == (not any(issue["severity"] == "error" for issue in issues))
    return [issue["code"] for issue in issues if issue["severity"] == "error"]


def test_the_validator_of_bids_accepts_it(data_set):
    assert bids_errors(data_set) == []
    # ... and would not accept everything.
    (path,) = data_set.rglob("*run-1_recording*.json")
    told = json.loads(path.read_text(encoding="utf-8"))
    del told["SamplingFrequency"]
    path.write_text(json.dumps(told), encoding="utf-8")
    assert bids_errors(data_set) != []


def test_frictionless_accepts_it(data_set):
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    report = frictionless.validate(str(data_set / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])
    assert len(report.tasks) == 1 + 2 * 4
    (path,) = data_set.rglob("*run-1_recording*.tsv.gz")
    with gzip.open(path, "at") as stream:
        stream.write("soon\t91\t1\t0.9\t1\t0\t0\n")
    assert not frictionless.validate(str(data_set / "datapackage.json")).valid
