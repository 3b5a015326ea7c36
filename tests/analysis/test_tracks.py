import h5py
import numpy as np
import pytest

from au_studio.analysis.tracks import TracksError, load_tracks, write_tracks
from au_studio.face.model import Face, TrackedFace


def face(person: int, seed: int, new: bool = False) -> TrackedFace:
    rng = np.random.default_rng(seed)
    points = rng.uniform(-20, 4000, (5, 2)).astype(np.float32)
    anchors = rng.uniform(0, 4000, (3, 2)).astype(np.float32)
    box = np.array([1.5, 2.25, 300.125, 400], dtype=np.float32)
    return TrackedFace(person, Face(box, points, anchors, 0.75), new)


def write(path, frames):
    with write_tracks(path, backend="mediapipe", n_landmarks=5, video_hash="abc") as writer:
        for pts, faces in frames:
            writer.append(pts, faces)


FRAMES = [
    (0, [face(0, 1, True)]),
    (512, []),
    (1024, [face(0, 2, True), face(3, 3, True)]),
    (1536, [face(3, 4)]),
]


def test_faces_come_back_frame_by_frame(tmp_path):
    write(tmp_path / "t.h5", FRAMES)
    tracks = load_tracks(tmp_path / "t.h5", landmarks=True)
    assert tracks.pts.tolist() == [0, 512, 1024, 1536]
    assert tracks.persons() == {0: 2, 3: 2}
    for position, (_, faces) in enumerate(FRAMES):
        for read, written in zip(tracks.faces_at(position), faces, strict=True):
            assert (read.person, read.new_track) == (written.person, written.new_track)
            np.testing.assert_array_equal(read.face.box, written.face.box)
            np.testing.assert_array_equal(read.face.anchors, written.face.anchors)
            np.testing.assert_allclose(read.face.landmarks, written.face.landmarks, atol=0.126)


def test_landmarks_are_read_only_on_request(tmp_path):
    write(tmp_path / "t.h5", FRAMES)
    assert load_tracks(tmp_path / "t.h5").faces_at(0)[0].face.landmarks.shape == (0, 2)


def test_more_frames_than_the_buffer_holds_are_all_kept(tmp_path):
    frames = [(t, [face(0, t)] if t % 3 else []) for t in range(700)]
    write(tmp_path / "t.h5", frames)
    tracks = load_tracks(tmp_path / "t.h5")
    assert tracks.n_frames == 700
    assert [len(tracks.faces_at(t)) for t in range(700)] == [len(faces) for _, faces in frames]


def test_an_interrupted_writer_leaves_the_old_file(tmp_path):
    write(tmp_path / "t.h5", FRAMES[:1])

    def interrupted():
        yield 0, []
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "t.h5", interrupted())
    assert load_tracks(tmp_path / "t.h5").n_frames == 1
    assert [p.name for p in tmp_path.iterdir()] == ["t.h5"]


def test_a_damaged_missing_or_newer_file_is_refused_by_name(tmp_path):
    (tmp_path / "bad.h5").write_bytes(b"nonsense")
    write(tmp_path / "new.h5", FRAMES)
    with h5py.File(tmp_path / "new.h5", "r+") as file:
        file.attrs["schema"] = 99
    for name in ("bad.h5", "missing.h5", "new.h5"):
        with pytest.raises(TracksError, match=name):
            load_tracks(tmp_path / name)
