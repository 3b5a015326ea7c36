"""Sound keeps time with the pictures, sample for sample."""

from __future__ import annotations

import numpy as np
import pytest

from au_studio.video.audio import AudioReader
from au_studio.video.errors import NoAudioStreamError, UnreadableVideoError

RATE = 48000
NOISE = np.random.default_rng(0).normal(0, 3000, 4 * RATE).astype(np.int16)


def _read(path, seconds, n_samples, **options):
    with AudioReader(path, **options) as reader:
        reader.seek(seconds)
        data = reader.read(n_samples * 2 * reader.channels)
    return np.frombuffer(data, np.int16).reshape(n_samples, -1)


def _lag(got, start):
    """Return by how many samples `got` comes late against the noise from `start` seconds on."""
    base = round(start * RATE)
    reference = np.concatenate([np.zeros(5000), NOISE, np.zeros(5000)])
    window = reference[base + 5000 - 3000 : base + 5000 + len(got) + 3000]
    return 3000 - int(np.correlate(window, got.astype(float), "valid").argmax())


@pytest.mark.parametrize(
    ("name", "codec"), [("a.mov", "pcm_s16le"), ("a.mkv", "flac"), ("a.avi", "pcm_s16le")]
)
@pytest.mark.parametrize("seconds", [0.0, 0.7, 2.345])
def test_uncompressed_sound_comes_back_bit_for_bit(module_clip, name, codec, seconds):
    path = module_clip(name, n_frames=100, sound=NOISE, sound_codec=codec)
    got = _read(path, seconds, 4800)
    base = round(seconds * RATE)
    np.testing.assert_array_equal(got[:, 0], NOISE[base : base + 4800])
    np.testing.assert_array_equal(got[:, 0], got[:, 1])


@pytest.mark.parametrize(
    ("name", "codec", "tolerance"),
    [("b.mp4", "aac", 1), ("c.mp4", "libmp3lame", 1), ("b.mkv", "libopus", 30), ("b.ts", "mp2", 1)],
)
@pytest.mark.parametrize("seconds", [0.7, 2.345])
def test_compressed_sound_is_where_the_container_puts_it(module_clip, name, codec, tolerance, seconds):
    # Matroska rounds timestamps to 1 ms (48 samples); a transport stream shifts pictures and sound by 80 ms.
    path = module_clip(name, n_frames=100, sound=NOISE, sound_codec=codec)
    shift = 0.08 if name.endswith(".ts") else 0.0
    got = _read(path, seconds + shift, 4800)[:, 0]
    assert abs(_lag(got, seconds)) <= tolerance


def test_sound_that_begins_later_than_the_pictures_is_preceded_by_silence(clip):
    path = clip("late.mov", n_frames=60, sound=NOISE[:RATE], sound_start=0.5)
    got = _read(path, 0.0, RATE)[:, 0]
    assert not got[: RATE // 2].any()
    np.testing.assert_array_equal(got[RATE // 2 :], NOISE[: RATE // 2])


def test_a_gap_is_silent_and_what_follows_stays_in_time(clip):
    path = clip("gap.mkv", n_frames=100, sound=NOISE, sound_gaps=[(1.0, 1.5)])
    got = _read(path, 0.9, RATE)[:, 0]
    silent = np.flatnonzero(got == 0)
    inside = got[round(0.15 * RATE) : round(0.55 * RATE)]
    assert not inside.any()
    assert len(silent) < 0.56 * RATE
    tail = got[round(0.7 * RATE) : round(0.7 * RATE) + 4800]
    assert abs(_lag(tail, 1.6)) <= 48


def test_many_small_reads_equal_one_large_read(module_clip):
    path = module_clip("a.mov", n_frames=100, sound=NOISE, sound_codec="pcm_s16le")
    with AudioReader(path) as reader:
        reader.seek(1.23)
        parts = [reader.read(n) for n in (4, 4000, 12, 8192, 20000)]
        assert [len(part) for part in parts] == [4, 4000, 12, 8192, 20000]
        assert reader.time == pytest.approx(1.23 + sum(map(len, parts)) / 4 / RATE, abs=1 / RATE)
    whole = _read(path, 1.23, sum(map(len, parts)) // 4)
    np.testing.assert_array_equal(np.frombuffer(b"".join(parts), np.int16).reshape(-1, 2), whole)


def test_after_the_end_there_is_silence_and_seeking_back_works(module_clip):
    path = module_clip("a.mov", n_frames=100, sound=NOISE, sound_codec="pcm_s16le")
    with AudioReader(path) as reader:
        reader.seek(3.9)
        got = np.frombuffer(reader.read(RATE * 4), np.int16).reshape(-1, 2)
        assert got[: 4800 - 1].any()
        assert not got[4800:].any()
        assert reader.at_end
        reader.seek(1.0)
        assert not reader.at_end
        back = np.frombuffer(reader.read(400), np.int16).reshape(-1, 2)[:, 0]
        np.testing.assert_array_equal(back, NOISE[RATE : RATE + 100])


def test_another_rate_keeps_the_time(module_clip):
    path = module_clip("a.mov", n_frames=100, sound=NOISE, sound_codec="pcm_s16le")
    got = _read(path, 2.0, 4800, sample_rate=24000, channels=1)[:, 0]
    reference = NOISE[2 * RATE : 2 * RATE + 9600].astype(float)
    half = (reference[0::2] + reference[1::2]) / 2
    assert np.corrcoef(got, half)[0, 1] > 0.6
    assert np.corrcoef(got[20:], half[:-20])[0, 1] < 0.2


def test_a_silent_recording_is_named(clip):
    with pytest.raises(NoAudioStreamError, match=r"silent\.mp4"):
        AudioReader(clip("silent.mp4", n_frames=3))


def test_a_missing_recording_is_named(tmp_path):
    with pytest.raises(UnreadableVideoError, match=r"gone\.mp4"):
        AudioReader(tmp_path / "gone.mp4")
