import contextlib
import csv
import dataclasses
import json
import shutil

import numpy as np
import pytest
from drawn import moving_face, picture, write_video

from au_studio.analysis.store import load_analysis
from au_studio.analysis.threads import share
from au_studio.cli import batch_run, main
from au_studio.cli.analyze import NoRecordingError, recordings_in
from au_studio.face.opencv import cv2
from au_studio.jobs.control import Control
from au_studio.nn.checkpoint import read_card, write_card
from au_studio.nn.expected_error import KNOTS, LEVELS, ExpectedErrors
from au_studio.video import graphics_devices


@pytest.fixture
def short(tmp_path_factory):
    return write_video(tmp_path_factory.mktemp("short") / "short.mp4", moving_face(8))


def analyze(model_path, out, *arguments):
    return main(
        ["analyze", *map(str, arguments), "-o", str(out), "--model", str(model_path), "--device", "cpu"]
    )


def test_every_video_gets_table_note_and_arrays(tmp_path, short, model_path, capsys):
    assert analyze(model_path, tmp_path / "out", short) == 0
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["short.csv", "short.h5", "short.json"]
    said = capsys.readouterr()
    assert said.out == ""
    assert "8 frames, 8 with a face" in said.err


def test_threads_are_as_many_as_were_asked_for_and_one_at_least(
    tmp_path, short, model_path, capsys, monkeypatch
):
    asked = []
    monkeypatch.setattr(
        "au_studio.analysis.recording.share", lambda threads: asked.append(threads) or share(threads)
    )
    assert analyze(model_path, tmp_path / "out", short, "--threads", "4") == 0
    assert asked == [4]
    with pytest.raises(SystemExit):
        analyze(model_path, tmp_path / "other", short, "--threads", "0")
    assert "0 is no number of threads" in capsys.readouterr().err


def test_without_a_graphics_card_the_software_decodes_and_it_is_said(
    tmp_path, short, model_path, capsys, monkeypatch
):
    monkeypatch.setattr(graphics_devices, "hwdevices_available", list)
    assert analyze(model_path, tmp_path / "out", short, "--decoder", "graphics-card") == 0
    said = capsys.readouterr().err
    why = "decodes h264 on no graphics card. All pictures of short.mp4 are decoded by software."
    assert said.count(why) == 1
    made = json.loads((tmp_path / "out" / "short.json").read_text(encoding="utf-8"))["provenance"]
    assert made["decoder"] == "software"
    assert why in made["notices"][-1]
    cluster = ("--decoder", "graphics-card", "--cluster", "local")
    assert analyze(model_path, tmp_path / "other", short, *cluster) == 1
    assert "one decoder has to make all of its pictures" in capsys.readouterr().err
    assert not (tmp_path / "other").exists()


def test_a_failure_does_not_stop_the_next_video_but_is_remembered(tmp_path, short, model_path, capsys):
    (tmp_path / "broken.mp4").write_bytes(b"\x00" * 5000)
    assert analyze(model_path, tmp_path / "out", tmp_path / "broken.mp4", short) == 1
    assert (tmp_path / "out" / "short.csv").is_file()
    assert not (tmp_path / "out" / "broken.csv").exists()
    said = capsys.readouterr().err
    last = said[said.index("1 of 2 recordings could not be analysed completely") :].splitlines()
    assert last[1].startswith("“broken.mp4” cannot be read as a video")
    assert last[2].startswith("  Choose a video file")
    assert said.count("cannot be read") == 1


def test_a_file_cut_short_fails_and_says_where_its_readable_part_is(tmp_path, model_path, capsys):
    whole = write_video(tmp_path / "whole.mpg", moving_face(40), codec="mpeg1video", rate=25)
    (tmp_path / "cut.mpg").write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    assert analyze(model_path, tmp_path / "out", tmp_path / "cut.mpg") == 1
    said = capsys.readouterr().err
    n_rows = len((tmp_path / "out" / "cut.csv").read_text().splitlines()) - 1
    assert f"incomplete, {n_rows} frames were read" in said
    assert json.loads((tmp_path / "out" / "cut.json").read_text())["complete"] is False


def test_videos_of_the_same_name_do_not_overwrite_each_other(tmp_path, short, model_path):
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        shutil.copy(short, tmp_path / folder / "same.mp4")
    out = tmp_path / "out"
    assert analyze(model_path, out, tmp_path / "a" / "same.mp4", tmp_path / "b") == 0
    assert {p.name for p in out.glob("*.csv")} == {"a_same.csv", "b_same.csv"}
    notes = [json.loads((out / name).read_text()) for name in ("a_same.json", "b_same.json")]
    assert [note["table"] for note in notes] == ["a_same.csv", "b_same.csv"]


def test_earlier_results_are_replaced_only_on_request(tmp_path, short, model_path, capsys):
    out = tmp_path / "out"
    out.mkdir()
    (out / "short.csv").write_text("precious")
    assert analyze(model_path, out, short) == 1
    assert (out / "short.csv").read_text() == "precious"
    assert "--overwrite" in capsys.readouterr().err
    assert analyze(model_path, out, short, "--overwrite") == 0
    assert (out / "short.csv").read_text().startswith("frame,face_id,timestamp")


def test_photographs_are_recordings_of_one_frame(tmp_path, model_path):
    photos = tmp_path / "photos"
    photos.mkdir()
    for name in ("neutral.jpg", "smiling.png"):
        cv2.imwrite(str(photos / name), picture()[..., ::-1])
    assert analyze(model_path, tmp_path / "out", photos) == 0
    for name in ("neutral", "smiling"):
        assert len((tmp_path / "out" / f"{name}.csv").read_text().splitlines()) == 2


def test_a_person_who_is_not_there_is_a_failure_that_names_who_is(tmp_path, short, model_path, capsys):
    out = tmp_path / "out"
    assert analyze(model_path, out, short, "--person", "7", "--keep-faces") == 1
    said = capsys.readouterr().err
    assert "Nobody with the face_id 7 was seen in short.mp4; seen were: 0." in said
    assert [path for path in out.rglob("*") if path.is_file()] == []
    assert analyze(model_path, out, short, "--person", "0") == 0


def test_several_tables_and_face_tracks_on_request(tmp_path, short, model_path):
    out = tmp_path / "out"
    assert analyze(model_path, out, short, "--format", "openface", "summary", "--keep-faces") == 0
    assert {p.name for p in out.iterdir()} == {
        "short.csv",
        "short.summary.csv",
        "short.json",
        "short.h5",
        "short.faces.h5",
    }


def test_an_unknown_model_is_refused_before_any_work(tmp_path, short, capsys):
    assert analyze("nonesuch", tmp_path / "out", short) == 1
    assert "nonesuch" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_folder_means_its_videos_or_else_its_pictures(tmp_path):
    for name in ("b.MOV", "a.mp4", "c.jpg", ".hidden.mp4", "notes.txt"):
        (tmp_path / name).touch()
    assert [p.name for p in recordings_in(tmp_path)] == ["a.mp4", "b.MOV"]
    (tmp_path / "b.MOV").unlink()
    (tmp_path / "a.mp4").unlink()
    assert [p.name for p in recordings_in(tmp_path)] == ["c.jpg"]
    (tmp_path / "c.jpg").unlink()
    with pytest.raises(NoRecordingError):
        recordings_in(tmp_path)


def test_what_a_folder_leaves_out_is_said_and_subfolders_are_asked_for(tmp_path):
    (tmp_path / "sub").mkdir()
    for name in ("a.mp4", "notes.txt", "sub/b.mod"):
        (tmp_path / name).touch()
    said = []
    assert [p.name for p in recordings_in(tmp_path, say=said.append)] == ["a.mp4"]
    assert "1 other file (1 .txt) and 1 subfolder" in said[0]
    assert "--recursive" in said[0]
    assert [p.name for p in recordings_in(tmp_path, recursive=True)] == ["a.mp4", "b.mod"]
    (tmp_path / "a.mp4").unlink()
    with pytest.raises(NoRecordingError) as caught:
        recordings_in(tmp_path)
    assert "--recursive" in caught.value.next_step


@pytest.mark.shared
def test_real_recordings_of_every_kind_are_analysed(tmp_path, shared_dir, model_path, capsys):
    videos = shared_dir / "videos"
    code = analyze(model_path, tmp_path, videos / "grid" / "pwij3p.mpg", videos / "edge" / "noface_face.mov")
    assert code == 0
    assert len((tmp_path / "pwij3p.csv").read_text().splitlines()) == 76
    rows = (tmp_path / "noface_face.csv").read_text().splitlines()[1:]
    assert {row.split(",")[4] for row in rows} == {"0", "1"}
    assert all(row.endswith("," * 12) for row in rows if row.split(",")[4] == "0")


def table_and_note(folder):
    with (folder / "face.csv").open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream)), json.loads((folder / "face.json").read_text(encoding="utf-8"))


def test_tables_are_calibrated_and_smoothed_on_demand_and_say_so(tmp_path, model_path):
    video = write_video(tmp_path / "face.mp4", moving_face(60))
    assert analyze(model_path, tmp_path / "raw", video) == 0
    assert analyze(model_path, tmp_path / "calm", video, "--neutral", "auto", "--smooth", "0.1") == 0
    raw, note = table_and_note(tmp_path / "raw")
    assert "processing" not in note["provenance"]
    calm, told = table_and_note(tmp_path / "calm")
    assert set(told["provenance"]["processing"]) == {"neutral_baseline", "smoothing"}
    assert calm != raw
    stored = [load_analysis(tmp_path / name / "face.h5").intensities for name in ("raw", "calm")]
    np.testing.assert_array_equal(*stored)


def test_another_rest_is_another_analysis(tmp_path, short, model_path, capsys):
    assert analyze(model_path, tmp_path, short) == 0
    note = json.loads((tmp_path / "short.json").read_text(encoding="utf-8"))
    assert note["settings"]["rest"] == note["provenance"]["rest"] == "refined"
    del note["settings"]["rest"]  # as before there was a choice: the running rest
    note["settings"]["neutral"] = note["settings"].pop("calibrate")
    (tmp_path / "short.json").write_text(json.dumps(note), encoding="utf-8")
    (tmp_path / "short.h5").unlink()
    assert analyze(model_path, tmp_path, short) == 1
    assert "other settings" in capsys.readouterr().err
    assert analyze(model_path, tmp_path, short, "--rest", "none", "--overwrite") == 0
    assert "has no effect" in capsys.readouterr().err
    told = json.loads((tmp_path / "short.json").read_text(encoding="utf-8"))
    assert told["settings"]["rest"] == told["provenance"]["rest"] == "none"
    assert analyze(model_path, tmp_path / "b", short, "--rest", "neutral") == 1
    assert "not said when the face is neutral" in capsys.readouterr().err


def test_expected_errors_come_with_a_model_that_knows_them(tmp_path, short, model_path, capsys):
    assert analyze(model_path, tmp_path / "none", short, "--expected-errors") == 1
    assert "no expected errors on its card" in capsys.readouterr().err
    knowing = tmp_path / "knowing.safetensors"
    shutil.copy(model_path, knowing)
    card = read_card(model_path)
    flat = ExpectedErrors(card.config.aus, ((0.5,) * len(KNOTS),) * 12, ((1.0,) * len(LEVELS),) * 12, "x")
    write_card(dataclasses.replace(card, error_model={"model": flat.to_json()}), knowing)
    assert analyze(knowing, tmp_path / "some", short, "--expected-errors") == 0
    with (tmp_path / "some" / "short.csv").open(newline="", encoding="utf-8") as stream:
        assert {row["AU12_sd"] for row in csv.DictReader(stream)} == {"0.5000"}


@pytest.mark.parametrize("wish", [["--calibrate", "never"], ["--smooth", "-1"], ["--rest", "calm"]])
def test_impossible_wishes_are_refused_before_anything_is_read(tmp_path, short, model_path, wish):
    with pytest.raises(SystemExit):
        analyze(model_path, tmp_path / "out", short, *wish)


def test_after_ctrl_c_the_same_command_goes_on_where_it_was(tmp_path, model_path, capsys, monkeypatch):
    video = write_video(tmp_path / "long.mp4", moving_face(60))
    assert analyze(model_path, tmp_path / "whole", video) == 0
    asked = []

    def press(control):
        asked.append(True)
        if len(asked) == 5:  # after two batches
            control.pause()
        return control._stop.is_set()

    wishes = []

    @contextlib.contextmanager
    def interruptible(control, wish):
        wishes.append(wish == control.pause)
        yield

    with monkeypatch.context() as patch:
        patch.setattr(Control, "should_stop", press)
        patch.setattr(batch_run, "interruptible", interruptible)
        assert analyze(model_path, tmp_path / "out", video) == 130
    assert wishes == [True]
    assert "the same command goes on where it was" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["long.unfinished"]
    assert analyze(model_path, tmp_path / "out", video) == 0
    assert "where it was interrupted" in capsys.readouterr().err
    assert (tmp_path / "out" / "long.csv").read_text() == (tmp_path / "whole" / "long.csv").read_text()
