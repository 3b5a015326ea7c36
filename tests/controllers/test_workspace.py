"""Studies, recordings and models as the window sees them."""

from __future__ import annotations

import shutil
from fractions import Fraction
from typing import Any

import pytest
from written_analyses import write_analysis

from au_studio.controllers.study.exporting import ExportController
from au_studio.controllers.workspace import Workspace
from au_studio.study import scratch
from au_studio.study.recording_list import Status
from au_studio.study.study import Study


def store_analysis(workspace: Workspace, recording_id: str, model_id: str, **made: Any) -> None:
    """Store an analysis of four frames, made as a recording's would be now, but for `made`."""
    recording = workspace.study.recording(recording_id)
    provenance = {
        "model": {"sha256": next(m.card["sha256"] for m in workspace.models() if m.id == model_id)},
        "video": {"content_hash": recording.content_hash},
        "target_person": recording.target_person,
        "complete": True,
        **made,
    }
    write_analysis(workspace.analysis_path(recording_id, model_id), provenance)


def study_with_model(workspace, make_video, untrained_model, tmp_path, qtbot) -> str:
    """Open a study with one recording and one model, "model", chosen; return the recording's id."""
    workspace.new_study(tmp_path / "Mine")
    workspace.add_videos([make_video("a.mp4")])
    _wait_checked(qtbot, workspace)
    for suffix in (".safetensors", ".json"):
        shutil.copy(untrained_model.with_suffix(suffix), tmp_path / f"Mine.austudio/models/model{suffix}")
    workspace.refresh_models()
    workspace.choose_model("model")
    return workspace.recordings()[0].id


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


def test_a_damaged_scratch_study_keeps_no_video_from_being_opened_and_is_told(
    workspace, make_video, tmp_path, qtbot
):
    damaged = tmp_path / "home" / "Scratch.austudio"
    damaged.mkdir(parents=True)
    (damaged / "study.sqlite").write_bytes(b"no database at all")
    notices = []
    workspace.notice.connect(lambda text, level: notices.append((text, level)))
    workspace.add_videos([make_video("a.mp4")])
    _wait_checked(qtbot, workspace)
    assert workspace.is_scratch
    assert workspace.study.path.name == "Scratch 2.austudio"
    assert _names(workspace) == ["a.mp4"]
    ((text, level),) = notices
    assert level == "warning"
    assert "Scratch.austudio" in text
    assert "“Scratch 2.austudio” instead" in text


def test_without_any_scratch_study_left_the_video_is_refused_in_words(
    workspace, make_video, tmp_path, monkeypatch
):
    monkeypatch.setattr(scratch, "MOST", 1)
    problems = []
    workspace.problem.connect(problems.append)
    with Study.create(tmp_path / "home" / "Scratch.austudio"):
        workspace.add_videos([make_video("a.mp4")])
    assert workspace.study is None
    assert "open in other windows" in problems[0].message
    assert problems[0].next_step


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


def test_a_recording_that_is_left_unfinished_no_longer_claims_to_be_analysed(workspace, make_video, qtbot):
    first, second = make_video("one.mp4"), make_video("two.mp4", 20)
    workspace.add_videos([first, second])
    qtbot.waitUntil(
        lambda: workspace.current is not None and len(workspace.recordings()) == 2, timeout=20_000
    )
    qtbot.waitUntil(lambda: all(i.status is Status.READY for i in workspace.recordings()), timeout=20_000)
    left = workspace.current
    workspace.set_progress(left.id, 0.49)
    assert workspace.item(left.id).status is Status.ANALYSING
    workspace.open_neighbour(1)
    qtbot.waitUntil(lambda: workspace.current.id != left.id, timeout=20_000)
    assert workspace.item(left.id).status is Status.READY


def _find_missing(workspace, folder, qtbot) -> list[str]:
    """Search a folder; return what was said of it, and how."""
    with qtbot.waitSignal(workspace.notice, timeout=8000) as told:
        workspace.find_missing(folder)
    return told.args


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
    _find_missing(workspace, tmp_path, qtbot)
    assert workspace.recordings()[0].status is Status.READY
    assert workspace.recordings()[0].path == moved


def _study_without_its_video(workspace, video, tmp_path, qtbot):
    """Leave a study open whose only video has gone to a folder "away"; return where it is."""
    workspace.new_study(tmp_path / "Mine")
    workspace.add_videos([video])
    _wait_checked(qtbot, workspace)
    workspace.close_study()
    moved = tmp_path / "away" / video.name
    moved.parent.mkdir()
    video.rename(moved)
    workspace.open_study(tmp_path / "Mine.austudio")
    assert workspace.recordings()[0].status is Status.PROBLEM
    return moved


def test_a_moved_video_that_is_dropped_again_can_be_used(workspace, make_video, tmp_path, qtbot):
    moved = _study_without_its_video(workspace, make_video("a.mp4"), tmp_path, qtbot)
    with qtbot.waitSignal(workspace.recording_changed, timeout=8000):
        workspace.open_paths([moved])
    assert [(item.status, item.path) for item in workspace.recordings()] == [(Status.READY, moved)]


def test_a_video_whose_drive_is_back_is_found_where_it_was(workspace, make_video, tmp_path, qtbot):
    video = make_video("a.mp4")
    _study_without_its_video(workspace, video, tmp_path, qtbot).rename(video)
    assert _find_missing(workspace, tmp_path, qtbot) == ["Found 1 of the missing videos.", "good"]
    assert [(item.status, item.path) for item in workspace.recordings()] == [(Status.READY, video)]
    with qtbot.waitSignal(workspace.recording_changed, timeout=8000):
        workspace.open_recording(workspace.recordings()[0].id)


def test_a_video_that_is_found_while_its_line_was_good_is_read_from_where_it_is(
    workspace, make_video, tmp_path, qtbot
):
    video = make_video("a.mp4")
    workspace.new_study(tmp_path / "Mine")
    workspace.add_videos([video])
    _wait_checked(qtbot, workspace)
    moved = video.rename(tmp_path / "b.mp4")
    _find_missing(workspace, tmp_path, qtbot)
    assert workspace.index_of(workspace.recordings()[0].id).path == moved


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
    store_analysis(workspace, recording, "first")
    workspace.choose_model("first", compare_with="second")
    assert workspace.item(recording).status is Status.DONE
    assert workspace.compared_model.id == "second"
    workspace.choose_model("second")
    assert workspace.item(recording).status is Status.READY
    assert workspace.compared_model is None


def test_an_analysis_counts_only_for_the_person_the_model_and_the_video_it_is_of(
    workspace, make_video, untrained_model, tmp_path, qtbot
):
    recording = study_with_model(workspace, make_video, untrained_model, tmp_path, qtbot)
    assert not workspace.has_analysis(recording)
    store_analysis(workspace, recording, "model")
    assert workspace.has_analysis(recording)
    for other in (
        {"target_person": 1},
        {"model": {"sha256": "0" * 64}},
        {"video": {"content_hash": "0" * 64}},
    ):
        store_analysis(workspace, recording, "model", **other)
        assert not workspace.has_analysis(recording), other
    workspace.analysis_path(recording, "model").write_bytes(b"half a file")
    assert not workspace.has_analysis(recording)


def test_another_target_person_makes_a_recording_one_to_be_analysed(
    workspace, make_video, untrained_model, tmp_path, qtbot
):
    recording = study_with_model(workspace, make_video, untrained_model, tmp_path, qtbot)
    store_analysis(workspace, recording, "model")
    workspace.analysis_stored(recording, "model")
    assert workspace.item(recording).status is Status.DONE
    exporter = ExportController(workspace)
    assert exporter.missing([recording], "model") == []
    workspace.set_target_person(recording, 1)
    assert workspace.item(recording).status is Status.READY
    assert exporter.missing([recording], "model") == [recording]
    workspace.set_target_person(recording, None)
    assert workspace.item(recording).status is Status.DONE
    exporter.close()


def test_the_analysis_of_a_recording_that_is_cut_short_is_shown_and_says_so(
    workspace, make_video, untrained_model, tmp_path, qtbot
):
    recording = study_with_model(workspace, make_video, untrained_model, tmp_path, qtbot)
    store_analysis(workspace, recording, "model", complete=False, frames_read=3)
    workspace.close_study()
    workspace.open_study(tmp_path / "Mine.austudio")
    workspace.choose_model("model")
    assert workspace.item(recording).status is Status.DONE
    assert "only 3 frames could be read" in workspace.item(recording).message


def test_an_analysis_of_squeezed_faces_does_not_count(
    workspace, make_video, untrained_model, tmp_path, qtbot
):
    workspace.new_study(tmp_path / "Mine")
    workspace.add_videos([make_video("hdv.mp4", pixel_aspect=Fraction(4, 3))])
    _wait_checked(qtbot, workspace)
    (item,) = workspace.recordings()
    for suffix in (".safetensors", ".json"):
        shutil.copy(untrained_model.with_suffix(suffix), tmp_path / f"Mine.austudio/models/model{suffix}")
    workspace.refresh_models()
    store_analysis(workspace, item.id, "model")
    assert not workspace.has_analysis(item.id, "model")
    video = {"content_hash": workspace.study.recording(item.id).content_hash, "pixel_aspect": "4/3"}
    store_analysis(workspace, item.id, "model", video=video)
    assert workspace.has_analysis(item.id, "model")


@pytest.mark.parametrize("missing", ["nowhere.austudio", "folder.austudio"])
def test_what_is_no_study_is_reported(workspace, tmp_path, missing, qtbot):
    (tmp_path / "folder.austudio").mkdir()
    with qtbot.waitSignal(workspace.problem):
        assert not workspace.open_study(tmp_path / missing)


def test_closing_while_files_are_being_checked_leaves_nothing_behind(make_video, tmp_path, qtbot):
    workspace = Workspace(home=tmp_path / "home")
    workspace.add_videos([make_video(f"{n}.mp4", 60) for n in range(4)])
    workspace.close()
    assert workspace.study is None
    assert workspace.recordings() == ()


def test_what_is_worth_knowing_of_a_recording_is_said_again_when_the_study_is_opened_anew(
    workspace, make_video, tmp_path, qtbot
):
    workspace.new_study(tmp_path / "Mine")
    workspace.add_videos([make_video("v.mp4", steps=[20, 90, 40])])
    _wait_checked(qtbot, workspace)
    assert workspace.current.message == "variable frame rate"
    workspace.close()
    again = Workspace(home=tmp_path / "home")
    try:
        assert again.open_study(tmp_path / "Mine.austudio")
        again.open_recording(again.recordings()[0].id)
        qtbot.waitUntil(lambda: again.current is not None, timeout=8000)
        qtbot.waitUntil(lambda: again.current.message == "variable frame rate", timeout=8000)
    finally:
        again.close()
