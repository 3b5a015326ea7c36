"""The notice bar: what happened, in a sentence, above the page; never in the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from au_studio.errors import AUStudioError
from au_studio.texts import shown, tr
from au_studio.ui.fields import wrapped
from au_studio.ui.fitting import breakable
from au_studio.ui.icons import icon
from au_studio.ui.theme import MARGIN, SPACING, theme_of

_INFO_MS = 6000
_LEVELS = ("info", "good", "warning", "problem")
_SIGN_SIZE = 18


@dataclass(frozen=True)
class Remedy:
    """A button of a notice: what it says, and what it does."""

    text: str
    apply: Callable[[], object]


@dataclass(frozen=True)
class Notice:
    """One notice: text, level (info, good, warning, problem), what to do next, details to copy, buttons."""

    text: str
    level: str = "info"
    next_step: str = ""
    details: str = ""
    remedies: tuple[Remedy, ...] = field(default=(), compare=False)


class NoticeBar(QFrame):
    """Shows the newest notice; plain information goes away by itself, the rest stays until dismissed.

    It floats over the lower edge of what it is given, so that nothing moves under the pointer.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Notice] = []
        self._current: Notice | None = None
        self.setAutoFillBackground(True)
        self._over: QWidget | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._sign = QLabel(self)
        self._text = wrapped(parent=self)
        self._details_button = QToolButton(self)
        self._details_button.setText(tr("Details"))
        self._details_button.setCheckable(True)
        self._copy_button = QToolButton(self)
        self._copy_button.setText(tr("Copy"))
        self._copy_button.setToolTip(tr("Copy the notice with its details"))
        self._close_button = QToolButton(self)
        self._close_button.setText(tr("Dismiss"))
        for button in (self._details_button, self._copy_button, self._close_button):
            button.setAutoRaise(True)
        self._details = QPlainTextEdit(self)
        self._details.setReadOnly(True)
        self._details.setMaximumHeight(120)
        self._details.setAccessibleName(tr("Details of the notice"))
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        self.remedies = QHBoxLayout()
        self.remedies.setSpacing(SPACING)
        row.addLayout(self.remedies)
        for button in (self._details_button, self._copy_button, self._close_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 4, MARGIN, 4)
        column.addLayout(row)
        column.addWidget(self._details)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_INFO_MS)
        self._timer.timeout.connect(self._next)
        self._details_button.toggled.connect(self._on_details)
        self._copy_button.clicked.connect(self._copy)
        self._close_button.clicked.connect(self._next)
        self._details.hide()
        self.hide()

    def float_over(self, area: QWidget, owner: QWidget) -> None:
        """Lie over the lower edge of an area, which is inside `owner`."""
        self.setParent(owner)
        self._over = area
        area.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the area."""
        if watched is self._over and event.type() in {QEvent.Type.Resize, QEvent.Type.Move}:
            self._place()
        elif watched is self._over and event.type() is QEvent.Type.PaletteChange:
            self._paint_level()  # a palette of its own keeps this widget from hearing of a new theme
        return super().eventFilter(watched, event)

    def clear(self) -> None:
        """Take everything away: what it told of is no longer there."""
        self._waiting = []
        self._next()

    def _on_details(self, visible: bool) -> None:
        self._details.setVisible(visible)
        self._place()

    def _place(self) -> None:
        if self._over is None or self.isHidden():
            return
        area = self._over.geometry()
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = layout.heightForWidth(area.width()) if layout.hasHeightForWidth() else -1
        height = min(max(height, self.minimumSizeHint().height()), area.height())
        self.setGeometry(area.left(), area.bottom() + 1 - height, area.width(), height)
        self.raise_()

    @property
    def current(self) -> Notice | None:
        """The notice that is shown."""
        return self._current

    def show_notice(self, text: str, level: str = "info") -> None:
        """Show a sentence."""
        self.add(Notice(text, level))

    def show_error(self, error: AUStudioError, remedies: tuple[Remedy, ...] = ()) -> None:
        """Show an error with what to do next, and buttons that do it."""
        self.add(Notice(shown(error.message), "problem", shown(error.next_step), error.details, remedies))

    def add(self, notice: Notice) -> None:
        """Show a notice, or queue it behind one that has not been read yet.

        Plain information gives way, unless it offers something.
        """
        current = self._current
        if notice == current or notice in self._waiting:
            return
        if current is None or current.level in {"info", "good"}:
            self._show(notice)
        elif notice.level not in {"info", "good"} or notice.remedies:
            self._waiting.append(notice)
            self._label_close()

    def settle(self, text: str) -> None:
        """Take away a notice, shown or waiting, of which the reason is gone."""
        self._waiting = [notice for notice in self._waiting if notice.text != text]
        self._label_close()
        if self._current is not None and self._current.text == text:
            self._next()

    def _show(self, notice: Notice) -> None:
        self._current = notice
        whole = " ".join(part for part in (notice.text, notice.next_step) if part)
        self._text.setText(breakable(whole))
        self._details.setPlainText(notice.details)
        self._details_button.setChecked(False)
        self._details.hide()
        self._details_button.setVisible(bool(notice.details))
        self._copy_button.setVisible(notice.level in {"warning", "problem"})
        self._offer(notice.remedies)
        self._label_close()
        self._paint_level()
        self.show()
        self._place()
        if notice.level in {"info", "good"}:
            self._timer.start()
        else:
            self._timer.stop()

    def _offer(self, remedies: tuple[Remedy, ...]) -> None:
        while (item := self.remedies.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for remedy in remedies:
            button = QPushButton(remedy.text, self)
            button.clicked.connect(partial(self._apply, remedy))
            self.remedies.addWidget(button)

    def _apply(self, remedy: Remedy, _checked: bool = False) -> None:
        self._next()
        remedy.apply()

    def _label_close(self) -> None:
        more = len(self._waiting)
        self._close_button.setText(tr("Next ({more} more)", more=more) if more else tr("Dismiss"))

    def _next(self) -> None:
        self._timer.stop()
        self._current = None
        if self._waiting:
            self._show(self._waiting.pop(0))
        else:
            self.hide()

    def _copy(self) -> None:
        notice = self._current
        if notice is not None:
            parts = (notice.text, notice.next_step, notice.details)
            QGuiApplication.clipboard().setText("\n".join(part for part in parts if part))

    def _paint_level(self) -> None:
        theme = theme_of(QGuiApplication.palette())
        palette = QPalette(QGuiApplication.palette())
        palette.setColor(QPalette.ColorRole.Window, theme.color("notice"))
        self.setPalette(palette)
        level = self._current.level if self._current is not None else "info"
        role = {"good": "good", "warning": "warning", "problem": "problem"}.get(level, "accent")
        name = level if level in _LEVELS else "info"
        self._sign.setPixmap(icon(name, theme.color(role).name()).pixmap(_SIGN_SIZE, _SIGN_SIZE))
        self._sign.setAccessibleName(name)

    def changeEvent(self, event: QEvent) -> None:
        """Take over the colours of a new theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ApplicationPaletteChange:
            self._paint_level()
