"""Every text of the window goes through translation, and longer texts than the English ones fit."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from walk_windows import PAGES, cut_off, dialogs, open_in_turn, wait

import au_studio
from au_studio import texts
from au_studio.controllers.watch.live_analysis import LiveAnalysis
from au_studio.controllers.workspace import Workspace
from au_studio.ui import pseudo
from au_studio.ui.app import make_window
from au_studio.ui.fitting import ElidedLabel
from au_studio.ui.main_window import MainWindow
from au_studio.ui.manual.manual_window import ManualWindow

sys.path.append(str(Path(au_studio.__file__).parents[1] / "packaging"))
import translations

_NAMES = {
    *("AU", "AUs", "Studio", "FACS", "ICC", "MAE", "FAN", "DISFA", "SPSS", "Python", "OpenFace", "ELAN"),
    *("CSV", "JSON", "PNG", "SVG", "PDF", "HTML", "dpi", "fps", "csv", "xlsx", "png", "svg", "pdf", "mp4"),
    *("Ctrl", "Shift", "Alt", "Esc", "Space", "Enter", "Return", "Backspace", "Del", "Home", "End", "PgUp"),
    *("PgDown", "Left", "Right", "Up", "Down", "Tab", "GPU", "CPU", "CUDA", "MPS", "min"),
    *("Language", "English", "Deutsch", "Español", "Français"),
}
"""Words that are the same in every language: of programs, formats, keys and devices."""
_OF_QT = {"Close", "Cancel", "OK", "Float", "Export..."}
"""What Qt and pyqtgraph say: Qt has translations of its own."""


def _look_up() -> texts.LookUp:
    """Return the language that nobody speaks, for texts that translators get; others stay as they are."""
    known = {source for source, _ in translations.find()[0]}
    return lambda text, n: pseudo.look_up(text, n) if text in known else ""


@pytest.fixture
def window(qtbot, tmp_path: Path, monkeypatch) -> Iterator[MainWindow]:
    """The window with the demo study in it, in the language that nobody speaks."""
    monkeypatch.setattr(LiveAnalysis, "start", lambda _self: None)
    texts.use(_look_up())
    workspace = Workspace(home=tmp_path)
    made = make_window(workspace)
    # As on a screen of 1280 x 720, without the title bar.
    made.resize(1280, 680)
    made.show()
    workspace.open_demo()
    qtbot.waitUntil(lambda: workspace.index is not None, timeout=60_000)
    yield made
    made.close()
    made.deleteLater()
    texts.use(None)


def shown_texts(window: QWidget) -> Iterator[tuple[str, str]]:
    """Go through what a window says, with where it stands: texts, hints, names, headers, choices, menus."""
    yield "title", window.windowTitle()
    for widget in window.findChildren(QWidget):
        kind = type(widget).__name__
        if widget.window() is not window or not widget.isVisible():
            continue
        yield f"tip of {kind}", widget.toolTip()
        yield f"name of {kind}", widget.accessibleName()
        if isinstance(widget, ElidedLabel):
            yield kind, widget.whole
        elif isinstance(widget, QLabel | QAbstractButton):
            yield kind, widget.text()
        elif isinstance(widget, QGroupBox):
            yield kind, widget.title()
        elif isinstance(widget, QLineEdit):
            yield kind, widget.placeholderText()
        elif isinstance(widget, QTabWidget):
            yield from ((kind, widget.tabText(place)) for place in range(widget.count()))
        elif isinstance(widget, QComboBox):
            yield from ((kind, widget.itemText(place)) for place in range(widget.count()))
        elif isinstance(widget, QHeaderView) and isinstance(widget.parentWidget(), QAbstractItemView):
            yield from _titles(widget)
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from _cells(widget.model(), QModelIndex(), kind)
    for action in window.findChildren(QAction):
        yield "action", action.text()
        yield "tip of action", action.statusTip()
    for menu in window.findChildren(QMenu):
        yield "menu", menu.title()


def _titles(header: QHeaderView) -> Iterator[tuple[str, str]]:
    model = header.model()
    if header.orientation() is Qt.Orientation.Horizontal and model is not None:
        for section in range(header.count()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                yield "header", str(model.headerData(section, header.orientation(), role) or "")


def _cells(model: QAbstractItemModel, parent: QModelIndex, kind: str) -> Iterator[tuple[str, str]]:
    """Go through what a table, list or tree says in its cells, their hints and their names, at any depth."""
    roles = {
        "cell": Qt.ItemDataRole.DisplayRole,
        "tip of cell": Qt.ItemDataRole.ToolTipRole,
        "name of cell": Qt.ItemDataRole.AccessibleTextRole,
    }
    is_list = isinstance(model, QAbstractListModel)
    for row in range(model.rowCount(parent)):
        for column in range(1 if is_list else model.columnCount(parent)):
            index = model.index(row, column, parent)
            for name, role in roles.items():
                if isinstance(text := index.data(role), str):
                    yield f"{name} of {kind}", text
        if not is_list:
            yield from _cells(model, model.index(row, 0, parent), kind)


def plain_words(text: str, known: list[str]) -> list[str]:
    """Return the words of a text that are in plain letters, outside of what is known to be so."""
    for name in known:
        text = text.replace(name, " ")
    bare = re.sub(r"<[^>]*>|&[a-z]+;|\(?\*\.?\w*\)?|\S*[/\\]\S*|\S+\.\w{2,8}\b|AU\d+\S*", " ", text)
    words = re.findall(r"[A-Za-z’']{3,}", bare.replace("&", ""))
    return [word for word in words if word not in _NAMES]


def known_names(workspace: Workspace) -> list[str]:
    """Return what nobody translates: recordings, persons, coders and models; longest first."""
    study = workspace.study
    assert study is not None
    named = [study.name, *(kind.name for kind in study.marker_kinds())]
    for recording in study.recordings():
        named += [recording.name, recording.person, recording.group, recording.condition]
    named += [coder.name for coder in study.coders()] + [model.name for model in workspace.models()]
    return sorted(filter(None, named), key=len, reverse=True)


def cut_labels(window: QWidget) -> list[str]:
    """Return the labels of one line that have less room than their text."""
    return [
        f"{label.text()!r} has {label.width()} of {label.sizeHint().width()} px"
        for label in window.findChildren(QLabel)
        if label.isVisible()
        and label.window() is window
        and label.text()
        and not isinstance(label, ElidedLabel)
        and not label.wordWrap()
        and label.width() < label.sizeHint().width() - 1
    ]


def cut_areas(window: QWidget) -> list[str]:
    """Return the areas that scroll downwards only, and are narrower than what is in them."""
    return [
        f"{type(area).__name__} shows {area.viewport().width()} of {area.widget().width()} px"
        for area in window.findChildren(QScrollArea)
        if area.isVisible()
        and area.window() is window
        and area.widget() is not None
        and area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        and area.widget().width() > area.viewport().width()
    ]


def _without_card(text: str) -> str:
    """Return a text without what stands in a model's card: a file that comes with the model, in English."""
    is_card = text.startswith("<table") and ".safetensors" in text
    return " ".join(re.findall("<b>.*?</b>", text)) if is_card else text


def look_at(window: QWidget, known: list[str]) -> list[str]:
    """Return what is wrong with a window that is shown."""
    plain = {
        f"{where}: {text!r} ({', '.join(words)})"
        for where, text in shown_texts(window)
        if text and text not in _OF_QT and (words := plain_words(_without_card(text), known))
    }
    return [*sorted(plain), *cut_off(window), *cut_labels(window), *cut_areas(window)]


def test_everything_is_translated_and_fits(window):
    known = known_names(window.workspace)
    wrong: dict[str, list[str]] = {}
    seen = []
    for place, name in enumerate(PAGES):
        window.show_page(place)
        wait(60)
        seen.append(name)
        wrong[name] = look_at(window, known)
    for name, dialog in open_in_turn(window):
        seen.append(name)
        # The manual is a file in English.
        chapters = [chapter.title for chapter in dialog._chapters] if isinstance(dialog, ManualWindow) else []
        wrong[name] = look_at(dialog, [*chapters, *known])
    window.show_page(1)
    window.pages[1].controller.add_coder("AB")
    wait(200)
    wrong["coding"] = look_at(window, [*known, "AB"])
    assert {name: found for name, found in wrong.items() if found} == {}
    assert seen == [*PAGES, *dialogs(window)]


def test_what_is_not_translated_or_does_not_fit_is_found(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(QPushButton(pseudo.look_up("Open &videos")))
    column.addWidget(QPushButton("Open videos"))
    label = QLabel(pseudo.look_up("A text for which there is no room"))
    column.addWidget(label)
    window.show()
    label.setFixedWidth(40)
    area = QScrollArea(window)
    area.setWidget(QPushButton(pseudo.look_up("A button that is much wider than its area")))
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFixedWidth(60)
    column.addWidget(area)
    area.show()
    found = look_at(window, [])
    assert len(found) == 3
    assert "(Open, videos)" in found[0]
    assert "has 40 of" in found[1]
    assert "QScrollArea shows" in found[2]
