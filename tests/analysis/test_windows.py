import numpy as np
import pytest

from au_studio.analysis.recording import analyze_recording
from au_studio.analysis.tracks import load_tracks
from au_studio.analysis.windows import WindowError, extract_windows, merged_windows
from au_studio.errors import Stopped
from au_studio.face.align import crop_face
from au_studio.video.index import index_video
from au_studio.video.reader import FrameReader


@pytest.fixture(scope="module")
def index(face_video):
    return index_video(face_video)


@pytest.fixture(scope="module")
def tracks(face_video, model_path, tmp_path_factory):
    path = tmp_path_factory.mktemp("tracks") / "faces.h5"
    analyze_recording(face_video, model_path, None, tracks_path=path)
    return load_tracks(path)


@pytest.mark.parametrize(
    ("positions", "expected"),
    [
        ([50], [(26, 55)]),
        ([3], [(0, 8)]),
        ([99], [(75, 100)]),
        ([50, 10, 50], [(0, 15), (26, 55)]),
        ([10, 30], [(0, 35)]),
        ([10, 39], [(0, 44)]),
        ([10, 40], [(0, 15), (16, 45)]),
        ([], []),
    ],
)
def test_windows_reach_24_back_and_4_on_and_merge_when_they_meet(positions, expected):
    assert merged_windows(positions, 100, 24, 4) == expected


def test_crops_are_the_ones_that_the_analysis_would_cut(face_video, index, tracks):
    clips = extract_windows(face_video, tracks, [int(index.pts[50])], before=6, after=2)
    assert len(clips) == 1
    assert clips[0].pts.tolist() == index.pts[44:53].tolist()
    assert clips[0].crops.shape == (9, 144, 144, 3)
    with FrameReader(index) as reader:
        for crop, position in zip(clips[0].crops, range(44, 53), strict=True):
            face = tracks.faces_at(position)[0].face
            np.testing.assert_array_equal(crop, crop_face(reader.read(position).image, face, margin=8))


def test_frames_without_the_face_are_left_out_and_time_starts_anew_after_them(face_video, index, tracks):
    clips = extract_windows(face_video, tracks, [int(index.pts[38])], before=24, after=4)
    shown = [14, 15, 16, 17, 18, 19, *range(35, 43)]
    assert clips[0].pts.tolist() == index.pts[shown].tolist()
    assert np.flatnonzero(clips[0].restart).tolist() == [0, 6]
    assert np.isnan(clips[0].intensities).all()


def test_a_window_without_any_face_gives_no_clip(face_video, index, tracks):
    assert extract_windows(face_video, tracks, [int(index.pts[28])], before=3, after=3) == []


def test_without_tracks_the_faces_are_found_in_the_windows(face_video, index, tracks):
    asked = [int(index.pts[10]), int(index.pts[50])]
    with_tracks = extract_windows(face_video, tracks, asked, before=4, after=2)
    without = extract_windows(face_video, None, asked, before=4, after=2)
    assert [c.pts.tolist() for c in without] == [c.pts.tolist() for c in with_tracks]
    for ours, theirs in zip(without, with_tracks, strict=True):
        assert np.abs(ours.crops.astype(int) - theirs.crops.astype(int)).mean() < 6
        assert ours.restart[0]


def test_a_timestamp_of_another_recording_is_refused(face_video, tracks):
    with pytest.raises(WindowError, match="1 rated frames do not exist"):
        extract_windows(face_video, tracks, [7])


def test_a_person_cannot_be_chosen_without_tracks(face_video, index):
    with pytest.raises(WindowError, match="never tracked"):
        extract_windows(face_video, None, [int(index.pts[3])], target_person=1)


def test_a_person_who_is_never_there_gives_no_clip(face_video, index, tracks):
    assert extract_windows(face_video, tracks, [int(index.pts[50])], target_person=3) == []


def test_progress_counts_frames_and_stop_stops(face_video, index, tracks):
    heard = []
    with pytest.raises(Stopped):
        extract_windows(
            face_video,
            tracks,
            [int(index.pts[50])],
            on_progress=lambda done, total: heard.append((done, total)),
            should_stop=lambda: len(heard) == 5,
        )
    assert heard == [(n, 29) for n in range(1, 6)]
