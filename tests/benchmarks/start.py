"""How long it takes until the window is seen: from the start of the process to the window's first paint.

    python tests/benchmarks/start.py [TIMES]

Writes a line a start, and the median. The first start, which fills the disk's cache, is left out; it compiles
the modules, too, as installing them does, even where Python was told to keep nothing that it compiles.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

CHILD = """
import json, os, sys, time
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from au_studio.ui import app
from au_studio.ui.main_window import MainWindow

class Watcher(QObject):
    def eventFilter(self, seen, event):
        if event.type() is QEvent.Type.Paint and isinstance(seen, MainWindow):
            QTimer.singleShot(0, lambda: tell())
            QCoreApplication.instance().removeEventFilter(self)
        return False

def tell():
    slow = ("torch", "scipy.stats", "cv2", "av", "h5py", "pyqtgraph")
    heavy = [name for name in slow if name in sys.modules]
    print(json.dumps([time.monotonic(), sum(os.times()[:2]), heavy]), flush=True)
    QCoreApplication.instance().quit()

watcher = Watcher()
app.make_application().installEventFilter(watcher)
app.run()
"""


def start(compiled: str) -> tuple[float, float, list[str]]:
    """Return seconds from the start to the first paint, seconds of the processor, and what was loaded."""
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "HOME": home, "XDG_CONFIG_HOME": home}
        environment |= {"PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-c", CHILD], env=environment, check=True, capture_output=True, text=True
        )
    painted, processor, heavy = json.loads(done.stdout.splitlines()[-1])
    return painted - began, processor, heavy


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as modules:
        start(modules)
        seen = [start(modules) for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 5)]
    for seconds, processor, heavy in seen:
        print(f"{seconds:.2f} s to the first paint, {processor:.2f} s of the processor; loaded: {heavy}")
    print(f"median {statistics.median(s for s, _, _ in seen):.2f} s,", end=" ")
    print(f"{statistics.median(p for _, p, _ in seen):.2f} s of the processor")
