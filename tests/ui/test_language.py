"""Which language the window speaks, and how texts of a language that nobody speaks look."""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication

from au_studio.texts import tr, tr_n
from au_studio.ui import language, pseudo

sys.path.append(str(Path(__file__).resolve().parents[2] / "packaging"))
from translations import CONTEXT, FOLDER, release


@pytest.fixture
def german(qapp: QApplication, tmp_path: Path, monkeypatch):
    """A folder in which German is translated, if only two texts."""
    (tmp_path / "translations").mkdir()
    path = tmp_path / "translations" / "au_studio_de.ts"
    path.write_text(
        f"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS>
<TS version="2.1" language="de"><context><name>{CONTEXT}</name>
<message><source>Open videos</source><translation>Videos öffnen</translation></message>
<message numerus="yes"><source>{{n}} frames</source>
<translation><numerusform>{{n}} Bild</numerusform><numerusform>{{n}} Bilder</numerusform></translation>
</message>
</context></TS>""",
        "utf-8",
    )
    release(path)
    monkeypatch.setattr(language, "resource", lambda name: tmp_path / name)
    yield
    language.speak(qapp, language.ENGLISH)


def test_the_window_speaks_german_where_it_is_translated(qapp: QApplication, german):
    language.speak(qapp, "de")
    assert tr("Open videos") == "Videos öffnen"
    assert [tr_n("{n} frame", "{n} frames", n) for n in (1, 2)] == ["1 Bild", "2 Bilder"]
    assert tr("Close") == "Close"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"
    language.speak(qapp, "en")
    assert tr("Open videos") == "Open videos"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel", "Qt's own texts, too"


def test_the_environment_comes_before_the_setting_and_that_before_the_computer(german, monkeypatch):
    monkeypatch.setattr(language.QLocale, "uiLanguages", lambda _self: ["pt-BR", "de-AT", "en"])
    monkeypatch.delenv(language.ENVIRONMENT, raising=False)
    assert [*language.available()] == ["en", "de"]
    assert language.wanted() == "de"
    QSettings().setValue(language.SETTING, "en")
    assert language.wanted() == "en"
    monkeypatch.setenv(language.ENVIRONMENT, "de_CH")
    assert language.wanted() == "de"
    monkeypatch.setenv(language.ENVIRONMENT, "xx")
    assert language.wanted() == "en"
    monkeypatch.setenv(language.ENVIRONMENT, "pseudo")
    assert language.wanted() == language.PSEUDO
    QSettings().remove(language.SETTING)


def test_half_a_translation_must_be_asked_for(qapp: QApplication, german, tmp_path, monkeypatch):
    release(tmp_path / "translations" / "au_studio_de.ts", whole=False)
    monkeypatch.setattr(language.QLocale, "uiLanguages", lambda _self: ["de-DE"])
    monkeypatch.delenv(language.ENVIRONMENT, raising=False)
    assert language.wanted() == "en"
    monkeypatch.setenv(language.ENVIRONMENT, "de")
    assert language.wanted() == "de"
    language.speak(qapp, "de")
    assert tr("Open videos") == "Videos öffnen"


def test_what_ships_is_what_its_translators_wrote(qapp: QApplication):
    assert len(language.available()) > 1
    for code in language.available():
        if code == language.ENGLISH:
            continue
        language.speak(qapp, code)
        for message in ET.parse(FOLDER / f"au_studio_{code}.ts").getroot().iter("message"):
            said = message.findtext("translation", "")
            if said.strip() and message.get("numerus") != "yes":
                assert tr(message.findtext("source", "")) == said
    language.speak(qapp, language.ENGLISH)


def test_the_language_that_nobody_speaks_is_longer_and_keeps_what_is_no_word():
    english = "Write &{n} files to <b>{folder}</b>: Tables (*.csv);;All (*)"
    said = pseudo.look_up(english)
    for kept in ("{n}", "{folder}", "<b>", "</b>", "(*.csv)", ";;", "(*)"):
        assert kept in said
    assert "files" not in said
    plain = "Choose the recordings whose values are to be exported"
    assert 1.3 < len(pseudo.look_up(plain)) / len(plain) < 1.45
    assert pseudo.look_up("&Open…").startswith("[&Oþéñ…")
    assert (said[0], said[-1]) == ("[", "]")
