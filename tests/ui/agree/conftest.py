"""A study that two coders rated, and the agreement page on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from au_studio.controllers.workspace import Workspace
from au_studio.study.ratings import RatingInput
from au_studio.study.recording_list import Status
from au_studio.ui.agree.agreement_page import AgreementPage
from au_studio.ui.edit_menu import EditMenu


@pytest.fixture
def rated_study(workspace: Workspace, make_video, qtbot) -> Workspace:
    """Twenty frames of one recording, AU12 and AU04 by AB and CD; they differ most on AU12 at frame 9."""
    workspace.add_videos([make_video("one.mp4", 20)])
    qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY], timeout=10_000)
    study = workspace.study
    (recording,) = study.recordings()
    pts = workspace.index_of(recording.id).pts.tolist()
    for name, more in (("AB", 0), ("CD", 1)):
        coder = study.add_coder(name)
        ratings = [RatingInput(recording.id, p, 12, n % 5) for n, p in enumerate(pts)]
        ratings += [RatingInput(recording.id, p, 4, n % 3 + more * (n == 2)) for n, p in enumerate(pts)]
        study.rate_many(coder.id, ratings)
    study.rate(study.coders()[1].id, recording.id, pts[9], 12, 1)
    return workspace


@pytest.fixture
def page(rated_study: Workspace, qtbot) -> Iterator[AgreementPage]:
    """The agreement page with the figures of AB and CD."""
    made = AgreementPage(rated_study)
    made.addActions(EditMenu(lambda: made.undoing, made).actions())
    qtbot.addWidget(made)
    made.resize(1280, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.page_shown()
    qtbot.waitUntil(lambda: made.controller.state.comparison is not None, timeout=10_000)
    yield made
    made.close_page()
    made.close()
