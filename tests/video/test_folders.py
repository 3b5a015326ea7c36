"""Folders give every recording in them, and say what they left out."""

from __future__ import annotations

import pytest

from au_studio.video.folders import PICTURE_SUFFIXES, VIDEO_SUFFIXES, look_in


@pytest.fixture
def folder(tmp_path):
    for name in (
        "B.MOD",
        "a.mp4",
        "c.dv",
        "d.f4v",
        "e.gif",
        "notes.txt",
        "more.TXT",
        "README",
        "p.jpg",
        ".x.mp4",
    ):
        (tmp_path / name).touch()
    for name in ("sub/deep/f.mts", "sub/g.mkv", "sub/h.csv", "made.austudio/i.mp4", ".git/j.mp4"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def test_cameras_endings_count_and_what_is_left_out_is_counted(folder):
    found = look_in(folder)
    assert [path.name for path in found.recordings] == ["B.MOD", "a.mp4", "c.dv", "d.f4v", "e.gif"]
    assert found.left_out == {".txt": 2, "without an ending": 1, ".jpg": 1, "hidden": 1}
    assert found.subfolders == 2
    words = found.words()
    assert "5 other files (2 .txt, 1 .jpg, 1 hidden, 1 without an ending) and 2 subfolders" in words


def test_subfolders_are_looked_into_but_no_studies(folder):
    found = look_in(folder, recursive=True)
    assert {path.name for path in found.recordings} >= {"f.mts", "g.mkv"}
    assert not {path.name for path in found.recordings} & {"i.mp4", "j.mp4"}
    assert found.left_out[".csv"] == 1
    assert found.subfolders == 1


def test_pictures_count_only_where_there_is_no_video(tmp_path):
    for name in ("1.jpg", "2.png"):
        (tmp_path / name).touch()
    assert look_in(tmp_path).recordings == ()
    found = look_in(tmp_path, pictures=True)
    assert [path.name for path in found.recordings] == ["1.jpg", "2.png"]
    assert found.words() == ""


def test_no_ending_is_both():
    assert not VIDEO_SUFFIXES & PICTURE_SUFFIXES
