"""Ratings go out to a table and come back as they were."""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "study"))

from made_index import made_index

from au_studio.export.errors import ExportError
from au_studio.export.ratings import RatedRecording, write_disfa, write_long, write_wide
from au_studio.facs.action_units import ACTION_UNITS
from au_studio.study.rating_import import plan_import
from au_studio.study.rating_table import read_ratings
from au_studio.study.ratings import RatingInput
from au_studio.study.study import Study

INDEX = made_index(50)

values = st.one_of(
    st.tuples(st.integers(0, 5), st.none(), st.sampled_from([None, "L", "R", "U"])),
    st.tuples(st.none(), st.one_of(st.none(), st.integers(70, 74)), st.none()),
)
ratings = st.dictionaries(
    st.tuples(st.sampled_from(["AB", "Ö, “x”", "CD"]), st.integers(0, 49), st.sampled_from([*ACTION_UNITS])),
    st.tuples(values, st.booleans()),
    min_size=1,
    max_size=40,
)


def make_study(root: Path, name: str) -> tuple[Study, str]:
    video = root / "videos" / name
    video.parent.mkdir(exist_ok=True)
    video.write_bytes(name.encode())
    study = Study.create(root / f"{name}.austudio")
    return study, study.add_recording(video, duration=2.0, n_frames=50, content_hash=name).id


def everything(study: Study) -> set[tuple]:
    names = {c.id: c.name for c in study.coders()}
    return {
        (names[r.coder_id], r.pts, r.au, r.value, r.code, r.side, r.unsure, r.visible)
        for r in study.ratings()
    }


@pytest.mark.parametrize("write", [write_long, write_wide])
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given_ratings=ratings, note=st.sampled_from(["", "talks", 'says "no",\nthen laughs']))
def test_ratings_come_back_from_a_table_as_they_were(write, given_ratings, note, tmp_path_factory):
    root = tmp_path_factory.mktemp("study")
    first, recording = make_study(root, "one.mp4")
    ids = {}
    for (coder, place, au), ((value, code, side), unsure) in given_ratings.items():
        ids[coder] = ids.get(coder) or first.add_coder(coder).id
        given_rating = RatingInput(recording, int(INDEX.pts[place]), au, value, unsure, code, side)
        first.rate_many(ids[coder], [given_rating], "imported")
        first.set_note(ids[coder], recording, int(INDEX.pts[place]), note)
    rated = RatedRecording(
        "one.mp4",
        INDEX,
        {name: first.ratings(key) for name, key in ids.items()},
        {(name, n.pts): n.text for name, key in ids.items() for n in first.notes(key)},
    )
    assert write(root / "out.csv", [rated]) > 0
    second, other = make_study(root, "two.mp4")
    plan = plan_import(read_ratings(root / "out.csv"), {"one.mp4": (other, INDEX)}, {}, [])
    assert plan.problems == []
    second.import_ratings(plan)
    assert everything(second) == everything(first)
    assert {(n.pts, n.text) for n in second.notes()} == {(n.pts, n.text) for n in first.notes()}
    first.close()
    second.close()


@pytest.fixture
def rated(tmp_path):
    study, recording = make_study(tmp_path, "one.mp4")
    coder = study.add_coder("AB")
    study.rate(coder.id, recording, 1024, 12, 3)
    study.rate(coder.id, recording, 512, 12, 0)
    study.rate(coder.id, recording, 512, 4, None, code=70)
    yield RatedRecording("one.mp4", INDEX, {"AB": study.ratings(coder.id)})
    study.close()


def test_a_long_table_says_where_who_and_what(rated, tmp_path):
    write_long(tmp_path / "long.csv", [rated])
    with (tmp_path / "long.csv").open(newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(r["frame"], r["timestamp"], r["pts"], r["au"], r["value"], r["status"]) for r in rows] == [
        ("1", "0.040000", "512", "AU04", "X", "not_codable"),
        ("1", "0.040000", "512", "AU12", "0", "scored"),
        ("2", "0.080000", "1024", "AU12", "3", "scored"),
    ]


def test_disfa_files_hold_levels_by_frame_number_and_can_be_read_back(rated, tmp_path):
    (file,) = write_disfa(tmp_path / "labels", "AB", [rated])
    assert file.relative_to(tmp_path).as_posix() == "labels/one/one_au12.txt"
    assert file.read_text() == "1,0\n2,3\n"
    found = read_ratings(tmp_path / "labels").ratings
    assert [(r.recording, r.frame, r.au, r.cell.value) for r in found] == [
        ("one", 1, 12, 0),
        ("one", 2, 12, 3),
    ]


def test_two_recordings_of_one_name_are_not_mixed_up(rated, tmp_path):
    with pytest.raises(ExportError, match="named one"):
        write_disfa(tmp_path / "labels", "AB", [rated, rated])
    assert not (tmp_path / "labels").exists()


def test_a_rated_frame_that_the_video_lacks_writes_nothing(rated, tmp_path):
    short = RatedRecording("one.mp4", made_index(1), rated.ratings)
    with pytest.raises(ExportError, match="no frame with the timestamp 1024"):
        write_long(tmp_path / "long.csv", [short])
    assert not (tmp_path / "long.csv").exists()


@pytest.mark.parametrize("write", [write_long, write_wide])
def test_a_note_on_a_frame_that_was_not_rated_is_exported_and_comes_back_without_a_rating(write, tmp_path):
    study, recording = make_study(tmp_path, "one.mp4")
    coder, other = study.add_coder("AB").id, study.add_coder("CD").id
    study.rate(coder, recording, int(INDEX.pts[3]), 12, 2)
    study.set_note(coder, recording, int(INDEX.pts[7]), "the face turns away")
    study.set_note(other, recording, int(INDEX.pts[1]), "who is this?")
    notes = {
        (name, note.pts): note.text
        for name, key in (("AB", coder), ("CD", other))
        for note in study.notes(key, recording)
    }
    rated = RatedRecording("one.mp4", INDEX, {"AB": study.ratings(coder), "CD": []}, notes)
    path = tmp_path / "ratings.csv"
    assert write(path, [rated]) == 3
    rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
    assert [(row["coder"], row["frame"], row["note"]) for row in rows] == [
        ("AB", "4", ""),
        ("AB", "8", "the face turns away"),
        ("CD", "2", "who is this?"),
    ]
    assert {row.get("status", "not_rated") for row in rows[1:]} == {"not_rated"}
    assert not any(row.get("AU12") or row.get("value") for row in rows[1:])
    table = read_ratings(path)
    assert [(found.au, found.cell.value) for found in table.ratings] == [(12, 2)]
    assert table.problems == []
    second, other_recording = make_study(tmp_path, "two.mp4")
    plan = plan_import(table, {"one.mp4": (other_recording, INDEX)}, {}, [])
    second.import_ratings(plan)
    names = {coder.id: coder.name for coder in second.coders()}
    found_again = {(names[note.coder_id], note.pts): note.text for note in second.notes()}
    assert found_again == notes
    existing = [(names[note.coder_id], note) for note in second.notes()]
    again = plan_import(table, {"one.mp4": (other_recording, INDEX)}, {}, [], existing)
    assert again.notes == []
