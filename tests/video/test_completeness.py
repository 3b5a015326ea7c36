"""A recording that was cut short is read as far as it goes, and never passes for a whole one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_files import write_parts

from au_studio.video.completeness import shortfall
from au_studio.video.errors import TruncatedVideoError, UnreadableVideoError, VideoError
from au_studio.video.index import index_video
from au_studio.video.reader import FrameReader

N = 50
SOUND = np.random.default_rng(0).normal(0, 3000, 96000).astype(np.int16)
CLIPS = {
    "faststart.mp4": {
        "muxer_options": {"movflags": "faststart"},
        "sound": SOUND,
        "sound_codec": "libmp3lame",
    },
    "fragmented.mp4": {
        "muxer_options": {"movflags": "frag_keyframe+empty_moov"},
        "sound": SOUND,
        "sound_codec": "libmp3lame",
    },
    "h264.mkv": {"sound": SOUND},
    "live.mkv": {"muxer_options": {"live": "1"}, "sound": SOUND},
    "h264.ts": {"sound": SOUND, "sound_codec": "mp2"},
    "mpeg1.mpg": {"codec": "mpeg1video", "sound": SOUND, "sound_codec": "mp2"},
    "mjpeg.avi": {"codec": "mjpeg", "sound": SOUND},
    "mpeg4.avi": {"codec": "mpeg4"},
    "wmv.wmv": {"codec": "wmv2", "b_frames": 0},
}


def _read_all(path):
    index = index_video(path)
    frames = []
    with FrameReader(index) as reader:
        try:
            for frame in reader.frames():
                frames.append(frame.position)
        except TruncatedVideoError as error:
            return index, frames, error
    return index, frames, None


def _assert_helpful(error, path):
    assert path.name in error.message
    assert error.next_step


@pytest.mark.parametrize("name", CLIPS)
def test_a_whole_file_is_not_called_cut_short(name, module_clip):
    index, frames, error = _read_all(module_clip(name, n_frames=N, **CLIPS[name]))
    assert error is None
    assert not index.truncated
    assert frames == list(range(N))


@pytest.mark.parametrize("name", CLIPS)
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(share=st.floats(0.01, 0.98))
def test_a_file_cut_anywhere_gives_what_a_plain_decode_gives_and_says_so(
    name, module_clip, plain_decode, share
):
    whole = module_clip(name, n_frames=N, **CLIPS[name])
    cut = whole.with_name(f"cut_{name}")
    data = whole.read_bytes()
    size = int(len(data) * share)
    # Broadcast streams may begin and end between any two packets: a cut exactly there leaves no trace.
    if size % {".ts": 188, ".mpg": 2048}.get(cut.suffix, size + 1) == 0:
        size -= 1
    cut.write_bytes(data[:size])
    try:
        index, frames, error = _read_all(cut)
    except VideoError as error:
        _assert_helpful(error, cut)
        return
    truth = plain_decode(cut)
    assert frames == list(range(len(truth)))
    np.testing.assert_allclose(index.times, truth, atol=1e-3, rtol=0)
    if error is not None:
        assert index.truncated
        assert error.frames_read == len(truth)
        assert str(len(truth)) in error.message
        _assert_helpful(error, cut)
    else:
        assert len(truth) == N, f"{len(truth)} of {N} frames passed for a whole recording"


@pytest.mark.parametrize("name", CLIPS)
@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(spots=st.lists(st.tuples(st.floats(0.2, 0.999), st.integers(0, 255)), min_size=1, max_size=6))
def test_damage_inside_a_file_never_crashes_and_never_loses_a_frame_that_a_plain_decode_gives(
    name, module_clip, plain_decode, spots
):
    whole = module_clip(name, n_frames=N, **CLIPS[name])
    damaged = whole.with_name(f"damaged_{name}")
    data = bytearray(whole.read_bytes())
    for share, value in spots:
        data[int(len(data) * share)] = value
    damaged.write_bytes(data)
    try:
        index, frames, _ = _read_all(damaged)
    except VideoError as error:
        _assert_helpful(error, damaged)
        return
    try:
        truth = plain_decode(damaged)
    except Exception:  # The plain decode gives up where ours goes on; there is nothing to compare.
        return
    if index.timing.by_timestamp:
        assert len(frames) == len(truth)


def test_a_range_that_ends_before_the_cut_is_no_error(module_clip, tmp_path):
    data = module_clip("h264.mkv", n_frames=N, **CLIPS["h264.mkv"]).read_bytes()
    cut = tmp_path / "cut.mkv"
    cut.write_bytes(data[: len(data) * 2 // 3])
    index = index_video(cut)
    assert index.truncated
    assert any("cut short" in notice for notice in index.notices)
    with FrameReader(index) as reader:
        assert len(list(reader.frames(0, 10))) == 10


def test_a_picture_file_that_breaks_off_is_cut_short(clip):
    path = clip("face.jpg", codec="mjpeg", n_frames=1)
    assert shortfall(path, "image2") == ""
    path.write_bytes(path.read_bytes()[:-40])
    assert shortfall(path, "image2")
    with pytest.raises(UnreadableVideoError, match="cut short"):
        index_video(path)


def test_padding_after_the_end_is_not_a_cut(module_clip, tmp_path):
    for name in ("faststart.mp4", "mpeg1.mpg"):
        padded = tmp_path / name
        padded.write_bytes(module_clip(name, n_frames=N, **CLIPS[name]).read_bytes() + bytes(512))
        assert not index_video(padded).truncated


def test_a_cut_before_the_first_picture_is_unreadable_and_says_why(module_clip, tmp_path):
    data = module_clip("h264.mkv", n_frames=N, **CLIPS["h264.mkv"]).read_bytes()
    cut = tmp_path / "head.mkv"
    cut.write_bytes(data[:700])
    with pytest.raises(UnreadableVideoError, match=r"head\.mkv"):
        index_video(cut)


@pytest.mark.shared
def test_a_real_mpeg1_recording_cut_short_is_noticed(shared_dir, tmp_path):
    data = (shared_dir / "videos" / "grid" / "bbaf2n.mpg").read_bytes()
    for share in (0.3, 0.5, 0.9):
        # Whole sectors, as a broken copy from a disc leaves them, and an arbitrary number of bytes.
        for size in (int(len(data) * share), int(len(data) * share) // 2324 * 2324):
            cut = tmp_path / "cut.mpg"
            cut.write_bytes(data[:size])
            index, frames, error = _read_all(cut)
            assert error is not None
            assert error.frames_read == len(frames) == index.n_frames


@pytest.mark.parametrize("share", [0.35, 0.6, 0.83])
@pytest.mark.parametrize("name", ["large.ts", "large.mpg"])
def test_forty_looks_at_a_cut_broadcast_give_one_verdict(name, share, tmp_path):
    rng = np.random.default_rng(3)
    base = rng.integers(0, 255, (60, 80, 3)).astype(np.uint8)
    pictures = [np.roll(np.kron(base, np.ones((4, 4, 1), np.uint8)), n, axis=1) for n in range(24)]
    path = write_parts(tmp_path / name, "libx264" if name.endswith("ts") else "mpeg2video", [pictures])
    data = path.read_bytes()
    unit = 188 if name.endswith("ts") else 2048
    path.write_bytes(data[: int(len(data) * share) // unit * unit])
    verdicts = {
        (index.truncated, index.n_frames, index.notices) for index in (index_video(path) for _ in range(40))
    }
    assert len(verdicts) == 1
