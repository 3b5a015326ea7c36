"""The job that asks what more ratings would bring, from video to curve."""

import json

import pytest
from drawn import moving_face, write_video

from au_studio.errors import Stopped
from au_studio.jobs.control import Control
from au_studio.jobs.finetune import NothingToLearnError
from au_studio.jobs.job import LabelledRecording, LearningCurveJob, RatedCell, load_job, save_job
from au_studio.jobs.protocol import Progress
from au_studio.jobs.run import execute
from au_studio.video.index import index_video


@pytest.fixture
def job(tmp_path, model_path):
    recordings = []
    for number in range(2):
        video = write_video(tmp_path / f"v{number}.mp4", moving_face(50))
        pts = index_video(video).pts
        ratings = tuple(RatedCell(int(pts[t]), 25, (t // 3 + number) % 6) for t in range(0, 50, 2))
        recordings.append(
            LabelledRecording(
                str(video), None, str(tmp_path / f"w{number}.h5"), f"P{number}", f"r{number}", ratings
            )
        )
    return LearningCurveJob(str(model_path), tuple(recordings), device="cpu")


def test_a_curve_is_measured_and_nothing_but_crops_is_written(tmp_path, job):
    before = set(tmp_path.iterdir())
    events = []
    curve = execute(job, events.append, Control())["curve"]
    assert json.dumps(curve, allow_nan=False)
    assert [point["n"] for point in curve["points"]] == sorted(point["n"] for point in curve["points"])
    assert curve["points"]
    assert curve["words"]
    assert events[-1] == Progress(12, 12, "Learning from parts of the ratings")
    assert all(path.name.startswith("w") for path in set(tmp_path.iterdir()) - before)


def test_it_is_read_back_from_its_file_as_it_was(tmp_path, job):
    save_job(job, tmp_path / "job.json")
    assert load_job(tmp_path / "job.json") == job


def test_ratings_that_are_all_not_codable_are_refused(job):
    (first, _) = job.recordings
    ratings = tuple(RatedCell(rating.pts, rating.au, None) for rating in first.ratings)
    nothing = LearningCurveJob(
        job.model, (LabelledRecording(first.video, None, first.crops, "P", "r", ratings),), device="cpu"
    )
    with pytest.raises(NothingToLearnError):
        execute(nothing, lambda _event: None, Control())


def test_stopping_ends_it_without_a_curve(job):
    control = Control()
    control.stop()
    with pytest.raises(Stopped):
        execute(job, lambda _event: None, control)
