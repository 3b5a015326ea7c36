"""Single pictures without loss."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from au_studio.video.errors import VideoError
from au_studio.video.pictures import encode_picture, picture_path, pixel_digest, read_picture, write_picture


@settings(max_examples=20)
@given(st.integers(1, 70), st.integers(1, 70), st.integers(0, 2**32 - 1))
def test_every_pixel_comes_back(tmp_path_factory, height, width, seed):
    image = np.random.default_rng(seed).integers(0, 256, (height, width, 3), dtype=np.uint8)
    path = tmp_path_factory.getbasetemp() / "picture.png"
    path.write_bytes(encode_picture(image))
    assert np.array_equal(read_picture(path), image)


def test_a_picture_on_disk_is_the_picture(tmp_path):
    image = np.random.default_rng(1).integers(0, 256, (47, 63, 3), dtype=np.uint8)
    path = picture_path(tmp_path / "r1", 512)
    write_picture(path, image)
    assert path.name == "512.png"
    assert np.array_equal(read_picture(path), image)
    write_picture(path, image[:, ::-1])  # not contiguous
    assert np.array_equal(read_picture(path), image[:, ::-1])


def test_the_digest_tells_pixels_and_sizes_apart():
    image = np.zeros((4, 6, 3), np.uint8)
    other = image.copy()
    other[3, 5, 2] = 1
    assert len({pixel_digest(image), pixel_digest(other), pixel_digest(image.reshape(6, 4, 3))}) == 3
    assert pixel_digest(image) == pixel_digest(image.copy())


@pytest.mark.parametrize("content", [b"", b"garbage", None])
def test_a_broken_picture_is_said(tmp_path, content):
    if content is not None:
        (tmp_path / "1.png").write_bytes(content)
    with pytest.raises(VideoError, match="cannot be read"):
        read_picture(tmp_path / "1.png")


def test_a_picture_that_is_cut_short_is_said(tmp_path):
    image = np.random.default_rng(1).integers(0, 256, (47, 63, 3), dtype=np.uint8)
    data = encode_picture(image)
    (tmp_path / "1.png").write_bytes(data[: len(data) // 2])
    with pytest.raises(VideoError, match="cannot be read"):
        read_picture(tmp_path / "1.png")
