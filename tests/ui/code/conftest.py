"""A study with a drawn sample, and the coding page on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtTest import QTest

from au_studio.controllers.workspace import Workspace
from au_studio.ui.code.coding_page import CodingPage
from au_studio.ui.edit_menu import EditMenu


@pytest.fixture
def coded_study(sampled: Workspace) -> Workspace:
    """Two recordings with eight sampled frames each."""
    return sampled


@pytest.fixture
def make_page(qtbot) -> Iterator[Callable[[Workspace], CodingPage]]:
    """Makes a coding page that is shown and has the keys; it is closed after the test."""
    pages: list[CodingPage] = []

    def make(workspace: Workspace) -> CodingPage:
        page = CodingPage(workspace)
        page.addActions(EditMenu(lambda: page.undoing, page).actions())
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1280, 720)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.page_shown()
        return page

    yield make
    for page in pages:
        page.close_page()
        page.close()


@pytest.fixture
def page(coded_study: Workspace, make_page, qtbot) -> CodingPage:
    """The coding page with a coder and the first frame on it."""
    made = make_page(coded_study)
    made.controller.add_coder("AB")
    made.view.setFocus()
    qtbot.waitUntil(lambda: made.view.shows(made.controller.state.frame), timeout=10_000)
    return made


@pytest.fixture
def press(page: CodingPage) -> Callable[..., None]:
    """Presses keys on the page, as a coder does."""

    def press_keys(keys: str, *special) -> None:
        for key in keys:
            QTest.keyClick(page.view, key)
        for key in special:
            modifier, code = key if isinstance(key, tuple) else (None, key)
            if modifier is None:
                QTest.keyClick(page.view, code)
            else:
                QTest.keyClick(page.view, code, modifier)

    return press_keys
