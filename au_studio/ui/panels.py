"""Panels of a page: parts that can be moved, laid over each other as tabs, or taken to a second screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, QChildEvent, QEvent, QSettings, Qt
from PySide6.QtGui import QAction, QCloseEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QMainWindow, QTabBar, QWidget

from au_studio.texts import tr
from au_studio.ui.icons import icon

Area = Qt.DockWidgetArea
_VERSION = 1
"""Of the stored layouts: raise it when a page gets other panels, and old layouts are passed over."""


class Panel(QDockWidget):
    """One part of a page, with its name above it.

    A panel that is taken out stays a window of the program: the page's keys work in it, too.
    """

    def __init__(self, name: str, title: str, widget: QWidget, area: PanelArea) -> None:
        super().__init__(title, area)
        self.setObjectName(name)
        self.setWidget(widget)
        self.setAccessibleName(tr("{title} (panel)", title=title))
        self.setToolTip(
            tr(
                "Drag the name to move the panel, onto another one to lay it over that, or out of the "
                "window. "
                "A double click takes it out and puts it back."
            )
        )
        self.toggleViewAction().setStatusTip(
            tr("Show or hide the panel “{title}” of this page.", title=title)
        )

        self.draw_buttons()
        self.topLevelChanged.connect(self.draw_buttons)

    def draw_buttons(self) -> None:
        """Draw the buttons of the title in the colour of its text: those of the style are dark on dark."""
        for name, drawing in (("float", "float"), ("close", "problem")):
            button = self.findChild(QAbstractButton, f"qt_dockwidget_{name}button")
            if button is not None:
                button.setIcon(icon(drawing))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the buttons again when Qt has put its own there."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.draw_buttons()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the buttons again: Qt puts its own there when it lays panels out as they were left."""
        super().showEvent(event)
        self.draw_buttons()

    def bring_to_front(self) -> None:
        """Show the panel, also where it lies under others."""
        self.show()
        self.raise_()


class PanelArea(QMainWindow):
    """The part of a page that is made of panels; where they are is remembered for each page.

    Parameters
    ----------
    page : str
        Names the page in the settings.
    """

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setDockNestingEnabled(True)
        self.setAnimated(False)  # with it, no tabs are seen where one panel was dropped onto another
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._key = f"panels/{page}"
        self._usual = QByteArray()
        self._arrange: Callable[[], None] = lambda: None
        self._shown_before = False
        self._restored = False
        self._when_hidden = QByteArray()
        self._put_aside: list[Panel] = []
        self.panels: dict[str, Panel] = {}

    def childEvent(self, event: QChildEvent) -> None:
        """Name the tabs that come when panels are laid over each other."""
        super().childEvent(event)
        tabs = event.child()
        if event.polished() and isinstance(tabs, QTabBar):
            tabs.setAccessibleName(tr("Panels laid over each other"))

    def add(self, name: str, title: str, widget: QWidget, area: Area, *, hidden: bool = False) -> Panel:
        """Add a panel at a side of the page, beside those that are there already."""
        panel = Panel(name, title, widget, self)
        self.addDockWidget(area, panel)
        panel.setVisible(not hidden)
        self.panels[name] = panel
        return panel

    def finish(self, arrange: Callable[[], None] | None = None) -> None:
        """Take what was added as the usual layout, and lay out as it was left the last time.

        Parameters
        ----------
        arrange : callable, optional
            Gives the panels of the usual layout their sizes; called when there is room to share out.
        """
        self._arrange = arrange or self._arrange
        self._usual = self.saveState(_VERSION)
        kept = QSettings().value(self._key)
        self._restored = isinstance(kept, QByteArray) and self.restoreState(kept, _VERSION)
        if not self.isVisible():
            self._hide_outside()

    def reset(self) -> None:
        """Put every panel where it is usually."""
        self.restoreState(self._usual, _VERSION)
        for panel in self.panels.values():
            panel.draw_buttons()
        self._arrange()
        QSettings().remove(self._key)

    def remember(self) -> None:
        """Keep where the panels are; called before the window goes."""
        if self._shown_before:
            aside = not self.isVisible() and not self._when_hidden.isEmpty()
            state = self._when_hidden if aside else self.saveState(_VERSION)
            QSettings().setValue(self._key, state)

    def actions_of_panels(self) -> Sequence[QAction]:
        """Return a switch for every panel."""
        return [panel.toggleViewAction() for panel in self.panels.values()]

    def hideEvent(self, event: QHideEvent) -> None:
        """Take panels along that lie outside: what another page shows is not seen while somebody codes."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._when_hidden = self.saveState(_VERSION)
            self._hide_outside()

    def _hide_outside(self) -> None:
        """Put panels aside that are windows of their own, until the page is shown."""
        outside = [p for p in self.panels.values() if p.isFloating() and not p.isHidden()]
        self._put_aside += outside
        for panel in outside:
            panel.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring panels back that lie outside, and share out the room when it is known for the first time."""
        super().showEvent(event)
        for panel in self._put_aside:
            panel.show()
        self._put_aside = []
        if not self._shown_before:
            self._shown_before = True
            kept = QSettings().value(self._key)
            # Once more, now that there is room: what is restored into a page without a size loses its own.
            if not (self._restored and isinstance(kept, QByteArray) and self.restoreState(kept, _VERSION)):
                self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take the panels along that lie outside."""
        for panel in self.panels.values():
            panel.close()
        super().closeEvent(event)
