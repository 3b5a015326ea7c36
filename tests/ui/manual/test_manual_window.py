"""The manual opens from the program itself, and what is sought in it is found."""

import re

import pytest
from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QImage, QTextDocument

from au_studio import resources
from au_studio.ui.keymap import KEYMAP
from au_studio.ui.manual.manual_window import MANUAL, ManualWindow


@pytest.fixture
def manual(qtbot):
    window = ManualWindow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


def text_of_the_manual() -> str:
    return resources.path(MANUAL).read_text(encoding="utf-8")


def test_every_chapter_is_in_the_list_and_a_click_goes_there(manual):
    titles = re.findall(r"^## (.+)$", text_of_the_manual(), re.MULTILINE)
    shown = [manual.chapters.item(k).text() for k in range(manual.chapters.count())]
    assert shown == titles
    manual.chapters.setCurrentRow(len(titles) - 1)
    assert manual.text.textCursor().block().text() == titles[-1]


def test_the_search_goes_from_place_to_place_and_round(manual, qtbot):
    qtbot.keyClicks(manual.search, "curves")
    first = manual.text.textCursor().position()
    assert manual.text.textCursor().selectedText() == "curves"
    assert manual.find_next()
    assert manual.text.textCursor().position() > first
    while manual.text.textCursor().position() != first:
        assert manual.find_next()


def test_what_is_not_there_is_not_found(manual, qtbot):
    qtbot.keyClicks(manual.search, "zebra crossing")
    assert not manual.find_next()


def test_every_picture_of_the_manual_is_there():
    folder = resources.path(MANUAL).parent
    for name in re.findall(r"!\[[^]]*\]\(([^)]+)\)", text_of_the_manual()):
        assert (folder / name).resolve().is_file(), name


def widths_of_pictures(manual) -> list[float]:
    """Return the widths of the manual's pictures as they are laid out, in pixels of the window."""
    document, widths = manual.text.document(), []
    for name in re.findall(r"!\[[^]]*\]\(([^)]+)\)", text_of_the_manual()):
        picture = document.resource(
            QTextDocument.ResourceType.ImageResource.value, document.baseUrl().resolved(QUrl(name))
        )
        widths.append(picture.deviceIndependentSize().width())
    return widths


def test_pictures_are_as_wide_as_the_page_and_never_wider_than_they_are(manual, qtbot):
    # The scroll bar that the first pictures bring narrows the page, and they follow a moment later.
    qtbot.waitUntil(lambda: set(widths_of_pictures(manual)) == {manual.text.page_width()}, timeout=5000)
    page = manual.text.page_width()
    manual.resize(700, 600)
    qtbot.waitUntil(lambda: set(widths_of_pictures(manual)) == {manual.text.page_width()}, timeout=5000)
    assert manual.text.page_width() < page
    # The page is laid out with the new pictures a moment after these have their width.
    qtbot.waitUntil(lambda: not manual.text.horizontalScrollBar().isVisible(), timeout=5000)
    manual.resize(2400, 600)
    own = {QImage(str(f)).width() for f in resources.path("docs").glob("*.png")}
    qtbot.waitUntil(lambda: set(widths_of_pictures(manual)) == own, timeout=5000)


def test_what_is_read_stays_where_it_is_when_the_pictures_follow_the_width(manual, qtbot):
    manual.chapters.setCurrentRow(manual.chapters.count() // 2 + 1)
    chapter = manual.text.textCursor().block().text()
    for width in (700, 1200):
        manual.resize(width, 600)
        qtbot.waitUntil(lambda: set(widths_of_pictures(manual)) == {manual.text.page_width()}, timeout=5000)
        at_top = manual.text.cursorForPosition(QPoint()).block()
        assert chapter in {at_top.text(), at_top.next().text()}


def test_a_chapter_that_is_chosen_before_the_pictures_have_followed_is_shown(manual, qtbot):
    manual.resize(700, 600)
    manual.chapters.setCurrentRow(manual.chapters.count() // 2 + 1)
    chapter = manual.text.textCursor().block().text()
    qtbot.waitUntil(lambda: set(widths_of_pictures(manual)) == {manual.text.page_width()}, timeout=5000)
    at_top = manual.text.cursorForPosition(QPoint()).block()
    assert chapter in {at_top.text(), at_top.next().text()}


def test_no_picture_is_fetched_from_anywhere(manual):
    kind = QTextDocument.ResourceType.ImageResource.value
    assert manual.text.loadResource(kind, QUrl("https://example.org/picture.png")) is None


def test_every_menu_entry_that_the_manual_names_exists():
    titles = {binding.text.replace("&", "").rstrip("…") for binding in KEYMAP.values()}
    for group, entry in re.findall(r"\*([A-Z][a-z]+) > ([^*]+)\*", text_of_the_manual()):
        assert entry.rstrip("…") in titles, f"{group} > {entry}"
