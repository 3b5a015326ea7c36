"""Clips and corpora come back from disk as they were written."""

import json
from dataclasses import replace

import h5py
import numpy as np
import pytest
from made_clips import made_clip

from au_studio.face.align import CROP_SIZE
from au_studio.factory.synthetic.corpus import write_shard
from au_studio.learn.material.clips import MARGIN, ClipsError, centre, read_clips, shrunk, write_clips
from au_studio.learn.material.corpus import read_corpus


def test_clips_come_back(tmp_path):
    clips = [made_clip("Müller", 5, rated=0.5, source="a b.mp4"), made_clip("y", 2, 1)]
    write_clips(tmp_path / "crops.h5", clips, (12, 25))
    read, aus = read_clips(tmp_path / "crops.h5")
    assert aus == (12, 25)
    for a, b in zip(read, clips, strict=True):
        assert (a.group, a.source) == (b.group, b.source)
        for name in ("crops", "intensities", "times", "pts", "restart"):
            np.testing.assert_array_equal(getattr(a, name), getattr(b, name))


def test_a_shrunk_clip_shows_the_same_face_and_keeps_what_is_rated():
    size = CROP_SIZE + 2 * MARGIN
    crops = np.zeros((3, size, size, 3), np.uint8)
    crops[:, MARGIN : MARGIN + CROP_SIZE // 2] = 200  # the upper half of the template
    clip = replace(made_clip("p", 3), crops=crops)
    small = shrunk(clip, 64)
    assert small.crops.shape == (3, 72, 72, 3)
    template = centre(small.crops, 64)
    assert (template[:, :32] == 200).all()
    assert (template[:, 32:] == 0).all()
    np.testing.assert_array_equal(small.intensities, clip.intensities)
    assert shrunk(clip, CROP_SIZE) is clip


@pytest.mark.parametrize("content", [None, b"", b"not hdf5"])
def test_a_file_that_is_not_clips_is_refused_by_name(tmp_path, content):
    path = tmp_path / "crops.h5"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ClipsError, match=r"crops\.h5"):
        read_clips(path)


def test_another_hdf5_file_is_refused(tmp_path):
    with h5py.File(tmp_path / "other.h5", "w") as file:
        file["x"] = 1
    with pytest.raises(ClipsError, match="not a file of face crops"):
        read_clips(tmp_path / "other.h5")


@pytest.fixture
def corpus(tmp_path):
    (tmp_path / "manifest.json").write_text(json.dumps({"name": "made"}))
    clip_numbers = np.array([0, 1, 2, 2, 2, 3, 3])
    with h5py.File(tmp_path / "shard_0000.h5", "w") as file:
        file.attrs["aus"] = [1, 12, 25]
        file["crops"] = np.arange(7, dtype=np.uint8)[:, None, None, None] * np.ones((1, 48, 48, 3), np.uint8)
        file["intensities"] = np.arange(21, dtype=np.float32).reshape(7, 3)
        file["clip"] = clip_numbers
        file["time"] = np.array([0, 0, 0, 0.04, 0.08, 0, 0.04])
        file["identity"] = np.array([5, 6, 7, 7, 7, 8, 8])
        file["rig"] = np.array([0, 1, 0, 0, 0, 1, 1])
        file["split"] = np.array([0, 2, 0, 0, 0, 1, 1])
        file["kind"] = np.array([0, 0, 1, 1, 1, 1, 1])
    return tmp_path


def test_a_corpus_is_read_by_split_with_the_columns_asked_for(corpus):
    still, moving = read_corpus(corpus, "train", (25, 1))
    assert (len(still), still.group, still.source) == (1, "ict-5", "ict-still-0")
    assert (len(moving), moving.group, moving.source) == (3, "ict-7", "ict-clip-2")
    np.testing.assert_array_equal(moving.intensities, [[8, 6], [11, 9], [14, 12]])
    np.testing.assert_array_equal(moving.crops[:, 0, 0, 0], [2, 3, 4])
    np.testing.assert_array_equal(moving.restart, [True, False, False])
    (test,) = read_corpus(corpus, "test", (12,))
    assert test.group == "makehuman-6"


def test_a_rendered_clip_begins_anew_where_the_face_was_not_found(tmp_path):
    times = np.array([0, 1, 2, 5, 6, 8, 9]) / 25
    n = len(times)
    columns = {name: np.zeros(n, int) for name in ("clip", "identity", "rig", "split")}
    columns |= {"time": times, "kind": np.ones(n, int)}
    (tmp_path / "manifest.json").write_text("{}")
    crops, intensities = np.zeros((n, 144, 144, 3), np.uint8), np.zeros((n, 1), np.float32)
    write_shard(tmp_path / "shard_0000.h5", crops, intensities, columns, aus=(12,), attributes={})
    (clip,) = read_corpus(tmp_path, "train", (12,))
    assert np.flatnonzero(clip.restart).tolist() == [0, 3, 5]


def test_persons_of_several_corpora_are_told_apart_by_the_seed(corpus):
    read = read_corpus(corpus, "train", (25,), among_others=True)
    assert [clip.group for clip in read] == [f"ict-{corpus.name}.5", f"ict-{corpus.name}.7"]
    (corpus / "manifest.json").write_text(json.dumps({"name": "made", "seed": 3}))
    read = read_corpus(corpus, "train", (25,), among_others=True)
    names = [(clip.group, clip.source) for clip in read]
    assert names == [("ict-3.5", "ict-still-3.0"), ("ict-3.7", "ict-clip-3.2")]


def test_a_missing_action_unit_or_manifest_is_an_error(corpus):
    with pytest.raises(ClipsError, match=r"AU \[9\]"):
        read_corpus(corpus, "train", (9,))
    (corpus / "manifest.json").unlink()
    with pytest.raises(ClipsError, match="not a corpus"):
        read_corpus(corpus, "train", (12,))
