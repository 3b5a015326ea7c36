"""Messages between window and analysis child."""

from __future__ import annotations

import io

import numpy as np

from au_studio.live.wire import read_message, write_message
from au_studio.texts import sentence


def test_messages_arrive_as_they_were_sent():
    stream = io.BytesIO()
    arrays = {
        "values": np.array([[1.5, np.nan]], np.float32),
        "persons": np.zeros((0,), np.int16),
        "flags": np.array([True, False]),
    }
    write_message(stream, {"event": "frames", "start": 3, "text": "Zoë\nnext line"}, arrays)
    write_message(stream, {"event": "ready"})
    stream.seek(0)
    message, received = read_message(stream)
    assert message == {"event": "frames", "start": 3, "text": "Zoë\nnext line"}
    assert set(received) == set(arrays)
    for name, array in arrays.items():
        assert received[name].dtype == array.dtype
        np.testing.assert_array_equal(received[name], array)
    assert read_message(stream) == ({"event": "ready"}, {})
    assert read_message(stream) is None


def test_sentences_arrive_with_their_parts():
    stream = io.BytesIO()
    write_message(stream, {"event": "failed", "text": sentence("No {what}.", what="face"), "next_step": ""})
    stream.seek(0)
    message, _ = read_message(stream)
    assert message == {"event": "failed", "text": "No face.", "next_step": ""}
    assert message["text"].forms == ("No {what}.",)


def test_a_message_cut_short_is_the_end():
    stream = io.BytesIO()
    write_message(stream, {"event": "frames"}, {"values": np.ones(100)})
    cut = io.BytesIO(stream.getvalue()[:-1])
    assert read_message(cut) is None
    assert read_message(io.BytesIO(b'{"message": {}')) is None
