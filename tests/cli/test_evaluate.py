"""``au-studio evaluate``: the figures of a model on rated frames, and on a labelled corpus."""

import json
import re

import numpy as np
import pytest
from drawn import moving_face, write_video
from studies import add_video, rate

from au_studio.agreement import comparison
from au_studio.cli import main
from au_studio.face.opencv import cv2
from au_studio.jobs.learned_ratings import TrainingLabels
from au_studio.study.study import Study


def test_on_a_study_the_stored_values_are_compared_with_the_ratings(two, capsys):
    assert main(["evaluate", "base", str(two), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    # Frames 0, 3, 6, 9 are rated 0, 1, 2, 3; the model says 1 + frame % 3, that is 1, in all of them.
    assert (told["on"], told["persons"], told["n_frames"]) == ("ratings of AB", 2, 8)
    assert told["au"]["12"]["mae"] == pytest.approx(np.abs(np.arange(4) - 1).mean())
    assert told["au"]["12"]["n"] == 8
    assert main(["evaluate", "base", str(two)]) == 0
    said = capsys.readouterr().out
    assert "8 frames of 2 persons" in said
    assert re.search(r"AU12 +8 ", said)


def test_where_every_rated_frame_has_trained_the_model_the_way_out_is_said_for_a_terminal(
    two, monkeypatch, capsys
):
    def all_of_them(_root, _model, _models):
        with Study.open(two, read_only=True) as study:
            return TrainingLabels(frames={(r.recording_id, r.pts) for r in study.ratings()})

    monkeypatch.setattr(comparison, "training_labels", all_of_them)
    figure = ["figure", str(two), "--kind", "icc", "--raters", "AB", "base", "-o", str(two / "icc.png")]
    for words in (["evaluate", "base", str(two)], figure):
        assert main(words) == 1
        said = capsys.readouterr().err
        assert said.count("--with-trained") == 1
        assert "Train page" not in said


def test_where_no_recording_can_be_read_the_reasons_are_told_before_the_end(bare, tmp_path, capsys):
    video = write_video(tmp_path / "three.mp4", moving_face(16)[4:])
    with Study.open(bare) as study:
        rate(study, "AB", add_video(study, video), video, {0: 0, 3: 1})
    video.unlink()
    assert main(["evaluate", "base", str(bare)]) == 1
    lines = capsys.readouterr().err.splitlines()
    (told,) = [number for number, line in enumerate(lines) if line.startswith("Left out: ")]
    assert "The video of three.mp4 is no longer at" in lines[told]
    assert lines[told + 1].startswith("No frame that AB rated is left to judge")


@pytest.fixture
def bp4d(tmp_path):
    """A copy of BP4D of three subjects and 12 frames, with the codes of AU12."""
    root = tmp_path / "BP4D"
    codes = root / "AU Intensity Codes3.0" / "AU12"
    codes.mkdir(parents=True)
    for subject in ("F001", "F002", "F003"):
        folder = root / subject / "T1"
        folder.mkdir(parents=True)
        for number, picture in enumerate(moving_face(12), 1):
            cv2.imwrite(str(folder / f"{number:04d}.jpg"), picture[..., ::-1])
        lines = "".join(f"{number},{number % 6}\n" for number in range(1, 13))
        (codes / f"{subject}_T1_AU12.csv").write_text(lines)
    return root


def test_on_a_corpus_every_labelled_frame_with_a_face_counts(bp4d, shipped, tmp_path, capsys):
    assert (
        main(["evaluate", "base", str(bp4d), "--device", "cpu", "--crops", str(tmp_path / "cut"), "--json"])
        == 0
    )
    told = json.loads(capsys.readouterr().out)
    assert (told["n_frames"], told["persons"]) == (36, 3)
    assert told["au"]["12"]["n"] == 36
    assert any((tmp_path / "cut").iterdir())


def test_what_is_no_corpus_is_refused_with_the_reasons(tmp_path, shipped, capsys):
    assert main(["evaluate", "base", str(tmp_path / "nothing")]) == 1
    assert "There is no folder" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    assert main(["evaluate", "base", str(tmp_path / "empty")]) == 1
    assert "as DISFA: " in capsys.readouterr().err
