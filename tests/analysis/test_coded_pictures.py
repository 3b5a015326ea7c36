"""Training reads the pixels that coders saw."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.analysis.coded_pictures import as_coded
from au_studio.video.pictures import picture_path, write_picture
from au_studio.video.reader import Frame


@pytest.fixture
def frame():
    return Frame(3, 512, 0.04, np.full((6, 8, 3), 7, np.uint8))


def test_a_stored_picture_takes_the_place_of_what_was_decoded(frame, tmp_path):
    stored = np.full((6, 8, 3), 9, np.uint8)
    write_picture(picture_path(tmp_path, 512), stored)
    coded = as_coded(frame, tmp_path)
    assert np.array_equal(coded.image, stored)
    assert (coded.position, coded.pts, coded.time) == (3, 512, 0.04)


def test_without_a_stored_picture_the_decoded_one_is_taken(frame, tmp_path):
    assert as_coded(frame, None) is frame
    assert as_coded(frame, tmp_path) is frame
    picture_path(tmp_path, 512).write_bytes(b"broken")
    assert as_coded(frame, tmp_path) is frame
    write_picture(picture_path(tmp_path, 512), np.zeros((3, 3, 3), np.uint8))  # of another video
    assert as_coded(frame, tmp_path) is frame
