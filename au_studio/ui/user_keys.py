"""The keys that a user prefers, kept for them on this computer; everything else keeps its usual keys."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtGui import QKeySequence

from au_studio.errors import AUStudioError
from au_studio.texts import tr
from au_studio.ui.bindings import Binding

_GROUP = "keys"
_RESERVED = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
"""Keys that move between fields and close dialogs, in every program."""


class KeyRefusedError(AUStudioError):
    """A key cannot be given to an action."""


class UserKeys(QObject):
    """Which keys every action has for this user.

    Parameters
    ----------
    bindings : mapping
        All actions with their usual keys.

    Signals
    -------
    changed(action_id)
        An action has other keys now.
    """

    changed = Signal(str)

    def __init__(self, bindings: Mapping[str, Binding]) -> None:
        super().__init__()
        self._bindings = bindings
        self._usual = {name: tuple(map(portable, binding.keys)) for name, binding in bindings.items()}
        self._rivals = {
            name: tuple(other for other in bindings if other != name and binding.meets(bindings[other]))
            for name, binding in bindings.items()
        }
        self._chosen = dict(self._read())
        self._keys = self._resolved()

    def keys(self, action_id: str) -> tuple[str, ...]:
        """Return an action's keys in Qt's portable notation: the chosen ones, else the usual ones.

        A usual key that the user has given to something else is left out.
        """
        return self._keys[action_id]

    def is_changed(self, action_id: str) -> bool:
        """Whether the user has chosen other keys than the usual ones."""
        return action_id in self._chosen

    def owner(self, key: str, action_id: str) -> str | None:
        """Return the action that hears a key where `action_id` would hear it, too; None when it is free."""
        return next((name for name in self._rivals[action_id] if key in self._keys[name]), None)

    def choose(self, action_id: str, keys: Sequence[str]) -> None:
        """Give an action other keys, or none, and keep that.

        Raises
        ------
        KeyRefusedError
            If a key is taken, or cannot be a key of its own; then nothing has changed.
        """
        chosen = tuple(dict.fromkeys(portable(key) for key in keys if key))
        for key in chosen:
            if (refusal := self.refusal(key, action_id)) is not None:
                raise refusal
        if chosen == self._usual[action_id]:
            self._chosen.pop(action_id, None)
        else:
            self._chosen[action_id] = chosen
        self._keep(action_id)

    def reset(self, action_id: str) -> None:
        """Give an action its usual keys again.

        Raises
        ------
        KeyRefusedError
            If one of them was given to something else.
        """
        self.choose(action_id, self._bindings[action_id].keys)

    def reset_all(self) -> None:
        """Give every action its usual keys again."""
        for action_id in tuple(self._chosen):
            del self._chosen[action_id]
            self._keep(action_id)

    def refusal(self, key: str, action_id: str) -> KeyRefusedError | None:
        """Return why a key can't be given to an action; None when it can."""
        sequence = QKeySequence(key)
        if sequence.count() != 1 or sequence[0].key() in _RESERVED:  # type: ignore[index]  # the stub lacks it
            return KeyRefusedError(
                tr(
                    "{tostring} can't be chosen.",
                    tostring=sequence.toString(QKeySequence.SequenceFormat.NativeText) or tr("This"),
                ),
                next_step=tr("Choose a single key, alone or with Ctrl, Shift or Alt; not Tab or Esc."),
            )
        owner = self.owner(key, action_id)
        if owner is not None:
            return KeyRefusedError(
                tr(
                    "{tostring} is the key of “{label}” ({group}).",
                    tostring=sequence.toString(QKeySequence.SequenceFormat.NativeText),
                    label=self._bindings[owner].label,
                    group=tr(self._bindings[owner].group.value),
                ),
                next_step=tr("Give that one another key first, or choose a free key here."),
            )
        return None

    def _resolved(self) -> dict[str, tuple[str, ...]]:
        """Return the keys of all actions: what the user chose, and usual keys as far as they are free."""
        resolved = {}
        for name, usual in self._usual.items():
            taken = {key for rival in self._rivals[name] for key in self._chosen.get(rival, ())}
            resolved[name] = self._chosen.get(name, tuple(key for key in usual if key not in taken))
        return resolved

    def _keep(self, action_id: str) -> None:
        settings = QSettings()
        if action_id in self._chosen:
            settings.setValue(f"{_GROUP}/{action_id}", json.dumps(self._chosen[action_id]))
        else:
            settings.remove(f"{_GROUP}/{action_id}")
        before, self._keys = self._keys, self._resolved()
        for name, keys in self._keys.items():
            if keys != before[name] or name == action_id:
                self.changed.emit(name)

    def _read(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        settings = QSettings()
        settings.beginGroup(_GROUP)
        for action_id in settings.childKeys():
            try:
                keys = json.loads(str(settings.value(action_id)))
            except ValueError:
                continue  # not written by this program: the usual keys hold
            if action_id in self._bindings and isinstance(keys, list):
                yield action_id, tuple(portable(str(key)) for key in keys)
        settings.endGroup()


@cache
def portable(key: str) -> str:
    """Return a key as Qt writes it in every language."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
