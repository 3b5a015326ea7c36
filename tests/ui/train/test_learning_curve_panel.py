"""Would more labels help? The curve on the Train page, with a child that only pretends to compute it."""

import json
import shutil
import sys

import pytest

from au_studio.jobs import process

MEASURED = ((0, 0.4), (8, 0.5), (16, 0.6))
CURVE = {
    "points": [{"n": n, "icc": icc, "low": icc - 0.1, "high": icc + 0.1} for n, icc in MEASURED],
    "ahead": [{"n": 40, "icc": 0.65, "low": 0.5, "high": 0.8}],
    "words": "Twice as many ratings would bring about +0.05.",
}
SAY = "import json, sys\nsay = lambda **fields: print(json.dumps(fields), flush=True)\n"
CHILDREN = {
    "computes": SAY + f"say(event='done', result={{'curve': json.loads({json.dumps(json.dumps(CURVE))})}})",
    "waits": SAY
    + "say(event='progress', done=1, total=12, message='Learning from parts')\n"
    + "line = sys.stdin.readline().strip()\n"
    + "say(event='done', result={'paused' if line == 'pause' else 'cancelled': True})",
    "fails": SAY + "say(event='error', message='The disk is full.', next_step='Free some space.')",
}


@pytest.fixture
def make_page(open_page):
    return lambda behaviour: open_page(lambda _file: [sys.executable, "-c", CHILDREN[behaviour]])


def test_a_click_draws_the_curve_and_says_what_follows(make_page, rated_study, qtbot):
    page = make_page("computes")
    panel = page.curve_panel
    assert not panel.plot.isVisible()
    panel.start.click()
    qtbot.waitUntil(lambda: not page.curve.state.running, timeout=30_000)
    assert panel.plot.isVisible()
    assert "Twice as many ratings" in panel.words.text()
    assert "Ratings by AB, learned by “Untrained”" in panel.words.text()
    xs, ys = panel.plot._measured.getData()
    assert (xs.tolist(), ys.tolist()) == ([0, 8, 16], [0.4, 0.5, 0.6])
    assert panel.plot._estimated.getData()[0].tolist() == [16, 40]
    written = json.loads((rated_study.study.path / "jobs" / "learning-curve.json").read_text())
    assert written["kind"] == "learning-curve"
    assert sum(len(recording["ratings"]) for recording in written["recordings"]) == 40


def test_unsure_ratings_count_only_if_they_are_to_be_learned_from(make_page, rated_study, qtbot):
    study = rated_study.study
    (coder,), recording = study.coders(), study.recordings()[0]
    pts = int(rated_study.index_of(recording.id).pts[0])
    study.rate(coder.id, recording.id, pts, 12, 2, unsure=True)
    page = make_page("computes")
    page.view.unsure.setChecked(False)
    page.curve_panel.start.click()
    qtbot.waitUntil(lambda: not page.curve.state.running, timeout=30_000)
    written = json.loads((study.path / "jobs" / "learning-curve.json").read_text())
    assert sum(len(recording["ratings"]) for recording in written["recordings"]) == 40 - 1
    assert "Ratings by AB (without the unsure ones)" in page.curve_panel.words.text()


def test_it_can_be_stopped(make_page, qtbot):
    page = make_page("waits")
    page.curve_panel.start.click()
    qtbot.waitUntil(lambda: page.curve.state.total == 12, timeout=30_000)
    assert page.curve_panel.bar.isVisible()
    page.curve_panel.stop.click()
    qtbot.waitUntil(lambda: not page.curve.state.running, timeout=30_000)
    assert "Stopped" in page.curve_panel.words.text()
    assert page.curve_panel.start.isEnabled()


def test_a_failure_is_told_with_its_next_step(make_page, rated_study, qtbot):
    page = make_page("fails")
    errors = []
    rated_study.problem.connect(errors.append)
    page.curve_panel.start.click()
    qtbot.waitUntil(lambda: not page.curve.state.running, timeout=30_000)
    assert "Free some space" in page.curve_panel.words.text()
    assert errors[0].next_step == "Free some space."


@pytest.fixture
def interrupted(make_page, rated_study, qtbot):
    """The page, and a curve that was interrupted when its study closed; the study is open again."""
    page = make_page("waits")
    page.curve_panel.start.click()
    qtbot.waitUntil(lambda: page.curve.state.total == 12, timeout=30_000)
    path = rated_study.study.path
    rated_study.close_study()
    rated_study.open_study(path)
    process.child_command = lambda _file: [sys.executable, "-c", CHILDREN["computes"]]
    return page


def test_an_interrupted_curve_goes_on_and_is_shown(interrupted, rated_study, qtbot):
    offered = rated_study.interrupted
    assert [task.title for task in offered.tasks] == ["Learning curve"]
    offered.go_on()
    qtbot.waitUntil(lambda: bool(interrupted.curve.state.points), timeout=30_000)
    assert "Ratings by AB, learned by “Untrained”" in interrupted.curve_panel.words.text()
    assert offered.tasks == ()


def test_a_curve_asked_for_anew_takes_the_place_of_the_interrupted_one(interrupted, rated_study, qtbot):
    interrupted.controller.choose_base("untrained")
    interrupted.curve_panel.start.click()
    assert rated_study.interrupted.tasks == ()
    qtbot.waitUntil(lambda: bool(interrupted.curve.state.points), timeout=30_000)


def test_the_interrupted_curve_of_a_study_that_was_copied_is_not_computed_there(
    interrupted, rated_study, tmp_path
):
    copy = shutil.copytree(rated_study.study.path, tmp_path / "Copied.austudio")
    rated_study.open_study(copy)
    assert rated_study.interrupted.tasks == ()
