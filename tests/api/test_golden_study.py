"""A study of version 0.1 opens as it was: what is asked for is there, and opening it changes none of it.

Nothing of it is ever made anew (``golden/make_golden_study.py`` made it once): whoever changes a format finds
out here.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from pathlib import Path

import numpy as np
import pytest

import au_studio
from au_studio.analysis.tracks import load_tracks
from au_studio.jobs.job import FinetuneJob, load_job
from au_studio.study.study import Study
from au_studio.video.pictures import picture_path, pixel_digest, read_picture

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The golden study beside its video, as if somebody had copied both."""
    shutil.copy2(GOLDEN / "session.mp4", tmp_path)
    return shutil.copytree(GOLDEN / "Golden.austudio", tmp_path / "Golden.austudio")


def rows(root: Path, columns: dict[str, list[str]]) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(f"file:{root / 'study.sqlite'}?mode=ro", uri=True)
    found = {
        name: connection.execute(f"SELECT {', '.join(names)} FROM {name}").fetchall()
        for name, names in columns.items()
    }
    connection.close()
    return found


def columns_of(root: Path) -> dict[str, list[str]]:
    connection = sqlite3.connect(f"file:{root / 'study.sqlite'}?mode=ro", uri=True)
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {
        name: [row[1] for row in connection.execute(f"PRAGMA table_info({name})")] for name in sorted(tables)
    }
    connection.close()
    return found


def files(root: Path) -> dict[Path, str]:
    return {
        path.relative_to(root): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in root.rglob("*")
        if path.is_file() and path.parent != root and path.parent.name != "backups"
    }


def test_opening_it_for_writing_changes_nothing_in_it(root):
    columns = columns_of(root)  # a newer schema may add some: what was there stays as it was
    before = rows(root, columns), files(root)
    Study.open(root).close()
    assert (rows(root, columns), files(root)) == before
    assert sum(map(len, before[0].values())) > 20


def test_its_stored_intensities_are_read_and_are_still_those_of_its_model(root):
    with au_studio.open_study(root) as study:
        assert (study.name, study.model().name) == ("Golden study", "After 4 frames")
        analysis = study.analysis("session")
        assert len(analysis.action_units) == 12
        assert analysis.success.tolist() == [True] * 8 + [False] * 4 + [True] * 12
        assert analysis.timestamps == pytest.approx(np.arange(24) / 30, abs=1e-3)
        assert float(np.nansum(analysis.intensities)) == pytest.approx(511.92514, rel=1e-6)
        table = study.to_dataframe()
        assert table[["person", "group", "condition"]].drop_duplicates().values.tolist() == [
            ["P01", "patients", "pain"]
        ]


def test_its_ratings_sample_pictures_and_markers_are_there(root):
    with au_studio.open_study(root) as study:
        (sample,) = study.samples
        assert (sample.seed, sample.pts) == (17, (7168, 8704, 10752, 11776))
        given = {(r.pts, r.au): r.value for r in study.ratings("AB")}
        assert given == {(pts, 12): n for n, pts in enumerate(sample.pts)} | {(7168, 4): 2}
        assert [(r.value, r.code) for r in study.ratings("CD")] == [
            (None, 70),
            (1, None),
            (2, None),
            (3, None),
        ]
        frame = study.ratings_to_dataframe("AB").iloc[0]
        assert (frame.frame, frame.note) == (15, "talks")
    with Study.open(root, read_only=True) as study:
        (recording,) = study.recordings()
        assert study.locate(recording) == root.parent / "session.mp4"
        (marker,) = study.markers(recording.id)
        assert (marker.start, marker.stop, marker.note) == (1024, 3072, "the third one")
        pictures = study.samples_path(recording.id)
        assert len({pixel_digest(read_picture(picture_path(pictures, pts))) for pts in sample.pts}) == 4
        tracks = load_tracks(study.tracks_path(recording.id))
        assert [len(tracks.faces_at(n)) for n in range(24)] == [1] * 8 + [0] * 4 + [1] * 12


def test_the_job_that_its_model_came_from_is_understood(root):
    job = load_job(root / "jobs" / "tuned-1.json")
    assert isinstance(job, FinetuneJob)
    assert [(r.au, r.value) for r in job.recordings[0].ratings if r.au == 12] == [(12, n) for n in range(4)]
