"""The one command that sets up, checks and starts AU Studio."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import bootstrap
import environment as environments
import pytest
import system_libraries
from messages import SetupError

PACKAGING = Path(bootstrap.__file__).parent


@pytest.fixture
def ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> environments.Environment:
    """An environment that is set up already."""
    environment = environments.Environment(tmp_path)
    monkeypatch.setattr(bootstrap, "prepare", lambda options, rest: environment)
    return environment


@pytest.mark.parametrize("file", sorted(PACKAGING.glob("*.py")), ids=lambda file: file.name)
def test_an_old_python_can_read_the_files_far_enough_to_be_told_that_it_is_old(file: Path) -> None:
    ast.parse(file.read_text("utf-8"), feature_version=(3, 7))


def test_the_set_up_needs_the_standard_library_only() -> None:
    code = "import sys; sys.path.insert(0, sys.argv[1]); import bootstrap"
    subprocess.run([sys.executable, "-I", "-S", "-c", code, str(PACKAGING)], check=True)


def test_no_package_marker_turns_the_folder_into_a_module_that_hides_the_library_packaging() -> None:
    assert not (PACKAGING / "__init__.py").exists()


@pytest.mark.parametrize(
    ("version", "supported"),
    [((3, 10), False), ((3, 11), True), ((3, 12), True), ((3, 13), True), ((3, 14), False), ((4, 0), False)],
)
def test_pythons_without_ready_made_packages_are_turned_down(
    version: tuple[int, int], supported: bool
) -> None:
    assert bootstrap.is_supported(version) is supported


def test_without_a_suitable_python_the_message_says_which_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bootstrap, "is_supported", lambda version: False)
    monkeypatch.setattr(bootstrap, "find_python", lambda: None)
    assert bootstrap.main(["setup"]) == 1
    words = capsys.readouterr().err
    assert "needs Python 3.11, 3.12 or 3.13" in words
    assert "Install Python 3.12" in words


def test_a_suitable_python_is_found_by_its_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    minor = sys.version_info[1]
    (tmp_path / f"python3.{minor}").symlink_to(sys.executable)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert bootstrap.find_python() == [f"python3.{minor}"]


def test_every_check_runs_and_one_failure_fails_the_whole(
    ready: environments.Environment, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = []

    def run_check(name: str, command: list[str], folder: Path) -> tuple[bool, str]:
        ran.append(name)
        return name != "types", "==== 7 passed in 1.0s ====" if name == "tests" else "whatever"

    monkeypatch.setattr(bootstrap, "run_check", run_check)
    assert bootstrap.main(["test"]) == 1
    assert ran == ["style", "format", "types", "import contracts", "tests"]
    lines = capsys.readouterr().out.splitlines()
    assert "types: FAILED" in lines[-2]
    assert lines[-1] == "==== 7 passed in 1.0s ===="


def test_all_checks_passing_is_success(
    ready: environments.Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "run_check", lambda name, command, folder: (True, ""))
    assert bootstrap.main(["test"]) == 0


def test_a_check_passes_its_output_on_and_reports_its_exit_code(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    command = [sys.executable, "-c", "print('first'); print('last ä'); print(); raise SystemExit(3)"]
    assert bootstrap.run_check("name", command, tmp_path) == (False, "last ä")
    assert "first\nlast ä\n" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("display", "arguments", "started"),
    [
        (True, ["demo"], ["demo"]),
        (False, ["demo"], ["demo", "--headless", "demo-output"]),
        (False, ["demo", "--headless", "here"], ["demo", "--headless", "here"]),
        (False, ["run", "my video.mp4"], ["my video.mp4"]),
    ],
)
def test_the_demo_opens_a_window_where_there_is_a_display_and_writes_files_elsewhere(
    ready: environments.Environment,
    monkeypatch: pytest.MonkeyPatch,
    display: bool,
    arguments: list[str],
    started: list[str],
) -> None:
    calls = []
    monkeypatch.setattr(system_libraries, "has_display", lambda: display)
    monkeypatch.setattr(bootstrap, "start", lambda environment, *words: calls.append(list(words)) or 5)
    assert bootstrap.main(arguments) == 5
    assert calls == [started]


def test_a_failed_set_up_says_why_and_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise SetupError("The disk is full.", "Free some space.")

    monkeypatch.setattr(environments, "set_up", fail)
    assert bootstrap.main(["run"]) == 1
    assert capsys.readouterr().err.strip() == "The disk is full.\nFree some space."


@pytest.mark.parametrize(
    ("command", "display", "level"),
    [("run", True, "x11"), ("demo", True, "x11"), ("demo", False, "no screen"), ("test", True, "no screen")],
)
def test_libraries_for_a_window_are_asked_for_only_where_a_window_opens(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str, display: bool, level: str
) -> None:
    environment = environments.Environment(tmp_path)
    environment.folder.mkdir()
    asked = []
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(system_libraries, "has_display", lambda: display)
    monkeypatch.setattr(system_libraries, "ensure", lambda folder, level, install: asked.append(level))
    monkeypatch.setattr(environments, "Environment", lambda: environment)
    monkeypatch.setattr(environments, "set_up", lambda *_: None)
    options, rest = bootstrap.parse([command])
    bootstrap.prepare(options, rest)
    bootstrap.prepare(options, rest)  # the second start asks nothing
    assert asked == [level]
