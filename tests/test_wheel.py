"""The wheel carries everything that AU Studio needs at run time, and finds it there."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from email.parser import HeaderParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_every_module_and_every_shipped_file(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "au_studio").rglob("*.py")}
    shipped = {
        f"au_studio/_resources/{path.relative_to(ROOT / 'resources').as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert modules
    assert "au_studio/_resources/face/face_landmark.tflite" in shipped
    assert modules | shipped | {"au_studio/py.typed"} <= names


def test_the_wheel_installs_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"au_studio"}


def test_the_wheel_states_its_licence_and_commands(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    files = {Path(name).name: name for name in archive.namelist() if ".dist-info/" in name}
    metadata = HeaderParser().parsestr(archive.read(files["METADATA"]).decode())
    assert metadata["License-Expression"] == "MIT"
    assert "au-studio = au_studio.cli:main" in archive.read(files["entry_points.txt"]).decode()


def test_resources_are_found_inside_an_installed_wheel(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path)
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from au_studio import resources;"
        "print(resources.root()); print(resources.path('face/face_landmark.tflite').stat().st_size);"
        "from au_studio.templates import fill; print(fill('methods/caution.txt.j2', {}, {}).split()[0])"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    root, size, first_word = done.stdout.split()
    assert first_word == "Written"
    assert Path(root) == tmp_path / "au_studio" / "_resources"
    assert int(size) == (ROOT / "resources/face/face_landmark.tflite").stat().st_size
