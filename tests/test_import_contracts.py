"""The import contracts of pyproject.toml: they hold, they cover every package, and each of them can break."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[1]
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
MODULES = [path.relative_to(ROOT) for path in (ROOT / "au_studio").rglob("*.py")]
PACKAGES = {path.parts[1] for path in MODULES if len(path.parts) > 2}
PARTS_THAT_GET_THE_WHOLE = {
    "controllers.batch", "controllers.interrupted", "controllers.workspace",
    "controllers.recordings", "controllers.stored_files",
    "export.bids_study", "export.study_files",
    "ui.watch.stretch_tools", "ui.watch.watch_actions", "ui.watch.watch_page",
}  # fmt: skip
"""Modules in circles that only the reader of types sees: a part names the type of what hands itself to it."""


def check_contracts(folder: Path) -> tuple[int, str]:
    """Run the import linter on the `au_studio` package in a folder; return its exit code and output."""
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--no-logo"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_every_import_follows_the_contracts() -> None:
    code, output = check_contracts(ROOT)
    assert code == 0, output


def test_the_contract_on_qt_names_every_package_but_the_window_and_what_opens_it() -> None:
    contract = next(contract for contract in CONTRACTS if contract["id"] == "qt")
    named = {name.removeprefix("au_studio.") for name in contract["source_modules"]}
    assert named >= PACKAGES - {"cli", "controllers", "ui"}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Output of the import linter on an otherwise empty package that breaks every contract."""
    folder = tmp_path_factory.mktemp("broken")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for file in MODULES:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).touch()
    for module, imported in {
        "face.opencv": "cv2",
        "facs.upwards": "au_studio.stats",
        "video.sideways": "au_studio.face",
        "nn.picture": "au_studio.face.opencv",
        "analysis.window": "PySide6.QtCore",
        "ui.network": "torch",
        "video.reader": "cv2",
        "export.database": "sqlite3",
        "study.database": "sqlite3",
        "study.model": "torch",
        "jobs.window": "au_studio.ui",
        "cli.window": "PySide6.QtWidgets",
        "jobs.rendering": "au_studio.factory",
        "controllers.watch.neighbour": "au_studio.controllers.code",
        "learn.material.upwards": "au_studio.learn.stage2",
        "templates": "jinja2, markupsafe",
        "reports.page": "jinja2",
    }.items():
        file = folder / "au_studio" / (module.replace(".", "/") + ".py")
        file.write_text(f"import {imported}\n", encoding="utf-8")
    code, output = check_contracts(folder)
    assert code != 0
    return output


@pytest.mark.parametrize("contract", CONTRACTS, ids=[contract["id"] for contract in CONTRACTS])
def test_a_violation_breaks_its_contract(broken: str, contract: dict[str, str]) -> None:
    # The linter wraps long names, so the outcome is looked for after the whole name, white space made equal.
    words = " ".join(broken.split())
    assert f"{contract['name']} BROKEN" in words


def in_circles(*, types_too: bool) -> set[str]:
    """Return the modules of the product whose imports lead back to themselves."""
    graph = grimp.build_graph("au_studio", cache_dir=None, exclude_type_checking_imports=not types_too)
    found = knotted({module: graph.find_modules_directly_imported_by(module) for module in graph.modules})
    return {module.removeprefix("au_studio.") for module in found}


def knotted(imports: dict[str, set[str]]) -> set[str]:
    """Return the names from which one comes back to them."""

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        ahead = [start]
        while ahead:
            new = imports[ahead.pop()] - seen
            seen |= new
            ahead += new
        return seen

    return {name for name in imports if name in reached(name)}


def test_no_imports_run_in_a_circle() -> None:
    assert in_circles(types_too=False) == set()


def test_only_known_parts_name_the_type_of_the_whole() -> None:
    assert in_circles(types_too=True) <= PARTS_THAT_GET_THE_WHOLE


def test_a_circle_is_found() -> None:
    assert knotted({"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": {"e"}, "e": set()}) == {"b", "c"}
