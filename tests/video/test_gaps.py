"""Joined recordings: a gap stays a gap, a clock that jumps back goes on, and both are said."""

from __future__ import annotations

import numpy as np
import pytest
from made_files import write_parts

from au_studio.video import survey
from au_studio.video.gaps import gap_notices, gaps_in
from au_studio.video.index import index_video
from au_studio.video.reader import FrameReader
from au_studio.video.timing import without_false_wrap


@pytest.mark.parametrize("name", ["a.mkv", "a.mp4"])
def test_every_row_keeps_its_timestamp_across_a_gap(name, clip, read_number):
    pts = [*range(20), *range(3000, 3020)]
    index = index_video(clip(name, pts=pts, n_frames=40))
    np.testing.assert_allclose(index.times, np.array(pts) / 25, atol=1e-3)
    assert index.gaps.tolist() == [19]
    assert index.mean_rate == pytest.approx(25, rel=0.03)
    assert "1 gap without frames: 119.24 s after 0.76 s" in index.notices
    assert "variable frame rate" not in index.notices
    with FrameReader(index) as reader:
        assert [read_number(frame.image) for frame in reader.frames()] == list(range(40))


@pytest.mark.parametrize("whole", [True, False], ids=["decoded whole", "spot checked"])
@pytest.mark.parametrize("ending", ["ts", "mts"])
def test_a_clock_that_jumps_back_is_no_day(  # noqa: PLR0917
    ending, whole, tmp_path, draw_number, read_number, monkeypatch
):
    if not whole:
        monkeypatch.setattr(survey, "DECODE_WHOLE_PIXELS", 0)
        monkeypatch.setattr(survey, "SPOT_FRAMES", 10)
    late = write_parts(tmp_path / "a.ts", "libx264", [[draw_number(n) for n in range(30)]], first=40_000)
    early = write_parts(tmp_path / "b.ts", "libx264", [[draw_number(n) for n in range(30, 60)]], first=0)
    joined = tmp_path / f"joined.{ending}"
    joined.write_bytes(late.read_bytes() + early.read_bytes())
    index = index_video(joined)
    assert index.duration == pytest.approx(60 / 25, abs=0.1)
    assert any("the clock jumps back at 1.2" in notice for notice in index.notices), index.notices
    with FrameReader(index) as reader:
        assert [read_number(frame.image) for frame in reader.frames()] == list(range(60))
        assert [read_number(reader.read(n).image) for n in (45, 3, 59, 29, 30)] == [45, 3, 59, 29, 30]


def test_only_more_than_half_a_turn_is_a_jump_back():
    turn = 1 << 33
    assert without_false_wrap([10, turn + 5], "mpegts") == [10, 5]
    assert without_false_wrap([10, turn // 2], "mpegts") == [10, turn // 2]
    assert without_false_wrap([10, turn + 5], "matroska,webm") == [10, turn + 5]
    assert without_false_wrap([10, None, turn + 5, turn + 9], "mpeg") == [10, None, 5, 9]


def test_a_picture_that_stands_is_no_gap():
    standing = np.cumsum([0, 0.04, 0.04, 2.5, 0.04])
    assert not len(gaps_in(standing))
    assert gap_notices(standing) == []
    assert not len(gaps_in(np.arange(5) * 60.0)), "a picture a minute has no gaps"
    assert not len(gaps_in(np.zeros(1)))
    many = np.concatenate([np.arange(3) / 25 + 100 * k for k in range(7)])
    assert len(gaps_in(many)) == 6
    assert gap_notices(many)[0].endswith("…")
