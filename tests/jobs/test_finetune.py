import json
import math
from pathlib import Path

import numpy as np
import pytest
from drawn import moving_face, write_video

from au_studio.jobs.control import Control
from au_studio.jobs.finetune import context_for, join_ratings, run
from au_studio.jobs.job import FinetuneJob, JobError, LabelledRecording, Rating3
from au_studio.jobs.protocol import CheckpointSaved, Metric, Notice, Progress
from au_studio.jobs.run import execute, run_job
from au_studio.learn.clips import Clip
from au_studio.nn.checkpoint import load_checkpoint, read_card
from au_studio.video.errors import VideoError
from au_studio.video.index import index_video

FAST = {"steps": 4, "rows": 2, "window": 4, "evaluations": 1}


def mouth(t: int) -> int:
    """The level that a coder would give AU25 in `drawn.moving_face`."""
    return round(2.5 * (1 + math.sin(t / 5)))


@pytest.fixture(scope="module")
def videos(tmp_path_factory, face_video):
    folder = tmp_path_factory.mktemp("second")
    return [face_video, write_video(folder / "second.mp4", moving_face(60))]


@pytest.fixture
def job(tmp_path, videos, model_path):
    recordings = []
    for number, video in enumerate(videos):
        pts = index_video(video).pts
        ratings = [Rating3(int(pts[t]), 25, mouth(t)) for t in range(2, 60, 6)]
        ratings.append(Rating3(int(pts[2]), 12, None))
        recordings.append(
            LabelledRecording(
                str(video), None, str(tmp_path / f"w{number}.h5"), f"P{number}", f"r{number}", tuple(ratings)
            )
        )
    return FinetuneJob(
        model=str(model_path),
        output=str(tmp_path / "models" / "new.safetensors"),
        name="mouths",
        recordings=tuple(recordings),
        seed=3,
        settings=FAST,
        device="cpu",
        labels_hash="abc",
    )


def test_a_new_model_is_written_with_its_whole_story(tmp_path, job):
    events = []
    result = run(job, events.append, Control())
    model, card = load_checkpoint(tmp_path / "models" / "new.safetensors")
    assert result["model"] == str(tmp_path / "models" / "new.safetensors")
    assert card.name == "mouths"
    assert card.parent == read_card(Path(job.model)).sha256
    assert card.training["labels_hash"] == "abc"
    assert card.training["seed"] == 3
    assert card.training["settings"]["steps"] == 4
    # Frames 20 to 34 of the first recording show no face: 20, 26 and 32 cannot be learnt from.
    assert card.training["rated_frames"] == 10 + 10 - 3
    assert json.loads(json.dumps(result["evaluation"]))["scheme"]
    assert "error_model" not in card.metrics
    assert card.error_model == {}, "17 held-out frames are too few to say how far off it may be"
    base, _ = load_checkpoint(Path(job.model))
    changed = [
        not np.array_equal(a.detach(), b.detach())
        for a, b in zip(model.parameters(), base.parameters(), strict=True)
    ]
    assert any(changed)
    kinds = {type(event) for event in events}
    assert {Progress, Metric, CheckpointSaved, Notice} <= kinds
    assert "3 of 10 rated frames of face.mp4 show no face" in "".join(
        e.text for e in events if isinstance(e, Notice)
    )


def test_crops_are_cut_once_and_used_again(job, monkeypatch):
    run(job, lambda event: None, Control())
    monkeypatch.setattr("au_studio.jobs.crops.extract_windows", lambda *a, **k: pytest.fail("cut again"))
    run(job, lambda event: None, Control())


def test_crops_are_cut_again_when_more_frames_are_rated(tmp_path, job, videos):
    run(job, lambda event: None, Control())
    before = (tmp_path / "w1.json").read_text()
    first, second = job.to_json()["recordings"]
    second["ratings"] = [
        *second["ratings"],
        {"pts": int(index_video(videos[1]).pts[40]), "au": 12, "value": 4},
    ]
    more = FinetuneJob.from_json({**job.to_json(), "recordings": [first, second]})
    run(more, lambda event: None, Control())
    assert (tmp_path / "w1.json").read_text() != before


def test_the_same_seed_gives_the_same_model(tmp_path, job):
    run(job, lambda event: None, Control())
    first = (tmp_path / "models" / "new.safetensors").read_bytes()
    run(job, lambda event: None, Control())
    assert (tmp_path / "models" / "new.safetensors").read_bytes() == first


def test_stop_keeps_a_model(tmp_path, job):
    control = Control()

    def report(event):
        if isinstance(event, Metric):
            control.stop()

    assert execute(job, report, control)["stopped"]
    assert load_checkpoint(tmp_path / "models" / "new.safetensors")[1].training["stopped_early"]


def test_cancel_leaves_no_trace(tmp_path, job):
    control = Control()

    def report(event):
        if isinstance(event, Metric):
            control.cancel()

    assert run_job(job, report, control) == 130
    assert [p for p in tmp_path.rglob("*") if p.is_file()] == []


def test_a_missing_video_is_named(tmp_path, job):
    first, second = job.to_json()["recordings"]
    broken = FinetuneJob.from_json(
        {**job.to_json(), "recordings": [first, {**second, "video": str(tmp_path / "gone.mp4")}]}
    )
    with pytest.raises(VideoError, match="gone"):
        run(broken, lambda event: None, Control())
    assert not (tmp_path / "models" / "new.safetensors").exists()


def test_ratings_that_show_no_face_or_no_level_are_nothing_to_learn_from(job, videos):
    pts = index_video(videos[0]).pts
    first = job.to_json()["recordings"][0]
    for rating in (Rating3(int(pts[28]), 12, 3), Rating3(int(pts[5]), 12, None)):
        nothing = FinetuneJob.from_json({**job.to_json(), "recordings": [{**first, "ratings": [rating]}]})
        events = []
        assert run_job(nothing, events.append, Control()) == 1
        assert "None of the rated frames" in events[-1].message


def test_many_rated_frames_get_less_context_so_that_memory_stays_bounded():
    assert context_for(360) == (24, 4)
    assert context_for(1000) == (12, 2)
    assert context_for(2000) == (7, 0)
    assert context_for(10**6) == (7, 0)


def test_a_setting_that_does_not_exist_is_refused(job):
    with pytest.raises(JobError, match="does not exist"):
        run(FinetuneJob.from_json({**job.to_json(), "settings": {"magic": 1}}), lambda event: None, Control())


def test_not_codable_stays_missing_and_never_becomes_zero():
    clip = Clip(
        crops=np.zeros((3, 4, 4, 3), np.uint8),
        intensities=np.full((3, 2), np.nan, np.float32),
        times=np.arange(3.0),
        pts=np.array([0, 10, 20]),
        restart=np.array([True, False, False]),
        group="",
        source="",
    )
    ratings = (
        Rating3(10, 12, 0),
        Rating3(20, 12, None),
        Rating3(20, 4, 5),
        Rating3(20, 45, 1),
        Rating3(99, 12, 2),
    )
    (joined,) = join_ratings([clip], LabelledRecording("v", None, "w", "P", "r", ratings), (4, 12))
    np.testing.assert_array_equal(joined.intensities, [[np.nan, np.nan], [np.nan, 0], [5, np.nan]])
    assert (joined.group, joined.source) == ("P", "r")
