"""A program killed in the middle of coding loses no rating that it has acknowledged."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from au_studio.study.study import Study

CODER = """
import itertools, sys
from pathlib import Path
from au_studio.study.study import Study

study = Study.open(Path(sys.argv[1]))
coder, recording = study.coders()[0].id, study.recordings()[0].id
start = len(study.history())
for i in itertools.count(start):
    study.rate(coder, recording, i, 12, i % 6)
    sys.stdout.write(f"{i}\\n")
    sys.stdout.flush()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_kill_minus_nine_loses_no_acknowledged_rating(study, recording, coder):
    study.close()
    chance = random.Random(5)
    acknowledged: set[int] = set()
    for _ in range(6):
        child = subprocess.Popen(
            [sys.executable, "-c", CODER, str(study.root)], stdout=subprocess.PIPE, text=True
        )
        first = child.stdout.readline()
        time.sleep(chance.uniform(0.0, 0.15))
        os.kill(child.pid, signal.SIGKILL)
        rest = child.stdout.read()
        child.wait()
        child.stdout.close()
        lines = (first + rest).splitlines(keepends=True)
        acknowledged |= {int(line) for line in lines if line.endswith("\n")}
        # The next round (and this) opens it although the killed program could not give its lock back.
        with Study.open(study.root) as again:
            stored = {r.pts: r.value for r in again.ratings()}
            assert acknowledged <= stored.keys()
            assert all(value == pts % 6 for pts, value in stored.items())
            # At most the one rating that was being acknowledged is more than was said.
            assert len(stored) <= len(acknowledged) + 6
    assert len(acknowledged) > 20
