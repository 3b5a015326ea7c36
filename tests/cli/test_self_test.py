"""The program's own test: what works is told, and what does not ends it with an error."""

from __future__ import annotations

import json
import sys

import pytest

from au_studio import cli
from au_studio.cli import self_test
from au_studio.jobs import process


def test_a_clip_is_opened(tmp_path):
    said = self_test.SelfTest(tmp_path, lambda _text: None).open_clip()
    assert said == "225 frames of 480x360 pixels"


def _child(*events: dict, code: int = 0):
    lines = "".join(json.dumps(event) + "\n" for event in events)
    program = f"import sys; sys.stdout.write({lines!r}); sys.exit({code})"
    return lambda _file: [sys.executable, "-c", program]


@pytest.mark.parametrize(
    ("child", "told"),
    [
        (_child({"event": "error", "message": "No face at all."}, code=1), "No face at all."),
        (_child(code=3), "ended without a result (exit code 3)"),
        (_child({"event": "done", "result": {}}, code=5), "ended with 5"),
    ],
)
def test_a_child_that_fails_fails_the_test(child, told, monkeypatch, capsys):
    monkeypatch.setattr(process, "child_command", child)
    assert cli.main(["--self-test", "--no-window"]) == cli.EXIT_FAILED
    heard = capsys.readouterr()
    assert told in heard.err
    assert "ok  open a clip" in heard.out
    assert "works" not in heard.out
