"""The guard in conftest.py fails tests that leave something running, and leaves tidy ones alone."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = """
import subprocess, sys, threading
import pytest
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QWidget

kept = []
@pytest.fixture(scope="session", autouse=True)
def tidy_up():
    yield
    for thing in kept:
        thing()

def test_thread():
    stop = threading.Event()
    threading.Thread(target=stop.wait, name="forgotten").start()
    kept.append(stop.set)

def test_child():
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    kept.append(child.communicate)

def test_timer(qtbot):
    owner = QWidget()
    timer = QTimer(owner)
    timer.start(50)
    kept.append(timer.stop)
    kept.append(owner.close)

def test_qthread(qtbot):
    thread = QThread()
    thread.start()
    kept.append(lambda: (thread.quit(), thread.wait()))

def test_window(qtbot):
    window = QWidget()
    window.setWindowTitle("left open")
    window.show()
    kept.append(window.close)

def test_tidy(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    timer = QTimer(window)
    timer.start(10)
    QTimer.singleShot(100, window.update)
    thread = threading.Thread(target=threading.Event().wait, args=(0.2,))
    thread.start()
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("guarded")
    conftest = (Path(__file__).parent / "conftest.py").read_text("utf-8")
    assert "GRACE_SECONDS = 3.0" in conftest
    (folder / "conftest.py").write_text(
        conftest.replace("GRACE_SECONDS = 3.0", "GRACE_SECONDS = 0.5"), "utf-8"
    )
    (folder / "test_leaks.py").write_text(TESTS, "utf-8")
    command = [sys.executable, "-m", "pytest", "-rEp", "-p", "no:cacheprovider", "test_leaks.py"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    shutil.rmtree(folder)
    return done.stdout


@pytest.mark.parametrize(
    ("test", "words"),
    [
        ("thread", "thread forgotten"),
        ("child", r"child process \d+"),
        ("timer", r"running timer QTimer of QWidget \(50 ms\)"),
        ("qthread", "running QThread of nobody"),
        ("window", "window QWidget 'left open'"),
    ],
)
def test_what_a_test_leaves_running_fails_it(report: str, test: str, words: str) -> None:
    assert re.search(rf"test_{test} left behind: {words}", report), report


def test_a_tidy_test_passes(report: str) -> None:
    assert "ERROR test_leaks.py::test_tidy" not in report
    assert "6 passed, 5 errors" in report
