"""The computing device: where it is shown, and the menu in which it is chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from au_studio.controllers.device_choice import AUTOMATIC, DeviceChoice
from au_studio.texts import shown, tr


class DeviceMenu(QMenu):
    """One line for each device that this computer offers, and one for the fastest; says why there is no GPU.

    Parameters
    ----------
    choice : DeviceChoice
        What there is and what is chosen.
    parent : QWidget
        Owner of the menu.
    """

    def __init__(self, choice: DeviceChoice, parent: QWidget) -> None:
        super().__init__(tr("Computing &device"), parent)
        self.setToolTipsVisible(True)
        self._choice = choice
        self.actions_by_name: dict[str, QAction] = {}
        self._shown: object = None
        choice.changed.connect(self._show_choice)
        self._show_choice()

    def _show_choice(self) -> None:
        # Not made anew for every choice: the action that was just triggered would be deleted under it.
        choices = (self._choice.known, self._choice.why_not_gpu)
        if choices != self._shown:
            self._shown = choices
            self._fill()
        self.actions_by_name[self._choice.name].setChecked(True)

    def _fill(self) -> None:
        self.clear()
        self.actions_by_name = {}
        group = QActionGroup(self)
        fastest = f": {shown(self._choice.known[0][1])}" if self._choice.known else ""
        lines = [(AUTOMATIC, tr("The fastest{fastest}", fastest=fastest)), *self._choice.known]
        for name, text in lines:
            action = self.addAction(shown(text))
            action.setCheckable(True)
            action.setStatusTip(tr("Analyse and train there; remembered on this computer."))
            action.triggered.connect(partial(self._choice_made, name))
            group.addAction(action)
            self.actions_by_name[name] = action
        if self._choice.why_not_gpu:
            self.addSeparator()
            why = self.addAction(tr("No GPU: {why_not_gpu}", why_not_gpu=self._choice.why_not_gpu))
            why.setEnabled(False)

    def _choice_made(self, name: str, _checked: bool = False) -> None:
        self._choice.choose(name)


class DeviceLabel(QLabel):
    """Says on which device the models run; its tip says why on no GPU, and where to change it."""

    def __init__(self, choice: DeviceChoice, parent: QWidget) -> None:
        super().__init__(parent)
        self._choice = choice
        choice.changed.connect(self._show_choice)
        self._show_choice()

    def _show_choice(self) -> None:
        text, why = self._choice.text, self._choice.why_not_gpu
        self.setText(text or tr("starting…"))
        reason = tr(" No GPU: {why}", why=why) if why else ""
        tip = tr(
            "The models run on {text}.{reason} Recording > Computing device changes it.",
            text=text,
            reason=reason,
        )
        self.setToolTip(tip if text else "")
