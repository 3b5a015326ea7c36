"""A study is made, filled and told of without a window."""

import json

from au_studio import cli


def test_a_study_is_made_with_a_recording_and_says_so(tmp_path, face_video, capsys):
    folder = tmp_path / "Smiles.austudio"
    assert cli.main(["study", "new", str(folder)]) == 0
    assert cli.main(["study", "add", str(folder), str(face_video)]) == 0
    capsys.readouterr()
    assert cli.main(["study", "info", str(folder), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["name"] == "Smiles"
    assert [(r["name"], r["frames"], r["sampled"]) for r in told["recordings"]] == [("face.mp4", 60, 0)]
    assert cli.main(["study", "info", str(folder)]) == 0
    assert "face.mp4: 60 frames, 0 sampled" in capsys.readouterr().out


def test_what_is_no_video_is_named_and_the_command_fails(tmp_path, face_video, capsys):
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"no video")
    folder = tmp_path / "Smiles.austudio"
    assert cli.main(["study", "new", str(folder), str(broken), str(face_video)]) == 1
    done = capsys.readouterr()
    assert "broken.mp4" in done.err
    assert "1 recording" in done.out


def test_a_folder_that_is_no_study_is_refused(tmp_path, capsys):
    assert cli.main(["study", "info", str(tmp_path / "none.austudio")]) == 1
    assert "none.austudio" in capsys.readouterr().err
