"""Texts are English by themselves, and what the window says they are in another language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from au_studio import texts
from au_studio.texts import listed, mark, tr, tr_n

GERMAN = {
    ("Open videos", None): "Videos öffnen",
    ("{n} frames of {name}", 1): "{n} Bild von {name}",
    ("{n} frames of {name}", 2): "{n} Bilder von {name}",
    ("{others} and {last}", None): "{others} und {last}",
    ("Saved as {path}.", None): "Gespeichert als {pfad}.",
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
