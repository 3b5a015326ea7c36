"""The pack of films is a corpus like any other, and one rig can be held out."""

import numpy as np
import pytest
from made_trees import DISFA_UNITS, BrightBackend, write_pack

from au_studio.corpora.cutting import cut_corpus
from au_studio.corpora.labelled import CorpusError
from au_studio.corpora.rendered import read_pack, shipped_pack
from au_studio.video.index import index_video

PARTS = [(rig, part) for rig in ("ict", "makehuman") for part in ("train", "validation", "test")]


def test_exact_intensities_go_to_their_frames(tmp_path):
    material = cut_corpus(
        read_pack(write_pack(tmp_path / "pack", PARTS)), tmp_path / "crops", BrightBackend()
    )
    clip = material.clips[1]
    assert (clip.group, clip.source) == ("ict-01", "ict-01")
    assert len(clip.labelled) == 60
    expected = 2.5 - 2.5 * np.cos(np.arange(60) / 6 + 1)
    np.testing.assert_allclose(clip.intensities[:, DISFA_UNITS.index(25)], expected, atol=0.006)


def test_a_rig_can_be_held_out(tmp_path):
    protocols = read_pack(write_pack(tmp_path / "pack", PARTS)).protocols
    assert list(protocols) == ["unseen persons", "held-out rig"]
    (division,) = protocols["held-out rig"]
    assert (division.train, division.validation, division.test) == ({"ict-00"}, {"ict-01"}, {"makehuman-05"})


def test_a_pack_without_test_persons_is_refused(tmp_path):
    with pytest.raises(CorpusError, match="no clips in one of its parts"):
        read_pack(write_pack(tmp_path / "pack", PARTS[:2]))


def test_another_folder_is_no_pack(tmp_path):
    with pytest.raises(CorpusError, match="no benchmark pack"):
        read_pack(tmp_path)


def test_a_damaged_table_is_named(tmp_path):
    folder = write_pack(tmp_path / "pack", PARTS)
    (folder / "ict-00.csv").write_text("frame,AU01\n0,x\n")
    with pytest.raises(CorpusError, match=r"ict-00\.csv"):
        read_pack(folder)


def test_the_shipped_pack_is_whole_and_small():
    folder = shipped_pack()
    corpus = read_pack(folder)
    assert len(corpus.recordings) == 60
    films = [path for path in folder.iterdir() if path.suffix != ".npz"]
    assert sum(path.stat().st_size for path in films) < 5_000_000
    (unseen,), (held_out,) = corpus.protocols.values()
    assert (len(unseen.train), len(unseen.validation), len(unseen.test)) == (38, 7, 15)
    assert {name.partition("-")[0] for name in held_out.test} == {"makehuman"}
    for recording in corpus.recordings:
        assert recording.labels.shape == (100, 12)
        assert np.isfinite(recording.labels).all()
    assert index_video(corpus.recordings[0].video).n_frames == 100
