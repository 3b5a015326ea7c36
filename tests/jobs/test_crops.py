"""Crops on disk serve only what they were cut for."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import h5py
import numpy as np
import pytest
from drawn import moving_face, write_video

from au_studio.analysis.tracks import write_tracks
from au_studio.errors import Stopped
from au_studio.face.model import Face, TrackedFace
from au_studio.jobs.control import Control
from au_studio.jobs.crops import SCHEMA, CropRequest, crops
from au_studio.jobs.protocol import Progress
from au_studio.video.hashing import content_hash
from au_studio.video.index import index_video


def write_faces(path: Path, x: float, pts: list[int], person: int = 0) -> None:
    box = np.array([x, 20, x + 60, 80], np.float32)
    anchors = np.array([[x + 15, 40], [x + 45, 40], [x + 30, 65]], np.float32)
    face = TrackedFace(person, Face(box, np.zeros((4, 2), np.float32), anchors, 0.9), new_track=False)
    with write_tracks(path, backend="mediapipe", n_landmarks=4, video_hash="v") as writer:
        for stamp in pts:
            writer.append(stamp, [face])


@pytest.fixture(scope="module")
def video(tmp_path_factory):
    return write_video(tmp_path_factory.mktemp("v") / "v.mp4", moving_face(40))


@pytest.fixture
def pts(video):
    return index_video(video).pts.tolist()


@pytest.fixture
def request_(tmp_path, video, pts):
    write_faces(tmp_path / "faces.h5", 10, pts)
    return CropRequest(video, tmp_path / "faces.h5", [pts[5], pts[30]], 3, 1, "mediapipe", None, 1)


@pytest.fixture
def cut(request_, tmp_path):
    """Get crops, and return how many frames had to be cut for them."""

    def get(request=request_):
        done = [0]

        def hear(event):
            if isinstance(event, Progress):
                done[0] = event.done

        crops(request, tmp_path / "crops", hear, Control())
        return done[0]

    return get


def test_crops_are_cut_once(cut):
    assert cut() == 10
    assert cut() == 0


def test_what_is_there_is_not_cut_again_for_more_frames(cut, request_, pts):
    cut()
    assert cut(replace(request_, pts=[*request_.pts, pts[20]])) == 5
    assert cut(replace(request_, pts=[pts[20]])) == 0


def test_less_context_is_there_already_and_more_is_cut(cut, request_):
    cut()
    assert cut(replace(request_, before=1)) == 0
    assert cut(replace(request_, before=4)) == 12


def test_every_asked_frame_is_in_exactly_one_clip_with_its_context(request_, pts, tmp_path):
    crops(request_, tmp_path / "crops", lambda event: None, Control())
    asked = [pts[p] for p in (5, 7, 20, 30)]
    found = crops(replace(request_, pts=asked), tmp_path / "crops", lambda event: None, Control())
    assert sorted(stamp for clip in found for stamp in clip.asked) == asked
    for clip in found:
        assert clip.asked <= set(clip.clip.pts.tolist())


def test_an_interrupted_cutting_goes_on_where_it_was(request_, tmp_path, pts):
    many = replace(request_, pts=pts[::10], before=2, after=1)
    control = Control()

    def stop_in_the_third(event):
        if isinstance(event, Progress) and event.done == 9:
            control.cancel()

    with pytest.raises(Stopped):
        crops(many, tmp_path / "crops", stop_in_the_third, control)
    totals = []
    crops(many, tmp_path / "crops", lambda e: totals.append(e.total), Control())
    assert totals[0] == 4 + 4
    whole = crops(many, tmp_path / "other", lambda event: None, Control())
    parts = crops(many, tmp_path / "crops", lambda event: None, Control())
    for ours, theirs in zip(parts, whole, strict=True):
        np.testing.assert_array_equal(ours.clip.crops, theirs.clip.crops)
        assert ours.asked == theirs.asked


def test_faces_found_anew_in_other_places_or_as_other_persons_are_cut_again(cut, tmp_path, pts):
    cut()
    write_faces(tmp_path / "faces.h5", 11, pts)
    assert cut() == 10
    write_faces(tmp_path / "faces.h5", 11, pts, person=1)
    assert cut() == 10


def test_the_same_faces_in_a_file_written_anew_serve_as_before(cut, tmp_path, pts):
    cut()
    write_faces(tmp_path / "faces.h5", 10, pts)
    assert cut() == 0


def test_another_target_person_is_cut_again(cut, request_):
    cut()
    assert cut(replace(request_, target_person=1)) == 10


def test_faces_of_squeezed_pictures_are_not_cut_from_what_is_shown(tmp_path):
    film = write_video(tmp_path / "hdv.mp4", moving_face(20), pixel_aspect=Fraction(4, 3))
    pts = index_video(film).pts.tolist()
    write_faces(tmp_path / "faces.h5", 10, pts)
    request = CropRequest(film, tmp_path / "faces.h5", [pts[5]], 1, 1, "mediapipe", None, 1)
    (marked,) = crops(request, tmp_path / "one", lambda _: None, Control())
    with h5py.File(tmp_path / "faces.h5", "r+") as file:
        del file.attrs["square_pixels"]
    (found,) = crops(request, tmp_path / "two", lambda _: None, Control())
    (looked,) = crops(replace(request, tracks=None), tmp_path / "three", lambda _: None, Control())
    np.testing.assert_array_equal(found.clip.crops, looked.clip.crops)
    assert not np.array_equal(found.clip.crops, marked.clip.crops)


def test_crops_of_squeezed_pictures_are_cut_again_and_those_of_square_pixels_serve_on(tmp_path, video):
    film = write_video(tmp_path / "hdv.mp4", moving_face(20), pixel_aspect=Fraction(4, 3))
    for path, aspect in ((film, {"pixel_aspect": "4/3"}), (video, {})):
        index = index_video(path)
        request = CropRequest(path, None, [int(index.pts[5])], 1, 1, "mediapipe", None, 1)
        crops(request, tmp_path / path.stem, lambda _: None, Control())
        header = json.loads((tmp_path / path.stem).with_suffix(".jsonl").read_text().splitlines()[0])
        made = {"schema": SCHEMA, "video_hash": content_hash(path), "tracks": "", "backend": "mediapipe"}
        assert header["made"] == {**made, "target_person": None, **aspect}
