"""A corpus on disk: whole shards or none, and a manifest that says what it is."""

from __future__ import annotations

import h5py
import numpy as np
import pytest

from au_studio.factory.synthetic.corpus import (
    COLUMNS,
    CorpusError,
    Manifest,
    read_manifest,
    shard_attributes,
    shard_path,
    write_manifest,
    write_shard,
)

AUS = (1, 12)


def columns(n):
    return {name: np.arange(n) for name in COLUMNS}


def write(path, n=3):
    crops = np.full((n, 144, 144, 3), 7, np.uint8)
    intensities = np.linspace(0, 5, 2 * n, dtype=np.float32).reshape(n, 2)
    write_shard(path, crops, intensities, columns(n), aus=AUS, attributes={"seed": 4, "without_face": 2})


def test_a_shard_reads_back_as_it_was_written(tmp_path):
    path = shard_path(tmp_path, 3)
    write(path)
    with h5py.File(path) as file:
        assert file["crops"].shape == (3, 144, 144, 3)
        assert file["crops"].dtype == np.uint8
        assert file["intensities"].dtype == np.float32
        assert list(file.attrs["aus"]) == list(AUS)
        for name, kind in COLUMNS.items():
            assert file[name].dtype == kind
    assert shard_attributes(path)["rows"] == 3
    assert shard_attributes(path)["without_face"] == 2
    assert sorted(tmp_path.glob("shard_[0-9]*.h5")) == [path]


def test_a_shard_that_could_not_be_finished_is_not_seen(tmp_path):
    bad = columns(3) | {"time": np.array(["not a time"] * 3)}
    with pytest.raises(ValueError, match="could not convert"):
        write_shard(
            shard_path(tmp_path, 0), np.zeros((3, 144, 144, 3), np.uint8), np.zeros((3, 2), np.float32), bad,
            aus=AUS, attributes={},
        )  # fmt: skip
    assert sorted(tmp_path.glob("shard_[0-9]*.h5")) == []


def test_an_empty_shard_is_allowed(tmp_path):
    write(shard_path(tmp_path, 0), n=0)
    assert shard_attributes(shard_path(tmp_path, 0))["rows"] == 0


def test_the_manifest_names_version_seed_and_size(tmp_path):
    manifest = Manifest("9", 17, {"static": 100, "clips": 4}, [1, 12], {}, {}, {}, ["thanks"], [])
    write_manifest(tmp_path, manifest)
    found = read_manifest(tmp_path)
    assert found == manifest
    assert found.name == "synthetic-9-seed17-100s+4c"


def test_a_folder_without_a_corpus_says_how_to_make_one(tmp_path):
    with pytest.raises(CorpusError, match="corpus synthetic"):
        read_manifest(tmp_path)


def test_a_damaged_shard_is_named(tmp_path):
    path = shard_path(tmp_path, 0)
    path.write_bytes(b"nothing")
    with pytest.raises(CorpusError, match="shard_0000"):
        shard_attributes(path)
