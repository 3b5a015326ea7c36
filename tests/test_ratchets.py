"""What is to stay, and what is not yet as it should be, counted: that may only become less."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PRODUCT = TESTS.parent / "au_studio"

PRIVATES_WRITTEN = {
    "controllers/watch/test_playback.py": 1, "controllers/watch/test_watching.py": 1,
    "factory/benchmark/test_benchmark.py": 1, "jobs/test_cluster.py": 2, "learn/stage2/test_finetune.py": 1,
    "learn/test_short_memory.py": 1, "nn/test_quick_model.py": 1, "packaging/test_environment.py": 2,
    "packaging/test_installer.py": 1,
    "ui/train/test_training_page.py": 1, "ui/watch/test_failed_analysis.py": 1, "ui/watch/test_rows.py": 1,
    "video/test_way.py": 2,
}  # fmt: skip
"""How often tests write what is private to an object of the product, by file: a fixture or a public name is
better."""


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


def test_the_places_that_write_privates_become_fewer():
    files = [path for path in TESTS.rglob("*.py") if path != Path(__file__)]
    found = Counter({
        path.relative_to(TESTS).as_posix(): len(list(privates_written(path.read_text(encoding="utf-8"))))
        for path in files
    })  # fmt: skip
    assert {name: count for name, count in found.items() if count} == PRIVATES_WRITTEN, (
        "more: make a fixture or a public name; fewer: write the new number here"
    )


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
