"""``import au_studio`` is quick and loads nothing, and every public name is there when it is asked for."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import au_studio

PROGRAM = """
import sys
before = set(sys.modules)
import au_studio
assert "analyze" in dir(au_studio)
print(*sorted({name.partition(".")[0] for name in set(sys.modules) - before}))
"""


def test_importing_loads_no_library():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert "au_studio" in done.stdout.split()
    assert not {"numpy", "torch", "cv2", "av", "h5py", "pandas", "PySide6", "scipy"} & set(
        done.stdout.split()
    )


def test_every_public_name_is_there_and_typed():
    stub = ast.parse(Path(au_studio.__file__).with_suffix(".pyi").read_text(encoding="utf-8"))
    typed = {
        f"{node.module}.{alias.asname}"
        for node in stub.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    assert typed == {f"{module}.{name}" for name, module in au_studio._PUBLIC.items()}
    for name in au_studio.__all__:
        assert getattr(au_studio, name).__doc__


def test_a_name_that_is_not_there_is_an_attribute_error():
    with pytest.raises(AttributeError, match="analyse"):
        au_studio.analyse  # noqa: B018
