"""A rated study with a model, and the training page on it, with a child that only pretends to learn."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from training_fixtures import rated_study

from au_studio.controllers.workspace import Workspace
from au_studio.jobs import process
from au_studio.ui.train.training_page import TrainingPage

__all__ = ["rated_study"]

CommandOf = Callable[[Path], list[str]]
"""Makes the command line that runs a job file."""

FAKE = Path(__file__).parents[2] / "controllers" / "fake_child.py"


@pytest.fixture
def open_page(rated_study: Workspace, qtbot) -> Iterator[Callable[[CommandOf], TrainingPage]]:
    """Opens the page, whose jobs a command runs in place of the program itself."""
    pages: list[TrainingPage] = []

    def open_with(command_of: CommandOf) -> TrainingPage:
        process.child_command = command_of
        page = TrainingPage(rated_study)
        page.controller.choose_base("untrained")
        qtbot.addWidget(page)
        page.resize(1200, 760)
        page.show()
        page.page_shown()
        pages.append(page)
        return page

    yield open_with
    for page in pages:
        page.close_page()
        page.close()


@pytest.fixture
def make_page(open_page: Callable[[CommandOf], TrainingPage]) -> Callable[[str], TrainingPage]:
    """Opens the page with a child that may "learn", "learn of persons", "wait" or "crash"."""
    return lambda behaviour: open_page(lambda file: [sys.executable, str(FAKE), str(file), behaviour])
