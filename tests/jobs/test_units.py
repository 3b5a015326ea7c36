"""Which action units a fine-tuning learns."""

from au_studio.jobs.units import units_learned
from au_studio.stats.group_bootstrap import FEW_PRESENT


def test_what_the_model_reads_stays_rated_or_not():
    assert units_learned((12, 1), []) == (1, 12)


def test_a_further_unit_is_learned_when_it_is_there_often_enough():
    there = [(7, 1)] * FEW_PRESENT
    assert units_learned((12,), there) == (7, 12)
    assert units_learned((12,), there[1:]) == (12,)


def test_absent_and_not_codable_frames_do_not_count():
    assert units_learned((12,), [(7, 0), (7, None)] * 50) == (12,)
