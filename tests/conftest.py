"""For every test: shared data, folders of its own, and a guard against whatever a test leaves behind."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTEST_QT_API", "pyside6")
# Matrices this small lose by a second thread: on a busy machine NumPy's threads spin, waiting for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
# Some tests load ONNX Runtime themselves, to see whether it is there; it would tell its maker (nn/engine.py).
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
# Networks in 8 bits take longer to make, and whether small ones are used depends on how quick the computer
# is (au_studio/nn/engine.py); tests of them ask for them.
os.environ["AU_STUDIO_32_BITS"] = "1"

import hypothesis
import psutil
import pytest

GRACE_SECONDS = 3.0
"""How long threads, timers and child processes may take to end after their test."""

_QT_FIXTURES = {"qapp", "qtbot"}


def pytest_configure(config: pytest.Config) -> None:
    """Give the tests folders of their own: nothing may end up among the files of whoever runs them."""
    home = tempfile.TemporaryDirectory(prefix="au-studio-tests-", ignore_cleanup_errors=True)
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"):
        folder = Path(home.name) / name.lower()
        folder.mkdir()
        os.environ[name] = str(folder)
    config.add_cleanup(home.cleanup)
    # How long an example takes says more about what else the machine does than about the code.
    hypothesis.settings.register_profile("no deadline", hypothesis.settings.default, deadline=None)
    hypothesis.settings.load_profile("no deadline")


def pytest_collection_finish() -> None:
    """Set aside what the imports made: the guard then looks through the tests' own objects only."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
    """Let no other thread, of this test or a later one, end windows that are in cycles: Qt crashes then.

    Python looks for cycles in whichever thread makes objects (`au_studio.ui.collecting`). What a test has
    made can be collected only here: until now pytest itself held its fixtures.
    """
    if not _QT_FIXTURES & set(getattr(item, "fixturenames", ())):
        return (yield)
    gc.disable()
    try:
        return (yield)
    finally:
        _let_qt_finish()
        # All that the test made is among the young: nothing was collected meanwhile. What a module's tests
        # share ends with it.
        last = nextitem is None or nextitem.path != item.path
        # What is left then (libraries that the tests imported), and what a program that ended took back, is
        # set aside: the guard would look through it in every test to come.
        aside = last or gc.get_freeze_count() == 0
        gc.collect(2 if aside else 1)
        if aside:
            gc.freeze()
        gc.enable()


@pytest.fixture(autouse=True)
def _own_children(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test may set `process.child_command`, which runs the jobs, to something else: for itself only."""
    from au_studio.jobs import process

    monkeypatch.setattr(process, "child_command", process.child_command)


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The developers' shared folder (assets, videos); tests that need it skip where it does not exist."""
    folder = Path(os.environ.get("AU_STUDIO_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    if not (folder / "videos").is_dir():
        pytest.skip(f"no shared videos and assets in {folder} (set AU_STUDIO_SHARED)")
    return folder


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Make a file system of so many kilobytes: ``small_disk(200)``; skip where none may be mounted."""
    places: list[Path] = []

    def make(kilobytes: int) -> Path:
        place = tmp_path / f"disk {len(places)}"
        place.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(place)]
        try:
            subprocess.run(command, check=True, capture_output=True)
        except (OSError, subprocess.CalledProcessError) as error:
            pytest.skip(f"no file system can be mounted here ({error})")
        places.append(place)
        return place

    yield make
    for place in places:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def _threads() -> dict[int, str]:
    return {
        id(thread): f"thread {thread.name}"
        for thread in threading.enumerate()
        if thread is not threading.main_thread() and not isinstance(thread, threading._DummyThread)
    }


def _children() -> dict[int, str]:
    """Running child processes, without the helper that multiprocessing keeps for the whole session."""
    found = {}
    for process in psutil.Process().children(recursive=True):
        try:
            command = " ".join(process.cmdline())
            if process.status() != psutil.STATUS_ZOMBIE and "resource_tracker" not in command:
                found[process.pid] = f"child process {process.pid} ({command[:80]})"
        except psutil.NoSuchProcess:
            continue
    return found


def _describe(thing: Any) -> str:
    """Name a Qt object by its owners, so that its test can be told where it was started."""
    owners = []
    owner = thing.parent()
    while owner is not None:
        owners.append(type(owner).__name__)
        owner = owner.parent()
    name = f" '{thing.objectName()}'" if thing.objectName() else ""
    return f"{type(thing).__name__}{name} of {' in '.join(owners) or 'nobody'}"


def _family(kind: type) -> set[type]:
    """Return a class and everything that inherits from it (quicker to look up than to ask isinstance)."""
    return {kind}.union(*(_family(heir) for heir in kind.__subclasses__()))


def _qt_activity() -> dict[int, str]:
    """Running Qt timers and threads, and windows on the screen."""
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    from PySide6.QtCore import QThread, QTimer
    from PySide6.QtWidgets import QApplication
    from shiboken6 import isValid

    timers, threads = _family(QTimer), _family(QThread)
    kinds = timers | threads
    found = {}
    for thing in [thing for thing in gc.get_objects() if type(thing) in kinds]:
        if type(thing) in timers and isValid(thing) and thing.isActive():
            found[id(thing)] = f"running timer {_describe(thing)} ({thing.interval()} ms)"
        elif type(thing) in threads and isValid(thing) and thing.isRunning():
            found[id(thing)] = f"running {_describe(thing)}"
    if isinstance(QApplication.instance(), QApplication):
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible():
                found[id(widget)] = f"window {type(widget).__name__} '{widget.windowTitle()}'"
    return found


def _let_qt_finish() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _activity(with_qt: bool) -> dict[int, str]:
    return _threads() | _children() | (_qt_activity() if with_qt else {})


@pytest.fixture(autouse=True)
def leak_guard(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, a child process, a running Qt timer or thread, or a window behind."""
    with_qt = bool(_QT_FIXTURES & set(request.fixturenames))
    before = _activity(with_qt)
    yield
    deadline = time.monotonic() + GRACE_SECONDS
    while left := {key: words for key, words in _activity(with_qt).items() if key not in before}:
        if time.monotonic() > deadline:
            pytest.fail(f"{request.node.nodeid} left behind: {', '.join(left.values())}", pytrace=False)
        if with_qt:
            _let_qt_finish()
        gc.collect()
        time.sleep(0.02)
