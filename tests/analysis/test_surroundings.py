from dataclasses import replace

import numpy as np
import pytest

from au_studio.analysis.recording import analyze_recording
from au_studio.analysis.surroundings import (
    LONGEST,
    SurroundingsError,
    cut_surroundings,
    merged_surroundings,
    positions_of,
)
from au_studio.analysis.tracks import load_tracks
from au_studio.errors import Stopped
from au_studio.face.align import crop_face
from au_studio.video.index import index_video
from au_studio.video.pictures import picture_path, write_picture
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
    assert merged_surroundings(positions, 100, 24, 4) == expected


def test_a_run_that_would_get_too_long_is_cut_in_two_and_no_context_is_lost():
    windows = merged_surroundings(list(range(100, 1500)), 5000, 24, 4)
    assert all(stop - start <= LONGEST for start, stop in windows)
    for position in range(100, 1500):
        assert any(start <= position - 24 and position + 5 <= stop for start, stop in windows)


def cut(index, tracks, positions, *, before, after, **options):
    return list(cut_surroundings(index, tracks, merged_surroundings(positions, 60, before, after), **options))


def test_crops_are_the_ones_that_the_analysis_would_cut(index, tracks):
    (window,) = cut(index, tracks, [50], before=6, after=2)
    assert (window.start, window.stop) == (44, 53)
    assert window.clip.pts.tolist() == index.pts[44:53].tolist()
    assert window.clip.crops.shape == (9, 144, 144, 3)
    with FrameReader(index) as reader:
        for crop, position in zip(window.clip.crops, range(44, 53), strict=True):
            face = tracks.faces_at(position)[0].face
            np.testing.assert_array_equal(crop, crop_face(reader.read(position).image, face, margin=8))


def test_frames_without_the_face_are_left_out_and_time_starts_anew_after_them(index, tracks):
    (window,) = cut(index, tracks, [38], before=24, after=4)
    shown = [14, 15, 16, 17, 18, 19, *range(35, 43)]
    assert window.clip.pts.tolist() == index.pts[shown].tolist()
    assert np.flatnonzero(window.clip.restart).tolist() == [0, 6]
    assert np.isnan(window.clip.intensities).all()


def test_who_is_meant_is_decided_over_the_whole_recording_and_not_over_the_window(index, tracks):
    once = tracks.n_frames - 10
    rows = np.arange(tracks.offsets[once], tracks.offsets[-1])
    larger = tracks.boxes[rows] + np.array([-20, -20, 20, 20], np.float32)
    # Somebody with a larger face joins for the last ten frames.
    joined = replace(
        tracks,
        offsets=tracks.offsets + np.clip(np.arange(tracks.n_frames + 1) - once, 0, None),
        **{
            name: np.insert(getattr(tracks, name), rows, added, axis=0)
            for name, added in (
                ("person", np.ones(len(rows))),
                ("boxes", larger),
                ("anchors", tracks.anchors[rows] + 5),
                ("scores", tracks.scores[rows]),
                ("new_track", rows == rows[0]),
            )
        },
        landmarks=None,
    )
    (alone,), (both,) = (cut(index, found, [55], before=3, after=2) for found in (tracks, joined))
    np.testing.assert_array_equal(both.clip.crops, alone.clip.crops)


def test_faces_are_those_of_the_timestamp_where_the_tracks_lack_damaged_frames(index, tracks):
    lost = 40
    kept = np.delete(np.arange(60), lost)
    frames = tracks.frames()
    rows = frames != lost
    shorter = replace(
        tracks,
        pts=tracks.pts[kept],
        offsets=np.searchsorted(frames[rows], [*kept, 60]),
        **{
            name: getattr(tracks, name)[rows]
            for name in ("person", "boxes", "anchors", "scores", "new_track")
        },
    )
    (whole,), (found,) = (cut(index, t, [50], before=20, after=9) for t in (tracks, shorter))
    assert found.clip.pts.tolist() == [pts for pts in whole.clip.pts.tolist() if pts != index.pts[lost]]
    same = np.isin(whole.clip.pts, found.clip.pts)
    assert np.array_equal(whole.clip.crops[same], found.clip.crops)


def test_a_window_without_any_face_gives_no_clip(index, tracks):
    assert [window.clip for window in cut(index, tracks, [28], before=3, after=3)] == [None]


def test_without_tracks_the_faces_are_found_in_the_windows(index, tracks):
    with_tracks = cut(index, tracks, [10, 50], before=4, after=2)
    without = cut(index, None, [10, 50], before=4, after=2)
    assert [w.clip.pts.tolist() for w in without] == [w.clip.pts.tolist() for w in with_tracks]
    for ours, theirs in zip(without, with_tracks, strict=True):
        assert np.abs(ours.clip.crops.astype(int) - theirs.clip.crops.astype(int)).mean() < 6
        assert ours.clip.restart[0]


def test_a_timestamp_of_another_recording_is_refused(index):
    assert positions_of(index, [int(index.pts[9]), int(index.pts[3])]).tolist() == [3, 9]
    with pytest.raises(SurroundingsError, match="1 rated frames do not exist"):
        positions_of(index, [7])


def test_a_person_cannot_be_chosen_without_tracks(index):
    with pytest.raises(SurroundingsError, match="never tracked"):
        cut(index, None, [3], before=1, after=1, target_person=1)


def test_a_person_who_is_never_there_gives_no_clip(index, tracks):
    assert [w.clip for w in cut(index, tracks, [50], before=1, after=1, target_person=3)] == [None]


def test_progress_counts_frames_and_stop_stops(index, tracks):
    heard = []
    with pytest.raises(Stopped):
        cut(
            index,
            tracks,
            [50],
            before=24,
            after=4,
            on_progress=lambda done, total: heard.append((done, total)),
            should_stop=lambda: len(heard) == 5,
        )
    assert heard == [(n, 29) for n in range(1, 6)]


def test_the_crop_of_a_sampled_frame_is_of_the_pixels_that_coders_saw(index, tracks, tmp_path):
    with FrameReader(index) as reader:
        seen = 255 - reader.read(50).image
    write_picture(picture_path(tmp_path, int(index.pts[50])), seen)
    (plain,) = cut(index, tracks, [50], before=2, after=2)
    (coded,) = cut(index, tracks, [50], before=2, after=2, pictures=tmp_path)
    face = tracks.faces_at(50)[0].face
    assert np.array_equal(coded.clip.crops[2], crop_face(seen, face.anchors, margin=8))
    for place in (0, 1, 3, 4):
        assert np.array_equal(coded.clip.crops[place], plain.clip.crops[place])
