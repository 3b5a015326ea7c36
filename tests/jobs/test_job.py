import json

import pytest

from au_studio.jobs.job import (
    AnalyzeJob,
    FinetuneJob,
    JobError,
    LabelledRecording,
    PretrainJob,
    RatedCell,
    job_from_json,
    load_job,
    save_job,
)

JOBS = [
    AnalyzeJob(
        video="/v/ä.mp4", model="/m.safetensors", output_csv="/o/ä.csv", formats=("openface", "events")
    ),
    FinetuneJob(
        model="/m.safetensors",
        output="/o.safetensors",
        name="after 2 %",
        recordings=(
            LabelledRecording(
                "/v.mp4", None, "/w.h5", "P1", "r1", (RatedCell(512, 12, 3), RatedCell(512, 25, None)), 1
            ),
        ),
        seed=17,
        settings={"steps": 5},
    ),
    PretrainJob(videos=("/a.mp4", "/b.mp4"), output="/o.safetensors", name="stage 1", tracks=("/t.h5", None)),
]


@pytest.mark.parametrize("job", JOBS, ids=lambda job: job.kind)
def test_a_job_survives_the_way_through_its_file(tmp_path, job):
    save_job(job, tmp_path / "jobs" / "job.json")
    assert load_job(tmp_path / "jobs" / "job.json") == job
    assert [p.name for p in (tmp_path / "jobs").iterdir()] == ["job.json"]


def test_a_job_file_names_its_kind():
    assert [json.loads(json.dumps(job.to_json()))["kind"] for job in JOBS] == [
        "analyze",
        "finetune",
        "pretrain",
    ]


def test_job_files_of_earlier_versions_are_read_by_the_names_of_then():
    rating = {"pts": 1, "au": 12, "value": 3}
    recording = {"video": "a.mp4", "tracks": None, "windows": "w", "group": "P", "recording_id": "r"}
    analysis = job_from_json({"kind": "analyze", "video": "v", "model": "m", "neutral": "auto"})
    learning = job_from_json(
        {"kind": "learning-curve", "model": "m", "recordings": [recording | {"ratings": [rating]}]}
    )
    assert analysis.calibrate == "auto"
    assert learning.recordings[0].crops == "w"
    assert job_from_json(learning.to_json()) == learning


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"kind": "paint"}, "paint"),
        ({}, "None"),
        ({"kind": "analyze", "video": "v"}, "analyze"),
        ({"kind": "analyze", "video": "v", "model": "m", "colour": 1}, "analyze"),
        ({"kind": "analyze", "video": "v", "model": "m", "formats": ["xls"]}, "xls"),
    ],
)
def test_what_is_no_job_is_refused(data, words):
    with pytest.raises(JobError, match=words):
        job_from_json(data)


def test_a_missing_or_broken_file_is_refused_by_name(tmp_path):
    (tmp_path / "bad.json").write_text("{")
    (tmp_path / "list.json").write_text("[]")
    for name in ("bad.json", "list.json", "none.json"):
        with pytest.raises(JobError, match=name):
            load_job(tmp_path / name)
