import json
import math

import numpy as np
import pytest

from au_studio.jobs.protocol import (
    CheckpointSaved,
    Done,
    Failed,
    Metric,
    Notice,
    Progress,
    encode,
    parse,
)
from au_studio.texts import sentence


@pytest.mark.parametrize(
    "event",
    [
        Progress(3, 10, "Analysing “ä.mp4”"),
        Metric(20, "icc", 0.5, 12),
        Metric(20, "loss", None),
        CheckpointSaved("/m.safetensors"),
        Notice("variable frame rate"),
        Done({"frames": 3}),
        Failed("It broke.", "Mend it.", "line 1\nline 2"),
    ],
    ids=lambda event: event.name,
)
def test_an_event_is_one_line_and_comes_back(event):
    line = encode(event)
    assert "\n" not in line
    assert parse(line) == event


def test_what_a_child_says_keeps_its_parts_for_other_languages():
    said = sentence("“{name}” cannot be read: {reason}.", name="a.mp4", reason=sentence("empty"))
    heard = parse(encode(Failed(said, "Mend it.")))
    assert heard == Failed(str(said), "Mend it.")
    assert heard.message.values == {"name": "a.mp4", "reason": "empty"}
    assert heard.message.values["reason"].forms == ("empty",)
    assert "texts" not in json.loads(encode(Failed("It broke.")))


def test_the_wire_has_the_documented_fields():
    assert json.loads(encode(Metric(20, "icc", 0.5, 12))) == {
        "event": "metric",
        "step": 20,
        "name": "icc",
        "value": 0.5,
        "au": 12,
    }
    assert json.loads(encode(Failed("a", "b", "c"))) == {
        "event": "error",
        "message": "a",
        "next_step": "b",
        "details": "c",
    }


def test_numbers_that_json_lacks_become_null():
    line = encode(Done({"icc": math.nan, "mae": np.float32(0.25), "n": np.int64(3), "au": {12: math.inf}}))
    assert json.loads(line)["result"] == {"icc": None, "mae": 0.25, "n": 3, "au": {"12": None}}


@pytest.mark.parametrize(
    "line", ["", "Downloading…", "{", "[]", "3", '{"event": "dance"}', '{"event": "progress"}']
)
def test_lines_that_are_no_events_are_ignored(line):
    assert parse(line) is None


def test_fields_of_newer_versions_are_ignored():
    assert parse('{"event": "notice", "text": "hello", "level": 3}') == Notice("hello")
