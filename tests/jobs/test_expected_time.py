"""What is expected of a training before anything of it could be measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from au_studio.jobs.expected_time import (
    CUT_FRAMES_PER_SECOND,
    FINETUNED_CROPS,
    FOLDS,
    LEARNING_ENDS,
    LEARNT_PER_SECOND,
    expected_time_of,
)
from au_studio.jobs.job import AnalyzeJob, FinetuneJob, LabelledRecording, PretrainJob, RatedCell
from au_studio.jobs.protocol import Notice, Progress
from au_studio.jobs.training_plan import Wish
from au_studio.learn.stage2.finetune import FinetuneSettings


def recording(name: str, n_rated: int) -> LabelledRecording:
    ratings = tuple(RatedCell(pts, au, 1) for pts in range(n_rated) for au in (1, 12))
    return LabelledRecording(name, None, name, name, name, ratings)


JOB = FinetuneJob("m", "o", "n", (recording("a", 10), recording("b", 30)))


def test_the_numbers_that_the_window_reckons_with_are_those_of_the_training():
    settings = FinetuneSettings()
    assert settings.crops_per_step == FINETUNED_CROPS
    assert settings.steps == Wish(Path(), "", "", True, 0, "", "").gradient_steps
    assert settings.folds == FOLDS


def test_every_recording_is_a_part_of_its_own_before_the_learning():
    expected_time = expected_time_of(JOB, 1200)
    assert [kind for kind, _ in expected_time.parts] == ["cutting", "cutting", "looking", "learning"]
    assert expected_time.seconds()["cutting"] == pytest.approx(40 * 29 / CUT_FRAMES_PER_SECOND)
    assert expected_time.seconds(0)["cutting"] == pytest.approx(30 * 29 / CUT_FRAMES_PER_SECOND)
    # One model for each of the two groups that is held out, and the final one.
    assert expected_time.seconds()["learning"] == pytest.approx(LEARNING_ENDS + 3 * 1200 / LEARNT_PER_SECOND)


def test_recordings_that_are_cut_already_take_no_time():
    assert expected_time_of(JOB, 1200, cut=False).seconds()["cutting"] == 0


def test_stage_1_cuts_a_short_recording_whole_and_a_part_of_a_long_one():
    job = PretrainJob(("a", "b"), "o", "n", frames=(100, 100_000))
    seconds = [seconds for _, seconds in expected_time_of(job, 100).parts]
    assert seconds[0] == pytest.approx(100 / CUT_FRAMES_PER_SECOND)
    assert seconds[1] == pytest.approx(40 * 96 / CUT_FRAMES_PER_SECOND)


def test_an_analysis_has_no_parts():
    assert expected_time_of(AnalyzeJob("v", "m"), 0).seconds() == {}


def test_progress_is_marked_and_other_events_are_passed_on():
    heard = []
    tell = expected_time_of(JOB, 1200).telling(heard.append, 1)
    tell(Progress(1, 2, "Cutting"))
    tell(Notice("oh"))
    assert heard[0].part == "cutting"
    assert set(heard[0].later) == {"looking", "learning"}
    assert heard[1] == Notice("oh")
