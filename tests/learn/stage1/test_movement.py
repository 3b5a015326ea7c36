"""What moves in a face is told apart from the pose of the head, and from whose face it is."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_clips import HEAD, made_clip, made_meshes, turned_heads

from au_studio.corpora.rendered import read_pack, shipped_pack
from au_studio.face.align import CROP_SIZE, crop_face
from au_studio.face.mediapipe import MediaPipeBackend
from au_studio.learn.material.clips import MARGIN, Clip, shrunk
from au_studio.learn.stage1.movement import MeshReader, MovementCode, onto
from au_studio.video.index import index_video
from au_studio.video.reader import FrameReader


@given(st.integers(0, 2**32 - 1))
def test_turned_scaled_and_shifted_heads_come_back_to_the_reference(seed):
    rng = np.random.default_rng(seed)
    turned = turned_heads(np.repeat(HEAD[None], 4, axis=0), rng, most=3.0)
    back = onto(turned, HEAD, rng.uniform(0.1, 2, len(HEAD)))
    np.testing.assert_allclose(back, np.repeat(HEAD[None], 4, axis=0), atol=1e-6)


def test_a_mirrored_head_is_turned_but_never_mirrored():
    mirrored = HEAD * [-1, 1, 1]
    assert np.abs(onto(mirrored[None], HEAD, np.ones(len(HEAD)))[0] - HEAD).max() > 5


def test_points_without_weight_do_not_hold_the_head():
    moved = HEAD.copy()
    moved[:6, 1] += 30
    weights = np.ones(len(HEAD))
    weights[:6] = 0
    np.testing.assert_allclose(onto(moved[None], HEAD, weights)[0], moved, atol=1e-9)


def test_the_code_tells_what_moves_whatever_the_head_does():
    clips = [made_clip(f"{k}" * (k + 1), 60, seed=k) for k in range(4)]
    code = MovementCode.of([made_meshes(clip) for clip in clips[:3]], 8)
    codes = code(made_meshes(clips[3]))
    wanted = clips[3].intensities - clips[3].intensities.mean(axis=0)
    moved = codes - codes.mean(axis=0)
    fitted = moved @ np.linalg.lstsq(moved[::2], wanted[::2], rcond=None)[0]
    for k in range(2):
        assert np.corrcoef(fitted[1::2, k], wanted[1::2, k])[0, 1] > 0.99
    weights = code.weights / code.weights.mean()
    assert weights[:6].max() < weights[6:].min(), "what moves does not say where the head is"


def test_the_numbers_of_the_code_vary_alike_within_clips_and_are_no_more_than_what_moves():
    meshes = [made_meshes(made_clip(f"{k}" * (k + 1), 60, seed=k)) for k in range(3)]
    code = MovementCode.of(meshes, 2)
    moved = np.concatenate([code(m) - code(m).mean(axis=0) for m in meshes])
    np.testing.assert_allclose(moved.std(axis=0), 1, atol=0.01)
    still = [np.repeat(HEAD[None], 9, axis=0).astype(np.float32)]
    with pytest.raises(ValueError, match="Nothing moves"):
        MovementCode.of(still, 4)


def test_frames_without_a_face_have_no_code():
    meshes = made_meshes(made_clip("a", 30))
    code = MovementCode.of([meshes], 3)
    meshes[4] = np.nan
    codes = code(meshes)
    assert np.isnan(codes[4]).all()
    assert np.isfinite(np.delete(codes, 4, axis=0)).all()


@pytest.fixture(scope="module")
def filmed():
    """A shipped film cut into crops, and where the tracker's mesh puts its landmarks in them."""
    recording = read_pack(shipped_pack()).recordings[0]
    backend = MediaPipeBackend()
    crops, faces = [], []
    with FrameReader(index_video(recording.video)) as reader:
        for frame in reader.frames():
            face = backend.detect(frame.image)[0]
            crops.append(crop_face(frame.image, face, CROP_SIZE, MARGIN))
            faces.append(face)
            if len(crops) == 6:
                break
    n = len(crops)
    blank = np.full((n, 1), np.nan, np.float32)
    return Clip(np.stack(crops), blank, np.arange(n) / 25, np.arange(n), np.arange(n) == 0, "a", "a")


def test_the_mesh_is_found_in_crops_where_their_template_says(filmed):
    meshes = MeshReader()(filmed)
    assert np.isfinite(meshes).all()
    eyes = meshes[:, [33, 133], :2].mean(axis=(0, 1)), meshes[:, [263, 362], :2].mean(axis=(0, 1))
    np.testing.assert_allclose(eyes, np.array([[41.5, 38], [85.5, 38]]) + MARGIN, atol=2.5)
    small = MeshReader()(shrunk(filmed, 64))
    assert np.abs(2 * small - meshes)[..., :2].mean() < 2


def test_where_there_is_no_face_there_is_no_mesh(filmed):
    crops = filmed.crops.copy()
    crops[2] = 90
    gap = Clip(crops, *(getattr(filmed, n) for n in ("intensities", "times", "pts", "restart")), "a", "a")
    seen = np.isfinite(MeshReader()(gap)).all(axis=(1, 2))
    assert seen.tolist() == [True, True, False, True, True, True]


def test_several_threads_read_as_one_does(filmed):
    reader = MeshReader()
    clips = [filmed, shrunk(filmed, 64)] * 3
    with ThreadPoolExecutor(3) as pool:
        together = list(pool.map(reader, clips))
    for meshes, clip in zip(together, clips, strict=True):
        np.testing.assert_array_equal(meshes, MeshReader()(clip))
