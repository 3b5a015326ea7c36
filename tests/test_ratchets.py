"""What is to stay: every controller has a test of its name, and tests write nothing that is private."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PRODUCT = TESTS.parent / "au_studio"


def controllers_without_a_test() -> set[str]:
    """Return the controllers that no file of tests is named after."""
    folder = PRODUCT / "controllers"
    found = {path.relative_to(folder) for path in folder.rglob("*.py") if path.name != "__init__.py"}
    return {
        path.as_posix()
        for path in found
        if not (TESTS / "controllers" / path.with_name(f"test_{path.name}")).is_file()
    }


def privates_written(source: str) -> Iterator[str]:
    """Yield the names of private attributes of others that a source assigns to or has replaced."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                for part in ast.walk(target):
                    own = isinstance(part, ast.Attribute) and getattr(part.value, "id", "") in {"self", "cls"}
                    if isinstance(part, ast.Attribute) and _is_private(part.attr) and not own:
                        yield part.attr
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "setattr":
            for given in node.args[:2]:
                name = given.value if isinstance(given, ast.Constant) else ""
                if isinstance(name, str) and _is_private(name.rpartition(".")[2]):
                    yield name


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def test_every_controller_has_a_test_of_its_name():
    assert controllers_without_a_test() == set(), "write tests/controllers/…/test_NAME.py"


def test_no_test_writes_what_is_private_to_an_object_of_the_product():
    files = [path for path in TESTS.rglob("*.py") if path != Path(__file__)]
    found = {
        path.relative_to(TESTS).as_posix(): names
        for path in files
        if (names := list(privates_written(path.read_text(encoding="utf-8"))))
    }
    assert found == {}, "make a fixture or a public name"


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("page._state = 1", ["_state"]),
        ("page.view._a, b = 1, 2", ["_a"]),
        ("page._n += 1", ["_n"]),
        ("monkeypatch.setattr(live, '_say', f)", ["_say"]),
        ("monkeypatch.setattr('au_studio.x._METHOD', 2)", ["au_studio.x._METHOD"]),
        ("self._own = 1; page.state = 2; made.__class__ = A", []),
        ("monkeypatch.setattr(live, 'start', f)", []),
    ],
)
def test_every_way_to_write_a_private_is_seen(source, names):
    assert list(privates_written(source)) == names
