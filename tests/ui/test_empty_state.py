"""What the window shows before a recording is open."""

from PySide6.QtWidgets import QApplication

from au_studio.ui.empty_state import EmptyState
from au_studio.ui.theme import ThemeMode, apply_theme


def test_the_logo_follows_the_look(qtbot):
    app = QApplication.instance()
    apply_theme(app, ThemeMode.LIGHT)
    state = EmptyState([])
    qtbot.addWidget(state)
    light = state._picture.pixmap().toImage()
    try:
        apply_theme(app, ThemeMode.DARK)
        qtbot.waitUntil(lambda: state._picture.pixmap().toImage() != light)
    finally:
        apply_theme(app, ThemeMode.LIGHT)
