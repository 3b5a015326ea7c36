"""Blinks of a real face, counted by eye in its frames, are found; nothing else is."""

import au_studio


def test_the_four_blinks_of_a_talker_are_found(shared_dir):
    video = shared_dir / "videos" / "grid" / "s1_bbaz4n.mpg"
    found = au_studio.analyze(video, device="cpu", on_notice=lambda text: None).blinks()
    # Eyes shut in frames 8, 15-16, 44-45 and 50-52 of 75, counted from 0.
    shut = [(8, 8), (15, 16), (44, 45), (50, 52)]
    assert len(found) == len(shut)
    for blink, (first, last) in zip(found, shut, strict=True):
        assert first - 1 <= blink.strongest <= last + 1
        assert blink.duration <= 0.5
