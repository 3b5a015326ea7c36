"""Episodes: when an action unit begins, is strongest and ends."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from au_studio.stats.episodes import EpisodeRule, find_episodes

NAN = float("nan")
RULE = EpisodeRule(threshold=1.0, hysteresis=0.5, min_duration=0.0)


def times(n: int) -> np.ndarray:
    return np.arange(n) * 0.04


def test_onset_apex_offset_peak_and_duration():
    values = [0, 0.2, 0.6, 1.2, 2.5, 3.0, 1.1, 0.55, 0.1, 0]
    (episode,) = find_episodes(times(10), values, RULE)
    assert (episode.first, episode.strongest, episode.last) == (2, 5, 7)
    assert (episode.onset, episode.apex, episode.offset) == pytest.approx((0.08, 0.20, 0.32))
    assert episode.peak == 3.0
    assert episode.duration == pytest.approx(6 * 0.04)
    assert not episode.cut_off


def test_noise_around_the_threshold_does_not_cut_an_episode_to_pieces():
    values = [0, 1.1, 0.9, 1.1, 0.8, 1.05, 0]
    assert len(find_episodes(times(7), values, RULE)) == 1
    assert len(find_episodes(times(7), values, EpisodeRule(1.0, 0.0, 0.0))) == 3


def test_what_stays_below_the_threshold_is_no_episode():
    assert find_episodes(times(5), [0, 0.9, 0.99, 0.8, 0], RULE) == []


def test_short_ones_do_not_count():
    values = [0, 2, 0, 0, 2, 2, 2, 0]
    found = find_episodes(times(8), values, EpisodeRule(1.0, 0.5, 0.1))
    assert [e.first for e in found] == [4]


def test_a_lost_face_ends_an_episode_and_says_so():
    values = [0, 2, 2, NAN, 2, 2, 0]
    first, second = find_episodes(times(7), values, RULE)
    assert (first.last, second.first) == (2, 4)
    assert first.cut_off
    assert second.cut_off


def test_the_ends_of_the_recording_cut_off_too():
    first, second = find_episodes(times(5), [2, 2, 0, 2, 2], RULE)
    assert first.cut_off
    assert second.cut_off
    assert second.offset == pytest.approx(0.2)


def test_real_timestamps_count_not_frame_numbers():
    (episode,) = find_episodes([10.0, 10.1, 10.5, 11.5, 12.0], [0, 2, 3, 0, 0], RULE)
    assert (episode.onset, episode.offset) == (10.1, 11.5)


def test_nothing_in_nothing_out():
    assert find_episodes([], [], RULE) == []
    assert find_episodes(times(3), [NAN] * 3, RULE) == []


def test_nonsense_is_refused():
    with pytest.raises(ValueError, match="times"):
        find_episodes([0.0], [1, 2], RULE)
    for words in ({"hysteresis": 1.0}, {"hysteresis": -0.1}, {"min_duration": -1}):
        with pytest.raises(ValueError, match="hysteresis"):
            EpisodeRule(**words)


@given(st.lists(st.one_of(st.just(NAN), st.floats(0, 5)), max_size=60))
def test_episodes_never_overlap_and_hold_every_strong_frame(series):
    values = np.array(series, dtype=float)
    found = find_episodes(times(len(values)), values, RULE)
    covered = np.zeros(len(values), dtype=bool)
    for episode in found:
        assert not covered[episode.first : episode.last + 1].any()
        covered[episode.first : episode.last + 1] = True
        assert episode.onset <= episode.apex < episode.offset or len(values) == 1
        assert episode.peak == np.max(values[episode.first : episode.last + 1]) >= RULE.threshold
    assert (covered >= (np.nan_to_num(values) >= RULE.threshold)).all()
