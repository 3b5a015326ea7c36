"""Opening, closing, copying a study, and what is said when it cannot be done."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

import pytest

from au_studio.errors import AUStudioError
from au_studio.study import schema
from au_studio.study.errors import (
    StudyCorruptError,
    StudyExistsError,
    StudyLockedError,
    StudyNotFoundError,
    StudyReadOnlyError,
    StudyTooNewError,
    StudyWriteError,
)
from au_studio.study.ratings import RatingInput
from au_studio.study.study import Study


def test_a_new_study_has_its_folders_and_name(study):
    assert study.name == "Smiles of 2026"
    assert {p.name for p in study.root.iterdir()} >= {
        "study.sqlite",
        "analysis",
        "samples",
        "models",
        "backups",
        "lock",
    }
    assert study.recordings() == study.coders() == study.models() == []


def test_the_suffix_is_added_and_nothing_is_overwritten(tmp_path):
    with Study.create(tmp_path / "Pain.v2") as study:
        assert study.path == tmp_path / "Pain.v2.austudio"
        assert study.name == "Pain.v2"
    with pytest.raises(StudyExistsError, match="exists already"):
        Study.create(tmp_path / "Pain.v2")


def test_a_study_that_cannot_be_made_leaves_nothing(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StudyWriteError, match="could not be made"):
        Study.create(tmp_path / "file" / "Pain")
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_everything_is_there_after_closing_and_opening(study, recording, coder):
    study.rate(coder.id, recording.id, 40, 12, 3)
    study.set_setting("frame order", {"random": True})
    study.close()
    with Study.open(study.root) as again:
        assert again.name == "Smiles of 2026"
        assert again.id == again.setting("id")
        assert again.recordings() == [recording]
        assert again.coders() == [coder]
        assert [(r.pts, r.au, r.value) for r in again.ratings()] == [(40, 12, 3)]
        assert again.setting("frame order") == {"random": True}


def test_it_opens_by_its_database_file_and_without_suffix_too(study):
    study.close()
    for path in (study.root / "study.sqlite", study.root.with_suffix("")):
        with Study.open(path) as again:
            assert again.root == study.root


def test_a_second_window_is_told_who_has_the_study(study):
    with pytest.raises(StudyLockedError, match=f"process {os.getpid()}.*for reading only") as caught:
        Study.open(study.root)
    assert caught.value.holder.pid == os.getpid()


def test_a_second_window_may_look_while_the_first_one_codes(study, recording, coder):
    study.rate(coder.id, recording.id, 40, 12, 3)
    with Study.open(study.root, read_only=True) as looking:
        assert looking.read_only
        assert len(looking.ratings()) == 1
        study.rate(coder.id, recording.id, 80, 12, 0)
        assert len(looking.ratings()) == 2
        with pytest.raises(StudyReadOnlyError, match="open for reading only"):
            looking.rate(coder.id, recording.id, 40, 12, 5)
    assert len(study.ratings()) == 2


def test_a_folder_without_a_study_is_named(tmp_path):
    with pytest.raises(StudyNotFoundError, match="is not a study"):
        Study.open(tmp_path)
    with pytest.raises(StudyNotFoundError):
        Study.open(tmp_path / "missing.austudio")
    assert list(tmp_path.iterdir()) == []


def test_a_newer_study_is_refused_and_not_touched(study):
    study.close()
    with sqlite3.connect(study.root / "study.sqlite") as raw:
        raw.execute(f"PRAGMA user_version = {len(schema.MIGRATIONS) + 1}")
    raw.close()
    before = (study.root / "study.sqlite").read_bytes()
    with pytest.raises(StudyTooNewError, match="newest AU Studio"):
        Study.open(study.root)
    assert (study.root / "study.sqlite").read_bytes() == before


@pytest.mark.parametrize("damage", ["garbage", "empty", "torn", "missing"])
def test_a_damaged_study_names_the_last_good_backup(study, recording, coder, damage):
    study.rate_many(coder.id, [rating(recording.id, pts) for pts in range(0, 40000, 40)])
    good = study.backup()
    study.close()
    (study.root / "backups" / "study-29990101T000000000000.sqlite").write_bytes(b"half a backup")
    database = study.root / "study.sqlite"
    content = database.read_bytes()
    match damage:
        case "garbage":
            database.write_bytes(b"\0garbage" * 1000)
        case "empty":
            database.write_bytes(b"")
        case "torn":
            database.write_bytes(content[: len(content) // 2])
        case "missing":
            database.unlink()
    with pytest.raises(StudyCorruptError, match=r"is damaged.*last good backup is") as caught:
        Study.open(study.root)
    assert caught.value.last_good_backup == good
    assert str(good) in caught.value.next_step
    with pytest.raises(StudyCorruptError):
        Study.open(study.root, read_only=True)
    Study.restore_backup(study.root, good)
    with Study.open(study.root) as restored:
        assert len(restored.ratings()) == 1000
    if damage != "missing":
        assert list(study.root.glob("study.damaged-*.sqlite"))


def test_another_database_is_not_taken_for_a_study(tmp_path):
    root = tmp_path / "Photos.austudio"
    root.mkdir()
    with sqlite3.connect(root / "study.sqlite") as raw:
        raw.execute("CREATE TABLE photo (id)")
        raw.execute("PRAGMA user_version = 1")
    raw.close()
    with pytest.raises(StudyCorruptError, match="There is no good backup"):
        Study.open(root)


def test_the_paths_of_made_again_files(study):
    assert study.analysis_path("r1", "base") == study.root / "analysis" / "r1" / "base.h5"
    assert study.tracks_path("r1") == study.root / "analysis" / "r1" / "faces.h5"
    assert study.samples_path("r1") == study.root / "samples" / "r1"
    assert study.model_path("tuned-1") == study.root / "models" / "tuned-1.safetensors"
    with pytest.raises(ValueError, match="cannot name a file"):
        study.analysis_path("r1", "../../escape")


def test_closing_twice_is_harmless(study):
    study.close()
    with Study.open(study.root) as again:
        study.close()
        # It gave back its own lock only: who opened the study meanwhile still has theirs.
        with pytest.raises(StudyLockedError):
            Study.open(again.root)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="folder permissions are POSIX ones here")
def test_a_folder_that_cannot_be_written_is_said_and_can_be_read(study, recording, coder):
    study.rate(coder.id, recording.id, 40, 12, 3)
    study.close()
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        root = Path(shutil.copytree(study.root, Path(folder) / "Copy.austudio"))
        (root / "lock").unlink()
        items = [root, *root.rglob("*")]
        for item in items:
            item.chmod(0o555 if item.is_dir() else 0o444)
        said = as_ordinary_user(lambda: [open_for_writing(root), str(count_ratings(root))])
        for item in items:
            item.chmod(0o755 if item.is_dir() else 0o644)
    assert "Open it for reading only" in said[0]
    assert said[1] == "1"


def as_ordinary_user(work) -> list[str]:
    """Run `work` in a child process: folder permissions do not bind the superuser that CI often is."""
    receiving, sending = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if os.geteuid() == 0:
                os.setuid(65534)
            os.write(sending, "\n".join(work()).encode())
        except BaseException as error:
            os.write(sending, repr(error).encode())
        finally:
            os._exit(0)
    os.close(sending)
    with os.fdopen(receiving) as stream:
        lines = stream.read().splitlines()
    os.waitpid(child, 0)
    return lines


def open_for_writing(root: Path) -> str:
    try:
        Study.open(root)
    except StudyReadOnlyError as error:
        return error.next_step
    return "opened"


def count_ratings(root: Path) -> int:
    with Study.open(root, read_only=True) as study:
        return len(study.ratings())


def rating(recording_id: str, pts: int):
    return RatingInput(recording_id, pts, 12, 1)


def test_a_new_study_without_room_leaves_nothing(tmp_path, monkeypatch):
    def no_room(_path):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("au_studio.study.study.create_database", no_room)
    with pytest.raises(StudyWriteError, match="disk is full"):
        Study.create(tmp_path / "New")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kilobytes", [16, 100, 132, 148, 164, 180, 200])
def test_no_half_study_is_left_on_a_full_disk(kilobytes, small_disk):
    place, refused = small_disk(kilobytes), ""
    try:
        Study.create(place / "S.austudio").close()
    except AUStudioError as error:
        refused = str(error)
    if refused:
        assert "full" in refused or "space" in refused or "room" in refused
        assert list(place.iterdir()) == []
    else:
        with Study.open(place / "S.austudio", read_only=True) as study:
            assert study.setting("app_version")
