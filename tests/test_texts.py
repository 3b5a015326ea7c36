"""Texts are English by themselves, and what the window says they are in another language."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from au_studio import texts
from au_studio.errors import AUStudioError
from au_studio.texts import (
    as_sentence,
    joined,
    listed,
    mark,
    put_together,
    sentence,
    sentence_n,
    shown,
    taken_apart,
    tr,
    tr_n,
)

GERMAN = {
    ("Open videos", None): "Videos öffnen",
    ("{n} frames of {name}", 1): "{n} Bild von {name}",
    ("{n} frames of {name}", 2): "{n} Bilder von {name}",
    ("{others} and {last}", None): "{others} und {last}",
    ("Saved as {path}.", None): "Gespeichert als {pfad}.",
    ("{name} cannot be read: {reason}.", None): "{name} ist nicht lesbar: {reason}.",
    ("it is empty", None): "leer",
    ("Choose another.", None): "Etwas anderes wählen.",
}


@pytest.fixture
def german() -> Iterator[None]:
    texts.use(lambda text, n: GERMAN.get((text, n), ""))
    yield
    texts.use(None)


def test_without_a_language_texts_are_what_stands_in_the_code():
    assert tr("Open {videos}") == "Open {videos}"
    assert tr("{name}: {value}", name="AU12", value="0.50") == "AU12: 0.50"
    assert mark("{n} files") == "{n} files"
    assert [tr_n("1 frame", "{n} frames", n) for n in (0, 1, 1200)] == ["0 frames", "1 frame", "1,200 frames"]
    assert [listed(parts) for parts in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        *("", "a", "a and b", "a, b and c"),
    ]


def test_a_language_gives_texts_with_their_values_and_forms(german):
    assert tr("Open videos") == "Videos öffnen"
    assert tr_n("{n} frame of {name}", "{n} frames of {name}", 1, name="P1") == "1 Bild von P1"
    assert tr_n("{n} frame of {name}", "{n} frames of {name}", 2, name="{P1}") == "2 Bilder von {P1}"
    assert listed(["a", "b"]) == "a und b"


def test_what_is_not_translated_or_translated_wrongly_stays_english(german):
    assert tr("Close videos") == "Close videos"
    assert tr_n("{n} row", "{n} rows", 1) == "1 row"
    assert tr("Saved as {path}.", path="/a/b.csv") == "Saved as /a/b.csv."
    assert tr("") == ""


def test_an_error_is_english_in_files_and_in_the_users_language_in_the_window(german):
    why = sentence("{name} cannot be read: {reason}.", name="a.mp4", reason=sentence("it is empty"))
    error = AUStudioError(why, next_step="Choose another.")
    assert str(error) == "a.mp4 cannot be read: it is empty. Choose another."
    assert error.shown() == "a.mp4 ist nicht lesbar: leer. Etwas anderes wählen."
    assert tr("{name} cannot be read: {reason}.", name="b.mp4", reason=error) == (
        "b.mp4 ist nicht lesbar: a.mp4 ist nicht lesbar: leer. Etwas anderes wählen.."
    ), "an error in a text is shown, too"
    assert AUStudioError("Nothing known of this.").shown() == "Nothing known of this."


def test_sentences_come_whole_from_another_process(german):
    said = sentence_n("{n} frame of {name}", "{n} frames of {name}", 2, name=as_sentence("it is empty"))
    sent = json.loads(json.dumps({"text": said, "n": 1, "parts": taken_apart({"text": said, "n": 1})}))
    assert shown(sent["text"]) == "2 frames of it is empty", "a text alone has lost its parts"
    put_together(sent, sent["parts"])
    assert sent["text"] == "2 frames of it is empty"
    assert shown(sent["text"]) == "2 Bilder von leer"
    for broken in (None, "text", {"text": 3}, {"text": {"forms": []}}, {"text": {"forms": [], "values": {}}}):
        put_together(sent, broken)
        assert sent["text"] == "2 frames of it is empty"


def test_sentences_in_a_row_are_shown_one_by_one(german):
    row = joined([sentence("it is empty"), "", "as {it} was", sentence("Choose another.")], "; ")
    assert row == "it is empty; as {it} was; Choose another."
    assert shown(row) == "leer; as {it} was; Etwas anderes wählen."
