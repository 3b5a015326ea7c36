"""What goes into the built program, and what its builder refuses."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import stat
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import build_program
import pytest
from messages import SetupError

PROGRAM = Path(build_program.HERE) / "program"


def contents():
    spec = importlib.util.spec_from_file_location("contents", PROGRAM / "contents.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("place", "wanted"),
    [
        ("PySide6/QtWidgets.abi3.so", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt/lib/libQt6Qml.so.6", False),
        ("PySide6\\Qt6Quick.dll", False),
        ("PySide6/Qt/lib/libavcodec.so.61", False),
        ("av.libs/libavcodec-0123.so.61", True),
        ("torch/lib/libtorch_cpu.so", True),
        ("torch/lib/libtorch_cuda.so", False),
        ("torch/include/ATen/ATen.h", False),
        ("au_studio/_resources/models/base.safetensors", True),
        ("au_studio/_resources/translations/au_studio_de.qm", True),
        ("au_studio/_resources/translations/au_studio_de.ts", False),
        ("au_studio/_resources/report/report.html.j2", True),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("matplotlib/mpl-data/fonts/ttf/DejaVuSans.ttf", True),
        ("matplotlib/mpl-data/sample_data/goog.npz", False),
        ("PIL/_imaging.cpython-311-x86_64-linux-gnu.so", True),
        ("pillow.libs/libavif-c6062d5f.so.16.4.2", False),
    ],
)
def test_files_that_nothing_uses_stay_out(place, wanted):
    assert contents().is_wanted(place) is wanted


def test_nothing_that_au_studio_imports_is_left_out():
    excluded = tuple(contents().EXCLUDED)
    code = (
        "import sys, au_studio.ui.app, au_studio.live.child, au_studio.jobs.finetune, au_studio.jobs.analyze,"
        " au_studio.nn.quick_frames, au_studio.export.study_files, au_studio.cli.self_test\n"
        "from scipy.special import fdtri, ndtri\n"
        f"excluded = {excluded!r}\n"
        "print([n for n in excluded if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_what_is_imported_by_name_is_there_and_not_left_out():
    of_program = contents()
    for name in of_program.BY_NAME:
        assert importlib.util.find_spec(name) is not None, name
        assert not any(name == out or name.startswith(f"{out}.") for out in of_program.EXCLUDED), name


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libraries of other systems hold no symbols")
@pytest.mark.skipif(shutil.which("strip") is None, reason="there is no strip")
def test_names_that_only_debuggers_read_are_taken_out(tmp_path, monkeypatch):
    folder = tmp_path / "_internal" / "torch" / "lib"
    folder.mkdir(parents=True)
    library = folder / "libtorch_cpu.so"
    source = tmp_path / "a.c"
    source.write_text(
        "static int hidden(int a) { return a + 1; }\nint seen(int a) { return hidden(a) * 2; }\n"
    )
    compiler = shutil.which("cc")
    if compiler is None:
        pytest.skip("there is no compiler")
    subprocess.run([compiler, "-O0", "-shared", "-fPIC", "-o", str(library), str(source)], check=True)
    assert b"hidden" in library.read_bytes()
    assert build_program.strip_symbols(tmp_path) > 0
    assert b"hidden" not in library.read_bytes()
    assert ctypes.CDLL(str(library)).seen(2) == 6
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert build_program.strip_symbols(tmp_path) == 0, "nothing is done where there is no strip"


def test_a_python_without_pyinstaller_is_told_how_to_get_it(monkeypatch, tmp_path):
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "PyInstaller" else found(name)
    )
    with pytest.raises(SetupError) as error:
        build_program.check(tmp_path)
    assert "packaging" in error.value.next_step


def test_a_python_with_cuda_and_a_full_disk_are_refused(monkeypatch, tmp_path):
    here = object()
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: here)
    with pytest.raises(SetupError, match="CUDA"):
        build_program.check(tmp_path)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "nvidia" else here)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: shutil._ntuple_diskusage(10, 9, 1))
    with pytest.raises(SetupError, match="not enough room"):
        build_program.check(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="the program is a shell script here")
def test_a_program_that_fails_its_test_is_told_of(tmp_path):
    program = build_program.program_in(tmp_path)
    program.write_text('#!/bin/sh\n[ "$1" = --version ] && [ -z "$VIRTUAL_ENV" ] && exit 0\nexit 3\n')
    program.chmod(0o755)
    with pytest.raises(SetupError, match=r"--self-test --verbose ended with 3"):
        build_program.test(tmp_path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="desktop files are Linux's")
def test_the_desktop_entry_starts_the_program_and_is_taken_out_again(tmp_path):
    folder, data = tmp_path / 'My "$AU" Studio', tmp_path / "data"
    folder.mkdir()
    script = shutil.copy(PROGRAM / "install-desktop-entry.sh", folder)
    run = {
        "env": {"XDG_DATA_HOME": str(data), "PATH": os.environ["PATH"]},
        "capture_output": True,
        "text": True,
    }
    missing = subprocess.run(["sh", script], check=False, **run)
    assert missing.returncode == 1
    assert "is not in" in missing.stderr
    program = folder / "au-studio"
    program.write_text("#!/bin/sh\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    subprocess.run(["sh", script], check=True, **run)
    entry = (data / "applications" / "au-studio.desktop").read_text()
    escaped = str(folder / "au-studio").replace('"', '\\\\"').replace("$", "\\\\$")
    assert f'Exec="{escaped}" %F' in entry.splitlines()
    types = ET.parse(data / "mime" / "packages" / "au-studio.xml")
    globs = {node.get("pattern") for node in types.iter() if node.tag.endswith("glob")}
    assert globs == {"*.austudio", "study.sqlite"}
    assert "application/x-au-studio" in entry
    subprocess.run(["sh", script, "--remove"], check=True, **run)
    assert not (data / "applications" / "au-studio.desktop").exists()
    assert not (data / "mime" / "packages" / "au-studio.xml").exists()
