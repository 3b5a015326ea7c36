import threading
from fractions import Fraction

import av
import h5py
import numpy as np
import pytest
from drawn import empty_picture, moving_face, picture, write_model, write_video

from au_studio.analysis import analyzer, recording
from au_studio.analysis.recording import IncompleteAnalysisError, analyze_recording
from au_studio.analysis.store import load_analysis
from au_studio.analysis.tracks import load_tracks
from au_studio.errors import Stopped
from au_studio.face.opencv import cv2
from au_studio.nn import engine, quick_frames, quick_model
from au_studio.video.errors import UnreadableVideoError
from au_studio.video.frame_making import FrameMaker
from au_studio.video.index import index_video


def container_times(path):
    with av.open(str(path)) as container:
        return sorted(float(f.pts * f.time_base) for f in container.decode(video=0))


def test_every_decoded_frame_has_its_row_with_its_own_time(tmp_path, face_video, model_path):
    analysis = analyze_recording(face_video, model_path, tmp_path / "a.h5")
    np.testing.assert_allclose(analysis.times, container_times(face_video), atol=1e-3)
    assert analysis.success.tolist() == [t not in range(20, 35) for t in range(60)]
    assert analysis.intensities.shape == (60, 12)
    assert np.isnan(analysis.intensities[~analysis.success]).all()
    shown = analysis.intensities[analysis.success]
    assert (shown >= 0).all()
    assert (shown <= 5).all()
    assert (analysis.person == np.where(analysis.success, 0, -1)).all()
    assert np.isfinite(analysis.boxes[analysis.success]).all()
    assert analysis.provenance["complete"] is True


def test_variable_frame_rate_keeps_the_container_times(tmp_path, model_path):
    pts = np.cumsum([0, 33, 33, 50, 17, 100, 33, 250, 33, 33, 40, 41]).tolist()
    video = write_video(tmp_path / "v.mov", moving_face(len(pts)), pts=pts)
    analysis = analyze_recording(video, model_path, None)
    np.testing.assert_allclose(analysis.times, container_times(video), atol=1e-3)
    assert np.ptp(np.diff(analysis.times)) > 0.1


@pytest.mark.parametrize(("name", "codec", "rate"), [("a.mpg", "mpeg1video", 25), ("a.avi", "mpeg4", 25)])
def test_older_kinds_of_video_are_read(tmp_path, model_path, name, codec, rate):
    video = write_video(tmp_path / name, moving_face(20), codec=codec, rate=rate)
    analysis = analyze_recording(video, model_path, None)
    np.testing.assert_allclose(analysis.times, container_times(video), atol=1e-3)
    assert analysis.success.sum() >= 18


@pytest.mark.parametrize("suffix", [".png", ".jpg"])
def test_a_photograph_is_a_recording_of_one_frame(tmp_path, model_path, suffix):
    photo = tmp_path / f"photo{suffix}"
    cv2.imwrite(str(photo), picture()[..., ::-1])
    analysis = analyze_recording(photo, model_path, tmp_path / "a.h5")
    assert len(analysis.pts) == 1
    assert analysis.success.all()
    assert np.isfinite(analysis.intensities).all()


def test_a_recording_without_any_face_has_rows_without_values(tmp_path, model_path):
    video = write_video(tmp_path / "nobody.mp4", [empty_picture()] * 12)
    analysis = analyze_recording(video, model_path, tmp_path / "a.h5")
    assert len(analysis.pts) == 12
    assert not analysis.success.any()
    assert np.isnan(analysis.intensities).all()


def test_what_is_written_is_what_is_returned(tmp_path, face_video, model_path):
    analysis = analyze_recording(face_video, model_path, tmp_path / "a.h5")
    stored = load_analysis(tmp_path / "a.h5")
    np.testing.assert_array_equal(stored.intensities, analysis.intensities)
    np.testing.assert_array_equal(stored.pts, analysis.pts)
    assert stored.provenance == analysis.provenance


def test_another_model_uses_the_stored_face_tracks(tmp_path, face_video, model_path, monkeypatch):
    tracks = tmp_path / "faces.h5"
    first = analyze_recording(face_video, model_path, None, tracks_path=tracks)
    monkeypatch.setattr(
        "au_studio.analysis.analyzer.create_backend", lambda name: pytest.fail("detected again")
    )
    same = analyze_recording(face_video, model_path, None, tracks_path=tracks)
    np.testing.assert_allclose(same.intensities, first.intensities, atol=1e-6)
    other = write_model(tmp_path / "other.safetensors", seed=5, aus=(12, 25))
    again = analyze_recording(face_video, other, None, tracks_path=tracks)
    assert again.aus == (12, 25)
    np.testing.assert_array_equal(again.boxes, first.boxes)
    np.testing.assert_array_equal(again.person, first.person)


def test_face_tracks_of_another_recording_are_not_used(tmp_path, face_video, model_path):
    tracks = tmp_path / "faces.h5"
    other = write_video(tmp_path / "other.mp4", moving_face(60))
    analyze_recording(face_video, model_path, None, tracks_path=tracks)
    analysis = analyze_recording(other, model_path, None, tracks_path=tracks)
    assert analysis.success.all()
    assert load_tracks(tracks).n_frames == 60
    assert load_tracks(tracks).person.shape == (60,)


def test_a_damaged_file_of_face_tracks_is_made_again(tmp_path, face_video, model_path):
    tracks = tmp_path / "faces.h5"
    tracks.write_bytes(b"not HDF5")
    analyze_recording(face_video, model_path, None, tracks_path=tracks)
    assert load_tracks(tracks).n_frames == 60


def forget_square_pixels(tracks):
    """Make stored face tracks look as if they were made before oblong pixels were heeded."""
    with h5py.File(tracks, "r+") as file:
        del file.attrs["square_pixels"]


def test_a_recording_with_oblong_pixels_is_analysed_as_it_is_shown(tmp_path, model_path):
    pictures = moving_face(12)
    squeezed = [cv2.resize(image, (150, 160), interpolation=cv2.INTER_AREA) for image in pictures]
    oblong = write_video(tmp_path / "hdv.mp4", squeezed, pixel_aspect=Fraction(4, 3))
    found = analyze_recording(oblong, model_path, None)
    expected = analyze_recording(write_video(tmp_path / "square.mp4", pictures), model_path, None)
    assert found.success.all()
    np.testing.assert_allclose(found.boxes, expected.boxes, atol=6)
    assert (found.provenance["video"]["width"], found.provenance["video"]["height"]) == (200, 160)
    assert found.provenance["video"]["pixel_aspect"] == "4/3"
    assert expected.provenance["video"]["pixel_aspect"] == "1"


def test_faces_found_in_squeezed_pictures_are_found_again_and_all_others_kept(
    tmp_path, model_path, monkeypatch
):
    asked = []
    create = analyzer.create_backend
    monkeypatch.setattr(analyzer, "create_backend", lambda name: asked.append(name) or create(name))
    for name, aspect, times in (("square.mp4", Fraction(0), 1), ("hdv.mp4", Fraction(4, 3), 2)):
        video = write_video(tmp_path / name, moving_face(8), pixel_aspect=aspect)
        tracks = tmp_path / f"{name}.faces.h5"
        asked.clear()
        analyze_recording(video, model_path, None, tracks_path=tracks)
        forget_square_pixels(tracks)
        analyze_recording(video, model_path, None, tracks_path=tracks)
        analyze_recording(video, model_path, None, tracks_path=tracks)
        assert len(asked) == times, name


def test_a_file_cut_short_keeps_what_was_read_and_says_so(tmp_path, model_path):
    whole = write_video(tmp_path / "whole.mpg", moving_face(60), codec="mpeg1video", rate=25)
    data = whole.read_bytes()
    cut = tmp_path / "cut.mpg"
    cut.write_bytes(data[: int(len(data) * 0.6)])
    with pytest.raises(IncompleteAnalysisError, match=r"cut\.mpg") as caught:
        analyze_recording(cut, model_path, tmp_path / "a.h5", tracks_path=tmp_path / "faces.h5")
    stored = load_analysis(tmp_path / "a.h5")
    assert 10 < len(stored.pts) < 60
    assert stored.provenance["complete"] is False
    assert stored.provenance["frames_read"] == len(stored.pts) == len(caught.value.analysis.pts)
    assert caught.value.next_step


def test_a_frame_damaged_inside_the_recording_is_never_passed_over_in_silence(
    tmp_path, model_path, monkeypatch
):
    video = write_video(tmp_path / "hole.avi", moving_face(20), codec="mjpeg", rate=25)

    def index_then_damage(path, *reading, **options):
        index = index_video(path, *reading, **options)
        data = bytearray(path.read_bytes())
        starts = [k for k in range(data.find(b"movi"), len(data)) if data[k : k + 4] == b"00dc"]
        data[starts[7] + 8 : starts[8]] = bytes(starts[8] - starts[7] - 8)
        path.write_bytes(data)
        return index

    monkeypatch.setattr(recording, "index_video", index_then_damage)
    with pytest.raises(IncompleteAnalysisError, match=r"1 of its 20 frames could not be decoded") as caught:
        analyze_recording(video, model_path, tmp_path / "a.h5")
    assert len(caught.value.analysis.pts) == 19
    assert caught.value.analysis.provenance["complete"] is False


def test_a_file_that_is_no_video_is_refused_and_leaves_nothing(tmp_path, model_path):
    text = tmp_path / "notes.mp4"
    text.write_text("This is not a video.")
    with pytest.raises(UnreadableVideoError):
        analyze_recording(text, model_path, tmp_path / "a.h5", tracks_path=tmp_path / "faces.h5")
    assert [p.name for p in tmp_path.iterdir()] == ["notes.mp4"]


def test_stop_leaves_no_half_file_and_no_thread(tmp_path, face_video, model_path):
    done = []
    out = tmp_path / "out"
    with pytest.raises(Stopped):
        analyze_recording(
            face_video,
            model_path,
            out / "a.h5",
            tracks_path=out / "faces.h5",
            batch=4,
            on_progress=lambda n, total, results: done.append(n),
            should_stop=lambda: len(done) >= 2,
        )
    assert done == [4, 8]
    assert [path.name for path in out.iterdir()] == ["a.unfinished"]
    assert not [t for t in threading.enumerate() if t.name == "hand"]


def test_a_failing_listener_ends_the_work_and_its_thread(tmp_path, face_video, model_path):
    def broken(*_):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        analyze_recording(face_video, model_path, tmp_path / "a.h5", batch=4, on_progress=broken)
    assert not list(tmp_path.iterdir())


def test_progress_counts_up_to_all_frames_and_carries_their_results(face_video, model_path):
    heard = []
    analyze_recording(face_video, model_path, None, batch=25, on_progress=lambda *a: heard.append(a))
    assert [(done, total, len(results)) for done, total, results in heard] == [
        (25, 60, 25),
        (50, 60, 25),
        (60, 60, 10),
    ]


def test_the_speed_of_batches_does_not_change_values(face_video, model_path):
    one = analyze_recording(face_video, model_path, None, batch=1)
    many = analyze_recording(face_video, model_path, None, batch=32)
    np.testing.assert_allclose(one.intensities, many.intensities, atol=2e-3)


@pytest.mark.parametrize("threads", [1, 2, 3, 5])
def test_so_many_threads_work_as_were_asked_for_and_the_values_stay(
    face_video, model_path, monkeypatch, threads
):
    """Reading, finding, the networks and what depends on the past: all of them run in no more threads."""
    alone = analyze_recording(face_video, model_path, None, threads=1)
    workers = set()
    for where, name in (
        (FrameMaker, "of"),
        (analyzer.Analyzer, "locate"),
        (analyzer.Analyzer, "infer"),
        (quick_model.QuickEstimator, "alone"),
    ):
        work = getattr(where, name)
        monkeypatch.setattr(
            where, name, lambda *args, work=work: workers.add(threading.get_ident()) or work(*args)
        )
    analysis = analyze_recording(face_video, model_path, None, threads=threads)
    assert min(threads, 2) <= len(workers) <= threads
    np.testing.assert_array_equal(analysis.intensities, alone.intensities)
    np.testing.assert_array_equal(analysis.boxes, alone.boxes)
    assert analysis.provenance["device"] == alone.provenance["device"]


def test_a_network_that_fails_in_another_thread_fails_the_analysis(face_video, model_path, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(quick_model.QuickEstimator, "alone", broken)
    with pytest.raises(ZeroDivisionError):
        analyze_recording(face_video, model_path, None, threads=3)


def test_provenance_names_model_video_and_backend(tmp_path, face_video, model_path):
    provenance = analyze_recording(face_video, model_path, None).provenance
    assert provenance["model"]["name"] == "untrained"
    assert len(provenance["model"]["sha256"]) == 64
    assert provenance["video"]["file"] == "face.mp4"
    assert provenance["video"]["frames"] == 60
    assert provenance["backend"] == "mediapipe"
    assert provenance["face_engine"].split()[0] in {"LiteRT", "OpenCV"}
    assert provenance["network_engine"].startswith("ONNX Runtime" if quick_frames.is_there() else "PyTorch")


def test_the_quick_network_reads_what_torch_reads(face_video, model_path, monkeypatch):
    quick = analyze_recording(face_video, model_path, None)
    monkeypatch.setattr(engine, "is_there", lambda: False)
    monkeypatch.setattr(quick_frames, "is_there", lambda: False)
    exact = analyze_recording(face_video, model_path, None)
    assert exact.provenance["network_engine"].startswith("PyTorch")
    np.testing.assert_array_equal(quick.boxes, exact.boxes)
    np.testing.assert_allclose(quick.intensities, exact.intensities, atol=1e-3)


def test_tracks_store_landmarks_to_a_quarter_pixel(tmp_path, face_video, model_path):
    seen = []
    tracks = tmp_path / "faces.h5"
    analyze_recording(
        face_video, model_path, None, tracks_path=tracks, on_progress=lambda d, t, r: seen.extend(r)
    )
    stored = load_tracks(tracks, landmarks=True)
    for result in seen:
        for live, kept in zip(result.faces, stored.faces_at(result.position), strict=True):
            np.testing.assert_allclose(kept.face.landmarks, live.face.landmarks, atol=0.126)
            np.testing.assert_array_equal(kept.face.anchors, live.face.anchors)
            assert (kept.person, kept.new_track) == (live.person, live.new_track)
    with h5py.File(tracks) as file:
        assert file["landmarks"].compression == "lzf"


@pytest.mark.shared
@pytest.mark.parametrize(
    "name", ["grid/bbaf2n.mpg", "asl/again.mkv", "edge/face_noface.mov", "edge/no_face.mp4"]
)
def test_real_recordings_have_one_row_per_frame_at_its_time(shared_dir, model_path, name):
    video = shared_dir / "videos" / name
    analysis = analyze_recording(video, model_path, None)
    np.testing.assert_allclose(analysis.times, container_times(video), atol=1e-3)
    expected = {
        "grid/bbaf2n.mpg": 1.0,
        "asl/again.mkv": 1.0,
        "edge/face_noface.mov": 0.43,
        "edge/no_face.mp4": 0,
    }
    assert analysis.success.mean() == pytest.approx(expected[name], abs=0.03)
