"""Notices: non-modal, with the next step and details to copy."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from au_studio.errors import AUStudioError
from au_studio.ui.notices import Notice, NoticeBar, Remedy
from au_studio.ui.theme import DARK, LIGHT, ThemeMode, apply_theme


@pytest.fixture
def bar(qtbot) -> NoticeBar:
    made = NoticeBar()
    qtbot.addWidget(made)
    return made


def _button(bar, text):
    return next(b for b in bar.findChildren(QToolButton) if b.text().startswith(text))


def test_an_error_tells_what_happened_and_what_to_do_and_can_be_copied(bar):
    bar.show_error(AUStudioError("x.mp4 is empty.", next_step="Copy it again.", details="0 bytes"))
    assert not bar.isHidden()
    assert not _button(bar, "Details").isHidden()
    _button(bar, "Copy").click()
    assert QGuiApplication.clipboard().text() == "x.mp4 is empty.\nCopy it again.\n0 bytes"
    _button(bar, "Dismiss").click()
    assert bar.isHidden()


def test_a_second_error_waits_for_the_first_to_be_read(bar):
    bar.show_error(AUStudioError("first"))
    bar.show_error(AUStudioError("second"))
    bar.show_error(AUStudioError("second"))
    assert bar.current.text == "first"
    _button(bar, "Next (1 more)").click()
    assert bar.current.text == "second"
    _button(bar, "Dismiss").click()
    assert bar.current is None


def test_information_goes_away_by_itself_and_never_hides_an_error(bar, qtbot):
    bar._timer.setInterval(20)
    bar.show_notice("opened")
    qtbot.waitUntil(bar.isHidden)
    bar.show_error(AUStudioError("bad"))
    bar.show_notice("opened")
    assert bar.current.text == "bad"


def test_what_offers_something_waits_for_an_error_to_be_read(bar):
    bar.show_error(AUStudioError("bad"))
    bar.add(Notice("3 recordings are not analysed", remedies=(Remedy("Analyse all", lambda: None),)))
    _button(bar, "Next (1 more)").click()
    assert bar.current.text == "3 recordings are not analysed"


def test_a_very_long_name_does_not_leave_the_notice(qtbot, bar):
    name = "participant_0042_session_2_condition_" * 8 + ".mp4"
    bar.resize(500, 200)
    bar.show()
    bar.show_notice(f"“{name}” is here already.", "warning")
    assert bar.minimumSizeHint().width() < 500
    _button(bar, "Copy").click()
    assert name in QGuiApplication.clipboard().text(), "without the signs at which it is broken"


def test_an_error_takes_the_place_of_information(bar):
    bar.show_notice("opened")
    bar.show_error(AUStudioError("bad"))
    assert bar.current.text == "bad"
    bar._next()


def test_a_notice_goes_when_its_reason_is_gone_shown_or_waiting(bar):
    for text in ("first", "second", "third"):
        bar.show_notice(text, "warning")
    bar.settle("second")
    bar.settle("first")
    assert bar.current.text == "third"
    bar.settle("third")
    assert bar.current is None
    assert not bar.isVisible()
    bar.settle("never said")


def test_a_notice_floats_over_the_page_and_moves_nothing(qtbot):
    owner = QWidget()
    qtbot.addWidget(owner)
    column = QVBoxLayout(owner)
    column.setContentsMargins(0, 0, 0, 0)
    page = QPushButton("page")
    page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    column.addWidget(page)
    floating = NoticeBar()
    floating.float_over(page, owner)
    owner.resize(600, 300)
    owner.show()
    before = page.geometry()
    floating.show_notice("A long notice that needs its room, and says what to do about it. " * 3, "warning")
    assert page.geometry() == before
    assert floating.geometry().bottom() == page.geometry().bottom()
    assert floating.width() == 600
    assert floating.height() >= floating.minimumSizeHint().height()
    owner.resize(500, 200)
    qtbot.waitUntil(lambda: floating.geometry().bottom() == page.geometry().bottom() == 199)
    floating.clear()
    assert not floating.isVisible()


def test_signs_are_drawn_not_written_in_a_font_that_may_lack_them(bar):
    for level in ("info", "good", "warning", "problem"):
        bar.clear()
        bar.show_notice("text", level)
        assert bar._sign.text() == ""
        assert not bar._sign.pixmap().isNull()
    bar.clear()


def test_a_notice_follows_the_look(qtbot, qapp):
    owner = QWidget()
    area = QWidget(owner)
    bar = NoticeBar()
    qtbot.addWidget(owner)
    apply_theme(qapp, ThemeMode.LIGHT)
    bar.float_over(area, owner)
    bar.show_notice("something", "warning")
    assert bar.palette().window().color().name() == LIGHT.notice
    apply_theme(qapp, ThemeMode.DARK)
    qapp.processEvents()
    assert bar.palette().window().color().name() == DARK.notice
    apply_theme(qapp, ThemeMode.LIGHT)
