"""The queue of jobs as the window shows it, and what closing the window does to it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest

from au_studio.controllers.workspace import Workspace
from au_studio.jobs import process
from au_studio.jobs.job import AnalyzeJob
from au_studio.jobs.places import interrupted
from au_studio.jobs.tasks import Task
from au_studio.study.recording_list import Status
from au_studio.study.study import Study
from au_studio.ui.app import make_window
from au_studio.ui.jobs import closing_dialog
from au_studio.ui.jobs.closing_dialog import Closing, ClosingDialog
from au_studio.ui.jobs.jobs_corner import JobsCorner
from au_studio.ui.jobs.jobs_dialog import MOST_ROWS

FAKE = Path(__file__).parents[2] / "controllers" / "fake_child.py"


@pytest.fixture
def window(workspace: Workspace, make_video, untrained_model, qtbot):
    """The whole window with two recordings, none on the screen, and jobs that run until told to end."""
    made = make_window(workspace)
    made.show()
    workspace.add_videos([make_video("one.mp4", 20), make_video("two.mp4", 21)], open_first=False)
    qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY] * 2, timeout=10_000)
    for file in (untrained_model, untrained_model.with_suffix(".json")):
        shutil.copy(file, workspace.study.path / "models" / file.name)
    workspace.refresh_models()
    workspace.choose_model("untrained")
    behave("slow")
    yield made
    workspace.jobs.close(discard=True)
    made.close()
    made.deleteLater()


def behave(behaviour: str) -> None:
    process.child_command = lambda file: [sys.executable, str(FAKE), str(file), behaviour]


def corner(window) -> JobsCorner:
    return window.findChild(JobsCorner)


def start_both(window, qtbot):
    window.findChild(object, "recording.analyse_all").trigger()
    qtbot.waitUntil(lambda: any(line.total for line in window.workspace.jobs.lines()), timeout=30_000)


def answer(monkeypatch, choice: Closing, *, of_the_study: bool = False) -> list:
    asked = []

    def ask(lines, _parent, *, leaving=False):
        assert leaving is of_the_study
        asked.append([line.task.title for line in lines])
        return choice

    monkeypatch.setattr(closing_dialog, "ask", ask)
    return asked


def test_the_status_bar_says_what_runs_and_opens_the_list(window, qtbot):
    button = corner(window).button
    assert not button.isVisible()
    start_both(window, qtbot)
    qtbot.waitUntil(lambda: button.text() == "Jobs: Analysing one.mp4 50 %, 1 waiting", timeout=5000)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = corner(window).dialog
    assert dialog.isVisible()
    assert [row.about.text() for row in dialog.rows] == ["Analysing (1 of 2)  ·  50 %", "Waits for its turn."]
    assert not dialog.empty.isVisible()
    QTest.mouseClick(dialog.rows[1].buttons["Remove"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(dialog.rows) == 1, timeout=5000)
    QTest.mouseClick(dialog.rows[0].buttons["Cancel"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.empty.isVisible, timeout=30_000)
    qtbot.waitUntil(lambda: not button.isVisible(), timeout=5000)
    dialog.close()


def test_closing_without_jobs_does_not_ask(window, monkeypatch):
    asked = answer(monkeypatch, Closing.STAY)
    assert window.close()
    assert asked == []


def test_closing_asks_and_may_stay(window, qtbot, monkeypatch):
    start_both(window, qtbot)
    asked = answer(monkeypatch, Closing.STAY)
    assert not window.close()
    assert window.isVisible()
    assert asked == [["Analysing one.mp4", "Analysing two.mp4"]]


@pytest.mark.parametrize(("choice", "left"), [(Closing.PAUSE, 2), (Closing.DISCARD, 0)])
def test_closing_now_leaves_the_jobs_to_go_on_or_nothing(window, qtbot, monkeypatch, choice, left):
    start_both(window, qtbot)
    jobs = window.workspace.study.path / "jobs"
    answer(monkeypatch, choice)
    assert window.close()
    assert len(interrupted(jobs)) == left


def test_the_window_closes_by_itself_when_the_jobs_are_done(window, qtbot, monkeypatch):
    start_both(window, qtbot)
    answer(monkeypatch, Closing.WAIT)
    assert not window.close()
    jobs = window.workspace.jobs
    for line in jobs.lines():
        jobs.cancel(line.task)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=30_000)


def test_another_study_asks_what_is_to_become_of_the_jobs_and_may_leave_them_alone(
    window, qtbot, monkeypatch, tmp_path
):
    work = window.workspace
    root = work.study.path
    Study.create(tmp_path / "Other").close()
    start_both(window, qtbot)
    asked = answer(monkeypatch, Closing.STAY, of_the_study=True)
    assert not work.open_study(tmp_path / "Other.austudio")
    work.new_study(tmp_path / "New")
    work.close_study()
    work.save_study_as(tmp_path / "Copy")
    assert asked == [["Analysing one.mp4", "Analysing two.mp4"]] * 4
    assert work.study.path == root
    assert work.jobs.running is not None
    assert not (tmp_path / "New.austudio").exists()
    assert (tmp_path / "Copy.austudio").exists()
    Study.open(tmp_path / "Other.austudio").close()  # nobody holds its lock


@pytest.mark.parametrize(("choice", "left"), [(Closing.PAUSE, 2), (Closing.DISCARD, 0)])
def test_the_jobs_of_a_study_that_is_left_go_on_when_it_is_open_again_or_are_discarded(
    window, qtbot, monkeypatch, choice, left
):
    work = window.workspace
    root = work.study.path
    start_both(window, qtbot)
    answer(monkeypatch, choice, of_the_study=True)
    work.new_study(root.parent / "New")
    assert work.study.name == "New"
    assert len(interrupted(root / "jobs")) == left
    assert work.open_study(root), "without jobs, nobody is asked"
    assert len(work.interrupted.tasks) == left


def test_interrupted_jobs_are_in_the_list_until_they_go_on_or_are_discarded(window, qtbot, monkeypatch):
    start_both(window, qtbot)
    answer(monkeypatch, Closing.PAUSE, of_the_study=True)
    work = window.workspace
    path = work.study.path
    work.close_study()
    work.open_study(path)
    dialog = corner(window).dialog
    window.findChild(object, "view.jobs").trigger()
    assert [list(row.buttons) for row in dialog.rows] == [["Go on", "Discard"]] * 2
    QTest.mouseClick(dialog.rows[0].buttons["Discard"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(dialog.rows) == 1, timeout=5000)
    QTest.mouseClick(dialog.rows[0].buttons["Go on"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Cancel" in dialog.rows[0].buttons, timeout=5000)
    dialog.close()


def test_every_choice_of_the_question_is_a_button_and_escape_stays(window, qtbot):
    start_both(window, qtbot)
    dialog = ClosingDialog(window.workspace.jobs.lines(), window)
    assert set(dialog.buttons) == {Closing.PAUSE, Closing.WAIT, Closing.DISCARD}
    dialog.buttons[Closing.WAIT].click()
    assert dialog.choice is Closing.WAIT
    leaving = ClosingDialog(window.workspace.jobs.lines(), window, leaving=True)
    assert set(leaving.buttons) == {Closing.PAUSE, Closing.DISCARD}
    other = ClosingDialog(window.workspace.jobs.lines(), window)
    other.reject()
    assert other.choice is Closing.STAY


def test_the_device_is_shown_chosen_and_remembered(window):
    device, menu = window.workspace.device, corner(window).devices
    device.set_known([("cuda", "cuda (NVIDIA H100)"), ("cpu", "cpu (2 threads)")], "")
    assert list(menu.actions_by_name) == ["auto", "cuda", "cpu"]
    assert menu.actions_by_name["auto"].isChecked()
    assert window._device.text() == "cuda (NVIDIA H100)"
    menu.actions_by_name["cpu"].trigger()
    assert window._device.text() == "cpu (2 threads)"
    assert QSettings().value("device") == "cpu"
    device.set_known([("mps", "mps (Apple GPU)")], "")
    assert device.name == "auto"
    device.set_known([("cpu", "cpu (2 threads)")], "no NVIDIA GPU was found.")
    assert device.name == "cpu"
    assert menu.actions()[-1].text() == "No GPU: no NVIDIA GPU was found."
    device.choose("auto")


def test_of_many_jobs_the_first_have_a_row_and_rows_that_stay_are_kept(window, qtbot, monkeypatch):
    jobs, dialog = window.workspace.jobs, corner(window).dialog
    model = window.workspace.model
    tasks = [
        Task(AnalyzeJob(video="v", model=str(model.path)), window.workspace.study.path / "jobs" / f"{k}.json",
             f"job {k}") for k in range(60)
    ]  # fmt: skip
    monkeypatch.setattr(jobs, "start_next", lambda: None)
    jobs.add_all(tasks)
    corner(window).show_jobs()
    assert [row.shows[0] for row in dialog.rows] == tasks[:MOST_ROWS]
    assert dialog.more.text() == f"{60 - MOST_ROWS} more wait for their turn."
    assert dialog.more.isVisible()
    second = dialog.rows[1]
    dialog.rows[0].buttons["Remove"].click()
    dialog.refresh()
    assert dialog.rows[0] is second
    assert [row.shows[0] for row in dialog.rows] == tasks[1 : MOST_ROWS + 1]
    dialog.rows[3].buttons["Move up"].click()
    dialog.refresh()
    order = [dialog._list.itemAt(place).widget().shows[0] for place in range(MOST_ROWS)]
    assert order == [row.shows[0] for row in dialog.rows] == [line.task for line in jobs.lines(MOST_ROWS)]
    assert order[2] is tasks[4]
    for task in tasks[MOST_ROWS:]:
        jobs.cancel(task)
    dialog.refresh()
    assert not dialog.more.isVisible()


def test_the_window_is_gone_at_once_when_a_child_is_deaf(window, qtbot, monkeypatch):
    monkeypatch.setattr(process, "KILL_AFTER", 1.0)
    deaf = "import time; print('up', flush=True); time.sleep(60)"
    process.child_command = lambda _file: [sys.executable, "-c", deaf]
    window.findChild(object, "recording.analyse_all").trigger()
    path = window.workspace.study.path
    seen = []
    window.workspace.jobs.closing.connect(lambda: seen.append(window.isVisible()))
    answer(monkeypatch, Closing.PAUSE)
    assert window.close()
    assert seen == [False]
    assert window.workspace.study is None
    assert len(interrupted(path / "jobs")) == 2
