"""HDR recordings are read in the colours of an ordinary screen, and it is said."""

from __future__ import annotations

import numpy as np
import pytest
from made_files import write_h265_with_message, write_hdr, write_parts

from au_studio.video import colour
from au_studio.video.errors import UnreadableVideoError
from au_studio.video.index import index_video
from au_studio.video.reader import FrameReader


@pytest.fixture(scope="module")
def portrait():
    """Skin, hair and cloth in soft patches, uint8[96, 128, 3]."""
    patches = np.array(
        [[[90, 60, 45], [214, 170, 145], [150, 100, 80]], [[40, 40, 50], [235, 225, 215], [60, 90, 160]]],
        float,
    )
    rows = np.repeat(np.repeat(patches, 48, axis=0), 43, axis=1)[:, :128]
    return np.rint(rows).astype(np.uint8)


@pytest.mark.parametrize("transfer", ["PQ", "HLG"])
def test_the_colours_are_those_of_the_ordinary_original(transfer, tmp_path, portrait):
    films = [np.roll(portrait, 2 * n, axis=1) for n in range(12)]
    index = index_video(write_hdr(tmp_path / "hdr.mp4", films, transfer))
    assert index.reading == f"tone-mapped {transfer}"
    assert f"HDR ({transfer}), shown in the colours of an ordinary screen" in index.notices
    with FrameReader(index) as reader:
        images = [frame.image for frame in reader.frames()]
        for image, film in zip(images, films, strict=True):
            assert np.abs(image.astype(int) - film).mean() < 5
    with FrameReader(index) as reader:
        np.testing.assert_array_equal(reader.read(7).image, images[7])
    assert len(colour._idle) <= colour._MOST_KEPT


def test_an_ordinary_recording_is_read_as_before(tmp_path, portrait):
    index = index_video(write_parts(tmp_path / "sdr.mp4", "libx264", [[portrait] * 5]))
    assert (index.reading, index.notices) == ("", ())


def test_dolby_vision_without_ordinary_colours_is_refused(tmp_path, draw_number):
    film = [draw_number(n) for n in range(3)]
    with pytest.raises(UnreadableVideoError, match="Dolby Vision without ordinary colours"):
        index_video(write_h265_with_message(tmp_path / "five.mp4", film, dolby=True))
    hlg = ":colorprim=bt2020:transfer=arib-std-b67:colormatrix=bt2020nc"  # profile 8.4: what iPhones record
    index = index_video(write_h265_with_message(tmp_path / "eight.mp4", film, dolby=True, told=hlg))
    assert any("HDR (HLG)" in notice for notice in index.notices)
    assert index_video(write_h265_with_message(tmp_path / "none.mp4", film)).notices == ()
