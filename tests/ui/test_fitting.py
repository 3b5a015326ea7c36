"""Long texts are cut in the middle, and the tool tip has all of them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from au_studio.ui.fitting import ElidedLabel, breakable, elided, fit_on_screen

LONG = "interview_of_participant_0123456789_" * 6 + "take_2.mp4"


def test_a_long_name_is_cut_in_the_middle_and_told_whole(qtbot):
    label = ElidedLabel(LONG)
    label.setToolTip("Open for writing")
    qtbot.addWidget(label)
    label.resize(220, 24)
    label.show()
    assert label.text().startswith("interview")
    assert label.text().endswith("take_2.mp4"[-5:])
    assert "…" in label.text()
    assert label.toolTip() == f"{LONG}\nOpen for writing"
    assert label.minimumSizeHint().width() < 120
    label.setText("short.mp4")
    assert label.text() == "short.mp4"
    assert label.toolTip() == "Open for writing"


def test_letters_are_counted():
    assert elided("abcdefghij", 5) == "ab…ij"
    assert elided("abcdefghij", 10) == "abcdefghij"
    assert len(elided(LONG, 48)) == 48


def test_a_window_is_never_larger_than_its_screen(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    fit_on_screen(window, 5000, 5000)
    assert window.height() < window.screen().availableGeometry().height()
    assert window.width() <= window.screen().availableGeometry().width()


def test_long_words_may_be_broken_at_their_signs_and_others_stay():
    assert breakable("a-b is no file") == "a-b is no file"
    said = breakable(f"No face in {LONG}")
    assert said.replace("\u200b", "") == f"No face in {LONG}"
    assert max(len(part) for part in said.replace("\u200b", " ").split()) < 20
