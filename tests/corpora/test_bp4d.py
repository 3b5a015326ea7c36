"""A copy of BP4D is read: missing codes are missing, pictures are joined by number, odd ids train."""

import numpy as np
import pytest
from made_trees import BrightBackend, wave, write_bp4d

from au_studio.corpora.bp4d import BP4D_AUS, read_bp4d
from au_studio.corpora.cutting import cut_corpus
from au_studio.corpora.labelled import CorpusError

SUBJECTS = ("F001", "F002", "F003", "M005", "M006")


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    return write_bp4d(tmp_path_factory.mktemp("bp4d"), SUBJECTS)


def test_odd_ids_train_and_even_ids_test(tree):
    (division,) = read_bp4d(tree).protocols["FERA 2015"]
    assert division.test == {"F002", "M006"}
    assert division.train | division.validation == {"F001", "F003", "M005"}
    assert division.validation


def test_nine_is_missing_for_its_unit_alone(tree):
    recording = read_bp4d(tree).recordings[0]
    missing = (np.arange(2, 20) % 3) == 0
    np.testing.assert_array_equal(np.isnan(recording.labels[:, BP4D_AUS.index(17)]), missing)
    np.testing.assert_array_equal(recording.labels[:, BP4D_AUS.index(12)], wave(20, 0)[2:])


def test_pictures_are_joined_by_number_however_they_are_padded(tree, tmp_path):
    material = cut_corpus(read_bp4d(tree), tmp_path, BrightBackend())
    assert [clip.source for clip in material.clips] == [f"{s}_T1" for s in SUBJECTS]
    for number, clip in enumerate(material.clips):
        assert clip.pts.tolist() == list(range(2442, 2460))
        np.testing.assert_array_equal(clip.intensities[:, BP4D_AUS.index(6)], wave(20, number)[2:])
        assert np.diff(clip.times) == pytest.approx(0.04)


def test_a_gap_in_the_pictures_starts_time_anew_and_is_told(tmp_path):
    tree = write_bp4d(tmp_path / "tree", SUBJECTS)
    for number in (2450, 2451, 2452):
        (tree / "F001" / "T1" / f"0{number}.jpg").unlink()
    material = cut_corpus(read_bp4d(tree), tmp_path / "crops", BrightBackend())
    clip = material.clips[0]
    assert clip.pts[np.flatnonzero(clip.restart)].tolist() == [2442, 2453]
    assert any("3 of 18 labelled frames of F001 T1" in notice for notice in material.notices)


def test_pictures_two_levels_down_are_found(tree, tmp_path):
    root = tmp_path / "BP4D"
    (root / "BP4D-training" / "Sequences(2D)").mkdir(parents=True)
    (root / "AU Intensity Codes3.0").symlink_to(tree / "AU Intensity Codes3.0")
    for subject in SUBJECTS:
        (root / "BP4D-training" / "Sequences(2D)" / subject).symlink_to(tree / subject)
    assert len(read_bp4d(root).recordings) == len(SUBJECTS)


def test_a_sequence_without_pictures_is_told(tmp_path):
    tree = write_bp4d(tmp_path, SUBJECTS)
    (tree / "M006").rename(tree / "elsewhere")
    corpus = read_bp4d(tree)
    assert "M006" not in {r.subject for r in corpus.recordings}
    assert any("M006 T1" in notice for notice in corpus.notices)


def test_only_even_ids_are_refused_in_words(tmp_path):
    with pytest.raises(CorpusError, match="too few"):
        read_bp4d(write_bp4d(tmp_path, ("F002", "F004")))


def test_a_broken_picture_is_named(tmp_path):
    tree = write_bp4d(tmp_path / "tree", SUBJECTS)
    (tree / "F001" / "T1" / "02445.jpg").write_bytes(b"no picture")
    with pytest.raises(CorpusError, match=r"02445\.jpg cannot be read"):
        cut_corpus(read_bp4d(tree), tmp_path / "crops", BrightBackend())
