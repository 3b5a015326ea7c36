"""``au-studio pretrain`` learns from any mix of unlabelled material, with every option of stage 1."""

import numpy as np
import pytest
from drawn import moving_face, write_video

from au_studio.cli import main
from au_studio.face.opencv import cv2
from au_studio.jobs.control import Control
from au_studio.learn.material.clips import Clip, write_clips
from au_studio.nn.checkpoint import load_checkpoint

SHORT = ["--steps", "2", "--rows", "2", "--width", "8"]
QUICK = ["--objective", "future", "--blocks", "3", "--predicted", "1", "--stride", "1", *SHORT]


@pytest.fixture
def clips_file(tmp_path):
    rng = np.random.default_rng(0)
    crops = rng.integers(0, 255, (20, 144, 144, 3), dtype=np.uint8)
    restart = np.zeros(20, bool)
    restart[0] = True
    labels = np.full((20, 12), 3.0, np.float32)
    clip = Clip(crops, labels, np.arange(20) / 25, np.arange(20), restart, "somebody", "film")
    write_clips(tmp_path / "clips.h5", [clip], range(12))
    return tmp_path / "clips.h5"


@pytest.fixture
def pictures(tmp_path):
    folder = tmp_path / "pictures" / "subject-1"
    folder.mkdir(parents=True)
    for number, picture in enumerate(moving_face(12), 1):
        cv2.imwrite(str(folder / f"{number:05d}.jpg"), picture[..., ::-1])
    return tmp_path / "pictures"


def pretrain(output, *arguments):
    return main(["pretrain", "-o", str(output), "--device", "cpu", *QUICK, *map(str, arguments)])


def test_videos_clips_and_pictures_are_learnt_from_together(tmp_path, clips_file, pictures, capsys):
    video = write_video(tmp_path / "face.mp4", moving_face(12))
    output = tmp_path / "stage1.safetensors"
    assert pretrain(output, video, clips_file, pictures) == 0
    _, card = load_checkpoint(output)
    assert card.training["recordings"] == 1
    assert card.training["sources"] == ["clips.h5", "pictures"]
    assert card.training["frames"] >= 12 + 20 + 12 - 2
    assert "spread" in capsys.readouterr().err


def test_every_option_reaches_the_training(tmp_path, clips_file):
    options = ["--block-frames", "5", "--normalise", "--temperature", "0.1", "--stop-gradient"]
    options += ["--learning-rate", "0.002", "--seed", "3"]
    output = tmp_path / "stage1.safetensors"
    assert pretrain(output, clips_file, *options) == 0
    _, card = load_checkpoint(output)
    assert (card.config.width, card.config.block_frames) == (8, 5)
    settings = card.training["settings"]
    assert settings["loss"] == {"normalise": True, "temperature": 0.1, "stop_gradient": True}
    assert (settings["learning_rate"], settings["seed"]) == (0.002, 3)


def test_what_moves_is_learnt_from_by_default(tmp_path, pictures):
    video = write_video(tmp_path / "face.mp4", moving_face(20))
    output = tmp_path / "stage1.safetensors"
    options = ["-o", output, "--device", "cpu", *SHORT, "--blocks", "5", "--temperature", "0.2"]
    assert main(["pretrain", *map(str, (*options, video, pictures))]) == 0
    settings = load_checkpoint(output)[1].training["settings"]
    assert (settings["objective"], settings["blocks"], settings["temperature"]) == ("movement", 5, 0.2)


def test_what_shows_no_face_is_refused_in_words(tmp_path, clips_file, capsys):
    output = tmp_path / "stage1.safetensors"
    assert main(["pretrain", "-o", str(output), "--device", "cpu", *SHORT, str(clips_file)]) == 1
    assert "No clip shows a face in 16 frames" in capsys.readouterr().err


@pytest.mark.parametrize("option", [["--normalise"], ["--stride", "2"], ["--predicted", "2"]])
def test_an_option_of_the_other_objective_is_refused(tmp_path, clips_file, capsys, option):
    assert main(["pretrain", "-o", str(tmp_path / "a"), *option, str(clips_file)]) == 1
    assert "--objective future" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wrong", "told"),
    [(["--accumulate", "3"], "rows are a multiple"), (["--block-frames", "0"], "at least 1")],
)
def test_impossible_options_are_refused_in_words(tmp_path, clips_file, capsys, wrong, told):
    assert pretrain(tmp_path / "stage1.safetensors", clips_file, *wrong) == 1
    assert told in capsys.readouterr().err
    assert not (tmp_path / "stage1.safetensors").exists()


def test_an_interrupted_run_goes_on_to_the_same_weights(tmp_path, clips_file, monkeypatch):
    long = ["--steps", "6"]
    assert pretrain(tmp_path / "whole.safetensors", clips_file, *long) == 0
    output = tmp_path / "again.safetensors"
    asked = iter([False] * 3)

    def interrupted(control):
        if next(asked, None) is None:
            control.cancel()
        return control._stop.is_set()

    with monkeypatch.context() as patch:
        patch.setattr(Control, "should_stop", interrupted)
        assert pretrain(output, clips_file, *long) == 130
    assert not output.exists()
    state = tmp_path / "again.unfinished"
    assert list(state.glob("*.safetensors"))
    assert pretrain(output, clips_file, *long) == 0
    assert not state.exists()
    whole, again = (load_checkpoint(path)[1].sha256 for path in (tmp_path / "whole.safetensors", output))
    assert whole == again
