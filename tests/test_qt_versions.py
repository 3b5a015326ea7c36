"""The window refuses pairs of PySide6 and pyqtgraph that are known to fail, in words."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from au_studio import cli, qt_versions

ROOT = Path(__file__).resolve().parents[1]
VERSIONS = [
    "6.7.0",
    "6.8.2",
    "6.8.3",
    "6.9.0",
    "6.9.1",
    "6.9.2",
    "6.9.3",
    "6.10.0",
    "6.11.1",
    "6.12.0",
    "7.0",
]


def test_the_pair_that_is_installed_works() -> None:
    assert qt_versions.check_qt_versions() is None


@pytest.mark.parametrize("version", ["6.9.1", "6.9.2", "6.10.0", "6.12.0"])
def test_a_release_that_breaks_the_window_is_refused_with_its_name_and_a_way_out(version: str) -> None:
    problem = qt_versions.find_problem(version, "0.14.0")
    assert problem is not None
    assert f"PySide6 {version}" in problem
    assert "pip install" in problem


@pytest.mark.parametrize("version", VERSIONS)
def test_the_window_accepts_the_releases_that_installation_accepts(version: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = {r.name: r for r in map(Requirement, project["dependencies"])}
    accepted = qt_versions.find_problem(version, "0.14.0") is None
    assert accepted == (version in needed["PySide6"].specifier)


def test_an_old_pyqtgraph_is_refused() -> None:
    assert "pyqtgraph 0.13.7" in str(qt_versions.find_problem("6.9.3", "0.13.7"))


def test_a_missing_package_is_named() -> None:
    assert "PySide6 is not installed" in str(qt_versions.find_problem(None, "0.14.0"))
    assert "pyqtgraph is not installed" in str(qt_versions.find_problem("6.9.3", None))


def test_checking_loads_no_qt() -> None:
    code = (
        "import sys; from au_studio.qt_versions import check_qt_versions; check_qt_versions();"
        "print(sorted(m for m in sys.modules if m.startswith(('PySide6', 'shiboken6', 'pyqtgraph'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("words", [["--"], ["demo"], ["demo", "--headless", "out", "--pictures"]])
def test_the_window_refuses_a_pair_that_fails_in_a_sentence_before_qt_is_loaded(words, tmp_path) -> None:
    code = (
        "import sys; from au_studio import cli, qt_versions;"
        "qt_versions.installed_version = {'PySide6': '6.12.0', 'pyqtgraph': '0.14.0'}.get;"
        f"code = cli.main({words!r});"
        "print(code, sorted(m for m in sys.modules if m.startswith(('PySide6', 'shiboken6', 'pyqtgraph'))))"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env=environment,
    )
    assert done.stdout.strip() == "1 []"
    assert "PySide6 6.12.0 loses memory or aborts" in done.stderr
    assert "pip install" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks libraries this way")
def test_missing_libraries_are_named_before_qt_ends_the_program(tmp_path, monkeypatch, capsys):
    plugins = tmp_path / "Qt" / "plugins" / "platforms"
    plugins.mkdir(parents=True)
    (plugins / "libqxcb.so").write_bytes(b"")
    ldd = tmp_path / "ldd"
    ldd.write_text(
        "#!/bin/sh\nprintf '\\tlibxcb-cursor.so.0 => not found\\n\\tlibc.so.6 => /lib/libc.so.6\\n'\n"
    )
    ldd.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setenv("DISPLAY", ":99")
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    assert qt_versions.missing_window_libraries(tmp_path) == {"libxcb-cursor.so.0"}
    assert cli.main([]) == cli.EXIT_FAILED
    words = capsys.readouterr().err
    assert "the system lacks these libraries: libxcb-cursor.so.0" in words
    assert "bootstrap.py run" in words
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert qt_versions.missing_window_libraries(tmp_path) == set()
