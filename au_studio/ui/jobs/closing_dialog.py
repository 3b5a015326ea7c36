"""Asks what is to become of running jobs when the window, or their study, closes."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from PySide6.QtWidgets import QCommandLinkButton, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from au_studio.controllers.job_runner import JobLine
from au_studio.texts import mark, tr
from au_studio.ui.theme import MARGIN, SPACING


class Closing(Enum):
    """What is to happen."""

    STAY = "stay"
    WAIT = "wait"
    PAUSE = "pause"
    STOP = "stop"
    DISCARD = "discard"


_CHOICES = (
    (
        Closing.PAUSE,
        mark("Close now, go on next time"),
        mark("What has been reached is kept. View > Jobs goes on with it when you say so."),
    ),
    (
        Closing.WAIT,
        mark("Close when the jobs are done"),
        mark("The window gets out of the way and closes by itself."),
    ),
    (
        Closing.STOP,
        mark("Stop the training, keep the best, then close"),
        mark("The best state so far becomes the new model. Jobs that wait go on next time."),
    ),
    (
        Closing.DISCARD,
        mark("Close and discard the jobs"),
        mark("Your ratings, earlier models and finished analyses stay."),
    ),
)

_LEAVING = (
    (
        Closing.PAUSE,
        mark("Leave this study now, go on when it is open again"),
        mark("What has been reached is kept with it. View > Jobs goes on with it when you say so."),
    ),
    (
        Closing.DISCARD,
        mark("Leave this study and discard the jobs"),
        mark("Your ratings, earlier models and finished analyses stay."),
    ),
)


class ClosingDialog(QDialog):
    """One button for each thing that can happen; the harmless one first, Escape stays.

    Parameters
    ----------
    lines : sequence of JobLine
        What runs and waits.
    leaving : bool
        The study closes, and the window stays.
    """

    def __init__(
        self, lines: Sequence[JobLine], parent: QWidget | None = None, *, leaving: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Jobs are running"))
        self.choice = Closing.STAY
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * MARGIN, 2 * MARGIN, 2 * MARGIN, MARGIN)
        column.setSpacing(SPACING)
        named = [line.task.title for line in lines[:3]]
        if len(lines) > len(named):
            named.append(tr("{n} more", n=len(lines) - len(named)))
        what = QLabel(tr("Not done yet: {names}.", names=", ".join(named)), self)
        what.setWordWrap(True)
        column.addWidget(what)
        self.buttons: dict[Closing, QCommandLinkButton] = {}
        for choice, text, consequence in _LEAVING if leaving else _CHOICES:
            if choice is Closing.STOP and not any(line.stoppable for line in lines):
                continue
            button = QCommandLinkButton(tr(text), tr(consequence), self)
            button.clicked.connect(lambda _checked=False, chosen=choice: self._choose(chosen))
            column.addWidget(button)
            self.buttons[choice] = button
        stay = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        stay.button(QDialogButtonBox.StandardButton.Cancel).setText(
            tr("Stay in this study") if leaving else tr("Do not close")
        )
        stay.rejected.connect(self.reject)
        column.addSpacing(SPACING)
        column.addWidget(stay)
        self.setMinimumWidth(460)

    def _choose(self, choice: Closing) -> None:
        self.choice = choice
        self.accept()


def ask(lines: Sequence[JobLine], parent: QWidget, *, leaving: bool = False) -> Closing:
    """Show the dialog and return the choice."""
    dialog = ClosingDialog(lines, parent, leaving=leaving)
    dialog.exec()
    dialog.deleteLater()
    return dialog.choice
