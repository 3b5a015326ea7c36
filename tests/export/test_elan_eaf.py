"""The file for ELAN: whole, in order, and of the same times as the tables."""

from __future__ import annotations

import csv
import dataclasses
import itertools
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from au_studio.analysis.results import RecordingAnalysis
from au_studio.export import elan_eaf, events_csv, markers_csv
from au_studio.export.errors import ExportError
from au_studio.export.markers_csv import MarkerRow


@pytest.fixture
def long_analysis(analysis) -> RecordingAnalysis:
    """A minute of two units that come and go at uneven times, with stretches without a face."""
    n = 1800
    steps = np.random.default_rng(3).integers(2500, 3500, n)
    pts = (np.cumsum(steps) - steps[0]).astype(np.int64)
    waves = 2.5 + 2.5 * np.sin(np.outer(np.arange(n), [0.05, 0.11]))
    waves[300:420] = np.nan
    success = np.isfinite(waves[:, 0])
    return dataclasses.replace(
        analysis,
        pts=pts,
        times=pts / 90000,
        intensities=waves.astype(np.float32),
        confidence=success.astype(np.float32),
        success=success,
        person=np.where(success, 0, -1).astype(np.int16),
        boxes=np.zeros((n, 4), np.float32),
    )


def read(path: Path) -> tuple[ElementTree.Element, dict[str, list[tuple[int, int, str]]]]:
    """Return the document, and by tier what its annotations say: begin and end in ms, and value."""
    root = ElementTree.parse(path).getroot()
    slots = {s.get("TIME_SLOT_ID"): int(s.get("TIME_VALUE", "")) for s in root.iter("TIME_SLOT")}
    tiers = {}
    for tier in root.iter("TIER"):
        tiers[tier.get("TIER_ID", "")] = [
            (slots[a.get("TIME_SLOT_REF1")], slots[a.get("TIME_SLOT_REF2")], a.findtext("ANNOTATION_VALUE"))
            for a in tier.iter("ALIGNABLE_ANNOTATION")
        ]
    return root, tiers


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def milliseconds(seconds: str) -> int:
    return round(1000 * float(seconds))


def test_annotations_are_the_rows_of_the_event_table(long_analysis, tmp_path):
    count = elan_eaf.write(tmp_path / "a.eaf", tmp_path / "a.mp4", "Base", long_analysis)
    events_csv.write(tmp_path / "a.events.csv", "a.mp4", {"Base": long_analysis})
    table = rows(tmp_path / "a.events.csv")
    _, tiers = read(tmp_path / "a.eaf")
    assert count == len(table) > 20
    for au in ("AU06", "AU12"):
        expected = [
            (milliseconds(row["onset"]), milliseconds(row["offset"]), row["peak"])
            for row in table
            if row["au"] == au
        ]
        assert tiers[au] == expected


def test_time_slots_rise_are_named_once_and_each_is_used_once(long_analysis, tmp_path):
    pts = long_analysis.pts
    markers = [MarkerRow("film", int(pts[5]), int(pts[900])), MarkerRow("cue", int(pts[40]), None)]
    elan_eaf.write(tmp_path / "a.eaf", None, "Base", long_analysis, markers)
    root, tiers = read(tmp_path / "a.eaf")
    slots = [(s.get("TIME_SLOT_ID"), int(s.get("TIME_VALUE", ""))) for s in root.iter("TIME_SLOT")]
    times = [time for _, time in slots]
    assert times == sorted(times)
    assert min(times) >= 0
    used = [a.get(f"TIME_SLOT_REF{k}") for a in root.iter("ALIGNABLE_ANNOTATION") for k in (1, 2)]
    assert sorted(used) == sorted(name for name, _ in slots)
    assert len(set(used)) == len(used)
    ids = [a.get("ANNOTATION_ID") for a in root.iter("ALIGNABLE_ANNOTATION")]
    assert len(set(ids)) == len(ids)
    for shown in tiers.values():
        assert all(begin < end for begin, end, _ in shown)
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(shown))
    place = {name: k for k, (name, _) in enumerate(slots)}
    for tier in root.iter("TIER"):  # of two slots at the same time, the end of the earlier one comes first
        order = [place[a.get(f"TIME_SLOT_REF{k}")] for a in tier.iter("ALIGNABLE_ANNOTATION") for k in (1, 2)]
        assert order == sorted(order)


def test_markers_have_tiers_of_their_kinds_and_the_times_of_the_marker_table(analysis, tmp_path):
    pts = [int(value) for value in analysis.pts]
    markers = [
        MarkerRow("question", pts[0], pts[2], "loud & clear <1>"),
        MarkerRow("question", pts[1], pts[3]),
        MarkerRow("question", pts[4], None),
        MarkerRow("AU12", pts[2], None, "named like a tier"),
    ]
    elan_eaf.write(tmp_path / "a.eaf", None, "Base", analysis, markers, person="P01")
    markers_csv.write(tmp_path / "m.csv", "a.mp4", analysis.pts, analysis.times, markers)
    root, tiers = read(tmp_path / "a.eaf")
    span, other, *_ = rows(tmp_path / "m.csv")
    assert tiers["question"][0] == (
        milliseconds(span["start"]),
        milliseconds(span["stop"]),
        "loud & clear <1>",
    )
    assert tiers["question (2)"] == [(milliseconds(other["start"]), milliseconds(other["stop"]), "question")]
    assert tiers["question"][1] == (167, 200, "question")  # a marker at one frame lasts as long as the frame
    assert [text for *_, text in tiers["AU12 (2)"]] == ["named like a tier"]
    kinds = {tier.get("TIER_ID"): tier.get("LINGUISTIC_TYPE_REF") for tier in root.iter("TIER")}
    assert kinds["AU12"] != kinds["AU12 (2)"] == kinds["question"]
    assert set(kinds.values()) == {t.get("LINGUISTIC_TYPE_ID") for t in root.iter("LINGUISTIC_TYPE")}
    assert {tier.get("PARTICIPANT") for tier in root.iter("TIER")} == {"P01"}


def test_a_unit_that_never_shows_has_an_empty_tier(analysis, tmp_path):
    elan_eaf.write(tmp_path / "a.eaf", None, "Base", analysis)
    assert read(tmp_path / "a.eaf")[1]["AU06"] == []


def test_the_parts_stand_in_the_order_of_the_schema_and_the_video_is_found(analysis, tmp_path):
    video = tmp_path / "films" / "day one, é.mp4"
    elan_eaf.write(tmp_path / "out" / "a.eaf", video, "Base", analysis)
    root, _ = read(tmp_path / "out" / "a.eaf")
    assert [child.tag for child in root] == [
        "HEADER",
        "TIME_ORDER",
        "TIER",
        "TIER",
        "LINGUISTIC_TYPE",
        "LINGUISTIC_TYPE",
    ]
    assert (root.get("FORMAT"), root.get("VERSION")) == ("3.0", "3.0")
    (media,) = root.iter("MEDIA_DESCRIPTOR")
    assert media.get("RELATIVE_MEDIA_URL") == "../films/day one, é.mp4"
    assert media.get("MEDIA_URL", "").startswith("file:///")
    assert media.get("MEDIA_URL", "").endswith("films/day one, é.mp4")
    assert media.get("MIME_TYPE") == "video/mp4"
    beside = tmp_path / "b.mp4"
    elan_eaf.write(tmp_path / "b.eaf", beside, "Base", analysis)
    assert next(read(tmp_path / "b.eaf")[0].iter("MEDIA_DESCRIPTOR")).get("RELATIVE_MEDIA_URL") == "./b.mp4"


@pytest.mark.parametrize("shift", [-0.12, 1.4])
def test_times_count_from_the_first_frame_as_players_count(long_analysis, tmp_path, shift):
    elan_eaf.write(tmp_path / "a.eaf", None, "Base", long_analysis)
    shifted = dataclasses.replace(long_analysis, times=long_analysis.times + shift)
    elan_eaf.write(tmp_path / "b.eaf", None, "Base", shifted)
    assert read(tmp_path / "a.eaf")[1] == read(tmp_path / "b.eaf")[1]


def test_what_xml_cannot_hold_is_left_out(analysis, tmp_path):
    markers = [MarkerRow("odd\x0bname", int(analysis.pts[0]), None, "bell \x07")]
    elan_eaf.write(tmp_path / "a.eaf", None, "Base", analysis, markers)
    assert [text for *_, text in read(tmp_path / "a.eaf")[1]["odd name"]] == ["bell  "]


def test_a_recording_without_frames_has_tiers_and_nothing_in_them(analysis, tmp_path):
    empty = dataclasses.replace(
        analysis,
        **{name: getattr(analysis, name)[:0] for name in ("pts", "times", "intensities", "confidence")},
        **{name: getattr(analysis, name)[:0] for name in ("success", "person", "boxes")},
    )
    assert elan_eaf.write(tmp_path / "a.eaf", None, "Base", empty, [MarkerRow("cue", 0, None)]) == 0
    assert read(tmp_path / "a.eaf")[1] == {"AU06": [], "AU12": []}


def test_an_analysis_that_contradicts_itself_is_refused(analysis, tmp_path):
    wrong = dataclasses.replace(analysis, confidence=analysis.confidence[:3])
    with pytest.raises(ExportError):
        elan_eaf.write(tmp_path / "a.eaf", None, "Base", wrong)
    assert list(tmp_path.iterdir()) == []


def from_container_start(analysis, start):
    """Give the analysis of a file that begins at a timestamp, with its sound."""
    return dataclasses.replace(analysis, provenance=analysis.provenance | {"video": {"start": start}})


def test_where_the_sound_begins_first_times_count_from_there(long_analysis, tmp_path):
    late = dataclasses.replace(long_analysis, times=long_analysis.times + 1.5)
    elan_eaf.write(tmp_path / "a.eaf", None, "Base", long_analysis)
    elan_eaf.write(tmp_path / "b.eaf", None, "Base", from_container_start(late, 0.0))
    early, counted = (read(tmp_path / name)[1] for name in ("a.eaf", "b.eaf"))
    assert any(early.values())
    for tier, found in early.items():
        assert counted[tier] == [(begin + 1500, end + 1500, text) for begin, end, text in found]
    assert elan_eaf.time_zero(from_container_start(late, 0.0)) == 0.0
    assert elan_eaf.time_zero(from_container_start(late, 9.0)) == late.times[0], "never after the first frame"


def test_a_round_trip_through_pympi_moves_nothing(long_analysis, tmp_path):
    pympi = pytest.importorskip("pympi", reason="pympi-ling is not installed")
    late = from_container_start(dataclasses.replace(long_analysis, times=long_analysis.times + 1.5), 0.0)
    elan_eaf.write(tmp_path / "a.eaf", None, "Base", late)
    pympi.Elan.Eaf(str(tmp_path / "a.eaf")).to_file(str(tmp_path / "b.eaf"))
    assert read(tmp_path / "a.eaf")[1] == read(tmp_path / "b.eaf")[1]
