"""A learning curve is computed by a child, kept in the study, and given up without a trace."""

from __future__ import annotations

import json
import sys

import pytest

from au_studio.controllers.train.learning_curve import CurveState, LearningCurveController
from au_studio.jobs import process
from au_studio.study.schema import LEARNING_CURVE


def point(n, icc, low=None, high=None):
    return {"n": n, "icc": icc, "low": low, "high": high}


CURVE = {
    "points": [point(0, 0.4), point(8, 0.5, 0.4, 0.6)],
    "ahead": [point(40, 0.65, 0.5, 0.8), point(80, None)],
    "words": "Twice as many ratings would bring a little.",
}
SAY = "import json, sys\ndef say(**fields): print(json.dumps(fields), flush=True)\n"
COMPUTES = f"{SAY}say(event='done', result={{'curve': json.loads(sys.argv[1])}})"
WAITS = SAY + (
    "say(event='progress', done=1, total=12, message='Learning from parts')\n"
    "line = sys.stdin.readline().strip()\n"
    "say(event='done', result={'paused' if line == 'pause' else 'cancelled': True})"
)


@pytest.fixture
def curve(rated_study):
    return LearningCurveController(rated_study)


def begin(curve, rated_study, code: str, *given: str) -> None:
    process.child_command = lambda _file: [sys.executable, "-c", code, *given]
    curve.start(rated_study.study.coders()[0].id, "untrained")


def test_measured_and_expected_points_are_told_apart_and_kept(curve, rated_study, qtbot):
    begin(curve, rated_study, COMPUTES, json.dumps(CURVE))
    assert curve.state.running
    qtbot.waitUntil(lambda: not curve.state.running, timeout=30_000)
    assert curve.state.points == ((0, 0.4, None, None), (8, 0.5, 0.4, 0.6))
    assert curve.state.expected == ((40, 0.65, 0.5, 0.8),), "what is undefined is no point"
    assert curve.state.words == CURVE["words"]
    assert "AB" in curve.state.about
    assert rated_study.study.setting(LEARNING_CURVE)["points"] == CURVE["points"]


def test_it_can_be_stopped_and_nothing_is_kept(curve, rated_study, qtbot):
    begin(curve, rated_study, WAITS)
    qtbot.waitUntil(lambda: curve.state.total == 12, timeout=30_000)
    curve.stop()
    qtbot.waitUntil(lambda: not curve.state.running, timeout=30_000)
    assert curve.state.points == ()
    assert "no curve" in curve.state.doing


def test_a_coder_or_model_that_is_not_there_starts_nothing(curve, rated_study):
    curve.start("nobody", "untrained")
    curve.start(rated_study.study.coders()[0].id, "nothing")
    assert curve.state == CurveState()
