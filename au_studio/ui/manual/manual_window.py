"""The manual in a window of its own: chapters on the left, the text on the right, a search above it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from au_studio import resources
from au_studio.texts import tr
from au_studio.ui.fitting import fit_on_screen
from au_studio.ui.focus import walk_as_laid_out
from au_studio.ui.manual.illustrated_text import IllustratedText
from au_studio.ui.theme import MARGIN, SPACING

MANUAL = "manual/manual.md"
_CHAPTER_LEVEL = 2


@dataclass(frozen=True)
class Chapter:
    """A heading of the manual and where it stands in the document."""

    title: str
    position: int


class ManualWindow(QWidget):
    """Shows the manual that ships with the program; nothing is fetched from anywhere.

    Raises
    ------
    au_studio.errors.MissingResourceError
        If the manual is not there.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("AU Studio manual"))
        self.chapters = QListWidget(self)
        self.chapters.setAccessibleName(tr("Chapters"))
        self.text = IllustratedText(self)
        self.text.setAccessibleName(tr("Manual"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search the manual"))
        self.search.setAccessibleName(tr("Search the manual"))
        self.search.setClearButtonEnabled(True)
        self._load()
        self._lay_out()
        self.chapters.currentRowChanged.connect(self._go_to_chapter)
        self.search.returnPressed.connect(self.find_next)
        self.search.textEdited.connect(self._find_first)
        for key, slot in ((QKeySequence.StandardKey.Find, self.search.setFocus), ("Esc", self.close)):
            QShortcut(QKeySequence(key), self, slot)
        walk_as_laid_out(self)

    def find_next(self) -> bool:
        """Go to the next place with the words of the search field, from the top after the last one."""
        words = self.search.text()
        if not words:
            return False
        if not self.text.find(words):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            return bool(self.text.find(words))
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Lay the text out anew when the look changes: links have their colour from the palette."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            place = self.text.verticalScrollBar().value()
            self._load()
            self.text.verticalScrollBar().setValue(place)

    def _load(self) -> None:
        file = resources.path(MANUAL)
        document = self.text.document()
        document.setBaseUrl(QUrl.fromLocalFile(str(file.parent) + "/"))
        document.setDocumentMargin(4 * MARGIN)
        document.setMarkdown(
            file.read_text(encoding="utf-8"), QTextDocument.MarkdownFeature.MarkdownDialectGitHub
        )
        self._chapters = _chapters(document)
        row = self.chapters.currentRow()
        self.chapters.blockSignals(True)
        self.chapters.clear()
        self.chapters.addItems([chapter.title for chapter in self._chapters])
        self.chapters.setCurrentRow(max(0, row))
        self.chapters.blockSignals(False)

    def _lay_out(self) -> None:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACING)
        column.addWidget(self.search)
        column.addWidget(self.text, 1)
        splitter = QSplitter(self)
        splitter.addWidget(self.chapters)
        splitter.addWidget(right)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([220, 780])
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        row.addWidget(splitter)
        fit_on_screen(self, 1000, 720)

    def _go_to_chapter(self, row: int) -> None:
        if 0 <= row < len(self._chapters):
            cursor = self.text.textCursor()
            # From the end, the chapter's heading comes to stand at the top and not at the bottom.
            self.text.moveCursor(QTextCursor.MoveOperation.End)
            cursor.setPosition(self._chapters[row].position)
            self.text.setTextCursor(cursor)
            top = self.text.verticalScrollBar().value() + self.text.cursorRect().top()
            self.text.verticalScrollBar().setValue(top)

    def _find_first(self) -> None:
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self.find_next()


def _chapters(document: QTextDocument) -> list[Chapter]:
    chapters = []
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel() == _CHAPTER_LEVEL:
            chapters.append(Chapter(block.text(), block.position()))
        block = block.next()
    return chapters
