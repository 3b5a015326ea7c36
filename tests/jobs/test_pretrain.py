import numpy as np
import pytest
from drawn import empty_picture, moving_face, write_model, write_video

from au_studio.jobs.control import Control
from au_studio.jobs.job import JobError, PretrainJob
from au_studio.jobs.pretrain import run, spread_starts, uninterrupted
from au_studio.jobs.protocol import Metric, Notice
from au_studio.jobs.run import run_job
from au_studio.learn.material.clips import Clip
from au_studio.nn.checkpoint import load_checkpoint

FAST = {"steps": 2, "rows": 2, "blocks": 4, "predicted": 1, "stride": 1}


@pytest.fixture(scope="module")
def video(tmp_path_factory):
    return write_video(tmp_path_factory.mktemp("v") / "face.mp4", moving_face(30))


@pytest.fixture
def job(tmp_path, video, model_path):
    return PretrainJob(
        videos=(str(video),),
        output=str(tmp_path / "stage1.safetensors"),
        name="stage 1",
        model=str(model_path),
        settings=FAST,
        device="cpu",
    )


def test_a_checkpoint_is_learnt_without_labels_and_says_what_it_is(tmp_path, job, video):
    (tmp_path / "broken.mp4").write_text("no video")
    both = PretrainJob.from_json({**job.to_json(), "videos": [str(video), str(tmp_path / "broken.mp4")]})
    events = []
    result = run(both, events.append, Control())
    model, card = load_checkpoint(tmp_path / "stage1.safetensors")
    assert result["model"] == job.output
    assert "no labels" in card.training["kind"]
    assert card.training["settings"]["steps"] == 2
    assert "fine-tune before you trust" in " ".join(card.notes)
    base, _ = load_checkpoint(tmp_path.__class__(job.model))
    changed = [
        not np.array_equal(a.detach(), b.detach())
        for a, b in zip(model.encoder.parameters(), base.encoder.parameters(), strict=True)
    ]
    assert any(changed)
    assert any(isinstance(e, Metric) and e.metric == "loss" for e in events)
    assert any(isinstance(e, Notice) and "broken.mp4 is left out" in e.text for e in events)


def test_a_network_of_small_crops_is_shown_the_whole_face(tmp_path, job, monkeypatch):
    shapes = set()

    def look(model, clips, *rest, **more):
        shapes.update(clip.crops.shape[1:] for clip in clips)
        return {"seconds": 1.0}

    monkeypatch.setattr("au_studio.jobs.pretrain.pretrain", look)
    small = write_model(tmp_path / "small.safetensors", crop_size=64)
    run(PretrainJob.from_json({**job.to_json(), "model": str(small)}), lambda event: None, Control())
    assert shapes == {(72, 72, 3)}, "shrunk, not cut"


def test_recordings_without_faces_are_nothing_to_learn_from(tmp_path, job):
    empty = write_video(tmp_path / "empty.mp4", [empty_picture()] * 12)
    events = []
    nothing = PretrainJob.from_json({**job.to_json(), "videos": [str(empty)]})
    assert run_job(nothing, events.append, Control()) == 1
    assert "No recording shows a face" in events[-1].message


def test_a_cancel_leaves_no_trace(tmp_path, job):
    control = Control()

    def report(event):
        if isinstance(event, Metric):
            control.cancel()

    assert run_job(job, report, control) == 130
    assert not list(tmp_path.iterdir())


def test_a_setting_that_does_not_exist_is_refused(job):
    with pytest.raises(JobError, match="does not exist"):
        run(PretrainJob.from_json({**job.to_json(), "settings": {"magic": 1}}), lambda event: None, Control())


def test_stretches_are_spread_over_the_recording_without_overlap():
    starts = spread_starts(1000, 96, 4)
    assert starts[0] == 0
    assert starts[-1] == 904
    assert min(np.diff(starts)) >= 96
    assert spread_starts(300, 96, 40) == [0, 102, 204]
    assert spread_starts(50, 96, 40) == [0]


def test_no_transition_across_a_gap_is_learnt():
    clip = Clip(
        crops=np.arange(6, dtype=np.uint8).reshape(6, 1, 1, 1).repeat(3, axis=3),
        intensities=np.full((6, 1), np.nan, np.float32),
        times=np.arange(6.0),
        pts=np.arange(6),
        restart=np.array([True, False, True, False, False, True]),
        group="g",
        source="s",
    )
    assert [part.pts.tolist() for part in uninterrupted(clip)] == [[0, 1], [2, 3, 4], [5]]
