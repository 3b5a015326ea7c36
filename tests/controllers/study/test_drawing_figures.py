"""What there is to draw, and figures and comparisons of a study whose values are known."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_study import copy_of, make_study

from au_studio.conditions.parts import Division
from au_studio.controllers.study.drawing_figures import FigureController
from au_studio.figures.kinds import FigureRequest


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    return make_study(tmp_path_factory.mktemp("made"))


@pytest.fixture
def figures(workspace, made, tmp_path):
    assert workspace.open_study(copy_of(made, tmp_path / "copy"))
    controller = FigureController(workspace)
    yield controller
    controller.close()


def request(figures, kind="effects", **more) -> FigureRequest:
    reading = figures.reading("base", calibrated=False)
    return FigureRequest(kind, reading, division=Division("condition", ("calm", "stress")), **more)


def settle(figures, qtbot):
    qtbot.waitUntil(
        lambda: not figures.state.busy and bool(figures.state.drawn or figures.state.problem), timeout=60_000
    )
    return figures.state


def test_what_can_be_chosen_is_what_the_study_holds(figures):
    assert figures.levels("condition") == ["calm", "stress"]
    assert len(figures.persons()) == 6
    assert len(figures.recordings()) == len({key for key, _ in figures.recordings()}) > 0
    assert set(figures.models()) <= set(figures.raters())


def test_a_comparison_is_drawn_and_written(figures, qtbot, tmp_path):
    figures.show(request(figures))
    assert figures.state.busy
    state = settle(figures, qtbot)
    assert state.problem == ""
    assert state.comparison.effects
    with qtbot.waitSignal(figures.saved, timeout=30_000):
        figures.save_tables(tmp_path / "out")
    assert (tmp_path / "out" / "persons.csv").is_file()
    with qtbot.waitSignal(figures.saved, timeout=30_000):
        figures.save_figure(tmp_path / "effects.svg")
    assert "<svg" in (tmp_path / "effects.svg").read_text(encoding="utf-8")


def test_one_condition_alone_is_a_problem_in_words(figures, qtbot):
    alone = FigureRequest(
        "effects", figures.reading("base", calibrated=False), division=Division("condition", ("calm",))
    )
    figures.show(alone)
    state = settle(figures, qtbot)
    assert state.problem
    assert state.drawn is None


def test_without_a_study_there_is_nothing(figures, workspace):
    workspace.close_study()
    assert (figures.recordings(), figures.persons(), figures.levels("group"), figures.study_name()) == (
        [], [], [], "",
    )  # fmt: skip
    assert figures.reading("base", calibrated=False) is None
