"""``au-studio sample``: the draw of the window, and taking it back."""

import json

import pytest

from au_studio.analysis.tracks import write_tracks
from au_studio.cli import main
from au_studio.study.sampling import Frames, Source, draw
from au_studio.study.study import Study
from au_studio.video.index import index_video


def sampled(folder):
    with Study.open(folder, read_only=True) as study:
        return {s.recording_id: (s.seed, s.pts, s.double_pts) for s in study.samples()}


def test_the_draw_is_that_of_the_room_and_told(bare, capsys):
    assert main(["sample", str(bare), "--share", "25", "--seed", "5", "--double", "50", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(line["new"], line["seed"]) for line in told["recordings"]] == [(3, 5), (3, 5)]
    with Study.open(bare, read_only=True) as study:
        for recording in study.recordings():
            index = index_video(study.locate(recording))
            frames = Frames(index.pts, 5, Source(index.digest(), recording.content_hash))
            expected = tuple(index.pts[draw(frames, 3)].tolist())
            assert sampled(bare)[recording.id][:2] == (5, expected)
    assert sum(len(double) for _, _, double in sampled(bare).values()) == 3


def test_a_draw_is_taken_back_as_long_as_nobody_has_rated_it(bare, capsys):
    assert main(["sample", str(bare), "--count", "2", "--recording", "one"]) == 0
    first = sampled(bare)
    assert main(["sample", str(bare), "--count", "3"]) == 0
    assert main(["sample", str(bare), "--undo"]) == 0
    assert sampled(bare) == first
    assert "taken back" in capsys.readouterr().out
    assert main(["sample", str(bare), "--undo"]) == 1
    assert "can be taken back" in capsys.readouterr().err


def test_a_rated_draw_stays(two, capsys):
    assert main(["sample", str(two), "--share", "100", "--recording", "one"]) == 0  # AB rated four of these
    before = sampled(two)
    assert main(["sample", str(two), "--undo"]) == 1
    assert "rated or noted already" in capsys.readouterr().err
    assert sampled(two) == before


def test_a_missing_video_is_named_and_the_others_are_drawn(two, tmp_path, capsys):
    (tmp_path / "one.mp4").unlink()
    assert main(["sample", str(two), "--count", "2"]) == 1
    said = capsys.readouterr()
    assert "Left out: one.mp4" in said.err
    assert "two.mp4: 2 new, 2 sampled, seed" in said.out


def test_a_recording_without_the_face_is_named(bare, capsys):
    with Study.open(bare) as study:
        first, second = study.recordings()
        tracks = study.tracks_path(first.id)
        with write_tracks(tracks, backend="mediapipe", n_landmarks=3, video_hash="x") as writer:
            for pts in index_video(study.locate(first)).pts:
                writer.append(int(pts), [])
    assert main(["sample", str(bare), "--count", "2"]) == 1
    said = capsys.readouterr()
    assert f"Left out: {first.name}: No frame shows the face" in said.err
    assert said.out.startswith(f"{second.name}: 2 new, 2 sampled")


@pytest.mark.parametrize("words", [["--share", "0"], ["--count", "0"], ["--share", "2", "--count", "3"]])
def test_impossible_amounts_are_refused(two, words):
    with pytest.raises(SystemExit):
        main(["sample", str(two), *words])
    assert sampled(two) == {}
