"""Faces are cut once; what was cut serves again until frames or face finder are others."""

import hashlib
from fractions import Fraction

import numpy as np
import pytest
from made_trees import BrightBackend, frame, wave, write_disfa, write_video

from au_studio.corpora import cutting
from au_studio.corpora.cutting import SIDE, cut_corpus
from au_studio.corpora.disfa import read_disfa
from au_studio.errors import Stopped
from au_studio.video.hashing import content_hash


class Counting(BrightBackend):
    def __init__(self):
        self.asked = 0

    def follow(self, image, previous):
        self.asked += 1
        return super().follow(image, previous)

    def detect(self, image, *, thorough=True, known=()):
        self.asked += 1
        return super().detect(image, thorough=thorough, known=known)


@pytest.fixture
def tree(tmp_path):
    return write_disfa(tmp_path / "tree", (1, 2, 13))


def test_crops_are_cut_once_and_labels_are_read_every_time(tree, tmp_path):
    first = cut_corpus(read_disfa(tree), tmp_path / "crops", BrightBackend())
    path = tree / "ActionUnit_Labels" / "SN001" / "SN001_au1.txt"
    path.write_text(path.read_text().replace("1,1\n", "1,5\n", 1))
    backend = Counting()
    second = cut_corpus(read_disfa(tree), tmp_path / "crops", backend)
    assert backend.asked == 0
    for a, b in zip(first.clips, second.clips, strict=True):
        np.testing.assert_array_equal(a.crops, b.crops)
    assert second.clips[0].intensities[0, 0] == 5


def test_crops_lie_on_disk_and_look_like_the_frames(tree, tmp_path):
    clip = cut_corpus(read_disfa(tree), tmp_path / "crops", BrightBackend()).clips[0]
    assert isinstance(clip.crops, np.memmap)
    assert clip.crops.shape == (24, SIDE, SIDE, 3)
    mouth = clip.crops[:, SIDE // 2 :, SIDE // 2 - 10 : SIDE // 2 + 10, 1].astype(float).mean(axis=(1, 2))
    assert np.corrcoef(mouth, wave(24, 1))[0, 1] < -0.9


def test_an_interrupted_cutting_goes_on_with_the_next_recording(tree, tmp_path):
    asked = iter([False] * 30)
    with pytest.raises(Stopped):
        cut_corpus(
            read_disfa(tree), tmp_path / "crops", BrightBackend(), should_stop=lambda: next(asked, True)
        )
    assert sorted(p.name for p in (tmp_path / "crops").iterdir()) == ["SN001.crops", "SN001.json"]
    backend = Counting()
    assert len(cut_corpus(read_disfa(tree), tmp_path / "crops", backend).clips) == 3
    assert 48 <= backend.asked < 72


def test_another_video_or_face_finder_or_half_a_file_is_cut_again(tree, tmp_path):
    cut_corpus(read_disfa(tree), tmp_path / "crops", BrightBackend())
    write_video(
        tree / "Videos_LeftCamera" / "LeftVideoSN001_comp.avi", (frame(5 - v, 3) for v in wave(24, 1))
    )
    with (tmp_path / "crops" / "SN002.crops").open("r+b") as stream:
        stream.truncate(1000)
    backend = Counting()
    cut_corpus(read_disfa(tree), tmp_path / "crops", backend)
    assert 48 <= backend.asked < 72
    other = Counting()
    other.name = "another"
    cut_corpus(read_disfa(tree), tmp_path / "crops", other)
    assert other.asked >= 72


def test_crops_of_squeezed_pictures_are_cut_again_and_those_of_square_pixels_serve_on(tree, monkeypatch):
    (recording, *_) = read_disfa(tree).recordings
    known = hashlib.sha256(cutting.TEMPLATE.tobytes() + content_hash(recording.video).encode())
    assert cutting._fingerprint(recording) == known.hexdigest()
    monkeypatch.setattr(cutting, "pixel_aspect_of", lambda _: Fraction(4, 3))
    assert cutting._fingerprint(recording) != known.hexdigest()
