import json
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from drawn import moving_face, write_model, write_video

from au_studio.analysis.analyzer import Analyzer
from au_studio.analysis.estimators import quick_path
from au_studio.jobs.control import Control
from au_studio.jobs.crops import AskedClip
from au_studio.jobs.expected_time import context_for
from au_studio.jobs.finetune import join_ratings, run
from au_studio.jobs.job import FinetuneJob, JobError, LabelledRecording, RatedCell
from au_studio.jobs.protocol import CheckpointSaved, Metric, Notice, Progress
from au_studio.jobs.run import execute, run_job
from au_studio.learn.material.clips import Clip, centre
from au_studio.learn.stage2.finetune import finetune
from au_studio.nn import engine
from au_studio.nn.checkpoint import load_checkpoint, read_card
from au_studio.video.errors import VideoError
from au_studio.video.index import index_video
from au_studio.video.reader import FrameReader

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
        ratings = [RatedCell(int(pts[t]), 25, mouth(t)) for t in range(2, 60, 6)]
        ratings.append(RatedCell(int(pts[2]), 12, None))
        recordings.append(
            LabelledRecording(
                str(video), None, str(tmp_path / f"w{number}"), f"P{number}", f"r{number}", tuple(ratings)
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
        caution="Seen before.",
    )


def test_a_new_model_is_written_with_its_whole_story(tmp_path, job):
    events = []
    result = run(job, events.append, Control())
    model, card = load_checkpoint(tmp_path / "models" / "new.safetensors")
    assert result["model"] == str(tmp_path / "models" / "new.safetensors")
    if engine.is_there():
        assert quick_path(card.sha256).is_file()  # its first analysis needs no torch
    assert card.name == "mouths"
    assert card.parent == read_card(Path(job.model)).sha256
    assert card.training["labels_hash"] == "abc"
    assert card.training["seed"] == 3
    assert card.training["settings"]["steps"] == 4
    named = [recording.group for recording in job.recordings if recording.group != recording.recording_id]
    assert card.training["persons"] == len(set(named))
    assert card.training["unnamed_recordings"] == len(job.recordings) - len(named)
    # Frames 20 to 34 of the first recording show no face: 20, 26 and 32 cannot be learnt from.
    assert card.training["rated_frames"] == 10 + 10 - 3
    assert json.loads(json.dumps(result["evaluation"]))["scheme"].endswith(" Seen before.")
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


def test_a_unit_that_the_base_does_not_read_is_learned_from_the_ratings_alone(tmp_path, job):
    base = read_card(Path(job.model))
    new = next(au for au in (7, 14, 23) if au not in base.config.aus)
    recordings = tuple(
        replace(rec, ratings=(*rec.ratings, *(replace(r, au=new) for r in rec.ratings if r.au == 25)))
        for rec in job.recordings
    )
    result = run(replace(job, recordings=recordings), lambda _: None, Control())
    model, card = load_checkpoint(tmp_path / "models" / "new.safetensors")
    assert card.config.aus == tuple(sorted((*base.config.aus, new)))
    assert card.training["further_units"] == [new]
    assert model.regressor.weight[card.config.aus.index(new)].abs().sum() > 0
    row = result["evaluation"]["au"][str(new)]
    assert row["n"] == result["evaluation"]["au"]["25"]["n"]
    assert row["mae"] is not None
    assert row["base_icc"] is row["base_mae"] is None, "the base says nothing of it"
    assert result["evaluation"]["au"]["25"]["base_mae"] is not None
    again = read_card(tmp_path / "models" / "new.safetensors")
    assert again.config == card.config


def test_a_network_of_small_crops_learns_from_what_it_is_shown_later(tmp_path, job, videos, monkeypatch):
    """The whole face, smaller: not the middle of it."""
    learned: list[Clip] = []
    monkeypatch.setattr(
        "au_studio.jobs.finetune.finetune",
        lambda model, clips, *rest, **more: learned.extend(clips) or finetune(model, clips, *rest, **more),
    )
    small = write_model(tmp_path / "small.safetensors", crop_size=64)
    run(replace(job, model=str(small)), lambda _: None, Control())
    analyzer = Analyzer(load_checkpoint(small)[0], device=torch.device("cpu"))
    with FrameReader(index_video(videos[1])) as reader:
        shown = {frame.pts: analyzer.locate(frame).crop for frame in reader.frames()}
    for clip in learned[-1:]:
        for pts, crop in zip(clip.pts.tolist(), centre(clip.crops, 64), strict=True):
            assert np.abs(crop.astype(float) - shown[pts]).mean() < 3


def test_crops_are_cut_once_and_used_again(job, monkeypatch):
    run(job, lambda event: None, Control())
    monkeypatch.setattr("au_studio.jobs.crops.cut_surroundings", lambda *a, **k: pytest.fail("cut again"))
    run(job, lambda event: None, Control())


def test_only_the_new_crops_are_cut_when_more_frames_are_rated(tmp_path, job, videos):
    run(job, lambda event: None, Control())
    before = (tmp_path / "w1.jsonl").read_text()
    first, second = job.to_json()["recordings"]
    second["ratings"] = [
        *second["ratings"],
        {"pts": int(index_video(videos[1]).pts[40]), "au": 12, "value": 4},
    ]
    more = FinetuneJob.from_json({**job.to_json(), "recordings": [first, second]})
    events = []
    run(more, events.append, Control())
    assert (tmp_path / "w1.jsonl").read_text() == before  # the context of the others holds it already
    assert not [e for e in events if isinstance(e, Progress) and "Cutting" in e.message]


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


def test_cancel_leaves_no_model_and_keeps_the_crops_for_the_next_time(tmp_path, job):
    control = Control()

    def report(event):
        if isinstance(event, Metric):
            control.cancel()

    assert run_job(job, report, control) == 130
    left = {p.name for p in tmp_path.rglob("*") if p.is_file()}
    assert left == {"w0.u8", "w0.jsonl", "w1.u8", "w1.jsonl"}


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
    for rating in (RatedCell(int(pts[28]), 12, 3), RatedCell(int(pts[5]), 12, None)):
        nothing = FinetuneJob.from_json({**job.to_json(), "recordings": [{**first, "ratings": [rating]}]})
        events = []
        assert run_job(nothing, events.append, Control()) == 1
        assert "None of the rated frames" in events[-1].message


def test_many_rated_frames_get_less_context_so_that_the_disk_is_not_filled():
    assert context_for(360) == (24, 4)
    assert context_for(2000) == (12, 2)
    assert context_for(4000) == (7, 0)
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
        RatedCell(10, 12, 0),
        RatedCell(20, 12, None),
        RatedCell(20, 4, 5),
        RatedCell(20, 45, 1),
        RatedCell(99, 12, 2),
    )
    asked = AskedClip(clip, frozenset({10, 20}))
    (joined,) = join_ratings([asked], LabelledRecording("v", None, "w", "P", "r", ratings), (4, 12))
    np.testing.assert_array_equal(joined.intensities, [[np.nan, np.nan], [np.nan, 0], [5, np.nan]])
    assert (joined.group, joined.source) == ("P", "r")


def test_a_frame_that_two_clips_show_is_rated_once():
    def clip(pts):
        return Clip(
            crops=np.zeros((len(pts), 4, 4, 3), np.uint8),
            intensities=np.full((len(pts), 1), np.nan, np.float32),
            times=np.arange(float(len(pts))),
            pts=np.array(pts),
            restart=np.zeros(len(pts), bool),
            group="",
            source="",
        )

    asked = [AskedClip(clip([0, 10]), frozenset({0})), AskedClip(clip([10, 20]), frozenset({10}))]
    ratings = (RatedCell(0, 12, 1), RatedCell(10, 12, 2))
    first, second = join_ratings(asked, LabelledRecording("v", None, "w", "P", "r", ratings), (12,))
    np.testing.assert_array_equal(first.intensities[:, 0], [1, np.nan])
    np.testing.assert_array_equal(second.intensities[:, 0], [2, np.nan])


def test_a_pause_keeps_the_progress_and_the_next_run_ends_where_an_undisturbed_one_does(tmp_path, job):
    execute(job, lambda event: None, Control())
    undisturbed = load_checkpoint(Path(job.output))[0].state_dict()
    Path(job.output).unlink()
    control = Control(tmp_path / "state")

    def pause(event):
        if isinstance(event, Progress) and event.done == 6 and event.total == 12:
            control.pause()

    events = []
    assert run_job(job, lambda e: (events.append(e), pause(e)), control) == 130
    assert events[-1].result == {"paused": True}
    assert not Path(job.output).exists()
    assert any((tmp_path / "state").iterdir())
    events.clear()
    execute(job, events.append, Control(tmp_path / "state"))
    assert next(e.done for e in events if isinstance(e, Progress) and e.total == 12) > 6
    again = load_checkpoint(Path(job.output))[0].state_dict()
    for name, weights in undisturbed.items():
        np.testing.assert_allclose(again[name].numpy(), weights.numpy(), rtol=1e-5, atol=1e-6)


def test_progress_says_what_comes_later_of_the_whole_job(job):
    events = []
    run(job, events.append, Control())
    told = [event for event in events if isinstance(event, Progress)]
    cutting = [event for event in told if event.part == "cutting"]
    assert {"Cutting the faces of face.mp4", "Cutting the faces of second.mp4"} == {
        e.message for e in cutting
    }
    assert cutting[0].later["cutting"] > 0
    assert "cutting" not in cutting[-1].later
    assert cutting[-1].later["learning"] > 0
    looking = [event for event in told if event.part == "looking"]
    assert told == [*cutting, *looking, *(event for event in told if event.part == "learning")]
    shares = [event.done / event.total for event in looking]
    assert len(set(shares)) > 3, "most of the time of few ratings: it is seen to go on"
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] > 0.8
    assert told[-1].part == "learning"
    assert told[-1].later == {}
