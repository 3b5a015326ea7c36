"""``au-studio analyze STUDY``: curves into the study, and nothing else."""

import json

import numpy as np
import pytest
from drawn import moving_face, write_video
from studies import add_video

from au_studio.analysis.store import load_analysis
from au_studio.cli import main
from au_studio.study.study import Study
from au_studio.video.options import ReadingOptions


def test_what_lacks_an_analysis_gets_one_and_what_cannot_is_named(bare, tmp_path, capsys):
    videos = [write_video(tmp_path / f"{n}.mp4", moving_face(12 + n)[n:]) for n in (2, 3)]
    with Study.open(bare) as study:
        third, fourth = [add_video(study, video) for video in videos]
    videos[1].unlink()
    assert main(["analyze", str(bare), "--device", "cpu", "--workers", "1"]) == 1
    said = capsys.readouterr()
    assert "1 recording analysed, 2 were already, 1 could not be" in said.out
    assert "3.mp4: " in said.err
    with Study.open(bare, read_only=True) as study:
        assert len(load_analysis(study.analysis_path(third, "base")).pts) == 12
        assert study.tracks_path(third).is_file()
        assert not study.analysis_path(fourth, "base").exists()
    assert main(["analyze", str(bare), "--recording", "one"]) == 0
    assert "0 recordings analysed, 1 were already" in capsys.readouterr().out


def test_several_recordings_at_once_are_recorded_as_a_batch_is(bare, tmp_path, capsys):
    good = [write_video(tmp_path / f"{n}.mp4", moving_face(10 + n)[n:]) for n in (2, 3)]
    bad = write_video(tmp_path / "bad.mp4", moving_face(8))
    with Study.open(bare) as study:
        added = [add_video(study, video) for video in (*good, bad)]
    bad.write_bytes(bytes(256) * (bad.stat().st_size // 256) + bytes(bad.stat().st_size % 256))
    assert main(["analyze", str(bare), "--device", "cpu", "--workers", "2"]) == 1
    said = capsys.readouterr()
    assert "2 recordings analysed, 2 were already, 1 could not be" in said.out
    assert said.err.count("cannot be read as a video") == 1  # once, at the end
    reason, step = said.err.rstrip().splitlines()[-2:]
    assert reason.startswith("“bad.mp4” cannot be read as a video")
    assert step.startswith("  Choose a video file")
    record = json.loads((bare / "analysis" / "batch.json").read_text(encoding="utf-8"))
    assert record["workers"] == 2
    assert record["counts"] == {"waiting": 0, "done": 4, "incomplete": 0, "failed": 1}
    told = {entry["name"]: entry for entry in record["recordings"]}
    assert [(told[f"{n}.mp4"]["rows"], told[f"{n}.mp4"]["rows_with_face"]) for n in (2, 3)] == [(10, 10)] * 2
    assert told["2.mp4"]["seconds"] > 0 < told["2.mp4"]["peak_memory"]
    assert "cannot be read as a video" in told["bad.mp4"]["error"]["message"]
    assert f"done: {good[0]}" in (bare / "analysis" / "batch.log").read_text(encoding="utf-8")
    with Study.open(bare) as study:
        paths = [study.analysis_path(one, "base") for one in added[:2]]
        alone = [load_analysis(path).intensities for path in paths]
        for path in paths:
            path.unlink()
    assert main(["analyze", str(bare), "--device", "cpu", "--workers", "1"]) == 1
    for path, before in zip(paths, alone, strict=True):
        np.testing.assert_array_equal(load_analysis(path).intensities, before)


def test_a_recording_is_read_as_the_study_says(bare, tmp_path, capsys):
    video = write_video(tmp_path / "half.mp4", moving_face(6))
    with Study.open(bare) as study:
        added = add_video(study, video)
        study.set_reading_options(added, ReadingOptions(deinterlace=False), duration=0.2, n_frames=6)
    assert main(["analyze", str(bare), "--device", "cpu", "--recording", "half"]) == 0
    with Study.open(bare, read_only=True) as study:
        made = load_analysis(study.analysis_path(added, "base")).provenance
    assert made["video"]["options"] == {"stream": None, "deinterlace": False}
    assert main(["analyze", str(bare), "--device", "cpu", "--recording", "half"]) == 0
    assert "0 recordings analysed, 1 were already" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "out"], "--output means nothing for a study"),
        (["--smooth", "0.1"], "--smooth means nothing for a study"),
        (["other.mp4"], "A study is analysed by itself."),
        (["../nowhere.austudio"], "There is no study at"),
    ],
)
def test_what_means_nothing_for_a_study_is_refused(bare, words, said, capsys):
    assert main(["analyze", str(bare), *words]) == 1
    assert said in capsys.readouterr().err


def test_recordings_need_a_folder_for_the_results(tmp_path, capsys):
    assert main(["analyze", str(tmp_path / "a.mp4")]) == 1
    assert "Add: -o FOLDER" in capsys.readouterr().err
