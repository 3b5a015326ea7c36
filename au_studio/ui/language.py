"""The language of the window: which one is wanted, and where its texts come from."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QSettings, QTranslator

from au_studio import texts
from au_studio.errors import MissingResourceError
from au_studio.resources import path as resource
from au_studio.ui import pseudo

ENVIRONMENT = "AU_STUDIO_LANGUAGE"
"""Names the language for one start: ``de``, ``en``, or `PSEUDO`; before what the window remembers."""
SETTING = "language"
PSEUDO = "pseudo"
"""Every text that goes through translation accented and longer: shows what does not, and what is cut off."""
ENGLISH = "en"
_CONTEXT = "au_studio"
_PARTIAL = ".part."
_spoken = ENGLISH


def available() -> dict[str, Path | None]:
    """Return the languages that there are by their codes, with their files; English has none."""
    try:
        files = sorted(resource("translations").glob("au_studio_*.qm"))
    except MissingResourceError:
        files = []
    return {ENGLISH: None, **{file.name.partition(".")[0].rpartition("_")[2]: file for file in files}}


def is_partial(file: Path | None) -> bool:
    """Return whether a file of `available` holds a part of the texts only."""
    return file is not None and _PARTIAL in file.name


def named_by_environment() -> str:
    """Return what the environment names for this start; empty where it names nothing."""
    return os.environ.get(ENVIRONMENT, "").strip()


def remembered() -> str:
    """Return the code of the language that was chosen in the window; empty for the computer's own."""
    return str(QSettings().value(SETTING, ""))


def remember(code: str) -> None:
    """Choose the language of the starts to come; an empty code is the computer's own."""
    if code:
        QSettings().setValue(SETTING, code)
    else:
        QSettings().remove(SETTING)


def spoken() -> str:
    """Return the code of the language that the window speaks now."""
    return _spoken


def wanted() -> str:
    """Return the code of the language that the window is to speak.

    What the environment names comes first, then what was chosen in the window, then the first of the
    computer's languages in which nearly everything is translated; English where none is.
    """
    named = named_by_environment() or remembered()
    if named == PSEUDO:
        return PSEUDO
    there = available()
    if not named:  # nobody asked for half a translation
        there = {code: file for code, file in there.items() if not is_partial(file)}
    # Computers name de-AT; one translation speaks to all who read German.
    for code in [named] if named else QLocale.system().uiLanguages():
        language = code.replace("_", "-").partition("-")[0].lower()
        if language in there:
            return language
    return ENGLISH


def speak(app: QCoreApplication, code: str) -> None:
    """Let every text that is made from now on be in a language.

    Parameters
    ----------
    app : QCoreApplication
        Owns the translators; Qt's own buttons speak the language, too.
    code : str
        One of `available`, or `PSEUDO`; another one is English.
    """
    global _spoken  # noqa: PLW0603  # one language for the whole program
    _spoken = code if code == PSEUDO or code in available() else ENGLISH
    for translator in app.findChildren(QTranslator):  # of the language before
        app.removeTranslator(translator)
        translator.deleteLater()
    texts.use(_look_up(app, code))


def _look_up(app: QCoreApplication, code: str) -> Callable[[str, int | None], str] | None:
    if code == PSEUDO:
        return pseudo.look_up
    file = available().get(code)
    if file is None:
        return None
    _install(app, Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{code}.qm")
    ours = _install(app, file)

    def look_up(text: str, n: int | None) -> str:
        found = ours.translate(_CONTEXT, text) if n is None else ours.translate(_CONTEXT, text, "", n)
        return found or ""

    return look_up


def _install(app: QCoreApplication, file: Path) -> QTranslator:
    translator = QTranslator(app)
    if translator.load(str(file)):
        app.installTranslator(translator)
    return translator
