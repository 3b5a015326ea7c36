"""A study is made, filled and told of without a window."""

import json

import pytest

from au_studio import cli
from au_studio.study.study import Study


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


def test_who_is_in_recordings_is_said_when_they_are_added_and_later(tmp_path, face_video, capsys):
    folder = str(tmp_path / "Smiles.austudio")
    details = ["--person", "P1", "--group", "patients", "--condition", "calm"]
    assert cli.main(["study", "new", folder, *details, str(face_video)]) == 0
    assert cli.main(["study", "set", folder, "face", "--condition", "stress", "--face", "2"]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "face.mp4: 60 frames, 0 sampled, P1, patients, stress"
    with Study.open(folder, read_only=True) as study:
        assert study.recordings()[0].target_person == 1
    assert cli.main(["study", "set", folder, "face", "--group", "", "--note", "glasses", "--face", "0"]) == 0
    with Study.open(folder, read_only=True) as study:
        recording = study.recordings()[0]
    told = (recording.person, recording.group, recording.condition, recording.note, recording.target_person)
    assert told == ("P1", None, "stress", "glasses", None)


@pytest.mark.parametrize(
    ("words", "said"), [(["face"], "Nothing is to be changed"), (["other", "--person", "P1"], "“other”")]
)
def test_a_change_of_nothing_or_of_no_recording_is_refused(tmp_path, face_video, capsys, words, said):
    folder = str(tmp_path / "Smiles.austudio")
    assert cli.main(["study", "new", folder, str(face_video)]) == 0
    assert cli.main(["study", "set", folder, *words]) == 1
    assert said in capsys.readouterr().err
