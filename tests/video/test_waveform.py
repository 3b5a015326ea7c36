"""The outline of a recording's sound is loud where it is loud, and kept."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.video.errors import NoAudioStreamError
from au_studio.video.waveform import BUCKETS_PER_SECOND, load_outline, read_outline, save_outline

RATE = 48000
SOUND = np.concatenate([np.zeros(RATE), 16000 * np.sin(np.arange(RATE) * 2 * np.pi * 440 / RATE)])


def test_silence_is_flat_and_a_tone_reaches_both_ways(clip):
    path = clip("tone.mov", n_frames=75, sound=SOUND.astype(np.int16))
    parts = []
    outline = read_outline(path, 0.0, 3.0, lambda first, part: parts.append((first, len(part))))
    assert outline.shape == (3 * BUCKETS_PER_SECOND, 2)
    assert np.abs(outline[:90]).max() < 0.01
    tone = outline[110:190]
    assert tone[:, 0].max() < -0.45
    assert tone[:, 1].min() > 0.45
    assert np.abs(outline[210:]).max() < 0.01  # the sound is over
    assert parts[0] == (0, len(outline))


def test_decoding_stops_when_it_is_told_to(clip):
    path = clip("tone.mov", n_frames=75, sound=SOUND.astype(np.int16))
    heard = []
    outline = read_outline(path, 0.0, 3.0, lambda *part: heard.append(part), lambda: True)
    assert heard == []
    assert np.isnan(outline).all()


def test_a_silent_recording_says_so(clip):
    with pytest.raises(NoAudioStreamError):
        read_outline(clip("silent.mov", n_frames=10), 0.0, 1.0, lambda *_: None)


def test_what_is_kept_comes_back_and_nothing_else(tmp_path):
    outline = np.array([[-0.5, 0.25], [0.0, 1.0]], np.float32)
    save_outline(tmp_path / "kept" / "a.npz", outline)
    np.testing.assert_allclose(load_outline(tmp_path / "kept" / "a.npz", 2), outline, atol=1 / 250)
    assert load_outline(tmp_path / "kept" / "a.npz", 3) is None
    assert load_outline(tmp_path / "none.npz", 2) is None
    (tmp_path / "broken.npz").write_bytes(b"PK nonsense")
    assert load_outline(tmp_path / "broken.npz", 2) is None
