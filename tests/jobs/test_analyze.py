import csv
import dataclasses
import json
from pathlib import Path

import pytest
from drawn import moving_face, write_video

from au_studio.analysis.recording import analyze_recording
from au_studio.analysis.store import load_analysis
from au_studio.errors import Stopped
from au_studio.export.bids_names import entities_of, files_of
from au_studio.jobs import analyze
from au_studio.jobs.analyze import run
from au_studio.jobs.control import Control
from au_studio.jobs.job import TABLES, AnalyzeJob
from au_studio.jobs.protocol import Done, Failed, Notice, Progress
from au_studio.jobs.run import EXIT_CANCELLED, execute, run_job


@pytest.fixture
def job(tmp_path, face_video, model_path):
    return AnalyzeJob(
        video=str(face_video),
        model=str(model_path),
        tracks=str(tmp_path / "clip.faces.h5"),
        output_h5=str(tmp_path / "clip.h5"),
        output_csv=str(tmp_path / "clip.csv"),
        device="cpu",
    )


def rows(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_table_has_a_row_per_frame_and_empty_cells_without_a_face(tmp_path, job):
    result = run(job, lambda event: None, Control())
    table = rows(tmp_path / "clip.csv")
    analysis = load_analysis(tmp_path / "clip.h5")
    assert result["frames"] == len(table) == 60
    assert result["frames_with_face"] == 45
    columns = [name for name in table[0] if name.endswith("_r")]
    assert len(columns) == 12
    for number, row in enumerate(table):
        assert float(row["timestamp"]) == pytest.approx(analysis.times[number], abs=1e-3)
        if number in range(20, 35):
            assert row["success"] == "0"
            assert all(row[name] == "" for name in columns)
        else:
            assert all(0 <= float(row[name]) <= 5 for name in columns)
    note = json.loads((tmp_path / "clip.json").read_text(encoding="utf-8"))
    assert note["complete"] is True
    assert note["frames_read"] == 60
    assert note["provenance"]["model"]["name"] == "untrained"


@pytest.mark.parametrize(("chosen", "told"), [(None, 1), (0, 0)])
def test_values_of_several_people_are_told_when_nobody_was_chosen(job, monkeypatch, chosen, told):
    def analyzed(*given, **named):
        analysis = analyze_recording(*given, **{**named, "target_person": None})
        person = analysis.person.copy()
        person[40:] = 1
        return dataclasses.replace(analysis, person=person)

    monkeypatch.setattr(analyze, "analyze_recording", analyzed)
    events = []
    run(dataclasses.replace(job, target_person=chosen), events.append, Control())
    notices = [event.text for event in events if isinstance(event, Notice)]
    assert sum("of several people" in text for text in notices) == told


def test_every_table_can_be_asked_for(tmp_path, face_video, model_path):
    job = AnalyzeJob(
        video=str(face_video),
        model=str(model_path),
        output_csv=str(tmp_path / "a.b.csv"),
        formats=TABLES,
        device="cpu",
    )
    result = run(job, lambda event: None, Control())
    expected = ["a.b.csv", "a.b.eaf", "a.b.events.csv", "a.b.json", "a.b.summary.csv", "a.b.tidy.csv"]
    expected = sorted(
        [tmp_path / name for name in [*expected, "frames/a.b.parquet", "summaries/a.b.parquet"]]
        + [tmp_path / "a.b.mne.txt", *files_of(tmp_path / "bids", entities_of("a.b"))]
    )
    assert sorted(path for path in tmp_path.rglob("*") if path.is_file()) == expected
    assert sorted(map(Path, result["files"])) == expected
    assert len(rows(tmp_path / "a.b.tidy.csv")) == 60 * 12


def test_a_file_cut_short_leaves_its_readable_part_and_fails(tmp_path, model_path):
    whole = write_video(tmp_path / "whole.mpg", moving_face(60), codec="mpeg1video", rate=25)
    data = whole.read_bytes()
    (tmp_path / "cut.mpg").write_bytes(data[: len(data) // 2])
    out = tmp_path / "out"
    job = AnalyzeJob(
        video=str(tmp_path / "cut.mpg"),
        model=str(model_path),
        output_h5=str(out / "cut.h5"),
        output_csv=str(out / "cut.csv"),
    )
    events = []
    assert run_job(job, events.append, Control()) == 1
    assert isinstance(events[-1], Failed)
    assert "cut.mpg" in events[-1].message
    note = json.loads((out / "cut.json").read_text("utf-8"))
    assert note["complete"] is False
    assert 0 < note["frames_read"] == len(rows(out / "cut.csv")) < 60


@pytest.mark.parametrize("missing", ["video", "model"])
def test_a_missing_file_is_named_and_nothing_is_written(tmp_path, face_video, model_path, missing):
    names = {"video": str(face_video), "model": str(model_path), missing: str(tmp_path / "gone.xyz")}
    out = tmp_path / "out"
    job = AnalyzeJob(**names, output_h5=str(out / "a.h5"), output_csv=str(out / "a.csv"))
    events = []
    assert run_job(job, events.append, Control()) == 1
    assert "gone" in events[-1].message
    assert not out.exists()


def test_a_cancel_leaves_no_trace(tmp_path, job):
    control = Control()

    def report(event):
        if isinstance(event, Progress) and event.done:
            control.cancel()

    with pytest.raises(Stopped):
        execute(job, report, control)
    assert not list(tmp_path.iterdir())


def ending_after(frames, wish, events):
    """Return a listener that makes a wish when so many frames are done."""

    def report(event):
        events.append(event)
        if isinstance(event, Progress) and event.done >= frames:
            wish()

    return report


def test_a_paused_analysis_goes_on_where_it_was_and_tells_it(tmp_path, job, monkeypatch):
    monkeypatch.setattr(analyze, "PROGRESS_SECONDS", 0.0)
    whole = dataclasses.replace(job, output_h5=str(tmp_path / "whole.h5"), tracks=None, output_csv=None)
    run(whole, lambda _: None, Control())
    events, control = [], Control()
    assert run_job(job, ending_after(16, control.pause, events), control) == EXIT_CANCELLED
    assert events[-1] == Done({"paused": True})
    assert [path.name for path in tmp_path.glob("clip*")] == ["clip.unfinished"]
    events.clear()
    assert run_job(job, events.append, Control()) == 0
    assert [e.text for e in events if isinstance(e, Notice)] == [
        "Going on after frame 16 of face.mp4, where it was interrupted."
    ]
    # The pace is that of the frames that are new.
    assert next(event.done for event in events if isinstance(event, Progress) and event.total) == 32
    found, expected = load_analysis(tmp_path / "clip.h5"), load_analysis(tmp_path / "whole.h5")
    assert found.intensities.tobytes() == expected.intensities.tobytes()
    assert not (tmp_path / "clip.unfinished").exists()


def test_a_cancel_also_gives_up_what_an_earlier_run_has_come_to(tmp_path, job, monkeypatch):
    monkeypatch.setattr(analyze, "PROGRESS_SECONDS", 0.0)
    for wish in ("pause", "cancel"):
        control = Control()
        run_job(job, ending_after(16, getattr(control, wish), []), control)
        assert (tmp_path / "clip.unfinished").exists() == (wish == "pause")
    assert not list(tmp_path.iterdir())
