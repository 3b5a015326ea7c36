"""Which recordings of a study are read."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from au_studio.conditions.errors import ConditionsError
from au_studio.conditions.readings import chosen_recordings

NAMES = ("one.mp4", "one.mkv", "two.mp4")
RECORDINGS = [SimpleNamespace(id=f"id{number}", name=name) for number, name in enumerate(NAMES)]


def test_a_name_that_means_several_recordings_is_not_called_missing():
    with pytest.raises(ConditionsError) as told:
        chosen_recordings(RECORDINGS, ["two", "one"])
    assert str(told.value) == "“one” means 2 recordings. Name one: one.mp4, one.mkv."
    assert chosen_recordings(RECORDINGS, ["two", "one.mkv"]) == RECORDINGS[1:]
    with pytest.raises(ConditionsError, match=r"no recording “three”. There are: one.mp4, one.mkv, two.mp4"):
        chosen_recordings(RECORDINGS, ["two", "three"])


def test_recordings_of_one_name_are_told_apart_by_their_ids():
    twice = [*RECORDINGS[:1], SimpleNamespace(id="id9", name="one.mp4")]
    with pytest.raises(ConditionsError, match="Name one: id0, id9"):
        chosen_recordings(twice, ["one"])
