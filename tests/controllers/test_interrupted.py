"""Jobs that an earlier run left are offered to go on or to be discarded, in their own study only."""

from __future__ import annotations

from queue_material import behave, standings, states, three

from au_studio.analysis.store import kept_folder
from au_studio.controllers.job_runner import Standing
from au_studio.study.recording_list import Status

__all__ = ["three"]


def test_a_failed_analysis_is_told_and_can_go_on(three, qtbot):
    behave("crash")
    second = three.recordings()[1].id
    with qtbot.waitSignal(three.problem, timeout=30_000):
        three.batch.analyse([second], three.model)
    assert states(three)[1] is Status.READY
    assert [task.title for task in three.interrupted.tasks] == ["Analysing two.mp4"]
    behave("learn")
    three.interrupted.go_on()
    qtbot.waitUntil(lambda: states(three)[1] is Status.DONE, timeout=30_000)
    assert three.interrupted.tasks == ()


def test_jobs_are_offered_to_go_on_when_the_study_is_opened_again(three, qtbot):
    behave("slow")
    path = three.study.path
    ids = [item.id for item in three.recordings()]
    three.batch.analyse(ids[1:], three.model)
    qtbot.waitUntil(lambda: standings(three)["two"] is Standing.RUNNING, timeout=30_000)
    (path / "models" / ".half.0123abcd.part.safetensors").write_bytes(b"half")
    told = []
    three.notice.connect(lambda text, level: told.append(text))
    three.close_study()
    behave("learn")
    three.open_study(path)
    assert "the analysis of 2 recordings" in told[-1]
    assert not (path / "models" / ".half.0123abcd.part.safetensors").exists()
    assert [task.title for task in three.interrupted.tasks] == ["Analysing two.mp4", "Analysing three.mp4"]
    begun = [kept_folder(three.analysis_path(key, "untrained")) for key in ids[1:]]
    for folder in begun:
        folder.mkdir(parents=True)
    three.interrupted.discard(three.interrupted.tasks[1:])
    assert [folder.exists() for folder in begun] == [True, False]
    three.choose_model("untrained")
    three.interrupted.go_on()
    qtbot.waitUntil(lambda: standings(three) == {}, timeout=30_000)
    assert [three.has_analysis(key, "untrained") for key in ids] == [False, True, False]


def test_jobs_of_a_study_that_was_copied_are_not_offered_in_the_copy(three, qtbot, tmp_path):
    behave("slow")
    three.batch.analyse([three.recordings()[1].id], three.model)
    three.save_study_as(tmp_path / "copy.austudio")
    assert three.study.path == tmp_path / "copy.austudio"
    assert three.interrupted.tasks == ()
