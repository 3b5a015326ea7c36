from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from au_studio.analysis.results import RecordingAnalysis
from au_studio.analysis.store import AnalysisFileError, load_analysis, save_analysis
from au_studio.coding.calibrations import KnownOfPerson, RatedRecording
from au_studio.coding.session import SampleFrame
from au_studio.errors import Stopped
from au_studio.export.bids_names import OF_DATA_SET
from au_studio.export.markers_csv import MarkerRow
from au_studio.export.methods_facts import ModelFacts, StudyFacts
from au_studio.export.names import OF_ALL, OF_EACH, unique_stems
from au_studio.export.sidecar import path_for
from au_studio.export.study_files import (
    FORMATS,
    ExportPlan,
    ExportSource,
    coder_columns,
    write_tables,
)
from au_studio.export.values import ValueChoices
from au_studio.nn.expected_error import KNOTS, LEVELS, ExpectedErrors
from au_studio.study.records import Rating

PTS = np.array([0, 40, 80, 120], dtype=np.int64)


def rating(pts: int, value: int | None, au: int = 12) -> Rating:
    return Rating("c1", "r1", pts, au, value, False, "2026-01-31T12:00:00.000Z")


@pytest.fixture
def source(tmp_path: Path) -> ExportSource:
    success = np.array([True, True, False, True])
    intensities = np.array([[0, 1], [1, 2], [np.nan, np.nan], [3, 4]], np.float32)
    analysis = RecordingAnalysis(
        aus=(1, 12),
        pts=PTS,
        times=PTS / 1000,
        intensities=intensities,
        confidence=np.where(success, 0.9, 0).astype(np.float32),
        success=success,
        person=np.where(success, 0, -1).astype(np.int16),
        boxes=np.zeros((4, 4), np.float32),
        provenance={"model": {"name": "base"}, "video": {"name": "a.mp4"}},
    )
    save_analysis(tmp_path / "a.h5", analysis)
    ratings = {"AB": (rating(40, 3), rating(120, None))}
    return ExportSource("r1", "a.mp4", "a", tmp_path / "a.h5", "P1", "control", ratings)


def export(source: ExportSource, folder: Path, *formats: str, told: list[str] | None = None) -> list[Path]:
    told = [] if told is None else told
    plan = ExportPlan((source,), formats, "base", folder, {"mean": {"icc": 0.7}})
    return write_tables(plan, lambda *_: None, lambda: False, told.append)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def test_ratings_stand_at_their_frames_and_not_codable_is_empty(source, tmp_path):
    (table,) = export(source, tmp_path / "out", "openface")
    found = rows(table)
    assert table.name == "a.csv"
    assert [row["AU12_coder_ab"] for row in found] == ["", "3", "", ""]
    assert (found[2]["success"], found[2]["AU12_r"]) == ("0", "")


def test_every_table_has_a_sidecar_that_says_how_it_was_made(source, tmp_path):
    tables = export(source, tmp_path / "out", "openface", "tidy", "events", "summary")
    assert [t.name for t in tables] == ["a.csv", "a.tidy.csv", "a.events.csv", "summary.csv"]
    for table in tables:
        content = json.loads(table.with_suffix(".json").read_text())
        assert content["table"] == table.name
        assert content["settings"]["model"] == "base"
        assert content["agreement"] == {"mean": {"icc": 0.7}}
    summary = json.loads((tmp_path / "out" / "summary.json").read_text())
    assert summary["recordings"]["a.mp4"]["model"] == {"name": "base"}


def test_a_file_for_elan_knows_its_video_and_has_a_sidecar_of_its_own(source, tmp_path):
    marked = replace(source, markers=(MarkerRow("question", 40, 80),), video=tmp_path / "a.mp4")
    files = export(marked, tmp_path / "out", "openface", "elan")
    assert [file.name for file in files] == ["a.csv", "a.eaf"]
    text = files[1].read_text(encoding="utf-8")
    assert 'RELATIVE_MEDIA_URL="../a.mp4"' in text
    assert 'TIER_ID="question"' in text
    assert json.loads((tmp_path / "out" / "a.eaf.json").read_text())["settings"]["episodes"]["threshold"] == 1
    assert json.loads((tmp_path / "out" / "a.json").read_text())["table"] == "a.csv"


def test_an_hdf5_copy_is_what_the_study_stores_unless_values_are_to_be_changed(source, tmp_path):
    stored = load_analysis(source.analysis)
    (file,) = export(source, tmp_path / "out", "hdf5")
    copy = load_analysis(file)
    assert copy.provenance == stored.provenance
    np.testing.assert_array_equal(copy.intensities, stored.intensities)
    values = ValueChoices(smooth=0.1)
    plan = ExportPlan((source,), ("hdf5", "openface"), "base", tmp_path / "smooth", values=values)
    file, table = write_tables(plan, lambda *_: None, lambda: False, lambda _: None)
    smooth = load_analysis(file)
    assert smooth.provenance["processing"]["smoothing"]["sd_seconds"] == 0.1
    shown = [float(row["AU12_r"] or "nan") for row in rows(table)]
    np.testing.assert_allclose(smooth.intensities[:, 1], shown, atol=1e-4)
    assert smooth.intensities[0, 1] != stored.intensities[0, 1]
    told = json.loads((tmp_path / "smooth" / "a.h5.json").read_text())["provenance"]
    assert told == smooth.provenance


def test_the_methods_text_tells_of_the_values_that_are_exported(source, tmp_path):
    other = replace(source, recording_id="r2", name="b.mp4", stem="b", person="P2")
    facts = StudyFacts((ModelFacts("base", {}),))
    values = ValueChoices(smooth=0.2)
    plan = ExportPlan((source, other), ("methods",), "base", tmp_path, values=values, facts=facts)
    (file,) = write_tables(plan, lambda *_: None, lambda: False, lambda _: None)
    assert file.name == "methods.txt"
    text = file.read_text(encoding="utf-8")
    assert "2 recordings of 2 persons (8 frames)" in text
    assert "Gaussian (standard deviation 0.2 s)" in text
    told = json.loads((tmp_path / "methods.txt.json").read_text())
    assert told["recordings"]["b.mp4"]["processing"]["smoothing"]["sd_seconds"] == 0.2


def test_the_long_table_tells_not_codable_from_not_rated(source, tmp_path):
    (table,) = export(source, tmp_path / "out", "tidy")
    coded = [(row["timestamp"], row["status"]) for row in rows(table) if row["kind"] == "coder"]
    assert [status for _, status in coded] == ["scored", "not_codable"]


def test_the_summary_names_person_and_condition(source, tmp_path):
    (table,) = export(source, tmp_path / "out", "summary")
    assert {(row["person"], row["condition"]) for row in rows(table)} == {("P1", "control")}


def test_stopping_leaves_only_whole_tables(source, tmp_path):
    plan = ExportPlan((source,), ("openface",), "base", tmp_path / "out")
    with pytest.raises(Stopped):
        write_tables(plan, lambda *_: None, lambda: True, lambda _: None)
    assert not (tmp_path / "out").exists()


def test_an_analysis_that_cannot_be_read_stops_none_of_the_others(source, tmp_path):
    (tmp_path / "broken.h5").write_bytes(b"half a file")
    broken = replace(source, recording_id="r2", name="b.mp4", stem="b", analysis=tmp_path / "broken.h5")
    told = []
    plan = ExportPlan((broken, source), ("openface",), "base", tmp_path / "out")
    written = write_tables(plan, lambda *_: None, lambda: False, told.append)
    assert [path.name for path in written] == ["a.csv"]
    assert told[0].startswith("b.mp4 is left out: ")
    with pytest.raises(AnalysisFileError):
        write_tables(replace(plan, sources=(broken,)), lambda *_: None, lambda: False, told.append)


def test_a_recording_without_the_face_is_told_of(source, tmp_path):
    analysis = load_analysis(source.analysis)
    analysis.success[:], analysis.intensities[:] = False, np.nan
    save_analysis(source.analysis, analysis)
    told: list[str] = []
    export(source, tmp_path / "out", "openface", told=told)
    assert told == [f"{source.name}: no frame shows the face, so its values are empty."]


def test_values_that_contradict_themselves_stop_none_of_the_others(source, tmp_path):
    odd = load_analysis(source.analysis)
    odd.intensities[0] = 7
    save_analysis(tmp_path / "odd.h5", odd)
    strange = replace(source, recording_id="r2", name="b.mp4", stem="b", analysis=tmp_path / "odd.h5")
    told = []
    plan = ExportPlan((strange, source), ("openface", "summary"), "base", tmp_path / "out")
    written = write_tables(plan, lambda *_: None, lambda: False, told.append)
    assert [path.name for path in written] == ["a.csv", "summary.csv"]
    assert told == ["b.mp4 is left out: Intensities reach from 1.0 to 7.0; the scale is 0 to 5."]


def test_recordings_of_the_same_name_do_not_overwrite_each_other():
    assert unique_stems(["a.mp4", "A.mov", "b.mp4", "a.avi"]) == ["a", "A-2", "b", "a-3"]


@pytest.mark.parametrize(
    "names",
    [
        ["a.mov", "a.mp4", "a-2.mp4"],
        ["a-2.mp4", "a.mov", "a.mp4", "A-2.avi"],
        ["a.mp4", "a.events.mp4", "A.TIDY.mov"],
        ["a.events.mp4", "a.mp4"],
        ["a.eaf.mp4", "a.mp4", "A.EAF"],
        ["a.h5.mp4", "a.mp4"],
        ["summary.mp4", "Summary.mov"],
        ["methods.txt", "methods.mp4", "summary"],
        ["é" * 200 + ".mp4", "é" * 200 + "x.mp4"],
        ["trial 1.5", "trial 1.6", "S1: rest?", "S1/ rest*", ".."],
    ],
)
def test_no_table_takes_the_place_of_another(names):
    stems = unique_stems(names)
    sources = tuple(
        ExportSource(str(i), name, stem, Path())
        for i, (name, stem) in enumerate(zip(names, stems, strict=True))
    )
    files = ExportPlan(sources, tuple(FORMATS), "m", Path("out")).files()
    of_bids = 4
    assert len(files) == len(names) * (len(OF_EACH) + of_bids) + len(OF_ALL) + len(OF_DATA_SET)
    files += [path_for(file) for file in files]
    written = [str(file).casefold() for file in files]
    assert len(set(written)) == len(written)
    assert all(len(file.name.encode()) < 230 and not set(file.name) & set('<>:"/\\|?*') for file in files)


def test_a_number_after_a_point_is_no_ending():
    assert unique_stems(["trial 1.5", "trial 1.6", "S1: rest.MP4"]) == ["trial 1.5", "trial 1.6", "S1_ rest"]


def test_a_rating_of_a_frame_that_is_not_there_is_left_out():
    values, marks = coder_columns({"AB": [rating(41, 3), rating(999, 2), rating(0, 0)]}, PTS)
    assert values["AB"][12][0] == 0
    assert np.isnan(values["AB"][12][1:]).all()
    assert not marks["AB"][12].any()


def test_ratings_that_are_in_no_table_are_told_and_counted_in_the_sidecar(source, tmp_path):
    ratings = {"AB": (rating(40, 3), rating(200, 1), rating(240, None)), "CD": (rating(80, 2),)}
    source = replace(source, ratings=ratings)
    told = []
    tables = export(source, tmp_path / "out", "openface", "tidy", "events", told=told)
    assert told == [
        "Ratings of a.mp4 that are in no table: 2 by AB. Their frames are not among those that were analysed."
    ]
    counts = [json.loads(t.with_suffix(".json").read_text()).get("ratings_without_frame") for t in tables]
    assert counts == [{"AB": 2}, {"AB": 2}, None]


def test_nothing_is_told_when_every_rating_has_its_frame(source, tmp_path):
    told = []
    (table,) = export(source, tmp_path / "out", "openface", told=told)
    assert told == []
    assert json.loads(table.with_suffix(".json").read_text())["ratings_without_frame"] == {}


def test_markers_and_groups_go_into_the_tables(source, tmp_path):
    marked = replace(source, markers=(MarkerRow("question", 40, 80, "loud"),), group="patients")
    export(marked, tmp_path / "out", "markers", "summary")
    (marker,) = rows(tmp_path / "out" / "a.markers.csv")
    assert (marker["marker"], marker["start"], marker["stop"]) == ("question", "0.040000", "0.120000")
    assert (marker["person"], marker["group"], marker["condition"]) == ("P1", "patients", "control")
    assert {row["group"] for row in rows(tmp_path / "out" / "summary.csv")} == {"patients"}
    assert (tmp_path / "out" / "a.markers.csv.json").exists() or (
        tmp_path / "out" / "a.markers.json"
    ).exists()


def long_source(source: ExportSource, tmp_path: Path, frames: int) -> ExportSource:
    analysis = load_analysis(source.analysis)
    values = np.full((frames, 2), 0.5, np.float32)
    values[frames // 2 :, 1] = 3.0
    whole = replace(
        analysis,
        pts=np.arange(frames, dtype=np.int64) * 40,
        times=np.arange(frames) / 25,
        intensities=values,
        confidence=np.ones(frames, np.float32),
        success=np.ones(frames, bool),
        person=np.zeros(frames, np.int16),
        boxes=np.zeros((frames, 4), np.float32),
    )
    save_analysis(tmp_path / "long.h5", whole)
    return replace(source, analysis=tmp_path / "long.h5", ratings={})


def processed_table(source: ExportSource, folder: Path, values: ValueChoices) -> tuple[list, dict, list[str]]:
    told: list[str] = []
    plan = ExportPlan((source,), ("openface",), "base", folder, values=values)
    write_tables(plan, lambda *_: None, lambda: False, told.append)
    with (folder / "a.csv").open(newline="", encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    return rows, json.loads((folder / "a.json").read_text(encoding="utf-8"))["provenance"], told


def test_values_are_calibrated_smoothed_and_given_errors_and_the_sidecar_says_so(source, tmp_path):
    source = long_source(source, tmp_path, 100)
    flat = ExpectedErrors((1, 12), ((0.9,) * len(KNOTS),) * 2, ((1.0,) * len(LEVELS),) * 2, "somebody")
    rows, told, notices = processed_table(source, tmp_path / "out", ValueChoices(True, 0.1, flat))
    assert float(rows[0]["AU12_r"]) == pytest.approx(0.0, abs=1e-4)
    assert float(rows[-1]["AU12_r"]) == pytest.approx(2.5 * 5 / 4.5, abs=1e-3)
    assert float(rows[0]["AU12_sd"]) == pytest.approx(0.9 * 5 / 4.5, abs=1e-3)
    assert told["processing"]["neutral_baseline"]["values"] == [0.5, 0.5]
    assert told["processing"]["smoothing"]["sd_seconds"] == 0.1
    assert told["expected_errors"]["fitted_on"] == "somebody"
    assert notices == []


def test_the_neutral_reference_of_another_recording_serves_too(source, tmp_path):
    source = long_source(source, tmp_path, 100)
    known = KnownOfPerson(reference=SampleFrame("other", 80 * 40), elsewhere=tmp_path / "long.h5")
    rows, told, _ = processed_table(
        replace(source, known=known), tmp_path / "out", ValueChoices(calibrated=True)
    )
    assert told["processing"]["neutral_baseline"]["values"] == [0.5, 3.0]
    assert float(rows[0]["AU12_r"]) == 0.0


def test_rated_frames_shift_the_values_and_the_sidecar_says_by_how_many(source, tmp_path):
    ratings = (rating(0, 0), rating(40, 1), rating(80, 5), rating(120, None))
    known = KnownOfPerson((RatedRecording("r1", source.analysis, ratings),), "Ann")
    source = replace(source, known=known)
    rows, told, notices = processed_table(source, tmp_path / "out", ValueChoices(calibrated=True))
    # The model says 1 and 2 where the coder says 0 and 1; a frame without a face says nothing.
    assert [row["AU12_r"] for row in rows] == ["0.3333", "1.3333", "", "3.3333"]
    assert [row["AU01_r"] for row in rows] == ["0.0000", "1.0000", "", "3.0000"]
    assert told["processing"]["shift_to_ratings"] == {
        "coder": "Ann", "aus": [1, 12], "values": [0.0, 0.6667], "rated_frames": [0, 2],
        "units_not_rated": notices[0].split("as they are. ")[1],
    }  # fmt: skip
    assert "units that are not rated are exported as they are. Only 3 frames" in notices[0]


def test_what_cannot_be_calibrated_is_exported_as_it_is_and_told(source, tmp_path):
    rows, told, notices = processed_table(source, tmp_path / "out", ValueChoices(calibrated=True))
    assert "without calibration" in notices[0]
    assert "Only 3 frames" in told["processing"]["not_calibrated"]
    assert [row["AU12_r"] for row in rows] == ["1.0000", "2.0000", "", "4.0000"]
