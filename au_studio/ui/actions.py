"""Actions of menus, buttons and views: made from the key map, with the keys that the user wants.

An action follows when the user chooses another key. Texts that name a key ask :func:`key_text`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from au_studio.texts import tr
from au_studio.ui.keymap import KEYMAP
from au_studio.ui.user_keys import UserKeys


@cache
def user_keys() -> UserKeys:
    """Return the keys of the user who sits here."""
    return UserKeys(KEYMAP)


def shortcuts(action_id: str) -> list[QKeySequence]:
    """Return the key sequences of an action, as the user wants them."""
    return [QKeySequence(keys) for keys in user_keys().keys(action_id)]


def key_text(action_id: str) -> str:
    """Return an action's first key as people read it on this system; empty when it has none."""
    return next((k.toString(QKeySequence.SequenceFormat.NativeText) for k in shortcuts(action_id)), "")


class KeyedAction(QAction):
    """An action of the key map, whose keys follow the user's choice."""

    def __init__(self, action_id: str, parent: QObject) -> None:
        super().__init__(tr(KEYMAP[action_id].text), parent)
        self.setObjectName(action_id)
        self._follow_keys(action_id)
        user_keys().changed.connect(self._follow_keys)

    def _follow_keys(self, action_id: str) -> None:
        if action_id != self.objectName():
            return
        binding = KEYMAP[action_id]
        self.setShortcuts(shortcuts(action_id))
        tip = tr(binding.tip) or tr(binding.text).replace("&", "")
        self.setStatusTip(tip)
        keys = ", ".join(k.toString(QKeySequence.SequenceFormat.NativeText) for k in self.shortcuts())
        self.setToolTip(f"{tip} ({keys})" if keys else tip)


def make_action(
    action_id: str,
    parent: QObject,
    triggered: Callable[[], object] | None = None,
    *,
    checkable: bool = False,
) -> QAction:
    """Make the action that a key map entry describes.

    Parameters
    ----------
    action_id : str
        Key of :data:`au_studio.ui.keymap.KEYMAP`; also the action's object name.
    parent : QObject
        Owner of the action.
    triggered : callable, optional
        Called without arguments when the action fires.
    checkable : bool
        Whether the action is a switch.
    """
    action = KeyedAction(action_id, parent)
    action.setCheckable(checkable)
    if triggered is not None:
        slot = triggered
        action.triggered.connect(lambda _checked=False: slot())
    return action
