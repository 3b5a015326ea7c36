"""Sampled frames are stored once, as they were decoded, and are what coders see."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from fractions import Fraction

import numpy as np
import pytest

from au_studio.coding.session import SampleFrame
from au_studio.controllers.code import sample_extraction
from au_studio.controllers.code.sample_extraction import SampleExtraction
from au_studio.controllers.study_pictures import StudyPictures
from au_studio.study.recording_list import Status
from au_studio.study.samples import DrawRequest
from au_studio.video.index import index_video
from au_studio.video.pictures import picture_path, pixel_digest, read_picture, write_picture
from au_studio.video.reader import FrameReader


@pytest.fixture
def sampled(workspace, make_video, qtbot, tmp_path):
    workspace.new_study(tmp_path / "Mine")
    workspace.add_videos([make_video("one.mp4", 40), make_video("two.mp4", 30)])
    qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY] * 2, timeout=10_000)
    for recording in workspace.study.recordings():
        index = workspace.index_of(recording.id)
        workspace.study.draw_sample(recording.id, seed=1, index_digest=index.digest(), pts=index.pts, count=5)
    return workspace


@pytest.fixture
def extraction(sampled) -> Iterator[SampleExtraction]:
    made = SampleExtraction(sampled)
    yield made
    made.close()


def extract(extraction, qtbot):
    with qtbot.waitSignal(extraction.finished, timeout=20_000):
        extraction.start()


def files(workspace):
    return {
        (sample.recording_id, pts): picture_path(workspace.study.samples_path(sample.recording_id), pts)
        for sample in workspace.study.samples()
        for pts in sample.pts
    }


def test_every_sampled_frame_is_stored_pixel_by_pixel(extraction, sampled, qtbot):
    said = []
    extraction.progressed.connect(said.append)
    extract(extraction, qtbot)
    assert len(files(sampled)) == 10
    for (recording_id, pts), file in files(sampled).items():
        index = sampled.index_of(recording_id)
        with FrameReader(index) as reader:
            decoded = reader.read(index.pts.tolist().index(pts)).image
        assert np.array_equal(read_picture(file), decoded)
    assert said[-2:] == ["storing sampled frames: 10 of 10", ""]
    raw = sqlite3.connect(sampled.study.root / "study.sqlite")
    digests = {row[0]: row[1] for row in raw.execute("SELECT pts, picture FROM sample_frame")}
    raw.close()
    assert digests[pts] == pixel_digest(decoded)


def test_what_is_stored_is_not_stored_again_and_an_extension_is(extraction, sampled, qtbot):
    extract(extraction, qtbot)
    before = {file: file.stat().st_mtime_ns for file in files(sampled).values()}
    sample = sampled.study.samples()[0]
    index = sampled.index_of(sample.recording_id)
    sampled.study.draw([DrawRequest(sample.recording_id, index.digest(), index.pts)], seed=1, count=3)
    extract(extraction, qtbot)
    now = files(sampled).values()
    assert sum(file.exists() for file in now) == 13
    assert {file: file.stat().st_mtime_ns for file in before} == before


def test_coders_see_the_stored_picture(extraction, sampled, qtbot):
    extract(extraction, qtbot)
    (recording_id, pts), file = next(iter(files(sampled).items()))
    marked = read_picture(file)
    marked[:8, :8] = (1, 2, 3)
    write_picture(file, marked)
    pictures = StudyPictures(sampled)
    with qtbot.waitSignal(pictures.loaded, timeout=20_000) as caught:
        pictures.request(SampleFrame(recording_id, pts), prepare_context=False)
    assert np.array_equal(caught.args[0].full, marked)
    file.write_bytes(b"broken")
    pictures.forget()
    with qtbot.waitSignal(pictures.loaded, timeout=20_000) as caught:
        pictures.request(SampleFrame(recording_id, pts), prepare_context=False)
    assert tuple(caught.args[0].full[0, 0]) != (1, 2, 3)
    pictures.close()


def test_pixels_that_differ_from_those_that_were_coded_are_told(extraction, sampled, qtbot):
    told = []
    sampled.notice.connect(lambda text, _level: told.append(text))
    (recording_id, pts), _ = next(iter(files(sampled).items()))
    sampled.study.note_picture(recording_id, pts, "of another decoder")
    extract(extraction, qtbot)
    assert [text for text in told if "not those that were coded" in text]


def test_a_nearly_full_disk_is_left_its_room(extraction, sampled, qtbot, monkeypatch):
    told = []
    sampled.notice.connect(lambda text, _level: told.append(text))
    monkeypatch.setattr(sample_extraction, "LEAST_FREE", 1 << 62)
    extract(extraction, qtbot)
    assert told == ["The disk is nearly full: 10 sampled frames are not extracted."]
    assert not any(file.exists() for file in files(sampled).values())


def test_a_study_that_is_only_looked_at_gets_no_pictures(extraction, sampled, qtbot):
    root = sampled.study.path
    sampled.close_study()
    sampled.open_study(root, read_only=True)
    extract(extraction, qtbot)
    assert list((root / "samples").rglob("*.png")) == []


def test_pictures_that_were_stored_squeezed_are_shown_and_stored_anew(workspace, make_video, qtbot, tmp_path):
    told = []
    workspace.notice.connect(lambda text, _level: told.append(text))
    workspace.new_study(tmp_path / "Mine")
    workspace.add_videos([make_video("hdv.mp4", 20, pixel_aspect=Fraction(4, 3))])
    qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY], timeout=10_000)
    (recording,) = workspace.study.recordings()
    index = workspace.index_of(recording.id)
    workspace.study.draw_sample(recording.id, seed=1, index_digest=index.digest(), pts=index.pts, count=1)
    ((_, pts),), (file,) = files(workspace).keys(), files(workspace).values()
    write_picture(file, np.full((64, 96, 3), 9, np.uint8))
    workspace.study.note_picture(recording.id, pts, "squeezed")
    pictures = StudyPictures(workspace)
    with qtbot.waitSignal(pictures.loaded, timeout=20_000) as caught:
        pictures.request(SampleFrame(recording.id, pts), prepare_context=False)
    pictures.close()
    assert caught.args[0].full.shape == (64, 128, 3)
    made = SampleExtraction(workspace)
    for _ in range(2):
        extract(made, qtbot)
        image = read_picture(file)
        assert image.shape == (64, 128, 3)
        assert workspace.study.note_picture(recording.id, pts, "") == pixel_digest(image)
        stored = file.stat().st_mtime_ns
    made.close()
    assert file.stat().st_mtime_ns == stored
    assert not [text for text in told if "not those that were coded" in text]


def mirrored(path):
    """Mark a video as mirrored, as selfie cameras do: in the matrix of its track's header."""
    data = bytearray(path.read_bytes())
    at = data.index(b"tkhd") + 4
    at += 4 + (20 if data[at] == 0 else 32) + 16
    data[at : at + 4] = (-(1 << 16)).to_bytes(4, "big", signed=True)
    path.write_bytes(data)
    return path


def test_pictures_of_a_mirrored_video_are_shown_and_stored_upright(workspace, make_video, qtbot, tmp_path):
    plain = make_video("plain.mp4", 20)
    workspace.new_study(tmp_path / "Mine")
    workspace.add_videos([mirrored(make_video("selfie.mp4", 20))])
    qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY], timeout=10_000)
    (recording,) = workspace.study.recordings()
    index = workspace.index_of(recording.id)
    workspace.study.draw_sample(recording.id, seed=1, index_digest=index.digest(), pts=index.pts, count=1)
    ((_, pts),), (file,) = files(workspace).keys(), files(workspace).values()
    write_picture(file, np.full((64, 96, 3), 9, np.uint8))  # as an earlier version stored it
    workspace.study.note_picture(recording.id, pts, "upside down")
    with FrameReader(index_video(plain)) as reader:
        upright = reader.read(int(np.searchsorted(index.pts, pts))).image[:, ::-1]
    pictures = StudyPictures(workspace)
    with qtbot.waitSignal(pictures.loaded, timeout=20_000) as caught:
        pictures.request(SampleFrame(recording.id, pts), prepare_context=False)
    pictures.close()
    np.testing.assert_array_equal(caught.args[0].full, upright)
    made = SampleExtraction(workspace)
    for _ in range(2):
        extract(made, qtbot)
        np.testing.assert_array_equal(read_picture(file), upright)
        stored = file.stat().st_mtime_ns
    made.close()
    assert file.stat().st_mtime_ns == stored
