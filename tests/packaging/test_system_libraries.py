"""Missing libraries of a Linux system are named, with the command that installs them."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
import system_libraries
from messages import SetupError
from system_libraries import LIBRARIES, SOUND_ONLY, ensure, install_command, missing, not_found

ROOT = Path(__file__).resolve().parents[2]


def only_manager(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(shutil, "which", lambda program: f"/usr/bin/{program}" if program == name else None)


def test_what_the_loader_does_not_find_is_read_from_its_listing() -> None:
    listing = (
        "/x/cv2.abi3.so:\n\tlinux-vdso.so.1 (0x00007fff)\n\tlibGL.so.1 => not found\n"
        "\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)\n\tlibxcb-cursor.so.0 => not found\n"
    )
    assert not_found(listing) == {"libGL.so.1", "libxcb-cursor.so.0"}


@pytest.mark.parametrize(
    ("manager", "command"),
    [
        ("apt-get", "apt-get install -y --no-install-recommends libegl1 libxcb-cursor0"),
        ("dnf", "dnf install -y libglvnd-egl xcb-util-cursor"),
        ("pacman", "pacman -S --needed --noconfirm libglvnd xcb-util-cursor"),
    ],
)
def test_the_command_is_that_of_the_systems_own_package_manager(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, manager: str, command: str
) -> None:
    only_manager(monkeypatch, manager)
    monkeypatch.setattr(system_libraries, "is_root", lambda: False)
    monkeypatch.setattr(system_libraries, "missing", lambda *_: {"libEGL.so.1", "libxcb-cursor.so.0"})
    with pytest.raises(SetupError, match=r"libEGL\.so\.1, libxcb-cursor\.so\.0") as caught:
        ensure(tmp_path, "x11", install=False)
    assert f"sudo {command}\n" in caught.value.next_step


def test_a_library_of_unknown_package_is_named_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    only_manager(monkeypatch, "apt-get")
    monkeypatch.setattr(system_libraries, "missing", lambda *_: {"libEGL.so.1", "libnew.so.9"})
    with pytest.raises(SetupError) as caught:
        ensure(tmp_path, "x11", install=False)
    assert "the packages that hold libnew.so.9" in caught.value.next_step


def test_an_unknown_system_still_gets_the_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    only_manager(monkeypatch, "none")
    monkeypatch.setattr(system_libraries, "missing", lambda *_: {"libEGL.so.1"})
    with pytest.raises(SetupError, match=r"libEGL\.so\.1"):
        ensure(tmp_path, "x11", install=True)


def test_installing_goes_on_until_nothing_is_missing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    only_manager(monkeypatch, "apt-get")
    rounds = [{"libEGL.so.1"}, {"libX11.so.6"}, set()]
    installed = []
    monkeypatch.setattr(system_libraries, "missing", lambda *_: rounds.pop(0))
    monkeypatch.setattr(system_libraries, "install_packages", lambda command: installed.append(command[-1]))
    ensure(tmp_path, "no screen", install=True)
    assert installed == ["libegl1", "libx11-6"]


def test_each_package_has_a_name_for_every_manager() -> None:
    assert all(all(packages) for packages in LIBRARIES.values())
    assert install_command([]) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks libraries this way")
def test_this_environment_lacks_nothing_that_the_tests_need() -> None:
    environment = Path(sys.prefix)
    if not any(environment.glob("lib/python3.*/site-packages/PySide6")):
        pytest.skip("PySide6 lies outside of this environment")
    assert missing(environment, "no screen") <= SOUND_ONLY


def test_what_only_sound_needs_is_no_reason_to_stop(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    only_manager(monkeypatch, "apt-get")
    monkeypatch.setattr(system_libraries, "is_root", lambda: False)
    monkeypatch.setattr(system_libraries, "missing", lambda *_: {"libpulse.so.0"})
    ensure(tmp_path, "x11", install=False)
    assert "no sound: libpulse.so.0 is missing. To hear it: sudo apt-get install" in capsys.readouterr().out

    def fail(command: list[str]) -> None:
        raise SetupError("The command failed.", "Run it by hand.")

    monkeypatch.setattr(system_libraries, "install_packages", fail)
    ensure(tmp_path, "x11", install=True)
    words = capsys.readouterr().out
    assert "Installing libraries of the system (with sudo): libpulse.so.0" in words
    assert "There will be no sound" in words
    monkeypatch.setattr(system_libraries, "missing", lambda *_: {"libpulse.so.0", "libEGL.so.1"})
    with pytest.raises(SetupError, match="The command failed"):
        ensure(tmp_path, "x11", install=True)


@pytest.mark.parametrize(
    ("root", "sudo", "expected"), [(True, None, True), (False, 0, True), (False, 1, False)]
)
def test_it_installs_by_itself_where_nobody_has_to_be_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, root: bool, sudo: int | None, expected: bool
) -> None:
    monkeypatch.setattr(system_libraries, "is_root", lambda: root)
    if sudo is not None:
        program = tmp_path / "sudo"
        program.write_text(f'#!/bin/sh\n[ "$*" = "-n true" ] && exit {sudo}\nexit 7\n')
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert system_libraries.may_install() is expected
    if not root:
        (tmp_path / "sudo").unlink()
        assert system_libraries.may_install() is False
