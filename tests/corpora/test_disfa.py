"""A copy of DISFA is read whatever its folders are called; labels stay with their frames and units."""

import numpy as np
import pytest
from made_trees import DISFA_UNITS, BrightBackend, dark, frame, wave, write_disfa, write_video

from au_studio.corpora.cutting import cut_corpus
from au_studio.corpora.disfa import FOLDS, read_disfa
from au_studio.corpora.labelled import CorpusError

SUBJECTS = (1, 2, 10, 11, 13, 3, 29)


@pytest.fixture(scope="module")
def tree(tmp_path_factory):
    return write_disfa(tmp_path_factory.mktemp("disfa"), SUBJECTS)


def test_the_folds_hold_all_27_subjects_once():
    subjects = [subject for fold in FOLDS for subject in fold]
    assert len(subjects) == len(set(subjects)) == 27


def test_every_fold_keeps_its_subjects_to_one_part(tree):
    folds = read_disfa(tree).protocols["3 folds"]
    tested = [subject for fold in folds for subject in fold.test]
    assert sorted(tested) == sorted(f"SN{s:03d}" for s in SUBJECTS)
    assert folds[0].test == {"SN001", "SN002", "SN010"}
    for fold in folds:
        assert fold.validation
        assert fold.train | fold.validation | fold.test == set(tested)


def test_labels_go_to_the_unit_in_the_file_name_and_to_their_frame(tree, tmp_path):
    material = cut_corpus(read_disfa(tree), tmp_path, BrightBackend())
    clip = next(clip for clip in material.clips if clip.group == "SN002")
    assert material.aus == DISFA_UNITS
    np.testing.assert_array_equal(clip.pts, np.arange(1, 25))
    np.testing.assert_array_equal(clip.intensities[:, DISFA_UNITS.index(25)], wave(24, 2))
    np.testing.assert_array_equal(clip.intensities[:, DISFA_UNITS.index(5)], 2)
    assert material.faceless == 0


def test_other_spellings_of_folders_and_files_are_found(tree, tmp_path):
    copy = tmp_path / "DISFA"
    for source in sorted(tree.rglob("*.*")):
        name = source.relative_to(tree).as_posix()
        name = name.replace("ActionUnit_Labels", "actionunit labels").replace("Videos_LeftCamera", "LEFTCAM")
        name = name.replace("SN0", "sn0").replace("_au", "_AU0") if source.suffix == ".txt" else name
        target = copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    corpus = read_disfa(copy)
    assert [r.subject for r in corpus.recordings] == sorted(f"SN{s:03d}" for s in SUBJECTS)
    assert corpus.recordings[0].labels.shape == (24, 12)
    assert not np.isnan(corpus.recordings[0].labels).any()


@pytest.mark.parametrize("labelled", [23, 25])
def test_one_frame_more_or_fewer_is_joined_and_told(tmp_path, labelled):
    tree = write_disfa(tmp_path / "tree", (1, 2, 13), labels=lambda s: labelled if s == 2 else 24)
    material = cut_corpus(read_disfa(tree), tmp_path / "crops", BrightBackend())
    clip = next(clip for clip in material.clips if clip.group == "SN002")
    assert len(clip.labelled) == min(labelled, 24)
    np.testing.assert_array_equal(clip.intensities[:20, DISFA_UNITS.index(25)], wave(24, 2)[:20])
    assert [notice for notice in material.notices if "SN002" in notice]


def test_labels_of_another_video_are_refused(tmp_path):
    tree = write_disfa(tmp_path / "tree", (1, 2, 13), labels=lambda s: 20)
    with pytest.raises(CorpusError, match=r"SN001 has labels up to frame 20.*24 frames"):
        cut_corpus(read_disfa(tree), tmp_path / "crops", BrightBackend())


def test_a_missing_unit_is_missing_and_not_zero(tmp_path):
    tree = write_disfa(tmp_path, (1, 2, 13))
    (tree / "ActionUnit_Labels" / "SN001" / "SN001_au12.txt").unlink()
    corpus = read_disfa(tree)
    assert np.isnan(corpus.recordings[0].labels[:, DISFA_UNITS.index(12)]).all()
    assert any("SN001" in notice and "AU 12" in notice for notice in corpus.notices)


def test_a_damaged_label_file_is_named_with_its_line(tmp_path):
    tree = write_disfa(tmp_path, (1, 2, 13))
    path = tree / "ActionUnit_Labels" / "SN001" / "SN001_au4.txt"
    path.write_text(path.read_text().replace("3,1\n", "3,7\n", 1))
    with pytest.raises(CorpusError, match=r"Line 3 of .*SN001_au4\.txt"):
        read_disfa(tree)


def test_a_folder_without_labels_says_what_was_looked_for(tmp_path):
    with pytest.raises(CorpusError, match="ActionUnit_Labels/SN001"):
        read_disfa(tmp_path)


def test_frames_without_a_face_are_left_out_and_time_starts_anew_behind_them(tmp_path):
    tree = write_disfa(tmp_path / "tree", (1, 2, 13))
    pictures = [dark() if 8 <= k < 12 else frame(v, 1) for k, v in enumerate(wave(24, 1))]
    write_video(tree / "Videos_LeftCamera" / "LeftVideoSN001_comp.avi", pictures)
    material = cut_corpus(read_disfa(tree), tmp_path / "crops", BrightBackend())
    clip = next(clip for clip in material.clips if clip.group == "SN001")
    assert clip.pts.tolist() == [*range(1, 9), *range(13, 25)]
    assert np.flatnonzero(clip.restart).tolist() == [0, 8]
    assert material.faceless == 4
