"""The child is spoken to, heard in order, and its end is told unless it was asked for."""

from __future__ import annotations

import sys

import pytest

from au_studio.controllers.watch.analysis_child import AnalysisChild

ECHO = """
import sys
from au_studio.live.wire import read_message, write_message
while (message := read_message(sys.stdin.buffer)) is not None:
    command = message[0]
    if command["do"] == "fail":
        print("it broke", file=sys.stderr)
        sys.exit(3)
    write_message(sys.stdout.buffer, {"event": command["do"]})
    sys.stdout.buffer.flush()
"""


@pytest.fixture
def child(qtbot):
    made = AnalysisChild([sys.executable, "-c", ECHO])
    yield made
    made.close()


def test_what_it_says_comes_in_order(child, qtbot):
    heard = []
    child.received.connect(lambda message, _arrays: heard.append(message["event"]))
    child.say({"do": "lost"})
    child.start()
    child.start()
    for word in ("one", "two", "three"):
        child.say({"do": word})
    qtbot.waitUntil(lambda: heard == ["one", "two", "three"], timeout=20_000)


def test_its_last_words_and_its_end_are_told_and_it_can_be_started_again(child, qtbot):
    child.start()
    with qtbot.waitSignal(child.ended, timeout=20_000) as ended:
        child.say({"do": "fail"})
    assert ended.args == [3]
    assert child.last_words == "it broke"
    child.say({"do": "nobody hears this"})
    child.start()
    with qtbot.waitSignal(child.received, timeout=20_000):
        child.say({"do": "again"})


def test_an_end_that_was_asked_for_is_no_news(child, qtbot):
    child.start()
    with qtbot.assertNotEmitted(child.ended, wait=100):
        child.close()
    child.close()
