"""Names of results: told apart by folders, kept when recordings come beside them, short enough for files."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
import torch
from drawn import moving_face, write_video

from au_studio.cli import main
from au_studio.jobs.output_names import output_names
from au_studio.nn.checkpoint import load_checkpoint, read_card, save_checkpoint


@pytest.fixture
def nested(tmp_path):
    """Recordings that are all called alike, each in the folder of a person."""
    return [film(tmp_path, f"P0{number}/interview.mp4", 3 + number) for number in (1, 2)]


def film(root: Path, name: str, frames: int) -> Path:
    path = root / "videos" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return write_video(path, moving_face(frames))


def analyze(root: Path, model: Path, *more: str, of: str = "videos") -> int:
    words = [
        "analyze",
        *(str(root / name) for name in of.split()),
        "-o",
        str(root / "out"),
        "--model",
        str(model),
        "--device",
        "cpu",
    ]
    return main([*words, "--recursive", "--workers", "1", *more])


def recordings(root: Path) -> dict[str, dict]:
    told = json.loads((root / "out" / "batch.json").read_text(encoding="utf-8"))
    return {entry["name"]: entry for entry in told["recordings"]}


def test_folders_stand_in_front_of_those_that_are_called_alike():
    names = ("P1/s1/a.mp4", "P1/s2/A.mov", "P2/a.mp4", "P2/A.avi", "a.mkv", "P3/batch.mp4", "P3/b.mp4")
    called = output_names([Path("/videos", name) for name in names])
    assert called == ["P1_s1_a", "P1_s2_A", "P2_a", "P2_A_2", "a", "batch_2", "b"]


def test_names_that_bids_cannot_tell_apart_get_a_number_where_it_is_asked_for():
    videos = [Path("/videos/a b.mp4"), Path("/videos/a_b.mp4")]
    assert output_names(videos) == ["a b", "a_b"]
    assert output_names(videos, ["openface", "bids"]) == ["a b", "a_b_2"]
    long = [Path("/videos", "interview" * 9 + end) for end in (".mp4", ".1.mp4", " 1.mp4")]
    names = output_names(long, ["bids"])
    assert names == [*(path.stem for path in long[:2]), long[2].stem]


def test_recordings_that_come_beside_others_take_nobodys_results(tmp_path, nested, model_path, capsys):
    assert analyze(tmp_path, model_path, "--format", "openface", "summary") == 0
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").glob("*.h5")}
    assert {path.name for path in before} == {"P01_interview.h5", "P02_interview.h5"}
    film(tmp_path, "P00/interview.mp4", 3)
    film(tmp_path, "interview.mp4", 6)
    capsys.readouterr()
    assert analyze(tmp_path, model_path, "--format", "openface", "summary") == 0
    said = capsys.readouterr().err
    assert "2 of 4 recordings were analysed already" in said
    assert "P00_interview.mp4: 3 frames" in said
    assert {path: path.stat().st_mtime_ns for path in before} == before
    rows = {name: entry["rows"] for name, entry in recordings(tmp_path).items()}
    assert rows == {"P00_interview": 3, "P01_interview": 4, "P02_interview": 5, "interview": 6}
    with (tmp_path / "out" / "summary.csv").open(encoding="utf-8", newline="") as stream:
        assert {row["recording"] for row in csv.DictReader(stream)} == {f"{name}.mp4" for name in rows}


def test_a_recording_that_was_alone_keeps_its_name_when_others_are_called_so(tmp_path, model_path):
    film(tmp_path, "P02/interview.mp4", 4)
    assert analyze(tmp_path, model_path) == 0
    film(tmp_path, "P01/interview.mp4", 3)
    assert analyze(tmp_path, model_path) == 0
    rows = {name: (entry["rows"], entry["skipped"]) for name, entry in recordings(tmp_path).items()}
    assert rows == {"P01_interview": (3, False), "interview": (4, True)}


def test_results_are_found_by_content_where_no_record_tells_of_them(tmp_path, nested, model_path):
    assert analyze(tmp_path, model_path) == 0
    seconds = {name: entry["seconds"] for name, entry in recordings(tmp_path).items()}
    (tmp_path / "out" / "batch.json").unlink()
    assert analyze(tmp_path, model_path, of="videos/P02") == 0
    assert {name: entry["skipped"] for name, entry in recordings(tmp_path).items()} == {"P02_interview": True}
    shutil.move(tmp_path / "videos", tmp_path / "moved")
    assert analyze(tmp_path, model_path, of="moved") == 0
    found = recordings(tmp_path)
    assert {name: entry["skipped"] for name, entry in found.items()} == dict.fromkeys(seconds, True)
    assert {name: entry["seconds"] for name, entry in found.items()} == pytest.approx(seconds, abs=0.2)


def test_a_file_whose_content_is_new_is_named_so_and_keeps_what_there_is(
    tmp_path, nested, model_path, capsys
):
    assert analyze(tmp_path, model_path) == 0
    table = (tmp_path / "out" / "P02_interview.csv").read_bytes()
    shutil.copy(nested[0], nested[1])
    assert analyze(tmp_path, model_path) == 1
    assert (
        "P02_interview.h5 exists already, and was made from a file of other content."
        in capsys.readouterr().err
    )
    assert (tmp_path / "out" / "P02_interview.csv").read_bytes() == table
    # Replaced as the message says, alone and by its own name.
    assert analyze(tmp_path, model_path, "--overwrite", of="videos/P02/interview.mp4") == 0
    assert analyze(tmp_path, model_path) == 0
    first, second = ((tmp_path / "out" / f"P0{n}_interview.csv").read_bytes() for n in (1, 2))
    assert first == second != table


def test_a_recording_that_is_named_twice_is_analysed_once(tmp_path, nested, model_path):
    assert analyze(tmp_path, model_path, of="videos videos/P01 videos/P01/interview.mp4") == 0
    assert set(recordings(tmp_path)) == {"P01_interview", "P02_interview"}


def test_names_that_are_too_long_for_files_are_cut_and_still_differ(tmp_path, model_path):
    long = "ü" * 110
    films = [film(tmp_path, f"{long} {letter}.mp4", 3) for letter in "ab"]
    names = output_names(films)
    assert len(set(names)) == 2
    assert all(name.startswith("ü" * 60) and len(name.encode()) <= 150 for name in names)
    assert analyze(tmp_path, model_path, "--format", "openface", "parquet", "bids", "events") == 0
    assert set(recordings(tmp_path)) == set(names)


def test_models_of_one_name_are_told_apart_where_results_are_kept(tmp_path, model_path, capsys):
    film(tmp_path, "interview.mp4", 3)
    assert analyze(tmp_path, model_path) == 0
    used = read_card(model_path)
    network, _ = load_checkpoint(model_path)
    with torch.no_grad():
        network.regressor.bias.add_(1)
    other = tmp_path / "other.safetensors"
    save_checkpoint(network, used, other)
    assert analyze(tmp_path, other) == 1
    made = f"made by another model ({used.name}, SHA-256 {used.sha256[:8]}…)."
    assert f"interview.h5 exists already, and was {made}" in capsys.readouterr().err
