"""Who is compared with whom, when nobody has chosen yet, and when somebody is gone."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from au_studio.controllers.agree.rater_choice import RaterChoice


class Work:
    """A study with coders, and two models of which the second is shown."""

    def __init__(self, *coders: str) -> None:
        self.names = list(coders)
        self.model = SimpleNamespace(id="tuned", name="Tuned")
        self.study = SimpleNamespace(coders=self.coders)

    def models(self):
        return (SimpleNamespace(id="base", name="Base"), self.model)

    def coders(self):
        kinds = {"both": "consensus"}
        return [SimpleNamespace(id=name, name=name, kind=kinds.get(name, "coder")) for name in self.names]


@pytest.fixture
def work():
    return Work("ada")


@pytest.fixture
def choice(work):
    choice = RaterChoice(work)
    choice.read()
    return choice


def keys(choice):
    return [rater and rater.key for rater in choice.pair]


def test_one_coder_is_compared_with_the_model_that_is_shown(choice):
    assert keys(choice) == ["coder:ada", "model:tuned"]


def test_two_coders_are_compared_with_each_other(choice, work):
    choice.forget()
    work.names = ["ada", "bea"]
    choice.read()
    assert keys(choice) == ["coder:ada", "coder:bea"]


def test_nobody_is_compared_with_themselves(choice):
    assert "coder:ada" not in [rater.key for rater in choice.seconds]


def test_who_was_wanted_stays_wanted_as_long_as_they_are_there(choice, work):
    assert choice.choose(1, "model:base")
    assert not choice.choose(1, "model:base")
    work.names.append("bea")
    choice.read()
    assert keys(choice) == ["coder:ada", "model:base"]
    choice.choose(0, "coder:bea")
    work.names.remove("bea")
    choice.read()
    assert keys(choice) == ["coder:ada", "model:base"]


def test_the_consensus_is_found_and_nobody_is_there_without_coders(choice, work):
    assert choice.consensus_id is None
    work.names = ["ada", "both"]
    choice.read()
    assert choice.consensus_id == "both"
    work.names = []
    choice.read()
    assert keys(choice) == [None, None]
    assert (choice.firsts, choice.seconds) == ((), ())
