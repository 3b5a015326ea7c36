"""View > Language: a choice is remembered for the next start; the environment comes first."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget

from au_studio import texts
from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.controllers.workspace import Workspace
from au_studio.ui import language
from au_studio.ui.app import make_window
from au_studio.ui.language_menu import LanguageMenu


@pytest.fixture
def said() -> list[tuple[str, str]]:
    """What the menu told the user."""
    return []


@pytest.fixture
def make_menu(qtbot, said, monkeypatch):
    """Makes the menu on a computer that speaks English, with nothing chosen yet."""
    monkeypatch.setattr(language.QLocale, "uiLanguages", lambda _self: ["en"])
    monkeypatch.delenv(language.ENVIRONMENT, raising=False)
    QSettings().remove(language.SETTING)
    owners = []

    def make() -> LanguageMenu:
        owners.append(QWidget())
        qtbot.addWidget(owners[-1])
        return LanguageMenu(lambda text, level: said.append((text, level)), owners[-1])

    yield make
    QSettings().remove(language.SETTING)


def checked(menu: LanguageMenu) -> list[str]:
    """The codes whose lines are marked."""
    return [code for code, action in menu.actions_by_code.items() if action.isChecked()]


def test_every_language_that_ships_is_offered_in_its_own_words(make_menu):
    menu = make_menu()
    assert [*menu.actions_by_code] == ["", *language.available()]
    texts = {code: action.text() for code, action in menu.actions_by_code.items()}
    assert texts["en"] == "English"
    german = language.available()["de"]
    assert texts["de"] == ("Deutsch (in part)" if language.is_partial(german) else "Deutsch")
    assert checked(menu) == [""]


def test_a_choice_is_remembered_said_plainly_and_taken_back(make_menu, said):
    menu = make_menu()
    menu.actions_by_code["de"].trigger()
    assert language.wanted() == "de"
    assert said == [("The window speaks Deutsch when AU Studio starts again.", "info")]
    assert checked(make_menu()) == ["de"], "the next window"
    menu.actions_by_code[""].trigger()
    assert language.wanted() == "en"
    assert not QSettings().contains(language.SETTING)
    assert len(said) == 1, "English is spoken already"


def test_the_environment_comes_first_and_that_is_said(make_menu, said, monkeypatch):
    monkeypatch.setenv(language.ENVIRONMENT, "en")
    menu = make_menu()
    menu.actions_by_code["de"].trigger()
    assert language.remembered() == "de"
    assert language.wanted() == "en"
    [(text, level)] = said
    assert level == "warning"
    assert "AU_STUDIO_LANGUAGE is set to en" in text


def test_the_menu_of_another_language_is_found_by_who_reads_english_only(make_menu):
    texts.use(lambda text, _n: {"La&nguage": "S&prache"}.get(text, ""))
    try:
        assert make_menu().title() == "S&prache (Language)"
    finally:
        texts.use(None)
    assert make_menu().title() == "La&nguage"


def test_what_the_window_speaks_is_known(qapp: QApplication):
    try:
        language.speak(qapp, "de")
        assert language.spoken() == "de"
        language.speak(qapp, "xx")
        assert language.spoken() == "en", "nobody speaks xx"
    finally:
        language.speak(qapp, language.ENGLISH)


def test_the_window_has_it_under_view(qtbot, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(LiveAnalysis, "start", lambda _self: None)
    window = make_window(Workspace(home=tmp_path / "home"))
    try:
        menu = window.menus.language
        view = next(a.menu() for a in window.menuBar().actions() if a.text() == "&View")
        assert menu.menuAction() in view.actions()
    finally:
        window.close()
        window.deleteLater()
