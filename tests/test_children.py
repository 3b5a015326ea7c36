"""Long work is started with Python, and by the built program with itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from au_studio import children

ENTRY = Path(__file__).parents[1] / "packaging" / "program" / "entry.py"


def test_python_runs_the_module():
    assert children.command("au_studio.jobs", "job.json") == [
        sys.executable,
        "-m",
        "au_studio.jobs",
        "job.json",
    ]


def test_the_built_program_runs_itself(monkeypatch, tmp_path):
    program = tmp_path / "au-studio"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    assert children.command("au_studio.live.child") == [str(program), "--child", "au_studio.live.child"]


def test_windows_runs_the_program_that_has_a_console(monkeypatch, tmp_path):
    console = tmp_path / "au-studio-console.exe"
    console.touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "au-studio.exe"))
    assert children.command("au_studio.jobs")[0] == str(console)


def test_nothing_but_the_known_modules_is_run():
    with pytest.raises(ValueError, match="no process is made of"):
        children.command("antigravity")
    with pytest.raises(ValueError, match="no process is made of"):
        children.run(["au-studio", "--child", "antigravity"])
    with pytest.raises(ValueError, match="needs a module"):
        children.run(["au-studio", "--child"])


def test_a_child_of_the_built_program_hears_its_arguments_and_ends_with_its_code(tmp_path):
    # The program's own beginning, run by Python: a job file that is none ends the job with an error event.
    file = tmp_path / "no-job.json"
    file.write_text("{}")
    command = [sys.executable, str(ENTRY), "--child", "au_studio.jobs", str(file)]
    done = subprocess.run(
        command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False, timeout=60
    )
    assert done.returncode == 1, done.stderr
    assert '"event": "error"' in done.stdout


def test_other_programs_get_the_search_path_that_was_there_before():
    code = (
        "import os, runpy, sys; sys.argv = ['au-studio', '--version']\n"
        f"entry = runpy.run_path({str(ENTRY)!r})\n"
        "entry['restore_environment'](); print(os.environ.get('LD_LIBRARY_PATH', 'none'))"
    )
    for before, expected in (({"LD_LIBRARY_PATH_ORIG": "/opt/lib"}, "/opt/lib"), ({}, "none")):
        environment = {"LD_LIBRARY_PATH": "/inside/the/program", "PATH": "", **before}
        done = subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
        )
        assert done.stdout.strip() == (
            expected if sys.platform.startswith("linux") else "/inside/the/program"
        )


def test_every_child_is_spoken_to_through_pipes_and_opens_no_console(monkeypatch):
    for name, value in (("CREATE_NO_WINDOW", 0x08000000), ("BELOW_NORMAL_PRIORITY_CLASS", 0x4000)):
        monkeypatch.setattr(subprocess, name, value, raising=False)
    assert children.piped()["creationflags"] == 0x08004000
    assert children.piped(gently=False)["creationflags"] == 0x08000000
    monkeypatch.undo()
    with subprocess.Popen([sys.executable, "-c", "print(input()[::-1])"], **children.piped()) as child:
        assert child.communicate(b"abc\n", timeout=60)[0].split() == [b"cba"]
