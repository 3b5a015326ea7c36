"""The menu bar of the main window: its menus, what is put into them, and the studies opened lately."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar

from au_studio.controllers.workspace import Workspace
from au_studio.texts import tr
from au_studio.ui.bindings import Group
from au_studio.ui.edit_menu import EditMenu
from au_studio.ui.language_menu import LanguageMenu
from au_studio.ui.menus import add_to, with_submenus
from au_studio.ui.page import Undoing
from au_studio.ui.recent import recent_studies, told_apart
from au_studio.ui.study_choice_menu import face_finder_menu, rest_menu


class MainMenus:
    """Makes the menus; those of pages are added between View and Export.

    Parameters
    ----------
    bar : QMenuBar
        Where they go.
    actions : mapping of str to QAction
        The window's actions by name.
    workspace : Workspace
        Holds the studies that the menus open.
    undoing : callable
        Returns what undo means now.

    Attributes
    ----------
    edit : EditMenu
        Undo and redo.
    face_finder : StudyChoiceMenu
        How faces are found.
    rest : StudyChoiceMenu
        What a model takes for a person's rest.
    language : LanguageMenu
        What the window speaks.
    """

    def __init__(
        self,
        bar: QMenuBar,
        actions: Mapping[str, QAction],
        workspace: Workspace,
        undoing: Callable[[], Undoing | None],
    ) -> None:
        self._bar = bar
        self._actions = actions
        self._workspace = workspace
        study = self._menu(Group.STUDY, ("study.new", "study.open"))
        self._recent = study.addMenu(tr("Open &recent study"))
        self._recent.aboutToShow.connect(self._fill_recent)
        for name in ("study.demo", None, "study.save_as", "study.close", None, "study.quit"):
            add_to(study, actions[name] if name is not None else None)
        self.edit = EditMenu(undoing, bar)
        bar.addMenu(self.edit)
        recording = self._menu(
            Group.RECORDING,
            (
                *("recording.add", "recording.add_folder", "recording.find_missing"),
                *(None, "recording.next", "recording.previous", None),
            ),
        )
        self.face_finder = face_finder_menu(workspace, recording)
        recording.addMenu(self.face_finder)
        self.rest = rest_menu(workspace, recording)
        recording.addMenu(self.rest)
        view: tuple[str | None, ...] = ("view.watch", "view.code", "view.train", "view.agree")
        view = (*view, "view.models", None, "view.recordings", "view.full_screen", None)
        looks = ("view.theme_system", "view.theme_light", "view.theme_dark")
        look = self._menu(Group.VIEW, (*view, *looks))
        self.language = LanguageMenu(workspace.say, look)
        look.addMenu(self.language)
        self._menus: dict[Group, QMenu] = {
            Group.STUDY: study,
            Group.EDIT: self.edit,
            Group.RECORDING: recording,
            Group.VIEW: look,
        }

    def add_page(self, group: Group, actions: Sequence[QAction | None], on_use: Callable[[], object]) -> None:
        """Add the menu of a page; `on_use` is called when an action of it was used."""
        menu = self._bar.addMenu(with_free_letter(tr(group.value), self._bar))
        for action in actions:
            add_to(menu, action)
        for action in with_submenus(actions):
            action.triggered.connect(on_use)

    def add_last(self) -> None:
        """Add Export, which shows once something is in it, and Help."""
        export = self._bar.addMenu(with_free_letter(tr(Group.EXPORT.value), self._bar))
        export.menuAction().setVisible(False)
        self._menus[Group.EXPORT] = export
        self._menus[Group.HELP] = self._menu(Group.HELP, ("help.keys", None, "help.about"))

    def add(self, group: Group, actions: Sequence[QAction | None], *, before: str | None = None) -> None:
        """Put actions into the Study, Recording, View, Export or Help menu; None is a separator.

        They go to the end, or into the part of the menu that ends before the action named `before`.
        """
        menu = self._menus[group]
        if before is None:
            for action in actions:
                add_to(menu, action)
        else:
            menu.insertActions(self._actions[before], [a for a in actions if a is not None])
            menu.insertSeparator(self._actions[before])
        menu.menuAction().setVisible(True)

    def _menu(self, group: Group, names: Sequence[str | None]) -> QMenu:
        menu = self._bar.addMenu(with_free_letter(tr(group.value), self._bar))
        for name in names:
            if name is None or name in self._actions:
                add_to(menu, self._actions[name] if name is not None else None)
        return menu

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in recent_studies():
            action = self._recent.addAction(told_apart(path))
            action.setStatusTip(str(path))
            action.triggered.connect(lambda _checked=False, p=path: self._workspace.open_study(p))
        self._recent.setEnabled(True)
        if self._recent.isEmpty():
            self._recent.addAction(tr("none yet")).setEnabled(False)


def with_free_letter(title: str, bar: QMenuBar) -> str:
    """Return a menu's title with "&" before its first letter that opens no other menu, in any language."""
    texts = [action.text() for action in bar.actions()]
    taken = {text[text.index("&") + 1].lower() for text in texts if "&" in text[:-1]}
    place = next((i for i, sign in enumerate(title) if sign.isalpha() and sign.lower() not in taken), 0)
    return f"{title[:place]}&{title[place:]}"
