"""A program killed in the middle of coding loses no rating that it has acknowledged."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROUNDS = 100


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")
def test_a_hundred_coders_killed_at_random_lose_nothing(study, recording, coder):
    study.close()
    script = Path(__file__).with_name("killed_coders.py")
    done = subprocess.run(
        [sys.executable, str(script), str(study.root), str(ROUNDS)],
        capture_output=True,
        text=True,
        check=False,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr
    outcome = json.loads(done.stdout)
    assert outcome["lost"] == []
    assert outcome["frames"] > 100
    assert outcome["while rating"] > 60
