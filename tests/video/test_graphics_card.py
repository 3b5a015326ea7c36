"""A graphics card decodes what the software would: the card is played at PyAV's edge, all else is real."""

from __future__ import annotations

from fractions import Fraction

import av
import numpy as np
import pytest
from fake_card import FakeCard
from made_files import hdr_frame, write_interlaced, write_parts

from au_studio.video import card_source, graphics_devices
from au_studio.video.card_source import compared_rows, difference
from au_studio.video.graphics_card import GraphicsCard
from au_studio.video.graphics_devices import GraphicsCardError, try_devices
from au_studio.video.index import index_video
from au_studio.video.planes import Planes
from au_studio.video.reader import FrameReader
from au_studio.video.source import VideoSource


@pytest.fixture
def card(monkeypatch):
    return FakeCard().put_in(monkeypatch)


@pytest.fixture(autouse=True)
def few_at_first(monkeypatch):
    """Short films, so less is compared before the groups decide."""
    monkeypatch.setattr(card_source, "AT_FIRST", 4)


def read(index, start=0):
    """Return every frame of a recording as the card decodes it, and the card."""
    graphics = GraphicsCard(index)

    def frames():
        with FrameReader(index, threads=1, source=graphics.source) as reader:
            for frame in reader.frames(start):
                yield frame, reader.skipped

    return [frame for frame, _ in graphics.watch(frames())], graphics


def same_as_software(index, start=0):
    """Read by the card, compare with the software, and return how many pictures the card had compared."""
    made, graphics = read(index, start)
    with FrameReader(index, threads=1) as reader:
        wanted = list(reader.frames(start))
    assert [frame.pts for frame in made] == [frame.pts for frame in wanted]
    for one, other in zip(made, wanted, strict=True):
        np.testing.assert_array_equal(one.image, other.image)
    return graphics.compared


def moving(n_frames, height=48, width=64):
    rng = np.random.default_rng(3)
    noise = rng.integers(0, 255, (height, width + n_frames, 3), dtype=np.uint8)
    return [noise[:, shift : shift + width] for shift in range(n_frames)]


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("plain.mp4", {}),
        ("turned.mp4", {"rotation": 90}),
        ("oblong.mkv", {"pixel_aspect": Fraction(4, 3)}),
        ("variable.mov", {"pts": np.cumsum([1, 33, 17, 50] * 30).tolist(), "time_base": Fraction(1, 1000)}),
        ("old.mpg", {"codec": "mpeg2video"}),
        ("stream.ts", {}),
    ],
)
def test_every_kind_of_recording_is_read_as_the_software_reads_it(card, clip, name, options):
    index = index_video(clip(name, n_frames=120, **options))
    compared = same_as_software(index)
    assert compared == np.count_nonzero(compared_rows(index, 0))
    assert 12 <= compared <= 40
    assert card.given >= 120


def test_interlaced_recordings_are_made_whole(card, tmp_path):
    index = index_video(write_interlaced(tmp_path / "i.mp4", "libx264", moving(80)))
    assert index.deinterlaced
    assert same_as_software(index) >= 8


def test_ten_bits_keep_their_numbers(card, tmp_path):
    path = tmp_path / "hdr.mkv"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=25, options={"preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = 96, 64, "yuv420p10le"
        stream.codec_context.gop_size = 4
        for number, image in enumerate(moving(40, 64, 96)):
            frame = hdr_frame(image, "HLG")
            frame.pts, frame.time_base = number, Fraction(1, 25)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    index = index_video(path)
    compared = compared_rows(index, 0)
    assert same_as_software(index) == np.count_nonzero(compared)
    card.given, card.wrong, card.plane = 0, int(np.flatnonzero(compared)[-1]), 1
    assert card.wrong >= 32
    with pytest.raises(GraphicsCardError, match=rf"Frame {card.wrong + 1} .*colour differs"):
        read(index)


def test_full_range_stays_full_range(card, clip):
    card.decodes.add("mjpeg")
    index = index_video(clip("webcam.avi", n_frames=60, codec="mjpeg"))
    assert index.key_frames.all()
    assert same_as_software(index) == 4 + 7  # the first ones, and one in eight


def test_pictures_that_no_card_gives_are_for_the_software(card, clip):
    card.decodes.add("mjpeg")
    index = index_video(clip("webcam.avi", n_frames=60, codec="mjpeg"))
    card.form = "yuv420p"  # the same numbers, but not said to be of full range
    with pytest.raises(GraphicsCardError, match="gives pictures as yuv420p, the software as yuvj420p"):
        read(index)


def test_sizes_that_change_on_the_way_are_followed(card, tmp_path):
    parts = [moving(60), moving(60, 32, 48)]
    path = write_parts(tmp_path / "sizes.mkv", "libx264", parts, {"x264-params": "keyint=6"})
    index = index_video(path)
    assert len(index.shapes) == 2
    same_as_software(index)


def test_reading_may_begin_anywhere_and_is_compared_there(card, clip):
    index = index_video(clip(n_frames=120))
    for start in (50, 61, 119):
        card.given = 0
        assert same_as_software(index, start) >= min(4, 120 - start)
        assert card.given < 100, "it did not begin at the first frame"


@pytest.mark.parametrize("codec", ["libx264", "mjpeg"])
def test_large_pictures_stay_as_the_card_hands_them_over_and_look_the_same(card, clip, monkeypatch, codec):
    monkeypatch.setattr("au_studio.video.planes.LARGE", 0)
    card.decodes.add("mjpeg")
    index = index_video(clip("large.mkv", n_frames=120, codec=codec, codec_options={"threads": "1"}))
    graphics = GraphicsCard(index)
    readers = [FrameReader(index, planes=True, source=source) for source in (graphics.source, VideoSource)]
    with readers[0] as reader, readers[1] as plain:
        for frame, wanted in zip(reader.frames(), plain.frames(), strict=True):
            assert isinstance(frame.shown, Planes)
            assert frame.shown._picture.format.name == "nv12"
            assert frame.shown.nbytes == wanted.shown.nbytes
            np.testing.assert_array_equal(frame.shown.y, wanted.shown.y)
            np.testing.assert_array_equal(frame.shown.part(11, 5, 41, 30), wanted.shown.part(11, 5, 41, 30))
            np.testing.assert_array_equal(frame.image, wanted.image)
    assert graphics.compared == np.count_nonzero(compared_rows(index, 0))
    same_as_software(index)
    card.given, card.wrong, card.plane = 0, 2, 1
    with pytest.raises(GraphicsCardError, match=r"Frame 3 .*colour differs"):
        read(index)


@pytest.mark.parametrize(("plane", "words"), [(0, "brightness differs"), (1, "colour differs")])
def test_one_wrong_pixel_in_a_compared_picture_is_found(card, clip, plane, words):
    index = index_video(clip(n_frames=120))
    last = int(np.flatnonzero(compared_rows(index, 0))[-1])
    assert last > 80, "far from the first pictures"
    card.wrong, card.plane = last, plane
    with pytest.raises(GraphicsCardError, match=rf"Frame {last + 1} \(.*not the software's: {words}"):
        read(index)


def test_a_wrong_picture_in_between_is_not_looked_for(card, clip):
    index = index_video(clip(n_frames=120))
    card.wrong = int(np.flatnonzero(~compared_rows(index, 0))[0])
    made, _ = read(index)
    assert len(made) == 120


def test_other_colours_or_another_form_are_differences():
    one, other = av.VideoFrame(16, 16, "yuv420p"), av.VideoFrame(16, 16, "yuv420p")
    for picture in (one, other):
        for plane in picture.planes:
            plane.update(bytes(plane.buffer_size))
    assert difference(one, other) == ""
    other.color_range = 2
    assert difference(one, other) == "its color range is 0, not 2"
    assert "comes as yuv420p" in difference(one, av.VideoFrame(16, 16, "yuv422p"))
    assert "width is 16, not 32" in difference(one, av.VideoFrame(32, 16, "yuv420p"))


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"dies": 70}, "could not decode all"),
        ({"leaves_out": 70}, "left out a picture"),
        ({"leaves_out": 119}, "left out a picture"),
        ({"form": "yuv444p"}, "gives pictures as yuv444p, the software as yuv420p"),
    ],
)
def test_whatever_goes_wrong_on_the_way_is_the_cards_fault(card, clip, wrong, words):
    index = index_video(clip(n_frames=120))
    vars(card).update(wrong)
    with pytest.raises(GraphicsCardError, match=words):
        read(index)


def test_a_card_that_is_not_there_says_so(card, clip):
    index = index_video(clip(n_frames=120))
    card.opens = False
    with pytest.raises(GraphicsCardError, match=r"No graphics card can be opened \(cuda: Operation not perm"):
        GraphicsCard(index)
    card.decodes = set()
    with pytest.raises(GraphicsCardError, match="decodes h264 on no graphics card"):
        GraphicsCard(index)


def test_a_library_with_devices_that_it_cannot_name_reaches_none(clip, monkeypatch):
    def unnamed():
        raise ValueError("99 is not a valid HWDeviceType")

    monkeypatch.setattr(graphics_devices, "hwdevices_available", unnamed)
    with pytest.raises(GraphicsCardError, match="decodes h264 on no graphics card"):
        GraphicsCard(index_video(clip(n_frames=120)))


def test_a_card_that_goes_between_looking_and_reading_says_so(card, clip):
    index = index_video(clip(n_frames=120))
    graphics = GraphicsCard(index)
    card.opens = False
    with pytest.raises(GraphicsCardError, match="cannot open the recording"):
        FrameReader(index, source=graphics.source)
    card.opens, card.decodes = True, set()
    with pytest.raises(GraphicsCardError, match="does not decode h264"):
        FrameReader(index, source=graphics.source)


def test_damaged_and_short_recordings_are_for_the_software(card, clip, tmp_path):
    whole = clip(n_frames=120, name="whole.ts")
    cut = tmp_path / "cut.ts"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size * 2 // 3])
    with pytest.raises(GraphicsCardError, match="damaged"):
        GraphicsCard(index_video(cut))
    with pytest.raises(GraphicsCardError, match="too few key frames: 20 of its 30 pictures"):
        GraphicsCard(
            index_video(clip(n_frames=30, name="short.mp4", gop=20, codec_options={"sc_threshold": "0"}))
        )


def test_damage_that_the_index_does_not_know_is_for_the_software(card, clip, tmp_path):
    whole = clip(n_frames=120)
    index = index_video(whole)
    with av.open(str(whole)) as container:
        packets = [packet for packet in container.demux(video=0) if packet.size]
        place, size = packets[70].pos, packets[70].size
    data = bytearray(whole.read_bytes())
    data[place + 4 : place + size] = bytes(size - 4)
    whole.write_bytes(data)
    with pytest.raises(GraphicsCardError):
        read(index)


def test_nothing_is_trusted_that_was_not_compared(clip, card):
    graphics = GraphicsCard(index_video(clip(n_frames=120)))
    with pytest.raises(GraphicsCardError, match="No picture"):
        list(graphics.watch(iter_of([])))


def iter_of(items):
    yield from items


def test_this_computers_own_cards_are_asked_without_a_crash(clip):
    index = index_video(clip(n_frames=120))
    with av.open(str(index.path)) as container:
        opened, refused = try_devices(container.streams.video[0].codec_context.codec)
    if opened:
        assert GraphicsCard(index).device == opened[0]
    else:
        with pytest.raises(GraphicsCardError, match="opened" if refused else "no graphics card"):
            GraphicsCard(index)


def test_whatever_the_library_raises_of_a_card_is_told_as_the_cards_failure_and_kept_in_the_details(
    card, clip, monkeypatch
):
    def lost(_picture):
        raise RuntimeError("no way back from the card")

    monkeypatch.setattr(card, "download", lost)
    with pytest.raises(GraphicsCardError, match="could not decode all of the recording") as told:
        read(index_video(clip(n_frames=120)))
    assert told.value.details == "RuntimeError: no way back from the card"
