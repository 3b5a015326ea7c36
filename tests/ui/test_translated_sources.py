"""No literal reaches a person without going through translation, as far as the source shows."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import au_studio

ROOT = Path(au_studio.__file__).parent
sys.path.append(str(ROOT.parent / "packaging"))
import translations  # noqa: E402

_SETTERS = {
    *("setText", "setToolTip", "setStatusTip", "setWindowTitle", "setTitle", "setAccessibleName"),
    *("setAccessibleDescription", "setPlaceholderText", "setInformativeText", "setSpecialValueText"),
    *("setPlainText", "setHtml", "setTabText", "addTab", "addRow", "addItem", "addAction", "addMenu"),
    *("addButton", "insertItem", "setHeaderLabels", "setHorizontalHeaderLabels", "showMessage", "say"),
    *("QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QToolButton", "QMenu"),
    *("choice", "number", "scrolled", "thin_bar", "wrapped"),
    *("ElidedLabel", "ChoiceBox", "Notice", "Remedy", "getText", "getItem", "getOpenFileName"),
    *("getOpenFileNames", "getSaveFileName", "getExistingDirectory", "show_lines", "question", "warning"),
}
_SAME_EVERYWHERE = re.compile(
    r"AU Studio|AU|ICC|MAE|</?\w+[^>]*>|&\w+;|\b(px|fps|ms|MB|GB|s)\b|\*?\.\w+|https?:\S+"
)
_NOT_SHOWN = {
    # What the tour and the look at the window print on the terminal, for developers.
    *("ui/demo_tour.py", "ui/look.py"),
}


def untranslated(source: str) -> Iterator[tuple[int, str]]:
    """Go through the literals that the usual setters get as they are."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        # What an item is worth follows its text.
        texts = node.args[:1] if name == "addItem" else node.args
        if name in _SETTERS:
            for argument in texts:
                yield from _plain(argument)


def _plain(node: ast.AST) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Constant | ast.JoinedStr):
        parts = node.values if isinstance(node, ast.JoinedStr) else [node]
        text = "".join(str(part.value) if isinstance(part, ast.Constant) else "0" for part in parts)
        if re.search(r"[A-Za-z]{2,}", _SAME_EVERYWHERE.sub("", text)) and not _is_key(text):
            yield node.lineno, text
    elif isinstance(node, ast.BinOp | ast.IfExp | ast.List | ast.Tuple | ast.BoolOp):
        for child in ast.iter_child_nodes(node):
            if not (isinstance(node, ast.IfExp) and child is node.test):
                yield from _plain(child)


def _is_key(text: str) -> bool:
    """Whether a word is a name in the program: of a level, an item's value, a file."""
    return text in {"info", "good", "warning", "problem", "none", "all"} or bool(
        re.fullmatch(r"\w+[./_]\w[\w./]*", text)
    )


def test_the_usual_setters_get_no_literal():
    found = [
        f"{path.relative_to(ROOT)}:{line}: {text!r}"
        for folder in ("ui", "controllers")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if path.relative_to(ROOT).as_posix() not in _NOT_SHOWN
        for line, text in untranslated(path.read_text(encoding="utf-8"))
    ]
    assert found == []


_SAID = {"on_notice", "Notice", "Failed", "Progress", "on_progress", "notices", "warnings", "cautions"}
_LEFT = {
    # Of many workers on many computers, told on a terminal.
    "jobs": 2,
}
"""How many notices and lines of progress of each room are said in English alone; may only become fewer."""


def said_in_english(source: str) -> list[int]:
    """Return the lines in which a room without Qt says something that is no sentence of texts.py."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        if name == "append":
            owner = getattr(node.func, "value", None)
            name = getattr(owner, "id", getattr(owner, "attr", ""))
        if name in _SAID:
            found += [
                part.lineno
                for part in node.args
                if isinstance(part, ast.JoinedStr)
                or (isinstance(part, ast.Constant) and isinstance(part.value, str) and " " in part.value)
            ]
    return found


def _in_the_window() -> Iterator[tuple[str, str]]:
    """Go through the modules whose errors and notices reach the window, with their sources."""
    for path in sorted(ROOT.rglob("*.py")):
        place = path.relative_to(ROOT.parent).as_posix()
        if translations.is_in_the_window(place):
            yield place, path.read_text(encoding="utf-8")


def test_errors_of_every_room_can_be_translated():
    found = [
        f"{place}:{line}"
        for place, source in _in_the_window()
        for line in translations.untranslated_errors(source)
    ]
    assert found == []


def test_ever_fewer_notices_of_rooms_are_english():
    found = Counter(
        place.split("/")[1] for place, source in _in_the_window() for _ in said_in_english(source)
    )
    assert found == _LEFT, "more: say it with sentence(); fewer: lower the count here"


def test_what_rooms_say_in_english_is_found():
    source = """
on_notice(f"{name} is left out")
report(Progress(0, 0, "Looking around"))
notices.append(sentence("cut short"))
raise StudyError(f"No {name}.", next_step="Choose another." if known else f"Ask {who}.")
raise StudyError(sentence("No {name}.", name=name), next_step="Choose another.")
"""
    assert said_in_english(source) == [2, 3]
    assert translations.untranslated_errors(source) == [5, 5]


def test_a_literal_is_found():
    source = """
label.setText(tr("Fine") + f"<b>{count} frames</b>")
button = QPushButton("Open" if new else tr("Close"))
box.addItem(tr("Time"), "time.mean")
"""
    assert list(untranslated(source)) == [(2, "<b>0 frames</b>"), (3, "Open")]


_ALIKE = {"{n} more", "{n} codable to one only"}
"""Texts with a number that read the same for one."""


def test_counts_of_one_read_well():
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {many.value!r}"
        for path in sorted(ROOT.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"tr_n", "sentence_n"}
        for one, many in [node.args[:2]]
        if isinstance(one, ast.Constant) and isinstance(many, ast.Constant) and one.value == many.value
        if many.value not in _ALIKE
    ]
    assert found == []
