"""The manual opens from the program itself, and what is sought in it is found."""

import re

import pytest

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


def test_every_menu_entry_that_the_manual_names_exists():
    titles = {binding.text.replace("&", "").rstrip("…") for binding in KEYMAP.values()}
    for group, entry in re.findall(r"\*([A-Z][a-z]+) > ([^*]+)\*", text_of_the_manual()):
        assert entry.rstrip("…") in titles, f"{group} > {entry}"
