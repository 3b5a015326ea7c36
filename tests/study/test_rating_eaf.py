"""Tiers of ELAN: levels on tiers of action units become ratings of every frame that they span."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from made_index import made_index

from au_studio.study.rating_import import plan_import
from au_studio.study.rating_place import find_counting
from au_studio.study.rating_table import RatingFileError, read_ratings
from au_studio.video.shown_time import players_zero

TIER = '<TIER LINGUISTIC_TYPE_REF="{kind}" TIER_ID="{name}"{more}>{inside}</TIER>'
ALIGNED = (
    '<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="{id}" TIME_SLOT_REF1="{a}" TIME_SLOT_REF2="{b}">'
    "<ANNOTATION_VALUE>{text}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>"
)
REFERS = (
    '<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="{id}" ANNOTATION_REF="{a}">'
    "<ANNOTATION_VALUE>{text}</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>"
)


def aligned(id, a, b, text):
    return ALIGNED.format(id=id, a=a, b=b, text=text)


def tier(name, *inside, kind="default", more=""):
    return TIER.format(name=name, kind=kind, more=more, inside="".join(inside))


@pytest.fixture
def read(tmp_path):
    def make(*tiers, slots=(0, 80, 200, 400, None)):
        order = "".join(
            f'<TIME_SLOT TIME_SLOT_ID="ts{n}"' + (f' TIME_VALUE="{ms}"/>' if ms is not None else "/>")
            for n, ms in enumerate(slots)
        )
        path = tmp_path / "x.eaf"
        path.write_text(
            '<?xml version="1.0" encoding="UTF-8"?>'
            '<ANNOTATION_DOCUMENT AUTHOR="" DATE="" FORMAT="3.0" VERSION="3.0">'
            '<HEADER MEDIA_FILE="" TIME_UNITS="milliseconds"><MEDIA_DESCRIPTOR MEDIA_URL="file:///D:/my%20films/'
            'session%201.mp4" MIME_TYPE="video/mp4"/></HEADER>'
            f"<TIME_ORDER>{order}</TIME_ORDER>{''.join(tiers)}</ANNOTATION_DOCUMENT>",
            encoding="utf-8",
        )
        return read_ratings(path)

    return make


def test_levels_on_tiers_of_action_units_are_ratings_of_the_frames_they_span(read):
    table = read(
        tier("AU12", aligned("a1", "ts1", "ts2", "3"), more=' ANNOTATOR="AB"'),
        tier("AU 6L@CD", aligned("a2", "ts0", "ts1", "C")),
        tier("AU04 intensity", REFERS.format(id="a3", a="a1", text="4B")),
        tier("words", aligned("a4", "ts0", "ts1", "hello")),
    )
    assert (table.format, table.rows, table.problems) == ("elan", 3, [])
    assert table.ignored == {"tier words": "not named after an action unit"}
    assert [
        (r.recording, r.coder, r.au, r.cell.value, r.cell.side, r.seconds, r.until) for r in table.ratings
    ] == [
        ("session 1.mp4", "AB", 12, 3, None, 0.08, 0.2),
        ("session 1.mp4", "CD", 6, 3, "L", 0.0, 0.08),
        ("session 1.mp4", "", 4, 2, None, 0.08, 0.2),
    ]
    plan = plan_import(table, {"session 1.mp4": ("r", made_index(10, start=0))}, {"": "EF"}, [])
    assert [(r.coder, r.rating.pts // 512) for r in plan.new] == [
        *(("AB", n) for n in (2, 3, 4)),
        *(("CD", n) for n in (0, 1)),
        *(("EF", n) for n in (2, 3, 4)),
    ]


def test_annotations_that_say_no_level_are_named(read):
    table = read(
        tier(
            "AU12",
            aligned("a1", "ts0", "ts1", ""),
            aligned("a2", "ts1", "ts2", "strong"),
            aligned("a3", "ts2", "ts4", "3"),
            aligned("a4", "ts2", "ts3", "AU4C"),
        )
    )
    assert table.ratings == []
    assert [str(p) for p in table.problems] == [
        "x.eaf, tier AU12 at 0.000 s: it has no level, so it says whether, not how strongly",
        "x.eaf, tier AU12 at 0.080 s: “strong” is no rating: 0 to 5, A to E, X or 70 to 74",
        "x.eaf, tier AU12: annotation a3 has no time",
        "x.eaf, tier AU12 at 0.200 s: “AU4C” is of another action unit",
    ]


def test_what_a_model_saw_is_not_read_as_ratings(read):
    with pytest.raises(RatingFileError, match="tier AU12: the estimates of a model, not ratings"):
        read(tier("AU12", aligned("a1", "ts0", "ts1", "3.1200"), kind="episodes of action units"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<a>", "damaged: line 1"),
        ('<?xml version="1.0" encoding="UAF-8"?><a/>', "damaged: line 1"),
        ("<a/>", "no file of ELAN"),
    ],
)
def test_a_file_that_is_none_of_elan_is_told(tmp_path, text, said):
    (tmp_path / "x.eaf").write_text(text)
    with pytest.raises(RatingFileError, match=said):
        read_ratings(tmp_path / "x.eaf")


@pytest.mark.parametrize("start", [None, 0.0, 1.2])
def test_what_is_annotated_in_elan_comes_back_to_the_very_frames(tmp_path, start):
    """Sound from 0, pictures from 1.5 s: ELAN counts from the sound, as the export does."""
    pympi = pytest.importorskip("pympi", reason="pympi-ling is not installed")
    index = dataclasses.replace(made_index(100, start=19_200), start=start)  # the first frame at 1.5 s
    zero = players_zero(float(index.times[0]), start)
    wanted = [(3, 3), (10, 24), (90, 99)]
    document = pympi.Elan.Eaf()
    document.add_tier("AU12")
    document.add_linked_file("file:///films/a.mp4", mimetype="video/mp4")
    for first, last in wanted:
        begin, end = (1000 * (index.times[p] - zero) for p in (first, last))
        document.add_annotation("AU12", round(begin), round(end) + 40, "3")
    document.to_file(str(tmp_path / "a.eaf"))
    table = read_ratings(tmp_path / "a.eaf")
    recordings = {"a.mp4": ("r", index)}
    choice = find_counting(table, recordings)
    assert (choice.clear, choice.seconds) == (True, False), "nobody has to be asked"
    plan = plan_import(table, recordings, {"": "AB"}, [], counting=choice.best)
    found = sorted(int(index.pts.searchsorted(r.rating.pts)) for r in plan.new)
    assert found == [p for first, last in wanted for p in range(first, last + 1)]


def test_a_medium_with_a_time_origin_of_its_own(read, tmp_path):
    read(tier("AU12", aligned("a1", "ts0", "ts1", "3")))
    text = (tmp_path / "x.eaf").read_text(encoding="utf-8")
    (tmp_path / "x.eaf").write_text(
        text.replace("MIME_TYPE=", 'TIME_ORIGIN="500" MIME_TYPE='), encoding="utf-8"
    )
    (rating,) = read_ratings(tmp_path / "x.eaf").ratings
    assert (rating.seconds, rating.until, rating.played) == (0.5, 0.58, True)


def test_tiers_of_both_sides(read):
    table = read(
        tier("AU12_L", aligned("a1", "ts0", "ts1", "3"), aligned("a2", "ts1", "ts2", "2")),
        tier("AU12_R", aligned("a3", "ts0", "ts1", "3"), aligned("a4", "ts1", "ts2", "0")),
        tier("AU06_R", aligned("a5", "ts0", "ts1", "1")),
    )
    assert table.ignored == {}
    index = made_index(10, start=0)
    plan = plan_import(table, {"session 1.mp4": ("r", index)}, {"": "AB"}, [])
    sides = {(r.rating.au, r.rating.value, r.rating.side) for r in plan.new}
    assert sides == {(12, 3, None), (12, 2, "L"), (6, 1, "R")}
    assert plan.problems == []
