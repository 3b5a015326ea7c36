"""Who codes what in which order is kept in the study; each change says whether it was one."""

from __future__ import annotations

import pytest

from au_studio.controllers.code.coder_choice import CoderChoice
from au_studio.facs.action_units import DISFA_AUS


@pytest.fixture
def choice(workspace, tmp_path):
    workspace.new_study(tmp_path / "Mine")
    made = CoderChoice(workspace)
    made.read()
    return made


def again(choice):
    """Return what a later run of the program reads."""
    later = CoderChoice(choice._workspace)
    later.read()
    later.read_coders()
    return later


def test_nobody_codes_a_new_study(choice):
    assert (choice.coder_id, choice.order, choice.aus) == (None, "random", DISFA_AUS)
    assert choice.add_coder("  ") is None


def test_choices_are_kept_and_the_same_again_is_none(choice):
    coder, imported = choice.add_coder("AB")
    assert not imported
    assert choice.choose_coder(coder)
    assert not choice.choose_coder(coder)
    assert choice.choose_order("chronological")
    assert not choice.choose_order("chronological")
    assert choice.choose_aus([12, 4])
    assert not choice.choose_aus([4, 12])
    later = again(choice)
    assert (later.coder_id, later.order, later.aus) == (coder, "chronological", (4, 12))
    assert later.coders == ((coder, "AB"),)


def test_no_action_unit_at_all_is_no_choice(choice):
    assert not choice.choose_aus([])
    assert choice.aus == DISFA_AUS


def test_whoever_was_taken_off_the_list_gives_way(choice, workspace):
    first, second = (choice.add_coder(name)[0] for name in ("AB", "CD"))
    choice.choose_coder(second)
    workspace.study.remove_coder(second)
    choice.read_coders()
    assert (choice.coder_id, choice.coders) == (first, ((first, "AB"),))


def test_a_coder_of_the_double_coded_part_rates_only_that(choice, workspace):
    coder = workspace.study.add_coder("CD", part="double")
    choice.choose_coder(coder.id)
    assert choice.rates_double_coded_only
    workspace.study.set_coder_part(coder.id, "all")
    assert not choice.rates_double_coded_only
