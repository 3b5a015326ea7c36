"""Studies, recordings and models as the window sees them."""

from __future__ import annotations

import shutil

import pytest

from au_studio.controllers.recordings import Status
from au_studio.controllers.workspace import Workspace


def _names(workspace):
    return [item.name for item in workspace.recordings()]


def _wait_checked(qtbot, workspace):
    qtbot.waitUntil(
        lambda: all(i.status is not Status.CHECKING for i in workspace.recordings()), timeout=8000
    )


def test_videos_opened_without_a_study_go_to_the_scratch_study(workspace, make_video, qtbot):
    with qtbot.waitSignal(workspace.recording_changed, timeout=8000):
        workspace.add_videos([make_video("a.mp4"), make_video("b.mp4", 20)])
    qtbot.waitUntil(lambda: workspace.current is not None)
    _wait_checked(qtbot, workspace)
    assert workspace.is_scratch
    assert workspace.current.name == "a.mp4"
    assert workspace.index.n_frames == 40
    assert [i.n_frames for i in workspace.recordings()] == [40, 20]


def test_a_broken_file_says_what_is_wrong_and_the_others_are_added(workspace, make_video, tmp_path, qtbot):
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"not a video at all")
    problems = []
    workspace.problem.connect(problems.append)
    workspace.add_videos([make_video("a.mp4"), broken])
    _wait_checked(qtbot, workspace)
    good, bad = workspace.recordings()
    assert good.status is Status.READY
    assert bad.status is Status.PROBLEM
    assert "broken.mp4" in bad.message
    assert len(problems) == 1
    assert problems[0].next_step
    assert [r.name for r in workspace.study.recordings()] == ["a.mp4"]


def test_the_same_video_is_not_added_twice(workspace, make_video, tmp_path, qtbot):
    video = make_video("a.mp4")
    copy = tmp_path / "copy of a.mp4"
    shutil.copy(video, copy)
    workspace.add_videos([video])
    _wait_checked(qtbot, workspace)
    workspace.add_videos([video, copy])
    _wait_checked(qtbot, workspace)
    assert len(workspace.study.recordings()) == 1
    assert len(workspace.recordings()) == 1


def test_a_folder_brings_its_videos_and_nothing_else(workspace, make_video, tmp_path, qtbot):
    folder = tmp_path / "session"
    (folder / "deeper").mkdir(parents=True)
    (folder / "notes.txt").write_text("no video")
    shutil.copy(make_video("a.mp4"), folder / "deeper" / "one.MP4")
    shutil.copy(make_video("b.mp4", 20), folder / "two.mkv")
    workspace.open_paths([folder])
    _wait_checked(qtbot, workspace)
    assert sorted(_names(workspace)) == ["one.MP4", "two.mkv"]


def test_an_empty_folder_is_told(workspace, tmp_path, qtbot):
    with qtbot.waitSignal(workspace.notice) as waiting:
        workspace.open_paths([tmp_path])
    assert "no video" in waiting.args[0]


def test_a_study_comes_back_with_its_recordings(workspace, make_video, tmp_path, qtbot):
    workspace.new_study(tmp_path / "Mine")
    workspace.add_videos([make_video("a.mp4")])
    _wait_checked(qtbot, workspace)
    workspace.close_study()
    assert workspace.study is None
    assert workspace.recordings() == ()
    workspace.open_paths([tmp_path / "Mine.austudio"])
    assert workspace.study.name == "Mine"
    with qtbot.waitSignal(workspace.recording_changed, timeout=8000):
        workspace.open_recording(workspace.recordings()[0].id)
    assert workspace.index.n_frames == 40


def test_a_second_window_gets_a_scratch_study_of_its_own(workspace, make_video, tmp_path, qtbot):
    second = Workspace(home=tmp_path / "home")
    try:
        for one in (workspace, second):
            one.add_videos([make_video("a.mp4")])
            _wait_checked(qtbot, one)
        assert workspace.study.path != second.study.path
    finally:
        second.close()


def test_a_study_that_is_open_elsewhere_is_reported_and_the_open_one_stays(workspace, tmp_path, qtbot):
    workspace.new_study(tmp_path / "Mine")
    second = Workspace(home=tmp_path / "home")
    try:
        second.new_study(tmp_path / "Other")
        with qtbot.waitSignal(second.problem):
            assert not second.open_study(tmp_path / "Mine.austudio")
        assert second.study.name == "Other"
    finally:
        second.close()


def test_save_as_goes_on_in_the_copy_with_the_same_recording(workspace, make_video, tmp_path, qtbot):
    workspace.add_videos([make_video("a.mp4")])
    _wait_checked(qtbot, workspace)
    workspace.save_study_as(tmp_path / "Named")
    qtbot.waitUntil(lambda: workspace.current is not None, timeout=8000)
    assert not workspace.is_scratch
    assert workspace.study.name == "Named"
    assert workspace.current.name == "a.mp4"


def test_a_moved_video_is_a_problem_until_it_is_found(workspace, make_video, tmp_path, qtbot):
    video = make_video("a.mp4")
    workspace.new_study(tmp_path / "Mine")
    workspace.add_videos([video])
    _wait_checked(qtbot, workspace)
    workspace.close_study()
    moved = tmp_path / "elsewhere" / "renamed.mp4"
    moved.parent.mkdir()
    video.rename(moved)
    workspace.open_study(tmp_path / "Mine.austudio")
    assert workspace.recordings()[0].status is Status.PROBLEM
    workspace.find_missing(tmp_path)
    assert workspace.recordings()[0].status is Status.READY
    assert workspace.recordings()[0].path == moved


def test_a_models_status_follows_the_choice(workspace, make_video, untrained_model, tmp_path, qtbot):
    workspace.new_study(tmp_path / "Mine")
    workspace.add_videos([make_video("a.mp4")])
    _wait_checked(qtbot, workspace)
    recording = workspace.recordings()[0].id
    for name in ("first", "second"):
        for suffix in (".safetensors", ".json"):
            shutil.copy(
                untrained_model.with_suffix(suffix), tmp_path / f"Mine.austudio/models/{name}{suffix}"
            )
    workspace.refresh_models()
    assert {"first", "second"} <= {m.id for m in workspace.models()}
    path = workspace.analysis_path(recording, "first")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    workspace.choose_model("first", compare_with="second")
    assert workspace.item(recording).status is Status.DONE
    assert workspace.compared_model.id == "second"
    workspace.choose_model("second")
    assert workspace.item(recording).status is Status.READY
    assert workspace.compared_model is None


@pytest.mark.parametrize("missing", ["nowhere.austudio", "folder.austudio"])
def test_what_is_no_study_is_reported(workspace, tmp_path, missing, qtbot):
    (tmp_path / "folder.austudio").mkdir()
    with qtbot.waitSignal(workspace.problem):
        assert not workspace.open_study(tmp_path / missing)


def test_closing_while_files_are_being_checked_leaves_nothing_behind(make_video, tmp_path, qtbot):
    workspace = Workspace(home=tmp_path / "home")
    workspace.add_videos([make_video(f"{n}.mp4", 60) for n in range(4)])
    workspace.close()
