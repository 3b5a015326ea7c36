"""The menu in which the language of the window is chosen, from its next start on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QLocale
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from au_studio.texts import tr
from au_studio.ui import language

_TITLE = "Language"
"""In English also, so that nobody is lost in a language that they cannot read."""


class LanguageMenu(QMenu):
    """One line for the computer's own language, and one for each that there is, in its own words.

    Parameters
    ----------
    say : callable
        Tells the user a sentence, with its level ("info" or "warning").
    parent : QWidget
        Owner of the menu.

    Attributes
    ----------
    actions_by_code : dict of str to QAction
        By the code of the language; the computer's own is "".
    """

    def __init__(self, say: Callable[[str, str], object], parent: QWidget) -> None:
        title = tr("La&nguage")
        known = title.replace("&", "") == _TITLE
        super().__init__(title if known else f"{title} ({_TITLE})", parent)
        self._say = say
        self.actions_by_code: dict[str, QAction] = {}
        group = QActionGroup(self)
        for code, text in _choices().items():
            action = self.addAction(text)
            action.setCheckable(True)
            action.setStatusTip(tr("What the window says from its next start on; files stay English."))
            action.triggered.connect(partial(self._choose, code))
            group.addAction(action)
            self.actions_by_code[code] = action
        remembered = language.remembered()
        self.actions_by_code.get(remembered, self.actions_by_code[""]).setChecked(True)

    def _choose(self, code: str, _checked: bool = False) -> None:
        language.remember(code)
        named = language.named_by_environment()
        if named:
            text = tr(
                "Remembered. But {variable} is set to {language} on this computer, and comes first.",
                variable=language.ENVIRONMENT,
                language=named,
            )
            self._say(text, "warning")
        elif language.wanted() != language.spoken():
            name = _name(language.wanted())
            self._say(tr("The window speaks {language} when AU Studio starts again.", language=name), "info")


def _choices() -> dict[str, str]:
    """Return the lines of the menu by the codes of languages, English first."""
    choices = {"": tr("As the &system")}
    for code, file in language.available().items():
        name = _name(code)
        in_part = language.is_partial(file)
        choices[code] = tr("{language} (in part)", language=name) if in_part else name
    return choices


def _name(code: str) -> str:
    """Return what a language calls itself, without a country."""
    if code == language.ENGLISH:
        return "English"  # Qt calls it American
    name = QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:]
