"""No module and no function grows too long to be read at once."""

from __future__ import annotations

import ast
from pathlib import Path

import au_studio

LONGEST_MODULE, LONGEST_FUNCTION = 400, 80
ROOT = Path(au_studio.__file__).parent
SOURCES = {path.relative_to(ROOT): path.read_text(encoding="utf-8") for path in ROOT.rglob("*.py")}


def test_no_module_is_too_long():
    lines = {str(path): len(source.splitlines()) for path, source in SOURCES.items()}
    assert {path: n for path, n in lines.items() if n > LONGEST_MODULE} == {}


def test_no_function_is_too_long():
    too_long = {
        f"{path}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for path, source in SOURCES.items()
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= LONGEST_FUNCTION
    }
    assert too_long == {}
