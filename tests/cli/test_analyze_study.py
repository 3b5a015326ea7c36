"""``au-studio analyze STUDY``: curves into the study, and nothing else."""

import pytest
from drawn import moving_face, write_video
from studies import add_video

from au_studio.analysis.store import load_analysis
from au_studio.cli import main
from au_studio.study.study import Study


def test_what_lacks_an_analysis_gets_one_and_what_cannot_is_named(bare, tmp_path, capsys):
    videos = [write_video(tmp_path / f"{n}.mp4", moving_face(12 + n)[n:]) for n in (2, 3)]
    with Study.open(bare) as study:
        third, fourth = [add_video(study, video) for video in videos]
    videos[1].unlink()
    assert main(["analyze", str(bare), "--device", "cpu"]) == 1
    said = capsys.readouterr()
    assert "1 recording analysed, 2 were already, 1 could not be" in said.out
    assert "3.mp4: " in said.err
    with Study.open(bare, read_only=True) as study:
        assert len(load_analysis(study.analysis_path(third, "base")).pts) == 12
        assert study.tracks_path(third).is_file()
        assert not study.analysis_path(fourth, "base").exists()
    assert main(["analyze", str(bare), "--recording", "one"]) == 0
    assert "0 recordings analysed, 1 were already" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "out"], "--output means nothing for a study"),
        (["--smooth", "0.1"], "--smooth means nothing for a study"),
        (["other.mp4"], "A study is analysed by itself."),
    ],
)
def test_what_means_nothing_for_a_study_is_refused(bare, words, said, capsys):
    assert main(["analyze", str(bare), *words]) == 1
    assert said in capsys.readouterr().err


def test_recordings_need_a_folder_for_the_results(tmp_path, capsys):
    assert main(["analyze", str(tmp_path / "a.mp4")]) == 1
    assert "Add: -o FOLDER" in capsys.readouterr().err
