"""Every page and every window fits a laptop's screen of 1280 x 720, of which the title bar takes 40."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_everything_fits_a_small_screen(tmp_path, scale):
    screen = {"name": "small", "x": 0, "y": 0, "width": round(1280 * scale), "height": round(720 * scale)}
    screen |= {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    (tmp_path / "screens.json").write_text(json.dumps({"screens": [screen]}))
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={tmp_path / 'screens.json'}",
        "QT_SCALE_FACTOR": str(scale),
        "QT_SCALE_FACTOR_ROUNDING_POLICY": "PassThrough",
        **{f"XDG_{name}_HOME": str(tmp_path) for name in ("CONFIG", "DATA", "STATE")},
    }
    command = [sys.executable, str(Path(__file__).with_name("walk_windows.py")), str(tmp_path)]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert (tmp_path / "found.json").is_file(), done.stderr[-2000:]
    found = json.loads((tmp_path / "found.json").read_text())
    assert found["scale"] == scale
    assert found["opened"] == found["dialogs"]
    assert len(found["opened"]) >= 14
    assert found["wrong"] == []
