"""Opening studies: read only, damaged, backed up."""

from __future__ import annotations

import pytest

from au_studio.controllers.workspace import Workspace
from au_studio.study import backup
from au_studio.study.errors import StudyCorruptError, StudyLockedError
from au_studio.study.study import Study


@pytest.fixture
def problems(workspace: Workspace) -> list:
    heard: list = []
    workspace.problem.connect(heard.append)
    return heard


@pytest.fixture
def notices(workspace: Workspace) -> list:
    heard: list = []
    workspace.notice.connect(lambda text, _level: heard.append(text))
    return heard


@pytest.fixture
def root(tmp_path):
    with Study.create(tmp_path / "Mine") as study:
        study.add_coder("AB")
        return study.root


def files_in(root):
    # SQLite's own files for readers of its log hold nothing of the study.
    return {path for path in root.rglob("*") if not path.name.endswith(("-shm", "-wal"))}


def test_a_second_window_is_told_who_has_it_and_can_look(workspace, root, problems, notices, make_video):
    with Study.open(root) as first:
        assert not workspace.open_study(root)
        (error,) = problems
        assert isinstance(error, StudyLockedError)
        assert (error.root, error.elsewhere) == (root, False)
        assert workspace.open_study(root, read_only=True)
        assert workspace.read_only
        assert workspace.writer is not None
        assert workspace.writer.pid == error.holder.pid
        workspace.add_videos([make_video("a.mp4")])
        assert "Nothing can be changed here" in notices[-1]
        assert workspace.recordings() == ()
        assert [c.name for c in workspace.study.coders()] == ["AB"]
        first.add_coder("CD")
        assert [c.name for c in workspace.study.coders()] == ["AB", "CD"]
    assert workspace.open_study(root)
    assert not workspace.read_only


def test_a_study_that_is_only_looked_at_gets_no_files(workspace, root, make_video, qtbot, tmp_path):
    workspace.open_study(root)
    workspace.add_videos([make_video("a.mp4")])
    qtbot.waitUntil(lambda: workspace.current is not None, timeout=10_000)
    key = workspace.current.id
    workspace.close_study()
    before = files_in(root)
    workspace.open_study(root, read_only=True)
    outside = workspace.analysis_path(key, "model")
    assert not outside.is_relative_to(root)
    outside.parent.mkdir(parents=True)
    outside.write_bytes(b"h5")
    stored = root / "analysis" / key / "faces.h5"
    assert workspace.tracks_path(key) != stored
    stored.parent.mkdir()
    stored.write_bytes(b"h5")
    assert workspace.tracks_path(key) == stored
    workspace.close_study()
    assert not outside.exists()
    assert files_in(root) == before | {stored.parent, stored}


def test_a_damaged_study_is_restored_from_its_last_good_backup(workspace, root, problems, notices):
    Study.open(root).close()
    (root / "study.sqlite").write_bytes(b"garbage" * 1000)
    assert not workspace.open_study(root)
    (error,) = problems
    assert isinstance(error, StudyCorruptError)
    assert (error.root, error.last_good_backup) == (root, backup.newest_first(root)[0])
    assert workspace.restore_backup(root)
    assert [c.name for c in workspace.study.coders()] == ["AB"]
    assert "damaged file was kept" in notices[-1]


def test_the_open_study_is_backed_up_every_hour(workspace, root, qtbot):
    workspace.open_study(root)
    assert workspace.opened._hour.isActive()
    assert workspace.opened._hour.interval() == 3_600_000
    before = backup.newest_first(root)
    workspace.study.add_coder("CD")
    workspace.opened._hour.timeout.emit()
    qtbot.waitUntil(lambda: len(backup.newest_first(root)) == len(before) + 1, timeout=10_000)
    workspace.close_study()
    assert not workspace.opened._hour.isActive()


def test_a_database_damaged_while_it_is_open_is_told_at_the_next_backup(workspace, root, problems, qtbot):
    workspace.open_study(root)
    workspace.study.add_coder("CD")
    workspace.study.close()
    (root / "study.sqlite").write_bytes(b"garbage" * 1000)
    with qtbot.waitSignal(workspace.problem, timeout=10_000):
        workspace.back_up()
    assert isinstance(problems[-1], StudyCorruptError)
