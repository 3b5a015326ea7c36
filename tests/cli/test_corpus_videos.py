"""``au-studio corpus videos``: a file of clips that other commands know, or none."""

from __future__ import annotations

from au_studio.cli import main


def test_a_file_that_no_other_command_would_know_is_refused_before_the_work(tmp_path, capsys):
    assert main(["corpus", "videos", str(tmp_path), "-o", str(tmp_path / "clips")]) == 1
    assert f"-o {tmp_path / 'clips.h5'}" in capsys.readouterr().err


def test_no_file_of_no_clips_is_written_and_what_failed_is_named(tmp_path, capsys):
    out = tmp_path / "clips.h5"
    assert main(["corpus", "videos", str(tmp_path / "gone.mp4"), "-o", str(out)]) == 1
    said = capsys.readouterr().err
    assert "“gone.mp4” is not there" in said
    assert "no file was written" in said
    assert not out.exists()
