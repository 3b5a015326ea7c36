"""How late the window answers while hundreds of analyses wait.

``python tests/benchmarks/many_recordings.py [N]``

Drives the real window on a study of N recordings (500), each a copy of one short film. *Analyse all* is asked
for, the list of jobs is open, and stand-in children report their progress and end, as fast as they are
started; then the window is closed. A timer that should fire every 5 ms tells how late the event loop is.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from event_loop import Gaps, wait
from PySide6.QtCore import QSettings

from au_studio import resources
from au_studio.controllers.workspace import Workspace
from au_studio.jobs import process
from au_studio.study.study import Study
from au_studio.ui.app import make_application, make_window

CHILD = """
import json, sys, time
for step in range(1, 40):
    print(json.dumps({"event": "progress", "done": step, "total": 40, "message": "Analysing"}), flush=True)
    time.sleep(0.05)
print(json.dumps({"event": "done", "result": {}}), flush=True)
"""


def make_study(folder: Path, n: int) -> Path:
    """Make a study of N recordings, all the same film."""
    film = next(iter(sorted(resources.path("demo").rglob("*.mp4"))))
    study = Study.create(folder / "many.austudio")
    videos = folder / "videos"
    videos.mkdir()
    for number in range(n):
        path = videos / f"{number:04d}.mp4"
        shutil.copy(film, path)
        study.add_recording(path, duration=10.0, n_frames=250, content_hash=f"{number}")
    path = Path(study.path)
    study.close()
    return path


def measured(what: str, gaps: Gaps, seconds: float) -> None:
    """Let the window live for a while, and print how late it was."""
    wait(seconds)
    gaps.stop()
    print(f"{what}: {gaps}", flush=True)
    gaps.all.clear()


def main() -> None:
    """Measure adding, running and closing."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    process.child_command = lambda job_file: [sys.executable, "-c", CHILD, str(job_file)]
    with tempfile.TemporaryDirectory() as home:
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, home)
        app = make_application()
        workspace = Workspace(home=Path(home))
        window = make_window(workspace)
        window.resize(1280, 860)
        window.show()
        workspace.open_study(make_study(Path(home), n))
        wait(3)
        print(f"{n} recordings, {os.cpu_count()} cores, {app.platformName()}, load {os.getloadavg()[0]:.1f}")
        gaps = Gaps()
        gaps.start()
        measured("resting", gaps, 5)
        gaps.start()
        began = time.perf_counter()
        workspace.batch.analyse_all()
        took = 1000 * (time.perf_counter() - began)
        print(f"Analyse all returned after {took:.0f} ms; {workspace.batch.waiting()} run or wait")
        measured("just asked for", gaps, 3)
        gaps.start()
        measured("jobs run, their list closed", gaps, 10)
        from au_studio.ui.jobs.jobs_corner import JobsCorner

        corner = next(child for child in window.children() if isinstance(child, JobsCorner))
        gaps.start()
        corner.show_jobs()
        measured("jobs run, their list open", gaps, 10)
        gaps.start()
        began = time.perf_counter()
        workspace.jobs.close(discard=True)
        print(f"closed after {1000 * (time.perf_counter() - began):.0f} ms")
        measured("closing", gaps, 1)
        window.close()


if __name__ == "__main__":
    main()
