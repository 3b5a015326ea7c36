"""What was made when a recording was read otherwise is known by its reading."""

from __future__ import annotations

import os

import numpy as np
from made_files import stored, with_track_matrix, write_parts

from au_studio.analysis.store import is_analysis_of
from au_studio.video import reading
from au_studio.video.index import index_video
from au_studio.video.pictures import encode_picture, picture_reading, read_picture, write_picture
from au_studio.video.reading import first_picture_reading, fits_reading, reading_of


def fits(video, made):
    return is_analysis_of(
        {"video": {"pixel_aspect": "1"} | made},
        target_person=None,
        video_hash="",
        model_sha256="",
        backend="",
        video=video,
    )


def test_an_analysis_of_mirrored_faces_is_made_again_and_every_other_kept(tmp_path, draw_number):
    plain = write_parts(tmp_path / "plain.mp4", "libx264", [[draw_number(n) for n in range(4)]])
    selfie = write_parts(tmp_path / "selfie.mp4", "libx264", [[stored(draw_number(n), 2) for n in range(4)]])
    with_track_matrix(selfie, 2)
    assert not fits(selfie, {})
    assert fits(selfie, {"reading": "mirrored"})
    assert fits(plain, {})
    assert fits(None, {})
    assert reading_of(selfie) == index_video(selfie).reading == "mirrored"


def test_changes_on_the_way_are_known_once_it_is_indexed(tmp_path):
    small, large = np.zeros((48, 64, 3), np.uint8), np.zeros((96, 128, 3), np.uint8)
    path = write_parts(tmp_path / "call.webm", "libvpx", [[small] * 10, [large] * 10])
    assert reading_of(path) == ""
    found = index_video(path).reading
    assert fits_reading(path, found)
    assert not fits_reading(path, "")
    assert found == reading_of(path) == "fitted 0:64x48 10:128x96"
    os.utime(path, ns=(1, 1))
    assert reading_of(path) == "", "another file may lie there now"
    assert reading_of(tmp_path / "gone.mp4") == first_picture_reading(path) == ""
    assert fits_reading(path, found), "changes on the way are not known before it is indexed again"
    assert not fits_reading(path, f"mirrored; {found}")
    assert fits_reading(tmp_path / "gone.mp4", "mirrored")
    (tmp_path / "no.mp4").write_bytes(b"no video")
    assert reading_of(tmp_path / "no.mp4") == ""
    assert reading._key(tmp_path / "gone.mp4") is None


def test_a_stored_picture_says_how_it_was_read(tmp_path, draw_number):
    image = draw_number(5)
    write_picture(tmp_path / "a.png", image, "mirrored")
    write_picture(tmp_path / "b.png", image)
    assert picture_reading(tmp_path / "a.png") == "mirrored"
    assert picture_reading(tmp_path / "b.png") == picture_reading(tmp_path / "gone.png") == ""
    np.testing.assert_array_equal(read_picture(tmp_path / "a.png"), image)
    assert encode_picture(image) == (tmp_path / "b.png").read_bytes()
