"""Errors that people read: what happened, what to do next, and details to copy."""

from __future__ import annotations

from au_studio.texts import Sentence, as_sentence, shown


class AUStudioError(Exception):
    """Base of every error that AU Studio raises on purpose.

    What it says is English, and the window can show it in the user's language (`shown`): literals as they
    are, which `packaging/translations.py` finds here, and what holds values as `au_studio.texts.sentence`.

    Parameters
    ----------
    message : str
        One sentence for a person; names the file (or setting) and the reason.
    next_step : str
        One sentence that says what to do about it; may be empty when there is nothing to do.
    details : str
        Technical details to copy into a report (library messages, numbers).
    """

    def __init__(self, message: str, *, next_step: str = "", details: str = "") -> None:
        super().__init__(message)
        self.message: Sentence = as_sentence(message)
        self.next_step: Sentence = as_sentence(next_step)
        self.details = details

    def shown(self) -> str:
        """Return what `str` returns, as the window shows it: in the user's language."""
        return " ".join(part for part in (shown(self.message), shown(self.next_step)) if part)

    def __str__(self) -> str:
        return " ".join(part for part in (self.message, self.next_step) if part)


class Stopped(AUStudioError):
    """Work ended because somebody asked it to; nothing is wrong."""


class MissingResourceError(AUStudioError):
    """A file that ships with AU Studio is not where it must be."""
