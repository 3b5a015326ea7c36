"""Every frame of a recording has exactly one row, with the container's own timestamp."""

from __future__ import annotations

import itertools
from dataclasses import replace
from fractions import Fraction

import av
import numpy as np
import pytest
from window_fixtures import write_video

from au_studio.errors import AUStudioError, Stopped
from au_studio.video import survey as survey_module
from au_studio.video.errors import NoVideoStreamError, UnreadableVideoError
from au_studio.video.index import index_video

VFR_PTS = list(itertools.accumulate([0, *(20 + 13 * (k * 7 % 11) for k in range(59))]))
FORMATS = {
    "h264.mp4": {},
    "h264_no_b.mp4": {"b_frames": 0},
    "fragmented.mp4": {"muxer_options": {"movflags": "frag_keyframe+empty_moov"}},
    "h264.mkv": {},
    "h264.ts": {},
    "open_gop.ts": {"codec_options": {"x264-params": "open-gop=1:keyint=12:bframes=2"}},
    "intra_refresh.mp4": {"codec_options": {"x264-params": "intra-refresh=1:keyint=12"}},
    "mpeg1.mpg": {"codec": "mpeg1video"},
    "mpeg2.mpg": {"codec": "mpeg2video"},
    "mpeg2.ts": {"codec": "mpeg2video"},
    "mpeg4.avi": {"codec": "mpeg4"},
    "mjpeg.avi": {"codec": "mjpeg"},
    "hevc.mov": {"codec": "libx265", "codec_options": {"x265-params": "log-level=none"}},
    "vp8.webm": {
        "codec": "libvpx",
        "codec_options": {"auto-alt-ref": "1", "lag-in-frames": "10", "cpu-used": "8"},
    },
    "vp9.webm": {"codec": "libvpx-vp9", "codec_options": {"cpu-used": "8"}},
    "variable.mp4": {"pts": VFR_PTS, "time_base": Fraction(1, 1000), "n_frames": 60},
    "variable.mkv": {"pts": VFR_PTS, "time_base": Fraction(1, 1000), "n_frames": 60},
    "late_start.mp4": {"pts": [500 + 40 * k for k in range(40)], "time_base": Fraction(1, 1000)},
    "picture.png": {"codec": "png", "n_frames": 1},
    "picture.jpg": {"codec": "mjpeg", "n_frames": 1},
}


def _assert_rows(path, plain_decode):
    index = index_video(path)
    truth = plain_decode(path)
    assert index.n_frames == len(truth) > 0
    np.testing.assert_allclose(index.times, truth, atol=1e-3, rtol=0)
    assert (np.diff(index.pts) > 0).all()
    assert index.key_frames.shape == index.pts.shape
    assert not index.truncated
    return index


@pytest.mark.parametrize("name", FORMATS)
def test_one_row_per_decoded_frame(name, module_clip, plain_decode):
    index = _assert_rows(module_clip(name, **FORMATS[name]), plain_decode)
    assert index.n_frames == FORMATS[name].get("n_frames", 40)


@pytest.mark.parametrize("name", FORMATS)
def test_a_long_recording_is_indexed_from_its_packets_just_as_exactly(
    name, module_clip, plain_decode, monkeypatch
):
    monkeypatch.setattr(survey_module, "DECODE_WHOLE_PIXELS", 0)
    monkeypatch.setattr(survey_module, "SPOT_FRAMES", 10)
    decoded_whole = []
    decode_whole = survey_module.decode_whole
    monkeypatch.setattr(
        survey_module, "decode_whole", lambda *args: decoded_whole.append(args) or decode_whole(*args)
    )
    _assert_rows(module_clip(name, **FORMATS[name]), plain_decode)
    assert not decoded_whole, "the packets were enough, but the recording was decoded whole"


def test_variable_frame_rate_keeps_every_timestamp_and_is_noted(module_clip):
    index = index_video(module_clip("variable.mp4", **FORMATS["variable.mp4"]))
    np.testing.assert_allclose(index.times, np.array(VFR_PTS) / 1000, atol=1e-6)
    assert "variable frame rate" in index.notices


def _copy_packets(source, target, keep):
    with av.open(str(source)) as old, av.open(str(target), "w") as new:
        stream = old.streams.video[0]
        copy = new.add_stream_from_template(stream)
        for number, packet in enumerate(p for p in old.demux(stream) if p.size):
            if keep(number, packet):
                packet.stream = copy
                new.mux(packet)
    return target


@pytest.mark.parametrize("whole", [True, False], ids=["decoded whole", "spot checked"])
def test_a_trim_that_lost_its_first_references_counts_only_what_the_decoder_shows(
    clip, tmp_path, plain_decode, monkeypatch, whole
):
    options = {"x265-params": "open-gop=1:keyint=12:min-keyint=12:bframes=3:log-level=none"}
    source = clip("full.mkv", codec="libx265", n_frames=60, b_frames=3, codec_options=options)
    keys = itertools.count()

    def from_second_key(number, packet, started=[]):  # noqa: B006
        if packet.is_keyframe and next(keys) == 1:
            started.append(number)
        return bool(started)

    trimmed = _copy_packets(source, tmp_path / "trimmed.mkv", from_second_key)
    with av.open(str(trimmed)) as container:
        n_packets = sum(1 for packet in container.demux(video=0) if packet.size)
    if not whole:
        monkeypatch.setattr(survey_module, "DECODE_WHOLE_PIXELS", 0)
        monkeypatch.setattr(survey_module, "SPOT_FRAMES", 10)
    index = _assert_rows(trimmed, plain_decode)
    assert index.n_frames < n_packets, "this clip was meant to lose leading pictures"


def test_frames_that_an_edit_list_hides_have_no_row(clip, plain_decode):
    path = clip("edited.mp4", n_frames=40, b_frames=0, gop=40, muxer_options={"movflags": "faststart"})
    data = bytearray(path.read_bytes())
    at = data.find(b"elst")
    assert at > 0, "the muxer wrote no edit list"
    # Let the only edit begin 10 frames into the track: those before are decoded but not shown.
    timescale = int.from_bytes(data[data.find(b"mdhd") + 16 :][:4], "big")
    data[at + 16 : at + 20] = (10 * timescale // 25).to_bytes(4, "big")
    path.write_bytes(data)
    index = _assert_rows(path, plain_decode)
    assert index.n_frames == 30


def test_a_stream_without_timestamps_is_counted_at_its_frame_rate(clip, read_number):
    from au_studio.video.reader import FrameReader

    index = index_video(clip("raw.h264", n_frames=30))
    np.testing.assert_allclose(np.diff(index.times), 0.04, atol=1e-6)
    assert any("repaired" in notice for notice in index.notices)
    with FrameReader(index) as reader:
        assert [read_number(reader.read(p).image) for p in (17, 3, 29)] == [17, 3, 29]


def test_an_avi_with_reordered_pictures_reads_in_order(clip, read_number):
    from au_studio.video.reader import FrameReader

    index = index_video(clip("reordered.avi", n_frames=40))
    assert (np.diff(index.pts) > 0).all()
    with FrameReader(index) as reader:
        assert [read_number(frame.image) for frame in reader.frames()] == list(range(40))
        assert [read_number(reader.read(p).image) for p in (31, 5, 30)] == [31, 5, 30]


def test_position_at_gives_the_frame_on_the_screen(module_clip):
    index = index_video(module_clip("variable.mp4", **FORMATS["variable.mp4"]))
    for position in (0, 1, 30, 59):
        assert index.position_at(index.times[position]) == position
    assert index.position_at(index.times[10] - 0.001) == 9
    # A time that was rounded on its way names the frame that it was made from.
    assert index.position_at(index.times[10] - 0.4 * float(index.time_base)) == 10
    assert index.position_at((index.times[10] + index.times[11]) / 2) == 10
    assert index.position_at(-5) == 0
    assert index.position_at(1e9) == 59


def test_duration_and_rate_of_an_ordinary_clip(module_clip):
    index = index_video(module_clip("h264.mp4"))
    assert index.duration == pytest.approx(1.6)
    assert index.mean_rate == pytest.approx(25)
    assert (index.width, index.height, index.codec, index.audio) == (64, 48, "h264", None)


def test_the_digest_tells_recordings_apart_and_stays_the_same_for_a_copy(module_clip, tmp_path):
    first = index_video(module_clip("h264.mp4"))
    copy = tmp_path / "copy.mp4"
    copy.write_bytes(first.path.read_bytes())
    assert index_video(copy).digest() == first.digest()
    assert index_video(module_clip("variable.mp4", **FORMATS["variable.mp4"])).digest() != first.digest()
    assert replace(first, time_base=first.time_base / 2).digest() != first.digest()


def test_sound_is_described(clip):
    sound = np.zeros(48000, np.int16)
    audio = index_video(clip("sound.mkv", sound=sound)).audio
    assert (audio.sample_rate, audio.channels, audio.codec) == (48000, 1, "pcm_s16le")


def test_a_cover_picture_is_not_the_recording(clip, tmp_path, plain_decode):
    source = clip("plain.mp4", n_frames=20)
    picture = clip("cover.jpg", codec="mjpeg", n_frames=1)
    target = tmp_path / "covered.mp4"
    with av.open(str(picture)) as cover, av.open(str(source)) as old, av.open(str(target), "w") as new:
        front = new.add_stream_from_template(cover.streams.video[0])
        front.disposition = av.stream.Disposition.attached_pic
        copy = new.add_stream_from_template(old.streams.video[0])
        for packet in [*cover.demux(video=0), *old.demux(video=0)]:
            if packet.size:
                packet.stream = front if packet.stream.container is cover else copy
                new.mux(packet)
    assert index_video(target).n_frames == 20


def test_indexing_can_be_stopped(module_clip):
    with pytest.raises(Stopped):
        index_video(module_clip("h264.mp4"), should_stop=lambda: True)


def _unreadable(tmp_path, kind):
    path = tmp_path / f"{kind}.mp4"
    if kind == "folder":
        path.mkdir()
    elif kind == "empty":
        path.touch()
    elif kind == "zeros":
        path.write_bytes(bytes(5000))
    elif kind == "words":
        path = tmp_path / "words.txt"
        path.write_text("These are notes about a session, not its video.\n" * 50)
    elif kind == "noise":
        path.write_bytes(np.random.default_rng(1).bytes(5000))
    elif kind == "playlist":
        path = tmp_path / "list.m3u8"
        path.write_text("#EXTM3U\n#EXT-X-VERSION:3\n#EXTINF:4,\nhttp://192.0.2.1/a.ts\n#EXT-X-ENDLIST\n")
    return path


@pytest.mark.parametrize("kind", ["missing", "folder", "empty", "zeros", "words", "noise", "playlist"])
def test_what_is_not_a_video_is_named_with_a_reason_and_a_next_step(tmp_path, kind):
    path = _unreadable(tmp_path, kind)
    with pytest.raises(UnreadableVideoError) as caught:
        index_video(path)
    assert path.name in caught.value.message
    assert caught.value.next_step


def test_a_file_without_the_right_to_read_says_so(clip, monkeypatch):
    path = clip("locked.mp4", n_frames=2)
    path.chmod(0)
    try:
        path.read_bytes()
    except PermissionError:
        pass
    else:  # The superuser may read everything; what open() would say to others is put in its place.
        real_open = type(path).open

        def refuse(self, *args, **kwargs):
            if self == path:
                raise PermissionError(13, "Permission denied")
            return real_open(self, *args, **kwargs)

        monkeypatch.setattr(type(path), "open", refuse)
    with pytest.raises(UnreadableVideoError, match="Permission denied") as caught:
        index_video(path)
    assert "right to read" in caught.value.next_step


def test_sound_alone_is_no_recording(tmp_path):
    path = tmp_path / "voice.wav"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=8000, layout="mono")
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 800), np.int16), format="s16", layout="mono")
        frame.sample_rate = 8000
        container.mux(stream.encode(frame))
    with pytest.raises(NoVideoStreamError, match=r"voice\.wav"):
        index_video(path)


def test_an_unfinished_mp4_is_named_as_cut_short(clip):
    path = clip("unfinished.mp4")  # Its table of contents comes last.
    path.write_bytes(path.read_bytes()[:-600])
    with pytest.raises(UnreadableVideoError, match="cut short"):
        index_video(path)


def test_a_clock_that_begins_late_cuts_nothing_short(tmp_path):
    path = write_video(tmp_path / "late.mkv", 60, start=4_500)
    index = index_video(path)
    assert index.n_frames == 60
    assert index.times[0] == pytest.approx(4.5)
    assert not index.truncated
    assert index.notices == ()


def test_a_name_with_a_colon_or_a_percent_sign_is_only_a_name(clip):
    for name in ("a:b.mp4", "100%02d.mp4", "späte Sitzung (1).mp4"):
        assert index_video(clip(name, n_frames=3)).n_frames == 3


@pytest.mark.shared
def test_real_recordings_have_one_row_per_decoded_frame(shared_dir, plain_decode):
    files = sorted(
        p for p in (shared_dir / "videos").rglob("*") if p.suffix in (".mpg", ".mkv", ".mp4", ".mov")
    )
    for path in [p for p in files if p.parent.name == "edge"] + files[::12]:
        _assert_rows(path, plain_decode)


@pytest.mark.parametrize(
    "data", [b"\x00\x00\x00\x18ftypmp42", b"RIFF\x10\x00\x00\x00AVI ", b"\x1aE\xdf\xa3\x80"]
)
def test_a_bare_header_is_an_error_not_a_crash(tmp_path, data):
    path = tmp_path / "bare.bin"
    path.write_bytes(data)
    with pytest.raises(AUStudioError, match=r"bare\.bin"):
        index_video(path)
