"""What is said of an action: its text, its usual keys, and the group that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from au_studio.texts import mark, tr


class Group(StrEnum):
    """Where an action belongs: a menu's title, and for those of PAGE_GROUPS also the page it works on."""

    STUDY = mark("Study")
    EDIT = mark("Edit")
    RECORDING = mark("Recording")
    VIEW = mark("View")
    WATCH = mark("Watch")
    CODE = mark("Code")
    TRAIN = mark("Train")
    AGREE = mark("Agree")
    MODELS = mark("Models")
    EXPORT = mark("Export")
    HELP = mark("Help")


PAGE_GROUPS = (Group.WATCH, Group.CODE, Group.TRAIN, Group.AGREE, Group.MODELS)
"""Groups whose keys work only while their page is shown; the others work everywhere."""


@dataclass(frozen=True)
class Binding:
    """One action.

    Attributes
    ----------
    text : str
        What the menu says; ``&`` marks the access key.
    keys : tuple of str
        Usual shortcuts in Qt's portable notation (``Ctrl`` is the command key on macOS); may be empty.
    group : Group
        Where it belongs.
    tip : str
        One sentence for the status bar and screen readers; empty when `text` says it all.
    under : str
        Title of the submenu that it stands in, where `text` alone does not say what it does.
    """

    text: str
    keys: tuple[str, ...]
    group: Group
    tip: str = ""
    under: str = ""

    @property
    def label(self) -> str:
        """What the action does, without marks for menus."""
        own = tr(self.text).replace("&", "").rstrip("…")
        return f"{tr(self.under).replace('&', '')}: {own}" if self.under else own

    def meets(self, other: Binding) -> bool:
        """Whether the keys of both are heard at the same time, so that they must differ."""
        return self.group is other.group or not {self.group, other.group} <= set(PAGE_GROUPS)
