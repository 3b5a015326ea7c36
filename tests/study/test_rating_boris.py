"""Tables of BORIS: states and points of behaviours that are action units."""

from __future__ import annotations

import pytest

from au_studio.study.rating_cells import RatingCell
from au_studio.study.rating_table import RatingFileError, read_ratings

TABULAR = (
    "Observation id\tobs 1\n\nPlayer #1\tC:\\films\\a.mp4\n\n"
    "Observation id\tMedia file name\tSubject\tBehavior\tModifier #1\tBehavior type\tTime\tComment\n"
)
AGGREGATED = (
    "Observation id,Observation date,Media file,Subject,Behavior,Modifiers,Behavior type,Start (s),Stop (s),"
    "Duration (s)\n"
)


def read(tmp_path, text, name):
    (tmp_path / name).write_text(text)
    return read_ratings(tmp_path / name)


def brief(table):
    return [(r.recording, r.au, r.cell, r.seconds, r.until) for r in table.ratings]


def test_starts_and_stops_of_tabular_events_are_paired(tmp_path):
    media = "C:\\films\\a.mp4"
    rows = [
        ("AU12", "3", "START", "1.000"),
        ("AU06", "C|left", "START", "1.200"),
        ("AU12", "3", "STOP", "2.000"),
        ("AU06", "C|left", "STOP", "2.400"),
        ("AU25E", "", "POINT", "3.000"),
        ("talks", "", "POINT", "3.500"),
        ("AU04", "2", "START", "4.000"),
        ("AU04", "3", "STOP", "5.000"),
        ("AU01", "", "POINT", "6.000"),
    ]
    lines = "".join(f"obs 1\t{media}\tP1\t{b}\t{m}\t{kind}\t{t}\t\n" for b, m, kind, t in rows)
    table = read(tmp_path, TABULAR + lines, "events.tsv")
    assert (table.format, table.rows, table.unrated) == ("boris", 9, 1)
    assert brief(table) == [
        ("a.mp4", 12, RatingCell(3), 1.0, 2.0),
        ("a.mp4", 6, RatingCell(3, side="L"), 1.2, 2.4),
        ("a.mp4", 25, RatingCell(5), 3.0, None),
    ]
    assert [p.reason for p in table.problems] == [
        "it stops without a start of the same modifiers",
        "it has no level, so it says whether, not how strongly",
        "it starts and never stops",
    ]
    assert table.ignored["behaviour talks"] == "not named after an action unit"


def test_aggregated_events_have_start_and_stop_in_a_row(tmp_path):
    table = read(
        tmp_path,
        f"{AGGREGATED}obs 1,2026-01-01,a.mp4,P1,AU12,B,STATE,1.5,2.5,1\n"
        "obs 1,2026-01-01,a.mp4,P1,AU12,X,POINT,3.5,3.5,0\nobs 1,2026-01-01,a.mp4,P2,AU12,7,STATE,4,5,1\n",
        "aggregated.csv",
    )
    assert brief(table) == [
        ("a.mp4", 12, RatingCell(2), 1.5, 2.5),
        ("a.mp4", 12, RatingCell(None), 3.5, None),
    ]
    assert [str(p) for p in table.problems] == [
        "aggregated.csv, line 4: “7” is no rating: 0 to 5, A to E, X or 70 to 74"
    ]
    assert {"Observation date", "Duration (s)"} <= table.ignored.keys()


def test_several_subjects_are_pointed_out(tmp_path):
    rows = "".join(f"obs,,a.mp4,{who},AU12,2,STATE,1,2,1\n" for who in ("P1", "P2"))
    table = read(tmp_path, AGGREGATED + rows, "aggregated.csv")
    assert "Several subjects are coded (P1, P2)" in table.remarks[0]


def test_the_observers_states_and_points(tmp_path):
    header = "Date_Time_Absolute,Time_Relative_hms,Time_Relative_sf,Duration_sf,Observation,Event_Log,"
    header += "Subject,Behavior,Modifier_1,Event_Type,Comment\n"
    rows = [
        ("1.00", "P1", "AU12", "C", "State start"),
        ("1.20", "P1", "6", "left", "State start"),
        ("2.00", "P1", "AU12", "", "State stop"),
        ("3.00", "P1", "AU25E", "", "Point"),
        ("3.50", "P1", "talks", "", "State point"),
    ]
    text = "".join(
        f"1/1/2026,00:00:01,{t},1,obs 1,log,{who},{b},{m},{kind},\n" for t, who, b, m, kind in rows
    )
    table = read(tmp_path, header + text, "observer.csv")
    assert (table.format, table.rows, table.unrated) == ("observer", 5, 2)
    assert brief(table) == [
        ("obs 1", 12, RatingCell(3), 1.0, 2.0),
        ("obs 1", 25, RatingCell(5), 3.0, None),
    ]
    assert "behaviour 6" in table.ignored
    assert not any(rating.played for rating in table.ratings)
    assert any("beginning of the observation" in remark for remark in table.remarks)


def test_spans_of_action_units_in_seconds(tmp_path):
    table = read(
        tmp_path,
        "start;end;AU;level;side;coder\n0,5;1,0;AU12;3;;AB\n1,5;2,0;6;B;L;AB\n2,5;;4;1;;AB\n",
        "s.csv",
    )
    assert table.format == "spans"
    assert brief(table) == [("s", 12, RatingCell(3), 0.5, 1.0), ("s", 6, RatingCell(2, side="L"), 1.5, 2.0)]
    assert {r.coder for r in table.ratings} == {"AB"}
    assert [p.reason for p in table.problems] == ["it has no stop"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("start,end,AU,level\n5,10,AU12,3\n", "may be frames or seconds"),
        ("start_frame,end_frame,AU,level\n5,10,AU12,3\n", "holds spans of frames"),
    ],
)
def test_spans_that_may_be_frames_are_refused(tmp_path, text, why):
    with pytest.raises(RatingFileError, match=why):
        read(tmp_path, text, "s.csv")


def test_an_observation_with_a_time_offset_is_asked_about(tmp_path):
    header = "Observation id,Media file name,Time offset (s),Behavior,Modifier #1,Behavior type,Time\n"
    table = read(tmp_path, header + "o,a.mp4,5.5,AU12,3,POINT,7.0\np,b.mp4,0.000,AU12,3,POINT,7.0\n", "o.csv")
    assert [r.recording for r in table.ratings] == ["b.mp4"]
    assert "time offset of 5.5 s" in table.problems[0].reason
    assert table.ratings[0].played


@pytest.mark.parametrize("name", ["a.boris", "a.sav", "a.parquet"])
def test_files_of_other_programs_are_told_by_what_they_are(name, tmp_path):
    with pytest.raises(RatingFileError, match="which AU Studio does not read"):
        read(tmp_path, '{"a": 1}', name)
