"""A frame has one time on every page, whatever timestamp its recording begins with."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.study.ratings import RatingInput
from au_studio.study.recording_list import Status
from au_studio.ui.agree.agreement_page import AgreementPage
from au_studio.ui.code.coding_page import CodingPage
from au_studio.ui.watch.marker_paint import marker_text
from au_studio.ui.watch.watch_page import WatchPage

FRAME, TIME = 30, 1.2
"""A frame and its time since the first one, in seconds."""


@pytest.fixture
def late(workspace, make_video, qtbot, monkeypatch):
    """A recording whose first frame is at 5 s; two coders rated a frame of it, which is in the sample."""
    monkeypatch.setattr(LiveAnalysis, "start", lambda live: None)
    workspace.add_videos([make_video("late.mkv", 100, start=5000)])
    qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY], timeout=10_000)
    study, index = workspace.study, workspace.index
    assert index.times[0] == pytest.approx(5.0)
    (recording,) = study.recordings()
    pts = int(index.pts[FRAME])
    study.draw_sample(recording.id, seed=1, index_digest=index.digest(), pts=index.pts[[FRAME]], count=1)
    for level, name in enumerate(("AB", "CD")):
        study.rate_many(study.add_coder(name).id, [RatingInput(recording.id, pts, 12, level)])
    return workspace


@pytest.fixture
def show(qtbot):
    """Shows a page; it is closed after the test."""
    pages = []

    def show_page(page):
        pages.append(page)
        qtbot.addWidget(page)
        page.resize(1280, 720)
        page.show()
        page.page_shown()
        return page

    yield show_page
    for page in pages:
        page.close_page()
        page.close()


def labels(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def test_on_the_watch_page_clock_axis_and_markers_begin_at_zero(late, show, qtbot):
    page = show(WatchPage(late))
    late.recording_changed.emit()
    page.controller.playback.seek(FRAME)
    assert page.transport._time.text().startswith("0:01.20 / 0:04.00")
    curves = page.curves
    ticks = {text: x for x, text in curves._ticks()}
    assert ticks["0:00.0"] == pytest.approx(curves.x_of(5.0))
    assert ticks["0:01.0"] == pytest.approx(curves.x_of(6.0))
    kind = late.study.add_marker_kind("smile", key=1)
    page.markers.set(kind)
    assert page.marker_panel.table.item(0, 0).text() == "0:01.20"
    (marker,) = page.markers.state.markers
    assert marker_text(marker, page.controller.index.times) == "smile · 0:01.20"


def test_why_curves_are_not_calibrated_is_told_with_the_same_time(late, show, qtbot):
    page, told = show(WatchPage(late)), []
    late.recording_changed.emit()
    late.notice.connect(lambda text, _level: told.append(text))
    page.controller.display.mark_neutral(int(page.controller.index.pts[FRAME]))
    page.actions_by_id["watch.calibrated"].trigger()
    assert "No face was found at 1.20 s" in told[-1]


def test_on_the_coding_page_the_frame_has_the_same_time(late, show, qtbot):
    page = show(CodingPage(late))
    qtbot.waitUntil(lambda: page.view.face.pictures is not None, timeout=20_000)
    assert page.view.face.pictures.position == FRAME
    assert page.view.face.pictures.time == pytest.approx(TIME)
    assert any("0:01.200  ·  frame 31" in text for text in labels(page.view))


def test_on_the_agreement_page_the_frame_has_the_same_time(late, show, qtbot):
    page = show(AgreementPage(late))
    qtbot.waitUntil(lambda: page.controller.state.comparison is not None, timeout=10_000)
    cells = [page.view.disagreements.item(0, k).text() for k in range(4)]
    assert "0:01.200" in [cell.strip() for cell in cells]
