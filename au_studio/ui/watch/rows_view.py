"""The rows of the timeline as a widget has them: which are shown, where they lie, scrolled and arranged."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter
from PySide6.QtWidgets import QScrollBar, QWidget

from au_studio.controllers.watch.row_choices import RATINGS, SOUND, STRIPS, RowChoices, row_of
from au_studio.live.series import Series
from au_studio.texts import tr
from au_studio.ui.theme import Theme, tabular
from au_studio.ui.watch.row_layout import LEAST_LANE, PlacedRow, place_rows, place_strips
from au_studio.ui.watch.row_mouse import RowMouse, ShownRow, row_at
from au_studio.ui.watch.rows_paint import label_of
from au_studio.ui.watch.strip_paint import Marks
from au_studio.ui.watch.time_view import TimeView

AXIS_HEIGHT = 24
_VALUE_WIDTH = 46


class RowsView(TimeView):
    """Lanes of action units that scroll, below them strips that stay, at the bottom the axis of time.

    Signals
    -------
    rows_changed(RowChoices)
        Rows were arranged with the pointer.

    Attributes
    ----------
    row : str
        The row that was chosen last; empty for none.
    sound : Series or None
        Outline of the recording's sound; None where there is none.
    marks : Marks
        Frames that were drawn, rated, or are disputed.
    uncoded : frozenset of int
        Action units whose curves are shown though the study does not code them.
    """

    rows_changed = Signal(object)
    value_width = _VALUE_WIDTH
    """Width of the column with the values at the cursor, px."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aus: tuple[int, ...] = ()
        self.choices = RowChoices()
        self.rows = RowMouse()
        self.row = ""
        self.sound: Series | None = None
        self.marks = Marks()
        self.uncoded: frozenset[int] = frozenset()
        self._placed: tuple[PlacedRow, ...] = ()
        self._strips: tuple[PlacedRow, ...] = ()
        self._labels_width = 0.0
        self._printing = False
        self.scroll_bar = QScrollBar(Qt.Orientation.Vertical, self)
        self.scroll_bar.setAccessibleName(tr("More action units"))
        self.scroll_bar.setCursor(Qt.CursorShape.ArrowCursor)
        self.scroll_bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_bar.valueChanged.connect(self.draw_again)
        self.scroll_bar.hide()

    # ---------------------------------------------------------------- state

    def set_rows(self, choices: RowChoices) -> None:
        """Show the rows so."""
        self.choices = choices
        self.draw_again()

    def set_sound(self, series: Series | None) -> None:
        """Show the outline of this sound: lowest and highest sample per hundredth of a second, -1 to 1."""
        self.sound = series
        self.draw_again()

    def set_marks(self, marks: Marks) -> None:
        """Mark frames that were drawn, rated, or are disputed."""
        self.marks = marks
        self.draw_again()

    def set_uncoded(self, aus: frozenset[int]) -> None:
        """Write the names of these action units (FACS numbers) paler: the study does not code them."""
        self.uncoded = aus
        self.draw_again()

    def row_names(self, *, strips: bool = False) -> tuple[str, ...]:
        """Return all rows in their usual order: those of action units, or the strips below them."""
        if not strips:
            return tuple(row_of(au) for au in self._aus)
        there = {SOUND: self.sound is not None, RATINGS: not self.marks.empty}
        return tuple(row for row in STRIPS if there[row])

    def group_of(self, row: str) -> tuple[str, ...]:
        """Return the rows among which a row can be moved, in their usual order."""
        return self.row_names(strips=row in STRIPS)

    # ---------------------------------------------------------------- geometry

    def lay_out_rows(self) -> None:
        """Place the rows anew, and offer to scroll to those that do not fit."""
        self._labels_width = 0.0
        names = self.choices.arranged(self.row_names(strips=True))
        strips = [row for row in names if row not in self.choices.hidden]
        bottom = float(self.height() - AXIS_HEIGHT)
        self._strips = place_strips(strips, self.choices.heights, bottom)
        room = self._strips[0].top if self._strips else bottom
        self._placed = place_rows(self.choices.shown(self.row_names()), self.choices.heights, max(room, 0.0))
        total = self._placed[-1].bottom if self._placed else 0.0
        bar, width = self.scroll_bar, self.scroll_bar.sizeHint().width()
        bar.setGeometry(self.width() - width, 0, width, max(int(room), 0))
        bar.setPageStep(max(int(room), 1))
        bar.setSingleStep(LEAST_LANE)
        bar.setRange(0, max(round(total - room), 0))
        bar.setVisible(self.scrolls)

    @contextlib.contextmanager
    def all_rows_shown(self) -> Iterator[None]:
        """Place all rows in the room that there is, as for print; nothing is scrolled to meanwhile."""
        placed, self._printing = self._placed, True
        room = self._strips[0].top if self._strips else float(self.height() - AXIS_HEIGHT)
        total = placed[-1].bottom if placed else 0.0
        if total > room > 0:
            share = room / total
            self._placed = tuple(PlacedRow(r.name, r.top * share, r.height * share) for r in placed)
        yield
        self._placed, self._printing = placed, False

    @property
    def scrolls(self) -> bool:
        """Whether there are more lanes than fit."""
        return self.scroll_bar.maximum() > 0 and not self._printing

    def lanes_rect(self) -> QRectF:
        """Return where the curves lie, without names, values, strips and axis."""
        left = self._label_width()
        right = _VALUE_WIDTH + (self.scroll_bar.width() if self.scrolls else 0)
        height = self._strips[0].top if self._strips else self.height() - AXIS_HEIGHT
        return QRectF(left, 0, max(self.width() - left - right, 10), height)

    def axis_rect(self) -> QRectF:
        """Return where the axis of time lies, below the lanes and the strips."""
        area = self.lanes_rect()
        return QRectF(area.left(), self.height() - AXIS_HEIGHT, area.width(), AXIS_HEIGHT)

    def lanes_in_sight(self) -> list[tuple[int, int, QRectF]]:
        """Return (column of the values, FACS number, place) of the lanes that are not scrolled away."""
        return [
            (row.column, self._aus[row.column], row.rect) for row in self.shown_rows() if not row.is_strip
        ]

    def strips_in_sight(self) -> list[ShownRow]:
        """Return the rows below the curves."""
        return [row for row in self.shown_rows() if row.is_strip]

    def shown_rows(self) -> list[ShownRow]:
        """Return all rows that can be seen, from top to bottom."""
        area = self.lanes_rect()
        columns = {row_of(au): column for column, au in enumerate(self._aus)}
        scrolled = self.scroll_bar.value() if self.scrolls else 0
        found = []
        for row in self._placed:
            rect = QRectF(area.left(), row.top - scrolled, area.width(), row.height)
            if rect.bottom() > area.top() and rect.top() < area.bottom() and row.name in columns:
                found.append(ShownRow(row.name, rect, columns[row.name]))
        strips = (QRectF(area.left(), row.top, area.width(), row.height) for row in self._strips)
        found += [ShownRow(row.name, rect) for row, rect in zip(self._strips, strips, strict=True)]
        return found

    def _label_width(self) -> float:
        if not self._labels_width:
            metrics = QFontMetricsF(tabular(self.font(), 0.92))
            short = metrics.horizontalAdvance("AU12 ")
            full = max((metrics.horizontalAdvance(label_of(au)) for au in self._aus), default=short)
            self._labels_width = (full if full <= self.width() * 0.28 else short) + 14
            if self._strips:
                self._labels_width = max(self._labels_width, metrics.horizontalAdvance("Ratings") + 14)
        return self._labels_width

    # ---------------------------------------------------------------- what the pointer does

    def choose_row_at(self, y: float) -> None:
        """Let what the menu does with a row be done with this one."""
        row = row_at(self.shown_rows(), y)
        if row is not None:
            self.row = row.name
            self.update()

    def choose_row(self, row: str) -> None:
        """Let what the menu does with a row be done with this one, and scroll to it."""
        self.row = row
        placed = next((place for place in self._placed if place.name == row), None)
        if placed is not None and self.scrolls:
            room = self.lanes_rect().height()
            low, high = placed.bottom - room, placed.top
            self.scroll_bar.setValue(round(min(max(self.scroll_bar.value(), low), high)))
        self.update()

    def all_shown_names(self) -> list[str]:
        """Return the rows that are not hidden, from top to bottom, with those that are scrolled away."""
        return [row.name for row in (*self._placed, *self._strips)]

    def press_row(self, y: float) -> None:
        """Take hold of a row by its name or its border."""
        row = self.rows.press(self.shown_rows(), y)
        if row is not None:
            self.row = row.name

    def drag_row(self, y: float) -> None:
        """Resize the row that is held, or show where it would go."""
        choices = self.rows.drag(self.shown_rows(), y, self.choices)
        if choices != self.choices:
            self.set_rows(choices)

    def release_row(self) -> None:
        """Arrange the rows as they were dragged."""
        if not self.rows.held:
            return
        resized = bool(self.rows.resizing)
        moving = self.rows.moving
        above = 0
        if moving and moving not in STRIPS and self._placed:
            seen = {row.name for row in self.shown_rows()}
            first = next(k for k, row in enumerate(self._placed) if row.name in seen)
            above = sum(row.name != moving for row in self._placed[:first])
        choices = self.rows.release(self.group_of(moving), above, self.choices)
        if choices != self.choices or resized:
            self.set_rows(choices)
            self.rows_changed.emit(choices)
        self.update()

    def toggle_big_at(self, y: float) -> None:
        """Show the lane at a height alone, or all of them again; at a strip's name nothing happens."""
        row = row_at(self.shown_rows(), y)
        if row is not None and not row.is_strip:
            self.row = row.name
            self.rows_changed.emit(self.choices.with_big(row.name))

    def paint_row_marks(self, painter: QPainter, theme: Theme) -> None:
        """Paint which row is chosen, and where one that is dragged would go."""
        if self.hasFocus():
            for row in self.shown_rows():
                if row.name == self.row:
                    pale = QColor(theme.color("accent"))
                    pale.setAlphaF(0.14)
                    painter.fillRect(QRectF(3, row.rect.top(), row.rect.left() - 6, row.rect.height()), pale)
        if self.rows.target is not None:
            painter.fillRect(QRectF(0, self.rows.target - 1, self.width(), 2), theme.color("accent"))
