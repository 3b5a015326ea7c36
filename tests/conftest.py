"""Fixtures for every test: shared data, and a guard against leaked threads, timers and child processes."""

from __future__ import annotations

import gc
import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTEST_QT_API", "pyside6")

import psutil
import pytest


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The developers' shared folder (assets, videos); tests that need it skip where it does not exist."""
    folder = Path(os.environ.get("AU_STUDIO_SHARED", Path(__file__).resolve().parents[2] / "shared"))
    if not (folder / "videos").is_dir():
        pytest.skip(f"no shared videos and assets in {folder} (set AU_STUDIO_SHARED)")
    return folder


def _own_threads() -> set[threading.Thread]:
    return {
        t
        for t in threading.enumerate()
        if t is not threading.main_thread() and not isinstance(t, threading._DummyThread)
    }


def _children() -> set[int]:
    return {p.pid for p in psutil.Process().children(recursive=True) if p.status() != psutil.STATUS_ZOMBIE}


@pytest.fixture(autouse=True)
def leak_guard(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a thread, a running Qt timer or thread, or a child process behind."""
    threads_before, children_before = _own_threads(), _children()
    yield
    deadline = time.monotonic() + 3.0
    while True:
        threads = _own_threads() - threads_before
        children = _children() - children_before
        if not threads and not children:
            break
        if time.monotonic() > deadline:
            names = [f"thread {t.name}" for t in threads] + [f"child process {pid}" for pid in children]
            pytest.fail(f"{request.node.nodeid} left behind: {', '.join(names)}", pytrace=False)
        gc.collect()
        time.sleep(0.02)
