"""The menu of panels: which of the page's are shown, and back to the usual layout."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from au_studio.texts import tr
from au_studio.ui.actions import make_action
from au_studio.ui.bindings import Group
from au_studio.ui.main_window import MainWindow
from au_studio.ui.panels import PanelArea


class PanelsMenu(QMenu):
    """Stands in the View menu, and is about the page that is shown.

    Parameters
    ----------
    window : MainWindow
        Its pages have panels, or not.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(tr("&Panels"), window)
        self._window = window
        self.reset = make_action("view.reset_layout", window, self._reset)
        self.aboutToShow.connect(self._fill)
        self._fill()
        window.menus.add(Group.VIEW, [self.menuAction(), self.reset], before="view.theme_system")

    def _panels(self) -> PanelArea | None:
        """Return the panels of the page that is shown."""
        page = next((page for page in self._window.pages if page.isVisible()), self._window.pages[0])
        panels = getattr(page, "panels", None)
        return panels if isinstance(panels, PanelArea) else None

    def _fill(self) -> None:
        self.clear()
        panels = self._panels()
        for action in panels.actions_of_panels() if panels is not None else ():
            self.addAction(action)
        if self.isEmpty():
            self.addAction(tr("none on this page")).setEnabled(False)

    def _reset(self) -> None:
        panels = self._panels()
        if panels is not None:
            panels.reset()
