"""Conditions of a study with known values: what counts as a case, which design, which figures."""

from __future__ import annotations

import math

import numpy as np
import pytest
from made_study import AUS, CALM, RATE, STRESS, add_analysed, curve

from au_studio.conditions.comparing import compare_conditions
from au_studio.conditions.errors import ConditionsError
from au_studio.conditions.parts import OUTSIDE, Division
from au_studio.conditions.readings import ReadingRequest, read_study
from au_studio.study.study import Study


def compared(folder, division=None, **options):
    return compare_conditions(read_study(ReadingRequest(folder)), division or Division(), **options)


def effect_of(comparison, measure, au=12):
    (found,) = [e for e in comparison.effects_of(measure) if e.au == au]
    return found


def test_persons_are_compared_with_themselves(folder):
    found = compared(folder)
    assert found.levels == (CALM, STRESS)
    assert found.unit == "person"
    effect = effect_of(found, "mean")
    rises = [np.mean(curve(0.1 * (n % 3) + 0.5 + 0.1 * n, bursts=2)) - 0.1 * (n % 3) for n in range(6)]
    assert effect.contrast.design == "paired"
    assert effect.contrast.n_first == 6
    assert effect.contrast.difference.value == pytest.approx(np.mean(rises), abs=1e-5)
    assert effect.contrast.effect.value == pytest.approx(np.mean(rises) / np.std(rises, ddof=1), rel=1e-4)
    assert effect.contrast.p == pytest.approx(2 / 2**6)
    assert effect.p_holm == pytest.approx(2 / 2**6), "AU06 does not vary: it is no test"


def test_every_measure_is_that_of_the_frames(folder):
    found = compared(folder)
    person = found.names().index("P1")
    share = np.mean(curve(0.5, bursts=2) >= 2) * 100
    assert found.values(STRESS, 12, "pct_ge_2")[person] == pytest.approx(share)
    assert found.values(STRESS, 12, "peak")[person] == 3
    assert found.values(STRESS, 12, "episodes_per_min")[person] == pytest.approx(2 / 4 * 60)
    assert found.values(CALM, 12, "episodes_per_min")[person] == 0


def test_groups_are_different_persons(folder):
    found = compared(folder, Division("group"))
    contrast = effect_of(found, "mean").contrast
    assert (contrast.design, contrast.n_first, contrast.n_second) == ("independent", 3, 3)
    assert math.isnan(contrast.effect.low)
    assert any("fewer than 5" in text for text in found.cautions)
    assert any("cannot give a p below" in text for text in found.cautions)


def test_two_recordings_of_a_person_are_one_case_by_their_frames(folder):
    with Study.open(folder) as study:
        add_analysed(
            study, "more.mp4", [curve(0, seconds=12), curve(3, seconds=12)], person="P1", condition=CALM
        )
    found = compared(folder)
    assert effect_of(found, "mean").contrast.n_first == 6
    assert found.values(CALM, 12, "mean")[0] == pytest.approx((0 * 4 + 3 * 12) / 16)


def test_who_is_in_one_condition_only_is_left_out_of_pairs_and_told(folder):
    with Study.open(folder) as study:
        add_analysed(study, "late.mp4", [curve(0), curve(5)], person="P9", condition=STRESS)
    found = compared(folder)
    assert effect_of(found, "mean").contrast.n_second == 6
    assert any("P9" in text for text in found.cautions)


def test_recordings_without_a_person_stand_for_one_and_are_told(folder):
    with Study.open(folder) as study:
        for recording in study.recordings():
            study.set_person(recording.id, None)
    found = compared(folder)
    contrast = effect_of(found, "mean").contrast
    assert (contrast.design, contrast.n_first, contrast.n_second) == ("independent", 6, 6)
    assert found.unit == "recording (persons not named)"
    assert any("Nobody has said who is in" in text for text in found.cautions)


def test_frames_in_markers_are_a_condition(folder):
    with Study.open(folder) as study:
        kind = study.add_marker_kind("question")
        for recording in study.recordings():
            if recording.condition == STRESS:
                study.add_marker(recording.id, kind.id, RATE - RATE // 4, RATE + RATE // 4 - 1)
        study.add_marker(recording.id, kind.id, 3)
    found = compared(folder, Division("marker", outside=True))
    assert found.levels == (OUTSIDE, "question")
    inside = found.values("question", 12, "mean")
    assert inside.tolist() == [3.0] * 6, "the first burst is all there is in the marker"
    assert effect_of(found, "mean").contrast.design == "paired"
    assert found.values("question", 12, "episodes_per_min")[0] == pytest.approx(60 / 0.5)
    assert any("1 marker at one frame" in text for text in found.notices)


def test_markers_at_one_frame_last_as_long_as_is_said(folder):
    with Study.open(folder) as study:
        kinds = [study.add_marker_kind(name) for name in ("early", "late")]
        for recording in study.recordings():
            if recording.condition == STRESS:
                study.add_marker(recording.id, kinds[0].id, 0)
                study.add_marker(recording.id, kinds[1].id, RATE - RATE // 4)
    found = compared(folder, Division("marker", after=0.5))
    assert found.values("late", 12, "mean").tolist() == [3.0] * 6
    with pytest.raises(ConditionsError, match="“early” and “late” are at one frame"):
        compared(folder, Division("marker", ("early", "late")))
    assert found.values("early", 12, "peak")[0] == pytest.approx(0.5)


def test_an_analysis_of_another_person_is_missing_not_wrong(folder):
    with Study.open(folder) as study:
        first = study.recordings()[0]
        study.set_target_person(first.id, 1)
        name = first.name
    readings = read_study(ReadingRequest(folder))
    assert readings.missing == (name,)
    assert any(name in text for text in compare_conditions(readings, Division()).notices)


def test_frames_without_a_face_do_not_count(folder):
    with Study.open(folder) as study:
        add_analysed(study, "half.mp4", [curve(1), curve(2)], person="P7", condition=CALM, faceless=50)
        add_analysed(study, "none.mp4", [curve(1), curve(2)], person="P7", condition=STRESS, faceless=100)
    found = compared(folder)
    at = found.names().index("P7")
    assert found.values(CALM, 12, "mean")[at] == 2
    assert math.isnan(found.values(STRESS, 12, "mean")[at])
    assert effect_of(found, "mean").contrast.n_first == 6


@pytest.mark.parametrize(
    ("division", "said"),
    [
        (Division("condition", ("calm", "nowhere")), "nowhere"),
        (Division("condition", ("calm",)), "only “calm”"),
        (Division("marker"), "Two kinds of markers"),
        (Division("group", ("patients", "controls", "twins")), "the group “twins”"),
    ],
)
def test_what_cannot_be_compared_is_told(folder, division, said):
    with pytest.raises(ConditionsError, match=said):
        compared(folder, division)


def test_units_that_the_model_does_not_read_are_refused(folder):
    with pytest.raises(ConditionsError, match="AU27"):
        compared(folder, aus=(27,))
    assert compared(folder, aus=AUS[1:]).aus == (12,)


def test_calibration_takes_the_rest_off_and_says_so(folder):
    found = compare_conditions(read_study(ReadingRequest(folder, calibrated=True)), Division())
    assert found.values(CALM, 6, "mean").tolist() == pytest.approx([0.0] * 6)
    assert any("held through a whole condition" in text for text in found.cautions)
