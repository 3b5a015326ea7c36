"""Agreement in the window: what the controller hands to the comparison."""

from __future__ import annotations

from written_analyses import write_analysis

from au_studio.controllers.agree.agreement import AgreementController
from au_studio.study.ratings import RatingInput
from au_studio.study.recording_list import Status


def test_a_model_that_analysed_a_study_open_for_reading_only_is_compared(
    workspace, make_video, tmp_path, qtbot
):
    workspace.new_study(tmp_path / "Mine")
    workspace.add_videos([make_video("one.mp4", 12)], open_first=False)
    qtbot.waitUntil(lambda: [i.status for i in workspace.recordings()] == [Status.READY], timeout=10_000)
    study = workspace.study
    (recording,) = study.recordings()
    ratings = [RatingInput(recording.id, pts, 12, pts) for pts in range(4)]
    study.rate_many(study.add_coder("AB").id, ratings)
    workspace.close_study()
    workspace.open_study(tmp_path / "Mine.austudio", read_only=True)
    model, backend = workspace.model, workspace.face_finder.name
    provenance = {
        "model": {"sha256": model.card["sha256"]},
        "video": {"content_hash": recording.content_hash},
        "target_person": None,
        "complete": True,
        "backend": backend,
    }
    write_analysis(workspace.analysis_path(recording.id, model.id), provenance)
    assert workspace.has_analysis(recording.id, model.id)
    controller = AgreementController(workspace)
    try:
        controller.activate()
        qtbot.waitUntil(lambda: controller.state.comparison is not None, timeout=10_000)
        assert controller.state.second.key == f"model:{model.id}"
        assert controller.state.comparison.n_frames == 4
    finally:
        controller.close()
