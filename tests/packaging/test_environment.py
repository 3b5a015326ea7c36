"""The environment is made once, follows the pins, and is repaired when its making was cut off."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import environment as environments
import pytest
from environment import Environment, set_up
from messages import SetupError
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = environments.ROOT


class PipThatSucceeds:
    """Stands for pip (the edge to the network): notes what it was asked to install."""

    calls: list[tuple[str, tuple[str, ...]]]

    def __init__(self, *_: object) -> None:
        pass

    def install(self, what: str, *arguments: str) -> None:
        self.calls.append((what, arguments))


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Environment:
    """A checkout without an environment, and a pip that installs nothing."""
    (tmp_path / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text("utf-8"), "utf-8")
    monkeypatch.setattr(environments, "Pip", PipThatSucceeds)
    monkeypatch.setattr(PipThatSucceeds, "calls", [], raising=False)
    monkeypatch.setattr(Environment, "create", make_quickly)
    monkeypatch.setattr(Environment, "works", lambda self: self.python.exists())
    return Environment(tmp_path)


def make_quickly(self: Environment) -> None:
    self.scripts.mkdir(parents=True)
    self.python.touch()


def test_torch_is_installed_before_and_apart_from_everything_else(checkout: Environment) -> None:
    set_up(checkout, None, None)
    calls = PipThatSucceeds.calls
    assert [what for what, _ in calls] == ["pip", "PyTorch", "the other packages", "AU Studio"]
    assert calls[1][1][-1] == "torch==2.13.0"
    assert not any(argument.startswith("torch") for argument in calls[2][1])
    assert "--no-deps" in calls[3][1]


def test_a_second_set_up_has_nothing_to_do(checkout: Environment) -> None:
    set_up(checkout, None, None)
    PipThatSucceeds.calls.clear()
    set_up(checkout, None, None)
    assert PipThatSucceeds.calls == []


def test_other_requirements_set_up_again(checkout: Environment) -> None:
    set_up(checkout, None, None)
    PipThatSucceeds.calls.clear()
    project = checkout.root / "pyproject.toml"
    project.write_text(project.read_text("utf-8").replace('"av>=17"', '"av>=18"'), "utf-8")
    set_up(checkout, None, None)
    assert PipThatSucceeds.calls


def test_a_changed_lint_rule_does_not_set_up_again(checkout: Environment) -> None:
    set_up(checkout, None, None)
    PipThatSucceeds.calls.clear()
    project = checkout.root / "pyproject.toml"
    project.write_text(project.read_text("utf-8").replace("line-length = 110", "line-length = 100"), "utf-8")
    set_up(checkout, None, None)
    assert PipThatSucceeds.calls == []


def test_a_chosen_torch_is_remembered(checkout: Environment) -> None:
    set_up(checkout, "torch==2.13.0+cu130", None)
    PipThatSucceeds.calls.clear()
    set_up(checkout, None, None)
    assert PipThatSucceeds.calls == []
    assert checkout.read_note()["torch"] == "torch==2.13.0+cu130"


def test_an_environment_whose_making_was_killed_is_made_anew(
    checkout: Environment, capsys: pytest.CaptureFixture[str]
) -> None:
    make_quickly(checkout)
    checkout.write_note(state="installing")
    half_made = checkout.folder / "half of a package"
    half_made.touch()
    set_up(checkout, None, None)
    assert not half_made.exists()
    assert "cut off" in capsys.readouterr().out


def test_after_pip_gave_up_the_next_set_up_goes_on_with_what_is_there(
    checkout: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: PipThatSucceeds, what: str, *arguments: str) -> None:
        raise SetupError("No network.")

    with monkeypatch.context() as offline:
        offline.setattr(PipThatSucceeds, "install", fail)
        with pytest.raises(SetupError, match="No network"):
            set_up(checkout, None, None)
    downloaded = checkout.folder / "downloaded already"
    downloaded.touch()
    set_up(checkout, None, None)
    assert downloaded.exists()
    assert checkout.read_note()["state"] == "ready"


def test_a_moved_checkout_gets_a_new_environment(checkout: Environment, tmp_path: Path) -> None:
    set_up(checkout, None, None)
    moved = tmp_path / "moved"
    moved.mkdir()
    (moved / "pyproject.toml").write_text((tmp_path / "pyproject.toml").read_text("utf-8"), "utf-8")
    checkout.folder.rename(moved / ".venv")
    stale = moved / ".venv" / "stale"
    stale.touch()
    set_up(Environment(moved), None, None)
    assert not stale.exists()


def test_two_set_ups_never_work_on_one_checkout_at_a_time(tmp_path: Path) -> None:
    with (
        environments.only_one_setup(tmp_path),
        pytest.raises(SetupError, match="Another set-up"),
        environments.only_one_setup(tmp_path),
    ):
        pass
    with environments.only_one_setup(tmp_path):
        pass


def test_a_real_environment_is_made_and_recognised_as_working(tmp_path: Path) -> None:
    environment = Environment(tmp_path)
    environment.make()
    assert environment.works()
    environment.python.unlink()
    assert not environment.works()


def test_every_requirement_is_pinned_to_a_version_that_it_allows() -> None:
    lines = [line for line in environments.PINS.read_text("utf-8").splitlines() if line[:1] not in ("", "#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in lines)
    pins = {canonicalize_name(line.split("==")[0]): line.split("==")[1] for line in lines}
    needed = [Requirement(text) for text in [*environments.requirements(ROOT), environments.TORCH]]
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    for requirement in [*needed, *map(Requirement, build)]:
        version = pins[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(version), requirement
    assert f"torch=={pins['torch']}" == environments.TORCH


class VenvThatLacksAPart:
    """Stands for ``python -m venv`` where Debian left a part of it out, until that is installed."""

    def __init__(self) -> None:
        self.installed = False

    def run(self, command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        output = "" if self.installed else "It was not created … ensurepip is not available"
        return subprocess.CompletedProcess(command, int(not self.installed), output, "")

    def install(self, command: list[str]) -> None:
        assert command[:3] == ["apt-get", "install", "-y"]
        self.installed = command[-1].endswith("-venv")


@pytest.fixture
def venv(monkeypatch: pytest.MonkeyPatch) -> VenvThatLacksAPart:
    lacking = VenvThatLacksAPart()
    monkeypatch.setattr(environments.subprocess, "run", lacking.run)
    monkeypatch.setattr(environments.shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(environments, "install_packages", lacking.install)
    return lacking


def test_a_part_of_python_that_debian_leaves_out_is_installed_where_we_may(
    tmp_path: Path,
    venv: VenvThatLacksAPart,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(environments, "may_install", lambda: True)
    fresh = Environment(tmp_path)
    fresh.create()
    assert venv.installed
    assert "-venv" in capsys.readouterr().out
    assert fresh.read_note()["state"] == "installing", "a set-up that is cut off now is made anew"


def test_where_we_may_not_the_command_for_that_part_is_named(
    tmp_path: Path, venv: VenvThatLacksAPart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environments, "may_install", lambda: False)
    with pytest.raises(SetupError) as caught:
        Environment(tmp_path).create()
    assert not venv.installed
    assert "apt-get install -y" in caught.value.next_step
    assert "-venv" in caught.value.next_step
    assert not (tmp_path / ".venv").exists()
