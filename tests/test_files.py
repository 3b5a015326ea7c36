"""What anyone who writes files with AU Studio can rely on."""

from __future__ import annotations

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from au_studio.files import WriteError, atomic_path, together, write_bytes, write_text


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


def test_a_finished_file_appears_whole_and_alone(tmp_path):
    target = tmp_path / "new folder" / "table.csv"
    with atomic_path(target) as temporary:
        assert temporary.parent == target.parent
        assert temporary.suffix == ".csv"
        temporary.write_bytes(b"all of it")
        assert not target.exists()
    assert target.read_bytes() == b"all of it"
    assert names(target.parent) == ["table.csv"]


def test_a_failed_write_leaves_the_old_file_and_no_rubbish(tmp_path):
    target = tmp_path / "table.csv"
    target.write_bytes(b"old")

    def write_half() -> None:
        with atomic_path(target) as temporary:
            temporary.write_bytes(b"half")
            raise RuntimeError("power of imagination failed")

    with pytest.raises(RuntimeError):
        write_half()
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["table.csv"]


def test_a_killed_writer_leaves_the_old_file(tmp_path):
    target = tmp_path / "table.csv"
    target.write_bytes(b"old")
    script = (
        "import os, signal, sys; from pathlib import Path; from au_studio.files import atomic_path\n"
        "with atomic_path(Path(sys.argv[1])) as t:\n"
        "    t.write_bytes(b'half'); os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(target)], check=False)
    assert target.read_bytes() == b"old"


def test_a_full_disk_is_said_in_words(tmp_path):
    target = tmp_path / "table.csv"

    def fill() -> None:
        with atomic_path(target):
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(WriteError, match=r"table\.csv could not be written: no space left.*Free some space"):
        fill()
    assert names(tmp_path) == []


def test_a_folder_that_is_a_file_is_said_in_words(tmp_path):
    (tmp_path / "notes").write_text("a file")
    with pytest.raises(WriteError, match="could not be written"):
        write_bytes(tmp_path / "notes" / "table.csv", b"x")


def test_errors_of_the_writer_itself_are_not_disguised(tmp_path):
    def read_something_else() -> None:
        with atomic_path(tmp_path / "a.csv"):
            (tmp_path / "missing").read_bytes()

    with pytest.raises(FileNotFoundError):
        read_something_else()


def test_text_is_utf8_with_the_line_ends_given(tmp_path):
    write_text(tmp_path / "a.txt", "é\r\nb\n")
    assert (tmp_path / "a.txt").read_bytes() == b"\xc3\xa9\r\nb\n"


def test_files_that_belong_together_are_all_there_or_none_is_new(tmp_path):
    old, new, last = (tmp_path / name for name in ("old", "new", "last"))
    old.write_text("1")

    def write() -> None:
        with together((old, new, last)):
            write_text(old, "2")
            write_text(new, "2")
            write_text(old / "no folder", "")

    with pytest.raises(WriteError):
        write()
    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    assert old.read_text() == "2"
