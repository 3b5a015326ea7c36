"""A study with two models, one trained from the other, that both have analysed a recording; and the page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from model_fixtures import shipped, study

from au_studio.controllers.workspace import Workspace
from au_studio.ui.models.models_page import ModelsPage

__all__ = ["shipped", "study"]


@pytest.fixture
def page(study: Workspace, qtbot) -> Iterator[ModelsPage]:
    """The page, shown, with the comparison computed."""
    made = ModelsPage(study)
    made.resize(1280, 760)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.page_shown()
    qtbot.waitUntil(lambda: made.comparing.state.comparison is not None, timeout=20_000)
    yield made
    made.close_page()
    made.close()
    made.deleteLater()
