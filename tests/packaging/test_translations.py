"""The command that finds texts in the code and builds the files of the translations."""

from __future__ import annotations

import ast
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import translations
from PySide6.QtCore import QTranslator
from translations import Text, find, names_in, read, release, update, wrong_translations

SOURCE = """
WORDS = {"a": mark("Marked {x}")}
KEYS = Binding("&Open", ("O",), Group.STUDY, "Open it.")
NAMES = tuple(map(mark, ("blue", "red")))
label.setText(f"<b>{tr('Inside')}</b>" + tr("One " "sentence"))
tr_n("{n} frame of {whose}", "{n} frames of {whose}", count, whose=name)
tr(WORDS["a"], x=1)
"""


def test_texts_are_found_wherever_they_stand():
    found, problems = read(SOURCE, "a.py")
    assert problems == []
    assert {text.source for text in found} == {
        *("Marked {x}", "&Open", "Open it.", "blue", "red", "Inside", "One sentence"),
        "{n} frames of {whose}",
    }
    assert {text.one for text in found} == {None, "{n} frame of {whose}"}


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ('tr(f"{n} frames")', "put together"),
        ('tr("a" + name)', "put together"),
        ("mark(name)", "put together"),
        ('tr_n("1 frame", several, n)', "put together"),
        ('tr("{name} and {other}", name=1)', "nothing is given for {other}"),
        ('tr("{name}", name=1, other=2)', "other stands nowhere"),
        ("tuple(map(mark, names))", "literals"),
    ],
)
def test_what_no_translation_can_come_of_is_told(source, what):
    _, problems = read(source, "a.py")
    assert [what in str(problem) for problem in problems] == [True]


def test_the_program_has_no_text_that_cannot_be_translated():
    texts, problems = find()
    assert problems == []
    assert len(texts) > 1200


def test_translations_are_kept_and_become_what_qt_reads(tmp_path):
    path = tmp_path / "au_studio_de.ts"
    texts = [
        Text("Open", None, {"a.py"}),
        Text("{n} frames", "{n} frame", {"a.py"}),
        Text("Close", None, {"b.py"}),
    ]
    assert update(path, "de", texts) == (0, 3)
    tree = ET.parse(path)
    german = {"Open": ["Öffnen"], "{n} frames": ["{n} Bild", "{n} Bilder"]}
    for message in tree.getroot().iter("message"):
        target = message.find("translation")
        forms = list(target.iter("numerusform")) or [target]
        for form, text in zip(forms, german.get(message.findtext("source"), []), strict=False):
            form.text = text
    tree.write(path, encoding="utf-8")
    assert update(path, "de", texts[:2]) == (2, 2)
    assert "Close" not in path.read_text("utf-8")
    translator = QTranslator()
    assert translator.load(str(release(path)))
    assert translator.translate("au_studio", "Open") == "Öffnen"
    assert [translator.translate("au_studio", "{n} frames", "", n) for n in (1, 5)] == [
        "{n} Bild",
        "{n} Bilder",
    ]


def test_a_translation_that_loses_a_value_is_told(tmp_path):
    path = tmp_path / "au_studio_de.ts"
    update(path, "de", [Text("Saved as {path}.", None, {"a.py"}), Text("{n} rows", "{n} row", {"a.py"})])
    text = path.read_text("utf-8").replace("</translation>", "Gespeichert</translation>", 1)
    path.write_text(
        text.replace("<numerusform></numerusform>", "<numerusform>eine</numerusform>", 1), "utf-8"
    )
    assert [re.search("not have the values of '(.*)'", wrong)[1] for wrong in wrong_translations(path)] == [
        "Saved as {path}."
    ]


@pytest.mark.parametrize("path", sorted(translations.FOLDER.glob("*.ts")), ids=lambda path: path.name)
def test_the_translations_that_ship_keep_their_values_and_access_keys(path: Path):
    assert wrong_translations(path) == []
    for message in ET.parse(path).getroot().iter("message"):
        text = message.findtext("translation", "").strip()
        if text:
            assert ("&" in message.findtext("source", "")) == ("&" in text), text
    assert names_in("{a} {b}") == {"a", "b"}


def test_the_command_itself_is_as_old_pythons_read_it():
    assert ast.parse(Path(translations.__file__).read_text("utf-8"), feature_version=(3, 7))
